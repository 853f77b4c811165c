import Foundation
import Testing

@Suite("Indexing and reindexing")
struct IndexingTests {
    /// Three reports, indexed.
    private func store() throws -> ReportStore {
        let store = try ReportStore()
        try store.write("one.txt", "Harbour shelled\n\nA warehouse in Odesa burned down at dawn.")
        try store.write("two.txt", "Bridge closed\n\nThe bridge near Kherson is closed to lorries.")
        try store.write("three.txt", "Grid repaired\n\nElectricians restored power in Poltava.")
        #expect(try store.build().counts == [3, 0, 0, 0])
        return store
    }

    @Test("One report added, one edited, one deleted: just these are taken in")
    func threeChanges() throws {
        let store = try store()
        try store.write("four.txt", "Ferry returns\n\nThe ferry crosses again since yesterday.")
        try store.write("two.txt", "Bridge open\n\nThe bridge near Kherson carries tramways again.")
        try store.folder.remove("reports/three.txt")
        let run = try store.reindex()
        #expect(run.counts == [1, 1, 1, 1])
        #expect(run.failed == 0 && run.moved == 0)
        #expect(try store.ids("ferry") == ["four.txt"])
        #expect(try store.ids("tramways") == ["two.txt"])
        #expect(try store.ids("lorries").isEmpty)
        #expect(try store.ids("electricians").isEmpty)
        #expect(try store.ids("warehouse") == ["one.txt"])
        #expect(try store.ids() == ["four.txt", "one.txt", "two.txt"])
    }

    @Test("A second reindex writes nothing")
    func idle() throws {
        let store = try store()
        try store.reindex()
        let before = try store.folder.state(of: "Index").filter { $0.key != "lock" }
        #expect(before.keys.contains { $0.contains("/database/") })
        let run = try store.reindex()
        #expect(run.counts == [0, 0, 0, 3])
        #expect(try store.folder.state(of: "Index").filter { $0.key != "lock" } == before)
    }

    @Test("A new time alone changes no report")
    func touched() throws {
        let store = try store()
        let before = try store.search().hits.map(\.added)
        try store.folder.age("reports/one.txt", seconds: 100_000)
        try store.folder.age("reports/two.txt", seconds: -5)
        #expect(try store.reindex().counts == [0, 0, 0, 3])
        #expect(try store.search().hits.map(\.added) == before)
    }

    @Test("A file renamed or moved into another folder is no new report")
    func moved() throws {
        let store = try store()
        let before = try #require(try store.search("warehouse").hits.first)
        // Times of arrival have whole seconds: only later does a kept one differ from a new one.
        sleep(1)
        try store.folder.move("reports/one.txt", to: "reports/archive/2024/first.txt")
        let run = try store.reindex()
        #expect(run.counts == [0, 0, 0, 3])
        #expect(run.moved == 1)
        let after = try #require(try store.search("warehouse").hits.first)
        #expect(after.id == "archive/2024/first.txt")
        #expect(after.path == store.reports + "/archive/2024/first.txt")
        #expect(after.added == before.added)
        #expect(try store.run("show", "one.txt").status == 66)
        #expect(try store.ids().count == 3)
    }

    @Test("A file moved and edited at once is one report gone and one new")
    func movedAndEdited() throws {
        let store = try store()
        try store.folder.remove("reports/one.txt")
        try store.write("elsewhere.txt", "Harbour calm\n\nNothing happened at the harbour of Odesa today at all.")
        #expect(try store.reindex().counts == [1, 0, 1, 2])
    }

    @Test("A file swapped with another keeps both reports right")
    func swapped() throws {
        let store = try store()
        try store.folder.move("reports/one.txt", to: "reports/spare.txt")
        try store.folder.move("reports/two.txt", to: "reports/one.txt")
        try store.folder.move("reports/spare.txt", to: "reports/two.txt")
        try store.reindex()
        #expect(try store.ids("warehouse") == ["two.txt"])
        #expect(try store.ids("lorries") == ["one.txt"])
        #expect(try store.ids().count == 3)
    }

    @Test("An edit of the same length within the same second is seen")
    func sameSizeEdit() throws {
        let store = try store()
        try store.write("two.txt", "Bridge closed\n\nThe bridge near Kherson is closed to tankers.")
        #expect(try store.reindex().counts == [0, 1, 0, 2])
        #expect(try store.ids("tankers") == ["two.txt"])
    }

    @Test("The environment names the index, and Index is the default")
    func whichIndex() throws {
        let folder = try TemporaryFolder()
        try folder.write("reports/a.txt", "A ferry sank.")
        let build = try SitrepProcess.run(["index", "reports"], folder: folder.path)
        #expect(build.status == 0)
        #expect(FileManager.default.fileExists(atPath: folder.path("Index/manifest")))
        let byName = try SitrepProcess.run(["search", "ferry"], environment: ["SITREP_INDEX": folder.path("Index")])
        #expect(byName.status == 0)
        let other = try SitrepProcess.run(
            ["search", "ferry"],
            environment: ["SITREP_INDEX": folder.path("Other")],
            folder: folder.path
        )
        #expect(other.status == 66)
    }
}
