/// The passage of a report that shows best why it matched.
public struct Snippet: Sendable, Equatable {
    /// Plain text on one line; `…` stands where something was left out.
    public var text: String
    /// What matched, as UTF-8 byte offsets into ``text``; ascending, not overlapping.
    public var matches: [Range<Int>]

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

    var isEmpty: Bool { stems.isEmpty && exact.isEmpty }

    mutating func add(stem: [UInt8]) { stems.insert(stem) }

    mutating func add(exact word: [UInt8]) { exact.insert(word) }

    mutating func formUnion(_ other: SnippetWords) {
        stems.formUnion(other.stems)
        exact.formUnion(other.exact)
    }
}
