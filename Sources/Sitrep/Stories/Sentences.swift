/// The sentences of a text with their pairs of words.
struct Sentences {
    struct Sentence {
        /// UTF-8 byte offsets, with the quotation marks, brackets and stops that belong to it.
        var range: Range<Int>
        /// Hashes of its words, in order.
        var words: [UInt64]
        /// Hashes of the pairs of words that stand side by side in it.
        var pairs: Set<UInt64>
    }

    let bytes: [UInt8]
    var all: [Sentence] = []

    /// A run of fewer words after a full stop is an abbreviation's rest, not a sentence.
    private static let fewestWords = 4

    /// Linear in the length of the text.
    init(_ text: String) {
        bytes = Array(text.utf8)
        let tokenized = Tokenizer.tokenize(text)
        let words = Words.words(of: tokenized).filter { !$0.isDesignator }
        var start = 0
        while start < words.count {
            var end = start + 1
            while end < words.count, !isStart(words[end], after: words[end - 1]) { end += 1 }
            // What is too short goes with the sentence before it, but for a line of its own.
            if end - start < Self.fewestWords, let last = all.indices.last,
                !hasBreak(between: words[start - 1], and: words[start])
            {
                extend(last, with: words[start..<end])
            } else {
                all.append(Sentence(range: words[start].range, words: [], pairs: []))
                extend(all.count - 1, with: words[start..<end])
            }
            start = end
        }
        bound()
    }

    /// The sentence as it stands, with one blank for each run of blanks.
    func text(of sentence: Sentence) -> String {
        String(decoding: bytes[sentence.range], as: UTF8.self).split { $0.isWhitespace }.joined(separator: " ")
    }

    private mutating func extend(_ index: Int, with words: ArraySlice<Words.Word>) {
        for word in words {
            let hash = StoryFingerprint.hash(word.folded)
            if let before = all[index].words.last { all[index].pairs.insert(StoryFingerprint.pair(before, hash)) }
            all[index].words.append(hash)
            all[index].range = all[index].range.lowerBound..<word.range.upperBound
        }
    }

    /// Whether a line begins between two words.
    func hasBreak(between last: Words.Word, and word: Words.Word) -> Bool {
        let gap = last.range.upperBound..<max(last.range.upperBound, word.range.lowerBound)
        return bytes[gap].contains(UInt8(ascii: "\n"))
    }

    static func isWordByte(_ byte: UInt8) -> Bool {
        byte >= 0x80 || (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte & 0xDF)
    }
}
