import Testing

@testable import Sitrep

@Suite("A dump of an index")
struct DumpTests {
    private func dump(_ path: String) throws -> [DumpPart] { try Dumped.parts(path) }

    @Test(
        "is the same whether the index was built at once or by many runs, in bulk or not, with saved states or in shards",
        arguments: [21, 22] as [UInt64]
    )
    func ways(seed: UInt64) throws {
        var reports = ChangingReports(folder: try ScratchFolder(), random: SeededGenerator(seed: seed))
        let (runs, copies) = (reports.folder("runs"), reports.folder("copies"))
        var copying = Indexer.Options()
        copying.inPlaceBytes = 0
        for round in 0..<4 {
            try reports.add(round == 0 ? 90 : 25)
            if round > 0 { try reports.change(9) }
            _ = try Indexer(index: runs).index([reports.folder("reports")])
            _ = try Indexer(index: copies, options: copying).index([reports.folder("reports")])
        }
        let expected = try dump(runs)
        #expect(try dump(copies) == expected)

        var options: [String: Indexer.Options] = ["once": Indexer.Options()]
        var piecewise = Indexer.Options()
        piecewise.writesInBulk = false
        options["piecewise"] = piecewise
        var saving = Indexer.Options()
        saving.savesAfter = 20
        options["saving"] = saving
        var spread = Indexer.Options()
        spread.shards = 2
        options["spread"] = spread
        for (name, options) in options {
            _ = try Indexer(index: reports.folder(name), options: options).index([reports.folder("reports")])
            #expect(try dump(reports.folder(name)) == expected, "\(name)")
        }
        _ = try Indexer(index: runs).compact()
        #expect(try dump(runs) == expected)
        _ = try Indexer(index: runs).reindex(rebuilding: true)
        #expect(try dump(runs) == expected)
    }

    @Test("comes by id, and tells each story once, whole")
    func order() throws {
        var reports = ChangingReports(folder: try ScratchFolder(), random: SeededGenerator(seed: 23))
        try reports.add(120)
        _ = try Indexer(index: reports.folder("index")).index([reports.folder("reports")])
        let all = try dump(reports.folder("index")).compactMap(\.report)
        #expect(all.count == 120)
        for (one, next) in zip(all, all.dropFirst()) {
            #expect(one.id.utf8.lexicographicallyPrecedes(next.id.utf8))
        }
        let stories = Dictionary(grouping: all.filter { $0.story != nil }) { $0.story ?? "" }
        #expect(!stories.isEmpty)
        for (first, members) in stories {
            #expect(members.count > 1 && members[0].id == first)
            #expect(members[0].storyMembers == members.map(\.id))
            let others = members.dropFirst().flatMap { $0.storyMembers }
            #expect(others.isEmpty)
        }
    }

    @Test("tells the order in which sources were named no more than their numbers")
    func sources() throws {
        let folder = try ScratchFolder()
        try folder.write("a/1.txt", "A convoy of forty lorries near Lviv.")
        try folder.write("b/2.txt", "A drone fell on Odesa.")
        try folder.write("b/3.txt", "A drone fell on Kherson.")
        _ = try Indexer(index: folder("one")).index([folder("a"), folder("b")])
        _ = try Indexer(index: folder("two")).index([folder("b")])
        _ = try Indexer(index: folder("two")).index([folder("a")])
        let parts = try dump(folder("one"))
        #expect(try dump(folder("two")) == parts)
        #expect(
            parts.filter { $0.report == nil }.dropLast() == [
                .source(path: folder("a"), excluded: []), .source(path: folder("b"), excluded: []),
                .file(source: folder("a"), path: "1.txt", reports: 1),
                .file(source: folder("b"), path: "2.txt", reports: 1),
                .file(source: folder("b"), path: "3.txt", reports: 1),
            ]
        )
        guard case .index(3, _, false)? = parts.last else { return #expect(Bool(false), "\(parts.last as Any)") }
    }

    @Test("differs where a report does, in what it says of it")
    func difference() throws {
        let folder = try ScratchFolder()
        try folder.write("a/1.txt", "A convoy of forty lorries near Lviv.")
        let indexer = Indexer(index: folder("index"))
        _ = try indexer.index([folder("a")])
        let before = try #require(try dump(folder("index")).compactMap(\.report).first)
        #expect(before.values[.region]?.map(\.path.last) == ["Lviv"])
        #expect(before.values[.region]?.first?.spans.count == 1)
        try folder.write("a/1.txt", "A convoy of fifty lorries near Lviv.")
        _ = try indexer.reindex()
        let after = try #require(try dump(folder("index")).compactMap(\.report).first)
        #expect(after.textDigest != before.textDigest && after.termsDigest != before.termsDigest)
        #expect(after.valuesDigest != before.valuesDigest && after.digest != before.digest)
    }
}

/// What a dump hands over.
enum Dumped {
    /// All of it, without when reports came in, which differs between builds.
    static func parts(_ path: String) throws -> [DumpPart] {
        var parts: [DumpPart] = []
        try SearchIndex(path: path).dump { part in
            guard case .report(var report) = part else { return parts.append(part) }
            report.added = ""
            parts.append(.report(report))
        }
        return parts
    }
}

extension DumpPart {
    /// The report; `nil` for another part.
    var report: DumpedReport? {
        guard case .report(let report) = self else { return nil }
        return report
    }
}
