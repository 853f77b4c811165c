/// One claim of all the reports that make it.
public struct ClaimRow: Sendable, Equatable {
    /// What is claimed: of each field the narrowest that a report gives. Span and surface are those of the first report.
    public var claim: Claim
    /// The claims that were joined, in the order in which they were given.
    public var sources: [ReportClaim]

    /// How many reports make it.
    public var reportCount: Int { Set(sources.map(\.report)).count }
    /// How many stories these reports tell: copies of one wire are one voice.
    public var storyCount: Int { Set(sources.map(\.story)).count }
}
