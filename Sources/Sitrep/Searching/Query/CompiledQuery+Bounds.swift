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

    /// A query may go through as many words of reports as if it had so many words that all reports have.
    private static let mostFullWords = 100

    /// Refuses a query whose OR would take very long.
    ///
    /// - Throws: ``SitrepError`` where words joined by OR are in so many reports, each counted for each word, as
    ///   ``mostFullWords`` words would be that all reports have.
    func checkCost(in database: borrowing some DatabaseReading & ~Copyable) throws {
        let parts = clauses + filters.map(\.query) + exclusions
        guard parts.reduce(0, { $0 + $1.size }) > Self.mostFullWords else { return }
        let most = try database.documentCount * Self.mostFullWords
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
        case .and(let queries), .or(let queries), .synonym(let queries): queries.reduce(0) { $0 + $1.size }
        case .andNot(let first, let second), .filter(let first, by: let second): first.size + second.size
        case .scaled(let query, by: _): query.size
        default: 1
        }
    }

    /// How many postings a search for it goes through at most.
    fileprivate func cost(in database: borrowing some DatabaseReading & ~Copyable) throws(XapianError) -> Int {
        switch self {
        case .term(let term): return try database.termFrequency(term)
        case .or(let queries), .synonym(let queries):
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
