internal import Xapian

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// One of the indexes that are searched together, in the state in which it is open.
///
/// For one thread at a time, with the others and with the database that they are joined to.
final class Member {
    let folder: IndexFolder
    let manifest: Manifest
    let generation: Generation
    /// Its reports alone, under ids of their own.
    let database: Database
    let metadata: IndexMetadata
    /// The one that its facets were found with.
    let vocabulary: Vocabulary
    let shards: OpenShards
    /// Whether its shards are of different runs.
    let isTorn: Bool

    /// So often an index that changes is opened anew before that is an error.
    static let attempts = 10

    private init(
        _ folder: IndexFolder,
        _ manifest: Manifest,
        _ generation: Generation,
        _ opened: consuming OpenShards.Opened,
        _ metadata: IndexMetadata,
        _ vocabulary: Vocabulary,
        isTorn: Bool
    ) {
        self.folder = folder
        self.manifest = manifest
        self.generation = generation
        self.metadata = metadata
        self.vocabulary = vocabulary
        self.isTorn = isTorn
        shards = opened.shards
        database = opened.database
    }

    /// Opens the present state of an index.
    ///
    /// - Throws: ``SitrepError`` that names the folder; ``NoShardAnswers``.
    static func open(_ folder: IndexFolder) throws -> Member {
        var attempt = 0
        while true {
            attempt += 1
            let manifest = try folder.manifest()
            guard manifest.schema == Schema.version else {
                throw IndexMetadata.wrongSchema(manifest.schema, at: folder.path)
            }
            let generation = folder.generation(of: manifest)
            do {
                let opened = try OpenShards.open(generation, in: folder)
                let metadata = try IndexMetadata.read(from: opened.database, at: folder.path)
                let isTorn = try IndexMetadata.isTorn(opened.database)
                if isTorn, !opened.database.isRemote, attempt < attempts {
                    // A writer commits one shard after the other just now.
                    usleep(UInt32(attempt) * 40_000)
                    continue
                }
                let vocabulary = try IndexVocabulary.open(
                    generation,
                    digest: metadata.vocabularyDigest,
                    index: folder.path
                )
                return Member(folder, manifest, generation, opened, metadata, vocabulary, isTorn: isTorn)
            } catch {
                // A writer may have put a new generation in place and removed the old one meanwhile.
                let isStale = (try? folder.manifest()) != manifest || error.isOfModifiedDatabase
                // A server that is lost between being opened and being read does not answer the second time.
                let isLost = (error as? XapianError)?.isOfNetwork == true && attempt == 1
                guard isStale && attempt < attempts || isLost else {
                    throw SitrepError.translated(error, index: folder.path)
                }
            }
        }
    }

    /// Whether its vocabulary is known to have changed since it was built; not known of a folder on another machine.
    var hasStaleVocabulary: Bool {
        let isElsewhere = folder.readsServers && metadata.vocabularyFolder?.isEmpty == false
        return !isElsewhere && metadata.vocabularyIsCurrent == false
    }

    /// Whether its terms, and what stands in its documents, can be gone through; not tried behind servers.
    var isReadable: Bool {
        guard !database.isRemote else { return true }
        let atOnce = 10_000
        do {
            for document in try database.documentIDs(containing: []) {
                _ = try StoredRecord(decoding: try database.documentData(document))
                for slot in Schema.slots { _ = try database.documentValue(document, in: slot) }
            }
            _ = try database.metadataEntries(prefix: FileKey.metadataPrefix)
            var terms = try database.allTerms(prefix: [], limit: atOnce)
            while terms.count == atOnce, let last = terms.last {
                terms = try database.allTerms(prefix: [], from: last.term + [0], limit: atOnce)
            }
            return true
        } catch {
            return false
        }
    }

    /// Whether another generation has taken the place of the one that is open.
    var isReplaced: Bool { (try? folder.manifest()) != manifest }
}

extension Error {
    /// Whether a writer has overtaken a reader, which is to open the database anew.
    var isOfModifiedDatabase: Bool { (self as? XapianError)?.code == .databaseModified }
}
