/// What reports are counted by beside a search.
public enum CountedFacet: String, Sendable, CaseIterable {
    /// Places, actors and weapons.
    case region, actor, weapon
    /// The outlet.
    case source
    /// The tags that persons gave; counted where a report of the index has one.
    case tag
    /// The month of publication.
    case published
    /// The months in which something happened.
    case happened

    /// The counted facet of a facet with concepts.
    public init(_ facet: FacetKind) {
        switch facet {
        case .region: self = .region
        case .actor: self = .actor
        case .weapon: self = .weapon
        }
    }
}

/// The order of a facet's values.
public enum FacetOrder: String, Sendable, CaseIterable {
    /// The most frequent first, ties by path.
    case count
    /// By the folded name, then by path. Which values are shown stays a matter of their counts.
    case name
}

/// The counts of all facets over all matches.
public struct FacetCounts: Sendable, Equatable {
    /// Regions, actors and weapons, the most frequent first, ties by path.
    public var values: [FacetKind: [FacetCount]] = [:]
    /// Outlets, each once whatever its capitals, under its commonest spelling.
    public var sources: [FacetCount] = []
    /// Tags that persons gave.
    public var tags: [FacetCount] = []
    /// By month.
    public var published: [FacetCount] = []
    /// By the months in which something happened; a report counts once in each.
    public var happened: [FacetCount] = []
    /// How many reports have no value at all in a facet: no place, no known outlet, no known month.
    ///
    /// Counted as the facet's values are, without its own filter.
    public var missing: [CountedFacet: Int] = [:]
    /// How many values of a facet are not shown, of those of the levels and with the text that were asked for.
    public var hidden: [CountedFacet: Int] = [:]

    /// No counts.
    public init() {}

    /// The values of a facet.
    public subscript(facet: CountedFacet) -> [FacetCount] {
        get {
            switch facet {
            case .region: values[.region] ?? []
            case .actor: values[.actor] ?? []
            case .weapon: values[.weapon] ?? []
            case .source: sources
            case .tag: tags
            case .published: published
            case .happened: happened
            }
        }
        set {
            switch facet {
            case .region: values[.region] = newValue
            case .actor: values[.actor] = newValue
            case .weapon: values[.weapon] = newValue
            case .source: sources = newValue
            case .tag: tags = newValue
            case .published: published = newValue
            case .happened: happened = newValue
            }
        }
    }
}

/// A value of a facet and how many reports have it.
public struct FacetCount: Sendable, Equatable {
    /// The value's own name.
    public var value: String
    /// The names from the root to the value.
    public var path: [String]
    /// Reports that have the value or one below it.
    public var count: Int
    /// How many stories these tell.
    public var stories: Int
    /// Whether a filter asks for it.
    public var isChosen: Bool

    /// A value with its path and its counts.
    public init(value: String, path: [String], count: Int, stories: Int = 0, isChosen: Bool = false) {
        self.value = value
        self.path = path
        self.count = count
        self.stories = stories
        self.isChosen = isChosen
    }
}
