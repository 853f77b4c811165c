import Sitrep

/// A whole report as JSON: what is told of it, and what it says.
struct ReportObject: Encodable {
    let facts: ReportFacts
    let content: Content

    /// What it says.
    struct Content: Encodable {
        let region: [Value]
        let actor: [Value]
        let weapon: [Value]
        let eventDates: [EventDateObject]
        let figures: [ReportFigureObject]
        let text: String
        let matches: [[Int]]
        let removed: Int

        init(_ report: ReportDetails) {
            func values(_ facet: FacetKind) -> [Value] { (report.values[facet] ?? []).map(Value.init) }
            region = values(.region)
            actor = values(.actor)
            weapon = values(.weapon)
            eventDates = EventDateObject.list(report.eventDates)
            figures = report.figures.map(ReportFigureObject.init)
            text = report.text
            matches = report.matches.map(offsets)
            removed = report.removedBytes
        }
    }

    struct Value: Encodable {
        let path: [String]
        let mentions: Int
        let surface: [String]

        init(_ value: ReportValue) {
            path = value.path
            mentions = value.mentions
            surface = value.surfaces
        }
    }

    init(_ report: ReportDetails) {
        facts = ReportFacts(report, key: report.key)
        content = Content(report)
    }

    func encode(to encoder: any Encoder) throws {
        try facts.encode(to: encoder)
        try content.encode(to: encoder)
    }
}

/// What is told of a report, without what it says: the same wherever a whole report is written.
struct ReportFacts: Encodable {
    let id: String
    let key: String
    let title: String
    let published: DateObject
    let url: OrNull<String>
    let source: OrNull<String>
    let language: OrNull<String>
    let path: String
    let index: String?
    let sha256: String
    let added: String
    let marks: MarksObject?

    /// - Parameter key: as many digits of it as are to be told.
    init(_ report: ReportDetails, key: String) {
        id = report.id
        self.key = key
        title = report.title
        published = DateObject(report.published)
        url = OrNull(report.url)
        source = OrNull(report.source)
        language = OrNull(report.language)
        path = report.path
        index = report.index
        sha256 = report.digest
        added = report.added
        marks = report.marks.map { MarksObject($0, title: report.foundTitle, published: report.foundPublished) }
    }
}

/// A date with its precision and where it was found.
struct DateObject: Encodable {
    let date: OrNull<String>
    let precision: OrNull<String>
    let from: String
    /// Present only where the date is weak.
    let weak: Bool?

    init(_ published: PublishedDate) {
        date = OrNull(published.text)
        precision = OrNull(published.precision?.rawValue)
        from = published.origin.rawValue
        weak = published.isWeak ? true : nil
    }
}

/// A date on which something happened, as JSON.
struct EventDateObject: Encodable {
    let date: String
    let precision: String
    let surface: String

    /// The dates; a run of days is given by its first and its last, with the same surface.
    static func list(_ dates: [EventDate]) -> [EventDateObject] {
        dates.flatMap { date in
            date.ends.map { EventDateObject(date: $0, precision: date.precision.rawValue, surface: date.surface) }
        }
    }
}
