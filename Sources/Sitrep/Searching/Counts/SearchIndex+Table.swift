internal import Xapian

extension SearchIndex {
    /// Counts how many of the reports that a request finds have a value of each of some facets; each count is exact.
    ///
    /// All filters hold, those of the facets counted too. Of the request the query, the filters and what says which
    /// values of a facet are shown count. A query is never relaxed. Goes through the matches twice: for the values of
    /// each dimension, and for the cells of those that are shown, whose number bounds the memory.
    ///
    /// - Parameter axes: the dimensions, at least one.
    /// - Throws: ``SitrepError`` as ``search(_:)``; `usage` for a table of more than ``mostCells`` cells.
    public func table(_ request: SearchRequest, by axes: [TableAxis]) throws -> CrossTable {
        try withState { state in
            let compiled = try Self.compile(request, state)
            let query = compiled.query()
            let counted = try state.counts(query, slots: axes.map(\.countedSlot))
            var dimensions: [TableDimension] = []
            var result: [CrossTable.Axis] = []
            for (number, axis) in axes.enumerated() {
                let values = counted.counts[number]
                let buckets = axis.buckets(values, request, compiled, try state.directory)
                var shown = FacetSelection(limit: request.facetValues, order: request.facetOrder).shown(buckets)
                if axis.isPeriod { shown.sort { $0.count.value < $1.count.value } }
                var lines = shown.enumerated().flatMap { line, bucket in
                    bucket.entries.map { (entry: $0, line: line) }
                }
                let unknown = axis.unknown(values)
                lines += unknown.map { ($0.value, shown.count) }
                dimensions.append(TableDimension(slot: axis.countedSlot, lines: lines, lineCount: shown.count + 1))
                result.append(
                    CrossTable.Axis(
                        axis: axis,
                        values: shown.map(\.count),
                        missing: counted.total - counted.countedDocuments[number]
                            + unknown.reduce(0) { $0 + $1.count },
                        hidden: buckets.count - shown.count
                    )
                )
            }
            try Self.checkSize(dimensions)
            return CrossTable(
                query: request.query,
                interpreted: compiled.interpreted.joined(separator: " "),
                total: counted.total,
                undated: try Self.undated(compiled, request, relaxed: nil, state),
                irrelevant: try Self.irrelevant(compiled, state),
                revision: state.members.revision,
                axes: result,
                cells: try state.database.crossCounts(query, dimensions)
            )
        }
    }

    /// The most cells of a table: 8 MB of counts, and some 20 MB where they are written, in a second or so.
    public static let mostCells = 1_000_000

    private static func checkSize(_ dimensions: [TableDimension]) throws(SitrepError) {
        var cells = 1
        for dimension in dimensions {
            cells *= dimension.lineCount
            guard cells <= mostCells else {
                throw SitrepError(
                    .usage,
                    "the table would have more than \(mostCells) cells",
                    hint: "show fewer values with --facets, or fewer levels with --facets-depth or --by region:1"
                )
            }
        }
    }
}

extension TableAxis {
    /// Whether the lines follow each other in time.
    fileprivate var isPeriod: Bool { kind == .month || kind == .year }

    private var periodLength: Int { kind == .year ? FacetBuckets.yearLength : FacetBuckets.monthLength }

    /// The slot that holds the values, and how they are read.
    var countedSlot: CountedSlot {
        let unused = Slot(rawValue: 0)
        switch kind {
        case .region, .actor, .weapon:
            return CountedSlot(slot: facet.flatMap { Schema.field(of: $0).slot } ?? unused, format: .packed)
        case .source: return CountedSlot(slot: Schema.source.slot ?? unused, format: .whole)
        case .language: return CountedSlot(slot: Schema.language.slot ?? unused, format: .whole)
        case .month, .year: return CountedSlot(slot: Schema.date.slot ?? unused, format: .prefix(periodLength))
        }
    }

    /// The entries of dates that are not exact enough.
    fileprivate func unknown(_ values: [ValueCount]) -> [ValueCount] {
        isPeriod ? values.filter { $0.value.count != periodLength } : []
    }

    /// The values that were counted in ``countedSlot``, as far as the request shows them.
    func buckets(
        _ values: [ValueCount],
        _ request: SearchRequest,
        _ compiled: CompiledQuery,
        _ directory: ConceptDirectory
    ) -> [FacetBucket] {
        let pattern = request.facetMatch.map(FacetPattern.init)
        let buckets = FacetBuckets(directory: directory, pattern: pattern, depth: depth ?? request.facetDepth)
        switch kind {
        case .region, .actor, .weapon:
            guard let facet else { return [] }
            return buckets.tree(values, facet, chosen: compiled.concepts[facet] ?? [])
        case .source: return buckets.plain(values, chosen: compiled.outlets)
        case .language: return buckets.plain(values)
        case .month, .year: return buckets.periods(values, length: periodLength, in: compiled.spans[.published])
        }
    }
}
