#if os(Linux)
import Foundation
import Testing

/// What one process takes that goes on for long.
@Suite("A process that answers many queries")
struct LongProcessTests {
    /// Ten thousand with `make test-readers`, fewer with every change of the program.
    private static let queries = ProcessInfo.processInfo.environment["SITREP_READERS_SECONDS"] == nil ? 1_500 : 10_000
    private static let warm = 500
    /// In bytes: what the allocator may keep more or less of at any moment.
    private static let slack = 4 << 20

    private struct Line: Decodable {
        var queryId: String
    }

    @Test("takes no more memory behind the last than behind the first hundreds")
    func memory() throws {
        let index = try SampleIndex.shared
        let folder = try TemporaryFolder()
        let words = [
            "drones", "kyiv", "\"air defence\"", "missil*", "region:kharkiv", "shahed OR scalp", "convoy", "drnoes",
        ]
        var text = ""
        for number in 0..<Self.queries {
            let (first, second) = (words[number % 8], words[number / 8 % 8])
            text += "\(number)\t\(first) \(number.isMultiple(of: 3) ? "" : second)\n"
        }
        let process = Process()
        process.executableURL = SitrepProcess.executable
        process.arguments = [
            "search", "--queries", try folder.write("queries.tsv", text), "--any", "--limit", "3", "--format", "ndjson",
            "--index", index.path,
        ]
        let output = Pipe()
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        defer { process.waitUntilExit() }
        var rest = Data()
        var (early, late) = (0, 0)
        // It is never further than a pipe full ahead of what has been read.
        while case let piece = output.fileHandleForReading.availableData, !piece.isEmpty {
            rest += piece
            while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
                let decoder = JSONDecoder()
                decoder.keyDecodingStrategy = .convertFromSnakeCase
                let line = try decoder.decode(Line.self, from: Data(rest[..<end]))
                rest.removeSubrange(...end)
                let number = try #require(Int(line.queryId))
                if early == 0, number >= Self.warm { early = try Self.memory(of: process) }
                if late == 0, number >= Self.queries - 60 { late = try Self.memory(of: process) }
            }
        }
        print("memory: \(early / 1024) kB behind \(Self.warm) queries, \(late / 1024) kB behind \(Self.queries)")
        #expect(early > 0 && late > 0 && late <= early + Self.slack)
    }

    /// What a process has for itself, in bytes.
    private static func memory(of process: Process) throws -> Int {
        let text = try String(contentsOfFile: "/proc/\(process.processIdentifier)/status", encoding: .utf8)
        let line = try #require(text.split(separator: "\n").first { $0.hasPrefix("RssAnon:") })
        return try #require(line.split(whereSeparator: { !$0.isNumber }).compactMap { Int($0) }.first) * 1024
    }
}
#endif
