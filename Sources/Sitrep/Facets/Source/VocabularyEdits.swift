/// What the files of a folder say, joined with what is known below them.
///
/// A concept whose id is known adds its spellings to it, and replaces what else it says; an old name stays as an alias.
/// `drop` takes spellings of the known concept away, a dropped name stays a heading. `remove` takes the concept away,
/// and with it all below it that the files do not give another parent.
struct VocabularyEdits {
    /// The concepts that the files speak of, whole.
    private(set) var concepts: [Key: ConceptDefinition] = [:]
    private(set) var removed: Set<Key> = []
    /// Folded phrases that stand for nothing.
    private(set) var stops: Set<String> = []
    private var places: [Key: Place] = [:]

    /// What tells a concept from all others.
    struct Key: Hashable {
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

    /// Joins `files`, in order and tables last, with the concepts that `known` finds.
    ///
    /// - Throws: `structure`, with the file and the line of the concept at fault.
    init(_ files: [VocabularyFile], onto known: (Key) -> ConceptDefinition?) throws(VocabularyError) {
        for file in files.filter({ !$0.isTable }) + files.filter(\.isTable) {
            stops.formUnion(file.stops.map(PlainName.of))
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
                if entry.removes { removed.insert(key) }
                if removed.contains(key) { continue }
                let old = concepts[key] ?? known(key)
                let entry = file.isTable ? Self.withoutKnownSpellings(entry, old) : entry
                concepts[key] = try Self.join(old, entry, facet: file.facet, place: place)
            }
        }
        try check(known)
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
        let drops = Set(entry.drops.map(PlainName.of))
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
                aliases: entry.aliases,
                dropped: drops
            )
        }
        let dropsName = drops.contains(PlainName.of(concept.name))
        concept.aliases.removeAll { drops.contains(PlainName.of($0.text)) }
        concept.dropped.formUnion(drops)
        if let name = entry.name, name != concept.name {
            let isHidden = concept.isLabel || dropsName
            // A name that asks for its capitals stands among the aliases already.
            if !isHidden, !concept.aliases.contains(where: { $0.text == concept.name }) {
                concept.aliases.insert(.init(text: concept.name, isCased: false), at: 0)
            }
            concept.name = name
        } else if dropsName {
            concept.isLabel = true
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
    private func check(_ known: (Key) -> ConceptDefinition?) throws(VocabularyError) {
        func find(_ key: Key) -> ConceptDefinition? { removed.contains(key) ? nil : concepts[key] ?? known(key) }
        // In a fixed order, so that of several faults the same one is named each time.
        for key in concepts.keys.sorted(by: { ($0.facet.order, $0.id) < ($1.facet.order, $1.id) }) {
            guard let concept = concepts[key], let place = places[key] else { continue }
            if let target = concept.defersTo, find(Key(key.facet, target)) == nil || target == key.id {
                throw place.failure(
                    "`\(key.id)` defers to `\(target)`, which is no other concept of the facet",
                    "correct the id"
                )
            }
            var steps = 1
            var at = concept
            while let parent = at.parent {
                let parentKey = Key(key.facet, parent)
                guard let next = find(parentKey) else {
                    let at = places[Key(key.facet, at.id)] ?? place
                    throw at.failure(
                        removed.contains(parentKey)
                            ? "the parent `\(parent)` of `\(key.id)` is removed"
                            : "the parent `\(parent)` is not defined",
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
                guard steps <= VocabularyDefinitions.deepest else {
                    throw place.failure(
                        "`\(key.id)` stands in a circle of parents, or more than \(VocabularyDefinitions.deepest) "
                            + "levels deep",
                        "correct a `parent:` on the way to its root"
                    )
                }
                at = next
            }
        }
    }
}
