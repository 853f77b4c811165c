/// The words of a text as they are indexed and searched: tokens, put together where they were written together.
///
/// - Letters and digits written together are one word: `Kh101`, `2S19`, `50th`.
/// - A designator with hyphens (`Kh-101`, `MiG-31`) gives its parts, each a word, and the whole without hyphens at the
///   position of its first part, so that `Kh101` and `Kh-101` find each other.
struct Words {
    /// One word at its position.
    struct Word: Equatable {
        /// The folded form.
        var folded: [UInt8]
        /// 0-based; parts of a designator count one each, the whole stands at the first part's.
        var position: Int
        /// Where the word stands in the text, UTF-8 byte offsets.
        var range: Range<Int>
        /// The whole of a hyphenated designator, indexed beside its parts.
        var isDesignator: Bool
        /// Has a digit, so that it must not be stemmed.
        var hasDigit: Bool
    }

    /// Calls `body` for each word of `text`, in order of position.
    static func forEach(in text: TokenizedText, _ body: (Word) -> Void) {
        let tokens = text.tokens
        var position = 0
        var at = 0
        while at < tokens.count {
            // A group is a run of tokens that are joined or hyphenated; its words are the joined runs.
            var groupEnd = at + 1
            while groupEnd < tokens.count, tokens[groupEnd].flags.contains(.joined) || isHyphenated(tokens[groupEnd]) {
                groupEnd += 1
            }
            let words = joinedRuns(tokens, at..<groupEnd, text: text, position: position)
            if words.count > 1, words.contains(where: \.hasDigit), words.contains(where: { !isNumber($0.folded) }),
                words.count <= longestDesignator
            {
                body(
                    Word(
                        folded: words.flatMap(\.folded),
                        position: position,
                        range: words[0].range.lowerBound..<words[words.count - 1].range.upperBound,
                        isDesignator: true,
                        hasDigit: true
                    )
                )
            }
            for word in words { body(word) }
            position += words.count
            at = groupEnd
        }
    }

    /// The words of a text in an array.
    static func words(of text: TokenizedText) -> [Word] {
        var result: [Word] = []
        forEach(in: text) { result.append($0) }
        return result
    }

    /// A designator has few parts; longer runs with hyphens are tables or noise.
    private static let longestDesignator = 4

    private static func isHyphenated(_ token: Token) -> Bool { token.flags.contains(.hyphenated) }

    private static func isNumber(_ folded: [UInt8]) -> Bool {
        folded.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    }

    private static func joinedRuns(_ tokens: [Token], _ group: Range<Int>, text: TokenizedText, position: Int) -> [Word]
    {
        var words: [Word] = []
        for index in group {
            let token = tokens[index]
            if index > group.lowerBound, token.flags.contains(.joined), !words.isEmpty, joins(token, tokens[index - 1])
            {
                words[words.count - 1].folded += text.folded(token)
                words[words.count - 1].range = words[words.count - 1].range.lowerBound..<token.end
                words[words.count - 1].hasDigit = true
            } else {
                words.append(
                    Word(
                        folded: Array(text.folded(token)),
                        position: position + words.count,
                        range: token.start..<token.end,
                        isDesignator: false,
                        hasDigit: token.flags.contains(.number)
                    )
                )
            }
        }
        return words
    }

    /// Joined tokens make one word where letters meet digits; two ideographs beside each other stay two words.
    private static func joins(_ token: Token, _ before: Token) -> Bool {
        token.flags.contains(.number) != before.flags.contains(.number)
    }
}
