/// The passage of a report that shows best why it matched.
public struct Snippet: Sendable, Equatable {
    /// Plain text on one line; `…` stands where something was left out.
    public var text: String
    /// What matched, as UTF-8 byte offsets into ``text``; ascending, not overlapping.
    public var matches: [Range<Int>]

    /// A passage and what matched in it.
    public init(text: String, matches: [Range<Int>] = []) {
        self.text = text
        self.matches = matches
    }
}

/// The words of a query as snippets look for them.
struct SnippetWords: Equatable, Sendable {
    private(set) var stems: Set<[UInt8]> = []
    /// Words that must stand as they were typed.
    private(set) var exact: Set<[UInt8]> = []

    /// Stems of words that count where they are not in small letters.
    private(set) var capitals: Set<[UInt8]> = []
    /// Words that count where they stand together: for each place those that may stand there, as written.
    private(set) var phrases: [[[[UInt8]]]] = []

    /// The first bytes of all of them.
    private(set) var firstBytes: Set<UInt8> = []

    mutating func add(stem: [UInt8]) {
        stems.insert(stem)
        if let first = stem.first { firstBytes.insert(first) }
    }

    mutating func add(exact word: [UInt8]) {
        exact.insert(word)
        if let first = word.first { firstBytes.insert(first) }
    }

    mutating func add(capital stem: [UInt8]) {
        capitals.insert(stem)
        if let first = stem.first { firstBytes.insert(first) }
    }

    mutating func add(phrase: [[[UInt8]]]) {
        guard !phrases.contains(phrase) else { return }
        phrases.append(phrase)
        for first in phrase.joined().compactMap(\.first) { firstBytes.insert(first) }
    }

    mutating func formUnion(_ other: SnippetWords) {
        firstBytes.formUnion(other.firstBytes)
        stems.formUnion(other.stems)
        exact.formUnion(other.exact)
        capitals.formUnion(other.capitals)
        for phrase in other.phrases { add(phrase: phrase) }
    }
}
