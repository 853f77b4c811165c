internal import Xapian

/// The one table of the fields that an index holds: indexing, queries, counts and help are derived from it.
public enum Schema {
    /// The version of this table and of the stored records; an index of another version is never searched.
    public static let version = 4

    /// What a field is to a search.
    public enum Kind: Sendable, Hashable {
        /// Words with positions, stemmed beside it.
        case text
        /// A facet whose values Sitrep finds in the text.
        case facet(FacetKind)
        /// One value a report, counted as a facet.
        case value
        /// Days, months and years.
        case date
        /// What identifies a report or a file.
        case identity
    }

    /// One field: its name in queries, where it is kept, and an example.
    public struct Field: Sendable, Hashable {
        /// The name in queries (`region:`) and options (`--region`).
        public let name: String
        /// What stands before the field's terms.
        public let prefix: String
        /// The value slot, where the field has one.
        let slot: Slot?
        /// How its values are kept and asked for.
        public let kind: Kind
        /// How often a word of this field counts in ranking, compared to a word of the body.
        public let boost: Int
        /// A query that uses the field.
        public let example: String

        /// The field's term for `value`, shortened where Xapian's limit asks for it.
        func term(_ value: some Sequence<UInt8>) -> [UInt8] { Terms.bounded(prefix, value) }
        func term(_ value: String) -> [UInt8] { Terms.bounded(prefix, value.utf8) }
    }

    /// The body's words, as written, with positions; no prefix.
    public static let text = Field(
        name: "text",
        prefix: "",
        slot: nil,
        kind: .text,
        boost: 1,
        example: "\"air defence\""
    )
    /// The body's and the title's words, stemmed, without positions.
    public static let stem = Field(name: "stem", prefix: "Z", slot: nil, kind: .text, boost: 1, example: "drones")
    /// The title's words, as written, with positions.
    public static let titleText = Field(
        name: "title-text",
        prefix: "XT",
        slot: nil,
        kind: .text,
        boost: 0,
        example: "title:\"air defence\""
    )
    /// The title's words, stemmed; each also counts `boost` times in ``stem``.
    public static let title = Field(
        name: "title",
        prefix: "S",
        slot: nil,
        kind: .text,
        boost: 4,
        example: "title:ceasefire"
    )

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

    /// The publication date. Its slot holds the compact day (`20241113`), empty for an undated report.
    public static let date = Field(
        name: "date",
        prefix: "D",
        slot: Slot(rawValue: 5),
        kind: .date,
        boost: 0,
        example: "date:2024-11..2024-12"
    )
    /// The month (`202411`) of a report whose month is known.
    public static let month = Field(
        name: "month",
        prefix: "M",
        slot: nil,
        kind: .date,
        boost: 0,
        example: "date:2024-11"
    )
    /// The year of a report whose year is known.
    public static let year = Field(name: "year", prefix: "Y", slot: nil, kind: .date, boost: 0, example: "date:2024")
    /// One term that every undated report carries.
    public static let undated = Field(
        name: "undated",
        prefix: "XU",
        slot: nil,
        kind: .date,
        boost: 0,
        example: "--undated only"
    )
    /// The days (`20241113`), months (`202411`) and years that the report's event dates cover whole: the fewest that
    /// make up each. Its slot holds the days of those that are exact to the day.
    public static let happened = Field(
        name: "happened",
        prefix: "XH",
        slot: Slot(rawValue: 10),
        kind: .date,
        boost: 0,
        example: "happened:2024-11..2024-12"
    )
    /// The months and years that an event date has a day in. Its slot holds the weeks (`2024-W46`) of those that are
    /// exact to the week.
    public static let happenedWithin = Field(
        name: "happened-within",
        prefix: "XI",
        slot: Slot(rawValue: 11),
        kind: .date,
        boost: 0,
        example: "happened:2024-11"
    )
    /// The months (`202411`) of the event dates that are exact to the month, for counting alone.
    public static let happenedMonth = Field(
        name: "happened-month",
        prefix: "",
        slot: Slot(rawValue: 12),
        kind: .date,
        boost: 0,
        example: "timeline --date happened --by month"
    )
    /// The years of the event dates, for counting alone.
    public static let happenedYear = Field(
        name: "happened-year",
        prefix: "",
        slot: Slot(rawValue: 13),
        kind: .date,
        boost: 0,
        example: "timeline --date happened --by year"
    )
    /// When Sitrep first took the report in, as `2026-11-21T04:05:06Z`.
    public static let added = Field(
        name: "added",
        prefix: "",
        slot: Slot(rawValue: 6),
        kind: .date,
        boost: 0,
        example: "--added-from 7d"
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
    /// The run that first added a report.
    public static let run = Field(
        name: "run",
        prefix: "XN",
        slot: nil,
        kind: .identity,
        boost: 0,
        example: "--added-from today"
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

    /// The facet values that a report is about, and all that these lie in: the value's own term behind the prefix.
    public static let main = Field(
        name: "main",
        prefix: "XM",
        slot: nil,
        kind: .identity,
        boost: 0,
        example: "--region \"Kursk Oblast\" --main"
    )

    /// The field of the names that no vocabulary knows.
    static func field(of kind: CandidateName.Kind) -> Field {
        switch kind {
        case .name: unknownName
        case .designator: unknownDesignator
        }
    }

    /// A short line at the top or the foot of the report's text, with the story: boilerplate where a source repeats it.
    public static let edgeLine = Field(
        name: "edge-line",
        prefix: "XB",
        slot: nil,
        kind: .identity,
        boost: 0,
        example: "sitrep reindex"
    )

    /// The label of the story that a report tells with others; no value where it tells one alone.
    public static let story = Field(
        name: "story",
        prefix: "",
        slot: storySlot,
        kind: .identity,
        boost: 0,
        example: "sitrep story 3fa94b2c81d0"
    )
    static let storySlot = Slot(14)

    /// What tells whether two reports are one story, in the slot alone.
    public static let storyFingerprint = Field(
        name: "story-fingerprint",
        prefix: "",
        slot: storyFingerprintSlot,
        kind: .identity,
        boost: 0,
        example: "sitrep story 3fa94b2c81d0"
    )
    static let storyFingerprintSlot = Slot(15)

    /// The keys by which reports of one story find each other.
    public static let storyBand = Field(
        name: "story-band",
        prefix: "XS",
        slot: nil,
        kind: .identity,
        boost: 0,
        example: "sitrep story 3fa94b2c81d0"
    )

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
    /// The SHA-256 of the report's original bytes, in hexadecimal.
    public static let digest = Field(
        name: "digest",
        prefix: "XE",
        slot: nil,
        kind: .identity,
        boost: 0,
        example: "sitrep reindex"
    )
    /// The kinds of the figures that the report gives. Its slot holds the figures (``ClaimList``).
    public static let figure = Field(
        name: "figure",
        prefix: "XL",
        slot: Slot(rawValue: 18),
        kind: .identity,
        boost: 0,
        example: "sitrep figures --kind intercepted"
    )

    /// The field of a facet.
    public static func field(of facet: FacetKind) -> Field {
        switch facet {
        case .region: region
        case .actor: actor
        case .weapon: weapon
        }
    }
}
