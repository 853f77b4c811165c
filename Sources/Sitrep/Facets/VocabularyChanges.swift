/// What differs between two vocabularies that stand on the same base, as far as it can change what a report mentions.
public struct VocabularyChanges: Sendable {
    /// Spellings that came, went or stand for something else, as the folded tokens that ``Tokenizer`` gives; sorted.
    public var spellings: [[String]]
    /// Concepts whose name, parent, kind or other facts changed, or that came or went; sorted by facet and id. What lies
    /// below a concept that changed or went is not listed.
    public var concepts: [(FacetKind, ConceptID)]

    /// Changes of these spellings, each as its folded words, and of these concepts.
    public init(spellings: [[String]] = [], concepts: [(FacetKind, ConceptID)] = []) {
        self.spellings = spellings
        self.concepts = concepts
    }

    /// Whether nothing differs.
    public var isEmpty: Bool { spellings.isEmpty && concepts.isEmpty }
}

extension Vocabulary {
    /// What differs from an `old` vocabulary; `nil` when the two stand on different bases, so that all reports must be
    /// looked at again.
    ///
    /// A report can mention something else than before only if it has the words of a changed spelling, or mentions a
    /// changed concept or one below it. Takes time in proportion to the users' own names, except where a concept of the
    /// base is removed no more, or newly: then in proportion to the base.
    public func changes(since old: Vocabulary) -> VocabularyChanges? {
        guard image.base.digest == old.image.base.digest else { return nil }
        if digest == old.digest { return VocabularyChanges() }
        var spellings = Self.ownSpellings(image).symmetricDifference(Self.ownSpellings(old.image)).mapWords()
        let concepts = Self.ownConcepts(image).symmetricDifference(Self.ownConcepts(old.image))
        let removed = Set(Self.removed(image)).symmetricDifference(Self.removed(old.image))
        if !removed.isEmpty {
            // What lay below comes and goes with them, under all its spellings.
            let base = VocabularyImage(image.base)
            var affected: Set<Int> = []
            for facet in FacetKind.allCases {
                for concept in base.concepts(in: facet)
                where base.ancestry(of: concept).contains(where: removed.contains) {
                    affected.insert(concept)
                }
            }
            base.base.forEachSpelling { words, payload in
                if affected.contains(payload.concept) { spellings.insert(words) }
            }
        }
        return VocabularyChanges(
            spellings: spellings.sorted { $0.lexicographicallyPrecedes($1) },
            concepts: Set(concepts.map(\.key)).sorted().map { ($0.facet, $0.id) }
        )
    }

    private struct Key: Hashable, Comparable {
        var facet: FacetKind
        var id: ConceptID
        static func < (a: Key, b: Key) -> Bool {
            a.facet != b.facet ? a.facet.order < b.facet.order : a.id < b.id
        }
    }

    /// A concept of the upper image with all that it says beside the spellings.
    private struct OwnConcept: Hashable {
        var key: Key
        var name: String
        var parent: ConceptID?
        var kind: String?
        var population: UInt32
        var deferral: ConceptID?
        var isRemoved: Bool
    }

    fileprivate struct OwnSpelling: Hashable {
        var words: [String]
        var concept: ConceptID?
        var facet: FacetKind?
        var rule: CaseRule
        var flags: UInt32
    }

    private static func ownSpellings(_ image: VocabularyImage) -> Set<OwnSpelling> {
        guard let layer = image.overlay?.layer else { return [] }
        var found: Set<OwnSpelling> = []
        layer.forEachSpelling { words, payload in
            found.insert(
                OwnSpelling(
                    words: words,
                    concept: layer.facet(of: payload.concept) == nil ? nil : layer.id(of: payload.concept),
                    facet: layer.facet(of: payload.concept),
                    rule: payload.caseRule,
                    flags: payload.flags.rawValue
                )
            )
        }
        return found
    }

    private static func ownConcepts(_ image: VocabularyImage) -> Set<OwnConcept> {
        guard let overlay = image.overlay else { return [] }
        var found: Set<OwnConcept> = []
        for (local, global) in overlay.globals.enumerated() {
            let isRemoved = overlay.removed.contains(global)
            guard isRemoved || overlay.locals[global] != nil, let facet = overlay.layer.facet(of: local) else {
                continue
            }
            let concept = OwnConcept(
                key: Key(facet: facet, id: overlay.layer.id(of: local)),
                name: overlay.layer.name(of: local),
                parent: overlay.layer.parent(of: local).map { overlay.layer.id(of: $0) },
                kind: overlay.layer.kind(of: local),
                population: overlay.layer.population(of: local),
                deferral: overlay.layer.deferral(of: local).map { overlay.layer.id(of: $0) },
                isRemoved: isRemoved
            )
            if isRemoved || !isAsBelow(concept, global, image) { found.insert(concept) }
        }
        return found
    }

    /// Whether the lower image says the same of a concept, so that only its spellings may differ.
    private static func isAsBelow(_ concept: OwnConcept, _ number: Int, _ image: VocabularyImage) -> Bool {
        let base = VocabularyImage(image.base)
        guard let known = base.find(concept.key.id, in: concept.key.facet), known == number else { return false }
        return base.name(of: known) == concept.name && base.kind(of: known) == concept.kind
            && base.parent(of: known).map { base.id(of: $0) } == concept.parent
            && base.deferral(of: known).map { base.id(of: $0) } == concept.deferral
            && base.population(of: known) == concept.population
    }

    /// The numbers of the concepts of the base that an image takes away.
    private static func removed(_ image: VocabularyImage) -> [Int] {
        (image.overlay?.removed ?? []).filter { $0 < image.base.concepts.count }
    }
}

extension Set<Vocabulary.OwnSpelling> {
    fileprivate func mapWords() -> Set<[String]> { Set<[String]>(map(\.words)) }
}
