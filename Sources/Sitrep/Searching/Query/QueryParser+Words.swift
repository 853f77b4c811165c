extension QueryParser {
    /// So many words of a query may stand for others of the index: each is looked up among all of these.
    static let maximumPatterns = 16

    /// The fewest letters that can stand for other words.
    private static let fewestLetters = 2

    /// Reads a word or a quotation with its signs; `nil` for one without any word in it, as a lone hyphen.
    mutating func words() throws(SitrepError) -> QueryNode.TextClause? {
        guard var placed = peek() else { return nil }
        advance()
        let isExact = placed.token == .exact
        if isExact, let next = peek() {
            placed = next
            advance()
        }
        switch placed.token {
        case .quoted(let source): return Self.clause(source, isQuoted: true, isExact ? .exact : .plain)
        case .word(let source):
            if source.contains("*") { return try prefix(source, column: placed.column, isExact: isExact) }
            if source.hasSuffix("~"), source.utf8.count > 1 {
                return try fuzzy(String(source.dropLast()), column: placed.column, isExact: isExact)
            }
            return Self.clause(source, isQuoted: false, isExact ? .exact : .plain)
        default: return nil
        }
    }

    private static func clause(
        _ source: String,
        isQuoted: Bool,
        _ form: QueryNode.TextClause.Form
    ) -> QueryNode.TextClause? {
        Tokenizer.tokenize(source).tokens.isEmpty ? nil : .init(source: source, isQuoted: isQuoted, form: form)
    }

    private mutating func prefix(
        _ source: String,
        column: Int,
        isExact: Bool
    ) throws(SitrepError) -> QueryNode.TextClause {
        let before = source.prefix { $0 != "*" }
        let star = column + before.count
        guard before.count == source.count - 1 else {
            throw SitrepError(
                .usage,
                "the star at column \(star) of the query does not end a word",
                hint: "write the beginning of a word and a star behind it, as missil*; in quotes a star is no sign"
            )
        }
        let words = Words.words(of: Tokenizer.tokenize(String(before)))
        // Of a designator with hyphens the whole counts, of other words the last.
        let last = words.count > 1 && words[0].isDesignator ? words[0] : words.last
        let letters = last.map { String(decoding: $0.folded, as: UTF8.self).unicodeScalars.count } ?? 0
        guard letters >= Self.fewestLetters else {
            throw SitrepError(
                .usage,
                "the star at column \(star) of the query has fewer than \(Self.fewestLetters) letters before it",
                hint: "write more of the word, as missil*"
            )
        }
        if isExact { throw Self.exactPattern("*", column: column) }
        try countPattern(column: column)
        skipRemark()
        return .init(source: String(before), isQuoted: false, form: .prefix)
    }

    private mutating func fuzzy(
        _ source: String,
        column: Int,
        isExact: Bool
    ) throws(SitrepError) -> QueryNode.TextClause? {
        let words = Words.words(of: Tokenizer.tokenize(source))
        guard let word = words.last else { return nil }
        let letters = String(decoding: word.folded, as: UTF8.self).unicodeScalars
        guard !words.contains(where: { Self.hasDigit($0.folded) }) else {
            throw SitrepError(
                .usage,
                "“\(source)~” at column \(column) of the query has digits: designators are never searched by likeness",
                hint: "a designator that differs by one sign is another thing: leave the ~ out, or join several by OR"
            )
        }
        guard words.count == 1, letters.count >= Self.fewestLetters else {
            throw SitrepError(
                .usage,
                "the ~ at column \(column + source.count) of the query does not stand behind one word of "
                    + "\(Self.fewestLetters) letters or more",
                hint: "write it behind a word, as zelensky~"
            )
        }
        if isExact { throw Self.exactPattern("~", column: column) }
        try countPattern(column: column)
        skipRemark()
        return .init(source: source, isQuoted: false, form: .fuzzy)
    }

    private static func hasDigit(_ word: ArraySlice<UInt8>) -> Bool {
        word.contains { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    }

    private static func exactPattern(_ sign: String, column: Int) -> SitrepError {
        SitrepError(
            .usage,
            "= and \(sign) stand at the same word at column \(column) of the query",
            hint: "= asks for the word as it is, \(sign) for others; leave one of them out"
        )
    }

    private mutating func countPattern(column: Int) throws(SitrepError) {
        patterns += 1
        guard patterns <= Self.maximumPatterns else {
            throw SitrepError(
                .usage,
                "more than \(Self.maximumPatterns) words of the query have a * or a ~: one more at column \(column)",
                hint: "search for fewer of them at a time"
            )
        }
    }

    /// Passes over `(12)` and `(500 of 812 words)`, as a query that was understood has them.
    mutating func skipRemark() {
        guard peek()?.token == .open, isNumber(1) else { return }
        if peek(2)?.token == .close {
            advance(3)
        } else if peek(2)?.token == .word("of"), isNumber(3), peek(4)?.token == .word("words"),
            peek(5)?.token == .close
        {
            advance(6)
        }
    }

    private func isNumber(_ ahead: Int) -> Bool {
        guard case .word(let text) = peek(ahead)?.token else { return false }
        return text.utf8.allSatisfy { (0x30...0x39).contains($0) }
    }
}
