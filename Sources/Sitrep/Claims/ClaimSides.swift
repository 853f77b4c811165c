/// The sides that a report tells of, and the countries of its places and actors.
final class ClaimSides {
    let vocabulary: Vocabulary
    let weapons: WeaponClasses
    private var lineages: ConceptLineages
    /// The two states mentioned most, or the only one.
    private let principal: [ConceptID]

    private static let ukraine = ConceptID(rawValue: "ua")
    private static let russia = ConceptID(rawValue: "ru")

    init(mentions: [FacetMention], vocabulary: Vocabulary) {
        self.vocabulary = vocabulary
        weapons = WeaponClasses(vocabulary: vocabulary)
        lineages = ConceptLineages { vocabulary.lineage(of: $0, in: $1) }
        var counts: [ConceptID: Int] = [:]
        for mention in mentions where mention.facet == .actor && mention.name == nil {
            guard let root = vocabulary.lineage(of: mention.concept, in: .actor).first else { continue }
            counts[root, default: 0] += mention.count
        }
        let sorted = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
        // Where both are named, the war is theirs, whoever else is named more often.
        let theirs = [Self.ukraine, Self.russia].filter { counts[$0] != nil }
        principal = theirs.isEmpty ? Array(sorted.prefix(2)) : theirs
    }

    /// The ids from the root down to a concept; empty for one that the vocabulary does not have.
    func lineage(_ concept: ConceptID, in facet: FacetKind) -> [ConceptID] {
        lineages.lineage(of: concept, in: facet)
    }

    /// The state or group at the root above an actor.
    func side(of actor: ConceptID) -> ConceptID? { lineage(actor, in: .actor).first }

    /// The other side of the two that the report tells of.
    func opponent(of actor: ConceptID) -> ConceptID? {
        guard let side = side(of: actor), principal.contains(side) else { return nil }
        return principal.first { $0 != side }
    }

    /// The state that a place lies in, as an actor.
    func state(of place: ConceptID) -> ConceptID? {
        lineage(place, in: .region).first.flatMap { vocabulary.concept($0, in: .actor) == nil ? nil : $0 }
    }

    /// The country of an actor, as a place.
    func country(of actor: ConceptID) -> ConceptID? {
        side(of: actor).flatMap { vocabulary.concept($0, in: .region) == nil ? nil : $0 }
    }

    /// Whether two concepts may be one (``ConceptLineages``).
    func areOne(_ a: ConceptID?, _ b: ConceptID?, in facet: FacetKind) -> Bool { lineages.areOne(a, b, in: facet) }

    /// The one that says more of two that may be one.
    func narrower(_ a: ConceptID?, _ b: ConceptID?, in facet: FacetKind) -> ConceptID? {
        lineages.narrower(a, b, in: facet)
    }

    /// The narrowest place that some places lie in; `nil` where there is none.
    func common(_ places: [ConceptID]) -> ConceptID? {
        guard let first = places.first else { return nil }
        var common = lineage(first, in: .region)
        for place in places.dropFirst() {
            let other = lineage(place, in: .region)
            common = Array(zip(common, other).prefix { $0 == $1 }.map(\.0))
        }
        return common.last
    }

    /// Whether a place lies in another.
    func lies(_ place: ConceptID, in other: ConceptID) -> Bool {
        place != other && lineage(place, in: .region).contains(other)
    }
}
