extension OwnVocabulary {
    /// What a change did.
    public struct Change: Sendable, Equatable {
        /// The concept in question.
        public var concept: Concept
        /// The spellings that were added or taken away.
        public var spellings: [String]
        /// Spellings for which nothing had to be done.
        public var unchanged: [String]
    }

    /// Adds a concept of the user's.
    ///
    /// - Throws: ``SitrepError``: `usage` where the vocabulary has one of that name at that place, and for a name
    ///   without letters.
    public mutating func add(
        _ name: String,
        to facet: FacetKind,
        parent: Concept? = nil,
        kind: String? = nil,
        aliases: [String] = [],
        cased: [String] = []
    ) throws(SitrepError) -> Concept {
        for spelling in [name] + aliases + cased { try check(spelling) }
        for id in vocabulary.resolve(name, in: facet) {
            guard let known = vocabulary.concept(id, in: facet), known.parent == parent?.id,
                PlainName.of(known.name) == PlainName.of(name)
            else { continue }
            throw SitrepError(
                .usage,
                "\(facet.rawValue) “\(vocabulary.path(of: id, in: facet).joined(separator: "/"))” is there already",
                hint: "add spellings to it with: sitrep vocabulary alias \(id) …"
            )
        }
        let id = newID(for: name, in: facet)
        var fields: [(key: String, value: PlainYAML)] = [("id", .scalar(id.rawValue)), ("name", .scalar(name))]
        if let parent { fields.append(("parent", .scalar(parent.id.rawValue))) }
        if let kind, !kind.isEmpty { fields.append(("kind", .scalar(kind))) }
        for (key, list) in [("aliases", aliases), ("cased", cased)] where !list.isEmpty {
            fields.append((key, .list(list.map(PlainYAML.scalar))))
        }
        try edit(id, in: facet) { text throws(VocabularyError) in try text.add(concept: fields) }
        return Concept(facet: facet, id: id, name: name, parent: parent?.id, kind: kind)
    }

    /// Adds spellings to a concept, its own or a built-in one.
    ///
    /// - Parameter cased: whether they count only with the capitals that they have.
    public mutating func add(
        _ spellings: [String],
        to concept: Concept,
        cased: Bool = false
    ) throws(SitrepError) -> Change {
        for spelling in spellings { try check(spelling) }
        let known = Set(self.spellings(of: concept).map { PlainName.of($0.text) })
        var change = Change(concept: concept, spellings: [], unchanged: [])
        for spelling in spellings {
            if known.contains(PlainName.of(spelling)) {
                change.unchanged.append(spelling)
            } else {
                change.spellings.append(spelling)
            }
        }
        guard !change.spellings.isEmpty else { return change }
        let dropped = list("drop", of: concept).filter { drop in
            change.spellings.contains { PlainName.of($0) == PlainName.of(drop) }
        }
        let isBuiltIn = Set(Vocabulary.builtIn.spellings(of: concept.id, in: concept.facet).map(PlainName.of))
        let new = change.spellings.filter { !isBuiltIn.contains(PlainName.of($0)) }
        let hasEntry = hasEntry(concept.id, in: concept.facet)
        let id = concept.id.rawValue
        try edit(concept.id, in: concept.facet) { text throws(VocabularyError) in
            try text.remove(dropped, from: "drop", of: id)
            let key = cased ? "cased" : "aliases"
            if hasEntry {
                try text.append(new, to: key, of: id)
                try text.tidy(id)
            } else {
                try text.add(concept: [("id", .scalar(id)), (key, .list(new.map(PlainYAML.scalar)))])
            }
        }
        return change
    }

    /// Takes a spelling away from a concept: one of the user's out of the file, a built-in one by a note in it.
    public mutating func remove(_ spelling: String, from concept: Concept) throws(SitrepError) -> Change {
        let (id, facet) = (concept.id, concept.facet)
        let plain = PlainName.of(spelling)
        func bear(_ vocabulary: Vocabulary) -> [String] {
            let given = vocabulary.spellings(of: id, in: facet).filter { PlainName.of($0) == plain }
            // Case forms and the like are made by rule, and not listed.
            return given.isEmpty && vocabulary.resolve(spelling, in: facet).contains(id) ? [spelling] : given
        }
        let isDropped = droppedSpellings(of: concept).contains { PlainName.of($0) == plain }
        let known = isDropped ? [] : bear(vocabulary)
        guard !known.isEmpty else {
            let all = spellings(of: concept).prefix(12).map { "“\($0.text)”" }.joined(separator: ", ")
            throw SitrepError(
                .usage,
                "“\(spelling)” does not stand for \(facet.rawValue) “\(concept.name)”",
                hint: "what does: \(all)"
            )
        }
        let builtIn = bear(.builtIn)
        guard !builtIn.isEmpty || PlainName.of(concept.name) != plain else {
            throw SitrepError(
                .usage,
                "“\(spelling)” is the name of the \(facet.rawValue) itself",
                hint: "take it away as a whole with: sitrep vocabulary remove \(id)"
            )
        }
        let own = ["aliases", "cased", "weak"].map { key in
            (key, list(key, of: concept).filter { PlainName.of($0) == plain })
        }
        let hasEntry = hasEntry(id, in: facet)
        try edit(id, in: facet) { text throws(VocabularyError) in
            for (key, values) in own { try text.remove(values, from: key, of: id.rawValue) }
            if builtIn.isEmpty {
                try text.tidy(id.rawValue)
            } else if hasEntry {
                try text.append(builtIn, to: "drop", of: id.rawValue)
            } else {
                try text.add(concept: [("id", .scalar(id.rawValue)), ("drop", .list(builtIn.map(PlainYAML.scalar)))])
            }
        }
        return Change(concept: concept, spellings: known, unchanged: [])
    }

    /// Takes a concept away: one of the user's out of the file, a built-in one by a note in it.
    ///
    /// - Parameter all: whether what lies in it goes too.
    /// - Returns: how many concepts went.
    /// - Throws: ``SitrepError``: `usage` where concepts lie in it that are to stay.
    public mutating func remove(_ concept: Concept, withAllBelow all: Bool = false) throws(SitrepError) -> Int {
        let below = descendants(of: concept)
        guard all || below.isEmpty else {
            let names = below.prefix(5).map(\.name).joined(separator: ", ") + (below.count > 5 ? ", …" : "")
            throw SitrepError(
                .usage,
                "\(concept.facet.rawValue) “\(concept.name)” holds others: \(names)",
                hint: "take them away with it by --all"
            )
        }
        let facet = concept.facet
        // A built-in concept takes along what is below it; what the user's files say of that would be left in the air.
        let going = below + [concept]
        let paths = Set(going.compactMap { place(of: $0.id, in: facet).map { files[$0].path } })
        let isBuiltIn = Vocabulary.builtIn.concept(concept.id, in: facet) != nil
        let home = place(of: concept.id, in: facet).map { files[$0].path } ?? path(of: facet)
        var changes = paths.subtracting([home]).sorted()
        changes.append(home)
        for path in changes {
            try edit(path: path, facet: facet) { text throws(VocabularyError) in
                for one in going where text.hasConcept(one.id.rawValue) { try text.remove(concept: one.id.rawValue) }
                guard isBuiltIn, path == home else { return }
                try text.add(concept: [("id", .scalar(concept.id.rawValue)), ("remove", .scalar("true"))])
            }
        }
        return going.count
    }

    /// All concepts below one.
    private func descendants(of concept: Concept) -> [Concept] {
        vocabulary.concepts(in: concept.facet).filter {
            $0.id != concept.id && vocabulary.lineage(of: $0.id, in: concept.facet).contains(concept.id)
        }
    }

    /// Has phrases stand for nothing wherever they are read.
    ///
    /// - Returns: those that did not do so before.
    public mutating func stop(_ phrases: [String]) throws(SitrepError) -> [String] {
        for phrase in phrases { try check(phrase) }
        let known = Set(stops.map(PlainName.of))
        let new = phrases.filter { !known.contains(PlainName.of($0)) }
        guard !new.isEmpty else { return [] }
        let place = files.first { !$0.text.list("stop").isEmpty }
        let facet = FacetKind(rawValue: place?.text.model["facet"]?.text ?? "") ?? .region
        try edit(path: place?.path ?? path(of: facet), facet: facet) { text throws(VocabularyError) in
            try text.append(new, to: "stop", of: nil)
        }
        return new
    }

    /// The concepts right below one, by name.
    public func children(of concept: Concept) -> [Concept] {
        vocabulary.concepts(in: concept.facet).filter { $0.parent == concept.id }
            .sorted { ($0.name, $0.id) < ($1.name, $1.id) }
    }

    private func check(_ spelling: String) throws(SitrepError) {
        let words = Tokenizer.tokenize(spelling).tokens.count
        guard words > 0 else {
            throw SitrepError(.usage, "“\(spelling)” has no letter and no digit", hint: "give a name that has words")
        }
        guard words <= ImageFormat.mostTokens, spelling.utf8.count <= ImageFormat.mostBytes else {
            throw SitrepError(
                .usage,
                "“\(spelling.prefix(40))…” is too long for a name",
                hint: "a name has at most \(ImageFormat.mostTokens) words and \(ImageFormat.mostBytes) bytes"
            )
        }
    }

    /// An id from the letters of a name, with a number where it is taken.
    private func newID(for name: String, in facet: FacetKind) -> ConceptID {
        let plain = PlainName.of(name).utf8.map { $0 == 0x20 ? UInt8(ascii: "-") : $0 }
        let isASCII = plain.allSatisfy { $0 < 0x80 }
        let base = "own-" + (isASCII ? String(decoding: plain.prefix(40), as: UTF8.self) : Self.hash(plain))
        var id = ConceptID(rawValue: base)
        var number = 2
        while vocabulary.concept(id, in: facet) != nil || hasEntry(id, in: facet) {
            id = ConceptID(rawValue: "\(base)-\(number)")
            number += 1
        }
        return id
    }

    private static func hash(_ bytes: [UInt8]) -> String {
        String(decoding: Hexadecimal.encode(FNV.hash(bytes)).prefix(12), as: UTF8.self)
    }
}
