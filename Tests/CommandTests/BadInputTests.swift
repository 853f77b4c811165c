import Foundation
import Testing

@Suite("Bad input while indexing")
struct BadInputTests {
    /// Indexes a good report beside what `prepare` writes; the good one must always be found.
    private func run(
        status: Int32,
        prepare: (ReportStore) throws -> Void
    ) throws -> (run: RunAnswer, store: ReportStore) {
        let store = try ReportStore()
        try store.write("a-first.txt", "A quarry near Poltava was shelled.")
        try store.write("zz/last.txt", "A sawmill near Poltava was shelled.")
        try prepare(store)
        let run = try store.build(status: status)
        #expect(try store.ids("quarry") == ["a-first.txt"])
        #expect(try store.ids("sawmill") == ["zz/last.txt"])
        return (run, store)
    }

    @Test("A broken JSON line is one failure, told with its line")
    func brokenLine() throws {
        let lines = #"{"id": "x", "text": "A dam burst."}"# + "\nnonsense\n" + #"{"id": "y", "text": "A mill burned."}"#
        let (run, store) = try run(status: 1) { try $0.write("feed.jsonl", lines) }
        #expect(run.added == 4)
        #expect(run.failures.map(\.path) == [store.reports + "/feed.jsonl"])
        #expect(run.failures.map(\.line) == [2])
        #expect(try store.ids("dam") == ["x"])
        #expect(try store.ids("mill") == ["y"])
        let text = try store.run("reindex")
        #expect(text.status == 1)
        #expect(text.errors.contains("feed.jsonl"))
        #expect(text.errors.contains("2"))
        #expect(text.text.contains("1 failed"))
    }

    @Test("A link to nowhere is a failure with the system's reason")
    func brokenLink() throws {
        let (run, store) = try run(status: 1) {
            try FileManager.default.createSymbolicLink(
                atPath: $0.reports + "/gone.txt",
                withDestinationPath: "nowhere.txt"
            )
        }
        #expect(run.failures.map(\.path) == [store.reports + "/gone.txt"])
        #expect(run.failures.first?.reason.contains("No such file") == true)
    }

    @Test("Empty files and binary files are failures with reasons", arguments: ["txt", "html", "json", "md"])
    func emptyAndBinary(ending: String) throws {
        var noise = Data([0x7F, 0x45, 0x4C, 0x46, 0, 0, 0, 1])
        for number in 0..<20_000 { noise.append(UInt8(truncatingIfNeeded: number &* 167 >> 3)) }
        let (run, store) = try run(status: 1) {
            try $0.write("empty." + ending, "")
            try $0.write("noise." + ending, noise)
        }
        #expect(run.added == 2)
        #expect(run.failures.map(\.path) == ["empty", "noise"].map { "\(store.reports)/\($0).\(ending)" })
        #expect(run.failures.allSatisfy { !$0.reason.isEmpty })
    }

    @Test("Invalid UTF-8 does not stop a report from being found")
    func invalidUTF8() throws {
        let bytes = Data("A viaduct ".utf8) + Data([0xFF, 0xC3, 0x28, 0xE2, 0x82]) + Data(" near Dnipro fell.".utf8)
        let (_, store) = try run(status: 0) { try $0.write("bad.txt", bytes) }
        #expect(try store.ids("viaduct") == ["bad.txt"])
        #expect(try store.ids("fell") == ["bad.txt"])
    }

    @Test("A loop of symbolic links ends")
    func linkLoop() throws {
        let (run, _) = try run(status: 0) {
            let manager = FileManager.default
            try manager.createSymbolicLink(atPath: $0.reports + "/zz/up", withDestinationPath: "..")
            try manager.createSymbolicLink(atPath: $0.reports + "/zz/same.txt", withDestinationPath: "last.txt")
        }
        #expect(run.counts == [2, 0, 0, 0])
    }

    @Test("Links that only point at each other are failures")
    func linkCircle() throws {
        let (run, _) = try run(status: 1) {
            let manager = FileManager.default
            try manager.createSymbolicLink(atPath: $0.reports + "/one.txt", withDestinationPath: "two.txt")
            try manager.createSymbolicLink(atPath: $0.reports + "/two.txt", withDestinationPath: "one.txt")
        }
        #expect(run.failed == 2)
    }

    @Test("A pipe in the folder is not waited for")
    func pipe() throws {
        let (run, store) = try run(status: 0) { mkfifo($0.reports + "/pipe.txt", 0o644) }
        #expect(run.added == 2)
        #expect(try store.build(store.reports + "/pipe.txt", status: 0).added == 0)
    }

    @Test("A pipe that is named is a failure")
    func namedPipe() throws {
        let store = try ReportStore()
        try store.write("a.txt", "A quarry was shelled.")
        mkfifo(store.reports + "/pipe.txt", 0o644)
        let run = try store.build(store.reports + "/pipe.txt", store.reports + "/a.txt", status: 1)
        #expect(run.failures.map(\.path) == [store.reports + "/pipe.txt"])
        #expect(run.added == 1)
    }

    @Test("A word of a megabyte does not hide the words around it")
    func longWord() throws {
        let word = String(repeating: "ab", count: 1 << 19)
        let (_, store) = try run(status: 0) { try $0.write("long.txt", "Before \(word) there was a cathedral.") }
        #expect(try store.ids("cathedral") == ["long.txt"])
        #expect(try store.run("show", "long.txt").status == 0)
    }

    @Test("A text of 100 MB ends in time, as a failure")
    func hugeText() throws {
        let paragraph = Data((String(repeating: "Guns were heard along the front again. ", count: 25) + "\n\n").utf8)
        var text = Data(capacity: 100 << 20)
        while text.count < 100 << 20 { text.append(paragraph) }
        let (run, store) = try run(status: 1) { try $0.write("huge.txt", text) }
        #expect(run.failures.map(\.path) == [store.reports + "/huge.txt"])
        #expect(run.added == 2)
    }

    @Test("NUL in JSON, names with line breaks and quotes")
    func oddNames() throws {
        let (run, store) = try run(status: 0) {
            try $0.write("nul.json", #"{"id": "n\u0000ul", "title": "A\u0000B", "text": "An orchard\u0000 burned."}"#)
            try $0.write("line\nbreak \"q\", 'x'.txt", "A vineyard burned.")
        }
        #expect(run.added == 4)
        #expect(try store.ids("orchard").count == 1)
        #expect(try store.ids("vineyard") == ["line\nbreak \"q\", 'x'.txt"])
        #expect(try store.run("show", "line\nbreak \"q\", 'x'.txt").status == 0)
        #expect(try store.reindex().counts == [0, 0, 0, 4])
    }

    @Test("Deep JSON, and JSON that is no report")
    func oddJSON() throws {
        let deep = String(repeating: "[", count: 100_000)
        let (run, _) = try run(status: 1) {
            try $0.write("deep.json", deep)
            try $0.write("number.json", "42")
            try $0.write("list.json", #"["a", 1, null]"#)
        }
        #expect(run.added == 2)
        #expect(run.failed >= 3)
    }

    @Test("HTML nested a hundred thousand deep ends")
    func deepHTML() throws {
        let page = String(repeating: "<div>", count: 100_000) + "A bakery burned down in the night."
        let store = try ReportStore()
        try store.write("deep.html", page)
        try store.write("a.txt", "A quarry was shelled.")
        let outcome = try store.run("index", store.reports)
        #expect([0, 1].contains(outcome.status))
        #expect(try store.ids("quarry") == ["a.txt"])
    }
}
