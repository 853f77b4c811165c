internal import Xapian

/// Makes snippets from stored texts.
///
/// The text is cut into words as it was for the index, so that what matched there is marked here. The window with the
/// most different matches wins, then the one with the most matches, then the first; it begins with a sentence where one
/// begins near. Where two windows of half the length have more different matches together, these are shown. Linear in
/// the length of the text.
struct SnippetMaker: ~Copyable {
    private let words: SnippetWords
    private var stemming: Stemming

    /// About two lines of a terminal, in words.
    private static let windowLength = 36
    private static let mention = -1
    /// A snippet has at most so many bytes, whatever stands between or in its words.
    private static let longest = 800

    init(words: SnippetWords) throws(XapianError) {
        self.words = words
        stemming = try Stemming()
    }

    /// A word of the text and what of the query it matched.
    struct Place {
        var range: Range<Int>
        var startsSentence: Bool
        /// A number for each different word of the query, negative for a concept; `nil` for no match.
        var match: Int?
    }

    /// The snippet of a text.
    ///
    /// - Parameters:
    ///   - title: stands above the snippet, so that a text that begins with it is shown from behind it, unless
    ///     nothing but the title matched.
    ///   - spans: mentions of concepts that the query filters by; marked as matches are.
    mutating func snippet(of text: String, title: String, language: String?, spans: [Range<Int>]) -> Snippet {
        let bytes = Array(text.utf8)
        var places = places(in: text, bytes, language: language, spans: spans)
        var start = 0
        if !title.isEmpty, bytes.starts(with: title.utf8) {
            let behind = places.drop { $0.range.lowerBound < title.utf8.count }
            // A title that was cut off within a word is no part of the text.
            let endsWord = places.dropLast(behind.count).last.map { $0.range.upperBound <= title.utf8.count } ?? true
            if endsWord, behind.contains(where: { $0.match != nil }) {
                start = title.utf8.count
                places = Array(behind)
            }
        }
        guard !places.isEmpty else { return Snippet(text: "") }
        let windows = SnippetWindows(places: places, bytes: bytes).best(length: Self.windowLength)
        return SnippetText.cut(bytes[start...], places, windows, limit: Self.longest)
    }

    /// The parts of a whole text that match, for showing a report.
    mutating func matches(in text: String, language: String?) -> [Range<Int>] {
        places(in: text, Array(text.utf8), language: language, spans: []).filter { $0.match != nil }.map(\.range)
    }

    private mutating func places(
        in text: String,
        _ bytes: [UInt8],
        language: String?,
        spans: [Range<Int>]
    ) -> [Place] {
        let tokens = Tokenizer.tokenize(text)
        var numbers: [[UInt8]: Int] = [:]
        var places: [Place] = []
        places.reserveCapacity(tokens.tokens.count)
        let spans = spans.sorted { $0.lowerBound < $1.lowerBound }
        var nextSpan = 0
        var wholeEnd = 0
        var phrases = PhraseFinder(words.phrases)
        for word in Words.words(of: tokens) {
            let stem = match(word, bytes, language: language)
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
            if words.phrases.isEmpty { continue }
            let isKnown = word.folded.first.map(words.firstBytes.contains) ?? false
            for (phrase, length) in phrases.take(isKnown ? Array(word.folded) : []) where length <= places.count {
                for at in places.count - length..<places.count where (places[at].match ?? Self.mention) < 0 {
                    // A number of its own below those of concepts: numbers of words count up.
                    places[at].match = Self.mention - 1 - phrase
                }
            }
        }
        return places
    }

    /// What of the query a word of the text matches; `nil` for nothing.
    private mutating func match(_ word: Words.Word, _ bytes: [UInt8], language: String?) -> [UInt8]? {
        // No stemmer touches the first letter of a word, so that most words need none.
        guard let first = word.folded.first, words.firstBytes.contains(first) else { return nil }
        let folded = Array(word.folded)
        if words.exact.contains(folded) { return folded }
        let stem = stemming.stem(folded, language: language)
        if words.stems.contains(stem) { return stem }
        // Folding leaves a word in small letters as it is.
        if words.capitals.contains(stem), !bytes[word.range].elementsEqual(folded) { return stem }
        return nil
    }
}

/// Finds phrases in words that come one by one.
private struct PhraseFinder {
    private let phrases: [[Set<[UInt8]>]]
    /// The phrases that have begun, and how many of their words have come.
    private var begun: [(phrase: Int, count: Int)] = []

    init(_ phrases: [[[[UInt8]]]]) { self.phrases = phrases.map { $0.map(Set.init) } }

    /// Takes the next word and gives the phrases that end with it, with their lengths in words.
    mutating func take(_ word: [UInt8]) -> [(phrase: Int, length: Int)] {
        if word.isEmpty {
            begun.removeAll(keepingCapacity: true)
            return []
        }
        var ended: [(phrase: Int, length: Int)] = []
        var next: [(phrase: Int, count: Int)] = []
        for (phrase, count) in begun + phrases.indices.map({ ($0, 0) }) {
            let places = phrases[phrase]
            guard count < places.count, places[count].contains(word) else { continue }
            if count + 1 == places.count { ended.append((phrase, count + 1)) } else { next.append((phrase, count + 1)) }
        }
        begun = next
        return ended
    }
}
