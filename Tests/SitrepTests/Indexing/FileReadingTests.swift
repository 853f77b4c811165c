import Testing

@testable import Sitrep

@Suite("Files are read in pieces of bounded size")
struct FileReadingTests {
    /// How many outcomes each piece of a file has.
    private func pieces(_ folder: ScratchFolder, _ name: String) throws -> [Int] {
        var jobs: [ChangeScan.Job] = []
        try SourceWalker().walk(folder(name)) { item in
            guard case .file(let file) = item else { return }
            jobs.append(ChangeScan.Job(source: 1, file: file, previous: nil, movedFrom: nil))
        }
        let reading = FileReading(
            reader: ReportReader(today: readingDay),
            vocabulary: .builtIn,
            repeated: RepeatedLines()
        )
        var pieces: [Int] = []
        try reading.run(jobs) { pieces.append($0.outcomes.count) }
        return pieces
    }

    private func record(_ number: Int, length: Int = 20) -> String {
        #"{"id":"\#(number)","text":"\#(String(repeating: "convoy ", count: length / 7 + 1))"}"#
    }

    @Test("A group ends with 32 records, or with a megabyte of text")
    func groups() throws {
        let folder = try ScratchFolder()
        try folder.write("many.jsonl", (0..<70).map { record($0) }.joined(separator: "\n"))
        #expect(try pieces(folder, "many.jsonl") == [32, 32, 6])
        try folder.write("long.jsonl", (0..<3).map { record($0, length: 600_000) }.joined(separator: "\n"))
        #expect(try pieces(folder, "long.jsonl") == [2, 1])
    }

    @Test("A small document is read by one thread, a large one in groups")
    func documents() throws {
        let folder = try ScratchFolder()
        try folder.write("small.json", "[" + (0..<70).map { record($0) }.joined(separator: ",") + "]")
        #expect(try pieces(folder, "small.json") == [70])
        try folder.write("large.json", "[" + (0..<3).map { record($0, length: 600_000) }.joined(separator: ",") + "]")
        #expect(try pieces(folder, "large.json") == [2, 1])
    }
}
