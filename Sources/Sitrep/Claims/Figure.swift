/// A figure of a report with the names of what it is about, each as a path from the root.
public struct Figure: Sendable, Equatable {
    /// The claim that the report makes.
    public var claim: Claim
    /// Whose the counted things are; `nil` where the report does not say.
    public var subject: [String]?
    /// The counted weapon; for people, what struck them.
    public var weapon: [String]?
    /// Where.
    public var place: [String]?
    /// Who says so; `nil` for the report's own voice.
    public var claimant: [String]?

    /// - Parameter path: the names of a concept, from the root.
    init(_ claim: Claim, path: (ConceptID, FacetKind) -> [String]) {
        self.claim = claim
        subject = claim.subject.map { path($0, .actor) }
        weapon = claim.weapon.map { path($0, .weapon) }
        place = claim.place.map { path($0, .region) }
        claimant = claim.claimant.map { path($0, .actor) }
    }
}
