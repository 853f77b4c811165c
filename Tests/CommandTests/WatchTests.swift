import Foundation
import Testing

@Suite("sitrep watch")
struct WatchTests {
    /// `sitrep watch` on the reports of a store, from when it has said that it watches.
    private final class Watch {
        private let process: Process
        private let output: String
        let errors: String

        init(_ store: ReportStore, _ arguments: String...) throws {
            output = try store.folder.write("watch.out", "")
            errors = try store.folder.write("watch.err", "")
            process = try SitrepProcess.start(
                ["watch", "--index", store.index, "--format", "ndjson"] + arguments,
                output: output,
                errors: errors
            )
            try WatchTests.wait { try !written.isEmpty && messages.contains("watching") }
        }

        deinit { process.terminate() }

        struct Batch: Decodable {
            var time: String
            var added: Int
            var changed: Int
            var removed: Int
            var failed: Int
            var indexRevision: Int
        }

        private var written: Data { get throws { try Data(contentsOf: URL(fileURLWithPath: output)) } }

        var lines: [Batch] { get throws { try Outcome(status: 0, output: written, errors: "").objects() } }

        /// What it has said of batches, in the format of text.
        var text: [String] { get throws { try Outcome(status: 0, output: written, errors: "").lines } }

        var messages: String { get throws { try String(contentsOfFile: errors, encoding: .utf8) } }

        /// Ends it by a signal and returns its status.
        func stop(_ signal: Int32) -> Int32 {
            kill(process.processIdentifier, signal)
            return SitrepProcess.wait(for: process)
        }
    }

    /// Waits for something that must come; far longer than it takes.
    private static func wait(_ what: () throws -> Bool) throws {
        let end = Date().addingTimeInterval(60)
        while Date() < end {
            if try what() { return }
            usleep(50_000)
        }
        Issue.record("nothing came of it")
    }

    /// Waits until a search finds just these.
    private static func wait(_ store: ReportStore, _ query: String, _ ids: [String]) throws {
        try wait { try store.ids(query) == ids.sorted() }
        #expect(try store.ids(query) == ids.sorted())
    }

    @Test("What comes, changes, moves and goes is found as it is; it ends at once", arguments: [SIGINT, SIGTERM])
    func follows(_ signal: Int32) throws {
        let store = try ReportStore()
        try store.write("old.txt", "A convoy passed.")
        let watch = try Watch(store, store.reports)
        #expect(try watch.lines[0].added == 1)
        try store.write("new.txt", "A convoy came back.")
        try Self.wait(store, "convoy", ["new.txt", "old.txt"])
        try store.write("new.txt", "A ferry came back instead.")
        try Self.wait(store, "ferry", ["new.txt"])
        try store.write("deep/down/there.txt", "Дрони над Києвом: a drone convoy.")
        try Self.wait(store, "convoy", ["old.txt", "deep/down/there.txt"])
        try store.folder.move("reports/deep", to: "reports/elsewhere")
        try Self.wait(store, "convoy", ["old.txt", "elsewhere/down/there.txt"])
        try store.folder.remove("reports/elsewhere")
        try Self.wait(store, "convoy", ["old.txt"])
        // As downloads are written: beside their place, then moved to it.
        try store.write("late.part", "The last convoy.")
        try store.folder.move("reports/late.part", to: "reports/late.txt")
        try Self.wait(store, "convoy", ["old.txt", "late.txt"])
        #expect(watch.stop(signal) == 0)
        let lines = try watch.lines
        #expect(lines.map(\.indexRevision) == lines.map(\.indexRevision).sorted())
        let run = try store.reindex()
        #expect(run.added + run.changed + run.removed == 0)
    }

    @Test("Of many files that come, change and go at once none is lost or doubled")
    func many() throws {
        let store = try ReportStore()
        try store.write("old.txt", "A convoy passed.")
        let watch = try Watch(store, store.reports)
        let files = FileManager.default
        for number in 0..<400 {
            try store.write("n\(number % 7)/\(number).txt", "Convoy number \(number) passed the bridge.")
            if number > 10, number % 9 == 0 {
                let other = "n\((number - 10) % 7)/\(number - 10).txt"
                if files.fileExists(atPath: store.reports + "/" + other) {
                    try store.folder.move("reports/" + other, to: "reports/moved/\(number - 10).txt")
                }
            }
            if number % 5 == 0 { try store.write("n\(number % 7)/\(number).txt", "Convoy \(number), written again.") }
            if number % 11 == 3 { try store.folder.remove("reports/n\(number % 7)/\(number).txt") }
        }
        let expected = try files.subpathsOfDirectory(atPath: store.reports).filter { $0.hasSuffix(".txt") }.sorted()
        #expect(expected.count > 300)
        try Self.wait(store, "convoy", expected)
        #expect(watch.stop(SIGTERM) == 0)
        let run = try store.reindex()
        #expect(run.added + run.changed + run.removed == 0)
        #expect(try store.ids("convoy") == expected)
    }

    @Test("The index in a watched folder sets nothing off, and what is left out is left out")
    func ignored() throws {
        let store = try ReportStore()
        try store.write("old.txt", "A convoy passed.")
        try store.write("drafts/draft.txt", "A convoy that nobody saw.")
        try store.write(".sitrepignore", "drafts/\n")
        let watch = try Watch(store, store.folder.path)
        #expect(try store.ids("convoy") == ["reports/old.txt"])
        try store.write("drafts/draft.txt", "A convoy that nobody saw, again.")
        try store.write("notes.pdf", "%PDF")
        usleep(2_500_000)
        #expect(try watch.lines.count == 1)
        try store.folder.remove("reports/.sitrepignore")
        try Self.wait(store, "convoy", ["reports/old.txt", "reports/drafts/draft.txt"])
        #expect(try watch.lines.count == 2)
    }

    @Test("A writer that has the index is waited for")
    func locked() throws {
        let store = try ReportStore()
        try store.write("old.txt", "A convoy passed.")
        let watch = try Watch(store, store.reports)
        let lock = open(store.index + "/lock", O_RDWR | O_CLOEXEC)
        // The first run may not have given it back yet.
        #expect(flock(lock, LOCK_EX) == 0)
        try store.write("new.txt", "A convoy came back.")
        try Self.wait { try watch.messages.contains("is locked by another writer") }
        #expect(try store.ids("convoy") == ["old.txt"])
        close(lock)
        try Self.wait(store, "convoy", ["new.txt", "old.txt"])
        #expect(try watch.messages.split(separator: "\n").count { $0.contains("locked") } == 1)
    }

    @Test("A broken file is told once, and read when it is whole")
    func broken() throws {
        let store = try ReportStore()
        try store.write("old.txt", "A convoy passed.")
        let watch = try Watch(store, store.reports)
        try store.write("half.json", #"{"id": "half", "text": "A convoy ca"#)
        try Self.wait { try watch.lines.count == 2 }
        // A batch that finds nothing new.
        try store.write("old.txt", "A convoy passed.")
        usleep(2_500_000)
        #expect(try watch.lines.map(\.failed) == [0, 1])
        try store.write("more.txt", "A ferry.")
        try Self.wait(store, "ferry", ["more.txt"])
        try store.write("half.json", #"{"id": "half", "text": "A convoy came back."}"#)
        try Self.wait(store, "convoy", ["half", "old.txt"])
        try Self.wait { try watch.lines.map(\.failed) == [0, 1, 1, 0] }
    }

    @Test("In words a broken file is told once, whatever else changes")
    func brokenInWords() throws {
        let store = try ReportStore()
        try store.write("old.txt", "A convoy passed.")
        try store.write("half.json", #"{"id": "half", "text": "A convoy ca"#)
        let watch = try Watch(store, "--format", "text", store.reports)
        try store.write("more.txt", "A ferry.")
        try Self.wait { try watch.text.count == 2 }
        #expect(try watch.text[1].hasSuffix("1 added, 0 changed, 0 removed, 1 failed"))
        #expect(try watch.messages.split(separator: "\n").count { $0.contains("half.json") } == 1)
        // It is told again when it fails otherwise.
        try store.write("half.json", #"["#)
        try Self.wait { try watch.text.count == 3 }
        #expect(try watch.messages.split(separator: "\n").count { $0.contains("half.json") } == 2)
    }

    @Test("Sources that another writer adds are watched, too; an index that is gone ends it")
    func sources() throws {
        let store = try ReportStore()
        try store.write("old.txt", "A convoy passed.")
        try store.folder.write("more/a.txt", "A ferry.")
        let watch = try Watch(store, store.reports)
        try store.build(store.folder.path("more"))
        try Self.wait { try watch.messages.contains("watching 2 folders") }
        try store.folder.write("more/b.txt", "Another ferry.")
        try Self.wait(store, "ferry", ["a.txt", "b.txt"])
        try FileManager.default.removeItem(atPath: store.index)
        try store.write("late.txt", "A convoy.")
        try Self.wait { try watch.messages.contains("there is no index at") }
    }

    @Test("Without an index or a source there is nothing to watch")
    func nothing() throws {
        let store = try ReportStore()
        try store.run("watch").expectError(66, "there is no index")
        try store.run("watch", store.folder.path("nowhere")).expectError(66, "no such file or folder")
        #expect(try store.run("watch", "--exclude", "x").status == 64)
        try store.write("old.txt", "A convoy passed.")
        try store.build()
        #expect(try store.run("forget", store.reports).status == 0)
        try store.run("watch").expectError(64, "has no sources")
    }
}
