import Testing
import Xapian

@testable import Sitrep

/// Which report an entry of the file is about.
extension MarksRunTests {
    @Test("An entry is about the report with its id, else about the one with its content, of several the smallest id")
    func resolution() throws {
        try mark("r1") { $0.tags = ["t"] }
        // Another record of the file changes, then this one does.
        try folder.write(
            "reports/many.jsonl",
            #"{"id": "r1", "text": "A convoy passed Odesa.", "weapon": ["Drone"]}"# + "\n"
                + #"{"id": "r2", "text": "No convoy came."}"#
        )
        _ = try Indexer(index: index).reindex()
        #expect(try ids("tag:t") == ["r1"])
        #expect(try SearchIndex(path: index).marks().map(\.state) == [.same])
        try folder.write("reports/many.jsonl", #"{"id": "r1", "text": "Two convoys passed Odesa."}"#)
        _ = try Indexer(index: index).reindex()
        #expect(try ids("tag:t") == ["r1"])
        #expect(try SearchIndex(path: index).checkup().marks.map(\.state) == [.changed])
        try mark("r1") { $0.tags = ["t"] }
        #expect(try SearchIndex(path: index).checkup().marks.isEmpty)
        // A file moves, and a copy of it comes.
        try mark("c.txt") { $0.tags = ["c"] }
        let text = "2024-11-15\n\nRussian troops left Kherson with ATACMS debris behind them."
        Files.remove(folder("reports/c.txt"))
        try folder.write("reports/z.txt", text)
        try folder.write("reports/y.txt", text)
        _ = try Indexer(index: index).reindex()
        #expect(try ids("tag:c") == ["y.txt"])
        #expect(try SearchIndex(path: index).marks().map(\.state) == [.same, .moved])
        // It goes, and comes back.
        Files.remove(folder("reports/y.txt"))
        Files.remove(folder("reports/z.txt"))
        _ = try Indexer(index: index).reindex()
        #expect(throws: SitrepError.self) { try ids("tag:c") }
        #expect(try SearchIndex(path: index).checkup().marks.map(\.state) == [.gone])
        try folder.write("reports/c.txt", text)
        _ = try Indexer(index: index).reindex()
        #expect(try ids("tag:c") == ["c.txt"])
    }

    @Test("Another report under the name of one that was marked does not inherit its marks")
    func replaced() throws {
        let marked = "2024-11-15\n\nRussian troops left Kherson with ATACMS debris behind them."
        let other = "2024-11-16\n\nA quiet day in the harbour of Odesa."
        let digest = SHA256Digest.hex(marked.utf8)
        let entry = "marks:\n- id: c.txt\n  sha256: \(digest)\n  tags: [t]\n"
        // Moved, and another one saved under its name, in one run.
        try folder.write("index/marks.yaml", entry + "  at: 2001-01-01T00:00:00Z\n")
        try folder.write("reports/z.txt", marked)
        try folder.write("reports/c.txt", other)
        _ = try Indexer(index: index).reindex()
        #expect(try ids("tag:t") == ["z.txt"])
        #expect(try SearchIndex(path: index).marks().map(\.state) == [.moved])
        // What was marked is nowhere, and what has its name came in later. The index is older than both.
        try begin(at: 946_684_800_000_000_000)
        Files.remove(folder("reports/z.txt"))
        Files.remove(folder("reports/c.txt"))
        _ = try Indexer(index: index).reindex()
        try folder.write("reports/c.txt", other)
        _ = try Indexer(index: index).reindex()
        #expect(throws: SitrepError.self) { try ids("tag:t") }
        #expect(try SearchIndex(path: index).checkup().marks.map(\.state) == [.replaced])
        _ = try Indexer(index: index).reindex(rebuilding: true)
        #expect(try SearchIndex(path: index).marks().map(\.state) == [.replaced])
        // Marked after it came in, or at nobody knows when, it is the one that was marked, and has changed.
        try folder.write("index/marks.yaml", entry + "  at: 2101-01-01T00:00:00Z\n")
        _ = try Indexer(index: index).reindex()
        #expect(try ids("tag:t") == ["c.txt"])
        try folder.write("index/marks.yaml", entry)
        _ = try Indexer(index: index).reindex()
        #expect(try SearchIndex(path: index).marks().map(\.state) == [.changed])
    }

    /// Has the index begun at a moment, in nanoseconds since 1970.
    private func begin(at moment: Int64) throws {
        let folder = IndexFolder(index)
        let path = folder.generation(of: try folder.manifest()).databasePaths[0]
        var database = try WritableDatabase(path: path, mode: .open)
        var metadata = try IndexMetadata.read(from: database, at: index)
        metadata.begun = moment
        try metadata.write(to: &database)
        try database.commit()
    }

    @Test("In an index that is younger than its marks a report that has changed has them still")
    func lostIndex() throws {
        try mark("a.txt", "c.txt") { $0.tags = ["t"] }
        let before = String(decoding: try Files.read(folder("index/marks.yaml")), as: UTF8.self)
        let lines = before.split(separator: "\n").map { $0.hasPrefix("  at: ") ? "  at: 2001-01-01T00:00:00Z" : $0 }
        try folder.write("reports/a.txt", "2024-11-13\n\nThe power station in Kyiv runs again.")
        try Files.removeFolder(index)
        try folder.write("index/marks.yaml", lines.joined(separator: "\n") + "\n")
        _ = try Indexer(index: index).index([folder("reports")])
        #expect(try ids("tag:t") == ["a.txt", "c.txt"])
        #expect(try SearchIndex(path: index).marks().map(\.state) == [.changed, .same])
        _ = try Indexer(index: index).reindex(rebuilding: true)
        #expect(try SearchIndex(path: index).marks().map(\.state) == [.changed, .same])
    }

    @Test("Who marks a report that has the name of a moved one leaves the marks of that one alone")
    func markedStranger() throws {
        let text = "2024-11-15\n\nRussian troops left Kherson with ATACMS debris behind them."
        try mark("c.txt") {
            $0.tags = ["secret"]
            $0.note = "mine"
        }
        // Marked before the file moved, by the clock too.
        let path = folder("index/marks.yaml")
        var lines = String(decoding: try Files.read(path), as: UTF8.self).split(separator: "\n")
        lines = lines.map { $0.hasPrefix("  at: ") ? "  at: \"2001-01-01T00:00:00Z\"" : $0 }
        try folder.write("index/marks.yaml", lines.joined(separator: "\n") + "\n")
        try folder.write("reports/z.txt", text)
        try folder.write("reports/c.txt", "2024-11-16\n\nA quiet day in the harbour of Odesa.")
        _ = try Indexer(index: index).reindex()
        #expect(try ids("tag:secret") == ["z.txt"])
        let other = try mark("c.txt") { $0.tags = ["other"] }
        #expect(other.reports.map(\.marks?.tags) == [["other"]])
        #expect(try ids("tag:secret") == ["z.txt"] && ids("tag:other") == ["c.txt"])
        // Nor are they taken away with those of the stranger, and they are found by the report that they are about.
        #expect(try mark("c.txt") { $0.clears = true }.changed == 1)
        #expect(try ids("tag:secret") == ["z.txt"])
        let outcome = try mark("z.txt") { $0.tags = ["more"] }
        #expect(outcome.reports.map(\.marks?.tags) == [["secret", "more"]])
        #expect(try MarksFile(folder: IndexFolder(index)).read().entries.map(\.id) == ["z.txt"])
    }

    @Test("What two entries say of one report counts together, and mark makes one of them")
    func joined() throws {
        try folder.write(
            "index/marks.yaml",
            "marks:\n- id: a.txt\n  tags: [One]\n  note: x\n- id: b.txt\n  tags: [ONE]\n- id: a.txt\n  tags: [one, two]\n"
                + "  note: y\n  irrelevant: true\n"
        )
        #expect(try Indexer(index: index).reindex().marked == 2)
        #expect(try ids("tag:one") == ["b.txt"])
        var all = SearchRequest()
        all.filters.irrelevant = .include
        let hits = try SearchIndex(path: index).search(all).hits
        let marks = try #require(hits.first { $0.id == "a.txt" }?.marks)
        #expect(marks.tags == ["One", "two"] && marks.note == "x\ny" && marks.isIrrelevant)
        try mark("a.txt") { $0.tags = ["three"] }
        let entries = try MarksFile(folder: IndexFolder(index)).read().entries
        #expect(entries.map(\.id) == ["a.txt", "b.txt"])
        #expect(entries[0].marks.tags == ["One", "two", "three"])
    }
}
