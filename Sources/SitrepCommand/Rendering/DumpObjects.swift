import Sitrep

/// A report of a dump as JSON.
struct DumpedReportObject: Encodable {
    let line = "report"
    let id: String
    let key: String
    let title: String
    let published: DateObject
    let url: OrNull<String>
    let source: OrNull<String>
    let credit: OrNull<String>
    let language: OrNull<String>
    let path: String
    let sha256: String
    let added: String?
    let removed: Int
    let text: String?
    let textSha256: String
    let cuts: [Cut]
    let region: [Value]
    let actor: [Value]
    let weapon: [Value]
    let given: Given
    let eventDates: [EventDateObject]
    let figures: [ReportFigureObject]
    let struck: [ReportFigureObject]
    let cut: Bool
    let story: OrNull<String>
    let members: [String]?
    let marks: MarksObject?
    let termsSha256: String
    let valuesSha256: String

    struct Cut: Encodable {
        let offset: Int
        let text: String
    }

    struct Given: Encodable {
        let region: [[String]]
        let actor: [[String]]
        let weapon: [[String]]
    }

    struct Value: Encodable {
        let concept: String
        let path: [String]
        let surface: [String]
        let spans: [[Int]]
        let titleSpans: [[Int]]
        let salience: Double

        init(_ value: DumpedReport.Value) {
            concept = value.concept.rawValue
            path = value.path
            surface = value.surfaces
            spans = value.spans.map(offsets)
            titleSpans = value.titleSpans.map(offsets)
            salience = value.salience
        }
    }

    /// - Parameters:
    ///   - hasText: whether the text itself is written.
    ///   - hasAdded: whether it is written when the report first came in.
    init(_ report: DumpedReport, hasText: Bool, hasAdded: Bool) {
        func values(_ facet: FacetKind) -> [Value] { (report.values[facet] ?? []).map(Value.init) }
        id = report.id
        key = report.key
        title = report.title
        published = DateObject(report.published)
        url = OrNull(report.url)
        source = OrNull(report.source)
        credit = OrNull(report.credit)
        language = OrNull(report.language)
        path = report.path
        sha256 = report.digest
        added = hasAdded ? report.added : nil
        removed = report.removedBytes
        text = hasText ? report.text : nil
        textSha256 = report.textDigest
        cuts = report.cuts.map { Cut(offset: $0.offset, text: $0.text) }
        region = values(.region)
        actor = values(.actor)
        weapon = values(.weapon)
        given = Given(
            region: report.given[.region] ?? [],
            actor: report.given[.actor] ?? [],
            weapon: report.given[.weapon] ?? []
        )
        eventDates = EventDateObject.list(report.eventDates)
        figures = report.figures.map(ReportFigureObject.init)
        struck = report.struckFigures.map(ReportFigureObject.init)
        cut = report.hasMoreFigures
        story = OrNull(report.story)
        members = report.storyMembers.isEmpty ? nil : report.storyMembers
        marks = report.marks.map { MarksObject($0, title: report.foundTitle, published: report.foundPublished) }
        termsSha256 = report.termsDigest
        valuesSha256 = report.valuesDigest
    }
}

/// A source of a dump as JSON.
struct DumpedSourceObject: Encodable {
    let line = "source"
    let source: String
    let excluded: [String]
}

/// A file of a dump as JSON.
struct DumpedFileObject: Encodable {
    let line = "file"
    let source: String
    let path: String
    let reports: Int
}

/// The last line of a dump as JSON.
struct DumpedIndexObject: Encodable {
    let line = "index"
    let reports: Int
    let vocabulary: String
    let unfinished: Bool
}
