import Foundation
import Synchronization
import Testing

@testable import Sitrep

@Suite("A large run that saves its state on the way")
struct CheckpointTests {
    /// Follows a run, and copies the index when a state was saved, as an interruption would leave it.
    private final class Follower: Sendable {
        struct State {
            var saved = 0
            var prepared = 0
            var copies: [String] = []
        }

        let state = Mutex(State())
        private let index: String
        private let keepsCopies: Bool

        init(_ index: String, keepsCopies: Bool) {
            self.index = index
            self.keepsCopies = keepsCopies
        }

        func follow(_ progress: RunProgress) {
            guard progress.phase == .reading else { return }
            state.withLock { state in
                state.prepared = progress.reports - progress.known
                guard progress.saved > state.saved else { return }
                state.saved = progress.saved
                guard keepsCopies else { return }
                let copy = "\(index)-\(state.copies.count)"
                state.copies.append(copy)
                do {
                    try FileManager.default.copyItem(atPath: index, toPath: copy)
                } catch {
                    Issue.record(error)
                }
            }
        }
    }

    private func run(
        _ reports: ChangingReports,
        _ index: String,
        savesAfter: Int,
        inBulk: Bool = true,
        keepsCopies: Bool = false
    ) throws -> (summary: RunSummary, state: Follower.State) {
        var options = Indexer.Options()
        options.inPlaceBytes = 0
        options.savesAfter = savesAfter
        options.writesInBulk = inBulk
        let follower = Follower(index, keepsCopies: keepsCopies)
        options.progress = follower.follow
        var summary = try Indexer(index: index, options: options).index([reports.folder("reports")])
        (summary.seconds, summary.storySeconds, summary.time) = (0, 0, "")
        return (summary, follower.state.withLock { $0 })
    }

    /// Adds to the reports, and from the second time on changes, moves and takes out some.
    private func change(_ reports: inout ChangingReports, _ round: Int) throws {
        try reports.add(round == 0 ? 110 : 230)
        if round > 0 { try reports.change(14) }
    }

    @Test("ends with the index, and the summary, of one that does not", arguments: [(1, true), (2, true), (3, false)])
    func same(seed: UInt64, inBulk: Bool) throws {
        var reports = ChangingReports(folder: try ScratchFolder(), random: SeededGenerator(seed: seed))
        for round in 0..<2 {
            try change(&reports, round)
            let often = try run(reports, reports.folder("often"), savesAfter: 20, inBulk: inBulk)
            let never = try run(reports, reports.folder("never"), savesAfter: 1_000)
            #expect(often.state.saved > 0 && never.state.saved == 0)
            #expect(often.summary == never.summary)
            #expect(often.summary.revision == round + 1)
            expectEqual(
                try WholeContent(reports.folder("often")).withPlainStories,
                try WholeContent(reports.folder("never")).withPlainStories
            )
        }
    }

    @Test("can be gone on with from each of these states", arguments: [4, 5])
    func interrupted(seed: UInt64) throws {
        var reports = ChangingReports(folder: try ScratchFolder(), random: SeededGenerator(seed: seed))
        var copies = 0
        for round in 0..<2 {
            try change(&reports, round)
            let index = reports.folder("index")
            let whole = try run(reports, index, savesAfter: 20, keepsCopies: true)
            let expected = try WholeContent(index)
            for copy in whole.state.copies {
                copies += 1
                // What was saved is whole, tells of no run of its own, and can be searched.
                #expect(try WholeContent(copy).records.count < expected.records.count)
                let open = try SearchIndex(path: copy)
                #expect(try open.moment().revision == round)
                var request = SearchRequest()
                request.query = "governor"
                #expect(try open.search(request).total > 0)
                let resumed = try run(reports, copy, savesAfter: 1_000)
                #expect(resumed.state.prepared < whole.state.prepared)
                #expect(resumed.summary.revision == round + 1)
                expectEqual(try WholeContent(copy).withPlainStories, expected.withPlainStories)
                try Files.removeFolder(copy)
            }
        }
        #expect(copies > 2)
    }

    @Test("leaves files to be read again that gave their reports to others, should they come back as they were")
    func restored() throws {
        var reports = ChangingReports(folder: try ScratchFolder(), random: SeededGenerator(seed: 12))
        let (index, first, second) = (reports.folder("index"), "reports/0-a.txt", "reports/0-b.txt")
        try reports.folder.write(first, "A convoy of forty lorries near Lviv.")
        _ = try run(reports, index, savesAfter: 1_000)
        try Files.rename(reports.folder(first), to: reports.folder(second))
        try reports.add(120)
        let whole = try run(reports, index, savesAfter: 20, keepsCopies: true)
        #expect(whole.state.copies.count > 1)
        try Files.rename(reports.folder(second), to: reports.folder(first))
        for copy in whole.state.copies {
            for _ in 0..<2 {
                _ = try run(reports, copy, savesAfter: 1_000)
                var request = SearchRequest()
                request.query = "lorries"
                #expect(try SearchIndex(path: copy).search(request).hits.map(\.id) == ["0-a.txt"])
            }
        }
    }

    @Test("marks reports on the way and at its end, and counts each once")
    func marks() throws {
        var reports = ChangingReports(folder: try ScratchFolder(), random: SeededGenerator(seed: 8))
        try reports.add(200)
        let ids = (1...200).filter { $0 % 7 == 0 }.flatMap { ["n\($0)", "\($0 % 5)/\($0).txt"] }
        let entries = ids.map { "- id: \"\($0)\"\n  tags: [checked]\n  at: \"2026-12-30T00:00:00Z\"\n" }.joined()
        var found: [RunSummary] = []
        for (name, savesAfter) in [("often", 20), ("never", 1_000)] {
            try reports.folder.write("\(name)/marks.yaml", "marks:\n" + entries)
            let run = try run(reports, reports.folder(name), savesAfter: savesAfter)
            found.append(run.summary)
            #expect(run.state.saved > 0 || name == "never")
        }
        #expect(found[0] == found[1])
        #expect(found[0].marked > 10)
        expectEqual(
            try WholeContent(reports.folder("often")).withPlainStories,
            try WholeContent(reports.folder("never")).withPlainStories
        )
    }

    @Test("saves no state of an index that is built again, of which the whole is there")
    func rebuild() throws {
        var reports = ChangingReports(folder: try ScratchFolder(), random: SeededGenerator(seed: 9))
        try reports.add(120)
        _ = try run(reports, reports.folder("index"), savesAfter: 1_000)
        let follower = Follower(reports.folder("index"), keepsCopies: false)
        var options = Indexer.Options()
        options.savesAfter = 10
        options.progress = follower.follow
        #expect(try Indexer(index: reports.folder("index"), options: options).reindex(rebuilding: true).added > 100)
        #expect(follower.state.withLock { $0.saved } == 0)
    }

    @Test("saves after the first reports, and then when they are twice as many; never shortly before the end")
    func policy() {
        var checkpoints = Checkpoints(first: 100, held: 0)
        func progress(_ done: Int) -> RunProgress { RunProgress(phase: .reading, bytesDone: done, bytes: 1_000) }
        var saved: [Int] = []
        for written in 1...1_000 where checkpoints.areDue(written: written, progress(written)) {
            saved.append(written)
            checkpoints.note(written: written, held: written, progress(written))
        }
        // With 1,000 the run ends.
        #expect(saved == [100, 200, 400, 800])
        #expect(!Checkpoints(first: 100, held: 0).areDue(written: 900, progress(900)))
        #expect(!Checkpoints(first: 100, held: 500).areDue(written: 499, progress(499)))
        #expect(Checkpoints(first: 100, held: 500).areDue(written: 500, progress(500)))
    }
}
