internal import Xapian

extension SearchIndex {
    /// Finds, ranks and counts.
    ///
    /// - Throws: ``SitrepError`` for a mistake in the request or a broken index.
    public func search(_ request: SearchRequest) throws -> SearchResults {
        let start = ContinuousClock.now
        var results = try withState { state in
            var answer = try Answer(request, state)
            let (found, search) = (answer.found, answer.search)
            let hidden = try HiddenReports(search.compiled, state)
            answer.results.hits = try Self.hits(found.matches.indices, of: found, search, request, hidden, state)
            return answer.results
        }
        results.seconds = (ContinuousClock.now - start).seconds
        return results
    }

    /// Finds, ranks and counts, and hands the hits over page by page; for many hits, of which it holds one page at a time.
    ///
    /// All pages are of one state of the index.
    ///
    /// - Parameters:
    ///   - pageSize: the most hits of a page.
    ///   - begin: called once with all but the hits.
    ///   - sink: called for each page in order, once at least; neither is to use this index meanwhile.
    /// - Throws: what `begin` and `sink` throw, and ``SitrepError`` as ``search(_:)``; `io` when a writer changed the
    ///   index after `begin` was called.
    public func search(
        _ request: SearchRequest,
        pageSize: Int,
        begin: (SearchResults) throws -> Void,
        sink: ([Hit]) throws -> Void
    ) throws {
        let start = ContinuousClock.now
        var hasBegun = false
        func mayRestart() -> Bool { !hasBegun }
        try withState(mayRestart: mayRestart) { state in
            var answer = try Answer(request, state, fetchesData: false)
            answer.results.seconds = (ContinuousClock.now - start).seconds
            try Self.forEachPage(of: pageSize, answer.found, answer.search, request, state) { hits in
                // Not before the first page is there: most searches have no other, and fail before anything is told.
                if !hasBegun {
                    hasBegun = true
                    try begin(answer.results)
                }
                try sink(hits)
            }
        }
    }

    /// Finds and ranks, and hands the hits over page by page, as ``search(_:pageSize:begin:sink:)`` does; nothing is
    /// counted but the total.
    ///
    /// - Returns: how many reports match, whatever the limit.
    public func stream(_ request: SearchRequest, pageSize: Int = 1_000, sink: ([Hit]) throws -> Void) throws -> Int {
        var hasBegun = false
        func mayRestart() -> Bool { !hasBegun }
        return try withState(mayRestart: mayRestart) { state in
            let search = try Preparation(request, state, fetchesData: false)
            let found = try Self.find(request, search.compiled, search.options, search.plan, state)
            try Self.forEachPage(of: pageSize, found, search, request, state) { hits in
                hasBegun = true
                try sink(hits)
            }
            return found.total
        }
    }

    /// The queries that a request stands for.
    static func compile(_ request: SearchRequest, _ state: borrowing State) throws -> CompiledQuery {
        guard request.runs == nil || state.members.namedCount == 1 else {
            throw SitrepError(.usage, "runs are counted in each index for itself", hint: "name one index")
        }
        var compiler = try QueryCompiler(state, today: Timestamp.localToday())
        var compiled = try compiler.compile(request, in: state.database)
        if let name = request.similarTo {
            try ReportLikeness(of: document(named: name, state), state).add(to: &compiled)
        }
        return compiled
    }

    /// A request made ready to be searched for.
    private struct Preparation {
        let compiled: CompiledQuery
        let plan: RankingPlan
        var options: SearchOptions

        init(_ request: SearchRequest, _ state: borrowing State, fetchesData: Bool) throws {
            compiled = try SearchIndex.compile(request, state)
            plan = try RankingPlan(request, compiled, state)
            options = try SearchIndex.options(for: request, plan, state)
            options.fetchesData = fetchesData
        }
    }

    /// What a search found and counted; the hits are made of it.
    private struct Answer {
        let search: Preparation
        let found: Found
        /// All but the hits.
        var results: SearchResults

        init(_ request: SearchRequest, _ state: borrowing State, fetchesData: Bool = true) throws {
            var search = try Preparation(request, state, fetchesData: fetchesData)
            let compiled = search.compiled
            let counting = try FacetCounting(request, state)
            search.options.countedSlots = counting.slots(of: compiled) + [FacetCounting.stories]
            let found = try SearchIndex.find(request, compiled, search.options, search.plan, state)
            let facets = try counting.counts(
                of: compiled,
                found: found,
                in: state
            )
            let expansion = found.feedback?.shownWords ?? []
            var spelling = try QuerySuggestion()
            // Plain words have no syntax that a suggestion could be written in.
            let suggestion =
                request.matchesAny
                ? nil : try spelling.suggestion(for: request.query, except: compiled.spelled, in: state.database)
            results = SearchResults(
                query: request.query,
                total: found.total,
                stories: found.counted.counts.last?.first?.groups ?? 0,
                undated: try SearchIndex.undated(compiled, request, relaxed: found.relaxed, state),
                irrelevant: try SearchIndex.irrelevant(compiled, relaxed: found.relaxed, state),
                relaxed: found.relaxed != nil,
                seconds: 0,
                revision: state.members.revision,
                interpreted: compiled.interpreted.joined(separator: " ")
                    + (expansion.isEmpty ? "" : " (expanded: \(expansion.joined(separator: ", ")))"),
                suggestion: suggestion,
                hints: found.total == 0 ? try SearchHints.hints(for: request, state) : [],
                hits: [],
                facets: facets,
                shards: state.members.shards
            )
            self.search = search
            self.found = found
        }
    }

    /// Hands the hits of all matches over page by page, one page at least.
    private static func forEachPage(
        of size: Int,
        _ found: Found,
        _ search: Preparation,
        _ request: SearchRequest,
        _ state: borrowing State,
        _ sink: ([Hit]) throws -> Void
    ) throws {
        let hidden = try HiddenReports(search.compiled, state)
        var start = 0
        repeat {
            let end = min(start + max(1, size), found.matches.count)
            try sink(try hits(start..<end, of: found, search, request, hidden, state))
            start = end
        } while start < found.matches.count
    }

    /// The hits of some matches, explained where that is asked for.
    private static func hits(
        _ range: Range<Int>,
        of found: Found,
        _ search: Preparation,
        _ request: SearchRequest,
        _ hidden: HiddenReports,
        _ state: borrowing State
    ) throws -> [Hit] {
        var matches = Array(found.matches[range])
        try addData(to: &matches, state)
        let offset = request.offset + range.lowerBound
        var hits = try HitMaker.hits(matches, from: offset, search.compiled, request, hidden: hidden, state)
        if request.explains, search.plan.isByRelevance {
            let explainer = try ScoreExplainer(request, found, search.plan.model, state)
            try explainer.explain(&hits, matches, state)
        }
        try search.compiled.likeness?.explain(&hits, matches, state)
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
        if request.groupsStories {
            options.collapseSlot = Schema.storySlot
            options.countedSlots = [FacetCounting.stories]
        }
        plan.apply(to: &options, request)
        return options
    }

    /// How many reports match that a person took for irrelevant, and are not shown.
    static func irrelevant(
        _ compiled: CompiledQuery,
        relaxed: Query? = nil,
        _ state: borrowing State
    ) throws -> Int {
        guard compiled.hidden != nil else { return 0 }
        return try state.database.matchingSet(compiled.query(relaxed: relaxed, hidden: true)).count
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
        return try state.database.matchingSet(query).count
    }
}
