/// Which figures of the reports found are asked for.
struct FigureFilter {
    var kinds: Set<Claim.Kind> = []
    /// Values that a figure must have one of, by facet.
    var wanted: [FacetKind: Set<ConceptID>] = [:]
    /// Values that a figure must have none of.
    var unwanted: [FacetKind: Set<ConceptID>] = [:]
    /// The days that it must have one of.
    var days: DateSpan?
    /// How many figures without a day were left out for that alone.
    private(set) var dayless = 0
    /// Whether a concept is one of some values, or lies in one; asked often, so it is remembered.
    private var known: [Question: Bool] = [:]

    private struct Question: Hashable {
        var facet: FacetKind
        var concept: ConceptID
        var isWanted: Bool
    }

    /// Whether a figure is asked for.
    mutating func takes(_ claim: Claim, _ directory: ConceptDirectory) -> Bool {
        guard kinds.isEmpty || kinds.contains(claim.kind) else { return false }
        let facets: [(FacetKind, [ConceptID?])] = [
            (.region, [claim.place]), (.actor, [claim.subject, claim.claimant]), (.weapon, [claim.weapon]),
        ]
        for (facet, concepts) in facets {
            if let values = wanted[facet] {
                guard concepts.contains(where: { has($0, facet, values, isWanted: true, directory) }) else {
                    return false
                }
            }
            if let values = unwanted[facet] {
                guard !concepts.contains(where: { has($0, facet, values, isWanted: false, directory) }) else {
                    return false
                }
            }
        }
        guard let days else { return true }
        guard let date = claim.date else {
            dayless += 1
            return false
        }
        return (days.first.map { $0 <= date.last } ?? true) && (days.last.map { $0 >= date.first } ?? true)
    }

    private mutating func has(
        _ concept: ConceptID?,
        _ facet: FacetKind,
        _ values: Set<ConceptID>,
        isWanted: Bool,
        _ directory: ConceptDirectory
    ) -> Bool {
        guard let concept else { return false }
        let question = Question(facet: facet, concept: concept, isWanted: isWanted)
        if let answer = known[question] { return answer }
        let answer = directory.lineage(of: concept, in: facet).contains(where: values.contains)
        known[question] = answer
        return answer
    }
}
