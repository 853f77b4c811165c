extension DatabaseReading where Self: ~Copyable {
    /// Whether the greatest weight of several counts anywhere in a query, so that a search gives some matches more.
    public func addsMaxima(of query: Query) -> Bool { !MaximumFinder.maxima(in: query, isRemote: isRemote).isEmpty }

    /// What a query weighs in each of some documents that it matches, with the greatest of the parts of each
    /// ``Query/maximum(_:)``; for a few documents, of servers as well.
    ///
    /// A search for each part of the maxima, beside one for the whole. Throws as ``search(_:_:)`` does.
    ///
    /// - Parameters:
    ///   - some: finds the documents.
    ///   - weighting: how words weigh.
    public func weights(
        of query: Query,
        among some: Query,
        _ weighting: SearchOptions.Weighting
    ) throws(XapianError) -> [DocumentID: Double] {
        var options = SearchOptions()
        options.limit = .max
        options.weighting = weighting
        options.fetchesData = false
        return try boundedWeights(of: query, among: some, options).mapValues(\.exact)
    }

    /// What a query weighs in some documents, and what a search takes it to weigh, where the parts of a maximum add up.
    private func boundedWeights(
        of query: Query,
        among some: Query,
        _ options: SearchOptions
    ) throws(XapianError) -> [DocumentID: (sum: Double, exact: Double)] {
        var weights: [DocumentID: (sum: Double, exact: Double)] = [:]
        for match in try search(.filter(query, by: some), options).matches {
            weights[match.documentID] = (match.weight, match.weight)
        }
        for parts in MaximumFinder.maxima(in: query, isRemote: isRemote) where !weights.isEmpty {
            var sums: [DocumentID: Double] = [:]
            var greatest: [DocumentID: Double] = [:]
            for part in parts {
                for (id, weight) in try boundedWeights(of: part, among: some, options) {
                    sums[id, default: 0] += weight.sum
                    greatest[id] = max(greatest[id] ?? 0, weight.exact)
                }
            }
            for (id, sum) in sums { weights[id]?.exact += (greatest[id] ?? 0) - sum }
        }
        return weights
    }
}

/// Finds the maxima that the weight of a query is made of, each with what it depends on.
private struct MaximumFinder {
    /// The parts of each, with the factors and the conditions under which they count.
    private var maxima: [[Query]] = []
    /// Whether it is for servers, where any of many terms are a maximum as others.
    private let isRemote: Bool

    private init(isRemote: Bool) { self.isRemote = isRemote }

    /// The maxima of a query, but for those within others.
    static func maxima(in query: Query, isRemote: Bool) -> [[Query]] {
        var finder = MaximumFinder(isRemote: isRemote)
        finder.add(query, isSure: true) { $0 }
        return finder.maxima
    }

    /// - Parameters:
    ///   - isSure: whether every document in question matches `query`.
    ///   - within: puts a part of `query` where it stands in the whole.
    private mutating func add(_ query: Query, isSure: Bool, _ within: (Query) -> Query) {
        switch query {
        case .maximum(let parts) where parts.count > 1: maxima.append(parts.map(within))
        case .anyTerm(let terms, let weight?) where isRemote && terms.count > 1:
            maxima.append(terms.map { within(.anyTerm([$0], weight)) })
        case .maximum(let parts):
            for part in parts { add(part, isSure: isSure, within) }
        case .scaled(let part, by: let factor): add(part, isSure: isSure) { within(.scaled($0, by: factor)) }
        case .or(let parts):
            for part in parts { add(part, isSure: isSure && parts.count == 1, within) }
        case .and(let parts):
            for (place, part) in parts.enumerated() {
                let others = parts[..<place] + parts[(place + 1)...]
                add(part, isSure: isSure) { within(isSure ? $0 : .filter($0, by: .and(Array(others)))) }
            }
        case .filter(let part, by: let condition):
            add(part, isSure: isSure) { within(isSure ? $0 : .filter($0, by: condition)) }
        case .andNot(let part, let condition):
            add(part, isSure: isSure) { within(isSure ? $0 : .andNot($0, condition)) }
        case .andMaybe(let part, let gain):
            add(part, isSure: isSure, within)
            add(gain, isSure: false) { within(isSure ? $0 : .filter($0, by: part)) }
        default: break
        }
    }
}
