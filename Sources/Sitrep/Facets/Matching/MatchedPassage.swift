/// A title or a text with the spellings of the vocabulary that stand in it.
struct MatchedPassage {
    /// A spelling found in the text.
    struct Hit {
        /// Its tokens.
        var tokens: Range<Int>
        /// The bytes that it takes up; the last full stop of "U.S." belongs to it.
        var span: Range<Int>
        /// The concepts that bear the spelling; after resolution, those that are meant (none for a hit that is dropped).
        var concepts: [Int]
        /// A comma and a space stand before it, and nothing else.
        var followsComma = false
    }

    let tokens: [Token]
    /// The folded forms of the tokens.
    let folded: [UInt8]
    private let text: String
    /// Hits that do not overlap, in order.
    var hits: [Hit] = []

    init(matcher: VocabularyMatcher, text: String, tokens: TokenizedText) {
        self.tokens = tokens.tokens
        folded = tokens.bytes
        self.text = text
        hits = matcher.hits(in: text, tokens)
    }

    /// The folded form of a token; empty outside of the passage.
    func word(_ index: Int) -> String {
        guard tokens.indices.contains(index) else { return "" }
        return String(decoding: folded[tokens[index].foldedStart..<tokens[index].foldedEnd], as: UTF8.self)
    }

    /// Whether a word follows the hit, with nothing but a space between.
    func isFollowedByWord(_ hit: Hit) -> Bool {
        guard hit.tokens.upperBound < tokens.count else { return false }
        let next = tokens[hit.tokens.upperBound]
        let utf8 = text.utf8
        return next.start == hit.span.upperBound + 1
            && utf8[utf8.index(utf8.startIndex, offsetBy: hit.span.upperBound)] == UInt8(ascii: " ")
    }

    /// A hit as it is written.
    func surface(of hit: Hit) -> String {
        let utf8 = text.utf8
        let start = utf8.index(utf8.startIndex, offsetBy: hit.span.lowerBound)
        return String(text[start..<utf8.index(start, offsetBy: hit.span.count)])
    }
}
