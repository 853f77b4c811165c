import Testing

@testable import Sitrep

@Suite("A large change that is written in bulk gives the index that the library would have written")
struct BulkCopyTests {
    @Test("Additions, changes, removals and moves, alone and together", arguments: [1, 2, 3])
    func same(seed: UInt64) throws {
        var reports = ChangingReports(folder: try ScratchFolder(), random: SeededGenerator(seed: seed))
        try reports.add(120)
        for round in 0..<4 {
            // The second round only adds, the third only changes, takes out and moves.
            if round != 2 { try reports.add(40) }
            if round > 1 { try reports.change(12) }
            var summaries: [RunSummary] = []
            for inBulk in [true, false] {
                var options = Indexer.Options()
                options.writesInBulk = inBulk
                // Everything goes into a new generation.
                options.inPlaceBytes = 0
                let indexer = Indexer(index: reports.folder("\(inBulk)"), options: options)
                var summary = try indexer.index([reports.folder("reports")])
                (summary.seconds, summary.storySeconds, summary.time) = (0, 0, "")
                summaries.append(summary)
            }
            #expect(summaries[0] == summaries[1])
            #expect(summaries[0].revision == round + 1)
            expectEqual(
                try WholeContent(reports.folder("true")),
                try WholeContent(reports.folder("false"))
            )
        }
    }
}
