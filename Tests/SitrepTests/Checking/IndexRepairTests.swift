import Testing
import Xapian

@testable import Sitrep

@Suite("What a repair does not do")
struct IndexRepairTests {
    private let damaged = [CheckFinding(.database, .damage, "damaged")]

    private func repair(_ made: CheckedIndex, _ findings: [CheckFinding]? = nil) throws -> [String] {
        try IndexRepair(index: made.index).run(findings ?? damaged)
    }

    /// Expects a repair of a damaged database to be refused.
    private func expectRefusal(
        _ made: CheckedIndex,
        _ code: SitrepError.Code,
        _ part: String,
        _ location: SourceLocation = #_sourceLocation
    ) throws {
        let error = #expect(throws: SitrepError.self, sourceLocation: location) { try repair(made) }
        #expect(error?.code == code, "\(error as Any)", sourceLocation: location)
        #expect(error?.message.contains(part) == true, "\(error as Any)", sourceLocation: location)
        #expect(error?.hint?.isEmpty == false, sourceLocation: location)
    }

    @Test("An index of a newer sitrep is not checked, not built again, and not restored")
    func newer() throws {
        let made = try CheckedIndex()
        let place = IndexFolder(made.index)
        var manifest = try place.manifest()
        manifest.schema = Schema.version + 1
        try made.change { database in
            var head = try database.metadata("index")
            head[0] = UInt8(Schema.version + 1)
            try database.setMetadata(head, for: "index")
        }
        // That the database alone says so is damage.
        #expect(try made.findings().contains { $0.part == .description && $0.severity == .damage })
        try place.publish(manifest)
        let checked = #expect(throws: SitrepError.self) { try made.findings() }
        #expect(checked?.message.contains("newer sitrep") == true)
        try expectRefusal(made, .data, "newer sitrep")
        #expect(throws: SitrepError.self) { try Indexer(index: made.index).reindex(rebuilding: true) }
        Files.remove(place.manifestPath)
        let restored = #expect(throws: SitrepError.self) { try Indexer(index: made.index).reindex() }
        #expect(restored?.message.contains("newer sitrep") == true)
        let repaired = #expect(throws: SitrepError.self) {
            try repair(made, [CheckFinding(.manifest, .damage, "missing")])
        }
        #expect(repaired?.message.contains("newer sitrep") == true)
    }

    @Test("An index of an older sitrep is not a damaged one")
    func older() throws {
        let made = try CheckedIndex()
        let place = IndexFolder(made.index)
        var manifest = try place.manifest()
        manifest.schema = Schema.version - 1
        try made.change { database in
            var metadata = try IndexMetadata.read(from: database, at: made.index)
            metadata.schema -= 1
            try metadata.write(to: &database)
        }
        try place.publish(manifest)
        let checked = #expect(throws: SitrepError.self) { try made.findings() }
        #expect(checked?.message.contains("older sitrep") == true && checked?.hint?.contains("reindex") == true)
    }

    @Test("Nothing is built again where nothing tells which files there were, or a source is there and empty")
    func lostReports() throws {
        let made = try CheckedIndex()
        let table = try made.generation.filesPath
        let whole = try Files.read(table)
        try made.damageDatabase()
        Files.remove(table)
        try expectRefusal(made, .io, "cannot be told")
        try Files.replace(table, with: Array(whole.dropLast()))
        try expectRefusal(made, .io, "cannot be told")
        try Files.replace(table, with: whole)
        // As where its disk is not mounted.
        try Files.rename(made.folder("reports"), to: made.folder("elsewhere"))
        try Files.makeFolder(made.folder("reports"))
        try expectRefusal(made, .io, "would be lost, as these files are gone")
        Files.remove(table)
        try expectRefusal(made, .io, "cannot be told")
        try Files.removeFolder(made.folder("reports"))
        try Files.rename(made.folder("elsewhere"), to: made.folder("reports"))
        try Files.replace(table, with: whole)
        #expect(try repair(made).count == 1)
        #expect(try made.findings().isEmpty)
    }

    @Test("A folder that never held a report, or whose reports were taken out, hinders no rebuild")
    func emptySources() throws {
        let made = try CheckedIndex()
        try Files.makeFolder(made.folder("inbox"))
        try made.folder.write("other/a.txt", "A convoy of forty lorries.")
        let indexer = Indexer(index: made.index)
        _ = try indexer.index([made.folder("inbox"), made.folder("other")])
        #expect(try indexer.reindex(rebuilding: true).added == 81)
        Files.remove(made.folder("other/a.txt"))
        #expect(try indexer.reindex().removed == 1)
        #expect(try indexer.reindex(rebuilding: true).added == 80)
    }

    @Test("Shards of different runs are built again without their source, from what they hold")
    func torn() throws {
        let made = try CheckedIndex(shards: 2)
        let expected = try Dumped.parts(made.index)
        var metadata = try IndexMetadata.read(from: try made.generation.openDatabase(), at: made.index)
        metadata.revision += 1
        var shard = try WritableDatabase.ofIndex(paths: [try made.generation.databasePaths[1]])
        try metadata.write(to: &shard)
        try shard.close()
        try Files.rename(made.folder("reports"), to: made.folder("elsewhere"))
        #expect(try Indexer(index: made.index).reindex().stored == 80)
        #expect(try SearchIndex(path: made.index).torn.isEmpty)
        try Files.rename(made.folder("elsewhere"), to: made.folder("reports"))
        _ = try Indexer(index: made.index).reindex()
        #expect(try Dumped.parts(made.index) == expected)
    }

    @Test("A repair keeps what the index holds whole of a source that is gone, and refuses where that is damaged too")
    func goneSource() throws {
        let made = try CheckedIndex()
        try made.folder.write("other/a.txt", "A convoy of forty lorries.")
        _ = try Indexer(index: made.index).index([made.folder("other")])
        let before = try Dumped.parts(made.index)
        try Files.rename(made.folder("reports"), to: made.folder("elsewhere"))
        let done = try repair(made)
        #expect(done.count == 1 && done[0].contains("its sources: 1 report;"), "\(done)")
        #expect(done[0].contains("kept from what the index held: 80 reports"), "\(done)")
        #expect(try SearchIndex(path: made.index).search(SearchRequest()).total == 81)
        try made.change { database in
            // The first is that of the source that is there.
            let data = try database.documentData(DocumentID(81))
            var document = try Document()
            try document.setData(Array(data.dropLast(3)))
            try database.replace(DocumentID(81), with: document)
        }
        let manifest = try Files.read(IndexFolder(made.index).manifestPath)
        try expectRefusal(made, .io, "would be lost")
        #expect(try Files.read(IndexFolder(made.index).manifestPath) == manifest)
        try Files.rename(made.folder("elsewhere"), to: made.folder("reports"))
        #expect(try repair(made).count == 1)
        #expect(try Dumped.parts(made.index) == before)
    }

    @Test("A manifest is not made again for a part of the shards", arguments: ["shard-1", "shard-3"])
    func lostShard(name: String) throws {
        let made = try CheckedIndex(shards: 3)
        let place = IndexFolder(made.index)
        let manifest = try place.manifest()
        Files.remove(place.manifestPath)
        let shard = try #require(place.generation(of: manifest).databaseFolders.first { $0.hasSuffix(name) })
        try Files.rename(shard, to: made.folder("kept"))
        for number in 1...3 { Files.remove(made.index + "/" + ShardStubs.name(number)) }
        let findings = [CheckFinding(.manifest, .damage, "missing")]
        let attempts: [() throws -> Void] = [
            { _ = try repair(made, findings) }, { _ = try Indexer(index: made.index).reindex() },
        ]
        for attempt in attempts {
            let error = #expect(throws: SitrepError.self) { try attempt() }
            #expect(error?.code == .data && error?.message.contains("lacks one of its shards") == true)
            #expect(!Files.exists(place.manifestPath))
        }
        try Files.rename(made.folder("kept"), to: shard)
        #expect(try repair(made, findings).count == 1)
        #expect(try place.manifest() == manifest)
    }

    @Test("When a report came in is taken over only from a record that is as it was written")
    func arrivals() throws {
        let made = try CheckedIndex()
        let database = try made.generation.openDatabase()
        var records: [StoredRecord] = []
        for id in 1...3 as ClosedRange<UInt32> {
            records.append(try StoredRecord(decoding: try database.documentData(DocumentID(id))))
        }
        let data = try database.documentData(DocumentID(1))
        records[1].added = "2026-13-01T00:00:00Z"
        records[2].run = 99
        try made.change { database in
            // The right record and its sum, without the words that it was of.
            for (id, data) in zip(1..., [data, records[1].encoded(), records[2].encoded()]) {
                var document = try Document()
                try document.setData(data)
                try database.replace(DocumentID(UInt32(id)), with: document)
            }
        }
        let all = try #require(Heritage(of: try made.generation))
        #expect(all.arrivals.count == 78 && all.lost == 2 && all.arrivals[records[0].key] != nil)
        #expect(all.remarks == ["when 2 reports first came in could not be read and counts from now on"])
        let verified = try #require(Heritage(of: try made.generation, verifying: true))
        #expect(verified.arrivals.count == 77 && verified.lost == 3 && verified.arrivals[records[0].key] == nil)
        #expect(try CheckedIndex().heritage.remarks.isEmpty)
    }

    @Test("A finding that may be none is nothing to build an index again for")
    func doubt() throws {
        let made = try CheckedIndex()
        let before = try Files.read(IndexFolder(made.index).manifestPath)
        let doubt = [CheckFinding.doubt(.database, "did not end", index: made.index)]
        #expect(try repair(made, doubt + damaged).isEmpty)
        #expect(try Files.read(IndexFolder(made.index).manifestPath) == before)
        #expect(try IndexRepair(index: made.index).run(doubt, rebuildsOnDoubt: true).count == 1)
        #expect(try Files.read(IndexFolder(made.index).manifestPath) != before)
    }

    @Test("What cannot be asked of the damaged index for a while is not done without")
    func unknownArrivals() throws {
        let made = try CheckedIndex()
        let before = try Files.read(IndexFolder(made.index).manifestPath)
        let trouble = SitrepError(.io, "killed")
        var options = Indexer.Options()
        options.canRead = { _ in throw trouble }
        let error = #expect(throws: SitrepError.self) {
            try IndexRepair(index: made.index, options: options).run(damaged)
        }
        #expect(error == trouble)
        #expect(try Files.read(IndexFolder(made.index).manifestPath) == before)
    }
}
