import Foundation
import Testing

@testable import SitrepCommand

@Suite("Text on a terminal")
struct TerminalTests {
    private let index: SampleIndex

    init() throws { index = try SampleIndex.shared }

    private func lines(
        _ arguments: [String],
        columns: Int,
        environment: [String: String] = ["TERM": "xterm"]
    ) throws -> [String] {
        let command = arguments + (arguments[0] == "extract" ? [] : ["--index", index.path])
        let outcome = try SitrepProcess.runOnTerminal(command, columns: columns, environment: environment)
        #expect(outcome.status == 0, "\(arguments) \(outcome.errors)")
        return outcome.text.components(separatedBy: "\n")
    }

    /// The text as a reader sees it.
    private func plain(_ line: String) -> String {
        var scalars = String.UnicodeScalarView()
        scalars.append(contentsOf: EscapeSequences.removed(from: line.unicodeScalars))
        return String(scalars)
    }

    static let commands: [[String]] = [
        ["search", "drones", "kyiv"], ["search", "Київ", "--explain"], ["search", "ракета"],
        ["facets", "drones"], ["facets", "--tree"], ["facets", "--facets", "all"],
        ["facets", "--by", "weapon", "--by", "region"], ["facets", "--unusual", "--region", "Kursk"],
        ["timeline"], ["timeline", "--by", "day", "--date", "happened"], ["show", "notes/el-fasher.md", "col-006"],
        ["doctor"], ["vocabulary", "show"], ["vocabulary", "show", "Kyiv"],
        ["extract", SampleIndex.corpus + "/notes/el-fasher.md"],
    ]

    @Test("Nothing is wider than the terminal but a word that is", arguments: commands, [60, 80, 200])
    func widths(arguments: [String], columns: Int) throws {
        for line in try lines(arguments, columns: columns) {
            let text = plain(line)
            let isOneWord = text.trimmingCharacters(in: .whitespaces).split(separator: " ").count < 3
            #expect(DisplayWidth.columns(text) <= columns || isOneWord, "\(text)")
        }
    }

    @Test("A pipe gets each title, snippet and list on one line")
    func pipe() throws {
        let text = try index.run("search", "drones", "kyiv", "--limit", "1").text
        let answer = try index.search("drones", "kyiv", "--limit", "1")
        let hit = try #require(answer.hits.first)
        #expect(text.contains("\n1. \(hit.title)\n"))
        #expect(text.contains("\n   \(hit.snippet)\n"))
        let longest = text.split(separator: "\n").first { $0.hasPrefix("Region  ") }
        #expect((longest?.count ?? 0) > 120)
        // One list below the other, and no path cut.
        let facets = try index.run("facets", "--facets", "all").lines
        #expect(facets.contains("Region") && facets.contains("Actor") && facets.contains("Weapon"))
        #expect(!facets.contains { $0.contains("…") })
        // A terminal's width that somebody hands on is honoured, as that of watch.
        let narrow = try index.run(["search", "drones", "kyiv"], environment: ["COLUMNS": "60"]).lines
        #expect(narrow.allSatisfy { $0.count <= 60 })
    }

    @Test("Facets stand side by side on a wide terminal")
    func facets() throws {
        let wide = try lines(["search", "drones", "--color", "never"], columns: 200)
        #expect(wide.contains { $0.hasPrefix("Region ") && $0.contains(" Actor ") && $0.contains(" Month") })
        let narrow = try lines(["search", "drones", "--color", "never"], columns: 80)
        #expect(narrow.contains { $0.hasPrefix("Region  Ukraine ") })
        let counts = try lines(["facets", "--color", "never"], columns: 200)
        #expect(counts.contains { $0.hasPrefix("Region ") && $0.contains(" Actor ") && $0.contains(" Source ") })
    }

    @Test("A facet's name stands once on a terminal, and on each line in a pipe")
    func extracted() throws {
        let arguments = ["extract", SampleIndex.corpus + "/notes/el-fasher.md", "--color", "never"]
        let shown = try lines(arguments, columns: 80).filter { $0.hasPrefix("region ") }
        #expect(shown.count == 1)
        let piped = try SitrepProcess.run(arguments).lines.filter { $0.hasPrefix("region     ") }
        #expect(piped.count > 5 && piped.contains("region     Sudan/Darfur  2 times, as “Darfur”"))
    }

    @Test("Colours and links, as the terminal and the user want them")
    func escapes() throws {
        func escapes(_ options: [String], _ environment: [String: String]) throws -> [Bool] {
            let text = try lines(["search", "drones", "--limit", "1"] + options, columns: 80, environment: environment)
                .joined()
            return [text.contains("\u{1B}["), text.contains("\u{1B}]8;;file://")]
        }
        #expect(try escapes([], ["TERM": "xterm"]) == [true, true])
        #expect(try escapes([], ["TERM": "xterm", "NO_COLOR": "1"]) == [false, true])
        #expect(try escapes([], ["TERM": "dumb"]) == [false, false])
        #expect(try escapes([], [:]) == [false, false])
        #expect(try escapes(["--color", "never"], ["TERM": "xterm"]) == [false, true])
        #expect(try escapes(["--hyperlinks", "never"], ["TERM": "xterm"]) == [true, false])
        #expect(try escapes(["--hyperlinks", "always"], ["TERM": "dumb"]) == [false, true])
        let piped = try index.run("search", "drones", "--limit", "1", "--hyperlinks", "always").text
        let hit = try #require(try index.search("drones", "--limit", "1").hits.first)
        #expect(piped.contains("\(hit.path)\u{1B}\\\(hit.title)\u{1B}]8;;\u{1B}\\"))
        #expect(try !index.run("show", hit.id).text.contains("\u{1B}"))
        #expect(try index.run("show", hit.id, "--hyperlinks", "always").text.contains("\u{1B}]8;;file://"))
    }

    @Test("Titles and passages from right to left leave the line as it is")
    func rightToLeft() throws {
        let store = try ReportStore()
        let text = "قصفت الطائرات المسيّرة مدينة غزة في الليل ، وقالت الوزارة إن convoy احترق."
        try store.write("a.json", Data(#"{"id": "أخبار", "title": "غارة على غزة 2024", "text": "\#(text)"}"#.utf8))
        try store.build()
        func shown(_ environment: [String: String]) throws -> String {
            let command = ["search", "--index", store.index, "convoy", "--color", "never"]
            return try SitrepProcess.runOnTerminal(command, columns: 80, environment: environment).text
        }
        let lines = try shown(["TERM": "xterm"])
        #expect(lines.contains("\u{2068}غارة على غزة 2024\u{2069}"), "\(lines)")
        #expect(lines.contains(" · \u{2068}أخبار\u{2069} · "))
        let passage = lines.split(separator: "\n").filter { $0.contains("الوزارة") || $0.contains("الطائرات") }
        #expect(!passage.isEmpty && passage.allSatisfy { $0.hasPrefix("   \u{2068}") && $0.hasSuffix("\u{2069}") })
        #expect(try !shown(["TERM": "dumb"]).contains("\u{2068}"))
        #expect(try !store.run("search", "convoy").text.contains("\u{2068}"))
    }

    @Test(
        "Nothing in a report acts on the terminal, in any format",
        arguments: ["text", "json", "ndjson", "csv", "trec"]
    )
    func tricks(format: String) throws {
        let store = try ReportStore()
        let tricks = "\u{1B}]0;x\u{7}\u{9B}2J\u{202E}\u{2066}\u{7F}\u{8}"
        let record = ["id": "i" + tricks, "title": "t" + tricks, "text": "A convoy " + tricks, "source": tricks]
        try store.write("a\(tricks).json", try JSONSerialization.data(withJSONObject: record))
        try store.build()
        for extra in [[], ["--paths"], ["--print0"]] where extra.isEmpty || format == "text" {
            let outcome = try SitrepProcess.runOnTerminal(
                ["search", "--index", store.index, "convoy", "--format", format, "--color", "never", "--hyperlinks"]
                    + ["never"] + extra,
                columns: 80
            )
            #expect(outcome.status == 0)
            let unsafe = outcome.text.replacing("\r\n", with: "\n").unicodeScalars.filter {
                $0 != "\n" && Printable.isUnsafe($0)
            }
            #expect(unsafe.isEmpty, "\(outcome.text.debugDescription)")
        }
    }
}
