import Testing

@testable import Sitrep

@Suite("A story of a thousand copies")
struct ManyCopiesTests {
    private static let count = 1_000

    /// A text with some of its words changed, another time others.
    private static func copy(_ number: Int) -> String {
        var generator = SeededGenerator(seed: UInt64(number))
        return (0..<100).map { word in
            generator.chance(8) ? "changed\(generator.number(0...9_999))" : "word\(word % 67)"
        }.joined(separator: " ")
    }

    private static func line(_ number: Int) -> String {
        #"{"id": "copy-\#(number)", "date": "2024-11-13", "text": "\#(copy(number))"}"#
    }

    @Test("It is one hit, and stays one story where a copy comes and another goes")
    func oneStory() throws {
        let folder = try ScratchFolder()
        try folder.write("reports/all.jsonl", (0..<Self.count).map(Self.line).joined(separator: "\n"))
        try folder.write("reports/first.jsonl", Self.line(Self.count))
        try folder.write("reports/other.jsonl", #"{"id": "other", "date": "2024-11-13", "text": "word1 word2 word3"}"#)
        let indexer = Indexer(index: folder("index"))
        _ = try indexer.index([folder("reports")])
        try check(folder, Self.count + 1)
        try folder.write("reports/second.jsonl", Self.line(Self.count + 1))
        _ = try indexer.reindex()
        try check(folder, Self.count + 2)
        Files.remove(folder("reports/first.jsonl"))
        _ = try indexer.reindex()
        try check(folder, Self.count + 1)

        let index = try SearchIndex(path: folder("index"))
        let all = try index.story(of: "copy-7").tellings
        #expect(all.count == Self.count + 1)
        let last = try index.story(of: "copy-7", limit: 5, offset: Self.count - 2)
        #expect(last.total == all.count && last.tellings.map(\.own) == all.suffix(3).map(\.own))
    }

    private func check(_ folder: ScratchFolder, _ size: Int) throws {
        let index = try SearchIndex(path: folder("index"))
        var request = SearchRequest()
        request.query = "word50 word51 word52"
        request.matchesAny = true
        request.groupsStories = true
        let results = try index.search(request)
        #expect(results.total == size && results.stories == 1)
        #expect(results.hits.map(\.similar) == [size - 1])
    }
}
