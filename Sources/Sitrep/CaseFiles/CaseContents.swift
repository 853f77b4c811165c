/// What a case file is to hold: the reports that a request finds, which follow.
public struct CaseContents: Sendable {
    /// The query and the filters as typed, without a name.
    public var search: SavedSearch
    /// The query as it was understood.
    public var interpreted: String
    /// Undated reports that a date filter left out.
    public var undated: Int
    /// Reports that match and were marked irrelevant, and are left out.
    public var irrelevant: Int
    /// The index folders, absolute.
    public var indexes: [String]
    /// The state of the index; of several the sum.
    public var revision: Int
    /// When it was asked for, as `2026-11-21T04:05:06Z`.
    public var moment: String
    /// How many reports there are.
    public var total: Int
}
