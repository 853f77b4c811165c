internal import Xapian

/// A request as Xapian queries, taken apart so that facet counts can leave out their own filter.
struct CompiledQuery {
    /// What the words ask for, AND-ed; each alone can be left out when a search is relaxed.
    var clauses: [Query] = []
    /// What every match must pass, with the facet that the filter belongs to.
    var filters: [(kind: FilterKind, query: Query)] = []
    /// What no match may have.
    var exclusions: [Query] = []
    /// What matches but is not shown: reports that a person took for irrelevant; `nil` where there are none, or where
    /// they were asked for.
    var hidden: Query?
    /// The words of the query, for snippets.
    var words: SnippetWords = SnippetWords()
    /// The concepts that positive filters ask for: their mentions are highlighted as well.
    var concepts: [FacetKind: Set<ConceptID>] = [:]
    /// The outlets that positive filters ask for, folded.
    var outlets: Set<String> = []
    /// The tags that positive filters ask for, as the index has them.
    var tags: Set<String> = []
    /// The days that the AND-ed date filters leave, by what they are dates of.
    var spans: [FilterKind: DateSpan] = [:]
    /// Whether undated reports are asked for by name, so that there is no need to tell of them.
    var takesUndated = false
    /// The words that other spellings were found for.
    var spelled: Set<String> = []
    /// The report whose like are searched for.
    var likeness: ReportLikeness?
    /// The query as it was read; `nil` for none, and for plain words.
    var tree: QueryNode?
    /// The query as it was understood.
    var interpreted: [String] = []

    /// Whether the score says anything.
    var isRanked: Bool { !clauses.isEmpty }

    /// The whole query.
    ///
    /// - Parameters:
    ///   - omitted: the filters of this kind are left out.
    ///   - relaxed: stands for the clauses, where these are relaxed.
    ///   - hidden: whether only what is hidden is wanted.
    func query(omitting omitted: FilterKind? = nil, relaxed: Query? = nil, hidden isHidden: Bool = false) -> Query {
        var result: Query = relaxed ?? (clauses.isEmpty ? .matchAll : clauses.count == 1 ? clauses[0] : .and(clauses))
        let kept = filters.filter { $0.kind != omitted }.map(\.query)
        if !kept.isEmpty {
            let filter: Query = kept.count == 1 ? kept[0] : .and(kept)
            // A filter alone needs no list of all documents beside it.
            result = result == .matchAll ? .scaled(filter, by: 0) : .filter(result, by: filter)
        }
        if isHidden { result = .filter(result, by: hidden ?? .matchNothing) }
        let excluded = exclusions + (isHidden ? [] : [hidden].compactMap { $0 })
        return excluded.isEmpty ? result : .andNot(result, .or(excluded))
    }

    /// Notes that only days of `span` are wanted.
    mutating func narrow(_ kind: FilterKind, to span: DateSpan) {
        let known = spans[kind]
        spans[kind] = DateSpan(
            first: [known?.first, span.first].compactMap { $0 }.max(),
            last: [known?.last, span.last].compactMap { $0 }.min()
        )
    }

    /// Takes over what another query's matches are marked by.
    mutating func addMarks(of other: CompiledQuery) {
        words.formUnion(other.words)
        spelled.formUnion(other.spelled)
        takesUndated = takesUndated || other.takesUndated
        concepts.merge(other.concepts) { $0.union($1) }
        outlets.formUnion(other.outlets)
        tags.formUnion(other.tags)
    }

    /// Whether a positive filter of this kind narrows the search.
    func hasFilter(_ kind: FilterKind) -> Bool { filters.contains { $0.kind == kind } }
}
