/// Makes a tree of a query.
///
/// ```
/// query  = or
/// or     = and { "OR" and }
/// and    = not { ["AND"] not }
/// not    = ["NOT" | "-"] near
/// near   = term { "NEAR" ["/" number] term }
/// term   = "(" query ")" | field value | ["="] (word | quotation) | beginning "*" | word "~"
/// ```
/// Words are AND-ed. `field:` is one of ``QueryField``; anything else with a colon is words. A count in parentheses
/// behind what a query was understood as, `(12)`, is passed over, so that this can be typed in again.
struct QueryParser {
    private let tokens: [QueryLexer.Placed]
    let today: CalendarDate
    private var at = 0
    private var depth = 0
    /// How many words with `*` or `~` there were.
    var patterns = 0

    /// Parentheses may be nested so deep: each level becomes up to three of a Xapian query, which may have 500.
    static let maximumDepth = 150

    /// The tree of `query`; `nil` when it has no words and no filters.
    ///
    /// - Parameter today: what relative dates count from.
    /// - Throws: ``SitrepError`` that names the column of the mistake.
    static func parse(_ query: String, today: CalendarDate) throws(SitrepError) -> QueryNode? {
        var parser = QueryParser(tokens: try QueryLexer.tokens(of: query), today: today)
        let node = try parser.or()
        if let token = parser.peek() {
            throw SitrepError(
                .usage,
                "the parenthesis at column \(token.column) of the query closes nothing",
                hint: "take it out, or put a “(” before it"
            )
        }
        return node
    }

    private init(tokens: [QueryLexer.Placed], today: CalendarDate) {
        self.tokens = tokens
        self.today = today
    }

    /// The next token, or one further on.
    func peek(_ ahead: Int = 0) -> QueryLexer.Placed? { at + ahead < tokens.count ? tokens[at + ahead] : nil }

    /// Takes the next tokens.
    mutating func advance(_ count: Int = 1) { at += count }

    private mutating func or() throws(SitrepError) -> QueryNode? {
        var nodes: [QueryNode] = []
        var operatorColumn: Int?
        while true {
            let node = try and()
            if let node {
                nodes.append(node)
            } else if let operatorColumn {
                throw Self.missingOperand("OR", operatorColumn)
            } else if let token = peek(), token.token == .or {
                throw Self.missingOperand("OR", token.column)
            }
            guard let token = peek(), token.token == .or else { break }
            operatorColumn = token.column
            at += 1
        }
        return nodes.count > 1 ? .or(nodes) : nodes.first
    }

    private mutating func and() throws(SitrepError) -> QueryNode? {
        var nodes: [QueryNode] = []
        while let token = peek() {
            switch token.token {
            case .or, .close:
                return Self.joined(nodes)
            case .and:
                at += 1
                let next = peek()?.token
                if nodes.isEmpty || next == nil || next == .or || next == .close || next == .and {
                    throw Self.missingOperand("AND", token.column)
                }
            default:
                if let node = try negation() { nodes.append(node) }
            }
        }
        return Self.joined(nodes)
    }

    private static func joined(_ nodes: [QueryNode]) -> QueryNode? {
        nodes.count > 1 ? .and(nodes) : nodes.first
    }

    private mutating func negation() throws(SitrepError) -> QueryNode? {
        guard let token = peek() else { return nil }
        guard token.token == .not || token.token == .minus else { return try near() }
        at += 1
        switch peek()?.token {
        case nil, .or, .and, .near, .close: throw Self.missingOperand("NOT", token.column)
        case .not, .minus:
            throw SitrepError(
                .usage,
                "two negations follow each other at column \(token.column) of the query",
                hint: "leave one of them out"
            )
        default: return try near().map { .not($0) }
        }
    }

    private mutating func near() throws(SitrepError) -> QueryNode? {
        var operands: [QueryNode] = []
        var distances: [Int] = []
        var column = peek()?.column ?? 1
        if case .near = peek()?.token { throw Self.missingOperand("NEAR", column) }
        guard let first = try term() else {
            if let token = peek(), case .near = token.token { throw Self.missingOperand("NEAR", token.column) }
            return nil
        }
        operands.append(first)
        while let token = peek(), case .near(let distance) = token.token {
            if distances.isEmpty { try Self.check(first, at: column) }
            guard distances.count < Self.maximumNear else {
                throw SitrepError(
                    .usage,
                    "more than \(Self.maximumNear) NEAR follow each other at column \(token.column) of the query",
                    hint: "ask for fewer words that stand together"
                )
            }
            at += 1
            column = peek()?.column ?? token.column
            switch peek()?.token {
            case .not, .minus: throw Self.unfit(at: column)
            case nil, .or, .and, .near, .close: throw Self.missingOperand("NEAR", token.column)
            default: break
            }
            guard let next = try term() else { throw Self.missingOperand("NEAR", token.column) }
            try Self.check(next, at: column)
            operands.append(next)
            distances.append(distance)
        }
        return distances.isEmpty ? first : .near(operands, distances: distances)
    }

    /// So many words can be asked to stand together.
    private static let maximumNear = 9

    /// Only words, phrases and groups of these with OR can stand beside NEAR.
    private static func check(_ node: QueryNode, at column: Int) throws(SitrepError) {
        switch node {
        case .text: return
        case .or(let nodes): for inner in nodes { try check(inner, at: column) }
        default: throw unfit(at: column)
        }
    }

    private static func unfit(at column: Int) -> SitrepError {
        SitrepError(
            .usage,
            "what begins at column \(column) of the query cannot stand beside NEAR",
            hint: "NEAR joins words, phrases in quotes, and groups of these with OR, as (drone OR uav) NEAR/5 strike"
        )
    }

    private mutating func term() throws(SitrepError) -> QueryNode? {
        guard let placed = peek() else { return nil }
        at += 1
        switch placed.token {
        case .open:
            depth += 1
            guard depth <= Self.maximumDepth else {
                throw SitrepError(
                    .usage,
                    "the query is nested too deep at column \(placed.column)",
                    hint: "use at most \(Self.maximumDepth) parentheses inside each other"
                )
            }
            let inner = try or()
            guard peek()?.token == .close else {
                throw SitrepError(
                    .usage,
                    "the parenthesis at column \(placed.column) of the query is not closed",
                    hint: "put a “)” where it ends"
                )
            }
            at += 1
            depth -= 1
            return inner
        case .word, .quoted, .exact:
            at -= 1
            return try words().map { .text($0) }
        case .field(let field): return try filter(field, column: placed.column)
        default: return nil
        }
    }

    static func missingOperand(_ name: String, _ column: Int) -> SitrepError {
        SitrepError(
            .usage,
            "\(name) at column \(column) of the query has nothing to join",
            hint: "put a word on both sides, or write it in small letters to search for the word"
        )
    }
}
