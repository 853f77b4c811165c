internal import Xapian

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// An index open for reading.
///
/// Every call works on one state of the index: when a writer changes it meanwhile, the call begins anew on the new
/// state. For one thread at a time.
public final class SearchIndex {
    let folder: IndexFolder
    private var state: State

    /// What stays the same between two states.
    struct State: ~Copyable {
        var manifest: Manifest
        var generation: Generation
        var database: Database
        var metadata: IndexMetadata
        var concepts: ConceptAccess
        var columns: ColumnAccess
        var shards: OpenShards
        /// Whether the shards are of different runs.
        var isTorn: Bool
    }

    /// So often a call begins anew before it gives up.
    private static let attempts = 10

    /// Opens the index in a folder.
    ///
    /// - Throws: ``SitrepError``: `notFound` where there is none, `data` where it is damaged or of another schema.
    public init(path: String) throws {
        folder = IndexFolder(path)
        state = try Self.open(folder)
    }

    /// The index folder, absolute.
    public var path: String { folder.path }

    /// The shards that the last call asked, and which of them did not answer; none for an index that is not spread.
    public var shards: [ShardStatus] { state.shards.statuses }

    /// Whether the shards that the last call searched are of different runs, as one was cut off while it ended, or a server
    /// has not got the state of the last one yet: each report is found as one of them left it.
    public var isTorn: Bool { state.isTorn }

    private static func open(_ folder: IndexFolder) throws -> State {
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
                let shards = opened.shards
                let database = opened.database
                let metadata = try IndexMetadata.read(from: database, at: folder.path)
                let isTorn = try IndexMetadata.isTorn(database)
                if isTorn, !database.isRemote, attempt < attempts {
                    // A writer commits one shard after the other just now.
                    usleep(UInt32(attempt) * 40_000)
                    continue
                }
                let vocabulary = try IndexVocabulary.open(
                    generation,
                    digest: metadata.vocabularyDigest,
                    index: folder.path
                )
                return State(
                    manifest: manifest,
                    generation: generation,
                    database: database,
                    metadata: metadata,
                    concepts: ConceptAccess(vocabulary: vocabulary),
                    columns: ColumnAccess(generation, revision: metadata.revision),
                    shards: shards,
                    isTorn: isTorn
                )
            } catch {
                // A writer may have put a new generation in place and removed the old one meanwhile.
                let isStale = (try? folder.manifest()) != manifest || Self.isModified(error)
                guard isStale, attempt < attempts else { throw SitrepError.translated(error, index: folder.path) }
            }
        }
    }

    /// Runs `body` on the present state; anew, when a writer changed the index under it.
    ///
    /// - Parameter mayRestart: asked before `body` runs anew; where it says no, a changed index is an error.
    func withState<Result>(
        mayRestart: () -> Bool = { true },
        _ body: (borrowing State) throws -> Result
    ) throws -> Result {
        var attempt = 0
        while true {
            attempt += 1
            do {
                return try body(state)
            } catch {
                // A server that is gone is left out when the state is opened anew.
                let isStale =
                    Self.isModified(error) || (error as? XapianError)?.isOfNetwork == true
                    || (try? folder.manifest()) != state.manifest
                guard mayRestart() else {
                    throw isStale && error is XapianError
                        ? overtaken : SitrepError.translated(error, index: folder.path)
                }
                guard isStale, attempt < Self.attempts else { throw SitrepError.translated(error, index: folder.path) }
                state = try Self.open(folder)
            }
        }
    }

    private var overtaken: SitrepError {
        SitrepError(
            .io,
            "the index at \(folder.path) changed before all hits were read",
            hint: "run the same command again"
        )
    }

    private static func isModified(_ error: any Error) -> Bool {
        (error as? XapianError)?.code == .databaseModified
    }
}
