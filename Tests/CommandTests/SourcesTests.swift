import Foundation
import Testing

@Suite("Sources")
struct SourcesTests {
    private func store() throws -> ReportStore {
        let store = try ReportStore()
        try store.write("north/a.txt", "A hangar collapsed under snow.")
        try store.write("south/b.txt", "A lighthouse went dark.")
        try store.write("c.txt", "A tunnel was flooded.")
        return store
    }

    @Test("A source that vanished altogether removes nothing and is a failure")
    func vanished() throws {
        let store = try store()
        try store.build()
        try store.folder.move("reports", to: "elsewhere")
        let outcome = try store.run("reindex", "--format", "json")
        #expect(outcome.status == 1)
        let run: RunAnswer = try outcome.json()
        #expect(run.counts == [0, 0, 0, 3])
        #expect(run.failures.map(\.path) == [store.reports])
        #expect(outcome.errors.contains(store.reports) || outcome.text.contains(store.reports))
        #expect(try store.ids("lighthouse") == ["south/b.txt"])
        let status: StatusAnswer = try store.run("status", "--format", "json").json()
        #expect(status.reports == 3)
        #expect(status.sources.map(\.reachable) == [false])
        try store.folder.move("elsewhere", to: "reports")
        #expect(try store.reindex().counts == [0, 0, 0, 3])
    }

    @Test("A source that is a file and vanished removes nothing")
    func vanishedFile() throws {
        let store = try store()
        try store.build(store.reports + "/c.txt")
        try store.folder.move("reports/c.txt", to: "c.txt")
        #expect(try store.reindex(status: 1).counts == [0, 0, 0, 1])
        #expect(try store.ids("tunnel") == ["c.txt"])
    }

    @Test("forget takes a source's reports out and leaves its files")
    func forget() throws {
        let store = try store()
        try store.build(store.reports + "/north", store.reports + "/south")
        #expect(try store.ids() == ["a.txt", "b.txt"])
        let run: RunAnswer = try store.run("forget", store.reports + "/north", "--format", "json").json()
        #expect(run.counts == [0, 0, 1, 1])
        #expect(try store.ids() == ["b.txt"])
        #expect(FileManager.default.fileExists(atPath: store.reports + "/north/a.txt"))
        #expect(try store.reindex().counts == [0, 0, 0, 1])
        try store.run("forget", store.reports + "/north").expectError(66, "not a source", store.reports + "/south")
    }

    @Test("forget of a part of a source says how to leave it out")
    func forgetPart() throws {
        let store = try store()
        try store.build()
        try store.run("forget", store.reports + "/north").expectError(66, ".sitrepignore")
        #expect(try store.ids().count == 3)
    }

    @Test("A folder inside a source belongs to that source")
    func inside() throws {
        let store = try store()
        try store.build()
        try store.write("north/new.txt", "A chapel was hit.")
        let run = try store.build(store.reports + "/north")
        #expect(run.counts == [1, 0, 0, 3])
        #expect(run.remarks.count == 1)
        #expect(try store.ids("chapel") == ["north/new.txt"])
        let status: StatusAnswer = try store.run("status", "--format", "json").json()
        #expect(status.sources.map(\.path) == [store.reports])
    }

    @Test("The parent of a source takes it over without new reports")
    func parent() throws {
        let store = try store()
        try store.build(store.reports + "/north")
        let added = try #require(try store.search("hangar").hits.first).added
        sleep(1)
        let run = try store.build()
        #expect(run.counts == [2, 0, 0, 1])
        #expect(run.moved == 1)
        #expect(try store.ids() == ["c.txt", "north/a.txt", "south/b.txt"])
        #expect(try store.search("hangar").hits.first?.added == added)
        let status: StatusAnswer = try store.run("status", "--format", "json").json()
        #expect(status.sources.map(\.path) == [store.reports])
    }

    @Test("--exclude leaves files out, and reindex remembers it")
    func exclude() throws {
        let store = try store()
        try store.build(store.reports, "--exclude", "north/", "--exclude", "b.*")
        #expect(try store.ids() == ["c.txt"])
        try store.write("north/again.txt", "A hangar reopened.")
        #expect(try store.reindex().counts == [0, 0, 0, 1])
        #expect(try store.ids() == ["c.txt"])
    }

    @Test(".sitrepignore leaves files out, and takes out what is there when it comes later")
    func ignoreFile() throws {
        let store = try store()
        try store.build()
        try store.write("north/.sitrepignore", "a.txt\n")
        #expect(try store.reindex().counts == [0, 0, 1, 2])
        #expect(try store.ids() == ["c.txt", "south/b.txt"])
        try store.folder.remove("reports/north/.sitrepignore")
        #expect(try store.reindex().counts == [1, 0, 0, 2])
    }

    @Test("Files of other kinds are counted in a folder, and a failure when named")
    func otherKinds() throws {
        let store = try store()
        try store.write("scan.pdf", "%PDF-1.7")
        try store.write("LICENSE", "Do as you like.")
        let run = try store.build()
        #expect(run.skipped == [".pdf": 1, "": 1])
        #expect(run.failed == 0)
    }

    @Test("A file of another kind is a failure when it is named")
    func namedOtherKind() throws {
        let store = try store()
        try store.write("scan.pdf", "%PDF-1.7")
        let run = try store.build(store.reports + "/scan.pdf", store.reports + "/c.txt", status: 1)
        #expect(run.added == 1)
        #expect(run.failures.map(\.path) == [store.reports + "/scan.pdf"])
    }

    @Test("So it is inside a folder that is a source already")
    func namedOtherKindInside() throws {
        let store = try store()
        try store.write("scan.pdf", "%PDF-1.7")
        try store.build()
        try store.run("index", store.reports + "/scan.pdf").expectError(65, "scan.pdf")
        let run = try store.build(store.reports + "/scan.pdf", store.reports, status: 1)
        #expect(run.unchanged == 3)
        #expect(run.failures.map(\.path) == [store.reports + "/scan.pdf"])
    }

    @Test("A path that does not exist beside one that does")
    func missingPath() throws {
        let store = try store()
        let run = try store.build(store.reports, store.folder.path("nowhere"), status: 1)
        #expect(run.added == 3)
        #expect(run.failures.map(\.path) == [store.folder.path("nowhere")])
        try store.run("index", store.folder.path("nowhere")).expectError(66, "nowhere")
    }
}
