internal import Xapian

extension SearchIndex {
    /// Among more matches of one weight than these the order is not looked at any further.
    private static let mostTies = 2_000

    /// The best matches in a database of several shards, in the order in which one database would give them.
    ///
    /// Each shard adds up the weights of a match in an order of its own, so that equal sums may differ in their last bits,
    /// and what ties would stand in any order. Here sums that differ by no more are ties: more matches than wanted are
    /// brought back, those of each story together, until the last of them is worse than what is wanted.
    static func bestOfShards(
        _ query: Query,
        _ options: SearchOptions,
        _ state: borrowing State
    ) throws -> [Match] {
        guard case .relevanceThenValue(let slot, descending: false) = options.order else {
            return try bestOfEachStory(query, options, state)
        }
        guard options.limit > 0 else { return [] }
        let documents = try state.database.documentCount
        let (end, overflow) = options.offset.addingReportingOverflow(options.limit)
        let wanted = overflow ? documents : min(documents, end)
        var options = options
        options.countedSlots = []
        options.checkAtLeast = nil
        options.valueSlots = [slot] + (options.collapseSlot.map { [$0] } ?? [])
        let collapses = options.collapseSlot != nil
        options.collapseSlot = nil
        let start = options.offset
        options.offset = 0
        options.limit = min(documents, wanted + 16)
        while true {
            var found = try state.database.search(query, options).matches
            let isAll = found.count < options.limit || options.limit >= documents
            // What weighs no more in a search weighs no more in truth.
            let bound = found.last?.weight ?? 0
            try weigh(&found, query, options.weighting, in: state.database)
            var best = Self.inOrder(found)
            if collapses { best = firstOfEachStory(best, label: 1, state.members) }
            // Of very many with one weight those stand that Xapian has put first by their value.
            if isAll || options.limit >= max(Self.mostTies, wanted * 4)
                || best.count > wanted && best[wanted - 1].weight > bound
                    && !isTie(best[wanted - 1].weight, bound)
            {
                return Array(best.prefix(wanted).dropFirst(start)).map(withoutValues)
            }
            options.limit = min(documents, options.limit * 4)
        }
    }

    /// Gives matches the weights that they have with the greatest of the parts of each maximum, which a search adds up.
    private static func weigh(
        _ matches: inout [Match],
        _ query: Query,
        _ weighting: SearchOptions.Weighting,
        in database: borrowing Database
    ) throws {
        guard database.addsMaxima(of: query) else { return }
        let some = try Query.among(matches.map(\.documentID), in: database, besides: .any)
        let weights = try database.weights(of: query, among: some, weighting)
        for place in matches.indices {
            matches[place].weight = weights[matches[place].documentID] ?? matches[place].weight
        }
        matches.sort { $0.weight > $1.weight }
    }

    /// Weights that differ by no more than the order in which they are added up.
    private static func isTie(_ a: Double, _ b: Double) -> Bool { abs(a - b) <= 1e-9 * max(1, abs(a)) }

    /// Matches by weight, ties by their first value.
    private static func inOrder(_ matches: [Match]) -> [Match] {
        var ordered: [Match] = []
        ordered.reserveCapacity(matches.count)
        var start = 0
        while start < matches.count {
            var end = start + 1
            while end < matches.count, isTie(matches[start].weight, matches[end].weight) { end += 1 }
            ordered += matches[start..<end].sorted { $0.values[0].lexicographicallyPrecedes($1.values[0]) }
            start = end
        }
        return ordered
    }

    /// What a search gives, with stories of different indexes told apart where they are to be collapsed.
    ///
    /// Xapian collapses by the label alone, which two indexes may have given to different stories: of several indexes more
    /// matches are brought back until enough stories are among them.
    static func bestOfEachStory(
        _ query: Query,
        _ options: SearchOptions,
        _ state: borrowing State
    ) throws -> [Match] {
        var options = options
        // What is counted was counted before.
        options.countedSlots = []
        options.checkAtLeast = nil
        guard let slot = options.collapseSlot, state.members.count > 1 else {
            return try state.database.search(query, options).matches
        }
        let documents = try state.database.documentCount
        let (end, overflow) = options.offset.addingReportingOverflow(options.limit)
        let wanted = overflow ? documents : min(documents, end)
        let start = options.offset
        options.valueSlots = [slot]
        options.collapseSlot = nil
        options.offset = 0
        options.limit = min(documents, wanted + 16)
        while true {
            let found = try state.database.search(query, options).matches
            let best = firstOfEachStory(found, label: 0, state.members)
            if best.count >= wanted || found.count < options.limit || options.limit >= documents {
                return Array(best.prefix(wanted).dropFirst(start)).map(withoutValues)
            }
            options.limit = min(documents, options.limit * 4)
        }
    }

    /// Of the matches of each story the first.
    ///
    /// - Parameter label: which of their values is the label of their story.
    private static func firstOfEachStory(_ matches: [Match], label: Int, _ members: Members) -> [Match] {
        var seen: Set<StoryName> = []
        return matches.filter { match in
            let label = String(decoding: match.values[label], as: UTF8.self)
            return label.isEmpty
                || seen.insert(StoryName(index: members.place(of: match.documentID), label: label)).inserted
        }
    }

    private static func withoutValues(_ match: Match) -> Match {
        var match = match
        match.values = []
        return match
    }
}
