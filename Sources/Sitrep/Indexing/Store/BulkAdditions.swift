internal import Xapian

/// The reports that a run adds to the present state of a database: written in bulk beside it, with ids that go on after
/// its last one, and joined with it when all are there.
///
/// The present database stays as it is and is read. A run that only adds has it copied once, when both are joined. One
/// that changes a document as well has it copied before the first change, see ``copyBase(of:)``; what is joined in the end
/// is then the copy.
final class BulkAdditions {
    private let present: Generation
    private let new: Generation
    private var bulk: BulkShards?
    /// Whether the documents of the base can be changed.
    private(set) var hasCopy = false
    /// New values of entries that the base has already: of two that are joined, one would be lost.
    private var late: [String: [UInt8]] = [:]

    /// - Parameters:
    ///   - present: what is added to.
    ///   - new: the folder of a generation that has no database yet.
    init(to present: Generation, in new: Generation) throws {
        self.present = present
        self.new = new
        try Files.makeFolder(new.path + "/" + Generation.addedDatabaseName)
        bulk = try BulkShards(
            paths: new.addedDatabasePaths,
            after: try present.databasePaths.map { try Database(path: $0).lastDocumentID }
        )
    }

    /// Opens the database that is added to, for reading: what is written to it all the same is dropped.
    static func openBase(_ present: Generation) throws(XapianError) -> WritableDatabase {
        var database = try WritableDatabase.ofIndex(paths: present.databasePaths)
        try database.beginTransaction()
        return database
    }

    /// Adds a document to one of the shards, counted from 0.
    func add(_ document: FlatDocument, toShard shard: Int) throws -> DocumentID {
        guard let bulk else { preconditionFailure("what was added is joined already") }
        return try bulk.add(document, toShard: shard)
    }

    /// Sets a metadata entry of the shard of a document that was added; the base has none of that key.
    func setMetadata(_ value: [UInt8], for key: String, beside document: DocumentID) throws(XapianError) {
        try bulk?.setMetadata(value, for: key, beside: document)
    }

    /// Sets a metadata entry that every shard has; an empty one goes.
    ///
    /// - Parameter base: what is added to, or its copy.
    func setMetadata(_ value: [UInt8], for key: String, in base: inout WritableDatabase) throws(XapianError) {
        // An entry that the base had once, and that went, has no value: then it can come with what is added.
        if try base.metadata(key).isEmpty {
            try bulk?.setMetadata(value, for: key)
        } else if hasCopy {
            try base.setMetadata(value, for: key)
        } else {
            late[key] = value
        }
    }

    /// Puts a copy in the place of the base, so that its documents can be changed. Linear in the base.
    func copyBase(of base: inout WritableDatabase) throws {
        guard !hasCopy else { return }
        try Files.makeFolder(new.path + "/" + Generation.baseDatabaseName)
        try present.copyDatabases(to: new.baseDatabasePaths)
        try base.cancelTransaction()
        base = try WritableDatabase.ofIndex(paths: new.baseDatabasePaths)
        hasCopy = true
        try writeLate(to: &base)
    }

    private func writeLate(to database: inout WritableDatabase) throws(XapianError) {
        for (key, value) in late { try database.setMetadata(value, for: key) }
        late = [:]
    }

    /// Joins what was added with the base, and puts the result, whose ids are those of both, in the base's place. Linear
    /// in both.
    func join(with base: inout WritableDatabase) throws {
        if hasCopy { try base.commit() } else { try base.cancelTransaction() }
        if let bulk = bulk.take() { try bulk.finish() }
        let olds = hasCopy ? new.baseDatabasePaths : present.databasePaths
        for (shard, old) in olds.enumerated() {
            let both = try Database(paths: [old, new.addedDatabasePaths[shard]])
            try both.compact(to: new.databasePaths[shard], options: .keepIDs)
            // Compacting does not wait for the disk, and a commit waits for what it changed alone.
            try Files.sync(filesOf: new.databaseFolders[shard])
        }
        base = try WritableDatabase.ofIndex(paths: new.databasePaths)
        try Files.removeFolder(new.path + "/" + Generation.addedDatabaseName)
        if hasCopy { try Files.removeFolder(new.path + "/" + Generation.baseDatabaseName) }
        try writeLate(to: &base)
    }
}
