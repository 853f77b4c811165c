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
    /// The indexes that were searched, in the order in which they were named.
    public var indexes: [Index]
    /// The state of the index; of several the sum.
    public var revision: Int
    /// When it was asked for, as `2026-11-21T04:05:06Z`.
    public var moment: String
    /// How many reports there are.
    public var total: Int
    /// The shards that were searched; the reports of one that did not answer are missing. Empty for an index that is not
    /// spread.
    public var shards: [ShardStatus]

    /// An index, in the state in which it was searched.
    public struct Index: Sendable, Equatable {
        /// Its folder, absolute.
        public var path: String
        /// Its state; `nil` where its servers did not answer.
        public var revision: Int?
    }
}
