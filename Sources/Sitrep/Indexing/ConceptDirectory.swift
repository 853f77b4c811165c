import Synchronization
internal import Xapian

/// The concepts of an index: its vocabulary and the values that only its records gave.
///
/// A record may give a facet value that no vocabulary knows (`region: ["Ukraine/Kyiv Oblast/New Village"]`); it becomes
/// a concept of this index alone, below the longest part of its path that is known.
struct ConceptDirectory: Sendable {
    let vocabulary: Vocabulary
    private(set) var own: [FacetKind: [ConceptID: Concept]] = [:]
    /// The same by their folded names.
    private var ownNames = OwnNames()

    /// The prefix of the metadata keys of the index's own concepts.
    static let metadataPrefix = "concept/"

    init(vocabulary: Vocabulary, own: [Concept] = []) {
        self.vocabulary = vocabulary
        add(own)
    }

    func concept(_ id: ConceptID, in facet: FacetKind) -> Concept? {
        own[facet]?[id] ?? vocabulary.concept(id, in: facet)
    }

    /// The concept and its parents, root first; the id alone when nothing knows it.
    func lineage(of id: ConceptID, in facet: FacetKind) -> [ConceptID] {
        var below: [ConceptID] = []
        var next: ConceptID? = id
        // Parents that go round in a circle, as only a damaged index has them, end where they meet.
        while let id = next, !below.contains(id) {
            guard let concept = own[facet]?[id] else {
                let known = vocabulary.lineage(of: id, in: facet)
                return (known.isEmpty ? [id] : known) + below.reversed()
            }
            below.append(id)
            next = concept.parent
        }
        return below.reversed()
    }

    /// The names of the concept's parents and its own, root first.
    func path(of id: ConceptID, in facet: FacetKind) -> [String] {
        if own[facet] == nil {
            let path = vocabulary.path(of: id, in: facet)
            return path.isEmpty ? [id.rawValue] : path
        }
        return lineage(of: id, in: facet).map { concept($0, in: facet)?.name ?? $0.rawValue }
    }

    /// The concepts that `value` names: a path, a name, an alias, in any spelling; empty when it is unknown.
    func resolve(_ value: String, in facet: FacetKind) -> [ConceptID] {
        vocabulary.resolve(value, in: facet) + ownConcepts(value, in: facet).sorted()
    }

    /// The concepts that `value` names in each facet, in the order of ``FacetKind``: as ``resolve(_:in:)``, but folded once.
    func resolve(_ value: String) -> [(facet: FacetKind, concepts: [ConceptID])] {
        let folded = own.isEmpty ? [] : Self.folded(value)
        return vocabulary.resolve(value).map { facet, known in
            (facet, known + ownConcepts(value, folded: folded, in: facet).sorted())
        }
    }

    /// The index's own concepts that have `value` as their name, or as their name after any path of their parent.
    ///
    /// - Parameter folded: the value folded, where it is at hand.
    private func ownConcepts(_ value: String, folded: [UInt8]? = nil, in facet: FacetKind) -> Set<ConceptID> {
        guard own[facet] != nil, let byName = ownNames.table(of: own)[facet] else { return [] }
        var found = byName[folded ?? Self.folded(value)] ?? []
        guard value.utf8.contains(UInt8(ascii: "/")) else { return found }
        let steps = value.split(separator: "/")
        for split in steps.indices.dropFirst() {
            guard let named = byName[Self.folded(steps[split...].joined(separator: "/"))] else { continue }
            let parents = resolve(steps[..<split].joined(separator: "/"), in: facet)
            found.formUnion(named.filter { own[facet]?[$0]?.parent.map(parents.contains) ?? false })
        }
        return found
    }

    /// Names that are near to an unknown `value`, the nearest first.
    func nearest(to value: String, in facet: FacetKind, limit: Int) -> [String] {
        vocabulary.nearest(to: value, in: facet, limit: limit)
    }

    /// The concept that a record's path names; where it is new, it and its new parents are returned as well.
    ///
    /// What the path means depends on the vocabulary alone, never on what other reports gave before, so that the order
    /// in which reports are read does not matter.
    ///
    /// - Returns: `nil` for a path without any name in it.
    func place(_ path: [String], in facet: FacetKind) -> (id: ConceptID, new: [Concept])? {
        let names = path.filter { !Tokenizer.tokenize($0).tokens.isEmpty }
        func known(_ count: Int) -> ConceptID? {
            vocabulary.resolve(names.prefix(count).joined(separator: "/"), in: facet).first
        }
        if let whole = known(names.count) { return (whole, []) }
        let depth = names.indices.prefix { known($0 + 1) != nil }.count
        var parent = known(depth)
        // The parents as they are shown, so that a new value is the same one under any spelling of them.
        var canonical = parent.map { vocabulary.path(of: $0, in: facet) } ?? []
        var new: [Concept] = []
        for name in names[depth...] {
            canonical.append(name)
            let id = ConceptID.own(path: canonical)
            if own[facet]?[id] == nil {
                new.append(Concept(facet: facet, id: id, name: name, parent: parent, kind: nil))
            }
            parent = id
        }
        return parent.map { ($0, new) }
    }

    mutating func add(_ concepts: [Concept]) {
        guard !concepts.isEmpty else { return }
        for concept in concepts { own[concept.facet, default: [:]][concept.id] = concept }
        ownNames = OwnNames()
    }

    /// The value's folded tokens, levels parted by a slash.
    fileprivate static func folded(_ value: String) -> [UInt8] {
        Array(
            value.split(separator: "/").map { level in
                let tokens = Tokenizer.tokenize(String(level))
                return tokens.tokens.map { tokens.folded($0) }.joined(separator: [UInt8(ascii: " ")])
            }.joined(separator: [UInt8(ascii: "/")])
        )
    }
}

/// An index's own concepts by their folded names; made when the first name is looked up, for of ten thousands of names
/// that takes longer than a search, and neither runs nor most searches look any up.
private final class OwnNames: Sendable {
    typealias Table = [FacetKind: [[UInt8]: Set<ConceptID>]]

    private let table = Mutex<Table?>(nil)

    func table(of own: [FacetKind: [ConceptID: Concept]]) -> Table {
        table.withLock { known in
            if let known { return known }
            var made: Table = [:]
            for (facet, concepts) in own {
                for concept in concepts.values {
                    made[facet, default: [:]][ConceptDirectory.folded(concept.name), default: []].insert(concept.id)
                }
            }
            known = made
            return made
        }
    }
}

extension ConceptID {
    /// The id of a concept that no vocabulary has, made of its path: with a sign that no vocabulary's id has (`=`), and
    /// short enough for a packed value.
    static func own(path: [String]) -> ConceptID {
        let path = ConceptDirectory.folded(path.joined(separator: "/"))
        return ConceptID(rawValue: String(decoding: Terms.bounded(Array("=".utf8) + path, to: 120), as: UTF8.self))
    }

    /// Whether no vocabulary has it, see ``own(path:)``.
    var isOwn: Bool { rawValue.utf8.first == UInt8(ascii: "=") }
}

extension ConceptDirectory {
    /// The concepts that only the records of an index gave.
    static func ownConcepts(in database: borrowing some DatabaseReading & ~Copyable) throws -> [Concept] {
        try database.metadataEntries(prefix: metadataPrefix).compactMap { try concept(key: $0.key, value: $0.value) }
    }

    /// One of them; `nil` where there is none of the id.
    static func ownConcept(
        _ id: ConceptID,
        _ facet: FacetKind,
        in database: borrowing some DatabaseReading & ~Copyable
    ) throws -> Concept? {
        let key = metadataKey(id, facet)
        let value = try database.metadata(key)
        return value.isEmpty ? nil : try concept(key: Array(key.utf8), value: value)
    }

    private static func metadataKey(_ id: ConceptID, _ facet: FacetKind) -> String {
        "\(metadataPrefix)\(facet.rawValue)/\(id.rawValue)"
    }

    /// The metadata entry of a concept of the index's own.
    static func entry(of concept: Concept) -> (key: String, value: [UInt8]) {
        var out = ByteWriter()
        out.write(concept.id.rawValue)
        out.write(concept.name)
        out.write(concept.parent?.rawValue)
        return (metadataKey(concept.id, concept.facet), out.summed)
    }

    /// Reads a metadata entry; `nil` for a key that is none of these.
    static func concept(key: [UInt8], value: [UInt8]) throws(ByteReader.Malformed) -> Concept? {
        let parts = key.split(separator: UInt8(ascii: "/"), maxSplits: 2)
        guard parts.count == 3, let facet = FacetKind(rawValue: String(decoding: parts[1], as: UTF8.self)) else {
            return nil
        }
        var input = ByteReader(value)
        let concept = Concept(
            facet: facet,
            id: ConceptID(rawValue: try input.string()),
            name: try input.string(),
            parent: try input.optionalString().map { ConceptID(rawValue: $0) },
            kind: nil
        )
        try input.checkSum()
        guard Array(metadataKey(concept.id, facet).utf8) == key else { throw ByteReader.Malformed() }
        return concept
    }
}
