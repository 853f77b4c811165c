import Testing
import Xapian

@testable import Sitrep

@Suite("What a check compares")
struct IndexCheckTests {
    @Test("Nothing is found in an index as runs leave it", arguments: [1, 2])
    func sound(shards: Int) throws {
        let made = try CheckedIndex(shards: shards)
        #expect(try made.findings().isEmpty)
    }

    @Test("A value, a term, or data of a report that was changed", arguments: [1, 2])
    func reports(shards: Int) throws {
        let made = try CheckedIndex(shards: shards)
        let expected = try Dumped.parts(made.index)
        try made.change { try $0.setValue("Other outlet", of: DocumentID(5), in: try #require(Schema.source.slot)) }
        try made.expect(.reports)
        #expect(try Dumped.parts(made.index) == expected)
        try made.change { try $0.delete(DocumentID(7)) }
        try made.expect(.texts)
        #expect(try Dumped.parts(made.index) == expected)
    }

    @Test("A text that is lost, damaged, or of no report")
    func texts() throws {
        let made = try CheckedIndex()
        let database = try made.generation.openDatabase()
        let key = try StoredRecord(decoding: try database.documentData(DocumentID(3))).key
        for (value, of) in [([], key), ([1, 2, 3], key), ([UInt8](repeating: 7, count: 40), "00000000000000aa")] {
            try made.change { try $0.setMetadata(value, for: StoredText.metadataKey(reportKey: of)) }
            try made.expect(.texts)
        }
    }

    @Test("Stories whose lists and reports differ")
    func stories() throws {
        let made = try CheckedIndex()
        let database = try made.generation.openDatabase()
        let story = try #require(try database.metadataEntries(prefix: StoryMembers.metadataPrefix).first)
        try made.change { try $0.setMetadata([], for: story.key) }
        try made.expect(.stories)
        let again = try made.generation.openDatabase()
        let values = try again.values(in: Schema.storySlot)
        try made.change { try $0.setValue([], of: try #require(values.first?.id), in: Schema.storySlot) }
        try made.expect(.stories)
    }

    @Test("Files whose number of reports is another, or that are of no source")
    func files() throws {
        let made = try CheckedIndex()
        let database = try made.generation.openDatabase()
        let entry = try #require(try database.metadataEntries(prefix: FileKey.metadataPrefix).first)
        var file = try FileRecord(decoding: entry.value)
        file.reports += 1
        try made.change { try $0.setMetadata(file.encoded(), for: entry.key) }
        try made.expect(.files)
        file.source = 9
        try made.change { try $0.setMetadata(file.encoded(), for: file.fileKey.metadataKey) }
        try made.expect(.files)
    }

    @Test("A manifest that names other sources than the database, which a run changes first, or is not of its schema")
    func manifest() throws {
        let made = try CheckedIndex()
        let expected = try Dumped.parts(made.index)
        let place = IndexFolder(made.index)
        let right = try place.manifest()
        var wrong = right
        wrong.sources[0].path += "x"
        try place.publish(wrong)
        try made.expect(.manifest)
        #expect(try place.manifest() == right)
        wrong = right
        wrong.schema += 1
        try place.publish(wrong)
        try made.expect(.manifest)
        #expect(try place.manifest() == right)
        // A run that is cut off has not come to the manifest yet, and the disk of its source may be gone by now.
        try made.change { database in
            var metadata = try IndexMetadata.read(from: database, at: made.index)
            metadata.sources.append(SourceRecord(number: 2, path: made.folder("elsewhere"), excluded: []))
            try metadata.write(to: &database)
        }
        let findings = try made.findings()
        #expect(findings.filter { $0.severity == .damage }.map(\.part) == [.manifest])
        #expect(try IndexRepair(index: made.index).run(findings).count == 1)
        #expect(try place.manifest().sources.map(\.path) == [made.folder("reports"), made.folder("elsewhere")])
        #expect(try made.findings().filter { $0.severity == .damage }.isEmpty)
        #expect(try Dumped.parts(made.index).filter { $0.report != nil } == expected.filter { $0.report != nil })
    }

    @Test("An entry of the sources of which a byte has changed is damage, not another list of sources")
    func sourcesEntry() throws {
        let made = try CheckedIndex()
        let expected = try Dumped.parts(made.index)
        let place = IndexFolder(made.index)
        let right = try place.manifest()
        try made.change { database in
            var bytes = try database.metadata(SourceRecord.metadataKey)
            let byte = try #require(bytes.firstIndex(of: UInt8(ascii: "r")))
            bytes[byte] ^= 1
            try database.setMetadata(bytes, for: SourceRecord.metadataKey)
        }
        try made.expect(.description)
        #expect(try place.manifest().sources == right.sources)
        #expect(try Dumped.parts(made.index) == expected)
    }

    @Test("Digits that no run writes tell of nothing", arguments: ["-5", "-1", "9223372036854775807", "1e9", ""])
    func digits(digits: String) throws {
        let made = try CheckedIndex()
        try made.change { database in
            for key in ["files", "compact", "checkpoint"] { try database.setMetadata(digits, for: key) }
        }
        let read = try IndexMetadata.read(from: try made.generation.openDatabase(), at: made.index)
        #expect(read.filesRevision == 0 && read.compactSize == 0 && !read.isCheckpoint)
        try made.folder.write("reports/new.txt", "A convoy of forty lorries.")
        #expect(try Indexer(index: made.index).reindex().added == 1)
        #expect(try made.findings().isEmpty)
    }

    @Test("Every byte of the columns is one that a check compares, or that nobody reads")
    func columns() throws {
        let made = try CheckedIndex()
        let path = try made.generation.columnsPath
        let whole = try Files.read(path)
        let database = try made.generation.openDatabase()
        let unchanged = ChangedDocuments([])
        func problem(_ file: ColumnFile) throws -> String? {
            let check = ColumnCheck(file, changed: unchanged)
            for column in ColumnSlots.all {
                if let problem = try check.problem(in: column.slot, kind: column.kind, of: database) { return problem }
            }
            return try check.problemOfNumbers(in: database)
        }
        #expect(try problem(try ColumnFile(path: path)) == nil)
        var found = 0
        for place in whole.indices {
            var damaged = whole
            damaged[place] ^= 0x41
            guard let file = try? ColumnFile(bytes: damaged, checksTable: false), try problem(file) == nil else {
                found += 1
                continue
            }
        }
        // The rest is what fills up to multiples of eight, and the numbers of documents that are not there.
        #expect(found * 10 > whole.count * 8, "\(found) of \(whole.count)")
    }

    @Test("A file of bands that lacks keys, and a table of files that says something else, though their sums are right")
    func derived() throws {
        let made = try CheckedIndex()
        let generation = try made.generation
        let database = try generation.openDatabase()
        let metadata = try IndexMetadata.read(from: database, at: made.index)
        let uuid = try database.uuid
        let output = try BandOutput(path: generation.bandsPath, uuid: uuid, revision: 1)
        try output.append(StoryKey(section: 3, hash: 77), 1)
        try output.complete()
        try made.expect(.bands)
        let known = try KnownFiles(of: generation, metadata: metadata, index: made.index)
        var changes = FileTableChanges()
        var file = try FileRecord(
            decoding: try #require(try database.metadataEntries(prefix: FileKey.metadataPrefix).first).value
        )
        file.reports += 1
        changes.set(file)
        KnownFiles.store(
            known.table,
            changes,
            lastRead: metadata.lastRead,
            revision: metadata.filesRevision,
            uuid: uuid,
            in: generation
        )
        try made.expect(.known)
    }

    @Test("So many findings of one kind are told, and that there are more")
    func many() throws {
        let made = try CheckedIndex()
        let slot = try #require(Schema.source.slot)
        try made.change { for id in 1...20 { try $0.setValue("Other", of: DocumentID(UInt32(id)), in: slot) } }
        let findings = try made.findings().filter { $0.part == .reports }
        #expect(findings.count == 10)
        #expect(findings.last?.message.contains("more of this kind") == true)
    }

    @Test("Remarks never take the place of damages")
    func remarksAndDamages() throws {
        let run = CheckRun(IndexFolder("/nowhere"))
        var told: [CheckFinding] = []
        run.sink = { if case .finding(let finding) = $0 { told.append(finding) } }
        for number in 0..<12 { try run.note(.description, .remark, "remark \(number)", remedy: nil) }
        try run.damage(.description, "damage")
        #expect(told.count == 11)
        #expect(told.last?.severity == .damage && run.damages == 1)
    }

    @Test("A folder that reads servers is not checked: what it lacks is no damage")
    func servers() throws {
        let made = try CheckedIndex(shards: 2)
        try Files.replace(made.index + "/" + ShardList.fileName, with: Array("remote 127.0.0.1:1\n".utf8))
        let error = #expect(throws: SitrepError.self) { try made.findings() }
        #expect(error?.code == .usage && error?.hint?.isEmpty == false)
    }

    @Test("An entry that the shards have not alike is damage, and a stub that names another database a remark")
    func shards() throws {
        let made = try CheckedIndex(shards: 2)
        for key in ["limits", "story/x", "repeated/0000000000000001"] {
            var shard = try WritableDatabase.ofIndex(paths: [try made.generation.databasePaths[1]])
            try shard.setMetadata("1", for: key)
            try shard.close()
            try made.expect(.description)
        }
        let stub = made.index + "/" + ShardStubs.name(2)
        let whole = try Files.read(stub)
        for content in ["auto generation-9/shard-2\n", nil] {
            if let content { try Files.replace(stub, with: Array(content.utf8)) } else { Files.remove(stub) }
            let findings = try made.findings()
            #expect(findings.map(\.part) == [.stubs] && findings.allSatisfy { $0.severity == .remark })
            #expect(try IndexRepair(index: made.index).run(findings).count == 1)
            #expect(try Files.read(stub) == whole)
        }
    }

    @Test("A manifest that names another number of shards than the database was spread over")
    func shardNumber() throws {
        let made = try CheckedIndex(shards: 2)
        let place = IndexFolder(made.index)
        var manifest = try place.manifest()
        manifest.shards = 1
        let generation = place.generation(of: manifest)
        try Files.rename(try made.generation.databaseFolders[1], to: made.folder("kept"))
        try Files.rename(try made.generation.databaseFolders[0], to: generation.databaseFolders[0])
        try place.publish(manifest)
        #expect(try made.findings().contains { $0.part == .description && $0.message.contains("2 shards") })
    }

    @Test("Lines that sources repeat are those that the reports tell")
    func repeatedLines() throws {
        let folder = try ScratchFolder()
        for number in 0..<5 {
            let text = "A convoy of \(number) lorries passed the bridge at Kherson on its way to the port. It was long."
            try folder.write("reports/\(number).txt", "Report \(number)\n\n\(text)\n\nThe Daily Sample, printed here")
        }
        _ = try Indexer(index: folder("index")).index([folder("reports")])
        let place = IndexFolder(folder("index"))
        let paths = place.generation(of: try place.manifest()).databasePaths
        let entry = try #require(
            try Database(paths: paths).metadataEntries(prefix: RepeatedLine.metadataPrefix).first
        )
        var findings: [CheckFinding] = []
        let check = IndexCheck(index: folder("index"))
        _ = try check.run { if case .finding(let finding) = $0 { findings.append(finding) } }
        #expect(findings.isEmpty)
        var database = try WritableDatabase.ofIndex(paths: paths)
        try database.setMetadata("", for: entry.key)
        try database.close()
        _ = try check.run { if case .finding(let finding) = $0 { findings.append(finding) } }
        #expect(findings.map(\.part) == [.words])
    }

    @Test("An index that a writer changes under each check is checked in the end with writers locked out")
    func lockedOut() throws {
        let made = try CheckedIndex()
        let slot = try #require(Schema.source.slot)
        try made.change { try $0.setValue("Other", of: DocumentID(1), in: slot) }
        var (restarts, waits, wasLocked) = (0, 0, false)
        var findings: [CheckFinding] = []
        _ = try IndexCheck(index: made.index).run { event in
            switch event {
            case .progress(.sources, _, _) where waits == 0:
                try made.change { try $0.setMetadata("\(restarts)", for: "unknown") }
            case .progress(.sources, _, _):
                wasLocked = (try? WriterLock(folder: made.index)) == nil
            case .finding(let finding): findings.append(finding)
            case .restarted: (restarts, findings) = (restarts + 1, [])
            case .waiting: waits += 1
            case .progress: break
            }
        }
        #expect(restarts == 3 && waits == 1 && wasLocked)
        #expect(findings.contains { $0.part == .reports })
    }
}
