/// What differs between two vocabularies that stand on the same base, as far as it can change what a report mentions.
public struct VocabularyChanges: Sendable {
    /// Spellings that came, went or stand for something else, as the folded tokens that ``Tokenizer`` gives.
    public var spellings: [[String]]
    /// Concepts whose name, parent or kind changed, or that came or went.
    public var concepts: [(FacetKind, ConceptID)]

    public init(spellings: [[String]] = [], concepts: [(FacetKind, ConceptID)] = []) {
        self.spellings = spellings
        self.concepts = concepts
    }

    /// Whether nothing differs.
    public var isEmpty: Bool { spellings.isEmpty && concepts.isEmpty }
}

extension Vocabulary {
    /// What differs from an `old` vocabulary; `nil` when too much does, so that all reports must be looked at again.
    public func changes(since old: Vocabulary) -> VocabularyChanges? {
        digest == old.digest ? VocabularyChanges() : nil
    }
}
