import Testing
import Xapian

@testable import Sitrep

@Suite("A damaged text in an index is a damaged index")
struct DamagedTextTests {
    @Test func isSaidSo() throws {
        let small = try SmallIndex(["a.txt": "A convoy reached Lviv."])
        let folder = IndexFolder(small.folder("index"))
        let generation = folder.generation(of: try folder.manifest())
        var database = try WritableDatabase(paths: generation.databasePaths, mode: .open)
        for (key, value) in try database.metadataEntries(prefix: StoredText.metadataKey(reportKey: "")) {
            try database.setMetadata(Array(value.prefix(2)) + [0xFF, 0xFF, 0xFF], for: key)
        }
        try database.commit()
        let index = try SearchIndex(path: small.folder("index"))
        let error = #expect(throws: SitrepError.self) { try index.search(SearchRequest()) }
        #expect(error?.code == .data)
        #expect(error?.message.contains("damaged") == true)
    }
}
