/// What a person asks of the figures of an index.
public struct FiguresRequest: Sendable {
    /// Which reports, by query and filters, and which of their figures: the places, actors, weapons and days of events
    /// that the filters name are those of the figures themselves. With ``Filters/mainOnly`` the reports must be about the
    /// values as well.
    public var search = SearchRequest()
    /// Only figures of these kinds; empty for all.
    public var kinds: Set<Claim.Kind> = []
    /// The periods that figures stand side by side in.
    public var precision: EventDate.Precision = .day
    /// How many rows; `nil` for all.
    public var limit: Int?
    /// How many rows to pass over.
    public var offset = 0

    /// All figures of all reports, by day.
    public init() {}
}
