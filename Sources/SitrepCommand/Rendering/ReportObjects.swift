import Sitrep

/// A whole report as JSON.
struct ReportObject: Encodable {
    let id: String
    let key: String
    let title: String
    let published: DateObject
    let url: OrNull<String>
    let source: OrNull<String>
    let language: OrNull<String>
    let path: String
    let sha256: String
    let added: String
    let region: [Value]
    let actor: [Value]
    let weapon: [Value]
    let eventDates: [EventDateObject]
    let figures: [ReportFigureObject]
    let text: String
    let matches: [[Int]]
    let removed: Int
    let marks: MarksObject?

    struct Value: Encodable {
        let path: [String]
        let mentions: Int
        let surface: [String]
    }

    init(_ report: ReportDetails) {
        func values(_ facet: FacetKind) -> [Value] {
            (report.values[facet] ?? []).map {
                Value(path: $0.path, mentions: $0.mentions, surface: $0.surfaces)
            }
        }
        id = report.id
        key = report.key
        title = report.title
        published = DateObject(report.published)
        url = OrNull(report.url)
        source = OrNull(report.source)
        language = OrNull(report.language)
        path = report.path
        sha256 = report.digest
        added = report.added
        region = values(.region)
        actor = values(.actor)
        weapon = values(.weapon)
        eventDates = EventDateObject.list(report.eventDates)
        figures = report.figures.map(ReportFigureObject.init)
        text = report.text
        matches = report.matches.map(offsets)
        removed = report.removedBytes
        marks = report.marks.map {
            MarksObject($0, title: report.foundTitle, published: report.foundPublished)
        }
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
