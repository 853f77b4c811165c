/// The concepts of a vocabulary, put together from its files and from the vocabulary that they extend.
struct VocabularyDefinitions: Equatable {
    /// Sorted by facet, then by the bytes of the id.
    private(set) var concepts: [ConceptDefinition]

    /// The longest way from a concept to its root, itself included.
    static let deepest = 32

    /// Joins `files`, in order, with the concepts of `base`.
    ///
    /// A concept whose id the base has adds its aliases to it, and replaces what else it says; an old name stays as an
    /// alias. A file with `replace: true` first takes out what the base has in its facet.
    ///
    /// - Throws: `structure`, with the file and the line of the concept at fault.
    init(_ files: [VocabularyFile], extending base: [ConceptDefinition] = []) throws(VocabularyError) {
        let replaced = Set(files.filter(\.replaces).map(\.facet))
        var joined: [Key: ConceptDefinition] = [:]
        for concept in base where !replaced.contains(concept.facet) { joined[Key(concept.facet, concept.id)] = concept }
        var places: [Key: Place] = [:]
        for file in files.filter({ !$0.isTable }) + files.filter(\.isTable) {
            for entry in file.concepts {
                let key = Key(file.facet, entry.id)
                let place = Place(file: file.path, line: entry.line)
                // A table of places adds to what the files written by hand say.
                if let other = places[key], !file.isTable || other.file == file.path {
                    throw place.failure(
                        "the id `\(entry.id)` stands a second time",
                        "it is taken in \(other.file), line \(other.line)"
                    )
                }
                places[key] = places[key] ?? place
                let entry = file.isTable ? Self.withoutKnownSpellings(entry, joined[key]) : entry
                joined[key] = try Self.join(joined[key], entry, facet: file.facet, place: place)
            }
        }
        try Self.check(joined, places)
        concepts = joined.values.sorted { a, b in
            a.facet != b.facet
                ? a.facet.order < b.facet.order : a.id.utf8.lexicographicallyPrecedes(b.id.utf8)
        }
    }

    private struct Key: Hashable {
        let facet: FacetKind
        let id: String
        init(_ facet: FacetKind, _ id: String) {
            self.facet = facet
            self.id = id
        }
    }

    private struct Place {
        var file: String
        var line: Int
        func failure(_ message: String, _ hint: String) -> VocabularyError {
            VocabularyError(code: .structure, message: message, hint: hint, file: file, line: line)
        }
    }

    /// A table's row without the spellings that its concept has already: what is written by hand says more of them.
    private static func withoutKnownSpellings(_ row: ConceptEntry, _ known: ConceptDefinition?) -> ConceptEntry {
        guard let known else { return row }
        let folded = Set(([known.name] + known.aliases.map(\.text)).map(PlainName.of))
        var row = row
        row.aliases.removeAll { folded.contains(PlainName.of($0.text)) }
        return row
    }

    private static func join(_ old: ConceptDefinition?, _ entry: ConceptEntry, facet: FacetKind, place: Place)
        throws(VocabularyError) -> ConceptDefinition
    {
        guard var concept = old else {
            guard let name = entry.name else {
                throw place.failure("the concept `\(entry.id)` has no name", "give it `name:`")
            }
            return ConceptDefinition(
                facet: facet,
                id: entry.id,
                name: name,
                parent: entry.parent,
                kind: entry.kind,
                population: entry.population ?? 0,
                defersTo: entry.defersTo,
                isLabel: entry.isLabel ?? false,
                aliases: entry.aliases
            )
        }
        if let name = entry.name, name != concept.name {
            if !concept.isLabel { concept.aliases.insert(.init(text: concept.name, isCased: false), at: 0) }
            concept.name = name
        }
        concept.parent = entry.parent ?? concept.parent
        concept.kind = entry.kind ?? concept.kind
        concept.population = entry.population ?? concept.population
        concept.defersTo = entry.defersTo ?? concept.defersTo
        concept.isLabel = entry.isLabel ?? concept.isLabel
        concept.aliases += entry.aliases
        return concept
    }

    /// That every parent and every concept deferred to is there, and that parents run in no circle.
    private static func check(_ concepts: [Key: ConceptDefinition], _ places: [Key: Place]) throws(VocabularyError) {
        // In a fixed order, so that of several faults the same one is named each time; what the files say comes first,
        // as the fault is theirs.
        let order = concepts.keys.sorted { a, b in
            let known = (places[a] != nil, places[b] != nil)
            return known.0 != known.1 ? known.0 : (a.facet.order, a.id) < (b.facet.order, b.id)
        }
        for key in order {
            guard let concept = concepts[key] else { continue }
            let place = places[key] ?? Place(file: "the vocabulary that is extended", line: 1)
            if let target = concept.defersTo, concepts[Key(key.facet, target)] == nil || target == key.id {
                throw place.failure(
                    "`\(key.id)` defers to `\(target)`, which is no other concept of the facet",
                    "correct the id"
                )
            }
            var steps = 1
            var at = concept
            while let parent = at.parent {
                guard let next = concepts[Key(key.facet, parent)] else {
                    let at = places[Key(key.facet, at.id)] ?? place
                    throw at.failure(
                        "the parent `\(parent)` is not defined",
                        "define it in the facet or correct the id"
                    )
                }
                steps += 1
                guard next.id != key.id else {
                    throw place.failure(
                        "`\(key.id)` is its own ancestor",
                        "correct a `parent:` on the way to its root"
                    )
                }
                guard steps <= deepest else {
                    throw place.failure(
                        "`\(key.id)` stands in a circle of parents, or more than \(deepest) levels deep",
                        "correct a `parent:` on the way to its root"
                    )
                }
                at = next
            }
        }
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
