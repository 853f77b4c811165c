internal import Xapian

extension CompiledQuery {
    /// So many parts are looked for at once: each holds some 20 KB while a search runs.
    private static let clausesAtOnce = 500

    /// Takes a query of very many words apart, so that it needs neither much memory nor much time.
    ///
    /// Few reports have hundreds of given words, so that most such queries end with the first of them. Where one does
    /// not, its matches are fixed here, and the first ``clausesAtOnce`` words rank.
    mutating func boundClauses(in database: borrowing some DatabaseReading & ~Copyable) throws {
        guard clauses.count > Self.clausesAtOnce else { return }
        var left: [DocumentID]?
        var start = 0
        while start < clauses.count, left?.isEmpty != true, !clauses.contains(.matchNothing) {
            let part = Query.and(Array(clauses[start..<min(start + Self.clausesAtOnce, clauses.count)]))
            let within = try left.map { Query.filter(part, by: try .among($0, in: database)) }
            left = try database.matchingDocumentIDs(within ?? part)
            start += Self.clausesAtOnce
        }
        guard let left, start >= clauses.count, !left.isEmpty else {
            clauses = [.matchNothing]
            return
        }
        clauses = Array(clauses.prefix(Self.clausesAtOnce))
        filters.append((.other, try .among(left, in: database)))
    }

    /// With fewer words a query may take the time that it takes.
    private static let fewWords = 32
    /// How many steps (``QueryCost``) a query may take for each report.
    private static let stepsPerReport = 700
    /// No fewer than this, which takes most of a second: an index of few reports answers anything.
    private static let leastSteps = 30_000_000

    /// Refuses a query that would take very long: more than a second or two for 100,000 reports.
    ///
    /// - Parameters:
    ///   - text: the query as it was typed, for the column of the mistake.
    ///   - weighs: whether words are weighed.
    ///   - limit: how many steps it may take; `nil` for what the size of the index allows.
    /// - Throws: ``SitrepError`` where it takes more than ``stepsPerReport`` for each report of the index.
    func checkCost(
        of text: String,
        weighs: Bool,
        limit: Int? = nil,
        in database: borrowing some DatabaseReading & ~Copyable
    ) throws {
        let query = query()
        guard query.size > Self.fewWords else { return }
        let steps = try QueryCost.steps(of: query, weighs: weighs, in: database)
        let allowed = try limit ?? max(try database.documentCount * Self.stepsPerReport, Self.leastSteps)
        guard steps > allowed else { return }
        let amount = "a search would go through \(steps / 1_000_000) million entries of the index"
        switch try WidestPart.widest(in: text) {
        case .or(let column):
            throw SitrepError(
                .usage,
                "OR joins too many words, the first with the OR at column \(column) of the query: " + amount,
                hint: "leave out the words that are everywhere, or search for fewer at a time"
            )
        case .sign(let column):
            throw SitrepError(
                .usage,
                "words with signs, the first at column \(column) of the query, stand for too many: " + amount,
                hint: "write more letters before a star, or search for fewer of them at a time"
            )
        case nil:
            throw SitrepError(
                .usage,
                "the query asks for too many words and values: " + amount,
                hint: "leave out what is everywhere, or search for less at a time"
            )
        }
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
        case .phrase(let words, _), .near(let words, _): words.count
        case .phraseOfAny(let places, _), .nearAny(let places, _): places.reduce(0) { $0 + $1.count }
        default: 1
        }
    }
}
