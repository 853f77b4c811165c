/// Cuts a query into its tokens.
struct QueryLexer {
    enum Token: Equatable {
        case open, close, and, or, not, minus
        /// `NEAR`, with how many words may lie from one to the other.
        case near(Int)
        /// `=` right before a word or a quotation.
        case exact
        /// A run of characters without blanks.
        case word(String)
        case quoted(String)
        /// `name:` right before a value.
        case field(QueryField)
    }

    /// A token and the column, counted in characters from 1, where it begins.
    struct Placed: Equatable {
        var token: Token
        var column: Int
    }

    /// The most tokens a query may have.
    static let limit = 20_000
    /// The most bytes a query may have; more is a text, not a query.
    static let longest = 1_000_000

    private let characters: [Character]
    private var at = 0
    private var tokens: [Placed] = []

    private init(_ query: String) { characters = Array(query) }

    /// The tokens of a query; linear in its length.
    ///
    /// - Throws: ``SitrepError`` for a quotation that does not end, a field that is misspelt or has no value, a `NEAR`
    ///   out of range, and a query beyond all measure.
    static func tokens(of query: String) throws(SitrepError) -> [Placed] {
        guard query.utf8.count <= longest else {
            let column = String(decoding: query.utf8.prefix(longest), as: UTF8.self).count
            throw tooLong("\(longest) bytes, which end", column)
        }
        var lexer = QueryLexer(query)
        while lexer.at < lexer.characters.count { try lexer.next() }
        return lexer.tokens
    }

    private mutating func next() throws(SitrepError) {
        let column = at + 1
        let character = characters[at]
        if Self.isBlank(character) || (startsTerm && Self.isDirectionMark(character)) {
            at += 1
            return
        }
        guard tokens.count < Self.limit else { throw Self.tooLong("\(Self.limit) words, the next", column) }
        if character == "(" {
            // `(= Kyiv, Київ)`, as a query that was understood has it behind a word, is passed over.
            if startsRemark, let end = characters[at...].firstIndex(of: ")") {
                at = end + 1
                return
            }
            emit(.open, column)
        } else if character == ")" {
            emit(.close, column)
        } else if Self.closing[character] != nil {
            try quotation(column)
        } else if character == "-" && startsTerm && hasMore(after: at) {
            emit(.minus, column)
        } else if character == "=" && (startsTerm || followsSign) && hasMore(after: at) {
            emit(.exact, column)
        } else {
            try word(column)
        }
    }

    /// Whether an equals sign with a blank behind it follows the parenthesis.
    private var startsRemark: Bool {
        at + 2 < characters.count && characters[at + 1] == "=" && characters[at + 2] == " "
    }

    private static func tooLong(_ limit: String, _ column: Int) -> SitrepError {
        SitrepError(
            .usage,
            "the query is too long: more than \(limit) at column \(column)",
            hint: "search for fewer words"
        )
    }

    /// Whether a term may begin here: after a blank, a parenthesis, a mark of direction or at the start.
    private var startsTerm: Bool {
        guard at > 0 else { return true }
        let before = characters[at - 1]
        return Self.isBlank(before) || before == "(" || Self.isDirectionMark(before)
    }

    /// Whether what comes belongs to a minus or a field right before it.
    private var followsSign: Bool {
        switch tokens.last?.token {
        case .minus: tokens.last?.column == at
        case .field: at > 0 && characters[at - 1] == ":"
        default: false
        }
    }

    /// Whether something that is no blank and no parenthesis comes right behind `place`.
    private func hasMore(after place: Int) -> Bool {
        guard place + 1 < characters.count else { return false }
        let next = characters[place + 1]
        return !Self.isBlank(next) && (characters[place] == "-" || (next != "(" && next != ")" && next != "="))
    }

    private mutating func emit(_ token: Token, _ column: Int) {
        tokens.append(Placed(token: token, column: column))
        at += 1
    }

    /// Reads to the closing mark; a backslash keeps a quotation mark, or a backslash, from being one.
    private mutating func quotation(_ column: Int) throws(SitrepError) {
        let ends = Self.closing[characters[at]] ?? "\""
        at += 1
        var text = ""
        while at < characters.count, !ends.contains(characters[at]) {
            if characters[at] == "\\", at + 1 < characters.count,
                ends.contains(characters[at + 1]) || characters[at + 1] == "\\"
            {
                at += 1
            }
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
        let isPlain = tokens.last == Placed(token: .exact, column: column - 1)
        var isValue = false
        if case .field = tokens.last?.token { isValue = followsSign || characters[at] == ">" || characters[at] == "<" }
        var text = ""
        while at < characters.count {
            let character = characters[at]
            if Self.isBlank(character) || character == "(" || character == ")" || Self.closing[character] != nil {
                break
            }
            // A value may have colons: an address, a time. No name of a field is long.
            if !isPlain, !isValue, text.utf8.count <= QueryField.longestName {
                // `date>=2024-11`: the sign belongs to the value.
                if character == ">" || character == "<", let field = QueryField.named(text), field.isDate {
                    tokens.append(Placed(token: .field(field), column: column))
                    return
                }
                if character == ":", try field(text, column) { return }
            }
            at += 1
            text.append(character)
        }
        tokens.append(Placed(token: isPlain || isValue ? .word(text) : try keyword(text, column), column: column))
    }

    /// Takes the colon at `at` where `name` before it is a field, and says whether it is.
    private mutating func field(_ name: String, _ column: Int) throws(SitrepError) -> Bool {
        let hasValue = at + 1 < characters.count && !Self.isBlank(characters[at + 1])
        guard let field = QueryField.named(name) else {
            guard hasValue else { return false }
            let meant = QueryField.near(name)
            guard meant != nil || looksLikeField(name) else { return false }
            let fields = QueryField.all.map(\.name).joined(separator: ", ")
            throw SitrepError(
                .usage,
                "there is no field “\(name)”, as at column \(column) of the query",
                hint: (meant.map { "did you mean \($0.name): ?" } ?? "The fields are: \(fields).")
                    + " To search for the words, put them in quotes"
            )
        }
        guard hasValue else { throw field.withoutValue(column: column) }
        at += 1
        tokens.append(Placed(token: .field(field), column: column))
        return true
    }

    /// Whether a name before a colon was meant for a field: a word in small letters of English with a word right behind it,
    /// which is no address.
    private func looksLikeField(_ name: String) -> Bool {
        let next = characters[at + 1]
        return name.utf8.count > 2 && name.utf8.allSatisfy { (0x61...0x7A).contains($0) }
            && (next.isLetter || next.isNumber || Self.closing[next] != nil)
    }

    private func keyword(_ text: String, _ column: Int) throws(SitrepError) -> Token {
        switch text {
        case "AND": return .and
        case "OR": return .or
        case "NOT": return .not
        case "NEAR": return .near(Self.usualDistance)
        default: break
        }
        guard text.hasPrefix("NEAR/") else { return .word(text) }
        guard let distance = Int(text.dropFirst(5)), Self.distances.contains(distance) else {
            throw SitrepError(
                .usage,
                "“\(text)” at column \(column) of the query has no distance from 1 to \(Self.distances.upperBound)",
                hint: "write NEAR, or NEAR/5 for at most 5 words from one to the other"
            )
        }
        return .near(distance)
    }

    /// How far apart `NEAR` lets words be, in words.
    static let usualDistance = 10
    static let distances = 1...100

    private static func isBlank(_ character: Character) -> Bool { character.isWhitespace || character == "\0" }

    /// Turns the direction of writing and shows nothing; comes along when right-to-left text is copied.
    private static func isDirectionMark(_ character: Character) -> Bool {
        guard character.unicodeScalars.count == 1, let scalar = character.unicodeScalars.first else { return false }
        switch scalar.value {
        case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF: return true
        default: return false
        }
    }

    /// What closes each kind of quotation mark; „ has either end, as languages differ.
    private static let closing: [Character: String] = ["\"": "\"", "“": "”\"", "„": "“”\"", "«": "»"]
}
