/// The sentences of a text with their pairs of words.
struct Sentences {
    struct Sentence {
        /// UTF-8 byte offsets, from the first word to the last character before the next sentence that is no blank.
        var range: Range<Int>
        /// Hashes of its words, in order.
        var words: [UInt64]
        /// Hashes of the pairs of words that stand side by side in it.
        var pairs: Set<UInt64>
    }

    let bytes: [UInt8]
    private(set) var all: [Sentence] = []

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
            while end < words.count, !words[end].startsSentence { end += 1 }
            // What is too short goes with the sentence before it, but for a line of its own.
            if end - start < Self.fewestWords, let last = all.indices.last,
                !hasBreak(before: words[start].range.lowerBound)
            {
                extend(last, with: words[start..<end])
            } else {
                all.append(Sentence(range: words[start].range, words: [], pairs: []))
                extend(all.count - 1, with: words[start..<end])
            }
            start = end
        }
        for index in all.indices {
            let next = index + 1 < all.count ? all[index + 1].range.lowerBound : bytes.count
            all[index].range = all[index].range.lowerBound..<self.end(of: all[index].range.upperBound..<next)
        }
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

    /// Whether a line begins between the word at an offset and the one before it.
    private func hasBreak(before offset: Int) -> Bool {
        var at = offset - 1
        while at >= 0, !Self.isWordByte(bytes[at]) {
            if bytes[at] == UInt8(ascii: "\n") { return true }
            at -= 1
        }
        return false
    }

    /// Where a sentence ends whose last word ends at the start of `gap` and after whose end the next one begins: behind
    /// its punctuation, before an opening mark of the next.
    private func end(of gap: Range<Int>) -> Int {
        var at = gap.lowerBound
        while at < gap.upperBound, bytes[at] > 0x20 { at += 1 }
        return at
    }

    private static func isWordByte(_ byte: UInt8) -> Bool {
        byte >= 0x80 || (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte & 0xDF)
    }
}
