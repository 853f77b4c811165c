internal import Xapian

/// What persons said of reports.
extension Schema {
    /// The tags that persons gave the report; its slot holds all of them.
    public static let tag = Field(
        name: "tag",
        prefix: "XJ",
        slot: Slot(rawValue: 20),
        kind: .value,
        boost: 0,
        example: "tag:lead"
    )
    /// One term of every report that a person took for irrelevant.
    public static let irrelevant = Field(
        name: "irrelevant",
        prefix: "XP",
        slot: nil,
        kind: .identity,
        boost: 0,
        example: "--irrelevant only"
    )
    /// The digest of the marks that the report bears.
    public static let marked = Field(
        name: "marked",
        prefix: "XK",
        slot: nil,
        kind: .identity,
        boost: 0,
        example: "sitrep mark --list"
    )
}
