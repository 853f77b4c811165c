/// A title or a text with the spellings of the vocabulary that stand in it.
struct MatchedPassage {
    /// A spelling found in the text.
    struct Hit {
        /// Its tokens.
        var tokens: Range<Int>
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

    /// The bytes that a hit takes up.
    func span(of hit: Hit) -> Range<Int> {
        tokens[hit.tokens.lowerBound].start..<tokens[hit.tokens.upperBound - 1].end
    }

    /// A hit as it is written.
    func surface(of hit: Hit) -> String {
        let span = span(of: hit)
        let utf8 = text.utf8
        let start = utf8.index(utf8.startIndex, offsetBy: span.lowerBound)
        return String(decoding: utf8[start..<utf8.index(start, offsetBy: span.count)], as: UTF8.self)
    }
}
