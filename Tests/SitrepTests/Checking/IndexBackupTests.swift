import Synchronization
import Testing

@testable import Sitrep
@testable import Xapian

@Suite("Backups of an index that is being written to")
struct IndexBackupTests {
    @Test("Shards that are not all written yet are waited for, and told of where nobody writes them")
    func betweenShards() throws {
        let made = try CheckedIndex(shards: 2)
        let metadata = try IndexMetadata.read(from: try made.generation.openDatabase(), at: made.index)
        let paths = try made.generation.databasePaths
        @Sendable func commit(shard: Int, revision: Int) throws {
            var metadata = metadata
            metadata.revision = revision
            var database = try WritableDatabase.ofIndex(paths: [paths[shard]])
            try metadata.write(to: &database)
            try database.close()
        }
        try commit(shard: 0, revision: metadata.revision + 1)
        let error = #expect(throws: SitrepError.self) {
            try IndexBackup(index: made.index).write(to: made.folder("none"))
        }
        #expect(error?.code == .data && error?.message.contains("of different runs") == true, "\(error as Any)")
        #expect(!Files.exists(made.folder("none")))

        // The writer ends its run when it sees that it is waited for.
        let writer = Mutex<WriterLock?>(try WriterLock(folder: made.index))
        let backup = try IndexBackup(index: made.index).write(to: made.folder("backup")) { progress in
            guard progress.phase == .waiting else { return }
            #expect(throws: Never.self) { try commit(shard: 1, revision: metadata.revision + 1) }
            writer.withLock { $0 = nil }
        }
        #expect(backup.revision == metadata.revision + 1)
        #expect(writer.withLock { $0 == nil })
        #expect(try SearchIndex(path: made.folder("backup")).torn.isEmpty)
    }
}
