internal import Xapian

/// The table.
extension Schema {
    // MARK: Words

    /// The body's words, as written, with positions; no prefix.
    public static let text = Field("text", kind: .text, boost: 1, example: "\"air defence\"")
    /// The body's and the title's words, stemmed, without positions.
    public static let stem = Field("stem", prefix: "Z", kind: .text, boost: 1, example: "drones")
    /// The title's words, as written, with positions.
    public static let titleText = Field("title-text", prefix: "XT", kind: .text, example: "title:\"air defence\"")
    /// The title's words, stemmed; each also counts `boost` times in ``stem``.
    public static let title = Field("title", prefix: "S", kind: .text, boost: 4, example: "title:ceasefire")

    // MARK: Facets, outlets, languages and unknown names

    /// The places that a report mentions or gives, and all that these lie in.
    public static let region = Field(
        "region",
        prefix: "XR",
        slot: 0,
        kind: .facet(.region),
        example: "region:\"Kursk Oblast\""
    )
    /// The states, forces, bodies, groups and people, and all that these belong to.
    public static let actor = Field(
        "actor",
        prefix: "XA",
        slot: 1,
        kind: .facet(.actor),
        example: "actor:\"North Korea\""
    )
    /// The weapons and the classes that these belong to.
    public static let weapon = Field("weapon", prefix: "XW", slot: 2, kind: .facet(.weapon), example: "weapon:scalp")

    /// The field of a facet.
    public static func field(of facet: FacetKind) -> Field {
        switch facet {
        case .region: region
        case .actor: actor
        case .weapon: weapon
        }
    }

    /// The facet values that a report is about, and all that these lie in: the value's own term behind the prefix.
    public static let main = Field("main", prefix: "XM", kind: .identity, example: "--region \"Kursk Oblast\" --main")
    /// The names in the facet values that the record itself gave, level by level and folded; for a change of vocabulary.
    public static let given = Field("given", prefix: "XG", kind: .identity, example: "sitrep reindex")

    /// The outlet.
    public static let source = Field("source", prefix: "XO", slot: 3, kind: .value, example: "source:reuters")
    /// The language, as an ISO 639-1 code.
    public static let language = Field("language", prefix: "L", slot: 4, kind: .value, example: "language:uk")

    /// Capitalised phrases of the report that no vocabulary knows.
    public static let unknownName = Field("unknown-name", prefix: "XCN", kind: .identity, example: "sitrep doctor")
    /// Designators of the report that no vocabulary knows.
    public static let unknownDesignator = Field(
        "unknown-designator",
        prefix: "XCD",
        kind: .identity,
        example: "sitrep doctor"
    )

    /// The field of the names that no vocabulary knows.
    static func field(of kind: CandidateName.Kind) -> Field {
        switch kind {
        case .name: unknownName
        case .designator: unknownDesignator
        }
    }

    // MARK: Dates

    /// The publication date. Its slot holds the compact day (`20241113`), empty for an undated report.
    public static let date = Field("date", prefix: "D", slot: 5, kind: .date, example: "date:2024-11..2024-12")
    /// The month (`202411`) of a report whose month is known.
    public static let month = Field("month", prefix: "M", kind: .date, example: "date:2024-11")
    /// The year of a report whose year is known.
    public static let year = Field("year", prefix: "Y", kind: .date, example: "date:2024")
    /// One term that every undated report carries.
    public static let undated = Field("undated", prefix: "XU", kind: .date, example: "--undated only")

    /// The days (`20241113`), months (`202411`) and years that the report's event dates cover whole: the fewest that
    /// make up each. Its slot holds the days of those that are exact to the day.
    public static let happened = Field(
        "happened",
        prefix: "XH",
        slot: 10,
        kind: .date,
        example: "happened:2024-11..2024-12"
    )
    /// The months and years that an event date has a day in. Its slot holds the weeks (`2024-W46`) of those that are
    /// exact to the week.
    public static let happenedWithin = Field(
        "happened-within",
        prefix: "XI",
        slot: 11,
        kind: .date,
        example: "happened:2024-11"
    )
    /// The months (`202411`) of the event dates that are exact to the month, for counting alone.
    public static let happenedMonth = Field(
        "happened-month",
        slot: 12,
        kind: .date,
        example: "timeline --date happened --by month"
    )
    /// The years of the event dates, for counting alone.
    public static let happenedYear = Field(
        "happened-year",
        slot: 13,
        kind: .date,
        example: "timeline --date happened --by year"
    )

    /// When Sitrep first took the report in, as `2026-11-21T04:05:06Z`.
    public static let added = Field("added", slot: 6, kind: .date, example: "--added-from 7d")

    // MARK: Ids, files and orders

    /// The report's id: the unique term.
    public static let id = Field("id", prefix: "Q", kind: .identity, example: "sitrep show reports/001.txt")
    /// The report's key in hexadecimal, whole.
    public static let key = Field("key", prefix: "K", kind: .identity, example: "sitrep show 3fa94b2c81d0")
    /// The file that a report came from.
    public static let file = Field("path", prefix: "XF", kind: .identity, example: "--path 'scrapes/*.txt'")
    /// The first half of the SHA-256 of the report's original bytes, see ``term(ofDigest:)``.
    public static let digest = Field("digest", prefix: "XE", kind: .identity, example: "sitrep reindex")
    /// The run that first added a report.
    public static let run = Field("run", prefix: "XN", kind: .identity, example: "--added-from today")

    /// Ascending order: newest first, then by id; undated reports last. Breaks ties of the score.
    public static let newestOrder = Field("newest", slot: 7, kind: .identity, example: "--sort newest")
    /// Ascending order: oldest first, then by id; undated reports last.
    public static let oldestOrder = Field("oldest", slot: 8, kind: .identity, example: "--sort oldest")
    /// Ascending order: last added first, then newest first.
    public static let addedOrder = Field("last-added", slot: 9, kind: .identity, example: "--sort added")

    /// A short line at the top or the foot of the report's text, with the story: boilerplate where a source repeats it.
    public static let edgeLine = Field("edge-line", prefix: "XB", kind: .identity, example: "sitrep reindex")

    // MARK: Stories

    /// The label of the story that a report tells with others; no value where it tells one alone.
    public static let story = Field(
        "story",
        slot: storySlot.rawValue,
        kind: .identity,
        example: "sitrep story 3fa94b2c81d0"
    )
    static let storySlot = Slot(14)

    /// What tells whether two reports are one story, in the slot alone.
    public static let storyFingerprint = Field(
        "story-fingerprint",
        slot: storyFingerprintSlot.rawValue,
        kind: .identity,
        example: "sitrep story 3fa94b2c81d0"
    )
    static let storyFingerprintSlot = Slot(15)

    /// The keys by which reports of one story find each other, of reports that the file of bands does not have.
    public static let storyBand = Field(
        "story-band",
        prefix: "XS",
        kind: .identity,
        example: "sitrep story 3fa94b2c81d0"
    )

    // MARK: Marks

    /// The tags that persons gave the report; its slot holds all of them.
    public static let tag = Field("tag", prefix: "XJ", slot: 20, kind: .value, example: "tag:lead")
    /// One term of every report that a person took for irrelevant.
    public static let irrelevant = Field("irrelevant", prefix: "XP", kind: .identity, example: "--irrelevant only")
    /// The digest of the marks that the report bears.
    public static let marked = Field("marked", prefix: "XK", kind: .identity, example: "sitrep mark --list")

    // MARK: Figures

    /// The kinds of the figures that the report gives. Its slot holds the figures (``ClaimList``).
    public static let figure = Field(
        "figure",
        prefix: "XL",
        slot: 18,
        kind: .identity,
        example: "sitrep figures --kind intercepted"
    )
    /// What stands in the place of a kind for a report of whose figures a person struck one.
    static let struckFigure = "struck"

    // MARK: Slots

    /// The slots of all fields, ascending.
    static let slots = [
        region, actor, weapon, source, language, date, added, newestOrder, oldestOrder, addedOrder, happened,
        happenedWithin, happenedMonth, happenedYear, story, storyFingerprint, figure, tag,
    ].compactMap(\.slot).sorted { $0.rawValue < $1.rawValue }
}
