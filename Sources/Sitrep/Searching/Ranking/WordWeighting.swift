internal import Xapian

/// A word of a query, as it ranks: one term, or several that count as one.
struct RankedWord {
    /// The part of the query, without its weight.
    var query: Query
    /// Its terms.
    var terms: [[UInt8]]
    /// What its BM25 score is multiplied by.
    var factor: Double
    /// Residual idf's share of ``factor``.
    var boost: Double
    /// What a report must match besides for the word to count.
    var conditions: [Query]
    /// Whether the terms are those of a word and of words related to it.
    var hasRelated = false
}

/// Gives the words of a query their weights, whatever tree they stand in.
struct WordWeighting {
    let model: RankingModel

    /// The same query with each word's score multiplied by its boost. Two look-ups a term.
    func weighted(
        _ query: Query,
        in database: borrowing some DatabaseReading & ~Copyable
    ) throws(XapianError) -> Query {
        if let terms = Self.terms(query) {
            return .scaled(try word(query, terms, database), by: try boost(terms, database))
        }
        switch query {
        case .and(let queries): return .and(try weighted(queries, database))
        case .or(let queries): return .or(try weighted(queries, database))
        case .maximum(let queries):
            return .maximum(
                zip(try weighted(queries, database), try shares(of: queries, in: database)).map {
                    $1 < 1 ? .scaled($0, by: $1) : $0
                }
            )
        case .andNot(let first, let second): return .andNot(try weighted(first, in: database), second)
        case .filter(let first, let second): return .filter(try weighted(first, in: database), by: second)
        case .andMaybe(let first, let second):
            return .andMaybe(try weighted(first, in: database), try weighted(second, in: database))
        case .scaled(let inner, let factor) where factor > 0:
            return .scaled(try weighted(inner, in: database), by: factor)
        default: return query
        }
    }

    private func weighted(
        _ queries: [Query],
        _ database: borrowing some DatabaseReading & ~Copyable
    ) throws(XapianError) -> [Query] {
        var result: [Query] = []
        result.reserveCapacity(queries.count)
        for query in queries { result.append(try weighted(query, in: database)) }
        return result
    }

    /// The words that give a query's matches their scores, in its order.
    func words(
        of query: Query,
        in database: borrowing some DatabaseReading & ~Copyable
    ) throws(XapianError) -> [RankedWord] {
        var words: [RankedWord] = []
        try collect(query, factor: 1, conditions: [], &words, database)
        return words
    }

    private func collect(
        _ query: Query,
        factor: Double,
        conditions: [Query],
        _ words: inout [RankedWord],
        _ database: borrowing some DatabaseReading & ~Copyable
    ) throws(XapianError) {
        if let terms = Self.terms(query) {
            let boost = try boost(terms, database)
            words.append(
                RankedWord(
                    query: try word(query, terms, database),
                    terms: terms,
                    factor: factor * boost,
                    boost: boost,
                    conditions: conditions
                )
            )
            return
        }
        switch query {
        case .and(let queries):
            for inner in queries { try collect(inner, factor: factor, conditions: conditions, &words, database) }
        case .or(let queries) where RelatedWords.parts(queries) != nil:
            for inner in queries { try collect(inner, factor: factor, conditions: conditions, &words, database) }
            if let last = words.indices.last { words[last].hasRelated = true }
        case .or(let queries), .maximum(let queries):
            var shares = queries.map { _ in 1.0 }
            if case .maximum = query { shares = try self.shares(of: queries, in: database) }
            for (inner, share) in zip(queries, shares) {
                // Beside others, what a part of several words asks for need not be true of a match.
                let isWord = Self.terms(inner) != nil
                try collect(
                    inner,
                    factor: factor * share,
                    conditions: isWord ? conditions : conditions + [inner],
                    &words,
                    database
                )
            }
        case .andNot(let first, _), .filter(let first, _):
            try collect(first, factor: factor, conditions: conditions, &words, database)
        case .andMaybe(let first, let second):
            try collect(first, factor: factor, conditions: conditions, &words, database)
            try collect(second, factor: factor, conditions: conditions + [second], &words, database)
        case .scaled(let inner, let scale) where scale > 0:
            try collect(inner, factor: factor * scale, conditions: conditions, &words, database)
        default: break
        }
    }

    /// What one mention of each word of a query brings in a report of average length: of several that stand for each
    /// other, the most.
    func unit(
        of query: Query,
        in database: borrowing some DatabaseReading & ~Copyable
    ) throws(XapianError) -> Double {
        if let terms = Self.terms(query) {
            let (frequency, occurrences) = try counts(terms, database)
            guard frequency > 0 else { return 0 }
            return model.idf(frequency) * model.boost(frequency, occurrences: occurrences)
        }
        var units: [Double] = []
        switch query {
        case .and(let queries):
            for inner in queries { units.append(try unit(of: inner, in: database)) }
            return units.reduce(0, +)
        case .or(let queries) where RelatedWords.parts(queries) != nil:
            for inner in queries { units.append(try unit(of: inner, in: database)) }
            return units.reduce(0, +)
        case .or(let queries), .maximum(let queries):
            var shares = queries.map { _ in 1.0 }
            if case .maximum = query { shares = try self.shares(of: queries, in: database) }
            for (inner, share) in zip(queries, shares) { units.append(try unit(of: inner, in: database) * share) }
            return units.max() ?? 0
        case .andNot(let first, _), .filter(let first, _), .andMaybe(let first, _):
            return try unit(of: first, in: database)
        case .scaled(let inner, let scale) where scale > 0: return try unit(of: inner, in: database) * scale
        default: return 0
        }
    }

    /// What the weights of queries that stand for each other are multiplied by, so that none brings more than the first,
    /// which was typed: the words of a rare name are not to outweigh the common word that it stands for.
    private func shares(
        of queries: [Query],
        in database: borrowing some DatabaseReading & ~Copyable
    ) throws(XapianError) -> [Double] {
        var units: [Double] = []
        for query in queries { units.append(try unit(of: query, in: database)) }
        guard let first = units.first, first > 0 else { return units.map { _ in 1 } }
        return units.map { $0 > first ? first / $0 : 1 }
    }

    /// The terms of a query that ranks as one word, each once; `nil` for any other.
    private static func terms(_ query: Query) -> [[UInt8]]? {
        switch query {
        case .term(let term): return [term]
        case .synonym(let queries):
            var known: Set<[UInt8]> = []
            var all: [[UInt8]] = []
            for query in queries {
                // A spelling that counts only where something else is true.
                var member = query
                if case .filter(let inner, by: _) = query { member = inner }
                guard let terms = terms(member) else { return nil }
                all += terms.filter { known.insert($0).inserted }
            }
            return all.isEmpty ? nil : all
        default: return nil
        }
    }

    /// More terms than this are read at once.
    static let manyTerms = 100

    /// A word's query with the weight of the word in place of those of its terms.
    ///
    /// Of several terms the one that brings the most counts. Xapian's synonyms would count all of them together, but
    /// with a weight that each shard of a database estimates from the terms that it has: a score would depend on how the
    /// reports are spread.
    private func word(
        _ query: Query,
        _ terms: [[UInt8]],
        _ database: borrowing some DatabaseReading & ~Copyable
    ) throws(XapianError) -> Query {
        if case .term = query { return query }
        let frequency = try counts(terms, database).reports
        if terms.count > Self.manyTerms, query.alternatives != nil { return .anyTerm(terms, model.weight(frequency)) }
        return try sharing(model.idf(frequency), query, database)
    }

    /// A word's query with the idf of the word in place of that of each term.
    private func sharing(
        _ idf: Double,
        _ query: Query,
        _ database: borrowing some DatabaseReading & ~Copyable
    ) throws(XapianError) -> Query {
        switch query {
        case .term(let term):
            return .scaled(query, by: idf / model.idf(Double(try database.termFrequency(term))))
        case .filter(let inner, let condition):
            return .filter(try sharing(idf, inner, database), by: condition)
        case .synonym(let queries):
            var members: [Query] = []
            for member in queries { members.append(try sharing(idf, member, database)) }
            return members.count == 1 ? members[0] : .maximum(members)
        default: return query
        }
    }

    private func boost(
        _ terms: [[UInt8]],
        _ database: borrowing some DatabaseReading & ~Copyable
    ) throws(XapianError) -> Double {
        let (frequency, occurrences) = try counts(terms, database)
        return frequency > 0 ? model.boost(frequency, occurrences: occurrences) : 1
    }

    /// How many reports have any of the terms, by chance where they are several, and how often all of them occur.
    private func counts(
        _ terms: [[UInt8]],
        _ database: borrowing some DatabaseReading & ~Copyable
    ) throws(XapianError) -> (reports: Double, occurrences: Double) {
        var without = 1.0
        var occurrences = 0
        for term in terms {
            without *= 1 - Double(try database.termFrequency(term)) / max(model.reports, 1)
            occurrences += try database.collectionFrequency(term)
        }
        let reports = terms.count == 1 ? Double(try database.termFrequency(terms[0])) : model.reports * (1 - without)
        return (reports, Double(occurrences))
    }
}
