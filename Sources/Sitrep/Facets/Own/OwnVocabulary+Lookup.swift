extension OwnVocabulary {
    /// A spelling of a concept and who gave it.
    public struct Spelling: Sendable, Equatable {
        /// As it is written.
        public var text: String
        /// Whether the user's files gave it, and not the built-in vocabulary.
        public var isOwn: Bool
    }

    /// The concepts that a person may mean by a value: an id, a name, an alias in any spelling, or a path.
    ///
    /// - Parameter facet: `nil` looks in all.
    /// - Throws: ``SitrepError``: `usage` with the nearest names where there is none.
    public func concepts(_ value: String, in facet: FacetKind? = nil) throws(SitrepError) -> [Concept] {
        let facets = facet.map { [$0] } ?? FacetKind.allCases
        let byID = facets.compactMap { vocabulary.concept(ConceptID(rawValue: value), in: $0) }
        if !byID.isEmpty { return byID }
        let found = facets.flatMap { facet in
            vocabulary.resolve(value, in: facet).compactMap { vocabulary.concept($0, in: facet) }
        }
        guard found.isEmpty else { return found }
        let near = facets.flatMap { vocabulary.nearest(to: value, in: $0, limit: 2) }.prefix(3)
        throw SitrepError(
            .usage,
            "the vocabulary does not know “\(value)”",
            hint: near.isEmpty
                ? "see what it knows with: sitrep vocabulary list"
                : "did you mean " + near.map { "“\($0)”" }.joined(separator: ", ") + "?"
        )
    }

    /// The one concept that a value stands for.
    ///
    /// - Throws: ``SitrepError``: `usage` where there is none, and with all of them where there are several.
    public func concept(_ value: String, in facet: FacetKind? = nil) throws(SitrepError) -> Concept {
        let found = try concepts(value, in: facet)
        guard found.count > 1 else { return found[0] }
        let lines = found.prefix(12).map { concept in
            "  \(concept.id)  \(concept.facet.rawValue) \(path(of: concept).joined(separator: "/"))"
        }
        throw SitrepError(
            .usage,
            "“\(value)” may be any of \(found.count)",
            hint: "give the id or the path of one, or --facet:\n" + lines.joined(separator: "\n")
        )
    }

    /// The names from the root down to a concept.
    public func path(of concept: Concept) -> [String] { vocabulary.path(of: concept.id, in: concept.facet) }

    /// The spellings that stand for a concept, its name first.
    public func spellings(of concept: Concept) -> [Spelling] {
        let builtIn = Set(Vocabulary.builtIn.spellings(of: concept.id, in: concept.facet))
        // A name that was taken away is shown as the name still.
        let dropped = Set(droppedSpellings(of: concept).map(PlainName.of))
        return vocabulary.spellings(of: concept.id, in: concept.facet).filter { !dropped.contains(PlainName.of($0)) }
            .map { Spelling(text: $0, isOwn: !builtIn.contains($0)) }
    }

    /// Built-in spellings that the user has taken away from a concept.
    public func droppedSpellings(of concept: Concept) -> [String] { list("drop", of: concept) }

    /// Whether a concept is the user's, and not built in.
    public func isOwn(_ concept: Concept) -> Bool { Vocabulary.builtIn.concept(concept.id, in: concept.facet) == nil }

    /// The concepts of a facet whose id, name or any spelling has all the words of a text, by path.
    ///
    /// - Parameter ownOnly: only those that the user's files have an entry for.
    public func list(_ facet: FacetKind, matching text: String = "", ownOnly: Bool = false) -> [Concept] {
        let words = Self.words(text)
        return vocabulary.concepts(in: facet).filter { concept in
            if ownOnly, !hasEntry(concept.id, in: facet) { return false }
            if words.isEmpty || concept.id.rawValue == text { return true }
            return vocabulary.spellings(of: concept.id, in: facet).contains { spelling in
                let known = Self.words(spelling)
                return words.allSatisfy { word in known.contains { $0.hasPrefix(word) } }
            }
        }
    }

    private static func words(_ text: String) -> [String] {
        let tokens = Tokenizer.tokenize(text)
        return tokens.tokens.indices.map { tokens.string($0) }
    }
}
