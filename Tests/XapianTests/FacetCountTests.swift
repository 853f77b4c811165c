import Foundation
import Testing
import Xapian

@Suite("Facet counts are exact")
struct FacetCountTests {
    /// A document as the test knows it.
    private struct Sample {
        var words: Set<String>
        var entries: [[UInt8]]
        var date: String
    }

    private func samples(_ count: Int) -> [Sample] {
        var generator = SeededGenerator(state: 20_241_113)
        return (0..<count).map { _ in
            let words = Set((0..<3).map { _ in "word\(Int.random(in: 0..<12, using: &generator))" })
            var entries = (0..<Int.random(in: 0...6, using: &generator)).map { _ -> [UInt8] in
                // A few hundred entries, with NUL bytes and different lengths, so that the table grows.
                let number = Int.random(in: 0..<20, using: &generator) * Int.random(in: 0..<20, using: &generator)
                return [UInt8](repeating: UInt8(number % 7), count: 1 + number % 5) + bytes("\(number)")
            }
            if let first = entries.first, Bool.random(using: &generator) { entries.append(first) }
            let month = Int.random(in: 1...12, using: &generator)
            let date = Bool.random(using: &generator) ? "2024" + (month < 10 ? "0" : "") + "\(month)15" : ""
            return Sample(words: words, entries: entries, date: date)
        }
    }

    private func write(_ samples: [Sample], to path: String) throws {
        var writer = try WritableDatabase(path: path, mode: .create)
        for sample in samples {
            var document = try Document()
            for word in sample.words { try document.addTerm(word) }
            try document.setValue(try PackedValues.encode(sample.entries), in: Slot(1))
            try document.setValue(sample.date, in: Slot(2))
            try writer.add(document)
        }
        try writer.close()
    }

    private func bruteForce(_ samples: [Sample], _ values: (Sample) -> Set<[UInt8]>) -> [ValueCount] {
        var counts: [[UInt8]: Int] = [:]
        for sample in samples {
            for value in values(sample) where !value.isEmpty { counts[value, default: 0] += 1 }
        }
        return counts.map { ValueCount(value: $0.key, count: $0.value) }
            .sorted { $0.count != $1.count ? $0.count > $1.count : $0.value.lexicographicallyPrecedes($1.value) }
    }

    private func expected(_ samples: [Sample]) -> [[ValueCount]] {
        [
            bruteForce(samples) { Set($0.entries) },
            bruteForce(samples) { [bytes($0.date)] },
            bruteForce(samples) { [bytes(String($0.date.prefix(6)))] },
        ]
    }

    private let slots = [
        CountedSlot(slot: Slot(1)), CountedSlot(slot: Slot(2), format: .whole),
        CountedSlot(slot: Slot(2), format: .prefix(6)),
    ]

    @Test("They equal a count by hand")
    func bruteForce() throws {
        let folder = try TemporaryFolder()
        let samples = samples(2000)
        try write(samples, to: folder.database())
        let reader = try Database(path: folder.database())
        let queries: [(Query, (Sample) -> Bool)] = [
            (.matchAll, { _ in true }),
            (.matchNothing, { _ in false }),
            (.term("word3"), { $0.words.contains("word3") }),
            (
                .and([.term("word3"), .or([.term("word4"), .term("word5")])]),
                { $0.words.contains("word3") && !$0.words.isDisjoint(with: ["word4", "word5"]) }
            ),
            (.andNot(.matchAll, .term("word1")), { !$0.words.contains("word1") }),
        ]
        for (query, matches) in queries {
            let matching = samples.filter(matches)
            let result = try reader.facetCounts(query, slots: slots)
            #expect(result.total == matching.count)
            #expect(result.counts == expected(matching))
            var options = SearchOptions()
            options.countedSlots = slots
            options.limit = 3
            let outcome = try reader.search(query, options)
            #expect(outcome.counts == result.counts)
            #expect(outcome.isExact && outcome.estimated == matching.count)
            #expect(outcome.matches.count == min(3, matching.count))
        }
        #expect(try reader.facetCounts(.matchAll, slots: [Slot(1)]).counts == [expected(samples)[0]])
    }

    @Test("Over several databases they add up")
    func combined() throws {
        let folder = try TemporaryFolder()
        let samples = samples(600)
        try write(Array(samples[..<250]), to: folder.database("a"))
        try write(Array(samples[250...]), to: folder.database("b"))
        let reader = try Database(paths: [folder.database("a"), folder.database("b")])
        let result = try reader.facetCounts(.term("word2"), slots: slots)
        #expect(result.counts == expected(samples.filter { $0.words.contains("word2") }))
    }

    @Test("A malformed value is an error", arguments: malformedPackedValues)
    func malformed(value: [UInt8]) throws {
        let folder = try TemporaryFolder()
        var writer = try WritableDatabase(path: folder.database(), mode: .create)
        for bytes in [try PackedValues.encode([[1]]), value] {
            var document = try Document()
            try document.setValue(bytes, in: Slot(1))
            try writer.add(document)
        }
        do throws(XapianError) {
            _ = try writer.facetCounts(.matchAll, slots: [Slot(1)])
            Issue.record("counted")
        } catch {
            #expect(error.code == .serialisation)
            #expect(error.context == "slot 1")
        }
        let whole = try writer.facetCounts(.matchAll, slots: [CountedSlot(slot: Slot(1), format: .whole)])
        #expect(whole.counts[0].count == 2)
        try writer.close()
    }

    @Test(
        "A stock remote server counts too",
        .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/xapian-progsrv"))
    )
    func remote() throws {
        let folder = try TemporaryFolder()
        let samples = samples(300)
        try write(Array(samples[..<100]), to: folder.database("local"))
        try write(Array(samples[100...]), to: folder.database("far"))
        let stub = folder.path + "/stub"
        try Data("remote :/usr/bin/xapian-progsrv \(folder.database("far"))\n".utf8).write(
            to: URL(fileURLWithPath: stub)
        )
        let reader = try Database(paths: [folder.database("local"), stub], ofAnyKind: true)
        let result = try reader.facetCounts(.term("word2"), slots: slots)
        #expect(result.counts == expected(samples.filter { $0.words.contains("word2") }))
        #expect(try reader.matchingDocumentIDs(.term("word2")).count == result.total)
        // A stock server gives values with their counts, not which documents have them.
        let grouped = CountedSlot(slot: Slot(1), groupSlot: Slot(2))
        #expect(
            code { () throws(XapianError) in _ = try reader.facetCounts(.term("word2"), slots: [grouped]) }
                == .unimplemented
        )
        let every = CountedSlot(slot: Slot(1), format: .documents)
        #expect(
            code { () throws(XapianError) in _ = try reader.facetCounts(.term("word2"), slots: [every]) }
                == .unimplemented
        )
        #expect(code { () throws(XapianError) in _ = try reader.search(.documents(ids(1, 2))) } != nil)
        try Data("remote :/bin/false\n".utf8).write(to: URL(fileURLWithPath: stub))
        #expect(code { () throws(XapianError) in _ = try Database(path: stub, ofAnyKind: true) } == .network)
        // It is no database but where that is asked for.
        #expect(code { () throws(XapianError) in _ = try Database(path: stub) } != nil)
    }

    @Test("Documents with a value are counted, and the cells of tables")
    func crossCounts() throws {
        let folder = try TemporaryFolder()
        let samples = samples(1_000)
        try write(samples, to: folder.database())
        let database = try Database(path: folder.database())
        let query = Query.term("word3")
        let matching = samples.filter { $0.words.contains("word3") }
        let counted = try database.facetCounts(query, slots: slots)
        #expect(counted.countedDocuments[0] == matching.count { !$0.entries.isEmpty })
        #expect(counted.countedDocuments[1] == matching.count { !$0.date.isEmpty })

        // Two lines of entries, of which the second has two, and the line without a value.
        let entries = Array(counted.counts[0].map(\.value).prefix(3))
        let months = ["202401", "202402"].map { bytes($0) }
        let cells = try database.crossCounts(
            query,
            [
                TableDimension(
                    slot: slots[0],
                    lines: [(entries[0], 0), (entries[1], 1), (entries[2], 1)],
                    lineCount: 3
                ),
                TableDimension(
                    slot: CountedSlot(slot: Slot(2), format: .prefix(6)),
                    lines: [(months[0], 0), (months[1], 1)],
                    lineCount: 3
                ),
            ]
        )
        let isIn: [(Sample) -> Bool] = [
            { $0.entries.contains(entries[0]) },
            { $0.entries.contains(entries[1]) || $0.entries.contains(entries[2]) },
            { $0.entries.isEmpty },
        ]
        let isAt: [(Sample) -> Bool] = [
            { $0.date.hasPrefix("202401") }, { $0.date.hasPrefix("202402") }, { $0.date.isEmpty },
        ]
        let expected = isIn.flatMap { row in isAt.map { column in matching.count { row($0) && column($0) } } }
        #expect(cells == expected && cells.contains { $0 > 0 })

        let outside = TableDimension(slot: slots[0], lines: [(entries[0], 1)], lineCount: 1)
        let refused = code { () throws(XapianError) in _ = try database.crossCounts(query, [outside]) }
        #expect(refused == .range)
    }

    @Test("Terms of documents are counted by their prefix")
    func termCounts() throws {
        let folder = try TemporaryFolder()
        let samples = samples(200)
        try write(samples, to: folder.database())
        let database = try Database(path: folder.database())
        let ids = try database.matchingDocumentIDs(.term("word3"))
        let matching = samples.filter { $0.words.contains("word3") }
        let expected = bruteForce(matching) {
            Set($0.words.map { bytes($0) }.filter { $0.starts(with: bytes("word1")) })
        }
        let counts = try database.termCounts(in: ids, prefix: "word1", least: 2)
        #expect(counts.map(\.term) == expected.filter { $0.count >= 2 }.map(\.value))
        #expect(counts.map(\.count) == expected.filter { $0.count >= 2 }.map(\.count))
        #expect(try database.termCounts(in: [], prefix: "word1", least: 0).isEmpty)
        let unknown = code { () throws(XapianError) in
            _ = try database.termCounts(in: [DocumentID(9_999)], prefix: "w", least: 0)
        }
        #expect(unknown == .documentNotFound)
    }
}
