import Sitrep

/// What indexing would take from a report, as JSON.
struct ExtractedObject: Encodable {
    let id: String
    let path: String
    let title: String
    let published: DateObject
    let url: OrNull<String>
    let source: OrNull<String>
    let language: OrNull<String>
    let region: [Value]
    let actor: [Value]
    let weapon: [Value]
    let eventDates: [EventDateObject]
    let figures: [ReportFigureObject]
    let text: String
    let removed: Int

    struct Value: Encodable {
        let path: [String]
        let mentions: Int
        let salience: Double
        let surface: [String]
        let spans: [[Int]]
        let titleSpans: [[Int]]?
        /// The closer words for a class of weapons that the report has ("FPV drone" for a drone).
        let types: [Value]?

        init(_ value: ExtractedValue, types: [Value] = []) {
            path = value.path
            mentions = value.mentions
            salience = (value.salience * 1000).rounded() / 1000
            surface = value.surfaces
            spans = value.spans.map(offsets)
            titleSpans = value.titleSpans.isEmpty ? nil : value.titleSpans.map(offsets)
            self.types = types.isEmpty ? nil : types
        }

        /// A facet's values, with those that only say more closely what their class is within that class.
        static func nested(_ values: [ExtractedValue]) -> [Value] {
            let tops = values.filter { !$0.isWithinClass }
            /// The nearest class above that the report has as a value of its own.
            func home(of value: ExtractedValue) -> [String]? {
                tops.map(\.path).filter { value.path.starts(with: $0) }.max { $0.count < $1.count }
            }
            let types = Dictionary(grouping: values.filter(\.isWithinClass), by: home)
            return values.compactMap { value in
                if !value.isWithinClass { return Value(value, types: (types[value.path] ?? []).map { Value($0) }) }
                return home(of: value) == nil ? Value(value) : nil
            }
        }
    }

    init(_ report: ExtractedReport) {
        func values(_ facet: FacetKind) -> [Value] { Value.nested(report.values[facet] ?? []) }
        id = report.id
        path = report.path
        title = report.article.title
        published = DateObject(report.article.published)
        url = OrNull(report.article.url)
        source = OrNull(report.article.source)
        language = OrNull(report.article.language)
        region = values(.region)
        actor = values(.actor)
        weapon = values(.weapon)
        eventDates = EventDateObject.list(report.eventDates)
        figures = report.figures.map(ReportFigureObject.init)
        text = report.article.text
        removed = report.article.removedBytes
    }
}
