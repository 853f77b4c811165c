/// The concepts of both images, by their numbers in the whole.
extension VocabularyImage {
    /// The numbers of the concepts of a facet: those of the lower image sorted by id, then the new ones, likewise.
    func concepts(in facet: FacetKind) -> [Int] {
        let below = base.concepts(in: facet)
        guard let overlay else { return Array(below) }
        return (Array(below) + (overlay.new[facet] ?? [])).filter { !isRemoved($0) }
    }

    /// The number of the concept with `id`; `nil` when the facet has none. Logarithmic.
    func find(_ id: ConceptID, in facet: FacetKind) -> Int? {
        guard let overlay else { return base.find(id, in: facet) }
        let found = overlay.layer.find(id, in: facet).map { overlay.globals[$0] } ?? base.find(id, in: facet)
        return found.flatMap { isRemoved($0) ? nil : $0 }
    }

    /// What a concept's layer says of it.
    @inline(__always)
    private func ask<Answer>(_ concept: Int, _ question: (ImageLayer, Int) -> Answer) -> Answer {
        if let overlay, let local = overlay.locals[concept] { return question(overlay.layer, local) }
        return question(base, concept)
    }

    func id(of concept: Int) -> ConceptID { ask(concept) { $0.id(of: $1) } }
    func name(of concept: Int) -> String { ask(concept) { $0.name(of: $1) } }
    func kind(of concept: Int) -> String? { ask(concept) { $0.kind(of: $1) } }

    /// Whether a concept's kind is the given one; makes no string.
    @inline(__always)
    func kind(of concept: Int, is kind: StaticString) -> Bool { ask(concept) { $0.kind(of: $1, is: kind) } }

    /// How many people live at a place; 0 for unknown.
    func population(of concept: Int) -> UInt32 { ask(concept) { $0.population(of: $1) } }

    /// The facet of a concept; `nil` for a number that leads nowhere.
    func facet(of concept: Int) -> FacetKind? { ask(concept) { $0.facet(of: $1) } }

    func parent(of concept: Int) -> Int? {
        guard let overlay, let local = overlay.locals[concept] else { return base.parent(of: concept) }
        return overlay.layer.parent(of: local).map { overlay.globals[$0] }
    }

    /// The concept that a mention by a bare name may be counted to instead.
    func deferral(of concept: Int) -> Int? {
        guard let overlay else { return base.deferral(of: concept) }
        let found =
            overlay.locals[concept].map { overlay.layer.deferral(of: $0).map { overlay.globals[$0] } }
            ?? base.deferral(of: concept)
        return found.flatMap { isRemoved($0) ? nil : $0 }
    }

    /// The concept and its ancestors, itself first. A circle in a damaged image is cut.
    func ancestry(of concept: Int) -> [Int] {
        var found: [Int] = []
        found.reserveCapacity(8)
        forEachAncestor(of: concept) { found.append($0) }
        return found
    }

    /// Calls `body` with the concept and with its ancestors. A circle in a damaged image is cut.
    @inline(__always)
    func forEachAncestor(of concept: Int, _ body: (Int) -> Void) {
        var at = concept
        for _ in 0..<VocabularyDefinitions.deepest {
            body(at)
            guard let parent = parent(of: at) else { return }
            at = parent
        }
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

    /// The given spellings of a concept, its name first.
    func spellings(of concept: Int) -> [(text: String, flags: ImageFormat.SpellingFlag)] {
        ask(concept) { $0.spellings(of: $1) }
    }

    /// A concept as the compiler takes it, so that it can be extended.
    func definition(of concept: Int) -> ConceptDefinition? {
        guard let facet = facet(of: concept) else { return nil }
        let spellings = spellings(of: concept)
        let flags = spellings.first?.flags ?? []
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
                .map { .init(text: $0.text, isCased: $0.flags.contains(.cased), isWeak: $0.flags.contains(.weak)) }
        )
    }

    /// All concepts as the compiler takes them.
    func definitions() -> [ConceptDefinition] {
        FacetKind.allCases.flatMap { concepts(in: $0).compactMap(definition) }
    }

    /// The phrases that stand for nothing, folded, sorted.
    func stops() -> [String] {
        var found: Set<String> = []
        for layer in [base, overlay?.layer].compactMap({ $0 }) {
            layer.forEachSpelling { words, payload in
                if payload.concept == ImageFormat.stop { found.insert(words.joined(separator: " ")) }
            }
        }
        return found.sorted()
    }
}
