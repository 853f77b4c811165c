/// What a search found.
public struct SearchResults: Sendable {
    /// The query as typed.
    public var query: String
    /// How many reports match; always exact.
    public var total: Int
    /// How many undated reports a date filter left out; 0 without one.
    public var undated: Int
    /// No report has all the words; these have most of them.
    public var relaxed: Bool
    public var seconds: Double
    /// The index's revision that was searched.
    public var revision: Int
    /// The query as it was understood.
    public var interpreted: String
    public var hits: [Hit]
    public var facets: FacetCounts
}

/// One report that matches.
public struct Hit: Sendable {
    /// 1 for the best of all, whatever the offset.
    public var rank: Int
    public var id: String
    /// A short form of the id, in hexadecimal.
    public var key: String
    public var score: Double
    public var title: String
    public var published: PublishedDate
    public var path: String
    public var url: String?
    public var source: String?
    public var language: String?
    /// When Sitrep first took it in, as `2026-11-21T04:05:06Z`.
    public var added: String
    /// The concepts that the report mentions or gives, the most salient first.
    let mentioned: [FacetKind: [ConceptID]]
    let directory: ConceptDirectory
    public var snippet: Snippet
}

extension Hit {
    /// The facet values, each as its path from the root, the most salient first; made when asked for.
    public func values(of facet: FacetKind) -> [[String]] {
        (mentioned[facet] ?? []).map { directory.path(of: $0, in: facet) }
    }
}

/// The counts of all facets over all matches.
public struct FacetCounts: Sendable, Equatable {
    public var values: [FacetKind: [FacetCount]] = [:]
    public var sources: [FacetCount] = []
    /// By month.
    public var published: [FacetCount] = []

    public init() {}
}

/// A value of a facet and how many reports have it.
public struct FacetCount: Sendable, Equatable {
    /// The value's own name.
    public var value: String
    /// The names from the root to the value.
    public var path: [String]
    /// Reports that have the value or one below it.
    public var count: Int

    public init(value: String, path: [String], count: Int) {
        self.value = value
        self.path = path
        self.count = count
    }
}
