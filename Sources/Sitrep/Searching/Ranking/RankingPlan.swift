internal import Xapian

/// How the matches of a request are ranked, on one state of the index: what every match gains, in one pass.
struct RankingPlan {
    let model: RankingModel
    /// Whether hits come by their scores.
    let isByRelevance: Bool
    private let groups: [SoughtConcepts.Group]
    private let halfLife: Int?
    private let today: CalendarDate

    init(_ request: SearchRequest, _ compiled: CompiledQuery, _ state: borrowing SearchIndex.State) throws {
        model = try RankingModel(of: state.database)
        today = Timestamp.localToday()
        halfLife = request.halfLife
        let isRanked = compiled.isRanked || !compiled.concepts.isEmpty && compiled.tree?.hasFacet ?? false
        isByRelevance = request.mayWeigh && (request.order ?? (isRanked ? .relevance : .newest)) == .relevance
        groups = isByRelevance ? try SoughtConcepts.groups(of: request, compiled, model, state) : []
    }

    /// The weighting and the order of a search.
    func apply(to options: inout SearchOptions, _ request: SearchRequest) {
        options.weighting = isByRelevance ? RankingModel.weighting : .boolean
        let newest = Schema.newestOrder.slot ?? Slot(rawValue: 0)
        switch request.order {
        case _ where isByRelevance: options.order = .relevanceThenValue(newest, descending: false)
        case nil, .relevance, .newest: options.order = .value(newest, descending: false)
        case .oldest: options.order = .value(Schema.oldestOrder.slot ?? newest, descending: false)
        case .added: options.order = .value(Schema.addedOrder.slot ?? newest, descending: false)
        }
    }

    /// A query with the weights that its matches are ranked by.
    func ranked(
        _ query: Query,
        in state: borrowing SearchIndex.State
    ) throws(XapianError) -> RankedQuery {
        guard isByRelevance else { return RankedQuery(matching: query, weighted: query) }
        let weighting = WordWeighting(model: model)
        var result = RankedQuery(matching: query, weighted: try weighting.weighted(query, in: state.database))
        result.groups = groups
        var gains = groups.map { Query.filter(.constant($0.bonus), by: $0.about) }
        if let halfLife {
            let most = try weighting.unit(of: query, in: state.database)
            let recency = try RecencyWeights(
                most: most,
                halfLife: halfLife,
                today: today,
                query: query,
                in: state
            )
            gains.append(recency.query)
            result.recency = recency
        }
        if !gains.isEmpty { result.weighted = .andMaybe(result.weighted, gains.count == 1 ? gains[0] : .or(gains)) }
        return result
    }
}

/// A query and what its matches are ranked by.
struct RankedQuery {
    /// What is searched for, without weights.
    var matching: Query
    /// The same matches with their scores.
    var weighted: Query
    /// The concepts sought.
    var groups: [SoughtConcepts.Group] = []
    /// The gains by age, where asked for.
    var recency: RecencyWeights?
}
