import Foundation
import Testing

@Suite("Saved searches that a person changes, and each report of what they find")
struct ChangedSavedTests {
    private let front: SavedStore
    private var store: ReportStore { front.reports }

    init() throws { front = try SavedStore() }

    @discardableResult
    private func saved(_ arguments: String...) throws -> Outcome { try front.saved(arguments) }

    private func text() throws -> String { try String(contentsOfFile: store.index + "/saved.yaml", encoding: .utf8) }

    @Test("A query that was changed by hand is told of, once, for what it finds now was never shown")
    func changedByHand() throws {
        #expect(try saved("run", "front", "--new").status == 0)
        try store.folder.write(
            "Index/saved.yaml",
            try text().replacing("drones", with: "apples").replacing("Kursk", with: "Russia")
        )
        let outcome = try saved("run", "front", "--new")
        #expect(outcome.status == 1 && outcome.text.contains("Nothing new"))
        #expect(
            outcome.errors.contains("was changed since it last showed") && outcome.errors.contains("sitrep saved run")
        )
        #expect(try saved("run", "front", "--new").errors == "")
        try store.folder.write("Index/saved.yaml", try text().replacing("apples", with: "pears"))
        #expect(try saved("run", "--all", "--new").errors.contains("was changed"))
        #expect(try saved("run", "--all", "--new").errors == "")
        // What an earlier version kept says nothing of the query.
        let seen = try String(contentsOfFile: store.index + "/saved-seen", encoding: .utf8)
        let line = try #require(seen.split(separator: "\n").last).split(separator: "\t")
        try store.folder.write("Index/saved-seen", "sitrep-saved-seen 2\n\(line[0])\t\(line[1])\tfront\n")
        let old = try saved("run", "front", "--new")
        #expect(old.status == 1 && old.errors == "")
    }

    @Test("With a name --all shows each report of a story, as a search does")
    func eachReport() throws {
        try store.write("copy.txt", "Drones hit a depot near Kursk on Monday, the governor of the region said.")
        try store.reindex()
        #expect(try saved("run", "front", "--format", "ndjson").lines.count { !$0.isEmpty } == 1)
        #expect(try saved("run", "front", "--all", "--format", "ndjson").lines.count { !$0.isEmpty } == 2)
        #expect(try saved("run", "--all").text.contains("front"))
    }
}
