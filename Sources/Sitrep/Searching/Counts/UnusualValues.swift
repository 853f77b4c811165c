/// What is more frequent in the reports that a request finds than in the whole index.
public struct UnusualValues: Sendable, Equatable {
    /// The query as typed.
    public var query: String
    /// The query as it was understood.
    public var interpreted: String
    /// How many reports match.
    public var total: Int
    /// How many reports the index has.
    public var reports: Int
    /// How many of the matches were read for their words: all, or a sample of ``mostReports``.
    public var wordReports: Int
    /// How many undated reports a date filter left out.
    public var undated: Int
    /// How many reports match that a person took for irrelevant, and are not counted.
    public var irrelevant = 0
    /// The index's revision that was counted.
    public var revision: Int
    /// Regions, actors and weapons, the most significant first, ties by path.
    public var values: [FacetKind: List] = [:]
    /// Outlets.
    public var sources = List()
    /// Words of the title and the text.
    public var words = List()

    /// Of more matches than these every second, third… in the order of their ids is read for its words.
    public static let mostReports = 10_000
    /// What fewer reports have is not looked at.
    public static let fewestReports = 2

    /// The most significant values of one kind.
    public struct List: Sendable, Equatable {
        /// What is shown of them.
        public var values: [UnusualValue] = []
        /// How many more are significant.
        public var hidden = 0

        /// An empty list, or one of these values.
        public init(values: [UnusualValue] = [], hidden: Int = 0) {
            self.values = values
            self.hidden = hidden
        }
    }
}

/// A value that is more frequent in some reports than in the whole index.
public struct UnusualValue: Sendable, Equatable {
    /// The value's own name; for a word its commonest form in the index.
    public var value: String
    /// The names from the root to the value; for a word the stem that was counted.
    public var path: [String]
    /// How many of the reports have it; for a word, of those that were read.
    public var count: Int
    /// How many reports of the whole index have it.
    public var overall: Int
    /// The log-likelihood ratio G².
    public var score: Double
}
