/// What facet extraction finds in a report.
public struct FacetFindings: Sendable, Equatable {
    /// The concepts mentioned, sorted by facet, then the most salient first, then by id.
    public var mentions: [FacetMention]
    /// What looks like a name and stands for no concept: the commonest first, at most 64.
    public var candidates: [CandidateName]
}
