import Testing
import Xapian

@Suite("A search brings back what was asked for")
struct SearchTests {
    let folder: TemporaryFolder
    let path: String

    init() throws {
        folder = try TemporaryFolder()
        path = folder.database()
        var writer = try WritableDatabase(path: path, mode: .create)
        for number in 1...30 {
            var document = try Document()
            try document.addTerm("word", frequency: 1 + number % 5)
            try document.addTerm("number\(number)")
            try document.addBooleanTerm("Kbool")
            try document.setValue(number < 10 ? "0\(number)" : "\(number)", in: Slot(0))
            try document.setValue("group\(number % 3)", in: Slot(1))
            try document.setData("report \(number)")
            try writer.add(document)
        }
        try writer.close()
    }

    @Test("Offset, limit, data and values")
    func pages() throws {
        let reader = try Database(path: path)
        var options = SearchOptions()
        options.order = .value(Slot(0), descending: true)
        options.offset = 5
        options.limit = 3
        options.valueSlots = [Slot(1), Slot(7), Slot(0)]
        let outcome = try reader.search(.term("word"), options)
        #expect(outcome.matches.map(\.documentID.rawValue) == [25, 24, 23])
        #expect(outcome.matches.map(\.data) == ["report 25", "report 24", "report 23"].map(bytes))
        #expect(outcome.matches[0].values == [bytes("group1"), [], bytes("25")])
        #expect(outcome.estimated == 30)

        options.fetchesData = false
        options.valueSlots = []
        options.limit = .max
        let rest = try reader.search(.term("word"), options)
        #expect(rest.matches.count == 25)
        #expect(rest.matches.allSatisfy { $0.data.isEmpty && $0.values.isEmpty })
        options.offset = .max
        #expect(try reader.search(.term("word"), options).matches.isEmpty)
    }

    @Test("Orders")
    func orders() throws {
        let reader = try Database(path: path)
        var options = SearchOptions()
        options.limit = .max
        func search(_ order: SearchOptions.Order) throws -> [Match] {
            options.order = order
            options.valueSlots = [Slot(0), Slot(1)]
            return try reader.search(.term("word"), options).matches
        }
        let relevance = try search(.relevance)
        #expect(zip(relevance, relevance.dropFirst()).allSatisfy { $0.weight >= $1.weight })
        #expect(relevance.first?.percent == 100)
        #expect(relevance.first?.documentID == DocumentID(4))
        #expect(try search(.value(Slot(0), descending: false)).map(\.documentID.rawValue) == Array(1...30))
        let newest = try search(.relevanceThenValue(Slot(0), descending: true))
        #expect(
            zip(newest, newest.dropFirst()).allSatisfy {
                $0.weight > $1.weight
                    || $0.weight == $1.weight && $1.values[0].lexicographicallyPrecedes($0.values[0])
            }
        )
        let grouped = try search(.valueThenRelevance(Slot(1), descending: false))
        #expect(grouped.first?.values[1] == bytes("group0"))
        #expect(
            zip(grouped, grouped.dropFirst()).allSatisfy {
                $0.values[1].lexicographicallyPrecedes($1.values[1])
                    || $0.values[1] == $1.values[1] && $0.weight >= $1.weight
            }
        )
    }

    @Test("Weighting schemes")
    func weighting() throws {
        let reader = try Database(path: path)
        let query = Query.or([.term("word"), .term("number7")])
        func weights(_ weighting: SearchOptions.Weighting) throws -> [Double] {
            var options = SearchOptions()
            options.weighting = weighting
            return try reader.search(query, options).matches.map(\.weight)
        }
        #expect(try weights(.boolean).allSatisfy { $0 == 0 })
        #expect(try weights(.coordination).prefix(2) == [2, 1])
        #expect(try weights(.bm25())[0] > 0)
        #expect(try weights(.bm25()) != weights(.bm25(k1: 2, b: 1)))
        #expect(try weights(.tfIdf)[0] > 0)
        var options = SearchOptions()
        options.weighting = .coordination
        options.minimumPercent = 90
        #expect(try reader.search(query, options).matches.map(\.documentID) == ids(7))
    }

    @Test("Scaling multiplies weights; a synonym weighs as one term")
    func scaling() throws {
        let reader = try Database(path: path)
        let plain = try reader.search(.term("number7")).matches[0].weight
        let scaled = try reader.search(.scaled(.term("number7"), by: 2.5)).matches[0].weight
        #expect(abs(scaled - 2.5 * plain) < 1e-9)
        let parts = [Query.term("number7"), .term("word")]
        let or = try reader.search(.or(parts)).matches[0].weight
        // A search adds the parts of a maximum up.
        #expect(try reader.search(.maximum(parts)).matches[0].weight == or)
        let weights = try reader.weights(of: .maximum(parts), among: .term("number7"), .bm25())
        #expect(weights.values.allSatisfy { abs($0 - plain) < 1e-9 } && weights.count == 1 && plain < or)
    }

    @Test("Collapsing keeps the best of each group")
    func collapsing() throws {
        let reader = try Database(path: path)
        var options = SearchOptions()
        options.collapseSlot = Slot(1)
        options.checkAtLeast = .max
        options.countedSlots = [CountedSlot(slot: Slot(1), format: .whole)]
        let outcome = try reader.search(.term("word"), options)
        #expect(outcome.matches.count == 3)
        #expect(outcome.matches.allSatisfy { $0.collapsedCount == 9 })
        #expect(outcome.counts == [(0..<3).map { ValueCount(value: bytes("group\($0)"), count: 10) }])
        options.collapseMaximum = 2
        #expect(try reader.search(.term("word"), options).matches.count == 6)
    }

    @Test("Totals are exact when all matches are checked")
    func totals() throws {
        let reader = try Database(path: path)
        let query = Query.or((1...20).map { .term("number\($0)") })
        var options = SearchOptions()
        options.limit = 1
        let some = try reader.search(query, options)
        #expect(some.lowerBound <= 20 && some.upperBound >= 20)
        options.checkAtLeast = .max
        let all = try reader.search(query, options)
        #expect(all.isExact && all.estimated == 20)
        options.limit = 0
        #expect(try reader.search(query, options).matches.isEmpty)
        #expect(try reader.search(.matchNothing).isExact)
    }

    @Test("Several databases as one")
    func combined() throws {
        let second = folder.database("second")
        try write(["word here", "nothing", "word there"], to: second)
        let reader = try Database(paths: [path, second])
        #expect(try reader.documentCount == 33)
        #expect(reader.shardCount == 2)
        #expect(try reader.termFrequency("word") == 32)
        let firstIDs = (0..<30).map { DocumentID(2 * $0 + 1) }
        #expect(try reader.matchingDocumentIDs(.term("word")) == (firstIDs + ids(2, 6)).sorted())
        #expect(try reader.documentIDs(containing: "word") == (firstIDs + ids(2, 6)).sorted())
        #expect(try reader.documentData(DocumentID(6)) == bytes("word there"))
        // 2 and 6 are of the second database, 3 of the first, and 8 of neither.
        #expect(try reader.matchingDocumentIDs(.documents(ids(8, 6, 3, 2))) == ids(2, 3, 6))
        #expect(try reader.matchingDocumentIDs(.and([.documents(ids(6, 4, 3)), .term("word")])) == ids(3, 6))
        #expect(try reader.uuid.contains(":"))
        let same = try Database(paths: [path, path])
        #expect(try same.matchingDocumentIDs(.documents(ids(1, 4, 60, 61))) == ids(1, 4, 60))
        #expect(code { () throws(XapianError) in _ = try Database(paths: [String]()) } == .invalidArgument)
    }
}
