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
    private static let fewWords = 32
    /// How many steps (``QueryCost``) a query may take for each report.
    private static let stepsPerReport = 700
    /// No fewer than this, which takes most of a second: an index of few reports answers anything.
    private static let leastSteps = 30_000_000

    /// Refuses a query that would take very long: more than a second or two for 100,000 reports.
    ///
    /// - Parameter text: the query as it was typed, for the column of the mistake.
    /// - Throws: ``SitrepError`` where it takes more than ``stepsPerReport`` for each report of the index.
    func checkCost(of text: String, in database: borrowing some DatabaseReading & ~Copyable) throws {
        let query = query()
        guard query.size > Self.fewWords else { return }
        let steps = try QueryCost.steps(of: query, in: database)
        guard steps > max(try database.documentCount * Self.stepsPerReport, Self.leastSteps) else { return }
        let amount = "a search would go through \(steps / 1_000_000) million entries of the index"
        switch try QueryPlace.widest(in: text) {
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

/// What makes a query wide, and where it begins.
enum QueryPlace: Equatable {
    /// The first OR of those that join most.
    case or(column: Int)
    /// The first word with a star or a tilde, or NEAR.
    case sign(column: Int)

    /// Fewer parts are not many.
    private static let fewParts = 16

    /// The place in a query that a person should look at; `nil` where there is none.
    static func widest(in query: String) throws(SitrepError) -> QueryPlace? {
        var open: [(column: Int, count: Int)] = [(0, 0)]
        var widest = (column: 0, count: 0)
        var sign: Int?
        for placed in try QueryLexer.tokens(of: query) {
            switch placed.token {
            case .open: open.append((0, 0))
            case .close where open.count > 1: open.removeLast()
            case .or:
                if open[open.count - 1].count == 0 { open[open.count - 1].column = placed.column }
                open[open.count - 1].count += 1
                if open[open.count - 1].count > widest.count { widest = open[open.count - 1] }
            case .near: sign = sign ?? placed.column
            case .word(let text) where text.hasSuffix("*") || text.hasSuffix("~"): sign = sign ?? placed.column
            default: break
            }
        }
        if widest.count >= fewParts { return .or(column: widest.column) }
        return sign.map { .sign(column: $0) }
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
