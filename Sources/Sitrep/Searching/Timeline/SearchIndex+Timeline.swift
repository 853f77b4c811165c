internal import Xapian

extension SearchIndex {
    /// Counts the reports that a request finds by day, week, month or year; each count is exact.
    ///
    /// Of the request the query, the filters and what says which values of a facet are shown count. A query is never
    /// relaxed. Goes through the matches once, and for rows once more for each; by week of publication twice, where a story goes
    /// over several days.
    ///
    /// - Parameters:
    ///   - facet: the facet whose values have rows, those with most reports: places, actors, weapons, outlets or
    ///     languages; `nil` for none. Its own filters hold, too.
    /// - Throws: ``SitrepError`` as ``search(_:)``; `usage` for more than ``mostCells`` counts.
    public func timeline(
        _ request: SearchRequest,
        by precision: EventDate.Precision,
        of dates: Timeline.Dates = .published,
        per facet: TableAxis? = nil
    ) throws -> Timeline {
        try withState { state in
            let compiled = try Self.compile(request, state)
            let query = compiled.query()
            let counting = PeriodCounting(precision: precision, dates: dates)
            let found = try counting.count(query, in: state)
            let counts = found.counts.mapValues(\.reports)
            var periods = Timeline.periods(counts, by: precision, in: compiled.spans[counting.kind])
            for index in periods.indices where periods[index].length == 1 {
                periods[index].stories = found.counts[periods[index].days.lowerBound]?.stories ?? 0
            }
            var timeline = Timeline(
                query: request.query,
                interpreted: compiled.interpreted.joined(separator: " "),
                precision: precision,
                dates: dates,
                total: found.total,
                stories: found.stories,
                uncounted: found.total - found.dated,
                undated: try Self.undated(compiled, request, relaxed: nil, state),
                irrelevant: try Self.irrelevant(compiled, state),
                revision: state.members.revision,
                updated: state.members.updated,
                periods: periods,
                facet: facet
            )
            if let facet {
                try Self.addRows(to: &timeline, facet, counting, request, compiled, state)
            }
            return timeline
        }
    }

    private static func addRows(
        to timeline: inout Timeline,
        _ facet: TableAxis,
        _ counting: PeriodCounting,
        _ request: SearchRequest,
        _ compiled: CompiledQuery,
        _ state: borrowing State
    ) throws {
        let query = compiled.query()
        let values = try state.counts(query, slots: [facet.countedSlot]).counts.first ?? []
        let buckets = facet.buckets(values, request, compiled, try state.directory)
        let shown = FacetSelection(limit: request.facetValues, order: request.facetOrder).shown(buckets)
        guard (shown.count + 2) * max(1, timeline.periods.count) <= mostCells else {
            throw SitrepError(
                .usage,
                "the timeline would have more than \(mostCells) counts",
                hint: "show fewer values, or count by longer periods"
            )
        }
        let firstDays = timeline.periods.map { $0.length == 1 ? $0.days.lowerBound : nil }
        func addRow(_ kind: Timeline.Row.Kind, _ query: Query) throws {
            let found = try counting.count(query, in: state)
            guard found.total > 0 else { return }
            timeline.rows.append(
                Timeline.Row(
                    kind: kind,
                    total: found.total,
                    stories: found.stories,
                    uncounted: found.total - found.dated,
                    counts: firstDays.map { day in day.flatMap { found.counts[$0]?.reports } ?? 0 },
                    storyCounts: firstDays.map { day in day.flatMap { found.counts[$0]?.stories } ?? 0 }
                )
            )
        }
        for bucket in shown {
            try addRow(
                .value(path: bucket.count.path),
                .filter(query, by: .or(facet.terms(of: bucket).map(Query.term)))
            )
        }
        let present = Query.filter(query, by: .valueRange(facet.countedSlot.slot, from: nil, through: nil))
        let known = shown.flatMap(facet.terms)
        let rest = known.isEmpty ? present : Query.andNot(present, .or(known.map(Query.term)))
        try addRow(.other(values: buckets.count - shown.count), rest)
        try addRow(.none, .andNot(query, .valueRange(facet.countedSlot.slot, from: nil, through: nil)))
    }
}

extension TableAxis {
    /// The terms of the reports with a value.
    fileprivate func terms(of bucket: FacetBucket) -> [[UInt8]] {
        switch kind {
        case .source: [Schema.source.term(PlainName.of(bucket.count.value))]
        case .language: [Schema.language.term(PlainName.of(bucket.count.value))]
        default: facet.map { facet in bucket.entries.map { Schema.field(of: facet).term($0) } } ?? []
        }
    }
}
