import Testing
import Xapian

@Suite("Entries are counted by groups of documents, too")
struct GroupCountTests {
    /// A document as the test knows it.
    private struct Sample {
        var entries: [[UInt8]]
        var date: String
        var group: [UInt8]
    }

    private func samples(_ count: Int) -> [Sample] {
        var generator = SeededGenerator(state: 77)
        return (0..<count).map { _ in
            var entries = (0..<Int.random(in: 0...4, using: &generator)).map { _ in
                bytes("entry\(Int.random(in: 0..<12, using: &generator))")
            }
            // The same entry twice in one value.
            if let first = entries.first, Bool.random(using: &generator) { entries.append(first) }
            let year = Int.random(in: 2023...2026, using: &generator)
            let date = year == 2026 ? "" : "\(year)0\(Int.random(in: 1...9, using: &generator))"
            // A third has no group; one group's name has a NUL.
            let number = Int.random(in: -10..<20, using: &generator)
            let group = number < 0 ? [] : number == 7 ? [0, 7] : bytes("group\(number)")
            return Sample(entries: entries, date: date, group: group)
        }
    }

    private func write(_ samples: some Sequence<Sample>, to path: String) throws {
        var writer = try WritableDatabase(path: path, mode: .create)
        for sample in samples {
            var document = try Document()
            try document.addTerm(sample.date.isEmpty ? "undated" : "dated")
            if !sample.group.isEmpty {
                for (place, word) in ["plain", "words"].enumerated() {
                    try document.addPosting(word, at: place + 1)
                }
            }
            try document.setValue(try PackedValues.encode(sample.entries), in: Slot(1))
            try document.setValue(sample.date, in: Slot(2))
            try document.setValue(sample.group, in: Slot(3))
            try writer.add(document)
        }
        try writer.close()
    }

    private let slots = [
        CountedSlot(slot: Slot(1), groupSlot: Slot(3)),
        CountedSlot(slot: Slot(2), format: .whole, groupSlot: Slot(3)),
        CountedSlot(slot: Slot(2), format: .prefix(4), groupSlot: Slot(3)),
        CountedSlot(slot: Slot(3), format: .documents, groupSlot: Slot(3)),
        CountedSlot(slot: Slot(1), format: .documents),
        CountedSlot(slot: Slot(1)),
    ]

    private func bruteForce(_ samples: [Sample], groups: Bool, _ entries: (Sample) -> Set<[UInt8]>) -> [ValueCount] {
        var members: [[UInt8]: [[UInt8]]] = [:]
        for sample in samples { for entry in entries(sample) { members[entry, default: []].append(sample.group) } }
        return members.map { entry, all in
            let alone = all.count { $0.isEmpty }
            return ValueCount(
                value: entry,
                count: all.count,
                groups: groups ? alone + Set(all.filter { !$0.isEmpty }).count : 0
            )
        }
        .sorted { $0.count != $1.count ? $0.count > $1.count : $0.value.lexicographicallyPrecedes($1.value) }
    }

    private func expected(_ samples: [Sample]) -> [[ValueCount]] {
        func value(_ text: some StringProtocol) -> Set<[UInt8]> { text.isEmpty ? [] : [Array(text.utf8)] }
        return [
            bruteForce(samples, groups: true) { Set($0.entries) },
            bruteForce(samples, groups: true) { value($0.date) },
            bruteForce(samples, groups: true) { value($0.date.prefix(4)) },
            bruteForce(samples, groups: true) { _ in [[]] },
            bruteForce(samples, groups: false) { _ in [[]] },
            bruteForce(samples, groups: false) { Set($0.entries) },
        ]
    }

    @Test("They equal a count by hand, in one database and in two")
    func bruteForce() throws {
        let folder = try TemporaryFolder()
        let samples = samples(900)
        try write(samples, to: folder.database("all"))
        try write(samples[..<400], to: folder.database("a"))
        try write(samples[400...], to: folder.database("b"))
        for names in [["all"], ["a", "b"]] {
            let database = try Database(paths: names.map { folder.database($0) })
            #expect(try database.facetCounts(.matchAll, slots: slots).counts == expected(samples))
            let dated = try database.facetCounts(.term("dated"), slots: slots)
            #expect(dated.counts == expected(samples.filter { !$0.date.isEmpty }))
            #expect(dated.counts[3].first?.count == dated.total)
            #expect(try database.facetCounts(.matchNothing, slots: slots).counts.allSatisfy(\.isEmpty))
            // With collapsing on the same slot there is a hit for each group.
            var options = SearchOptions()
            options.collapseSlot = Slot(3)
            options.limit = samples.count
            options.checkAtLeast = samples.count
            options.countedSlots = slots
            let outcome = try database.search(.matchAll, options)
            #expect(outcome.matches.count == outcome.counts[3].first?.groups)
        }
    }

    @Test("Where the groups of parts are apart, one group's value in two parts stands for two groups")
    func apart() throws {
        let folder = try TemporaryFolder()
        let samples = samples(900)
        try write(samples[..<300], to: folder.database("a"))
        try write(samples[300..<500], to: folder.database("b"))
        try write(samples[500...], to: folder.database("c"))
        // The first part is two databases itself, whose groups are not apart.
        let first = try Database(paths: [folder.database("a"), folder.database("b")])
        let second = try Database(path: folder.database("c"))
        let whole = try Database(combining: [first.pointer, second.pointer], separatesGroups: true)
        #expect(whole.separatesGroups && whole.shardCount == 3 && !first.separatesGroups)
        let marked = samples.enumerated().map { place, sample in
            var sample = sample
            if !sample.group.isEmpty { sample.group = [place < 500 ? 1 : 2] + sample.group }
            return sample
        }
        #expect(try whole.facetCounts(.matchAll, slots: slots).counts == expected(marked))
        let dated = try whole.facetCounts(.term("dated"), slots: slots)
        #expect(dated.counts == expected(marked.filter { !$0.date.isEmpty }))
        var options = SearchOptions()
        options.collapseSlot = Slot(3)
        #expect(throws: XapianError.self) { try whole.search(.matchAll, options) }
        let alone = try Database(combining: [second.pointer], separatesGroups: true)
        #expect(!alone.separatesGroups && alone.shardCount == 1)
        // Which groups are apart would be lost in another combination.
        let error = #expect(throws: XapianError.self) { _ = try Database(combining: [whole.pointer, second.pointer]) }
        #expect(error?.code == .invalidArgument)
    }

    @Test("Where groups are apart, totals without the matcher are those that the matcher tells")
    func totals() throws {
        let folder = try TemporaryFolder()
        let samples = samples(400)
        try write(samples[..<150], to: folder.database("a"))
        try write(samples[150...], to: folder.database("b"))
        let first = try Database(path: folder.database("a"))
        let second = try Database(path: folder.database("b"))
        let apart = try Database(combining: [first.pointer, second.pointer], separatesGroups: true)
        let plain = try Database(combining: [first.pointer, second.pointer])
        let groups = [CountedSlot(slot: Slot(3), format: .documents, groupSlot: Slot(3))]
        for query in [
            Query.matchAll, .term("dated"), .phrase(["plain", "words"].map(bytes), window: 2),
            .valueRange(Slot(2), from: bytes("2024"), through: bytes("2025")),
            .andNot(.term("dated"), .valueRange(Slot(2), from: bytes("2024"), through: nil)),
            .term("nowhere"), .matchNothing,
        ] {
            var options = SearchOptions()
            options.limit = 0
            options.countedSlots = groups
            let (found, expected) = (try apart.search(query, options), try plain.search(query, options))
            #expect(found.estimated == expected.estimated, "\(query)")
            #expect(found.lowerBound == found.estimated && found.upperBound == found.estimated)
            #expect(found.matches.isEmpty && found.countedDocuments == expected.countedDocuments)
            // With hits the matcher is asked.
            options.limit = 5
            #expect(try apart.search(query, options).estimated == expected.estimated, "\(query)")
        }
        #expect(try apart.search(.phrase(["plain", "words"].map(bytes), window: 2)).estimated > 0)
    }

    @Test("Metadata can be read where a document stands")
    func beside() throws {
        let folder = try TemporaryFolder()
        for name in ["a", "b"] {
            var writer = try WritableDatabase(path: folder.database(name), mode: .create)
            try writer.add(try Document())
            try writer.setMetadata(bytes("said by \(name)"), for: "key")
            try writer.close()
        }
        let both = try Database(paths: [folder.database("a"), folder.database("b")])
        #expect(try both.metadata("key", beside: DocumentID(1)) == bytes("said by a"))
        #expect(try both.metadata("key", beside: DocumentID(2)) == bytes("said by b"))
        #expect(try both.metadata("none", beside: DocumentID(2)).isEmpty)
        #expect(throws: XapianError.self) { try both.metadata("key", beside: DocumentID(0)) }
    }
}
