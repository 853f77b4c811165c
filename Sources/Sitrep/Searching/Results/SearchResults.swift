/// What a search found.
public struct SearchResults: Sendable {
    /// The query as typed.
    public var query: String
    /// How many reports match; always exact.
    public var total: Int
    /// How many stories these reports tell; exact, too.
    public var stories: Int
    /// How many undated reports a date filter left out; 0 without one.
    public var undated: Int
    /// How many reports match that a person took for irrelevant, and are not shown.
    public var irrelevant = 0
    /// No report has all the words; these have most of them.
    public var relaxed: Bool
    /// How long the search took, by the clock on the wall.
    public var seconds: Double
    /// The index's revision that was searched.
    public var revision: Int
    /// The query as it was understood, which can be typed in again and means the same.
    public var interpreted: String
    /// The query with words of the index in place of such as it hardly knows; `nil` where there is nothing to propose.
    public var suggestion: String?
    /// Sentences that say what may help; where nothing was found alone.
    public var hints: [String]
    /// The hits asked for, in the order asked for.
    public var hits: [Hit]
    /// The counts of the facets; empty where none were asked for.
    public var facets: FacetCounts
    /// The shards of the index, and which of them did not answer: their reports are not among all of this. None for an
    /// index that is not spread.
    public var shards: [ShardStatus] = []
}

/// One report that matches.
public struct Hit: Sendable {
    /// 1 for the best of all, whatever the offset.
    public var rank: Int
    /// The report's id, unique in its index.
    public var id: String
    /// A short form of the id, in hexadecimal.
    public var key: String
    /// The whole of it, sixteen digits, which no other report has.
    public var wholeKey: String
    /// How well it matches; compares within one search alone, 0 without words.
    public var score: Double
    /// The headline, or the first sentence.
    public var title: String
    /// When it was published, and how that is known.
    public var published: PublishedDate
    /// The absolute path of its file.
    public var path: String
    /// The folder of the index that has it; `nil` where one alone is searched.
    public var index: String?
    /// Its address; `nil` when unknown.
    public var url: String?
    /// The outlet; `nil` when unknown.
    public var source: String?
    /// The ISO 639-1 code of its language; `nil` when unknown.
    public var language: String?
    /// When Sitrep first took it in, as `2026-11-21T04:05:06Z`.
    public var added: String
    /// The concepts that the report mentions or gives, the most salient first.
    let mentioned: [FacetKind: [ConceptID]]
    /// What they are called; `nil` where nobody wants to know.
    let directory: ConceptDirectory?
    /// The passage that shows why it matched; empty where none was asked for.
    public var snippet: Snippet
    /// How many further reports of the index tell the same story, whether they match or not.
    public var similar: Int
    /// What a person says of it; `nil` where nobody has said anything.
    public var marks: ReportMarks?
    /// What it has in common with the report whose like were searched for.
    public var shared: SharedParts?
    /// How the score came about, where that was asked for.
    public var explanation: ScoreExplanation?
}

extension Hit {
    /// The facet values, each as its path from the root, the most salient first; made when asked for. None where the request
    /// did not want them.
    public func values(of facet: FacetKind) -> [[String]] {
        directory.map { directory in (mentioned[facet] ?? []).map { directory.path(of: $0, in: facet) } } ?? []
    }
}
