import Foundation
import ServerFixture
import Testing
import Xapian

@Suite("Databases behind servers answer as local ones do", .enabled(if: DatabaseServer.program != nil, "xapian-tcpsrv"))
struct RemoteDatabaseTests {
    let folder: TemporaryFolder
    private let words = (0..<60).map { "word\($0)" }
    private static let slots = [Slot(0), Slot(1)]

    init() throws { folder = try TemporaryFolder() }

    /// Writes random documents into one database, and each into one of three; the same ids stand for the same documents.
    private func make(_ count: UInt32, seed: UInt64 = 7) throws -> (whole: String, shards: [String]) {
        var generator = SeededGenerator(state: seed)
        let whole = folder.database("whole")
        let shards = (0..<3).map { folder.database("shard\($0)") }
        var writer = try WritableDatabase(path: whole, mode: .create)
        var first = try WritableDatabase(path: shards[0], mode: .create)
        var second = try WritableDatabase(path: shards[1], mode: .create)
        var third = try WritableDatabase(path: shards[2], mode: .create)
        for number in 0..<count {
            let text = (0..<Int.random(in: 1...30, using: &generator))
                .map { _ in
                    words[min(Int.random(in: 0..<60, using: &generator), Int.random(in: 0..<60, using: &generator))]
                }
                .joined(separator: " ")
            let values = [
                try PackedValues.encode((0..<Int.random(in: 0...3, using: &generator)).map { [UInt8($0)] }),
                Int.random(in: 0...2, using: &generator) == 0 ? bytes("group\(number % 11)") : [],
            ]
            func add(to database: inout WritableDatabase) throws {
                var document = try document(text, data: "\(number)")
                for (slot, value) in zip(Self.slots, values) { try document.setValue(value, in: slot) }
                try database.add(document)
            }
            try add(to: &writer)
            switch number % 3 {
            case 0: try add(to: &first)
            case 1: try add(to: &second)
            default: try add(to: &third)
            }
        }
        try writer.close()
        try first.close()
        try second.close()
        try third.close()
        return (whole, shards)
    }

    private var bm25: SearchOptions.Weighting { .bm25(k1: 2, k2: 0, k3: 1, b: 0.6, minimumNormalisedLength: 0.5) }

    private func randomQuery(_ generator: inout SeededGenerator, _ average: Double) -> Query {
        func some(_ most: Int) -> [[UInt8]] {
            (0..<Int.random(in: 1...most, using: &generator)).map { _ in bytes(words.randomElement(using: &generator)!)
            }
        }
        let weight = Query.WordWeight(weight: 1.5, k1: 2, b: 0.6, minimumNormalisedLength: 0.5, averageLength: average)
        switch Int.random(in: 0..<8, using: &generator) {
        case 0: return .and(some(3).map { .term($0) })
        case 1: return .or(some(5).map { .term($0) })
        case 2: return .maximum(some(5).map { .scaled(.term($0), by: 1.7) })
        case 3: return .filter(.or(some(3).map { .term($0) }), by: .anyTerm(some(40), nil))
        case 4: return .anyTerm(some(40), weight)
        case 5: return .phrase(Array(some(2)), window: 2)
        case 6: return .andNot(.or(some(4).map { .term($0) }), .term(some(1)[0]))
        default: return .andMaybe(.term(some(1)[0]), .filter(.constant(0.5), by: .term(some(1)[0])))
        }
    }

    @Test("Hits, scores, counts, groups and tables are those of one database")
    func equal() throws {
        let paths = try make(400)
        let servers = try paths.shards.map { try DatabaseServer($0) }
        let parts = try servers.map {
            RemotePart(
                try Database(host: "127.0.0.1", port: $0.port, timeouts: .init(connection: 2_000, answer: 10_000))
            )
        }
        let remote = try Database(combining: parts.map { $0.database.pointer })
        let whole = try Database(path: paths.whole)
        #expect(remote.isRemote && !whole.isRemote)
        #expect(try remote.documentCount == 400)
        var generator = SeededGenerator(state: 42)
        var options = SearchOptions()
        options.weighting = bm25
        options.limit = 50
        options.checkAtLeast = 400
        options.countedSlots = [
            CountedSlot(slot: Self.slots[0], format: .packed),
            CountedSlot(slot: Self.slots[0], format: .packed, groupSlot: Self.slots[1]),
            CountedSlot(slot: Self.slots[1], format: .documents, groupSlot: Self.slots[1]),
        ]
        let dimensions = [
            TableDimension(
                slot: CountedSlot(slot: Self.slots[0], format: .packed),
                lines: [([0], 0), ([1], 1), ([2], 1)],
                lineCount: 3
            ),
            TableDimension(
                slot: CountedSlot(slot: Self.slots[1], format: .whole),
                lines: [(bytes("group3"), 0)],
                lineCount: 2
            ),
        ]
        for _ in 0..<100 {
            let query = randomQuery(&generator, try whole.averageLength)
            let expected = try whole.search(query, options)
            let found = try remote.search(query, options)
            if remote.addsMaxima(of: query) {
                // A search of servers adds up what one local database takes the greatest of.
                let weights = try remote.weights(of: query, among: .matchAll, bm25)
                let others = try whole.weights(of: query, among: .matchAll, bm25)
                #expect(Set(weights.keys) == Set(others.keys))
                for (id, weight) in weights { #expect(abs(weight - (others[id] ?? -1)) < 1e-9, "\(query)") }
                #expect(found.counts == expected.counts)
                continue
            }
            // Shards may add up the same weights in another order, which tells in the last bit: ties are no order here.
            let data = Dictionary(uniqueKeysWithValues: expected.matches.map { ($0.documentID, $0.data) })
            for (a, b) in zip(found.matches, expected.matches) {
                #expect(abs(a.weight - b.weight) < 1e-9)
                #expect(data[a.documentID] == nil || data[a.documentID] == a.data)
            }
            let last = expected.matches.last?.weight ?? 0
            func sure(_ matches: [Match]) -> Set<DocumentID> {
                Set(matches.filter { $0.weight > last + 1e-9 }.map(\.documentID))
            }
            #expect(sure(found.matches) == sure(expected.matches))
            #expect(found.counts == expected.counts && found.countedDocuments == expected.countedDocuments)
            #expect(try remote.matchingDocumentIDs(query) == whole.matchingDocumentIDs(query))
            #expect(try remote.crossCounts(query, dimensions) == whole.crossCounts(query, dimensions))
        }
        // The servers end with their last use.
        withExtendedLifetime((parts, servers)) {}
    }

    @Test("A server that is gone, and one that stands still, are told of in time")
    func failures() throws {
        let paths = try make(30)
        let timeouts = Database.Timeouts(connection: 500, answer: 500)
        let server = try DatabaseServer(paths.shards[0])
        let database = try Database(host: "127.0.0.1", port: server.port, timeouts: timeouts)
        #expect(try database.documentCount == 10)
        server.stop()
        let start = ContinuousClock.now
        #expect(code { () throws(XapianError) in _ = try database.search(.matchAll) } == .networkTimeout)
        #expect(
            code { () throws(XapianError) in
                _ = try Database(host: "127.0.0.1", port: server.port, timeouts: timeouts)
            } == .networkTimeout
        )
        server.end()
        #expect(code { () throws(XapianError) in _ = try database.search(.matchAll) } != nil)
        #expect(
            code { () throws(XapianError) in
                _ = try Database(host: "127.0.0.1", port: server.port, timeouts: timeouts)
            } == .network
        )
        // Generous: that it ends at all is what matters.
        #expect(ContinuousClock.now - start < .seconds(60))
        #expect(code { () throws(XapianError) in _ = try Database(combining: []) } == .invalidArgument)
    }
}

/// Keeps a database, which cannot be in an array itself.
private final class RemotePart {
    let database: Database
    init(_ database: consuming Database) { self.database = database }
}
