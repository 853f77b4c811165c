import Foundation
import Testing

@Suite("A search that is still read while the index changes under it")
struct OvertakenReaderTests {
    private static let reports = 3_000

    private struct Line: Decodable {
        var rank: Int
        var id: String
    }

    /// Starts a search of all reports and reads no more than its first bytes, so that it waits with the first page.
    private func start(
        _ store: ReportStore,
        _ format: String
    ) throws -> (process: Process, output: Pipe, errors: Pipe, first: Data) {
        let process = Process()
        process.executableURL = SitrepProcess.executable
        let arguments = ["search", "--all", "--index", store.index, "convoy", "--limit", "all", "--format", format]
        process.arguments = arguments
        let (output, errors) = (Pipe(), Pipe())
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = output
        process.standardError = errors
        try process.run()
        let first = output.fileHandleForReading.readData(ofLength: 1_000)
        return (process, output, errors, first)
    }

    private func store() throws -> ReportStore {
        let store = try ReportStore()
        try store.write("feed.jsonl", Self.feed(word: "first"))
        try store.build()
        return store
    }

    private static func feed(word: String) -> String {
        let filler = String(repeating: "lorries passed Poltava on the road to the east ", count: 4)
        return (0..<reports)
            .map { #"{"id": "r-\#($0)", "title": "Convoy \#($0)", "text": "\#(word) convoy \#($0): \#(filler)."}"# }
            .joined(separator: "\n")
    }

    /// - Parameter change: what happens to the index while the search waits.
    private func check(_ format: String, _ change: (ReportStore, Int) throws -> Void) throws -> Int32 {
        let store = try store()
        let search = try start(store, format)
        #expect(search.process.isRunning, "the pipe takes less than the answer")
        for round in 0..<4 { try change(store, round) }
        let rest = search.output.fileHandleForReading.readDataToEndOfFile()
        let errors = String(decoding: search.errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        search.process.waitUntilExit()
        let text = String(decoding: search.first + rest, as: UTF8.self)
        let isWhole = search.process.terminationStatus == 0
        let lines = try Self.hits(of: text, format, isWhole: isWhole)
        // Whole lines of one state, from the first on, whether all or some; an object is whole or has no end.
        #expect(text.hasSuffix("\n") == (isWhole || format == "ndjson"))
        #expect(lines.map(\.rank) == Array(1...max(1, lines.count)))
        #expect(Set(lines.map(\.id)).count == lines.count)
        switch search.process.terminationStatus {
        case 0: #expect(lines.count == Self.reports && errors.isEmpty, "\(errors)")
        case 74:
            #expect(lines.count < Self.reports)
            #expect(errors.contains("changed") && errors.contains("again"), "\(errors)")
        default: Issue.record("status \(search.process.terminationStatus): \(errors)")
        }
        // The same command again reads the new state.
        #expect(try store.run("search", "convoy", "--limit", "1").status == 0)
        return search.process.terminationStatus
    }

    /// The hits that were written, of an object that is not whole those up to its end.
    private static func hits(of text: String, _ format: String, isWhole: Bool) throws -> [Line] {
        let decoder = JSONDecoder()
        if format == "ndjson" {
            return try text.split(separator: "\n").map { try decoder.decode(Line.self, from: Data($0.utf8)) }
        }
        struct Answer: Decodable {
            var hits: [Line]
        }
        if isWhole { return try decoder.decode(Answer.self, from: Data(text.utf8)).hits }
        #expect(throws: DecodingError.self) { try decoder.decode(Answer.self, from: Data(text.utf8)) }
        let start = try #require(text.firstRange(of: "\"hits\":["))
        return try decoder.decode([Line].self, from: Data(("[" + text[start.upperBound...] + "]").utf8))
    }

    @Test("Runs that change it in place: all hits, or an I/O error that says so", arguments: ["ndjson", "json"])
    func changedInPlace(format: String) throws {
        _ = try check(format) { store, round in
            try store.write("new-\(round).txt", "A convoy of round \(round).")
            try store.reindex()
        }
    }

    @Test(
        "A new generation takes the old one's place: the reader keeps what it has open",
        arguments: ["ndjson", "json"]
    )
    func rebuilt(format: String) throws {
        let status = try check(format) { store, round in
            try store.write("feed.jsonl", Self.feed(word: "round\(round)"))
            try store.reindex("--rebuild")
        }
        #expect(status == 0)
    }
}
