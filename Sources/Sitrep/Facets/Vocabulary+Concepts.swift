extension Vocabulary {
    /// The concept with `id`; `nil` when the facet has none. Logarithmic in the number of concepts.
    public func concept(_ id: ConceptID, in facet: FacetKind) -> Concept? {
        image.find(id, in: facet).map { concept($0, in: facet) }
    }

    /// All concepts of a facet, sorted by id.
    public func concepts(in facet: FacetKind) -> [Concept] {
        let concepts = image.concepts(in: facet).map { concept($0, in: facet) }
        return image.overlay == nil ? concepts : concepts.sorted { $0.id < $1.id }
    }

    /// The ids from the root down to the concept itself; empty for an unknown one.
    public func lineage(of id: ConceptID, in facet: FacetKind) -> [ConceptID] {
        guard let concept = image.find(id, in: facet) else { return [] }
        return image.ancestry(of: concept).reversed().map { image.id(of: $0) }
    }

    /// The names from the root down to the concept itself; empty for an unknown one.
    public func path(of id: ConceptID, in facet: FacetKind) -> [String] {
        guard let concept = image.find(id, in: facet) else { return [] }
        return image.ancestry(of: concept).reversed().map { image.name(of: $0) }
    }

    /// Every given spelling of a concept, its name first, without those that rules make of them; empty for an unknown
    /// one.
    public func spellings(of id: ConceptID, in facet: FacetKind) -> [String] {
        guard let concept = image.find(id, in: facet) else { return [] }
        return image.spellings(of: concept).map(\.text)
    }

    private func concept(_ number: Int, in facet: FacetKind) -> Concept {
        Concept(
            facet: facet,
            id: image.id(of: number),
            name: image.name(of: number),
            parent: image.parent(of: number).map { image.id(of: $0) },
            kind: image.kind(of: number),
            population: image.population(of: number)
        )
    }
}
