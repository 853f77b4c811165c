import Sitrep

/// A timeline as JSON.
struct TimelineObject: Encodable {
    let query: String
    let interpreted: String
    let by: String
    let date: String
    let total: Int
    let totalExact = true
    let uncounted: Int
    let undated: Int
    let irrelevant: Int
    let indexRevision: Int
    let periods: [Period]

    /// A period and its count; `periods` is above 1 for a run without a report.
    struct Period: Encodable {
        let value: String
        let count: Int
        let periods: Int

        init(_ period: Timeline.Period) {
            value = period.name
            count = period.count
            periods = period.length
        }
    }

    init(_ timeline: Timeline) {
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
