internal import Xapian

/// What tells reports and files apart, and the orders of results.
extension Schema {
    /// The report's id: the unique term.
    public static let id = Field(
        name: "id",
        prefix: "Q",
        slot: nil,
        kind: .identity,
        boost: 0,
        example: "sitrep show reports/001.txt"
    )
    /// The report's key in hexadecimal, whole.
    public static let key = Field(
        name: "key",
        prefix: "K",
        slot: nil,
        kind: .identity,
        boost: 0,
        example: "sitrep show 3fa94b2c81d0"
    )
    /// The file that a report came from.
    public static let file = Field(
        name: "path",
        prefix: "XF",
        slot: nil,
        kind: .identity,
        boost: 0,
        example: "--path 'scrapes/*.txt'"
    )
    /// The SHA-256 of the report's original bytes, in hexadecimal.
    public static let digest = Field(
        name: "digest",
        prefix: "XE",
        slot: nil,
        kind: .identity,
        boost: 0,
        example: "sitrep reindex"
    )
    /// The run that first added a report.
    public static let run = Field(
        name: "run",
        prefix: "XN",
        slot: nil,
        kind: .identity,
        boost: 0,
        example: "--added-from today"
    )

    /// Ascending order: newest first, then by id; undated reports last. Breaks ties of the score.
    public static let newestOrder = Field(
        name: "newest",
        prefix: "",
        slot: Slot(rawValue: 7),
        kind: .identity,
        boost: 0,
        example: "--sort newest"
    )
    /// Ascending order: oldest first, then by id; undated reports last.
    public static let oldestOrder = Field(
        name: "oldest",
        prefix: "",
        slot: Slot(rawValue: 8),
        kind: .identity,
        boost: 0,
        example: "--sort oldest"
    )
    /// Ascending order: last added first, then newest first.
    public static let addedOrder = Field(
        name: "last-added",
        prefix: "",
        slot: Slot(rawValue: 9),
        kind: .identity,
        boost: 0,
        example: "--sort added"
    )

    /// A short line at the top or the foot of the report's text, with the story: boilerplate where a source repeats it.
    public static let edgeLine = Field(
        name: "edge-line",
        prefix: "XB",
        slot: nil,
        kind: .identity,
        boost: 0,
        example: "sitrep reindex"
    )
}
