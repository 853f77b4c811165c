/// A claim with the report that makes it.
public struct ReportClaim: Sendable, Hashable {
    /// The caller's number of the report.
    public var report: Int
    /// What it says.
    public var claim: Claim
    /// The days on one of which the report was published; `nil` where nobody knows.
    public var published: ClosedRange<CalendarDate>?
    /// The caller's number of the story that the report tells: that of one of its reports.
    public var story: Int

    /// Joins a claim to its report.
    ///
    /// - Parameter story: `nil` for a report that tells one alone.
    public init(report: Int, claim: Claim, published: ClosedRange<CalendarDate>? = nil, story: Int? = nil) {
        self.report = report
        self.claim = claim
        self.published = published
        self.story = story ?? report
    }
}
