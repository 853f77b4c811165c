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
        in database: borrowing Database
    ) throws -> [Match] {
        guard case .relevanceThenValue(let slot, descending: false) = options.order else {
            return try database.search(query, options).matches
        }
        guard options.limit > 0 else { return [] }
        let documents = try database.documentCount
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
            var found = try database.search(query, options).matches
            let isAll = found.count < options.limit || options.limit >= documents
            // What weighs no more in a search weighs no more in truth.
            let bound = found.last?.weight ?? 0
            try weigh(&found, query, options.weighting, in: database)
            let best = Self.inOrder(found, collapses: collapses)
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
        let some = try Query.among(matches.map(\.documentID), in: database)
        let weights = try database.weights(of: query, among: some, weighting)
        for place in matches.indices {
            matches[place].weight = weights[matches[place].documentID] ?? matches[place].weight
        }
        matches.sort { $0.weight > $1.weight }
    }

    /// Weights that differ by no more than the order in which they are added up.
    private static func isTie(_ a: Double, _ b: Double) -> Bool { abs(a - b) <= 1e-9 * max(1, abs(a)) }

    /// Matches by weight, ties by their first value, and of those with the same second value only the first.
    private static func inOrder(_ matches: [Match], collapses: Bool) -> [Match] {
        var ordered: [Match] = []
        ordered.reserveCapacity(matches.count)
        var start = 0
        while start < matches.count {
            var end = start + 1
            while end < matches.count, isTie(matches[start].weight, matches[end].weight) { end += 1 }
            ordered += matches[start..<end].sorted { $0.values[0].lexicographicallyPrecedes($1.values[0]) }
            start = end
        }
        guard collapses else { return ordered }
        var seen: Set<[UInt8]> = []
        return ordered.filter { $0.values[1].isEmpty || seen.insert($0.values[1]).inserted }
    }

    private static func withoutValues(_ match: Match) -> Match {
        var match = match
        match.values = []
        return match
    }
}
