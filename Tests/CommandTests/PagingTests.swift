import Foundation
import Testing

@Suite("Counts alone, deep pages, and readers that leave")
struct PagingTests {
    private let index: SampleIndex

    init() throws { index = try SampleIndex.shared }

    @Test("--limit 0 gives the total and the facets, and no hits")
    func countsAlone() throws {
        let full = try index.search("drones")
        let counts = try index.search("drones", "--limit", "0")
        #expect(counts.hits.isEmpty && counts.total == full.total && counts.facets?.region == full.facets?.region)
        let text = try index.run("search", "drones", "--limit", "0")
        #expect(
            text.status == 0 && text.lines[0].hasPrefix("\(full.total) reports (")
                && text.lines[0].contains(" stories) for drones")
        )
        #expect(!text.lines[0].contains("shown") && text.text.contains("\nRegion  Ukraine "))
        #expect(try index.run("search", "drones", "--limit", "0", "--format", "ndjson").output.isEmpty)
        #expect(try index.run("search", "drones", "--limit", "0", "--format", "csv").lines.count == 1)
        for format in ["text", "json", "ndjson", "csv", "trec"] {
            #expect(try index.run("search", "drones", "--limit", "0", "--format", format).status == 0)
            #expect(try index.run("search", "nosuchword", "--limit", "0", "--format", format).status == 1)
        }
    }

    @Test("A page beyond the last is empty, and no error", arguments: ["1000000", "4294967296", "9223372036854775807"])
    func beyond(offset: String) throws {
        let total = try index.search("drones").total
        for limit in ["1", "10", "all"] {
            let answer = try index.search("drones", "--offset", offset, "--limit", limit)
            #expect(answer.hits.isEmpty && answer.total == total && answer.facets?.region.isEmpty == false)
        }
        for format in ["text", "json", "ndjson", "csv", "trec"] {
            let arguments = ["search", "drones", "--offset", offset, "--format", format]
            #expect(try index.run(arguments).status == 0)
            #expect(try index.run(["search", "nosuchword"] + arguments.dropFirst(2)).status == 1)
        }
        #expect(try index.run("search", "drones", "--offset", offset, "--expand").status == 0)
        #expect(try index.run("search", "drones", "--offset", offset, "--paths").output.isEmpty)
    }

    @Test("Pages follow each other without gaps")
    func pages() throws {
        let all = try index.search("drones", "--limit", "all").ids
        var paged: [String] = []
        for offset in stride(from: 0, to: all.count, by: 7) {
            let page = try index.search("drones", "--offset", String(offset), "--limit", "7")
            #expect(page.hits.first?.rank == offset + 1)
            paged += page.ids
        }
        #expect(paged == all)
    }

    @Test("A reader that leaves early ends the program without a word", arguments: ["text", "json", "ndjson", "csv"])
    func head(format: String) throws {
        // Many lines, far more than a pipe holds.
        let store = try ReportStore()
        let lines = (0..<3000).map {
            #"{"id": "r\#($0)", "title": "Convoy \#($0)", "text": "A convoy of \#($0) lorries."}"#
        }
        try store.write("many.jsonl", lines.joined(separator: "\n"))
        try store.build()
        let script = #""$0" search --index "$1" convoy --limit all --format "$2" 2>"$3"; echo "$?" >"$4""#
        let errors = try store.folder.write("errors", "")
        let status = try store.folder.write("status", "")
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = [
            "-c", "{ \(script); } | head -n 1 >/dev/null", SitrepProcess.executable.path, store.index, format, errors,
            status,
        ]
        process.standardInput = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        #expect(try String(contentsOfFile: errors, encoding: .utf8).isEmpty)
        #expect(["0\n", "141\n"].contains(try String(contentsOfFile: status, encoding: .utf8)))
    }
}
