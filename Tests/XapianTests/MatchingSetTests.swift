import Testing
import Xapian

@Suite("What matches, read from posting lists, is what the matcher finds")
struct MatchingSetTests {
    let folder: TemporaryFolder
    let path: String
    private static let words = (0..<24).map { "w\($0)" }

    init() throws {
        folder = try TemporaryFolder()
        path = folder.database()
        var random = SeededGenerator(state: 7)
        // Word n is in one of n + 1 documents, so that some lists are read and others skipped through.
        let texts = (0..<700).map { _ in
            Self.words.indices.filter { Int.random(in: 0...$0 * 4, using: &random) == 0 }.map { Self.words[$0] }
                .shuffled(using: &random).joined(separator: " ")
        }
        try writeWithGaps(texts, to: path)
    }

    private func query(_ random: inout SeededGenerator, depth: Int) -> Query {
        func word() -> [UInt8] { bytes(Self.words.randomElement(using: &random) ?? "") }
        func parts() -> [Query] {
            (0..<Int.random(in: 0...4, using: &random)).map { _ in query(&random, depth: depth - 1) }
        }
        func part() -> Query { query(&random, depth: depth - 1) }
        guard depth > 0 else { return .term(word()) }
        switch Int.random(in: 0..<18, using: &random) {
        case 0: return .matchAll
        case 1: return .matchNothing
        case 2, 3: return .and(parts())
        case 4, 5: return .or(parts())
        case 6: return .andNot(part(), part())
        case 7: return .filter(part(), by: part())
        case 8: return .andMaybe(part(), part())
        case 9: return .synonym([.term(word()), .term(word())])
        case 10: return .maximum(parts())
        case 11: return .phrase([word(), word()], window: 3)
        case 12: return .nearAny([[word()], [word(), word()]], window: 4)
        case 13: return .wildcard(prefix: bytes("w1"), limit: 0)
        case 14: return .valueRange(Slot(1), from: bytes("3"), through: bytes("6"))
        case 15: return .scaled(part(), by: 2)
        case 16:
            return .documents((0..<9).map { _ in DocumentID(UInt32.random(in: 1...900, using: &random)) })
        default: return .anyTerm([word(), word(), bytes("nowhere")], nil)
        }
    }

    @Test("Random queries", arguments: 0..<4)
    func equality(seed: Int) throws {
        var random = SeededGenerator(state: UInt64(seed))
        let database = try Database(path: path)
        var options = SearchOptions()
        options.limit = .max
        options.weighting = .boolean
        for _ in 0..<200 {
            let query = query(&random, depth: 3)
            let expected = try database.search(query, options).matches.map(\.documentID.rawValue).sorted()
            let found = try database.matchingSet(query)
            #expect(found.documentIDs.map(\.rawValue) == expected, "\(query)")
            #expect(found.count == expected.count)
            #expect(expected.allSatisfy { found.contains(DocumentID($0)) })
            #expect(try database.matchingDocumentIDs(query).map(\.rawValue) == expected)
        }
    }

    @Test("An empty database has no matches, and ids beyond the last are in no set")
    func edges() throws {
        let empty = folder.database("empty")
        try write([], to: empty)
        #expect(try Database(path: empty).matchingSet(.matchAll).count == 0)
        let all = try Database(path: path).matchingSet(.matchAll)
        #expect(try all.count == Database(path: path).documentCount)
        #expect(!all.contains(DocumentID(3)))
        #expect(!all.contains(DocumentID(701)))
        #expect(!all.contains(DocumentID(.max)))
        #expect(throws: XapianError.self) { try Database(path: path).matchingSet(.term([])) }
    }
}
