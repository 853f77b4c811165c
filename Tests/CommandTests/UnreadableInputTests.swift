import Foundation
import Testing

@Suite(
    "Input that may not be read",
    .enabled(if: SitrepProcess.canRunUnprivileged, "root may read all, and there is no setpriv")
)
struct UnreadableInputTests {
    /// Two indexed reports, in folders that every user may write to.
    private func store() throws -> ReportStore {
        let store = try ReportStore()
        try store.write("in/a.txt", "A quarry was shelled.")
        try store.write("b.txt", "A sawmill was shelled.")
        try FileManager.default.createDirectory(atPath: store.index, withIntermediateDirectories: true)
        for path in [store.folder.path, store.reports, store.index] { chmod(path, 0o777) }
        #expect(try run(store, "index", store.reports).counts == [2, 0, 0, 0])
        return store
    }

    private func run(_ store: ReportStore, _ arguments: String...) throws -> RunAnswer {
        let all = arguments + ["--format", "json", "--index", store.index]
        return try SitrepProcess.run(all, isUnprivileged: true).json()
    }

    @Test("A file without rights keeps its report and is a failure")
    func file() throws {
        let store = try store()
        let file = try store.write("in/a.txt", "A quarry was shelled again.")
        chmod(file, 0)
        let run = try run(store, "reindex")
        #expect(run.failures.map(\.path) == [file])
        #expect(run.failures.first?.reason.contains("Permission denied") == true)
        #expect(run.removed == 0)
        #expect(try store.ids("quarry") == ["in/a.txt"])
        chmod(file, 0o644)
        #expect(try self.run(store, "reindex").counts == [0, 1, 0, 1])
    }

    @Test("A folder without rights removes nothing")
    func folder() throws {
        let store = try store()
        chmod(store.reports + "/in", 0)
        defer { chmod(store.reports + "/in", 0o755) }
        let run = try run(store, "reindex")
        #expect(run.counts == [0, 0, 0, 2])
        #expect(run.failures.map(\.path) == [store.reports + "/in"])
        #expect(try store.ids("quarry") == ["in/a.txt"])
    }

    @Test("What may not be read keeps its report where the index is built again", arguments: ["in", "in/a.txt"])
    func rebuild(name: String) throws {
        let store = try store()
        let path = store.reports + "/" + name
        chmod(path, 0)
        defer { chmod(path, 0o755) }
        let run = try run(store, "reindex", "--rebuild")
        #expect(run.stored == 1 && run.added == 1 && run.failures.map(\.path) == [path])
        #expect(run.remarks.contains { $0.contains("1 report of \(path), which cannot be read now") }, "\(run.remarks)")
        #expect(try store.ids("quarry") == ["in/a.txt"])
        chmod(path, 0o755)
        #expect(try self.run(store, "reindex").counts == [0, 0, 0, 2])
    }

    @Test("An index that may not be written is an I/O error, and can still be searched")
    func readOnlyIndex() throws {
        let store = try store()
        try store.write("c.txt", "A chapel was shelled.")
        for path in [store.index, store.index + "/lock"] { chmod(path, path == store.index ? 0o555 : 0o444) }
        defer { chmod(store.index, 0o777) }
        let outcome = try SitrepProcess.run(
            ["reindex", "--rebuild", "--index", store.index],
            isUnprivileged: true
        )
        #expect(outcome.status == 74)
        #expect(outcome.errors.contains("Permission denied"))
        let search = try SitrepProcess.run(["search", "quarry", "--index", store.index], isUnprivileged: true)
        #expect(search.status == 0)
    }
}
