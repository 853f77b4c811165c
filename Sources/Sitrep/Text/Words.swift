/// The words of a text as they are indexed and searched: tokens, put together where they were written together.
///
/// - Letters and digits written together are one word: `Kh101`, `2S19`, `50th`.
/// - A designator with hyphens (`Kh-101`, `MiG-31`) gives its parts, each a word, and the whole without hyphens at the
///   position of its first part, so that `Kh101` and `Kh-101` find each other.
enum Words {
    /// One word at its position.
    struct Word: Equatable {
        /// The folded form: a part of the text's bytes.
        var folded: ArraySlice<UInt8>
        /// 0-based; parts of a designator count one each, the whole stands at the first part's.
        var position: Int
        /// Where the word stands in the text, UTF-8 byte offsets.
        var range: Range<Int>
        /// The whole of a hyphenated designator, indexed beside its parts.
        var isDesignator: Bool
        /// Begins a sentence.
        var startsSentence: Bool
    }

    /// A designator has few parts; longer runs with hyphens are tables or noise.
    private static let longestDesignator = 4

    /// Calls `body` for each word of `text`, in order of position. Linear; allocates nothing.
    static func forEach(in text: TokenizedText, _ body: (Word) -> Void) {
        let tokens = text.tokens
        var position = 0
        var start = 0
        while start < tokens.count {
            // A group is a run of words with a hyphen between them, mostly of one.
            var end = wordEnd(tokens, from: start)
            var parts = 1
            while end < tokens.count, tokens[end].flags.contains(.hyphenated) {
                end = wordEnd(tokens, from: end)
                parts += 1
            }
            if parts > 1, parts <= longestDesignator, isDesignator(tokens[start..<end]) {
                body(word(text, start..<end, position: position, isDesignator: true))
            }
            var at = start
            while at < end {
                let next = wordEnd(tokens, from: at)
                body(word(text, at..<next, position: position, isDesignator: false))
                position += 1
                at = next
            }
            start = end
        }
    }

    /// The words of a text in an array.
    static func words(of text: TokenizedText) -> [Word] {
        var result: [Word] = []
        result.reserveCapacity(text.tokens.count)
        forEach(in: text) { result.append($0) }
        return result
    }

    /// Where the word that begins at `start` ends: letters and digits written together make one word, while two
    /// ideographs beside each other stay two.
    private static func wordEnd(_ tokens: [Token], from start: Int) -> Int {
        var end = start + 1
        while end < tokens.count, tokens[end].flags.contains(.joined),
            tokens[end].flags.contains(.number) != tokens[end - 1].flags.contains(.number)
        {
            end += 1
        }
        return end
    }

    /// Letters and digits together.
    private static func isDesignator(_ tokens: ArraySlice<Token>) -> Bool {
        tokens.contains { $0.flags.contains(.number) } && tokens.contains { !$0.flags.contains(.number) }
    }

    private static func word(_ text: TokenizedText, _ run: Range<Int>, position: Int, isDesignator: Bool) -> Word {
        let first = text.tokens[run.lowerBound]
        let last = text.tokens[run.upperBound - 1]
        // The folded forms of tokens that follow each other stand side by side.
        return Word(
            folded: text.bytes[first.foldedStart..<last.foldedEnd],
            position: position,
            range: first.start..<last.end,
            isDesignator: isDesignator,
            startsSentence: first.flags.contains(.sentenceStart)
        )
    }
}
