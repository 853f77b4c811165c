import Sitrep

/// A timeline as JSON.
struct TimelineObject: Encodable {
    let query: String
    let interpreted: String
    let by: String
    let date: String
    let total: Int
    let totalExact = true
    let stories: Int
    let uncounted: Int
    let undated: Int
    let irrelevant: Int
    let indexRevision: Int
    let periods: [Period]
    let per: String?
    let rows: [Row]?

    /// A period and its count; `periods` is above 1 for a run without a report.
    struct Period: Encodable {
        let value: String
        let count: Int
        let stories: Int
        let periods: Int

        init(_ period: Timeline.Period) {
            value = period.name
            count = period.count
            stories = period.stories
            periods = period.length
        }
    }

    /// The reports with a value, or what is left over.
    struct Row: Encodable {
        let kind: String
        let path: [String]?
        /// How many values `other` stands for.
        let values: Int?
        let total: Int
        let stories: Int
        let uncounted: Int
        let counts: [Int]
        let storyCounts: [Int]

        init(_ row: Timeline.Row) {
            kind = row.kind.name
            path = row.kind.path
            if case .other(let number) = row.kind { values = number } else { values = nil }
            total = row.total
            stories = row.stories
            uncounted = row.uncounted
            counts = row.counts
            storyCounts = row.storyCounts
        }
    }

    /// One count of NDJSON: a period, and of a timeline with rows what of it a row has.
    struct Line: Encodable {
        let value: String
        let count: Int
        let stories: Int
        let periods: Int
        var kind: String?
        var path: [String]?
    }

    /// The lines of NDJSON: a period each, or a period of a row each.
    static func lines(_ timeline: Timeline) -> [Line] {
        func line(_ period: Timeline.Period, _ count: Int, _ stories: Int) -> Line {
            Line(value: period.name, count: count, stories: stories, periods: period.length)
        }
        guard timeline.facet != nil else { return timeline.periods.map { line($0, $0.count, $0.stories) } }
        return timeline.rows.flatMap { row in
            timeline.periods.indices.map { index in
                var line = line(timeline.periods[index], row.counts[index], row.storyCounts[index])
                line.kind = row.kind.name
                line.path = row.kind.path
                return line
            }
        }
    }

    init(_ timeline: Timeline) {
        per = timeline.facet?.kind.rawValue
        rows = timeline.facet.map { _ in timeline.rows.map(Row.init) }
        stories = timeline.stories
        query = timeline.query
        interpreted = timeline.interpreted
        by = timeline.precision.rawValue
        date = timeline.dates.rawValue
        total = timeline.total
        uncounted = timeline.uncounted
        undated = timeline.undated
        irrelevant = timeline.irrelevant
        indexRevision = timeline.revision
        periods = timeline.periods.map(Period.init)
    }
}

extension Timeline.Row.Kind {
    /// `value`, `other` or `none`.
    var name: String {
        switch self {
        case .value: "value"
        case .other: "other"
        case .none: "none"
        }
    }

    /// The names from the root to the value; `nil` for what is left over.
    var path: [String]? {
        if case .value(let path) = self { return path }
        return nil
    }
}
