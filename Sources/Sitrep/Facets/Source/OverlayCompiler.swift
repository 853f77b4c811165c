/// Writes the image of a user's own files, to be laid over that of the vocabulary that they extend.
///
/// It holds the concepts that the files speak of, whole, references to the parents that they name, and of the spellings
/// only what differs below. Takes time in proportion to the files, not to what they extend.
struct OverlayCompiler {
    private typealias Key = VocabularyEdits.Key
    private let edits: VocabularyEdits
    private let base: VocabularyImage
    /// The concepts of the image by facet and id, and what each is in it.
    private var numbers: [Key: Int] = [:]
    private var writer = ImageWriter()

    /// The image of `files` over `base`.
    ///
    /// - Throws: `structure`, with the file and the line at fault.
    static func compile(_ files: [VocabularyFile], over base: ImageLayer) throws(VocabularyError) -> [UInt8] {
        let below = VocabularyImage(base)
        let edits = try VocabularyEdits(files) { key in
            below.find(ConceptID(rawValue: key.id), in: key.facet).flatMap(below.definition)
        }
        var compiler = OverlayCompiler(edits, over: below)
        compiler.writer.terms = files.flatMap(\.terms)
        return try compiler.image()
    }

    private init(_ edits: VocabularyEdits, over base: VocabularyImage) {
        self.edits = edits
        self.base = base
    }

    private func number(_ key: Key) -> Int? { base.find(ConceptID(rawValue: key.id), in: key.facet) }

    private mutating func image() throws(VocabularyError) -> [UInt8] {
        var keys = Set(edits.concepts.keys)
        // What is not below need not be taken away.
        keys.formUnion(edits.removed.filter { number($0) != nil })
        for (key, concept) in edits.concepts {
            for id in [concept.parent, concept.defersTo].compactMap({ $0 }) { keys.insert(Key(key.facet, id)) }
        }
        let sorted = keys.sorted { a, b in
            a.facet != b.facet ? a.facet.order < b.facet.order : a.id.utf8.lexicographicallyPrecedes(b.id.utf8)
        }
        for (i, key) in sorted.enumerated() { numbers[key] = i }
        for key in sorted {
            guard let concept = edits.concepts[key] else {
                writer.add(
                    ConceptDefinition(facet: key.facet, id: key.id, name: ""),
                    flags: edits.removed.contains(key) ? .removed : .reference,
                    parent: nil,
                    defersTo: nil
                )
                continue
            }
            writer.add(
                concept,
                parent: concept.parent.flatMap { numbers[Key(key.facet, $0)] },
                defersTo: concept.defersTo.flatMap { numbers[Key(key.facet, $0)] }
            )
        }
        addSpellings(sorted)
        for stop in edits.stops.sorted() { writer.trie.insert(stop, concept: ImageFormat.stop, flags: []) }
        return try writer.image()
    }

    /// Adds to the trie what the concepts have now and had not below, and marks as dropped what they had and have not.
    private mutating func addSpellings(_ keys: [Key]) {
        var given: [String: Set<Key>] = [:]
        var payloads: [Key: [String: [SpellingPayload]]] = [:]
        for key in keys {
            guard let concept = edits.concepts[key], let local = numbers[key] else { continue }
            payloads[key] = GivenSpellings.payloads(of: concept, number: local)
            for folded in (payloads[key] ?? [:]).keys { given[folded, default: []].insert(key) }
        }
        for key in keys {
            guard let concept = edits.concepts[key], let local = numbers[key], var now = payloads[key] else { continue }
            let below = number(key)
            let old = below.flatMap { base.definition(of: $0) }
            let before = Dictionary(
                uniqueKeysWithValues: (old.map { derived($0, isOld: true) } ?? []).map { ($0.folded, $0.isWeak) }
            )
            var known = Set(before.keys)
            if let old { known.formUnion(GivenSpellings.payloads(of: old, number: local).keys) }
            var unchanged: Set<String> = []
            for made in derived(concept) where now[made.folded] == nil {
                // What the rules made before stands below already, or was left out there for a reason.
                if before[made.folded] == made.isWeak {
                    unchanged.insert(made.folded)
                } else if !isGivenElsewhere(made.folded, key, below, given) {
                    let flags: ImageFormat.SpellingFlag =
                        made.isWeak ? [.cased, .derived, .weak] : [.cased, .derived]
                    let rule = CaseRule(Tokenizer.tokenize(made.text))
                    now[made.folded] = [SpellingPayload(concept: local, caseRule: rule, flags: flags)]
                }
            }
            for folded in known.union(now.keys).subtracting(unchanged).sorted() {
                let text = Tokenizer.tokenize(folded)
                let had = below.map { below in
                    base.meanings(of: folded).filter { $0.concept == below }.map { payload -> SpellingPayload in
                        var payload = payload
                        payload.concept = local
                        return payload
                    }
                }
                let has = now[folded] ?? []
                if let had, Set(had) == Set(has) { continue }
                if had?.isEmpty == false {
                    writer.trie.insert(text, SpellingPayload(concept: local, caseRule: .any, flags: .dropped))
                }
                for payload in has { writer.trie.insert(text, payload) }
            }
        }
    }

    private func derived(_ concept: ConceptDefinition, isOld: Bool = false) -> [DerivedSpellings.Made] {
        let root = DerivedSpellings.root(of: concept) { id in
            let key = Key(concept.facet, id)
            return (isOld ? nil : edits.concepts[key]) ?? number(key).flatMap(base.definition)
        }
        return DerivedSpellings.of(concept, root: root)
    }

    /// Whether another concept has the folded spelling as a given one, or so many that it tells nothing.
    private func isGivenElsewhere(_ folded: String, _ key: Key, _ number: Int?, _ given: [String: Set<Key>]) -> Bool {
        if let others = given[folded], others.contains(where: { $0 != key }) { return true }
        let below = base.meanings(of: folded).filter { $0.concept != number }
        return below.contains { !$0.flags.contains(.derived) } || below.count >= DerivedSpellings.mostConcepts
    }
}
