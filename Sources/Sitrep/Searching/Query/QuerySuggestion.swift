internal import Xapian

/// Proposes another spelling for words of a query that the index hardly knows.
///
/// Words in quotes, exact ones, designators and other words with digits, words that are left out, and the values of
/// filters are never touched: they mean what they say.
struct QuerySuggestion: ~Copyable {
    private var stemming: Stemming

    /// So many words of a query are looked up among those of the index: each takes some 20 ms for a million of these.
    private static let mostWords = 4
    /// Shorter words have too many that are near.
    private static let fewestLetters = 4
    /// A word in more reports is known.
    private static let rare = 2
    /// A rare word is doubted where a near one is in so many times as many reports.
    private static let ratio = 20
    /// A word two letters away must be in so many times as many reports as one that is one letter away.
    private static let costOfEdit = 50

    init() throws(XapianError) { stemming = try Stemming() }

    /// The query with the words of the index in place of those that are likely misspelt; `nil` where there are none.
    ///
    /// - Parameter known: words that were found under another spelling.
    mutating func suggestion(
        for query: String,
        except known: Set<String> = [],
        in database: borrowing some DatabaseReading & ~Copyable
    ) throws -> String? {
        var result = Array(query)
        var changed = false
        // From the end, so that the columns before stay what they are.
        for word in try QueryWords.free(in: query, limit: .max).reversed() {
            if known.contains(word.text) { continue }
            guard let replacement = try replacement(for: word.text, in: database) else { continue }
            result.replaceSubrange(word.characters, with: replacement)
            changed = true
        }
        return changed ? String(result) : nil
    }

    private var lookups = 0

    /// `text` with its unknown words replaced; `nil` where all are known or nothing is near.
    private mutating func replacement(
        for text: String,
        in database: borrowing some DatabaseReading & ~Copyable
    ) throws(XapianError) -> String? {
        let bytes = Array(text.utf8)
        let words = Words.words(of: Tokenizer.tokenize(text))
        guard !words.isEmpty, words.allSatisfy({ Script.of(Array($0.folded)) != .other && !$0.isDesignator }) else {
            return nil
        }
        var result: [UInt8] = []
        var at = 0
        for word in words {
            guard let better = try better(Array(word.folded), in: database) else { continue }
            result += bytes[at..<word.range.lowerBound] + better
            at = word.range.upperBound
        }
        return at == 0 ? nil : String(decoding: result + bytes[at...], as: UTF8.self)
    }

    private mutating func better(
        _ word: [UInt8],
        in database: borrowing some DatabaseReading & ~Copyable
    ) throws(XapianError) -> [UInt8]? {
        let letters = String(decoding: word, as: UTF8.self).unicodeScalars
        guard letters.count >= Self.fewestLetters, word.count <= Terms.maximumWordLength else { return nil }
        let stems = stemming.stems(ofQueryWord: word)
        var frequency = 0
        for stem in stems {
            frequency = max(frequency, try database.termFrequency(Array(Schema.stem.prefix.utf8) + stem))
        }
        guard frequency <= Self.rare, lookups < Self.mostWords else { return nil }
        lookups += 1
        // The first letter is rarely wrong, but may have changed places with the second.
        for first in [letters[letters.startIndex], letters[letters.index(after: letters.startIndex)]] {
            let near = try database.nearTerms(
                prefix: Array(String(first).utf8),
                to: word,
                maximumEdits: IndexWords.maximumEdits(for: word),
                limit: IndexWords.mostByLikeness
            ).terms
            let candidates = near.filter { term in
                term.edits > 0 && term.frequency > frequency * Self.ratio && Script.of(term.term) != .other
                    && stemming.stems(ofQueryWord: term.term).first != stems.first
            }
            let best = candidates.max { a, b in
                let (x, y) = (a.frequency * weight(b.edits), b.frequency * weight(a.edits))
                return x != y ? x < y : b.term.lexicographicallyPrecedes(a.term)
            }
            if let best { return best.term }
        }
        return nil
    }

    private func weight(_ edits: Int) -> Int { edits > 1 ? Self.costOfEdit : 1 }
}

/// The words of a query that stand for themselves: without quotes, signs and fields, and not left out.
struct QueryWords {
    var text: String
    /// Where it stands among the characters of the query.
    var characters: Range<Int>

    /// The first of them, those of the title too.
    static func free(in query: String, limit: Int) throws(SitrepError) -> [QueryWords] {
        var words: [QueryWords] = []
        var isSkipped = false
        // How deep the parentheses are, and how deep those are whose contents are left out.
        var depth = 0
        var leftOut: Int?
        for placed in try QueryLexer.tokens(of: query) where words.count < limit {
            defer {
                switch placed.token {
                case .minus, .not, .exact: isSkipped = true
                case .field(let field): isSkipped = field != .title
                default: isSkipped = false
                }
            }
            switch placed.token {
            case .open:
                depth += 1
                if isSkipped, leftOut == nil { leftOut = depth }
            case .close:
                if leftOut == depth { leftOut = nil }
                depth -= 1
            case .word(let text) where !isSkipped && leftOut == nil && !text.contains(where: { "*~:/@".contains($0) }):
                let start = placed.column - 1
                words.append(QueryWords(text: text, characters: start..<start + text.count))
            default: break
            }
        }
        return words
    }
}
