import Synchronization
import Testing

@testable import Sitrep

@Suite("Reports that are as they were are not made ready again")
struct KnownReportsTests {
    /// What a run said of its reports last.
    private final class Seen: Sendable {
        let state = Mutex((reports: 0, known: 0))
    }

    /// How many reports a run over `reports` made ready, and what it did.
    private func run(_ folder: ScratchFolder, inPlace: Bool = true) throws -> (prepared: Int, summary: RunSummary) {
        let seen = Seen()
        var options = Indexer.Options()
        if !inPlace { options.inPlaceBytes = 0 }
        options.progress = { progress in
            if progress.phase == .reading { seen.state.withLock { $0 = (progress.reports, progress.known) } }
        }
        let summary = try Indexer(index: folder("index"), options: options).index([folder("reports")])
        return (seen.state.withLock { $0.reports - $0.known }, summary)
    }

    private func write(_ lines: [String], to folder: ScratchFolder) throws {
        try folder.write("reports/all.jsonl", lines.joined(separator: "\n"))
        try folder.write(
            "reports/array.json",
            "["
                + lines.map { $0.replacing("\"id\":\"", with: "\"id\":\"of array ") }
                .joined(separator: ",\n") + "]"
        )
    }

    @Test("A file that grew costs its new reports", arguments: [true, false])
    func grown(inPlace: Bool) throws {
        let folder = try ScratchFolder()
        var random = SeededGenerator(seed: 4)
        var lines = (0..<90).map { RandomReports.line(id: $0 % 5 == 0 ? "again \($0)" : "n\($0)", &random) }
        try write(lines, to: folder)
        #expect(try run(folder, inPlace: inPlace).prepared == 180)
        lines += (90..<100).map { RandomReports.line(id: "n\($0)", &random) }
        try write(lines, to: folder)
        let grown = try run(folder, inPlace: inPlace)
        #expect(grown.prepared == 20)
        #expect(grown.summary.added == 20 && grown.summary.unchanged == 180 && grown.summary.failures.isEmpty)
        // One changes, one goes, one comes twice, and all stand elsewhere.
        lines[7] = RandomReports.line(id: "n7", &random)
        lines.remove(at: 40)
        lines.shuffle(using: &random)
        lines.append(lines[3])
        try write(lines, to: folder)
        let changed = try run(folder, inPlace: inPlace)
        #expect(changed.prepared == 2)
        #expect(changed.summary.changed == 2 && changed.summary.removed == 2 && changed.summary.added == 0)
        #expect(changed.summary.unchanged == 196)
        let reasons = changed.summary.failures.map(\.reason)
        #expect(reasons.count == 2 && reasons.allSatisfy { $0.hasPrefix("another report has the same id: ") })
        #expect(changed.summary.failures.contains { $0.line == 100 })
        let content = try WholeContent(folder("index"))
        #expect(content.records.count == 198)
        // Built at once, it holds the same reports; only the numbers of their documents differ.
        _ = try Indexer(index: folder("anew")).index([folder("reports")])
        let anew = try WholeContent(folder("anew"))
        func described(_ content: WholeContent) -> [String: String] {
            Dictionary(uniqueKeysWithValues: content.records.values.map { ($0.id, $0.title + $0.digest) })
        }
        #expect(described(content) == described(anew))
    }

    @Test("The same bytes in another file, or under another path, are another report")
    func elsewhere() throws {
        let folder = try ScratchFolder()
        var random = SeededGenerator(seed: 6)
        let lines = (0..<8).map { _ in RandomReports.line(id: nil, &random) }
        try folder.write("reports/a.jsonl", lines[..<5].joined(separator: "\n"))
        try folder.write("reports/b.jsonl", lines[5...].joined(separator: "\n"))
        _ = try run(folder)
        try folder.write("reports/a.jsonl", lines[..<4].joined(separator: "\n"))
        try folder.write("reports/b.jsonl", lines[3...].joined(separator: "\n"))
        let second = try run(folder)
        #expect(second.prepared == 2)
        #expect(second.summary.added == 2 && second.summary.removed == 1 && second.summary.unchanged == 7)
    }
}
