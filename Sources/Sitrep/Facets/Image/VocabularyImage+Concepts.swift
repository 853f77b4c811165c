/// A payload of a trie node: a concept and the rule by which the spelling stands for it.
struct SpellingPayload {
    var concept: Int
    var caseRule: CaseRule
    var flags: ImageFormat.SpellingFlag
}

extension VocabularyImage {
    private typealias Field = ImageFormat.ConceptField

    /// The numbers of the concepts of a facet, sorted by id.
    func concepts(in facet: FacetKind) -> Range<Int> {
        range(facets, facet.order, 0, in: concepts)
    }

    /// The number of the concept with `id`; `nil` when the facet has none. Logarithmic.
    func find(_ id: ConceptID, in facet: FacetKind) -> Int? {
        var wanted = id.rawValue
        return wanted.withUTF8 { wanted in
            let range = concepts(in: facet)
            var low = range.lowerBound
            var high = range.upperBound
            while low < high {
                let middle = low + (high - low) / 2
                let order = compare(bytes(concepts, middle, Field.id), UnsafeRawBufferPointer(wanted))
                if order == 0 { return middle }
                if order < 0 { low = middle + 1 } else { high = middle }
            }
            return nil
        }
    }

    func id(of concept: Int) -> ConceptID { ConceptID(rawValue: string(concepts, concept, Field.id)) }
    func name(of concept: Int) -> String { string(concepts, concept, Field.name) }

    func kind(of concept: Int) -> String? {
        let kind = string(concepts, concept, Field.kind)
        return kind.isEmpty ? nil : kind
    }

    /// How many people live at a place; 0 for unknown.
    func population(of concept: Int) -> UInt32 {
        concept < concepts.count ? word(concepts, concept, Field.population) : 0
    }

    /// The facet of a concept; `nil` for a number that leads nowhere.
    func facet(of concept: Int) -> FacetKind? {
        switch word(concepts, concept, Field.facet) {
        case 0: .region
        case 1: .actor
        case 2: .weapon
        default: nil
        }
    }

    func parent(of concept: Int) -> Int? { neighbour(concept, Field.parent) }

    /// The concept that a mention by a bare name may be counted to instead.
    func deferral(of concept: Int) -> Int? { neighbour(concept, Field.defersTo) }

    private func neighbour(_ concept: Int, _ field: Int) -> Int? {
        let found = Int(word(concepts, concept, field))
        guard found < concepts.count,
            word(concepts, found, Field.facet) == word(concepts, concept, Field.facet)
        else { return nil }
        return found
    }

    /// The concept and its ancestors, itself first. A circle in a damaged image is cut.
    func ancestry(of concept: Int) -> [Int] {
        var found = [concept]
        while found.count < VocabularyDefinitions.deepest, let parent = parent(of: found[found.count - 1]) {
            found.append(parent)
        }
        return found
    }

    /// Whether `ancestor` is `concept` or stands above it.
    func isAncestor(_ ancestor: Int, of concept: Int) -> Bool {
        var at: Int? = concept
        for _ in 0..<VocabularyDefinitions.deepest {
            guard let here = at else { return false }
            if here == ancestor { return true }
            at = parent(of: here)
        }
        return false
    }

    /// The spellings of a concept, its name first.
    func spellings(of concept: Int) -> [(text: String, flags: ImageFormat.SpellingFlag)] {
        range(concepts, concept, Field.firstSpelling, in: spellings).map {
            (string(spellings, $0, 0), .init(rawValue: word(spellings, $0, 2)))
        }
    }

    /// A payload; `nil` for one whose concept leads nowhere.
    @inline(__always)
    func payload(_ number: Int) -> SpellingPayload? {
        let concept = Int(word(payloads, number, 0))
        guard concept < concepts.count else { return nil }
        return SpellingPayload(
            concept: concept,
            caseRule: CaseRule(rawValue: word(payloads, number, 1)),
            flags: .init(rawValue: word(payloads, number, 2))
        )
    }

    /// The concepts of all facets that have `spelling`, each with the rule and the flags of it.
    func meanings(of spelling: String) -> [SpellingPayload] {
        let node = node(of: spelling)
        return node == 0 ? [] : payloads(of: node).compactMap { payload($0) }
    }

    /// The concepts as the compiler takes them, so that a vocabulary can be extended.
    func definitions() -> [ConceptDefinition] {
        FacetKind.allCases.flatMap { facet in
            concepts(in: facet).map { concept in
                let spellings = spellings(of: concept)
                let flags = spellings.first { $0.flags.contains(.name) }?.flags ?? []
                return ConceptDefinition(
                    facet: facet,
                    id: id(of: concept).rawValue,
                    name: name(of: concept),
                    parent: parent(of: concept).map { id(of: $0).rawValue },
                    kind: kind(of: concept),
                    population: population(of: concept),
                    defersTo: deferral(of: concept).map { id(of: $0).rawValue },
                    isLabel: flags.contains(.label),
                    // A name that is cased or weak stands among the aliases for it, as it does in a file.
                    aliases: spellings.filter { !$0.flags.contains(.name) || $0.flags.contains(.cased) }
                        .map {
                            .init(text: $0.text, isCased: $0.flags.contains(.cased), isWeak: $0.flags.contains(.weak))
                        }
                )
            }
        }
    }
}
