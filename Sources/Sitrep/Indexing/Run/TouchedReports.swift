internal import Xapian

/// Finds the reports of an index that a change of its vocabulary can touch, without reading their texts.
///
/// For a spelling these are the reports that have all of its words, or that were given such a name by their record; for
/// a concept those that carry it, by themselves or through a concept below it. More may be found than the change
/// touches, never fewer; but that another mention of a report decides otherwise because of a concept that is only near
/// to it is not followed up.
struct TouchedReports {
    private var containing: [[UInt8]: Query] = [:]
    /// The words of the index, once they are needed.
    private var words: [String]?

    /// Spellings with more joints between letters and digits are looked for by the words around these alone.
    private static let mostJoints = 4
    /// A word that begins like more than so many others is not looked for.
    private static let mostExpansions = 5_000
    /// Longer words may stand in the index with a hash at their end.
    private static let longestWord = 64

    /// The documents that `changes` can touch.
    mutating func documents(
        _ changes: VocabularyChanges,
        in database: borrowing some DatabaseReading & ~Copyable
    ) throws(XapianError) -> Set<DocumentID> {
        let all = try database.documentCount
        var found: Set<DocumentID> = []
        for (facet, concept) in changes.concepts {
            found.formUnion(try database.documentIDs(containing: Schema.field(of: facet).term(concept.rawValue)))
        }
        for spelling in changes.spellings where found.count < all {
            let name = spelling.joined(separator: " ")
            found.formUnion(try database.documentIDs(containing: Schema.given.term(name)))
            found.formUnion(try database.matchingDocumentIDs(try query(for: spelling, in: database)))
        }
        return found
    }

    /// What the reports match in which the tokens of a spelling can stand beside each other.
    ///
    /// Letters and digits that are written together are one word of the index (``Words``), so `kh 101` stands in reports
    /// with the words `kh` and `101` and in those with the word `kh101`.
    mutating func query(
        for tokens: [String],
        in database: borrowing some DatabaseReading & ~Copyable
    ) throws(XapianError) -> Query {
        let tokens = tokens.map { Array($0.utf8) }.filter { !$0.isEmpty }
        guard !tokens.isEmpty else { return .matchNothing }
        let joints = (1..<max(1, tokens.count)).filter { Self.isNumber(tokens[$0 - 1]) != Self.isNumber(tokens[$0]) }
        guard joints.count <= Self.mostJoints else {
            // Parts that no joint touches are words for certain.
            let open = Set(joints.flatMap { [$0 - 1, $0] })
            let certain = tokens.indices.filter { !open.contains($0) && $0 > 0 && $0 < tokens.count - 1 }
            return Self.all(certain.map { term(tokens[$0]) })
        }
        var readings: [Query] = []
        for choice in 0..<(1 << joints.count) {
            let joined = Set(joints.indices.filter { choice >> $0 & 1 == 1 }.map { joints[$0] })
            var words: [[UInt8]] = []
            var lastToken: [UInt8] = []
            for (index, token) in tokens.enumerated() {
                if joined.contains(index), var word = words.popLast() {
                    word += token
                    words.append(word)
                } else {
                    words.append(token)
                }
                lastToken = token
            }
            readings.append(try query(words, first: tokens[0], last: lastToken, in: database))
        }
        return readings.count == 1 ? readings[0] : .or(readings)
    }

    private mutating func query(
        _ words: [[UInt8]],
        first: [UInt8],
        last: [UInt8],
        in database: borrowing some DatabaseReading & ~Copyable
    ) throws(XapianError) -> Query {
        var parts: [Query] = []
        for (index, word) in words.enumerated() {
            // A name may begin behind digits or an ideograph that it is joined to, and end before letters.
            let mayBeginLate = index == 0 && (Self.isNumber(first) || Self.isIdeograph(first))
            let mayEndEarly = index == words.count - 1 && (Self.isNumber(last) || Self.isIdeograph(last))
            if mayBeginLate, try hasIdeographs(database) {
                parts.append(try containing(word, in: database))
            } else if mayEndEarly {
                parts.append(try beginning(word, in: database))
            } else {
                parts.append(term(word))
            }
        }
        return Self.all(parts)
    }

    private func term(_ word: [UInt8]) -> Query {
        word.count > Self.longestWord ? .matchAll : .term(Array(Schema.text.prefix.utf8) + word)
    }

    private func beginning(
        _ word: [UInt8],
        in database: borrowing some DatabaseReading & ~Copyable
    ) throws(XapianError) -> Query {
        guard word.count <= Self.longestWord else { return .matchAll }
        let terms = try database.allTerms(prefix: word, limit: Self.mostExpansions + 1).map(\.term)
        if terms.count > Self.mostExpansions { return .matchAll }
        return terms.isEmpty ? .matchNothing : .or(terms.map { .term($0) })
    }

    /// Words of scripts without spaces run into the digits around them, so the whole dictionary is looked through.
    private mutating func containing(
        _ word: [UInt8],
        in database: borrowing some DatabaseReading & ~Copyable
    ) throws(XapianError) -> Query {
        guard word.count <= Self.longestWord else { return .matchAll }
        if let known = containing[word] { return known }
        if words == nil { words = try Self.words(of: database) }
        let needle = String(decoding: word, as: UTF8.self)
        let terms = (words ?? []).filter { ByteSearch.contains($0, needle) }.map { Array($0.utf8) }
        let query: Query =
            terms.count > Self.mostExpansions
            ? .matchAll : terms.isEmpty ? .matchNothing : .or(terms.map { .term($0) })
        containing[word] = query
        return query
    }

    private static func words(of database: borrowing some DatabaseReading & ~Copyable) throws(XapianError) -> [String] {
        // Terms with a prefix begin with a capital, words never do.
        try database.allTerms(prefix: "").lazy.map(\.term).filter { !(0x41...0x5A).contains($0.first ?? 0) }
            .map { String(decoding: $0, as: UTF8.self) }
    }

    /// Whether any word begins with a character of a script without spaces.
    private func hasIdeographs(_ database: borrowing some DatabaseReading & ~Copyable) throws(XapianError) -> Bool {
        for first in UInt8(0xE3)...0xF4 {
            let terms = try database.allTerms(prefix: [first], limit: 1)
            if !terms.isEmpty { return true }
        }
        return false
    }

    private static func isNumber(_ token: [UInt8]) -> Bool {
        Tokenizer.tokenize(String(decoding: token, as: UTF8.self)).tokens.first?.flags.contains(.number) ?? false
    }

    private static func isIdeograph(_ token: [UInt8]) -> Bool { (token.first ?? 0) >= 0xE3 }

    private static func all(_ parts: [Query]) -> Query {
        let parts = parts.filter { $0 != .matchAll }
        return parts.isEmpty ? .matchAll : parts.count == 1 ? parts[0] : .and(parts)
    }
}
