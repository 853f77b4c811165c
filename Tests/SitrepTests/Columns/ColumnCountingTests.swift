import Testing
import Xapian

@testable import Sitrep

@Suite("Counts from columns are those of the matcher")
struct ColumnCountingTests {
    private static let slots: [CountedSlot] = {
        func counted(_ field: Schema.Field, _ format: CountedSlot.Format) -> CountedSlot {
            CountedSlot(slot: field.slot ?? Slot(0), format: format, groupSlot: Schema.storySlot)
        }
        let packed: [Schema.Field] = [
            Schema.region, Schema.actor, Schema.weapon, Schema.tag, Schema.happened, Schema.happenedMonth,
        ]
        let whole: [Schema.Field] = [Schema.source, Schema.language, Schema.date]
        var slots: [CountedSlot] = packed.map { counted($0, .packed) }
        slots += whole.map { counted($0, .whole) }
        for length in [4, 6, 8] { slots.append(counted(Schema.date, .prefix(length))) }
        slots.append(CountedSlot(slot: Schema.storySlot, format: .documents, groupSlot: Schema.storySlot))
        return slots
    }()

    @Test("Random queries on generated reports, with documents that changed since and without")
    func equality() throws {
        let generated = try GeneratedIndex.shared()
        let index = try generated.open()
        let folder = try ScratchFolder()
        let path = folder.path + "/columns"
        try index.withState { state in try ColumnFile.write(state.database, revision: 3, to: path) }
        let file = try ColumnFile(path: path)
        #expect(file.revision == 3)
        var maker = RequestMaker(corpus: generated.corpus, seed: 11)
        var matched = 0
        for number in 0..<60 {
            let request = maker.next().request
            try index.withState { state in
                let query = try SearchIndex.compile(request, state).query()
                let matches = try state.database.matchingSet(query)
                matched += matches.count
                let all = matches.documentIDs
                // Some of the matches, and some that are none, count by their values.
                let changed = number.isMultiple(of: 2) ? [] : all.filter { $0.rawValue % 7 == 1 } + [DocumentID(2)]
                var counting = ColumnCounting(
                    matches,
                    ColumnAccess.Columns(file: file, changed: ChangedDocuments(changed))
                )
                let found = try counting.counts(of: Self.slots, in: state.database)
                let expected = try state.database.facetCounts(query, slots: Self.slots)
                #expect(found?.total == expected.total)
                #expect(found?.countedDocuments == expected.countedDocuments)
                for (place, slot) in Self.slots.enumerated() where found?.counts[place] != expected.counts[place] {
                    Issue.record("request \(number), \(slot)")
                }
            }
        }
        #expect(matched > 1_000)
    }

    @Test("Documents are counted one by one as by their values, in sets of any size")
    func ways() throws {
        let index = try GeneratedIndex.shared().open()
        let folder = try ScratchFolder()
        let path = folder.path + "/columns"
        try index.withState { state in try ColumnFile.write(state.database, revision: 3, to: path) }
        let file = try ColumnFile(path: path)
        var random = SeededGenerator(seed: 5)
        for slot in Self.slots where slot.format != .documents {
            let column = try #require(file.column(slot.slot))
            for share in [0, 1, 8, 32, 64] {
                let words = (0..<(Int(file.lastDocument) / 64 + 2)).map { _ in
                    (0..<64).reduce(UInt64(0)) { word, bit in
                        UInt64.random(in: 0..<64, using: &random) < share ? word | 1 << UInt64(bit) : word
                    }
                }
                var ways: [(counts: [ValueCount], valued: Int)] = []
                for way in [CountedLines.Way.oneByOne, .byValue] {
                    var lines = CountedLines(slot.format, column, countsGroups: share.isMultiple(of: 8))
                    let valued = try lines.add(documentsIn: words, way)
                    ways.append((lines.counts, valued))
                }
                #expect(ways[0] == ways[1])
                #expect(ways[0].valued > 0 || share < 8 || column.valueCount == 0)
            }
        }
    }
}
