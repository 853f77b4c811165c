internal import Xapian

/// What an index knows of its files: the table that a walk is compared with, and the whole records, one by one.
final class KnownFiles {
    let table: FileTable
    /// Whether the table stood beside the database, and was made of these files.
    let isStored: Bool
    private let database: Database
    private let index: String

    /// Takes the table that lies beside the database, where it is whole and as new as the database; else makes one from
    /// the metadata, which is the truth.
    ///
    /// - Parameter usingTable: `false` makes it anew in any case.
    init(of generation: Generation, metadata: IndexMetadata, index: String, usingTable: Bool = true) throws {
        database = try generation.openDatabase()
        self.index = index
        let token = FileTableLayout.token(try database.uuid)
        if usingTable, let storage = try? ImageStorage.map(path: generation.filesPath),
            let table = try? FileTable(storage), table.header.database == token,
            table.header.revision == UInt64(metadata.filesRevision)
        {
            self.table = table
            isStored = true
            return
        }
        var changes = FileTableChanges()
        for (_, value) in try database.metadataEntries(prefix: FileKey.metadataPrefix) {
            changes.set(try FileRecord(decoding: value))
        }
        let bytes = FileTableBuilder.bytes(
            nil,
            changes: changes,
            lastRead: [:],
            revision: metadata.filesRevision,
            database: token
        )
        table = try FileTable(.copy(of: bytes))
        isStored = false
    }

    /// All that is known of a file.
    ///
    /// - Throws: ``SitrepError`` when the database does not have the file that the table has.
    func record(source: Int, _ relativePath: String) throws -> FileRecord {
        let key = FileKey(source: source, relativePath: relativePath).metadataKey
        let bytes = try database.metadata(key)
        guard !bytes.isEmpty else {
            throw SitrepError(
                .data,
                "the index at \(index) is damaged: what it knows of \(relativePath) is missing",
                hint: IndexMetadata.repairHint(index)
            )
        }
        return try FileRecord(decoding: bytes)
    }

    /// Writes the table beside the database as it is, with other times of reading; nothing where that fails.
    func store(lastRead: [Int: Int64], in generation: Generation) {
        guard let uuid = try? database.uuid, let revision = Int(exactly: table.header.revision) else { return }
        Self.store(table, FileTableChanges(), lastRead: lastRead, revision: revision, uuid: uuid, in: generation)
    }

    /// Brings the table beside the database up to date.
    ///
    /// It can be made again from the metadata, and a table that is not whole is never used: what fails here costs the next
    /// run time and nothing else. For the same reason it need not be on the disk before the run ends.
    ///
    /// - Parameters:
    ///   - old: what was known before.
    ///   - lastRead: since when what was written may have changed unseen, by source.
    static func store(
        _ old: FileTable?,
        _ changes: FileTableChanges,
        lastRead: [Int: Int64],
        revision: Int,
        uuid: String,
        in generation: Generation
    ) {
        let bytes = FileTableBuilder.bytes(
            old,
            changes: changes,
            lastRead: lastRead,
            revision: revision,
            database: FileTableLayout.token(uuid)
        )
        do {
            CrashPoint.reach(.beforeFiles)
            try Files.replace(generation.filesPath, with: bytes, isSynced: false)
            CrashPoint.reach(.afterFiles)
        } catch {
            Files.remove(generation.filesPath)
        }
    }
}
