/// Cuts a query into its tokens.
struct QueryLexer {
    enum Token: Equatable {
        case open, close, and, or, not, minus
        /// A run of characters without blanks.
        case word(String)
        case quoted(String)
        /// `name:` right before a value.
        case field(String)
    }

    /// A token and the column, counted in characters from 1, where it begins.
    struct Placed: Equatable {
        var token: Token
        var column: Int
    }

    /// The most tokens a query may have.
    static let limit = 20_000

    private let characters: [Character]
    private var at = 0
    private var tokens: [Placed] = []

    private init(_ query: String) { characters = Array(query) }

    /// The tokens of a query.
    ///
    /// - Throws: ``SitrepError`` for a quotation that does not end, and for a query beyond all measure.
    static func tokens(of query: String) throws(SitrepError) -> [Placed] {
        var lexer = QueryLexer(query)
        while lexer.at < lexer.characters.count { try lexer.next() }
        return lexer.tokens
    }

    private mutating func next() throws(SitrepError) {
        let column = at + 1
        let character = characters[at]
        if Self.isBlank(character) {
            at += 1
            return
        }
        guard tokens.count < Self.limit else {
            throw SitrepError(
                .usage,
                "the query is too long: more than \(Self.limit) words",
                hint: "search for fewer words"
            )
        }
        if character == "(" {
            emit(.open, column)
        } else if character == ")" {
            emit(.close, column)
        } else if Self.closing[character] != nil {
            try quotation(column)
        } else if character == "-" && startsTerm && at + 1 < characters.count && !Self.isBlank(characters[at + 1]) {
            emit(.minus, column)
        } else {
            try word(column)
        }
    }

    /// Whether a term may begin here: after a blank, a parenthesis or at the start.
    private var startsTerm: Bool {
        at == 0 || Self.isBlank(characters[at - 1]) || characters[at - 1] == "("
    }

    private mutating func emit(_ token: Token, _ column: Int) {
        tokens.append(Placed(token: token, column: column))
        at += 1
    }

    private mutating func quotation(_ column: Int) throws(SitrepError) {
        let ends = Self.closing[characters[at]] ?? "\""
        at += 1
        var text = ""
        while at < characters.count, !ends.contains(characters[at]) {
            text.append(characters[at])
            at += 1
        }
        guard at < characters.count else {
            throw SitrepError(
                .usage,
                "the quotation that begins at column \(column) of the query does not end",
                hint: "close it with a \" or leave the quotation mark out"
            )
        }
        at += 1
        tokens.append(Placed(token: .quoted(text), column: column))
    }

    private mutating func word(_ column: Int) throws(SitrepError) {
        var text = ""
        while at < characters.count {
            let character = characters[at]
            if Self.isBlank(character) || character == "(" || character == ")" || Self.closing[character] != nil {
                break
            }
            // `date>=2024-11`: the sign belongs to the value.
            if character == ">" || character == "<", Schema.queryField(named: text.lowercased())?.kind == .date {
                tokens.append(Placed(token: .field(text.lowercased()), column: column))
                return
            }
            at += 1
            if character == ":", Schema.queryField(named: text.lowercased()) != nil, at < characters.count,
                !Self.isBlank(characters[at])
            {
                tokens.append(Placed(token: .field(text.lowercased()), column: column))
                return
            }
            text.append(character)
        }
        switch text {
        case "AND": tokens.append(Placed(token: .and, column: column))
        case "OR": tokens.append(Placed(token: .or, column: column))
        case "NOT": tokens.append(Placed(token: .not, column: column))
        default: tokens.append(Placed(token: .word(text), column: column))
        }
    }

    private static func isBlank(_ character: Character) -> Bool { character.isWhitespace || character == "\0" }

    /// What closes each kind of quotation mark; „ has either end, as languages differ.
    private static let closing: [Character: String] = ["\"": "\"", "“": "”\"", "„": "“”\"", "«": "»"]
}
