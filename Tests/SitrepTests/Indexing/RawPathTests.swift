import Testing
import Xapian

@testable import Sitrep

@Suite("Folders whose names are not UTF-8")
struct RawPathTests {
    /// A folder named with the byte 0xFF, as ``PathBytes`` writes it.
    private func rawFolder(in folder: ScratchFolder) -> String {
        folder(PathBytes.string(from: Array("raw-".utf8) + [0xFF]))
    }

    @Test("Are made, listed, written to, locked and removed under their own bytes")
    func files() throws {
        let folder = try ScratchFolder()
        let raw = rawFolder(in: folder)
        try Files.makeFolder(raw + "/below")
        #expect(try SystemPath.names(inFolder: folder.path).map(PathBytes.bytes(of:)) == [Array("raw-".utf8) + [0xFF]])
        #expect(Files.isFolder(raw) && Files.exists(raw + "/below"))
        try Files.replace(raw + "/a", with: [1, 2, 3])
        #expect(try Files.read(raw + "/a") == [1, 2, 3])
        #expect(try Files.names(in: raw) == ["a", "below"])
        #expect(Files.size(ofFolder: raw) == 3)
        do {
            let lock = try WriterLock(folder: raw)
            let error = #expect(throws: SitrepError.self) { _ = try WriterLock(folder: raw) }
            #expect(error?.code == .locked)
            _ = consume lock
        }
        try Files.removeFolder(raw)
        #expect(!Files.exists(raw))
        #expect(throws: SitrepError.self) { try Files.read(folder("a\0b")) }
    }

    @Test("Hold databases")
    func databases() throws {
        let folder = try ScratchFolder()
        let raw = rawFolder(in: folder)
        try Files.makeFolder(raw)
        var database = try WritableDatabase(path: PathBytes.bytes(of: raw + "/database"), mode: .create)
        try database.setMetadata([7], for: "key")
        try database.commit()
        let reader = try Database(path: PathBytes.bytes(of: raw + "/database"))
        #expect(try reader.metadata("key") == [7])
        try reader.compact(to: PathBytes.bytes(of: raw + "/copy"))
        #expect(try Files.names(in: raw) == ["copy", "database"])
    }

    @Test("Are read as sources, and keep vocabularies")
    func sources() throws {
        let folder = try ScratchFolder()
        let raw = rawFolder(in: folder)
        try Files.makeFolder(raw)
        try Files.replace(raw + "/a.txt", with: Array("A convoy passed Xtown.".utf8))
        let yaml = "facet: region\nconcepts:\n- id: user-x\n  name: Xtown\n"
        try Files.makeFolder(raw + "/words")
        try Files.replace(raw + "/words/regions.yaml", with: Array(yaml.utf8))
        var options = Indexer.Options()
        options.vocabularyFolder = raw + "/words"
        let summary = try Indexer(index: folder("index"), options: options).index([raw])
        #expect(summary.added == 1 && summary.failures.isEmpty)
        var request = SearchRequest()
        request.filters.values = [.region: ["Xtown"]]
        let hits = try SearchIndex(path: folder("index")).search(request).hits
        #expect(hits.map(\.path) == [raw + "/a.txt"])
    }

    @Test("Hold an index")
    func index() throws {
        let folder = try ScratchFolder()
        try folder.write("reports/a.txt", "A convoy passed.")
        _ = try Indexer(index: rawFolder(in: folder)).index([folder("reports")])
        let index = try SearchIndex(path: rawFolder(in: folder))
        #expect(try index.search(SearchRequest()).total == 1)
    }
}
