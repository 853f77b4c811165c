import Testing

@testable import Sitrep

@Suite("A first build that is written in bulk is the index that the library would have written")
struct BulkBuildTests {
    /// Reports in files of every kind, some of them copies, some with lines that their source repeats, some that fail.
    private static func write(to folder: ScratchFolder) throws {
        var random = SeededGenerator(seed: 11)
        var lines: [String] = []
        for number in 0..<260 {
            let count = Int.random(in: 1...6, using: &random)
            var text = (0..<count).map { _ in RandomReports.sentence(&random) }.joined(separator: "\n\n")
            if number % 9 == 0 { text = String(repeating: "The same words were told by two agencies. ", count: 4) }
            if number % 3 == 0 { text += "\n\nShare the page of outlet \(number % 5)\nOffice \(number % 40)" }
            if number % 50 == 7 { text += "\u{0}" + String(repeating: "ж", count: 300) }
            if number % 2 == 0 {
                try folder.write("reports/\(number % 7)/\(number).txt", "Title \(number)\n\n" + text)
            } else {
                let body = text.replacing("\n", with: "\\n").replacing("\u{0}", with: "")
                let id = number % 31 == 0 ? "again" : "n\(number)"
                let outlet = "Outlet \(number % 5)"
                lines.append(
                    #"{"id":"\#(id)","source":"\#(outlet)","date":"2024-05-0\#(number % 9 + 1)","#
                        + #""region":["Own place/\#(number % 4)"],"text":"\#(body)"}"#
                )
            }
        }
        lines.append("{ no record")
        try folder.write("reports/many.jsonl", lines.joined(separator: "\n"))
        try folder.write("reports/empty.txt", "")
    }

    private func build(_ folder: ScratchFolder, _ name: String, inBulk: Bool) throws -> WholeContent {
        var options = Indexer.Options()
        options.writesInBulk = inBulk
        let summary = try Indexer(index: folder(name), options: options).index([folder("reports")])
        #expect(summary.added > 200)
        #expect(!summary.failures.isEmpty)
        return try WholeContent(folder(name))
    }

    @Test("Documents, lists, values, texts and metadata are the same, and what was added can be changed")
    func same() throws {
        let folder = try ScratchFolder()
        try Self.write(to: folder)
        var bulk = try build(folder, "bulk", inBulk: true)
        var plain = try build(folder, "plain", inBulk: false)
        for round in 0..<2 {
            expectEqual(bulk, plain)
            #expect(plain.metadata.keys.contains { $0.starts(with: RepeatedLine.metadataPrefix.utf8) })
            guard round == 0 else { break }
            try folder.write("reports/2/2.txt", "Title\n\nAnother text of drones near Kyiv, which is new.")
            try folder.write("reports/new.txt", "A new report of a drone over Kherson at night.")
            for name in ["bulk", "plain"] {
                let summary = try Indexer(index: folder(name)).reindex()
                #expect(summary.changed == 1 && summary.added == 1)
            }
            bulk = try WholeContent(folder("bulk"))
            plain = try WholeContent(folder("plain"))
        }
    }

    @Test("An index of nothing", arguments: [true, false])
    func nothing(inBulk: Bool) throws {
        let folder = try ScratchFolder()
        try folder.write("reports/empty.pdf", "x")
        var options = Indexer.Options()
        options.writesInBulk = inBulk
        #expect(try Indexer(index: folder("index"), options: options).index([folder("reports")]).added == 0)
        #expect(try WholeContent(folder("index")).records.isEmpty)
        try folder.write("reports/one.txt", "One report.")
        #expect(try Indexer(index: folder("index")).reindex().added == 1)
        #expect(try WholeContent(folder("index")).records.count == 1)
    }

    @Test("Lines at edges are told in a table of fixed size, and never one with too few stories")
    func edgeLines() {
        var random = SeededGenerator(seed: 3)
        var table = EdgeLineTable()
        var stories: [RepeatedLine: Set<StoryHash>] = [:]
        var told = 0
        for _ in 0..<60_000 {
            // A few lines come often, most come seldom.
            let isFrequent = Bool.random(using: &random)
            let line = RepeatedLine(hash: UInt64.random(in: 0..<(isFrequent ? 50 : 40_000_000), using: &random))
            let story = StoryHash(hash: UInt32.random(in: 0..<9, using: &random))
            stories[line, default: []].insert(story)
            let isTold = table.count(EdgeTerm(line: line, isCut: false, story: story))
            if isTold { told += 1 }
            #expect(!isTold || stories[line]?.count ?? 0 >= RepeatedLine.threshold)
        }
        #expect(told > 10_000)
    }
}
