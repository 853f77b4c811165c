/// What a person asks of an index.
public struct SearchRequest: Sendable, Equatable {
    /// The order of the hits; ties go by date, the newest first, then by id.
    public enum Order: String, Sendable, CaseIterable {
        /// How well they match; by date either way; or when Sitrep took them in, the last first.
        case relevance, newest, oldest, added
    }

    /// What a date filter does with reports without a date.
    public enum Undated: String, Sendable, CaseIterable {
        /// Takes them in, takes them alone, or leaves them out.
        case include, only, exclude
    }

    /// What a search does with reports that a person took for irrelevant.
    public enum Irrelevant: String, Sendable, CaseIterable {
        /// Takes them in, takes them alone, or leaves them out.
        case include, only, exclude
    }

    /// The query; empty for all reports that pass the filters.
    public var query = ""
    /// Whether the query is taken as plain words of which any may match, without operators.
    public var matchesAny = false
    /// The id or key of a report whose like are searched for, those of its own story left out.
    public var similarTo: String?
    /// What narrows the search beside the query.
    public var filters = Filters()
    /// How many hits; `nil` for all of them.
    public var limit: Int? = 10
    /// How many hits to pass over.
    public var offset = 0
    /// `nil`: by relevance where the query has words or facet values, else newest first.
    public var order: Order?
    /// How many values a facet shows: 0 for no facets, `nil` for all values.
    public var facetValues: Int? = 10
    /// How many levels of a facet's tree are counted; `nil` for all.
    public var facetDepth: Int?
    /// Whether words stand for themselves alone, not for other spellings of the names and words that they are.
    public var literal = false
    /// The order of a facet's values.
    public var facetOrder: FacetOrder = .count
    /// Only values that have this text in their name or in another of their spellings, folded; `nil` for all.
    public var facetMatch: String?
    /// Whether of each story only the report is shown that comes first in the order asked for.
    public var groupsStories = false
    /// Whether to make snippets.
    public var wantsSnippets = true
    /// Whether the facet values of the hits are wanted, see ``Hit/values(of:)``.
    public var wantsValues = true
    /// Whether to expand the query with words of the best reports, which then rank the best 200 anew.
    public var expands = false
    /// Favours recent reports: in so many days a report's gain halves; `nil` for no gain.
    public var halfLife: Int?
    /// Whether to tell of each hit how its score came about.
    public var explains = false
    /// Whether to show reports with most of the words where none has all.
    public var mayRelax = true
    /// Only reports that first came in with one of these runs, see ``SearchIndex/revision()``; `nil` for all.
    public var runs: Range<Int>?

    /// The fields that can stand in a query, each with its colon.
    public static let fields = QueryField.all.map { $0.name + ":" }

    /// Whether words may have to be weighed: not where reports are only counted, or come in another order.
    var mayWeigh: Bool { limit != 0 && (order ?? .relevance) == .relevance }

    /// All reports, the best ten, ten values a facet.
    public init() {}
}

/// What narrows a search beside the query. Values of one kind are OR-ed, different kinds AND-ed.
public struct Filters: Sendable, Equatable {
    /// Values by name, alias or path.
    public var values: [FacetKind: [String]] = [:]
    /// Values whose reports are left out.
    public var excludedValues: [FacetKind: [String]] = [:]
    /// Whether a value counts only in reports that are about it (``FacetMention/mainSalience``), those of the query too.
    public var mainOnly = false
    /// Outlets.
    public var sources: [String] = []
    /// Outlets whose reports are left out.
    public var excludedSources: [String] = []
    /// Language codes.
    public var languages: [String] = []
    /// Languages whose reports are left out.
    public var excludedLanguages: [String] = []
    /// Tags that persons gave.
    public var tags: [String] = []
    /// Tags whose reports are left out.
    public var excludedTags: [String] = []
    /// `nil`: reports that a person took for irrelevant are left out, and the result says how many there are.
    public var irrelevant: SearchRequest.Irrelevant?
    /// Globs on the path of the file: without a slash they match its name, with one at the end all below a folder.
    public var paths: [String] = []
    /// Globs of files whose reports are left out.
    public var excludedPaths: [String] = []
    /// The first day of publication, as ``DateSpan/forms`` has it.
    public var from: String?
    /// The last day of publication.
    public var to: String?
    /// The first day on which something happened: a report matches when one of its event dates has a day in the span.
    public var happenedFrom: String?
    /// The last day on which something happened.
    public var happenedTo: String?
    /// The first day on which Sitrep took the report in.
    public var addedFrom: String?
    /// The last day on which Sitrep took the report in.
    public var addedTo: String?
    /// `nil`: a date filter leaves undated reports out, and the result says how many there are.
    public var undated: SearchRequest.Undated?

    /// No filters.
    public init() {}
}
