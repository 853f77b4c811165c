internal import Xapian

/// Makes snippets from stored texts.
///
/// The text is cut into words as it was for the index, so that what matched there is marked here. The window with the
/// most different matches wins, then the one with the most matches, then the first; it begins with a sentence where one
/// begins near. Linear in the length of the text.
struct SnippetMaker: ~Copyable {
    private let words: SnippetWords
    private var stemming: Stemming

    /// About two lines of a terminal, in words.
    private static let windowLength = 36
    private static let mention = -1
    /// A snippet has at most so many bytes, whatever stands between or in its words.
    private static let longest = 800
    /// How far back a window is moved to begin with a sentence, in words.
    private static let reach = 14

    init(words: SnippetWords) throws(XapianError) {
        self.words = words
        stemming = try Stemming()
    }

    /// A word of the text and what of the query it matched.
    private struct Place {
        var range: Range<Int>
        var startsSentence: Bool
        /// A number for each different word of the query, ``mention`` for a concept; `nil` for no match.
        var match: Int?
    }

    /// The snippet of a text.
    ///
    /// - Parameter spans: mentions of concepts that the query filters by; marked as matches are.
    mutating func snippet(of text: String, language: String?, spans: [Range<Int>]) -> Snippet {
        let places = places(in: text, language: language, spans: spans)
        guard !places.isEmpty else { return Snippet(text: "") }
        let window = bestWindow(places)
        return Self.cut(text, places, window)
    }

    /// The parts of a whole text that match, for showing a report.
    mutating func matches(in text: String, language: String?) -> [Range<Int>] {
        places(in: text, language: language, spans: []).filter { $0.match != nil }.map(\.range)
    }

    private mutating func places(in text: String, language: String?, spans: [Range<Int>]) -> [Place] {
        let tokens = Tokenizer.tokenize(text)
        var numbers: [[UInt8]: Int] = [:]
        var places: [Place] = []
        places.reserveCapacity(tokens.tokens.count)
        let spans = spans.sorted { $0.lowerBound < $1.lowerBound }
        var nextSpan = 0
        var wholeEnd = 0
        for word in Words.words(of: tokens) {
            let stem = match(word.folded, language: language)
            if word.isDesignator {
                // Marked as a whole when the query has it as a whole.
                guard stem != nil else { continue }
                wholeEnd = word.range.upperBound
            } else if word.range.lowerBound < wholeEnd {
                continue
            }
            while nextSpan < spans.count, spans[nextSpan].upperBound <= word.range.lowerBound { nextSpan += 1 }
            var number: Int?
            if let stem {
                number = numbers[stem] ?? numbers.count
                numbers[stem] = number
            } else if nextSpan < spans.count, spans[nextSpan].overlaps(word.range) {
                number = Self.mention
            }
            places.append(Place(range: word.range, startsSentence: word.startsSentence, match: number))
        }
        return places
    }

    /// What of the query a word of the text matches; `nil` for nothing.
    private mutating func match(_ word: ArraySlice<UInt8>, language: String?) -> [UInt8]? {
        // No stemmer touches the first letter of a word, so that most words need none.
        guard let first = word.first, words.firstBytes.contains(first) else { return nil }
        let word = Array(word)
        if words.exact.contains(word) { return word }
        let stem = stemming.stem(word, language: language)
        return words.stems.contains(stem) ? stem : nil
    }

    private func bestWindow(_ places: [Place]) -> Range<Int> {
        // A text that fits is shown whole.
        guard places.count > Self.windowLength else { return places.indices }
        let length = Self.windowLength
        var inside: [Int: Int] = [:]
        var matches = 0
        var best = (different: -1, matches: -1, start: 0)
        for end in places.indices {
            if let match = places[end].match {
                inside[match, default: 0] += 1
                matches += 1
            }
            if end >= length, let match = places[end - length].match {
                matches -= 1
                inside[match] = inside[match].flatMap { $0 > 1 ? $0 - 1 : nil }
            }
            let start = end + 1 - length
            guard start >= 0 else { continue }
            if (inside.count, matches) > (best.different, best.matches) { best = (inside.count, matches, start) }
        }
        var start = best.start
        // The window was found when its last match came in: centre the matches, then look for a sentence's start.
        if let first = places[start..<start + length].firstIndex(where: { $0.match != nil }),
            let last = places[start..<start + length].lastIndex(where: { $0.match != nil })
        {
            let slack = length - (last - first + 1)
            start = max(0, min(first - slack / 2, places.count - length))
            let earliest = max(0, last - length + 1, first - Self.reach)
            if let sentence = (earliest...first).last(where: { places[$0].startsSentence }) { start = sentence }
        }
        return start..<min(start + length, places.count)
    }

    private static func cut(_ text: String, _ places: [Place], _ window: Range<Int>) -> Snippet {
        let bytes = Array(text.utf8)
        var output = SnippetText()
        if window.lowerBound > 0 { output.append("…") }
        var from = window.lowerBound == 0 ? 0 : places[window.lowerBound].range.lowerBound
        // A window at the end takes what follows the last word, such as a full stop and a quotation mark.
        let to =
            window.upperBound == places.count
            ? bytes.count : Self.end(after: places[window.upperBound - 1].range.upperBound, in: bytes)
        for place in places[window] where place.match != nil && place.range.lowerBound >= from {
            output.append(bytes[from..<place.range.lowerBound])
            output.append(match: bytes[place.range])
            from = place.range.upperBound
        }
        if from < to { output.append(bytes[from..<to]) }
        if window.upperBound < places.count { output.append("…") }
        return output.snippet(limit: longest)
    }

    /// Takes the punctuation that belongs to the last word along.
    private static func end(after end: Int, in bytes: [UInt8]) -> Int {
        var end = end
        while end < bytes.count, [UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?")].contains(bytes[end]) {
            end += 1
        }
        return end
    }
}

/// Puts a snippet together: runs of blanks and control characters become one blank.
private struct SnippetText {
    private var bytes: [UInt8] = []
    private var matches: [Range<Int>] = []
    private var owesBlank = false

    /// The snippet, cut on a character where it is longer than `limit` bytes.
    func snippet(limit: Int) -> Snippet {
        guard bytes.count > limit else {
            return Snippet(text: String(decoding: bytes, as: UTF8.self), matches: matches)
        }
        var end = limit
        while end > 0, bytes[end] & 0xC0 == 0x80 { end -= 1 }
        return Snippet(
            text: String(decoding: bytes[..<end], as: UTF8.self) + "…",
            matches: matches.filter { $0.upperBound <= end }
        )
    }

    mutating func append(_ string: String) { append(ArraySlice(string.utf8)) }

    mutating func append(_ slice: ArraySlice<UInt8>) {
        for byte in slice {
            if byte <= 0x20 || byte == 0x7F {
                owesBlank = !bytes.isEmpty
            } else {
                payBlank()
                bytes.append(byte)
            }
        }
    }

    mutating func append(match slice: ArraySlice<UInt8>) {
        payBlank()
        let start = bytes.count
        append(slice)
        matches.append(start..<bytes.count)
    }

    private mutating func payBlank() {
        if owesBlank { bytes.append(UInt8(ascii: " ")) }
        owesBlank = false
    }
}
