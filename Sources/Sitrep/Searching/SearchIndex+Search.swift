internal import Xapian

extension SearchIndex {
    /// Finds, ranks and counts.
    ///
    /// - Throws: ``SitrepError`` for a mistake in the request or a broken index.
    public func search(_ request: SearchRequest) throws -> SearchResults {
        let start = ContinuousClock.now
        var results = try withState { state in try Self.search(request, state) }
        let (seconds, attoseconds) = (ContinuousClock.now - start).components
        results.seconds = Double(seconds) + Double(attoseconds) * 1e-18
        return results
    }

    private static func search(_ request: SearchRequest, _ state: borrowing State) throws -> SearchResults {
        var compiler = try QueryCompiler(directory: state.directory, today: Timestamp.localToday())
        let compiled = try compiler.compile(request, in: state.database)
        let counting = FacetCounting(
            directory: state.directory,
            limit: request.facetValues,
            depth: request.facetDepth
        )
        var options = self.options(for: request, compiled, documents: try state.database.documentCount)
        options.countedSlots = counting.slots(of: compiled)

        var outcome = try state.database.search(compiled.query(), options)
        var relaxed: Query?
        if outcome.estimated == 0, request.mayRelax, compiled.clauses.count > 1 {
            relaxed = try Relaxation.query(compiled, in: state.database)
            if let relaxed { outcome = try state.database.search(compiled.query(relaxed: relaxed), options) }
        }
        let facets = try counting.counts(
            of: compiled,
            relaxed: relaxed,
            counted: outcome.counts,
            in: state.database
        )
        let hits = try HitMaker.hits(outcome.matches, compiled, request, state)
        return SearchResults(
            query: request.query,
            total: outcome.estimated,
            undated: try undated(compiled, request, relaxed: relaxed, state),
            relaxed: relaxed != nil,
            seconds: 0,
            revision: state.metadata.revision,
            interpreted: compiled.interpreted.joined(separator: " "),
            hits: hits,
            facets: facets
        )
    }

    private static func options(
        for request: SearchRequest,
        _ compiled: CompiledQuery,
        documents: Int
    ) -> SearchOptions {
        var options = SearchOptions()
        options.offset = request.offset
        options.limit = request.limit ?? documents
        // An exact total needs every match looked at.
        options.checkAtLeast = documents
        options.weighting =
            compiled.isRanked ? .bm25(k1: 1.2, k2: 0, k3: 1, b: 0.75, minimumNormalisedLength: 0.5) : .boolean
        let newest = Schema.newestOrder.slot ?? Slot(rawValue: 0)
        switch request.order ?? (compiled.isRanked ? .relevance : .newest) {
        case .relevance: options.order = .relevanceThenValue(newest, descending: false)
        case .newest: options.order = .value(newest, descending: false)
        case .oldest: options.order = .value(Schema.oldestOrder.slot ?? newest, descending: false)
        case .added: options.order = .value(Schema.addedOrder.slot ?? newest, descending: false)
        }
        return options
    }

    /// How many undated reports a date filter leaves out that would match without it.
    private static func undated(
        _ compiled: CompiledQuery,
        _ request: SearchRequest,
        relaxed: Query?,
        _ state: borrowing State
    ) throws -> Int {
        guard compiled.hasFilter(.published), request.filters.undated == nil else { return 0 }
        let query = Query.filter(
            compiled.query(omitting: .published, relaxed: relaxed),
            by: .term(Schema.undated.term(""))
        )
        return try state.database.matchingDocumentIDs(query).count
    }
}
