internal import Xapian

/// What reports are about and where they come from, and what no vocabulary knows.
extension Schema {
    /// The places that a report mentions or gives, and all that these lie in.
    public static let region = Field(
        name: "region",
        prefix: "XR",
        slot: Slot(rawValue: 0),
        kind: .facet(.region),
        boost: 0,
        example: "region:\"Kursk Oblast\""
    )
    /// The states, forces, bodies, groups and people, and all that these belong to.
    public static let actor = Field(
        name: "actor",
        prefix: "XA",
        slot: Slot(rawValue: 1),
        kind: .facet(.actor),
        boost: 0,
        example: "actor:\"North Korea\""
    )
    /// The weapons and the classes that these belong to.
    public static let weapon = Field(
        name: "weapon",
        prefix: "XW",
        slot: Slot(rawValue: 2),
        kind: .facet(.weapon),
        boost: 0,
        example: "weapon:scalp"
    )

    /// The field of a facet.
    public static func field(of facet: FacetKind) -> Field {
        switch facet {
        case .region: region
        case .actor: actor
        case .weapon: weapon
        }
    }

    /// The facet values that a report is about, and all that these lie in: the value's own term behind the prefix.
    public static let main = Field(
        name: "main",
        prefix: "XM",
        slot: nil,
        kind: .identity,
        boost: 0,
        example: "--region \"Kursk Oblast\" --main"
    )
    /// The names in the facet values that the record itself gave, level by level and folded; for a change of vocabulary.
    public static let given = Field(
        name: "given",
        prefix: "XG",
        slot: nil,
        kind: .identity,
        boost: 0,
        example: "sitrep reindex"
    )

    /// The outlet.
    public static let source = Field(
        name: "source",
        prefix: "XO",
        slot: Slot(rawValue: 3),
        kind: .value,
        boost: 0,
        example: "source:reuters"
    )
    /// The language, as an ISO 639-1 code.
    public static let language = Field(
        name: "language",
        prefix: "L",
        slot: Slot(rawValue: 4),
        kind: .value,
        boost: 0,
        example: "language:uk"
    )

    /// Capitalised phrases of the report that no vocabulary knows.
    public static let unknownName = Field(
        name: "unknown-name",
        prefix: "XCN",
        slot: nil,
        kind: .identity,
        boost: 0,
        example: "sitrep doctor"
    )
    /// Designators of the report that no vocabulary knows.
    public static let unknownDesignator = Field(
        name: "unknown-designator",
        prefix: "XCD",
        slot: nil,
        kind: .identity,
        boost: 0,
        example: "sitrep doctor"
    )

    /// The field of the names that no vocabulary knows.
    static func field(of kind: CandidateName.Kind) -> Field {
        switch kind {
        case .name: unknownName
        case .designator: unknownDesignator
        }
    }
}
