internal import Xapian

/// Estimates how much of an index a search goes through, before it does.
///
/// Counted in steps: a posting handed from one level of the query to the next, some 20 ns. What is AND-ed with rare words
/// is asked for few reports only; an OR hands on whatever its words have.
struct QueryCost {
    /// A part of a query with what is known of it.
    private indirect enum Part {
        /// A term, or what else is read report by report.
        case list(reports: Int)
        /// Many terms that are read at once, whatever the rest of the query says.
        case atOnce(postings: Int, most: Int)
        case any([Part], most: Int)
        /// Words whose places are compared as well, where `isPhrase`.
        case all([Part], most: Int, isPhrase: Bool)
        case but(Part, Part)
    }

    /// To read and compare the places of a word in a report takes so many steps, and to merge those of several more.
    private static let stepsOfPlaces = 15
    private static let stepsOfMergedPlaces = 45

    /// How many reports the index has.
    private let reports: Int

    /// The steps of a search for a query.
    ///
    /// - Parameter weighs: whether its words are weighed.
    static func steps(
        of query: Query,
        weighs: Bool = true,
        in database: borrowing some DatabaseReading & ~Copyable
    ) throws(XapianError) -> Int {
        let cost = QueryCost(reports: try database.documentCount)
        return cost.steps(of: try cost.part(query, weighs: weighs, database), within: cost.reports)
    }

    private func part(
        _ query: Query,
        weighs: Bool,
        _ database: borrowing some DatabaseReading & ~Copyable
    ) throws(XapianError) -> Part {
        // What ranks as one word of many terms is read at once.
        if weighs, case .synonym(let queries) = query, queries.count > WordWeighting.manyTerms,
            let terms = query.alternatives
        {
            return try atOnce(terms, database)
        }
        switch weighs ? query : query.joiningTerms {
        case .anyTerm(let terms, _): return try atOnce(terms, database)
        case .term(let term): return .list(reports: try database.termFrequency(term))
        case .or(let queries), .synonym(let queries), .maximum(let queries):
            let parts = try parts(queries, weighs: weighs, database)
            return .any(parts, most: min(reports, parts.reduce(0) { $0 + most(of: $1) }))
        case .and(let queries): return all(try parts(queries, weighs: weighs, database))
        case .filter(let first, by: let second):
            return all([
                try part(first, weighs: weighs, database), try part(second, weighs: false, database),
            ])
        case .andNot(let first, let second):
            return .but(try part(first, weighs: weighs, database), try part(second, weighs: false, database))
        case .andMaybe(let first, _): return try part(first, weighs: weighs, database)
        case .scaled(let inner, by: let factor): return try part(inner, weighs: weighs && factor > 0, database)
        case .phrase(let words, _), .near(let words, _):
            return all(try parts(words.map { .term($0) }, weighs: true, database), isPhrase: true)
        case .phraseOfAny(let places, _), .nearAny(let places, _):
            let words = places.map { Query.or($0.map { .term($0) }) }
            return all(try parts(words, weighs: true, database), isPhrase: true)
        case .documents(let documents): return .list(reports: documents.count)
        case .matchNothing: return .list(reports: 0)
        default: return .list(reports: reports)
        }
    }

    private func atOnce(
        _ terms: [[UInt8]],
        _ database: borrowing some DatabaseReading & ~Copyable
    ) throws(XapianError) -> Part {
        var postings = 0
        for term in terms { postings += try database.termFrequency(term) }
        return .atOnce(postings: postings, most: min(postings, reports))
    }

    private func parts(
        _ queries: [Query],
        weighs: Bool,
        _ database: borrowing some DatabaseReading & ~Copyable
    ) throws(XapianError) -> [Part] {
        var parts: [Part] = []
        for query in queries { parts.append(try part(query, weighs: weighs, database)) }
        return parts
    }

    private func all(_ parts: [Part], isPhrase: Bool = false) -> Part {
        .all(parts, most: parts.map(most).min() ?? 0, isPhrase: isPhrase)
    }

    /// How many reports match at most.
    private func most(of part: Part) -> Int {
        switch part {
        case .list(let reports): reports
        case .atOnce(_, let most), .any(_, let most), .all(_, let most, _): most
        case .but(let first, _): most(of: first)
        }
    }

    /// - Parameter visited: of so many reports the part is asked for at most.
    private func steps(of part: Part, within visited: Int) -> Int {
        switch part {
        case .list(let reports): return min(reports, visited)
        case .atOnce(let postings, _): return postings + visited
        case .any(let parts, _):
            // A tree of ORs of two, up which each part hands what it has.
            let levels = Int.bitWidth - max(0, parts.count - 1).leadingZeroBitCount
            return parts.reduce(0) { sum, part in
                sum + steps(of: part, within: visited) + levels * min(most(of: part), visited)
            }
        case .all(let parts, let most, let isPhrase):
            let visited = min(visited, most)
            return parts.reduce(0) { sum, part in
                sum + steps(of: part, within: visited) + (isPhrase ? places(of: part, within: visited) : 0)
            }
        case .but(let first, let second):
            return steps(of: first, within: visited) + steps(of: second, within: min(visited, most(of: first)))
        }
    }

    /// The steps in which the places of words are read.
    private func places(of part: Part, within visited: Int) -> Int {
        switch part {
        case .list(let reports): Self.stepsOfPlaces * min(reports, visited)
        case .any(let parts, _):
            Self.stepsOfMergedPlaces * parts.reduce(0) { $0 + min(most(of: $1), visited) }
        default: 0
        }
    }
}
