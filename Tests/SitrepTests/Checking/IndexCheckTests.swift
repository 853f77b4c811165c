import Testing
import Xapian

@testable import Sitrep

@Suite("What a check compares")
struct IndexCheckTests {
    private struct Made {
        let folder: ScratchFolder
        var index: String { folder("index") }

        init(shards: Int = 1) throws {
            var reports = ChangingReports(folder: try ScratchFolder(), random: SeededGenerator(seed: 41))
            try reports.add(80)
            var options = Indexer.Options()
            options.shards = shards
            _ = try Indexer(index: reports.folder("index"), options: options).index([reports.folder("reports")])
            folder = reports.folder
        }

        var generation: Generation {
            get throws {
                let place = IndexFolder(index)
                return place.generation(of: try place.manifest())
            }
        }

        /// Changes the database as no run does.
        func change(_ body: (inout WritableDatabase) throws -> Void) throws {
            var database = try WritableDatabase.ofIndex(paths: try generation.databasePaths)
            try body(&database)
            try database.commit()
        }

        func findings() throws -> [CheckFinding] {
            var findings: [CheckFinding] = []
            _ = try IndexCheck(index: index).run { event in
                if case .finding(let finding) = event { findings.append(finding) }
                if case .restarted = event { findings = [] }
            }
            return findings
        }

        /// Expects damage of a part, and a repair of it.
        func expect(_ part: CheckPart, _ location: SourceLocation = #_sourceLocation) throws {
            let findings = try findings()
            let found = findings.filter { $0.severity == .damage }.map(\.part)
            #expect(found.contains(part), "\(findings)", sourceLocation: location)
            #expect(findings.allSatisfy { $0.remedy?.isEmpty == false }, sourceLocation: location)
            #expect(try !IndexRepair(index: index).run(findings) { true }.isEmpty, sourceLocation: location)
            #expect(try self.findings().isEmpty, sourceLocation: location)
        }
    }

    @Test("Nothing is found in an index as runs leave it", arguments: [1, 2])
    func sound(shards: Int) throws {
        let made = try Made(shards: shards)
        #expect(try made.findings().isEmpty)
    }

    @Test("A value, a term, or data of a report that was changed", arguments: [1, 2])
    func reports(shards: Int) throws {
        let made = try Made(shards: shards)
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
        let made = try Made()
        let database = try made.generation.openDatabase()
        let key = try StoredRecord(decoding: try database.documentData(DocumentID(3))).key
        for (value, of) in [([], key), ([1, 2, 3], key), ([UInt8](repeating: 7, count: 40), "00000000000000aa")] {
            try made.change { try $0.setMetadata(value, for: StoredText.metadataKey(reportKey: of)) }
            try made.expect(.texts)
        }
    }

    @Test("Stories whose lists and reports differ")
    func stories() throws {
        let made = try Made()
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
        let made = try Made()
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

    @Test("A manifest that names other sources, and one that is right where the database is not")
    func manifest() throws {
        let made = try Made()
        let expected = try Dumped.parts(made.index)
        let place = IndexFolder(made.index)
        let right = try place.manifest()
        var wrong = right
        wrong.sources[0].path += "x"
        try place.publish(wrong)
        try made.expect(.manifest)
        #expect(try place.manifest() == right)
        try made.change { database in
            var metadata = try IndexMetadata.read(from: database, at: made.index)
            metadata.sources[0].path += "x"
            try metadata.write(to: &database)
        }
        try made.expect(.manifest)
        #expect(try Dumped.parts(made.index) == expected)
    }

    @Test("Every byte of the columns is one that a check compares, or that nobody reads")
    func columns() throws {
        let made = try Made()
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
        let made = try Made()
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
        let made = try Made()
        let slot = try #require(Schema.source.slot)
        try made.change { for id in 1...20 { try $0.setValue("Other", of: DocumentID(UInt32(id)), in: slot) } }
        let findings = try made.findings().filter { $0.part == .reports }
        #expect(findings.count == 10)
        #expect(findings.last?.message.contains("more of this kind") == true)
    }
}
