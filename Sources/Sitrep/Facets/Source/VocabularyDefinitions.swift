/// The concepts of a vocabulary, put together from its files and from the vocabulary that they extend.
struct VocabularyDefinitions: Equatable {
    /// Sorted by facet, then by the bytes of the id.
    private(set) var concepts: [ConceptDefinition]
    /// Folded phrases that stand for nothing, sorted.
    private(set) var stops: [String]
    /// Words of war, in order of the files.
    private(set) var terms: [TermDefinition]

    /// The longest way from a concept to its root, itself included.
    static let deepest = 32

    /// Joins `files`, in order, with the concepts and stop phrases of a vocabulary: see ``VocabularyEdits``. A file with
    /// `replace: true` first takes out what that has in its facet.
    ///
    /// - Throws: `structure`, with the file and the line of the concept at fault.
    init(
        _ files: [VocabularyFile],
        extending base: [ConceptDefinition] = [],
        stops: [String] = [],
        terms: [TermDefinition] = []
    )
        throws(VocabularyError)
    {
        self.terms = terms + files.flatMap(\.terms)
        typealias Key = VocabularyEdits.Key
        let replaced = Set(files.filter(\.replaces).map(\.facet))
        var joined: [Key: ConceptDefinition] = [:]
        for concept in base where !replaced.contains(concept.facet) { joined[Key(concept.facet, concept.id)] = concept }
        let edits = try VocabularyEdits(files) { joined[$0] }
        for (key, concept) in edits.concepts { joined[key] = concept }
        for key in edits.removed { joined[key] = nil }
        if !edits.removed.isEmpty {
            // What lay below a removed concept has no root any more.
            func isRooted(_ concept: ConceptDefinition) -> Bool {
                var at = concept
                for _ in 0..<Self.deepest {
                    guard let parent = at.parent else { return true }
                    guard let next = joined[Key(at.facet, parent)] else { return false }
                    at = next
                }
                return false
            }
            joined = joined.filter { isRooted($0.value) }
        }
        concepts = joined.values.sorted { a, b in
            a.facet != b.facet
                ? a.facet.order < b.facet.order : a.id.utf8.lexicographicallyPrecedes(b.id.utf8)
        }
        self.stops = edits.stops.union(stops).sorted()
    }
}

extension FacetKind {
    /// The number of the facet in a vocabulary image, which also orders the facets.
    var order: Int {
        switch self {
        case .region: 0
        case .actor: 1
        case .weapon: 2
        }
    }
}
