/// What a case file is to hold: the reports that a request finds, the oldest first, undated ones last.
public struct CaseContents: Sendable {
    /// The query and the filters as typed, without a name.
    public var search: SavedSearch
    /// The query as it was understood.
    public var interpreted: String
    /// Undated reports that a date filter left out.
    public var undated: Int
    /// Reports that match and were marked irrelevant, and are left out.
    public var irrelevant: Int
    /// The index folder, absolute.
    public var index: String
    /// The state of the index.
    public var revision: Int
    /// When it was asked for, as `2026-11-21T04:05:06Z`.
    public var moment: String
    /// The reports.
    public var reports: [Report]

    /// What is known of a report before it is read.
    public struct Report: Sendable {
        /// The whole key: sixteen hexadecimal digits, of no other report.
        public var key: String
        /// The headline as it is shown.
        public var title: String
        /// The file that it came from.
        public var path: String
        /// SHA-256 of its original bytes, in hexadecimal.
        public var digest: String
    }
}
