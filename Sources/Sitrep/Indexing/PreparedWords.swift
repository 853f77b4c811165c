/// The terms of a report's title and text.
struct PreparedWords: Sendable {
    /// A word as written, with its positions, ascending.
    struct Posting: Sendable {
        var term: [UInt8]
        var positions: [Int]
    }

    /// A stem and how often it counts.
    struct Counted: Sendable {
        var term: [UInt8]
        var frequency: Int
    }

    private(set) var postings: [Posting] = []
    private(set) var titlePostings: [Posting] = []
    private(set) var stems: [Counted] = []
    private(set) var titleStems: [Counted] = []

    /// No phrase reaches from the title into the text across this many positions.
    static let gapAfterTitle = 100
    /// Words beyond this position are found, but not as part of a phrase; it bounds what one report may cost.
    static let lastPosition = 2_000_000

    init(title: TokenizedText, text: TokenizedText, language: String?, stemming: inout Stemming) {
        var positions: [[UInt8]: [Int]] = [:]
        var titleWords: [[UInt8]: Int] = [:]
        var last = 0
        func take(_ word: Words.Word, base: Int) -> [UInt8] {
            let term = Terms.bounded(Array(word.folded), to: Terms.maximumWordLength)
            let position = min(base + word.position, Self.lastPosition)
            if positions[term]?.last != position { positions[term, default: []].append(position) }
            return term
        }
        Words.forEach(in: title) { word in
            titleWords[take(word, base: 1), default: 0] += 1
            last = max(last, 1 + word.position)
        }
        titlePostings = Self.sorted(positions, prefix: Schema.titleText.prefix)
        let textBase = last == 0 ? 1 : last + Self.gapAfterTitle
        Words.forEach(in: text) { _ = take($0, base: textBase) }

        var counts: [[UInt8]: Int] = [:]
        var titleCounts: [[UInt8]: Int] = [:]
        for (word, places) in positions {
            let stem = stemming.stem(word, language: language)
            let inTitle = titleWords[word] ?? 0
            counts[stem, default: 0] += places.count + inTitle * (Schema.title.boost - 1)
            if inTitle > 0 { titleCounts[stem, default: 0] += inTitle }
        }
        // Sorted, so that two builds of the same report are the same to the byte.
        postings = Self.sorted(positions, prefix: Schema.text.prefix)
        stems = Self.sorted(counts, prefix: Schema.stem.prefix)
        titleStems = Self.sorted(titleCounts, prefix: Schema.title.prefix)
    }

    private static func sorted(_ positions: [[UInt8]: [Int]], prefix: String) -> [Posting] {
        positions.map { Posting(term: Array(prefix.utf8) + $0.key, positions: $0.value) }
            .sorted { $0.term.lexicographicallyPrecedes($1.term) }
    }

    private static func sorted(_ counts: [[UInt8]: Int], prefix: String) -> [Counted] {
        counts.map { Counted(term: Array(prefix.utf8) + $0.key, frequency: $0.value) }
            .sorted { $0.term.lexicographicallyPrecedes($1.term) }
    }
}
