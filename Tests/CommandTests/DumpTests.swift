import Foundation
import Testing

@Suite("sitrep dump")
struct DumpCommandTests {
    private func store() throws -> ReportStore {
        let store = try ReportStore()
        for number in 0..<12 {
            try store.write("\(number).txt", "Report \(number)\n\nA convoy of \(number) lorries passed Poltava.")
        }
        try store.build()
        return store
    }

    @Test("The same lines, byte by byte, of an index built at once, by runs, in shards, compacted and built again")
    func equal() throws {
        let store = try store()
        try store.write("3.txt", "Report 3\n\nA convoy of 33 lorries passed Poltava.")
        try store.write("12.txt", "Report 12\n\nA quiet day.")
        try FileManager.default.removeItem(atPath: store.reports + "/5.txt")
        try store.reindex()
        let expected = try store.run("dump").text
        let other = ["--index", store.folder.path("Other")]
        #expect(try SitrepProcess.run(["index", store.reports, "--shards", "2"] + other).status == 0)
        #expect(try SitrepProcess.run(["dump"] + other).text == expected)
        #expect(try store.run("compact").status == 0)
        #expect(try store.run("dump").text == expected)
        try store.reindex("--rebuild")
        #expect(try store.run("dump").text == expected)
        // Twelve reports, a source, twelve files and the index.
        #expect(expected.split(separator: "\n").count == 26)
    }

    @Test("Texts and times of arrival are written where they are asked for")
    func options() throws {
        let store = try store()
        let plain = try store.run("dump").lines[0]
        #expect(!plain.contains("\"text\":") && !plain.contains("\"added\":"))
        #expect(plain.contains("\"text_sha256\":\""))
        let whole = try store.run("dump", "--text", "--added").lines[0]
        #expect(whole.contains("A convoy of 0 lorries passed Poltava.") && whole.contains("\"added\":\"20"))
    }

    @Test("No index, and a damaged one, are errors")
    func errors() throws {
        let store = try ReportStore()
        try store.run("dump").expectError(66, "no index")
        let built = try self.store()
        let files = try built.folder.state(of: "Index").keys
        let data = try #require(files.first { $0.hasSuffix("docdata.glass") })
        let path = "Index/" + data
        let whole = try Data(contentsOf: URL(fileURLWithPath: built.folder.path(path)))
        try built.folder.write(path, Data(count: whole.count))
        try built.run("dump").expectError(65, "damaged", "check --repair")
    }
}
