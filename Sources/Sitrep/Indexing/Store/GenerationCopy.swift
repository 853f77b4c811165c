internal import Xapian

/// Writes a generation anew, in the least space: the same documents under the same ids, at the same revision.
struct GenerationCopy {
    /// The index that the original belongs to, for messages.
    let folder: IndexFolder
    let original: Generation
    /// The copy; its folder is there and empty.
    let copy: Generation

    /// Writes it and brings it to disk. Linear in the databases.
    ///
    /// - Throws: ``SitrepError``, or what Xapian throws, such as `.databaseModified` where the original is being written to.
    func write() throws -> IndexMetadata {
        let present = try original.openDatabase()
        try folder.checkShards(of: present)
        // Of one state, whatever is committed meanwhile.
        let shards = try original.databasePaths.map { (path) throws(XapianError) in try OpenShard(path: path) }
        CrashPoint.reach(.beforeCompaction)
        for (shard, path) in zip(shards, copy.databasePaths) {
            try shard.database.compact(to: path, options: [.keepIDs, .full])
        }
        CrashPoint.reach(.afterCompaction)
        try folder.checkShards(of: try copy.openDatabase())
        var database = try WritableDatabase.ofIndex(paths: copy.databasePaths)
        var metadata = try IndexMetadata.read(from: database, at: folder.path)
        metadata.compactSize = copy.databaseSize
        let vocabulary = try IndexVocabulary.open(original, digest: metadata.vocabularyDigest, index: folder.path)
        let files = try knownFiles(metadata)
        try ChangedDocuments.forget(in: &database)
        try metadata.write(to: &database)
        try database.commit()
        try IndexVocabulary.store(vocabulary, in: copy)
        try BandFile.write(database, revision: metadata.revision, to: copy.bandsPath)
        try SideFiles(copy, metadata).write(from: database, files: files.table, changes: FileTableChanges())
        // Compacting does not wait for the disk, and the commit waits for what it changed alone.
        for folder in copy.databaseFolders { try Files.sync(filesOf: folder) }
        return metadata
    }

    /// The table of files of the original where it is of this state, else made from the copy.
    private func knownFiles(_ metadata: IndexMetadata) throws -> KnownFiles {
        let stored = try KnownFiles(of: original, metadata: metadata, index: folder.path)
        return stored.isStored ? stored : try KnownFiles(of: copy, metadata: metadata, index: folder.path)
    }

    /// A shard as it was when it was opened.
    private final class OpenShard {
        let database: Database

        init(path: [UInt8]) throws(XapianError) { database = try Database(path: path) }
    }
}
