import Foundation
import Testing

@Suite("Safe output")
struct OutputSafetyTests {
    /// Turns the writing, moves the cursor, sets the title of the window, rings the bell.
    private static let tricks = "A\u{1B}[2J\u{1B}]0;owned\u{7}B\u{8}\u{202E}C\u{2066}D\u{9B}31mE\u{7F}F\r\u{2028}G"

    private func store() throws -> ReportStore {
        let store = try ReportStore()
        let record = ["title": "Title " + Self.tricks, "text": "A convoy " + Self.tricks, "source": "S" + Self.tricks]
        let json = try JSONSerialization.data(withJSONObject: record)
        try store.write("rec\u{1B}[31m\u{202E}ord.json", json)
        try store.write("bad\u{1B}[31m\u{202E}.json", "{")
        try store.write(
            "page\u{202E}.html",
            "<title>\(Self.tricks)</title><p>A convoy of lorries \(Self.tricks) passed.</p>"
        )
        return store
    }

    /// Whether nothing but text, line breaks and, where allowed, colours are there.
    private func isClean(_ text: String, allowsColors: Bool = false) -> Bool {
        var text = text
        if allowsColors { text = text.replacing(/\u{1B}\[[0-9;]*m/, with: "") }
        return text.unicodeScalars.allSatisfy { scalar in
            switch scalar.value {
            case 0x0A: true
            case 0..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069, 0x2028, 0x2029: false
            default: true
            }
        }
    }

    @Test("Control characters and changes of direction never reach the terminal", arguments: ["never", "always"])
    func tricks(color: String) throws {
        let store = try store()
        let build = try store.run("index", store.reports, "--exclude", Self.tricks, "--color", color)
        #expect(build.status == 1)
        let ids = try store.search("convoy").ids
        #expect(ids.count == 2)
        let query = "convoy " + Self.tricks
        var outcomes = [build]
        for command in [
            ["search", "convoy"], ["search", query], ["search", query, "--color", color], ["facets"],
            ["search", "--region", Self.tricks], ["search", "--from", Self.tricks], ["search", "(" + Self.tricks],
            ["search", "--source", Self.tricks], ["search", "--format", Self.tricks], ["show", Self.tricks],
            ["status"], ["extract"], ["show"] + ids, ["forget", Self.tricks], ["reindex", "--verbose"],
            ["search", "--path", Self.tricks],
            ["search", "date:" + Self.tricks.replacingOccurrences(of: "\r", with: "")],
        ] {
            let arguments = command + ["--color", color]
            outcomes.append(
                command[0] == "extract"
                    ? try SitrepProcess.run(arguments + [store.reports, "--verbose"]) : try store.run(arguments)
            )
        }
        for outcome in outcomes {
            #expect(isClean(outcome.text, allowsColors: color == "always"), "\(outcome.text.debugDescription)")
            #expect(isClean(outcome.errors), "\(outcome.errors.debugDescription)")
        }
    }

    @Test("JSON and NDJSON stay JSON, whatever the texts")
    func json() throws {
        let store = try store()
        _ = try store.run("index", store.reports)
        #expect(try store.search("convoy").total == 2)
        let outcome = try store.run("search", "convoy", "--all", "--format", "ndjson")
        #expect(outcome.lines.count == 2)
        _ = try outcome.objects(HitAnswer.self)
    }

    @Test("Colours: only when asked for, unless there is a terminal")
    func colors() throws {
        let index = try SampleIndex.shared
        func isColored(_ choice: String?, _ environment: [String: String]) throws -> Bool {
            let arguments = ["search", "drones"] + (choice.map { ["--color", $0] } ?? [])
            return try index.run(arguments, environment: environment).text.contains("\u{1B}[")
        }
        #expect(try isColored("always", [:]))
        #expect(try isColored("always", ["TERM": "dumb"]))
        #expect(try !isColored("never", ["TERM": "xterm"]))
        #expect(try !isColored(nil, ["TERM": "xterm"]))
        #expect(try !isColored("auto", ["TERM": "xterm", "NO_COLOR": "1"]))
    }

    @Test("A reader that stops reading is no error")
    func brokenPipe() throws {
        let index = try SampleIndex.shared
        for format in ["ndjson", "text"] {
            let pipe = Pipe()
            try pipe.fileHandleForReading.close()
            let outcome = try SitrepProcess.run(
                ["search", "--all", "--index", index.path, "--format", format, "--limit", "all"],
                output: pipe.fileHandleForWriting
            )
            #expect(outcome.status == 0)
            #expect(outcome.errors.isEmpty)
        }
    }

    @Test("A full disk is an I/O error", .enabled(if: FileManager.default.fileExists(atPath: "/dev/full")))
    func fullDisk() throws {
        let index = try SampleIndex.shared
        let full = try #require(FileHandle(forWritingAtPath: "/dev/full") as FileHandle?)
        let outcome = try SitrepProcess.run(["search", "--index", index.path, "drones"], output: full)
        #expect(outcome.status == 74)
        #expect(outcome.errors.hasPrefix("sitrep: error: "))
    }

    @Test("Queries of ten thousand words, and values without end")
    func longInput() throws {
        let index = try SampleIndex.shared
        // One argument holds at most 128 KiB on Linux.
        let many = (0..<10_000).map { "w\($0 % 5000)" }.joined(separator: " ")
        #expect(try index.run("search", many).status == 1)
        let known = Array(repeating: "kyiv", count: 10_000).joined(separator: " ")
        #expect(try index.run("search", known, "--facets", "0").status == 0)
        let long = String(repeating: "abc", count: 40_000)
        #expect(try index.run("search", long).status == 1)
        for option in ["--region", "--weapon", "--source", "--language", "--from", "--index", "--format"] {
            let outcome = try index.run("search", option, long)
            #expect((64...74).contains(outcome.status), "\(option) \(outcome.status)")
            #expect(outcome.errors.hasPrefix("sitrep: error: "))
        }
        #expect(try index.run("search", "--path", long).status == 1)
        try index.run("show", long).expectError(66)
        let ors = (0..<9000).map { "w\($0)" }.joined(separator: " OR ")
        #expect(try index.run("search", ors).status == 1)
    }
}
