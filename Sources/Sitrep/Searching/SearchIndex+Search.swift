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
            let plan = try RankingPlan(request, compiled, state)
            var options = try Self.options(for: request, plan, state)
            options.fetchesData = false
            let found = try Self.find(request, compiled, options, plan, state)
            var start = 0
            repeat {
                let end = min(start + max(1, pageSize), found.matches.count)
                let hits = try Self.hits(
                    Array(found.matches[start..<end]),
                    from: request.offset + start,
                    of: found,
                    compiled,
                    request,
                    plan,
                    state
                )
                hasBegun = true
                try sink(hits)
                start = end
            } while start < found.matches.count
            return found.total
        }
    }

    /// The queries that a request stands for.
    static func compile(_ request: SearchRequest, _ state: borrowing State) throws -> CompiledQuery {
        var compiler = try QueryCompiler(directory: state.directory, today: Timestamp.localToday())
        return try compiler.compile(request, in: state.database)
    }

    private static func search(_ request: SearchRequest, _ state: borrowing State) throws -> SearchResults {
        let compiled = try compile(request, state)
        let counting = FacetCounting(request, directory: state.directory)
        let plan = try RankingPlan(request, compiled, state)
        var options = try self.options(for: request, plan, state)
        options.countedSlots = counting.slots(of: compiled)
        let found = try find(request, compiled, options, plan, state)
        let facets = try counting.counts(
            of: compiled,
            relaxed: found.relaxed,
            counted: found.counted,
            in: state.database
        )
        let hits = try hits(found.matches, from: request.offset, of: found, compiled, request, plan, state)
        let expansion = found.feedback?.shownWords ?? []
        var spelling = try QuerySuggestion()
        // Plain words have no syntax that a suggestion could be written in.
        let suggestion =
            request.matchesAny
            ? nil : try spelling.suggestion(for: request.query, except: compiled.spelled, in: state.database)
        let isEmpty = found.total == 0
        return SearchResults(
            query: request.query,
            total: found.total,
            undated: try undated(compiled, request, relaxed: found.relaxed, state),
            relaxed: found.relaxed != nil,
            seconds: 0,
            revision: state.metadata.revision,
            interpreted: compiled.interpreted.joined(separator: " ")
                + (expansion.isEmpty ? "" : " (expanded: \(expansion.joined(separator: ", ")))"),
            suggestion: suggestion,
            hints: isEmpty ? try SearchHints.hints(for: request, state) : [],
            hits: hits,
            facets: facets
        )
    }

    /// The hits of some matches, explained where that is asked for.
    private static func hits(
        _ matches: [Match],
        from offset: Int,
        of found: Found,
        _ compiled: CompiledQuery,
        _ request: SearchRequest,
        _ plan: RankingPlan,
        _ state: borrowing State
    ) throws -> [Hit] {
        var matches = matches
        try addData(to: &matches, state)
        var hits = try HitMaker.hits(matches, from: offset, compiled, request, state)
        if request.explains, plan.isByRelevance {
            let explainer = try ScoreExplainer(request, found, plan.model, state)
            try explainer.explain(&hits, matches, state)
        }
        return hits
    }

    private static func options(
        for request: SearchRequest,
        _ plan: RankingPlan,
        _ state: borrowing State
    ) throws -> SearchOptions {
        let documents = try state.database.documentCount
        var options = SearchOptions()
        options.offset = request.offset
        options.limit = request.limit ?? documents
        // An exact total needs every match looked at.
        options.checkAtLeast = documents
        plan.apply(to: &options, request)
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
