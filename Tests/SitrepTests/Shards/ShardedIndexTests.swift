import Testing
import Xapian

@testable import Sitrep

@Suite("An index that is spread over several databases answers as one database does")
struct ShardedIndexTests {
    private func generation(_ path: String) throws -> Generation {
        let folder = IndexFolder(path)
        return folder.generation(of: try folder.manifest())
    }

    @Test("When it is built, in bulk or not", arguments: [true, false])
    func builds(bulk: Bool) throws {
        var index = try SpreadIndex(60, bulk: bulk)
        let generation = try generation(index.spread)
        #expect(generation.shards == 3)
        var counts: [Int] = []
        for path in generation.databasePaths { counts.append(try Database(path: path).documentCount) }
        #expect(counts.reduce(0, +) == 60 && counts.allSatisfy { $0 > 8 })
        try index.check(25)
        // Without columns all is read from the databases.
        Files.remove(generation.columnsPath)
        try index.check(25)
    }

    @Test("After changes in place, a compaction, and a rebuild with another number of shards")
    func changes() throws {
        var index = try SpreadIndex(40)
        try index.write(40..<48)
        try index.write(3..<6)
        index.remove(7)
        try index.reindex()
        try index.check(12)
        #expect(try generation(index.spread).path.hasSuffix("generation-1"))
        _ = try Indexer(index: index.spread).compact()
        #expect(try generation(index.spread).path.hasSuffix("generation-2"))
        try index.check(10)
        try index.write(50..<52)
        try index.reindex()
        try index.check(10)
        var options = Indexer.Options()
        options.shards = 2
        #expect(throws: SitrepError.self) {
            try Indexer(index: index.spread, options: options).index([index.folder("reports")])
        }
        _ = try Indexer(index: index.spread, options: options).reindex(rebuilding: true)
        #expect(try generation(index.spread).shards == 2)
        try index.check(10)
        // Without being told a rebuild keeps the number.
        _ = try Indexer(index: index.spread).reindex(rebuilding: true)
        #expect(try generation(index.spread).shards == 2)
        #expect(!Files.exists(index.spread + "/shard-3"))
        options.shards = 1
        _ = try Indexer(index: index.spread, options: options).reindex(rebuilding: true)
        #expect(!Files.exists(index.spread + "/shard-1"))
        try index.check(10)
    }

    @Test("When its build saved its state on the way, and after changes that are written as a whole")
    func copies() throws {
        var index = try SpreadIndex(50, savesAfter: 12)
        #expect(try !generation(index.spread).path.hasSuffix("generation-1"))
        try index.check(10)
        // Some that are only added, and some that are changed and taken out as well.
        try index.write(50..<64)
        try index.reindex(inPlaceBytes: 0)
        try index.check(10)
        try index.write(64..<70)
        try index.write(2..<6)
        index.remove(9)
        try index.reindex(inPlaceBytes: 0)
        try index.check(10)
    }

    @Test("Each shard has a name in the index folder that stays, and the texts of its own reports alone")
    func stubs() throws {
        let index = try SpreadIndex(30)
        var texts = 0
        for (number, path) in try generation(index.spread).databasePaths.enumerated() {
            let stub = try Database(path: index.spread + "/shard-\(number + 1)", ofAnyKind: true)
            let database = try Database(path: path)
            #expect(try stub.uuid == database.uuid)
            let keys = Set(
                try database.documentIDs(containing: []).map {
                    StoredText.metadataKey(reportKey: try StoredRecord(decoding: try database.documentData($0)).key)
                }
            )
            for key in keys { #expect(try !database.metadata(key).isEmpty) }
            texts += keys.count
        }
        #expect(texts == 30)
        let stored = try generation(index.spread).databasePaths.map {
            try Database(path: $0).metadataEntries(prefix: "text/").count
        }
        #expect(stored.reduce(0, +) == 30)
    }

    @Test("Shards of different runs are told of, nothing is written to them, and reindex brings them together")
    func torn() throws {
        var index = try SpreadIndex(30)
        let first = try generation(index.spread).databaseFolders[0]
        let kept = index.folder("kept")
        try copy(first, to: kept)
        try index.write(30..<40)
        try index.write(0..<5)
        try index.reindex()
        // As a run leaves it that is ended after it has committed all shards but the first.
        try Files.removeFolder(first)
        try copy(kept, to: first)
        let torn = try SearchIndex(path: index.spread)
        #expect(torn.torn == [index.spread])
        #expect(try torn.search(SearchRequest()).total > 20)
        for change in [
            { _ = try Indexer(index: index.spread).index([index.folder("reports")]) },
            { _ = try Indexer(index: index.spread).compact() },
            { _ = try Indexer(index: index.spread).forget(index.folder("reports")) },
        ] as [() throws -> Void] {
            let error = #expect(throws: SitrepError.self) { try change() }
            #expect(error?.hint?.contains("sitrep reindex") == true)
        }
        _ = try Indexer(index: index.spread).reindex()
        #expect(try SearchIndex(path: index.spread).torn.isEmpty)
        try index.check(10)
    }

    @Test("Shards of which one is of another saved state of the same run are told of")
    func tornBetweenSavedStates() throws {
        let index = try SpreadIndex(30)
        func isTorn() throws -> Bool {
            try IndexMetadata.isTorn(try generation(index.spread).openDatabase())
        }
        let present = try generation(index.spread)
        for (savedStates, torn) in [([2, 2, 3], true), ([3, 3, 3], false), ([3, 0, 3], true), ([0, 0, 0], false)] {
            for (path, state) in zip(present.databasePaths, savedStates) {
                try change(path) { $0.checkpoint = state }
            }
            #expect(try isTorn() == torn)
        }
        // Another vocabulary, another revision; not another time.
        for (change, back, torn) in [
            ({ $0.vocabularyDigest += "0" }, { $0.vocabularyDigest.removeLast() }, true),
            ({ $0.revision += 1 }, { $0.revision -= 1 }, true),
            ({ $0.updated += "0" }, { $0.updated.removeLast() }, false),
        ] as [((inout IndexMetadata) -> Void, (inout IndexMetadata) -> Void, Bool)] {
            for place in 0..<3 {
                try self.change(present.databasePaths[place], change)
                #expect(try isTorn() == torn)
                try self.change(present.databasePaths[place], back)
                #expect(try !isTorn())
            }
        }
    }

    private func change(_ path: [UInt8], _ body: (inout IndexMetadata) -> Void) throws {
        var database = try WritableDatabase(path: path, mode: .open)
        var metadata = try IndexMetadata.read(from: database, at: "a shard")
        body(&metadata)
        try metadata.write(to: &database)
        try database.commit()
    }

    private func copy(_ folder: String, to other: String) throws {
        try Files.makeFolder(other)
        for name in try Files.names(in: folder) {
            try Files.replace("\(other)/\(name)", with: try Files.read("\(folder)/\(name)"))
        }
    }
}
