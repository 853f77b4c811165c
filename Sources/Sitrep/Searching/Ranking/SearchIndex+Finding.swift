internal import Xapian

extension SearchIndex {
    /// What a search found, in its final order, and how it was ranked.
    struct Found {
        /// The matches of the page asked for.
        var matches: [Match]
        /// How many match, also where one of each story is shown.
        var total: Int
        /// The counts of the slots asked for.
        var counted: FacetCountsResult
        /// All matches, with and without filters, where they were found without the matcher.
        var sets: MatchSets?
        /// What stands for the words of a search that was relaxed.
        var relaxed: Query?
        /// What was searched for.
        var ranked: RankedQuery
        /// The words that the query was expanded by.
        var feedback: Feedback?
        /// What each word of ``feedback`` gave a match.
        var gains: [DocumentID: [Double]] = [:]
    }

    /// What the query finds, and where that is nothing and may be, what the relaxed one does.
    static func find(
        _ request: SearchRequest,
        _ compiled: CompiledQuery,
        _ options: SearchOptions,
        _ plan: RankingPlan,
        _ state: borrowing State
    ) throws -> Found {
        let found = try find(request, compiled, relaxed: nil, options, plan, state)
        guard found.total == 0, request.mayRelax, compiled.clauses.count > 1,
            let relaxed = try Relaxation.query(compiled, in: state.database)
        else { return found }
        var other = try find(request, compiled, relaxed: relaxed, options, plan, state)
        other.relaxed = relaxed
        return other
    }

    private static func find(
        _ request: SearchRequest,
        _ compiled: CompiledQuery,
        relaxed: Query?,
        _ options: SearchOptions,
        _ plan: RankingPlan,
        _ state: borrowing State
    ) throws -> Found {
        let query = compiled.query(relaxed: relaxed)
        let ranked = try plan.ranked(query, in: state)
        let expands = request.expands && plan.isByRelevance && compiled.isRanked
        var options = options
        if expands {
            // The best matches are ranked anew before the page is cut out of them.
            options.offset = 0
            options.limit = max(Feedback.depth, request.offset.saturatedSum(options.limit))
            options.fetchesData = false
        }
        let sets = MatchSets(compiled, relaxed: relaxed, sharesParts: request.facetValues != 0)
        var found = try search(sets, ranked, options, state) ?? searchPlainly(ranked, options, state)
        if expands {
            try expand(&found, compiled, plan.model, state)
            let end = min(found.matches.count, request.offset.saturatedSum(request.limit ?? .max))
            found.matches = Array(found.matches[min(request.offset, end)..<end])
        }
        return found
    }

    /// Finds, counts and ranks by posting lists and columns, or the values where there are none; `nil` where a server has
    /// these.
    private static func search(
        _ sets: MatchSets,
        _ ranked: RankedQuery,
        _ options: SearchOptions,
        _ state: borrowing State
    ) throws -> Found? {
        guard !state.database.isRemote else { return nil }
        let columns = try state.columns.columns(of: state.database)
        let matches = try sets.matches(in: state.database)
        let counted =
            try columns.flatMap { try state.counts(of: options.countedSlots, over: matches, $0) }
            ?? state.database.facetCounts(ranked.weighted, slots: options.countedSlots)
        var found = Found(matches: [], total: counted.total, counted: counted, sets: sets, ranked: ranked)
        let top = TopMatches(matches, columns, options, state.members)
        if let page = try top?.page(options, of: ranked.weighted, in: state.database) {
            found.matches = page
            return found
        }
        found.matches = try bestOfEachStory(ranked.weighted, options, state)
        return found
    }

    /// Finds, counts and ranks in one pass of the matcher, for servers.
    private static func searchPlainly(
        _ ranked: RankedQuery,
        _ options: SearchOptions,
        _ state: borrowing State
    ) throws -> Found {
        var counting = options
        // The hits are brought back in an order of their own.
        (counting.offset, counting.limit) = (0, 0)
        // Stories of several indexes are told apart there too.
        if state.members.count > 1 { counting.collapseSlot = nil }
        let outcome = try state.database.search(ranked.weighted, counting)
        // How many matches there were before some were collapsed is an estimate, also where all were looked at; the count
        // of all reports, which is the last where there is one, is not.
        let total = counting.collapseSlot == nil ? outcome.estimated : outcome.countedDocuments.last ?? 0
        return Found(
            matches: try bestOfShards(ranked.weighted, options, state),
            total: total,
            counted: FacetCountsResult(
                total: total,
                counts: outcome.counts,
                countedDocuments: outcome.countedDocuments
            ),
            ranked: ranked
        )
    }

    /// Ranks the best matches anew by the words of the very best. Gains are positive, so that what lies below stays below.
    private static func expand(
        _ found: inout Found,
        _ compiled: CompiledQuery,
        _ model: RankingModel,
        _ state: borrowing State
    ) throws {
        guard let feedback = try Feedback(found.matches, query: compiled.words, model, in: state.database) else {
            return
        }
        let head = found.matches.prefix(Feedback.depth)
        var order: [(match: Match, key: [UInt8])] = []
        for (match, gains) in zip(head, try feedback.gains(of: head, model, in: state.database)) {
            var match = match
            match.weight += gains.reduce(0, +)
            found.gains[match.documentID] = gains
            let slot = Schema.newestOrder.slot ?? Slot(rawValue: 0)
            order.append((match, try state.database.documentValue(match.documentID, in: slot)))
        }
        order.sort { a, b in
            a.match.weight != b.match.weight
                ? a.match.weight > b.match.weight : a.key.lexicographicallyPrecedes(b.key)
        }
        found.matches.replaceSubrange(..<head.endIndex, with: order.map(\.match))
        found.feedback = feedback
    }

    /// Reads the records of matches that were found without.
    static func addData(to matches: inout [Match], _ state: borrowing State) throws {
        for index in matches.indices where matches[index].data.isEmpty {
            let document = matches[index].documentID
            matches[index].data = try state.members.reading(document) {
                try state.database.documentData(document, isThere: true)
            }
        }
    }
}

extension Int {
    /// The sum of two numbers that are not negative, or the largest number.
    fileprivate func saturatedSum(_ other: Int) -> Int {
        let (sum, overflow) = addingReportingOverflow(other)
        return overflow ? .max : sum
    }
}
