import Foundation
import Testing

/// An index that an older version of the program wrote, packed in `Tests/OlderIndexes`, over files that are nowhere: nine
/// reports of two runs, of which one is marked and six are of one source's lines; and a saved search that had shown all.
@Suite("An index of an older version whose sources are gone")
struct OlderIndexTests {
    private let folder: TemporaryFolder
    private var index: String { folder.path("Index") }

    init() throws {
        folder = try TemporaryFolder()
        try FileManager.default.createDirectory(atPath: folder.path("Index"), withIntermediateDirectories: true)
        let packed = SampleIndex.package.appendingPathComponent("Tests/OlderIndexes/schema-7.tar.gz")
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["tar", "-xzf", packed.path, "-C", folder.path("Index")]
        try process.run()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0)
    }

    private func sitrep(_ arguments: String...) throws -> Outcome {
        try SitrepProcess.run(Array(arguments.prefix(1)) + ["--index", index] + arguments.dropFirst())
    }

    private struct Dumped: Decodable {
        var line: String
        var id: String?
        var added: String?
    }

    @Test("is told with the command that mends it, which then does: texts, arrivals, marks and what was seen")
    func upgrade() throws {
        for command in [
            ["search", "drones"], ["status"], ["forget", "/nowhere/reports"], ["mark", "x", "--tag", "y"],
        ] {
            let outcome = try SitrepProcess.run(Array(command.prefix(1)) + ["--index", index] + command.dropFirst())
            outcome.expectError(65, "an older sitrep (schema 7", "sitrep reindex --index")
        }
        let outcome = try sitrep("reindex", "--format", "json")
        #expect(outcome.status == 1)
        let run: RunAnswer = try outcome.json()
        #expect(run.stored == 9 && run.counts == [0, 0, 0, 0] && run.indexRevision == 4)
        #expect(run.failures.map(\.path) == ["/nowhere/reports"])
        #expect(run.remarks.contains { $0.contains("9 reports of /nowhere/reports") }, "\(run.remarks)")

        let reports: [Dumped] = try sitrep("dump", "--added").objects().filter { $0.line == "report" }
        let notes = (1...5).map { "notes/\($0).txt" } + ["notes/copy.txt"]
        #expect(reports.compactMap(\.id) == notes + ["wire-1", "wire-2", "wire-3"])
        let last = try #require(reports.last?.added)
        #expect(reports.allSatisfy { $0.added?.hasPrefix("2026-11-22T21:19:") == true })
        #expect(reports.dropLast().allSatisfy { $0.added ?? "" < last })
        // As the older version found it in the text, and as the record gave it.
        let found = try sitrep("search", "\"shot down\" region:odesa", "--all", "--limit", "all", "--keys")
        #expect(found.lines.count == 6)
        #expect(try sitrep("search", "region:\"New Pier\"", "--paths").lines == ["/nowhere/reports/feed.jsonl"])
        #expect(try sitrep("search", "tag:lead", "--paths").lines == ["/nowhere/reports/notes/2.txt"])
        // What was shown as new before is not new.
        #expect(try SitrepProcess.run(["saved", "run", "front", "--new", "--index", index]).status == 1)
        let check = try sitrep("check")
        #expect(check.status == 0, "\(check.text) \(check.errors)")
        #expect(try sitrep("reindex").text.contains("9 unchanged"))
        #expect(try sitrep("forget", "/nowhere/reports").text.contains("9 removed"))
    }

    @Test("says so to a person")
    func text() throws {
        let outcome = try sitrep("reindex")
        #expect(outcome.status == 1 && outcome.text.contains(", 9 from what the index held, 1 failed in "))
        #expect(outcome.errors.contains("sitrep: kept from what the index held: 9 reports of /nowhere/reports"))
    }
}
