import Testing
import Xapian

@Suite("What matches weigh, added up from posting lists, is what the matcher gives")
struct ScoresTests {
    private let folder: TemporaryFolder
    private let path: String
    private let texts: [String]
    private static let words = (0..<24).map { "w\($0)" }
    private static let parameters = ScoringParameters(k1: 2, b: 0.6, minimumNormalisedLength: 0.5)

    init() throws {
        folder = try TemporaryFolder()
        path = folder.database()
        var random = SeededGenerator(state: 9)
        texts = (0..<600).map { _ in
            var text: [String] = []
            for (number, word) in Self.words.enumerated() where Int.random(in: 0...number * 3, using: &random) == 0 {
                text += Array(repeating: word, count: Int.random(in: 1...5, using: &random))
            }
            return text.shuffled(using: &random).joined(separator: " ")
        }
        try writeWithGaps(texts, to: path)
    }

    private func query(_ random: inout SeededGenerator, depth: Int) -> Query {
        func term() -> Query { .term(bytes(Self.words.randomElement(using: &random) ?? "")) }
        func part() -> Query { query(&random, depth: depth - 1) }
        func parts() -> [Query] { (0..<Int.random(in: 1...4, using: &random)).map { _ in part() } }
        guard depth > 0 else { return term() }
        switch Int.random(in: 0..<16, using: &random) {
        case 0: return .matchAll
        case 1: return .filter(part(), by: .valueRange(Slot(1), from: bytes("3"), through: bytes("6")))
        case 2, 3: return .and(parts())
        case 4, 5: return .or(parts())
        case 6: return .andNot(part(), part())
        case 7: return .filter(part(), by: part())
        case 8: return .andMaybe(part(), part())
        case 9: return .synonym((0..<Int.random(in: 1...6, using: &random)).map { _ in term() })
        case 10: return .maximum(parts())
        case 11: return .scaled(part(), by: Double.random(in: 0...3, using: &random))
        case 12: return .filter(.constant(1.5), by: part())
        case 13: return .andMaybe(part(), .valueWeights(Slot(1), [bytes("2"): 3, bytes("4"): 0.5], otherwise: 1))
        case 14:
            let weight = Query.WordWeight(
                weight: 2.5,
                k1: 2,
                b: 0.6,
                minimumNormalisedLength: 0.5,
                averageLength: 30
            )
            return .anyTerm([bytes("w3"), bytes("w9"), bytes("nowhere")], weight)
        default: return .filter(part(), by: .phrase([bytes("w0"), bytes("w1")], window: 3))
        }
    }

    private func lengths(_ matches: DocumentBitmap, _ database: borrowing Database) throws -> [UInt32] {
        var lengths: [UInt32] = []
        for id in matches.documentIDs { lengths.append(UInt32(try database.documentLength(id))) }
        return lengths
    }

    /// What a query matches, by sets of documents; its leaves are read from posting lists, or asked for alone.
    private func documents(_ query: Query, _ database: borrowing Database) throws -> Set<DocumentID> {
        func all(_ queries: [Query], _ database: borrowing Database) throws -> [Set<DocumentID>] {
            var sets: [Set<DocumentID>] = []
            for query in queries { sets.append(try documents(query, database)) }
            return sets
        }
        switch query {
        case .term(let term): return Set(try database.documentIDs(containing: term))
        case .matchAll, .constant, .valueWeights: return Set(try database.documentIDs(containing: []))
        case .and(let queries):
            let sets = try all(queries, database)
            return sets.dropFirst().reduce(sets.first ?? []) { $0.intersection($1) }
        case .or(let queries), .maximum(let queries), .synonym(let queries):
            return try all(queries, database).reduce([]) { $0.union($1) }
        case .anyTerm(let terms, _): return try all(terms.map { .term($0) }, database).reduce([]) { $0.union($1) }
        case .andNot(let first, let second):
            return try documents(first, database).subtracting(documents(second, database))
        case .filter(let first, by: let second):
            return try documents(first, database).intersection(documents(second, database))
        case .andMaybe(let first, _), .scaled(let first, by: _): return try documents(first, database)
        default: return Set(try database.matchingDocumentIDs(query))
        }
    }

    /// What a query weighs, put together of what its leaves weigh in a search.
    private func weights(
        _ query: Query,
        _ options: SearchOptions,
        _ database: borrowing Database
    ) throws -> [DocumentID: Double] {
        func all(_ queries: [Query], _ database: borrowing Database) throws -> [[DocumentID: Double]] {
            var all: [[DocumentID: Double]] = []
            for query in queries { all.append(try weights(query, options, database)) }
            return all
        }
        switch query {
        case .and(let queries):
            let all = try all(queries, database)
            guard let first = all.first else { return [:] }
            return all.dropFirst().reduce(first) { sums, more in
                sums.merging(more, uniquingKeysWith: +).filter { sums[$0.key] != nil && more[$0.key] != nil }
            }
        case .or(let queries): return try all(queries, database).reduce(into: [:]) { $0.merge($1, uniquingKeysWith: +) }
        case .maximum(let queries):
            return try all(queries, database).reduce(into: [:]) { $0.merge($1, uniquingKeysWith: max) }
        case .andNot(let first, let second):
            let without = try documents(second, database)
            return try weights(first, options, database).filter { !without.contains($0.key) }
        case .filter(let first, by: let second):
            let with = try documents(second, database)
            return try weights(first, options, database).filter { with.contains($0.key) }
        case .andMaybe(let first, let second):
            let both = try all([first, second], database)
            return both[0].merging(both[1].filter { both[0][$0.key] != nil }, uniquingKeysWith: +)
        case .scaled(let part, by: let factor): return try weights(part, options, database).mapValues { $0 * factor }
        default:
            let found = try database.search(query, options).matches
            return Dictionary(uniqueKeysWithValues: found.map { ($0.documentID, $0.weight) })
        }
    }

    @Test("Random queries", arguments: 0..<4)
    func equality(seed: Int) throws {
        var random = SeededGenerator(state: UInt64(seed + 100))
        let database = try Database(path: path)
        var options = SearchOptions()
        options.limit = .max
        options.fetchesData = false
        options.weighting = .bm25(k1: 2, k2: 0, k3: 1, b: 0.6, minimumNormalisedLength: 0.5)
        for _ in 0..<250 {
            let query = query(&random, depth: 3)
            let matches = try database.matchingSet(query)
            let given = try database.scores(
                of: query,
                matches,
                lengths: lengths(matches, database),
                Self.parameters
            )
            let scores = try #require(given)
            try #require(try Set(matches.documentIDs) == documents(query, database), "\(query)")
            let found = try database.search(query, options).matches
            try #require(Set(found.map(\.documentID)) == Set(matches.documentIDs), "\(query)")
            let weights = try weights(query, options, database)
            for (id, score) in zip(matches.documentIDs, scores) {
                let weight = try #require(weights[id], "\(id): \(query)")
                guard abs(score - weight) > 1e-9 else { continue }
                Issue.record("\(id): \(score) instead of \(weight): \(query)")
                break
            }
            let some = Query.documents(matches.documentIDs.filter { _ in Int.random(in: 0..<9, using: &random) == 0 })
            for (id, weight) in try database.weights(of: query, among: some, options.weighting) {
                try #require(abs(weight - (weights[id] ?? -1)) < 1e-9, "\(id): \(query)")
            }
        }
    }

    @Test("In several databases as in one that has the same documents", arguments: 0..<2)
    func several(seed: Int) throws {
        // A document of the whole is the one with the same id of the shards together.
        let one = try Database(path: path)
        let paths = (0..<3).map { folder.database("shard\($0)") }
        var writer = try WritableDatabase(paths: paths, mode: .create)
        for id in try one.documentIDs(containing: []) {
            var document = try document(texts[Int(id.rawValue) - 1])
            try document.setValue(try one.documentValue(id, in: Slot(1)), in: Slot(1))
            try writer.replace(id, with: document)
        }
        try writer.close()
        let several = try Database(paths: paths)
        #expect(several.shardCount == 3 && one.shardCount == 1)
        #expect(try several.documentCount == one.documentCount)
        var random = SeededGenerator(state: UInt64(seed + 300))
        for _ in 0..<200 {
            let query = query(&random, depth: 3)
            let matches = try one.matchingSet(query)
            try #require(try several.matchingSet(query) == matches, "\(query)")
            let lengths = try lengths(matches, one)
            // How many documents have any of several words is an estimate, another one for each shard.
            if "\(query)".contains("synonym") { continue }
            let expected = try one.scores(of: query, matches, lengths: lengths, Self.parameters)
            let found = try several.scores(of: query, matches, lengths: lengths, Self.parameters)
            for (a, b) in zip(try #require(found), try #require(expected)) { #expect(abs(a - b) < 1e-9, "\(query)") }
        }
        var options = SearchOptions()
        options.weighting = .bm25(k1: 2, k2: 0, k3: 1, b: 0.6, minimumNormalisedLength: 0.5)
        let maximum = Query.maximum([.term(bytes("w1")), .term(bytes("w2"))])
        options.checkAtLeast = 600
        #expect(try several.search(maximum, options).estimated == one.search(maximum, options).estimated)
    }

    @Test("Phrases that weigh are left to the matcher, and each match needs a length")
    func edges() throws {
        let database = try Database(path: path)
        let phrase = Query.phrase([bytes("w0"), bytes("w1")], window: 3)
        let matches = try database.matchingSet(phrase)
        #expect(try database.scores(of: phrase, matches, lengths: lengths(matches, database), Self.parameters) == nil)
        #expect(throws: XapianError.self) {
            try database.scores(of: phrase, matches, lengths: [], Self.parameters)
        }
        let none = try database.matchingSet(.matchNothing)
        #expect(try database.scores(of: .matchNothing, none, lengths: [], Self.parameters) == [])
        let empty = folder.database("empty")
        try write([], to: empty)
        #expect(try Database(path: empty).documentLengths().isEmpty)
    }

    @Test("Lengths come page by page")
    func documentLengths() throws {
        let database = try Database(path: path)
        let all = try database.matchingSet(.matchAll).documentIDs
        var found: [DocumentID: Int] = [:]
        var next = DocumentID(1)
        while true {
            let page = try database.documentLengths(from: next, limit: 7)
            for (id, length) in page { found[id] = length }
            guard page.count == 7, let last = page.last else { break }
            next = DocumentID(last.id.rawValue + 1)
        }
        #expect(found.keys.sorted() == all)
        for id in all { #expect(try database.documentLength(id) == found[id]) }
    }
}
