internal import Xapian

/// What compacting an index did.
public struct CompactionSummary: Sendable, Equatable {
    /// What the index took on the disk, in bytes.
    public var bytesBefore = 0
    /// What it takes now.
    public var bytesAfter = 0
    /// The time it took.
    public var seconds = 0.0
    /// The index's revision, which compacting leaves as it was.
    public var revision = 0
}

/// Writes the present state of an index into a new generation, in the least space.
///
/// The documents keep their ids. Readers see the old generation or the new one, which hold the same; what is interrupted
/// leaves the old one and a folder that the next run removes.
struct Compaction {
    let folder: IndexFolder

    /// A database may grow to so many times what it took when it was last written as a whole, and by ``slack``.
    ///
    /// Blocks of a B-tree that are split are half empty, and those of an earlier state stay in the file for readers. Both
    /// end well below twice the size for most changes; what goes beyond has grown by more reports, which is reason enough
    /// to write it anew: each time the database has doubled, so that a report is written anew once or twice at most.
    static let growth = 2

    /// Small databases are left alone, in bytes.
    static let slack = 4 << 20

    /// Whether a database has outgrown its size when it was last written as a whole.
    static func isDue(size: Int, compactSize: Int, slack: Int = slack) -> Bool {
        compactSize > 0 && size > compactSize * growth + slack
    }

    /// Compacts; to be called with the writers' lock held.
    ///
    /// - Throws: ``SitrepError``, or what Xapian throws; the index is then as it was.
    func run() throws -> CompactionSummary {
        let start = ContinuousClock.now
        let manifest = try folder.manifest()
        guard manifest.schema == Schema.version else {
            throw IndexMetadata.wrongSchema(manifest.schema, at: folder.path)
        }
        let old = folder.generation(of: manifest)
        var summary = CompactionSummary()
        summary.bytesBefore = Files.size(ofFolder: old.path)
        let name = Generation.name(((try folder.generationNumbers()).last ?? 0) + 1)
        folder.removeUnfinished()
        let unfinished = folder.generation(named: Generation.unfinishedName(1), shards: old.shards)
        let complete = folder.generation(named: name, shards: old.shards)
        let metadata: IndexMetadata
        do {
            try Files.makeEmptyFolder(unfinished.path)
            metadata = try GenerationCopy(folder: folder, original: old, copy: unfinished).write()
            CrashPoint.reach(.beforeRename)
            try Files.rename(unfinished.path, to: complete.path)
            CrashPoint.reach(.afterRename)
        } catch {
            folder.removeUnfinished()
            throw error
        }
        try folder.publish(Manifest(generation: name, shards: old.shards, metadata: metadata))
        ShardStubs.update(complete, named: name, in: folder)
        CrashPoint.reach(.beforeRemoval)
        folder.removeGenerations(except: name)
        CrashPoint.reach(.afterRemoval)
        summary.bytesAfter = Files.size(ofFolder: complete.path)
        summary.revision = metadata.revision
        summary.seconds = (ContinuousClock.now - start).seconds
        return summary
    }
}

/// The files beside the database of a new generation that every such generation gets when it is complete: they say nothing
/// that the database does not, and each is bound to one database and one revision.
struct SideFiles {
    private let generation: Generation
    private let metadata: IndexMetadata

    init(_ generation: Generation, _ metadata: IndexMetadata) {
        self.generation = generation
        self.metadata = metadata
    }

    /// Writes all of them, from the database after its commit and from what was known of files before.
    func write(from database: borrowing WritableDatabase, files: FileTable?, changes: FileTableChanges) throws {
        try GenerationColumns(generation, revision: metadata.revision).write(from: database)
        try writeFiles(of: database, files: files, changes: changes)
    }

    /// Writes the table of files alone.
    func writeFiles(of database: borrowing WritableDatabase, files: FileTable?, changes: FileTableChanges) throws {
        KnownFiles.store(
            files,
            changes,
            lastRead: metadata.lastRead,
            revision: metadata.filesRevision,
            uuid: try database.uuid,
            in: generation
        )
    }
}
