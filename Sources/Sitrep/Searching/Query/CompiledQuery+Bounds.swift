internal import Xapian

extension CompiledQuery {
    /// So many parts are looked for at once: each holds some 20 KB while a search runs.
    private static let clausesAtOnce = 500

    /// Takes a query of very many words apart, so that it needs neither much memory nor much time.
    ///
    /// Few reports have hundreds of given words, so that most such queries end with the first of them. Where one does
    /// not, its matches are fixed here, and the first ``clausesAtOnce`` words rank.
    mutating func boundClauses(in database: borrowing some DatabaseReading & ~Copyable) throws(XapianError) {
        guard clauses.count > Self.clausesAtOnce else { return }
        var left: [DocumentID]?
        var start = 0
        while start < clauses.count, left?.isEmpty != true, !clauses.contains(.matchNothing) {
            let part = Query.and(Array(clauses[start..<min(start + Self.clausesAtOnce, clauses.count)]))
            left = try database.matchingDocumentIDs(left.map { .filter(part, by: .documents($0)) } ?? part)
            start += Self.clausesAtOnce
        }
        guard let left, start >= clauses.count, !left.isEmpty else {
            clauses = [.matchNothing]
            return
        }
        clauses = Array(clauses.prefix(Self.clausesAtOnce))
        filters.append((.other, .documents(left)))
    }

    /// With fewer words a query may take the time that it takes.
    private static let fewWords = 100
    /// How many comparisons a query may take for each report: as many as 90 words that every report has.
    private static let comparisonsPerReport = 600
    /// No fewer than this, which takes a second: an index of few reports answers anything.
    private static let leastComparisons = 30_000_000

    /// Refuses a query whose OR would take very long: more than some two seconds for 100,000 reports.
    ///
    /// An OR compares the reports of its words in a tree, as often as that is deep.
    ///
    /// - Throws: ``SitrepError`` where that makes more than ``comparisonsPerReport`` for each report of the index.
    func checkCost(in database: borrowing some DatabaseReading & ~Copyable) throws {
        let parts = clauses + filters.map(\.query) + exclusions
        let words = parts.reduce(0) { $0 + $1.size }
        guard words > Self.fewWords else { return }
        let depth = Int.bitWidth - words.leadingZeroBitCount
        let most = max(try database.documentCount * Self.comparisonsPerReport, Self.leastComparisons) / depth
        var cost = 0
        for part in parts { cost = max(cost, try part.cost(in: database)) }
        guard cost > most else { return }
        throw SitrepError(
            .usage,
            "OR joins too many words: they stand in \(cost) reports, each counted for each of them",
            hint: "leave out the words that are everywhere, or search for fewer at a time"
        )
    }
}

extension Query {
    /// How many terms there are in it.
    fileprivate var size: Int {
        switch self {
        case .and(let queries), .or(let queries), .synonym(let queries), .maximum(let queries):
            queries.reduce(0) { $0 + $1.size }
        case .andNot(let first, let second), .filter(let first, by: let second): first.size + second.size
        case .scaled(let query, by: _): query.size
        default: 1
        }
    }

    /// How many postings a search for it goes through at most.
    fileprivate func cost(in database: borrowing some DatabaseReading & ~Copyable) throws(XapianError) -> Int {
        switch self {
        case .term(let term): return try database.termFrequency(term)
        case .or(let queries), .synonym(let queries), .maximum(let queries):
            var sum = 0
            for query in queries { sum += try query.cost(in: database) }
            return sum
        case .and(let queries):
            var least: Int?
            for query in queries { least = min(least ?? .max, try query.cost(in: database)) }
            return least ?? 0
        case .filter(let first, by: let second):
            return min(try first.cost(in: database), try second.cost(in: database))
        case .andNot(let first, let second):
            return try first.cost(in: database) + second.cost(in: database)
        case .scaled(let query, by: _): return try query.cost(in: database)
        default: return 0
        }
    }
}
