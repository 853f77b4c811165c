/// Which concepts lie in which, for claims that are held against each other; asked often, so it remembers.
struct ConceptLineages {
    private var known: [FacetKind: [ConceptID: [ConceptID]]] = [:]
    private let find: (ConceptID, FacetKind) -> [ConceptID]

    /// - Parameter find: the concepts from the root down to one; none for an unknown one.
    init(_ find: @escaping (ConceptID, FacetKind) -> [ConceptID]) { self.find = find }

    /// The concepts from the root down to one; empty for an unknown one.
    mutating func lineage(of concept: ConceptID, in facet: FacetKind) -> [ConceptID] {
        if let lineage = known[facet]?[concept] { return lineage }
        let lineage = find(concept, facet)
        known[facet, default: [:]][concept] = lineage
        return lineage
    }

    /// Whether two concepts may be one: either is not given, or one lies in the other.
    mutating func areOne(_ a: ConceptID?, _ b: ConceptID?, in facet: FacetKind) -> Bool {
        guard let a, let b, a != b else { return true }
        return lineage(of: a, in: facet).contains(b) || lineage(of: b, in: facet).contains(a)
    }

    /// The one that says more of two that may be one.
    mutating func narrower(_ a: ConceptID?, _ b: ConceptID?, in facet: FacetKind) -> ConceptID? {
        guard let a, let b, a != b else { return a ?? b }
        return lineage(of: b, in: facet).contains(a) ? b : a
    }
}
