/// Makes a tree of a query.
///
/// ```
/// query  = or
/// or     = and { "OR" and }
/// and    = not { ["AND"] not }
/// not    = ["NOT" | "-"] term
/// term   = "(" query ")" | field value | word | quotation
/// ```
/// Words are AND-ed. `field:` is one of ``Schema/queryFields``; anything else with a colon is words.
struct QueryParser {
    private let tokens: [QueryLexer.Placed]
    private let today: CalendarDate
    private var at = 0
    private var depth = 0

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

    private func peek() -> QueryLexer.Placed? { at < tokens.count ? tokens[at] : nil }

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
        guard token.token == .not || token.token == .minus else { return try term() }
        at += 1
        switch peek()?.token {
        case nil, .or, .and, .close: throw Self.missingOperand("NOT", token.column)
        case .not, .minus:
            throw SitrepError(
                .usage,
                "two negations follow each other at column \(token.column) of the query",
                hint: "leave one of them out"
            )
        default: return try term().map { .not($0) }
        }
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
        case .word(let text): return Self.text(text, isQuoted: false)
        case .quoted(let text): return Self.text(text, isQuoted: true)
        case .field(let name): return try filter(name, column: placed.column)
        default: return nil
        }
    }

    private mutating func filter(_ name: String, column: Int) throws(SitrepError) -> QueryNode? {
        let value: String
        let isQuoted: Bool
        switch peek()?.token {
        case .word(let text): (value, isQuoted) = (text, false)
        case .quoted(let text): (value, isQuoted) = (text, true)
        default:
            throw SitrepError(
                .usage,
                "\(name): at column \(column) of the query has no value",
                hint: "write it as \(Schema.queryField(named: name)?.example ?? name + ":value")"
            )
        }
        at += 1
        switch name {
        case Schema.title.name: return Self.words(value).map { .title(.init(source: $0, isQuoted: isQuoted)) }
        case Schema.source.name: return .value(.source, value: value, column: column)
        case Schema.language.name: return .value(.language, value: value, column: column)
        case Schema.date.name, Schema.happened.name:
            guard let span = DateSpan(range: value, today: today) else {
                throw SitrepError(
                    .usage,
                    "“\(value)” at column \(column) of the query is no date",
                    hint: "write \(DateSpan.forms), or a range as 2024-11..2024-12"
                )
            }
            if let first = span.first, let last = span.last, first > last {
                throw SitrepError(
                    .usage,
                    "“\(value)” at column \(column) of the query ends before it begins",
                    hint: "write the earlier date first"
                )
            }
            return name == Schema.date.name ? .dates(span) : .happened(span)
        default:
            guard let facet = FacetKind(rawValue: name) else { return nil }
            return .facet(facet, value: value, column: column)
        }
    }

    private static func text(_ source: String, isQuoted: Bool) -> QueryNode? {
        words(source).map { .text(.init(source: $0, isQuoted: isQuoted)) }
    }

    /// `nil` for a text without any word in it, as a lone hyphen.
    private static func words(_ source: String) -> String? {
        Tokenizer.tokenize(source).tokens.isEmpty ? nil : source
    }

    private static func missingOperand(_ name: String, _ column: Int) -> SitrepError {
        SitrepError(
            .usage,
            "\(name) at column \(column) of the query has nothing to join",
            hint: "put a word on both sides, or write it in small letters to search for the word"
        )
    }
}
