internal import Xapian

/// The one who writes to an index: changes become visible all together, when ``publish(metadata:)`` returns, or never.
///
/// A small change is one transaction on the present database. A first build, a large change and a rebuild go into a
/// new generation in a folder of its own, which the manifest names at the end: a copy is committed piece by piece to
/// keep memory bounded; where it can be done, what is added to it, and all of a generation that begins empty, is written
/// in bulk, and is a database that can be read and changed from ``endAdditions()`` on. A run that is interrupted leaves at
/// most a folder that nobody reads and the next run removes. A large run may publish what it has on the way, see
/// ``publishAndGoOn(metadata:vocabulary:files:)``.
final class IndexWriter {
    /// Where changes go.
    enum Mode {
        /// One transaction on the present generation.
        case inPlace
        /// A new generation that begins as a copy of the present one.
        case copy
        /// A new generation that begins empty.
        case fresh
    }

    let folder: IndexFolder
    var mode: Mode
    /// How many databases the reports are spread over.
    let shardCount: Int
    private let lock: WriterLock
    var generationName: String
    /// The number in that name.
    var generationNumber: Int { Generation.number(ofName: generationName) ?? 0 }
    var generation: Generation
    /// Whether new generations are to be written in bulk.
    let inBulk: Bool
    /// While reports are added in bulk, what they are added to: an empty database in the place of the one to come, or the
    /// present one, which can be changed after ``prepareToChange()``.
    var database: WritableDatabase
    private var bulk: BulkShards?
    var additions: BulkAdditions?
    /// Whether documents are added in bulk, and nothing of what was added can be read.
    var addsInBulk = false
    var isPublished = false
    /// Documents written since the last commit of a new generation.
    var uncommitted = 0
    /// The documents of the present generation that were written or taken out.
    private var changed: Set<DocumentID> = []

    /// After so many documents a new generation is committed, which bounds the memory that they take.
    private static let documentsPerCommit = 2_000

    /// Opens an index for writing; `lock` is held for as long as the writer lives.
    ///
    /// - Parameters:
    ///   - shards: how many databases a generation that begins empty is spread over; another has as many as it had.
    ///   - inBulk: whether what is added to a new generation is written in bulk, where the library at hand has the format
    ///     for that.
    init(
        folder: IndexFolder,
        lock: consuming WriterLock,
        manifest: Manifest?,
        mode: Mode,
        shards: Int = 1,
        inBulk: Bool = true
    ) throws {
        self.folder = folder
        self.lock = lock
        self.inBulk = inBulk
        let present = manifest.map(folder.generation(of:))
        shardCount = mode == .fresh ? shards : present?.shards ?? shards
        if mode == .inPlace, let manifest, let present {
            self.mode = .inPlace
            generationName = manifest.generation
            generation = present
            database = try WritableDatabase.ofIndex(paths: present.databasePaths)
            try database.beginTransaction()
            return
        }
        generationName = Generation.name(((try folder.generationNumbers()).last ?? 0) + 1)
        // It gets its name when it is complete.
        generation = folder.generation(named: Generation.unfinishedName(1), shards: shardCount)
        folder.removeUnfinished()
        try Files.makeEmptyFolder(generation.path)
        CrashPoint.reach(.generationBegun)
        if mode == .copy, let present {
            self.mode = .copy
            if inBulk, try Self.canAddInBulk(in: generation) {
                database = try BulkAdditions.openBase(present)
                additions = try BulkAdditions(to: present, in: generation)
                addsInBulk = true
                return
            }
            // Ids are known outside of the database, too.
            try present.copyDatabases(to: generation.databasePaths)
            database = try WritableDatabase.ofIndex(paths: generation.databasePaths)
        } else {
            self.mode = .fresh
            database = try WritableDatabase(path: generation.emptyDatabasePath, mode: .create)
            addsInBulk = inBulk && BulkDatabase.canReplace(emptyDatabaseAt: generation.emptyDatabasePath)
            if addsInBulk {
                bulk = try BulkShards(paths: generation.databasePaths)
            } else {
                try replaceEmptyDatabase(mode: .create)
            }
        }
    }

    /// Whether the library at hand has the format that is written in bulk.
    private static func canAddInBulk(in generation: Generation) throws -> Bool {
        try WritableDatabase(path: generation.emptyDatabasePath, mode: .create).close()
        defer { try? Files.removeFolder(generation.path + "/" + Generation.emptyDatabaseName) }
        return BulkDatabase.canReplace(emptyDatabaseAt: generation.emptyDatabasePath)
    }

    /// The shard that a new report goes to: by its key, so that it does not depend on what came before.
    private func shard(ofReport number: UInt64) -> Int { Int(number % UInt64(shardCount)) }

    /// Adds the document of a report in bulk.
    ///
    /// - Parameter number: the report's key as a number.
    func add(_ document: FlatDocument, ofReport number: UInt64) throws -> DocumentID {
        let shard = shard(ofReport: number)
        guard let id = try additions?.add(document, toShard: shard) ?? bulk?.add(document, toShard: shard) else {
            preconditionFailure("documents are not added in bulk")
        }
        return id
    }

    /// Adds the document of a report.
    ///
    /// - Parameter number: the report's key as a number.
    func add(_ document: borrowing Document, ofReport number: UInt64) throws -> DocumentID {
        try database.add(document, toShard: shard(ofReport: number))
    }

    /// To be called before a document of the present state is replaced, or taken out.
    func prepareToChange() throws { try additions?.copyBase(of: &database) }

    /// Sets a metadata entry that every shard has; an empty one goes.
    func setMetadata(_ value: [UInt8], for key: String) throws {
        if let additions {
            try additions.setMetadata(value, for: key, in: &database)
        } else if addsInBulk {
            try bulk?.setMetadata(value, for: key)
        } else {
            try database.setMetadata(value, for: key)
        }
    }

    /// Sets the stored text of a report, which stands in the shard of its document alone; an empty one goes.
    ///
    /// - Parameter isNew: whether the report is.
    func setText(_ text: [UInt8], ofReport key: String, document: DocumentID, isNew: Bool = false) throws {
        let key = StoredText.metadataKey(reportKey: key)
        if let additions, isNew {
            try additions.setMetadata(text, for: key, beside: document)
        } else if addsInBulk, additions == nil {
            try bulk?.setMetadata(text, for: key, beside: document)
        } else {
            try database.setMetadata(text, for: key, beside: document)
        }
    }

    /// To be called when all reports are added: what was written in bulk becomes a database to read and to change.
    func endAdditions() throws {
        if let additions {
            CrashPoint.reach(.beforeJoin)
            try additions.join(with: &database)
            CrashPoint.reach(.afterJoin)
            self.additions = nil
            addsInBulk = false
        }
        guard let bulk = bulk.take() else { return }
        CrashPoint.reach(.beforeMerge)
        try bulk.finish()
        CrashPoint.reach(.afterMerge)
        addsInBulk = false
        try replaceEmptyDatabase(mode: .open)
    }

    func replaceEmptyDatabase(mode: WritableDatabase.Mode) throws {
        database = try WritableDatabase.ofIndex(paths: generation.databasePaths, mode: mode)
        try Files.removeFolder(generation.path + "/" + Generation.emptyDatabaseName)
    }

    /// To be called after each document: keeps the memory of a large build bounded.
    func documentWritten() throws {
        guard mode != .inPlace, !addsInBulk || additions?.hasCopy == true else { return }
        uncommitted += 1
        if uncommitted >= Self.documentsPerCommit {
            try database.commit()
            uncommitted = 0
        }
    }

    /// Where the generation that is written has its file of bands.
    var bandsPath: String { generation.bandsPath }

    /// Whether the keys by which stories are found go into the documents as terms: the file of bands stays as it is until
    /// the next generation.
    var addsKeyTerms: Bool { mode == .inPlace }

    /// The database as it was before this run changed it.
    func presentDatabase() throws(XapianError) -> Database { try generation.openDatabase() }

    /// To be called for each document of the index that is written, changed or taken out.
    func noteChange(of document: DocumentID) {
        if mode == .inPlace { changed.insert(document) }
    }

    /// What a run learned of files.
    struct FileChanges {
        /// What was known before.
        var before: KnownFiles?
        var changes = FileTableChanges()
    }

    /// Makes everything that was written the index's present state.
    ///
    /// - Throws: ``SitrepError``, or what Xapian throws. Readers then have the former state, or the new one where only what
    ///   comes after the manifest has its name failed; both are there as long as a power cut may still undo that.
    func publish(metadata: IndexMetadata, vocabulary: Vocabulary, files: FileChanges? = nil) throws {
        var metadata = metadata
        if let files, !files.changes.isEmpty { metadata.filesRevision = metadata.revision }
        try IndexVocabulary.store(vocabulary, in: generation)
        if mode != .inPlace {
            try database.commit()
            metadata.compactSize = generation.databaseSize
        }
        try metadata.write(to: &database)
        let columns = GenerationColumns(generation, revision: metadata.revision)
        if mode == .inPlace {
            try columns.note(ChangedDocuments(changed), in: &database)
            CrashPoint.reach(.beforeTransaction)
            try database.commitTransaction()
            try generation.syncDatabaseNames()
            CrashPoint.reach(.afterTransaction)
            columns.refresh(from: database)
            if let files {
                try SideFiles(generation, metadata).writeFiles(
                    of: database,
                    files: files.before?.table,
                    changes: files.changes
                )
            }
        } else {
            try ChangedDocuments.forget(in: &database)
            CrashPoint.reach(.beforeCommit)
            try database.commit()
            try generation.syncDatabaseNames()
            CrashPoint.reach(.afterCommit)
            try SideFiles(generation, metadata).write(
                from: database,
                files: files?.before?.table,
                changes: files?.changes ?? FileTableChanges()
            )
            let complete = folder.generation(named: generationName, shards: shardCount)
            CrashPoint.reach(.beforeRename)
            try Files.rename(generation.path, to: complete.path)
            CrashPoint.reach(.afterRename)
            generation = complete
        }
        let manifest = Manifest(generation: generationName, shards: shardCount, metadata: metadata)
        if mode != .inPlace || (try? folder.manifest()) != manifest {
            // What fails may be but to bring its name to the disk: readers open the generation already.
            defer { isPublished = isPublished || namesGeneration }
            try folder.publish(manifest)
        }
        isPublished = true
        ShardStubs.update(generation, named: generationName, in: folder)
        CrashPoint.reach(.beforeRemoval)
        folder.removeGenerations(except: generationName)
        removeVocabularies(except: IndexVocabulary.paths(generation, digest: vocabulary.digest))
        CrashPoint.reach(.afterRemoval)
    }

    /// Whether the manifest names the generation that is written, or may: it can be there and out of reach.
    private var namesGeneration: Bool {
        guard !Files.isAbsent(folder.manifestPath) else { return false }
        guard let manifest = try? folder.manifest() else { return true }
        return manifest.generation == generationName
    }

    /// Writes the database anew where small changes made it outgrow what it took when it was last written as a whole.
    ///
    /// To be called after publishing.
    ///
    /// - Parameter slack: bytes that it may grow in any case.
    /// - Returns: `nil` where that is not needed.
    func compactIfGrown(metadata: IndexMetadata, slack: Int) throws -> CompactionSummary? {
        guard mode == .inPlace,
            Compaction.isDue(size: generation.databaseSize, compactSize: metadata.compactSize, slack: slack)
        else { return nil }
        return try Compaction(folder: folder).run()
    }

    /// Vocabularies that the present state no longer uses; a reader has its own open.
    private func removeVocabularies(except kept: [String]) {
        guard let names = try? Files.names(in: generation.path) else { return }
        for name in names where name.hasPrefix("vocabulary-") && !kept.contains(generation.path + "/" + name) {
            Files.remove(generation.path + "/" + name)
        }
    }

    deinit {
        guard !isPublished else { return }
        if mode == .inPlace {
            // The database's own end would commit what a failing disk has left of the transaction.
            database.abandon()
        } else {
            // Its threads may still be writing.
            bulk = nil
            additions = nil
            try? Files.removeFolder(generation.path)
        }
    }
}
