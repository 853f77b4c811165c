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
    /// What is different from `old`. Linear in the size of both.
    public func changes(since old: Vocabulary) -> VocabularyChanges? {
        struct Key: Hashable {
            var facet: FacetKind
            var id: String
        }
        func table(_ vocabulary: Vocabulary) -> [Key: ConceptDefinition] {
            Dictionary(
                vocabulary.image.definitions().map { (Key(facet: $0.facet, id: $0.id), $0) },
                uniquingKeysWith: { first, _ in first }
            )
        }
        let (before, after) = (table(old), table(self))
        var spellings: Set<ConceptDefinition.Spelling> = []
        var concepts: [(FacetKind, ConceptID)] = []
        for key in Set(before.keys).union(after.keys) where before[key] != after[key] {
            let (a, b) = (before[key], after[key])
            spellings.formUnion(Self.spellings(of: a).symmetricDifference(Self.spellings(of: b)))
            var (plainA, plainB) = (a, b)
            plainA?.aliases = []
            plainB?.aliases = []
            if plainA != plainB { concepts.append((key.facet, ConceptID(rawValue: key.id))) }
        }
        let tokens = spellings.map { spelling in
            let text = Tokenizer.tokenize(spelling.text)
            return text.tokens.indices.map { text.string($0) }
        }
        return VocabularyChanges(
            spellings: Set(tokens).sorted { $0.lexicographicallyPrecedes($1) },
            concepts: concepts.sorted { ($0.0.order, $0.1) < ($1.0.order, $1.1) }
        )
    }

    private static func spellings(of concept: ConceptDefinition?) -> Set<ConceptDefinition.Spelling> {
        guard let concept else { return [] }
        return Set(concept.aliases + [.init(text: concept.name, isCased: false)])
    }
}
