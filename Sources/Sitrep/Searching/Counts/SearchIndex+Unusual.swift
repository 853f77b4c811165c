internal import Xapian

extension SearchIndex {
    /// Finds the values and words that are more frequent in the reports that a request finds than in the whole index.
    ///
    /// A value is held against the reports that do not match by the log-likelihood ratio G² (Dunning 1993), and given
    /// where chance gives as much once in a thousand values. What the request itself asks for, its words, values and
    /// outlets, what these lie in and what lies in these, is left out. All filters hold; a query is never relaxed.
    ///
    /// Counts are exact; those of words are those of a sample where more than ``UnusualValues/mostReports`` match.
    /// Linear in the number of matches and in the length of those that are read.
    ///
    /// - Throws: ``SitrepError`` as ``search(_:)``.
    public func unusual(_ request: SearchRequest) throws -> UnusualValues {
        try withState { state in
            let compiled = try Self.compile(request, state)
            let query = compiled.query()
            let matches = try state.database.matchingDocumentIDs(query)
            let read = Self.sample(matches, most: UnusualValues.mostReports)
            var result = UnusualValues(
                query: request.query,
                interpreted: compiled.interpreted.joined(separator: " "),
                total: matches.count,
                reports: try state.database.documentCount,
                wordReports: read.count,
                undated: try Self.undated(compiled, request, relaxed: nil, state),
                irrelevant: try Self.irrelevant(compiled, state),
                revision: state.members.revision
            )
            guard !matches.isEmpty, matches.count < result.reports, request.facetValues != 0 else { return result }
            let finder = UnusualFinder(request, compiled, reports: result.reports, directory: try state.directory)
            let slots = FacetKind.allCases.compactMap { facet in
                Schema.field(of: facet).slot.map { CountedSlot(slot: $0, format: .packed) }
            }
            let source = Schema.source.slot.map { [CountedSlot(slot: $0, format: .whole)] } ?? []
            let counted = try state.counts(query, slots: slots + source)
            for (facet, values) in zip(FacetKind.allCases, counted.counts) {
                result.values[facet] = try finder.values(values, facet, of: matches.count, in: state.database)
            }
            result.sources = try finder.sources(counted.counts.last ?? [], of: matches.count, in: state.database)
            result.words = try finder.words(in: read, state.database)
            return result
        }
    }

    /// Every second, third… of the ids, so that at most `most` remain.
    static func sample<ID>(_ ids: [ID], most: Int) -> [ID] {
        guard ids.count > most else { return ids }
        let step = (ids.count + most - 1) / most
        return stride(from: 0, to: ids.count, by: step).map { ids[$0] }
    }
}
