internal import Xapian

/// The terms of a report's title and text, sorted, so that two builds of the same report are the same to the byte.
struct PreparedWords: Sendable {
    /// The words as written, with their positions. They count for phrases only: their weight lies in the stems.
    private(set) var postings = TermList()
    /// The stems of the title, its words with their positions, and the stems of title and text with how often each
    /// counts: in this order, which is that of their prefixes.
    private(set) var prefixed = TermList()
    /// The sum of both.
    private(set) var sum = ContentSum()

    /// No phrase reaches from the title into the text across this many positions.
    static let gapAfterTitle = 100
    /// Words beyond this position are found, but not as part of a phrase; it bounds what one report may cost.
    static let lastPosition = 2_000_000

    init(title: TokenizedText, text: TokenizedText, language: String?, stemming: inout Stemming) {
        var ofTitle = WordPlaces()
        var all = WordPlaces(capacity: text.tokens.count / 2)
        var last = 0
        Words.forEach(in: title) { word in
            ofTitle.add(word.folded, at: Self.position(word, base: 1))
            all.add(word.folded, at: Self.position(word, base: 1))
            last = max(last, 1 + word.position)
        }
        let textBase = last == 0 ? 1 : last + Self.gapAfterTitle
        Words.forEach(in: text) { all.add($0.folded, at: Self.position($0, base: textBase)) }
        all.forEachSorted { postings.append($0, positions: $1) }

        let stems = StemCounts(all, title: ofTitle, language: language, stemming: &stemming)
        let sorted = stems.index.sorted()
        let bytes = stems.index.bytes.span
        for number in sorted where stems.inTitle[number] {
            prefixed.append(prefix: Self.titleStemPrefix, bytes.extracting(stems.index.range(number)))
        }
        ofTitle.forEachSorted { prefixed.append(prefix: Self.titlePrefix, $0, positions: $1) }
        for number in sorted {
            let stem = bytes.extracting(stems.index.range(number))
            prefixed.append(prefix: Self.stemPrefix, stem, frequency: stems.counts[number])
        }
        sum.add(postings)
        sum.add(prefixed)
    }

    private static let titleStemPrefix = Array(Schema.title.prefix.utf8)
    private static let titlePrefix = Array(Schema.titleText.prefix.utf8)
    private static let stemPrefix = Array(Schema.stem.prefix.utf8)

    private static func position(_ word: Words.Word, base: Int) -> UInt32 {
        UInt32(min(base + word.position, lastPosition))
    }
}

/// The different words of a text, and where each stands.
private struct WordPlaces {
    private(set) var index: BytesIndex
    /// By word: how often it came, at how many places it stands, and the last of them.
    private(set) var occurrences: [UInt32] = []
    private(set) var placeCounts: [UInt32] = []
    private var lastPlaces: [UInt32] = []
    private var all: [(word: UInt32, place: UInt32)] = []

    init(capacity: Int = 16) {
        index = BytesIndex(capacity: capacity)
    }

    /// - Parameter place: not below that of the word before.
    mutating func add(_ word: ArraySlice<UInt8>, at place: UInt32) {
        let isLong = word.count > Terms.maximumWordLength
        let number = index.number(of: isLong ? Terms.bounded(Array(word), to: Terms.maximumWordLength)[...] : word)
        if number == occurrences.count {
            occurrences.append(0)
            placeCounts.append(0)
            lastPlaces.append(0)
        }
        occurrences[number] += 1
        // Positions count from 1.
        guard lastPlaces[number] != place else { return }
        lastPlaces[number] = place
        placeCounts[number] += 1
        all.append((UInt32(number), place))
    }

    /// Calls `body` for each word, in the order of their bytes, with its places, ascending.
    func forEachSorted(_ body: (Span<UInt8>, ArraySlice<UInt32>) -> Void) {
        let sorted = index.sorted()
        var ends = [Int](repeating: 0, count: index.count)
        var end = 0
        for number in sorted {
            ends[number] = end
            end += Int(placeCounts[number])
        }
        // Brought into the order of the words by counting, which keeps those of a word in theirs.
        var places = [UInt32](repeating: 0, count: all.count)
        for (word, place) in all {
            places[ends[Int(word)]] = place
            ends[Int(word)] += 1
        }
        for number in sorted {
            let end = ends[number]
            body(index.bytes.span.extracting(index.range(number)), places[end - Int(placeCounts[number])..<end])
        }
    }
}

/// The stems of words, and how often each counts.
private struct StemCounts {
    private(set) var index: BytesIndex
    private(set) var counts: [UInt32] = []
    /// Whether a word of the title has the stem.
    private(set) var inTitle: [Bool] = []

    /// - Parameter title: the words of the title, which count `boost` times in all.
    init(_ words: WordPlaces, title: WordPlaces, language: String?, stemming: inout Stemming) {
        index = BytesIndex(capacity: words.index.count)
        for number in 0..<words.index.count {
            let word = words.index.bytes[words.index.range(number)]
            // The words of the title came first, so they have the same numbers there.
            let titleCount = number < title.index.count ? title.occurrences[number] : 0
            add(
                stemming.stem(Array(word), language: language),
                count: words.placeCounts[number] + titleCount * UInt32(Schema.title.boost - 1),
                isInTitle: titleCount > 0
            )
        }
    }

    private mutating func add(_ stem: [UInt8], count: UInt32, isInTitle: Bool) {
        let number = index.number(of: stem[...])
        if number == counts.count {
            counts.append(0)
            inTitle.append(false)
        }
        counts[number] += count
        if isInTitle { inTitle[number] = true }
    }
}
