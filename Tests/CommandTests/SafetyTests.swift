import Foundation
import Testing

/// A run takes nothing out of the index but what is known to be gone.
@Suite("Nothing is lost") struct SafetyTests {
    private func store() throws -> ReportStore {
        let store = try ReportStore()
        try store.write("a.txt", "A convoy reached the garrison.")
        try store.write("b.txt", "A ferry crossed the river.")
        try store.build()
        return store
    }

    @Test("A rebuild keeps the reports of a source that cannot be read, and reads them when it can be")
    func rebuildWithoutSource() throws {
        let store = try store()
        try store.folder.move("reports", to: "away")
        let kept = try store.reindex(["--rebuild"], status: 1)
        #expect(kept.stored == 2 && kept.failures.map(\.path) == [store.reports])
        #expect(try store.ids() == ["a.txt", "b.txt"])
        try store.folder.move("away", to: "reports")
        let read = try store.reindex("--rebuild")
        #expect(read.stored == 0 && read.added == 2)
        #expect(try store.ids() == ["a.txt", "b.txt"])
    }

    @Test(
        "A rebuild does not begin while neither a source can be read nor what the index held of it",
        arguments: [true, false]
    )
    func rebuildWithoutAnything(isEmpty: Bool) throws {
        let store = try store()
        let database = "Index/generation-1/database/iamglass"
        let bytes = try Data(contentsOf: URL(fileURLWithPath: store.folder.path(database)))
        try store.folder.write(database, "nonsense")
        try store.folder.move("reports", to: "away")
        // As where its disk is not mounted.
        if isEmpty { try store.folder.write("reports/notes.pdf", "") }
        let words = isEmpty ? "would be lost" : "nor what the index held of it"
        try store.run("reindex", "--rebuild").expectError(74, "cannot be built again", words)
        try bytes.write(to: URL(fileURLWithPath: store.folder.path(database)))
        #expect(try store.ids() == ["a.txt", "b.txt"])
    }

    @Test("An index without its manifest is damaged, never built over, and mended from its generation")
    func lostManifest() throws {
        let store = try store()
        try store.folder.move("Index/manifest", to: "manifest")
        try store.run("search", "convoy").expectError(65, "manifest is missing", "sitrep reindex")
        #expect(try store.reindex().counts == [0, 0, 0, 2])
        #expect(try store.ids("convoy") == ["a.txt"])
        func manifest(_ name: String) throws -> String {
            try String(contentsOfFile: store.folder.path(name), encoding: .utf8)
        }
        #expect(try manifest("Index/manifest") == manifest("manifest"))
        try store.folder.remove("Index/manifest")
        #expect(try store.build().counts == [0, 0, 0, 2])
        #expect(try manifest("Index/manifest") == manifest("manifest"))
        // One that cannot be read is nothing to go on from.
        try store.folder.remove("Index/manifest")
        try store.folder.write("Index/generation-1/database/iamglass", "nonsense")
        let reindexed = try store.run("reindex")
        reindexed.expectError(65, "manifest is missing", "generation-1 cannot be read", "take the folders")
        try store.run("index", store.reports).expectError(65, "manifest is missing")
    }

    @Test("A report that goes from one file to another is the same report", arguments: [true, false])
    func betweenFiles(forwards: Bool) throws {
        let store = try ReportStore()
        let x = #"{"id": "x", "title": "Moving", "text": "The beacon was lit."}"#
        let y = #"{"id": "y", "title": "Staying", "text": "The harbour was shut."}"#
        let z = #"{"id": "z", "title": "Also staying", "text": "The bridge was open."}"#
        let (from, to) = forwards ? ("a.jsonl", "b.jsonl") : ("b.jsonl", "a.jsonl")
        try store.write(from, x + "\n" + y)
        try store.write(to, z)
        try store.build()
        let added = try store.search("beacon").hits.map(\.added)
        try store.write(from, y)
        try store.write(to, z + "\n" + x)
        let run = try store.reindex()
        #expect(run.added == 0 && run.removed == 0 && run.failed == 0)
        #expect(try store.search("beacon").hits.map(\.added) == added)
        #expect(try store.ids() == ["x", "y", "z"])
    }

    @Test("A new vocabulary reaches every report, those of a file that changed in the same run too")
    func vocabularyReachesAll() throws {
        let store = try ReportStore()
        func line(_ id: Int) -> String { #"{"id": "\#(id)", "title": "T\#(id)", "text": "A Zorblaster was seen."}"# }
        try store.write("feed.jsonl", (1...3).map(line).joined(separator: "\n"))
        try store.build()
        try store.folder.write("words/weapons.yaml", "facet: weapon\nconcepts:\n- id: zorb\n  name: Zorblaster\n")
        try store.write("feed.jsonl", (1...4).map(line).joined(separator: "\n"))
        try store.reindex("--vocabulary", store.folder.path("words"))
        #expect(try store.ids("--weapon", "Zorblaster") == ["1", "2", "3", "4"])
        try store.reindex("--vocabulary", "")
        try store.run("search", "--weapon", "Zorblaster").expectError(64, "unknown weapon")
    }

    @Test("The index itself is no source")
    func indexInsideSource() throws {
        let store = try ReportStore()
        try store.write("a.txt", "A convoy reached the garrison.")
        try store.write("Index/README.md", "# Not a report")
        let index = store.reports + "/Index"
        #expect(try SitrepProcess.run(["index", store.reports, "--index", index]).status == 0)
        let run: RunAnswer = try SitrepProcess.run(["reindex", "--format", "json", "--index", index]).json()
        #expect(run.skipped.isEmpty && run.counts == [0, 0, 0, 1])
    }
}
