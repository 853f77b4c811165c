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

    /// Finds and ranks, and hands the hits over page by page; for many hits, of which it holds one page at a time.
    ///
    /// All pages are of one state of the index. Nothing is counted but the total.
    ///
    /// - Parameters:
    ///   - pageSize: the most hits of a page.
    ///   - sink: called for each page in order, once at least; not to use this index meanwhile.
    /// - Returns: how many reports match, whatever the limit.
    /// - Throws: what `sink` throws, and ``SitrepError`` as ``search(_:)``; `io` when a writer changed the index after
    ///   the first page was handed over.
    public func stream(_ request: SearchRequest, pageSize: Int = 1_000, sink: ([Hit]) throws -> Void) throws -> Int {
        var hasBegun = false
        func mayRestart() -> Bool { !hasBegun }
        return try withState(mayRestart: mayRestart) { state in
            let compiled = try Self.compile(request, state)
            var options = try Self.options(for: request, compiled, state)
            options.fetchesData = false
            let (outcome, _) = try Self.find(request, compiled, options, state)
            var start = 0
            repeat {
                let end = min(start + max(1, pageSize), outcome.matches.count)
                var page = Array(outcome.matches[start..<end])
                for index in page.indices {
                    page[index].data = try state.database.documentData(page[index].documentID)
                }
                let hits = try HitMaker.hits(page, from: request.offset + start, compiled, request, state)
                hasBegun = true
                try sink(hits)
                start = end
            } while start < outcome.matches.count
            return outcome.estimated
        }
    }

    /// The queries that a request stands for.
    static func compile(_ request: SearchRequest, _ state: borrowing State) throws -> CompiledQuery {
        var compiler = try QueryCompiler(directory: state.directory, today: Timestamp.localToday())
        return try compiler.compile(request, in: state.database)
    }

    /// What the query finds, and where that is nothing and may be, what the relaxed one does.
    private static func find(
        _ request: SearchRequest,
        _ compiled: CompiledQuery,
        _ options: SearchOptions,
        _ state: borrowing State
    ) throws -> (outcome: SearchOutcome, relaxed: Query?) {
        let outcome = try state.database.search(compiled.query(), options)
        guard outcome.estimated == 0, request.mayRelax, compiled.clauses.count > 1,
            let relaxed = try Relaxation.query(compiled, in: state.database)
        else { return (outcome, nil) }
        return (try state.database.search(compiled.query(relaxed: relaxed), options), relaxed)
    }

    private static func search(_ request: SearchRequest, _ state: borrowing State) throws -> SearchResults {
        let compiled = try compile(request, state)
        let counting = FacetCounting(request, directory: state.directory)
        var options = try self.options(for: request, compiled, state)
        options.countedSlots = counting.slots(of: compiled)
        let (outcome, relaxed) = try find(request, compiled, options, state)
        let facets = try counting.counts(
            of: compiled,
            relaxed: relaxed,
            counted: FacetCountsResult(
                total: outcome.estimated,
                counts: outcome.counts,
                countedDocuments: outcome.countedDocuments
            ),
            in: state.database
        )
        let hits = try HitMaker.hits(outcome.matches, from: request.offset, compiled, request, state)
        var spelling = try QuerySuggestion()
        let suggestion = try spelling.suggestion(for: request.query, except: compiled.spelled, in: state.database)
        let isEmpty = outcome.estimated == 0
        return SearchResults(
            query: request.query,
            total: outcome.estimated,
            undated: try undated(compiled, request, relaxed: relaxed, state),
            relaxed: relaxed != nil,
            seconds: 0,
            revision: state.metadata.revision,
            interpreted: compiled.interpreted.joined(separator: " "),
            suggestion: suggestion,
            hints: isEmpty ? try SearchHints.hints(for: request, state) : [],
            hits: hits,
            facets: facets
        )
    }

    private static func options(
        for request: SearchRequest,
        _ compiled: CompiledQuery,
        _ state: borrowing State
    ) throws -> SearchOptions {
        let documents = try state.database.documentCount
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
    static func undated(
        _ compiled: CompiledQuery,
        _ request: SearchRequest,
        relaxed: Query?,
        _ state: borrowing State
    ) throws -> Int {
        guard compiled.hasFilter(.published), request.filters.undated == nil, !compiled.takesUndated else { return 0 }
        let query = Query.filter(
            compiled.query(omitting: .published, relaxed: relaxed),
            by: .term(Schema.undated.term(""))
        )
        return try state.database.matchingDocumentIDs(query).count
    }
}
