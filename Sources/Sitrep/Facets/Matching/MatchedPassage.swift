/// A title or a text with the spellings of the vocabulary that stand in it.
struct MatchedPassage {
    /// A spelling found in the text.
    struct Hit {
        /// Its tokens.
        var tokens: Range<Int>
        /// The bytes that it takes up; the last full stop of "U.S." belongs to it.
        var span: Range<Int>
        /// The concepts that bear the spelling; after resolution, those that are meant (none for a hit that is dropped).
        var concepts: ConceptList
        /// A comma and a space stand before it, and nothing else.
        var followsComma = false
        /// What a word beside the name says that it is: "Reading town".
        var placeType: PlaceType?
        /// The name of an actor whom the vocabulary does not have; `concepts` is empty then. Read, it may be that of a
        /// place too.
        var unknown: String? {
            get { name?.text }
            set { name = newValue.map { Name($0, .actor) } }
        }
        /// The facet of `unknown`.
        var unknownFacet: FacetKind { name?.facet ?? .actor }
        /// Hardly a hit has such a name: all others carry no string for it.
        private var name: Name?

        private final class Name: Sendable {
            let text: String
            let facet: FacetKind
            init(_ text: String, _ facet: FacetKind) {
                self.text = text
                self.facet = facet
            }
        }

        init(tokens: Range<Int>, span: Range<Int>, concepts: ConceptList) {
            self.tokens = tokens
            self.span = span
            self.concepts = concepts
        }

        /// A place that the vocabulary does not have.
        init(tokens: Range<Int>, span: Range<Int>, unknownPlace name: String) {
            self.init(tokens: tokens, span: span, concepts: [])
            self.name = Name(name, .region)
        }

        /// Whether the spelling is weak for `concept`.
        func isWeak(_ concept: Int) -> Bool { concepts.isWeak(concept) }

        /// Whether the user has given the spelling to `concept`.
        func isOwn(_ concept: Int) -> Bool { concepts.isOwn(concept) }
    }

    let tokens: [Token]
    /// The folded forms of the tokens.
    let folded: [UInt8]
    private let text: String
    /// Hits that do not overlap, in order.
    var hits = HitList()

    init(matcher: VocabularyMatcher, text: String, tokens: TokenizedText) {
        self.tokens = tokens.tokens
        folded = tokens.bytes
        self.text = text
        hits = HitList(matcher.hits(in: text, tokens))
    }

    /// The folded form of a token; empty outside of the passage.
    func word(_ index: Int) -> String {
        guard tokens.indices.contains(index) else { return "" }
        return String(decoding: folded[tokens[index].foldedStart..<tokens[index].foldedEnd], as: UTF8.self)
    }

    /// The folded forms of some tokens with a blank between them.
    func words(_ range: Range<Int>) -> String {
        if range.count == 1 { return word(range.lowerBound) }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(
            tokens[range.upperBound - 1].foldedEnd - tokens[range.lowerBound].foldedStart + range.count
        )
        for token in tokens[range] {
            if !bytes.isEmpty { bytes.append(0x20) }
            bytes.append(contentsOf: folded[token.foldedStart..<token.foldedEnd])
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Whether the folded form of a token is one of a set's; not outside of the passage. Makes no string.
    @inline(__always)
    func word(_ index: Int, isIn set: WordSet) -> Bool {
        guard tokens.indices.contains(index) else { return false }
        return folded.withUnsafeBytes {
            set.contains(UnsafeRawBufferPointer(rebasing: $0[tokens[index].foldedStart..<tokens[index].foldedEnd]))
        }
    }

    /// Whether the first letter of a token's folded form is Cyrillic.
    func isCyrillic(_ index: Int) -> Bool {
        let first = folded[tokens[index].foldedStart]
        return first >= 0xD0 && first <= 0xD3
    }

    /// Whether nothing but blanks, or one hyphen, stands between a token and the one before it, inside of a sentence.
    func isClose(_ index: Int) -> Bool {
        guard index > 0, index < tokens.count else { return false }
        let flags = tokens[index].flags
        return (flags.contains(.spaced) || flags.contains(.hyphenated)) && !flags.contains(.sentenceStart)
    }

    /// Whether exactly a comma and blanks stand before a token.
    func followsComma(_ index: Int) -> Bool {
        guard index > 0, index < tokens.count else { return false }
        var text = text
        return text.withUTF8 { TokenGap.isComma(tokens[index - 1], tokens[index], in: UnsafeRawBufferPointer($0)) }
    }

    /// Whether a word in capitals is to be taken for a common word, as all words around it are in capitals: "WHO IS TO".
    func isCommonWord(_ word: String, at index: Int) -> Bool {
        tokens.withUnsafeBufferPointer { CapitalWords.isCommonWord(word, at: index, in: $0, folded: self.word) }
    }

    /// Whether a token stands alone in parentheses behind a blank: `… (MSS)`.
    func isInParentheses(_ index: Int) -> Bool {
        guard index > 0, index < tokens.count else { return false }
        let utf8 = text.utf8
        let before = utf8[utf8.index(utf8.startIndex, offsetBy: tokens[index - 1].end)...].prefix(2)
        let end = utf8.index(utf8.startIndex, offsetBy: tokens[index].end)
        return tokens[index].start - tokens[index - 1].end == 2 && before.elementsEqual(" (".utf8)
            && end < utf8.endIndex && utf8[end] == UInt8(ascii: ")")
    }

    /// Whether a hyphen joins a token to the one before it; not behind the text's end.
    func isHyphenated(_ index: Int) -> Bool { index < tokens.count && tokens[index].flags.contains(.hyphenated) }

    /// Whether a token begins with a letter a to z, or a digit.
    func isLatin(_ index: Int) -> Bool {
        guard tokens.indices.contains(index), tokens[index].foldedStart < tokens[index].foldedEnd else { return false }
        return folded[tokens[index].foldedStart] < 0x80
    }

    /// Whether quotation marks enclose a range of tokens, close to them: `the ship "Slavutich"`.
    func isQuoted(_ range: Range<Int>) -> Bool {
        guard range.lowerBound > 0, !tokens[range.lowerBound].flags.contains(.spaced) else { return false }
        let start = tokens[range.lowerBound].start
        let end = tokens[range.upperBound - 1].end
        var text = text
        return text.withUTF8 { utf8 in
            let before = utf8[max(0, start - 3)..<start]
            let after = utf8[end..<min(utf8.count, end + 3)]
            return Self.openingMarks.contains { before.reversed().starts(with: $0.utf8.reversed()) }
                && Self.closingMarks.contains { after.starts(with: $0.utf8) }
        }
    }

    private static let openingMarks = ["\"", "'", "“", "‘", "„", "«"]
    private static let closingMarks = ["\"", "'", "”", "’", "“", "»"]

    /// Whether a sentence begins at a token, or the text has ended before it.
    func isSentenceEnd(_ index: Int) -> Bool {
        index >= tokens.count || tokens[index].flags.contains(.sentenceStart)
    }

    /// The sentence around a token, or its part from `start` on, where a sentence looked at before has ended.
    func sentence(around index: Int, from start: Int) -> Range<Int> {
        var first = index
        while first > start, !tokens[first].flags.contains(.sentenceStart) { first -= 1 }
        var end = index + 1
        while end < tokens.count, !tokens[end].flags.contains(.sentenceStart) { end += 1 }
        return first..<end
    }

    /// The bytes from the first to the last token of a range, as they are written.
    func written(_ range: Range<Int>) -> String {
        let utf8 = text.utf8
        let start = utf8.index(utf8.startIndex, offsetBy: tokens[range.lowerBound].start)
        let count = tokens[range.upperBound - 1].end - tokens[range.lowerBound].start
        return String(text[start..<utf8.index(start, offsetBy: count)])
    }

    /// Whether the line around a token is set as a headline: more than three words, none of five bytes or more in small
    /// letters. Looks at 24 tokens on either side at most.
    func isHeadline(at index: Int) -> Bool {
        var words = 0
        func isSmallWord(_ token: Token) -> Bool {
            !token.flags.contains(.capitalised) && !token.flags.contains(.number) && token.end - token.start >= 5
        }
        var at = index
        while at >= 0, index - at < 24 {
            if isSmallWord(tokens[at]) { return false }
            words += 1
            if tokens[at].flags.contains(.lineStart) { break }
            at -= 1
        }
        at = index + 1
        while at < tokens.count, at - index < 24, !tokens[at].flags.contains(.lineStart) {
            if isSmallWord(tokens[at]) { return false }
            words += 1
            at += 1
        }
        return words > 3
    }

    /// Whether the text begins a sentence in the middle of a name only because an abbreviation has a full stop:
    /// "Gen. Syrskyi".
    func isAfterAbbreviation(_ index: Int) -> Bool {
        guard index > 0, index < tokens.count, !tokens[index].flags.contains(.lineStart) else { return false }
        let before = tokens[index - 1]
        guard tokens[index].start - before.end == 2, word(index - 1, isIn: RoleWords.abbreviations) else {
            return false
        }
        let utf8 = text.utf8
        return utf8[utf8.index(utf8.startIndex, offsetBy: before.end)] == UInt8(ascii: ".")
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

    /// Whether a hit is written so, byte for byte. Makes no string.
    func isSurface(_ surface: String, of hit: Hit) -> Bool {
        guard surface.utf8.count == hit.span.count else { return false }
        var surface = surface
        var text = text
        return text.withUTF8 { text in
            surface.withUTF8 { $0.elementsEqual(UnsafeBufferPointer(rebasing: text[hit.span])) }
        }
    }

    /// The places in `hits` of those that share a token with a range. Logarithmic.
    func hits(touching range: Range<Int>) -> Range<Int> {
        var low = 0
        var high = hits.count
        while low < high {
            let middle = (low + high) / 2
            if hits[middle].tokens.upperBound <= range.lowerBound { low = middle + 1 } else { high = middle }
        }
        var end = low
        while end < hits.count, hits[end].tokens.lowerBound < range.upperBound { end += 1 }
        return low..<end
    }

    /// Puts a hit where some, or none, stood. Passes that go through the text in order do so in linear time.
    mutating func replaceHits(_ range: Range<Int>, with hit: Hit) {
        hits.replaceSubrange(range, with: [hit])
    }
}
