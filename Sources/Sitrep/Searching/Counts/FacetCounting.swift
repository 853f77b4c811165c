internal import Xapian

/// Counts the values of the facets over all matches of a query.
///
/// The counts of a facet leave out that facet's own positive filters, so that its other values can still be chosen,
/// and honour all others; each is exact.
struct FacetCounting {
    private let buckets: FacetBuckets
    private let selection: FacetSelection
    private let columns: [Column]

    init(_ request: SearchRequest, _ state: borrowing SearchIndex.State) throws(XapianError) {
        // Who gives no tags is told of none.
        let hasTags = try Schema.tag.slot.map { slot throws(XapianError) in
            try state.database.valueBounds(in: slot) != nil
        }
        columns = Self.allColumns.filter { $0.facet != .tag || hasTags == true }
        buckets = FacetBuckets(
            directory: ConceptDirectory(vocabulary: state.concepts.vocabulary),
            pattern: request.facetMatch.map(FacetPattern.init),
            depth: request.facetDepth
        )
        selection = FacetSelection(limit: request.facetValues, order: request.facetOrder)
    }

    /// What is counted, and from where.
    private struct Column {
        var facet: CountedFacet
        var kind: FilterKind
        var slot: CountedSlot
    }

    private static let allColumns: [Column] = {
        var columns = FacetKind.allCases.compactMap { facet in
            Schema.field(of: facet).slot.map {
                Column(
                    facet: CountedFacet(facet),
                    kind: .facet(facet),
                    slot: CountedSlot(slot: $0, format: .packed, groupSlot: Schema.storySlot)
                )
            }
        }
        if let slot = Schema.source.slot {
            columns.append(
                Column(
                    facet: .source,
                    kind: .source,
                    slot: CountedSlot(slot: slot, format: .whole, groupSlot: Schema.storySlot)
                )
            )
        }
        if let slot = Schema.tag.slot {
            columns.append(
                Column(
                    facet: .tag,
                    kind: .tag,
                    slot: CountedSlot(slot: slot, format: .packed, groupSlot: Schema.storySlot)
                )
            )
        }
        if let slot = Schema.date.slot {
            let months = CountedSlot(
                slot: slot,
                format: .prefix(FacetBuckets.monthLength),
                groupSlot: Schema.storySlot
            )
            columns.append(Column(facet: .published, kind: .published, slot: months))
        }
        if let slot = Schema.happenedMonth.slot {
            columns.append(
                Column(
                    facet: .happened,
                    kind: .happened,
                    slot: CountedSlot(slot: slot, format: .packed, groupSlot: Schema.storySlot)
                )
            )
        }
        return columns
    }()

    /// The slots that a search with this query can count in its own pass.
    func slots(of compiled: CompiledQuery) -> [CountedSlot] {
        selection.limit == 0 ? [] : columns.filter { !compiled.hasFilter($0.kind) }.map(\.slot)
    }

    /// The counts of all facets.
    ///
    /// - Parameters:
    ///   - found: what the search found; it counted ``slots(of:)``, in that order.
    func counts(
        of compiled: CompiledQuery,
        found: SearchIndex.Found,
        in state: borrowing SearchIndex.State
    ) throws -> FacetCounts {
        var result = FacetCounts()
        let counted = found.counted
        guard selection.limit != 0 else { return result }
        var next = 0
        for column in columns {
            let values: [ValueCount]
            var missing: Int
            if compiled.hasFilter(column.kind) {
                let own = try count(column, without: column.kind, found, compiled, state)
                (values, missing) = (own.counts[0], own.total - own.countedDocuments[0])
            } else {
                (values, missing) = (counted.counts[next], counted.total - counted.countedDocuments[next])
                next += 1
            }
            if column.facet == .published {
                // The month of a report of which only the year is known is not known.
                missing += values.filter { $0.value.count < FacetBuckets.monthLength }.reduce(0) { $0 + $1.count }
            }
            var (shown, all) = try choose(values, column, compiled, state)
            try countStories(of: &shown, column, compiled, found.relaxed, state)
            result[column.facet] = shown.map(\.count)
            result.hidden[column.facet] = all - shown.count
            result.missing[column.facet] = missing
        }
        return result
    }

    /// The counts of a column over what the query matches without the filters of a kind.
    private func count(
        _ column: Column,
        without kind: FilterKind,
        _ found: SearchIndex.Found,
        _ compiled: CompiledQuery,
        _ state: borrowing SearchIndex.State
    ) throws(XapianError) -> FacetCountsResult {
        if let sets = found.sets, let columns = try state.columns.columns(of: state.database),
            let counts = try state.counts(
                of: [column.slot],
                over: try sets.matches(omitting: kind, in: state.database),
                columns
            )
        {
            return counts
        }
        let query = compiled.query(omitting: kind, relaxed: found.relaxed)
        return try state.database.facetCounts(query, slots: [column.slot])
    }

    /// The values of a column that are shown, and how many there are.
    private func choose(
        _ values: [ValueCount],
        _ column: Column,
        _ compiled: CompiledQuery,
        _ state: borrowing SearchIndex.State
    ) throws -> (shown: [FacetBucket], all: Int) {
        var found: [FacetBucket]
        var cut = 0
        switch column.kind {
        case .facet(let facet):
            let chosen = compiled.concepts[facet] ?? []
            let likely = likely(values, chosen)
            cut = values.count - likely.count
            let ids = likely.map { ConceptID(rawValue: String(decoding: $0.value, as: UTF8.self)) }
            var buckets = buckets
            buckets.directory = try state.concepts.directory(naming: ids, in: facet, state.database)
            found = buckets.tree(likely, facet, chosen: chosen)
        case .source: found = buckets.plain(values, chosen: compiled.outlets)
        case .tag: found = buckets.tags(values, chosen: compiled.tags)
        default:
            let span = compiled.spans[column.kind]
            found = buckets.periods(values, length: FacetBuckets.monthLength, in: span)
        }
        return (selection.shown(found), found.count + cut)
    }

    /// Counts the stories of an outlet whose name is written in several ways: a story may have reports of each.
    private func countStories(
        of buckets: inout [FacetBucket],
        _ column: Column,
        _ compiled: CompiledQuery,
        _ relaxed: Query?,
        _ state: borrowing SearchIndex.State
    ) throws(XapianError) {
        guard column.facet == .source else { return }
        for index in buckets.indices where buckets[index].entries.count > 1 {
            let outlet = Schema.source.term(PlainName.of(buckets[index].count.value))
            let query = Query.filter(compiled.query(omitting: column.kind, relaxed: relaxed), by: .term(outlet))
            let counted = try state.counts(query, slots: [Self.stories])
            buckets[index].count.stories = counted.counts.first?.first?.groups ?? 0
        }
    }

    /// Counts all reports, and the stories that they tell.
    static let stories = CountedSlot(
        slot: Schema.storySlot,
        format: .documents,
        groupSlot: Schema.storySlot
    )

    /// The values that may be shown, which alone need a path: the values are sorted by count, and ties go by path.
    private func likely(_ values: [ValueCount], _ chosen: Set<ConceptID>) -> [ValueCount] {
        guard let limit = selection.limit, buckets.depth == nil, buckets.pattern == nil, values.count > limit, limit > 0
        else { return values }
        let least = values[limit - 1].count
        let names = Set(chosen.map { Array($0.rawValue.utf8) })
        return values.filter { $0.count >= least || names.contains($0.value) }
    }
}
