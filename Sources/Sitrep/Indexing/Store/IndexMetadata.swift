internal import Xapian

/// The entries that describe an index as a whole, kept in its database so that they change with it.
struct IndexMetadata: Equatable {
    var schema: Int
    /// Counts the runs that changed something; grows by one with each.
    var revision: Int
    /// The digest of the vocabulary that the facets were found with.
    var vocabularyDigest: String
    /// The folder that extends the vocabulary; `nil` for the built-in one alone.
    var vocabularyFolder: String?
    /// When the last complete run ended, as `2026-11-21T04:05:06Z`.
    var updated: String
    var sources: [SourceRecord]
    /// The number that the next new source gets.
    var nextSource: Int
    /// When the index was begun, in nanoseconds since 1970, which tells it from any other that had its place; building it
    /// again from its sources keeps that. 0 where it is not known.
    var begun: Int64 = 0
    /// The last revision that changed what is known of the files.
    var filesRevision = 0
    /// What the database took on the disk when it was last written as a whole, in bytes; 0 where that is not known.
    var compactSize = 0

    /// The number of the generation that a run saved this state with before its end; 0 for the state at the end of a run.
    var checkpoint = 0

    /// How much a file and a report may hold, as was last asked for.
    var limits = ReadingLimits.standard

    /// Whether a run saved this state before its end: there is more to do, also where no source has changed.
    var isCheckpoint: Bool { checkpoint > 0 }

    private static let key = "index"
    private static let begunKey = "begun"
    private static let filesRevisionKey = "files"
    private static let compactSizeKey = "compact"
    private static let checkpointKey = "checkpoint"
    private static let limitsKey = "limits"
    private static let shardsKey = "shards"

    /// When each source was last read, by its number.
    var lastRead: [Int: Int64] {
        Dictionary(sources.map { ($0.number, $0.lastRead) }, uniquingKeysWith: { $1 })
    }

    /// When the index was begun, as `2026-11-21T04:05:06Z`; empty where that is not known.
    var begunMoment: String {
        begun == 0 ? "" : Timestamp.string(secondsSince1970: Int(begun / 1_000_000_000))
    }

    static let empty = IndexMetadata(
        schema: Schema.version,
        revision: 0,
        vocabularyDigest: "",
        vocabularyFolder: nil,
        updated: "",
        sources: [],
        nextSource: 1
    )

    /// Reads the entries.
    ///
    /// - Throws: ``SitrepError`` when they are missing, damaged or of another schema.
    static func read(from database: borrowing some DatabaseReading & ~Copyable, at path: String) throws -> IndexMetadata
    {
        try read(at: path, oldest: Schema.version) { try database.metadata($0) }
    }

    /// Reads the entries of an index that is built again: one of an older schema too, and of shards of different runs what
    /// the newest says.
    ///
    /// - Throws: ``SitrepError`` when they are missing, damaged, or of a schema older than ``Schema/oldestReadable``;
    ///   ``ByteReader/Malformed`` for a shard whose description cannot be read.
    static func readFormer(
        from database: borrowing some DatabaseReading & ~Copyable,
        at path: String
    ) throws -> IndexMetadata {
        let revisions = try revisions(in: database)
        let newest = revisions.indices.max { revisions[$0] < revisions[$1] } ?? 0
        return try read(at: path, oldest: Schema.oldestReadable) { try database.metadata($0, ofShard: newest) }
    }

    /// - Parameter entry: gives the metadata at a key.
    private static func read(
        at path: String,
        oldest: Int,
        entry: (String) throws -> [UInt8]
    ) throws -> IndexMetadata {
        do {
            let head = try Head(decoding: try entry(key))
            guard (oldest...Schema.version).contains(head.schema) else {
                throw IndexMetadata.wrongSchema(head.schema, at: path)
            }
            let (sources, next) = try SourceRecord.decode(try entry(SourceRecord.metadataKey))
            return IndexMetadata(
                schema: head.schema,
                revision: head.revision,
                vocabularyDigest: head.vocabularyDigest,
                vocabularyFolder: head.vocabularyFolder,
                updated: head.updated,
                sources: sources,
                nextSource: next,
                begun: Int64(String(decoding: try entry(begunKey), as: UTF8.self)) ?? 0,
                filesRevision: count(try entry(filesRevisionKey)),
                compactSize: count(try entry(compactSizeKey)),
                checkpoint: count(try entry(checkpointKey)),
                limits: ReadingLimits(encoded: String(decoding: try entry(limitsKey), as: UTF8.self)) ?? .standard
            )
        } catch is ByteReader.Malformed {
            throw SitrepError(
                .data,
                "the index at \(path) is damaged: its description cannot be read",
                hint: IndexMetadata.repairHint(path)
            )
        }
    }

    /// A number in digits, which has no sum: 0 for what none that is counted can be.
    private static func count(_ digits: [UInt8]) -> Int {
        let number = Int(String(decoding: digits, as: UTF8.self)) ?? 0
        return (0...ByteReader.mostOfAnything).contains(number) ? number : 0
    }

    /// The schema of what a database holds.
    ///
    /// - Throws: ``ByteReader/Malformed`` for a description that cannot be read.
    static func schema(of database: borrowing some DatabaseReading & ~Copyable) throws -> Int {
        try Head(decoding: try database.metadata(key)).schema
    }

    /// Of how many shards a database is one; `nil` where an older version wrote it and did not say so.
    static func shardCount(toldBy database: borrowing some DatabaseReading & ~Copyable) throws(XapianError) -> Int? {
        Int(String(decoding: try database.metadata(shardsKey), as: UTF8.self))
    }

    /// Whether the shards are of different states: so it is while a writer commits one after the other, stays where it was
    /// ended in doing so, and may be behind servers, of which one has not got the last state yet.
    ///
    /// - Throws: ``ByteReader/Malformed`` for a description that cannot be read.
    static func isTorn(_ database: borrowing some DatabaseReading & ~Copyable) throws -> Bool {
        guard database.shardCount > 1 else { return false }
        return Set(try states(ofShards: database)).count > 1
    }

    /// What tells the state of each shard from its others, in their order; equal in the shards of one run.
    ///
    /// - Throws: ``ByteReader/Malformed`` for a description that cannot be read.
    static func states(ofShards database: borrowing some DatabaseReading & ~Copyable) throws -> [[String]] {
        try (0..<database.shardCount).map { shard in
            let head = try Head(decoding: try database.metadata(key, ofShard: shard))
            // Saved states of a run have the revision from before it. When each was updated does not matter: indexes that
            // were built apart are served as shards, too.
            let saved = try database.metadata(checkpointKey, ofShard: shard)
            return [
                String(head.schema), String(head.revision), head.vocabularyDigest,
                String(decoding: saved, as: UTF8.self),
            ]
        }
    }

    /// The revision of each shard, in their order.
    ///
    /// - Throws: ``ByteReader/Malformed`` for a description that cannot be read.
    static func revisions(in database: borrowing some DatabaseReading & ~Copyable) throws -> [Int] {
        try (0..<database.shardCount).map { shard in
            try Head(decoding: try database.metadata(key, ofShard: shard)).revision
        }
    }

    func write(to database: inout WritableDatabase) throws {
        var out = ByteWriter()
        out.write(schema)
        out.write(revision)
        out.write(vocabularyDigest)
        out.write(vocabularyFolder)
        out.write(updated)
        try database.setMetadata(out.summed, for: Self.key)
        try database.setMetadata(Array(String(database.shardCount).utf8), for: Self.shardsKey)
        if begun != 0 { try database.setMetadata(Array(String(begun).utf8), for: Self.begunKey) }
        try database.setMetadata(Array(String(filesRevision).utf8), for: Self.filesRevisionKey)
        try database.setMetadata(Array(String(compactSize).utf8), for: Self.compactSizeKey)
        try database.setMetadata(isCheckpoint ? Array(String(checkpoint).utf8) : [], for: Self.checkpointKey)
        try database.setMetadata(limits == .standard ? [] : Array(limits.encoded.utf8), for: Self.limitsKey)
        try database.setMetadata(SourceRecord.encode(sources, next: nextSource), for: SourceRecord.metadataKey)
    }

    /// The first of the entries.
    private struct Head {
        let schema: Int
        var revision = 0
        var vocabularyDigest = ""
        var vocabularyFolder: String?
        var updated = ""

        /// Reads what ``write(to:)`` wrote; of a schema whose fields may be others, that alone.
        init(decoding bytes: [UInt8]) throws(ByteReader.Malformed) {
            var input = ByteReader(bytes)
            schema = try input.int()
            guard (Schema.oldestReadable...Schema.version).contains(schema) else { return }
            revision = try input.int()
            vocabularyDigest = try input.string()
            vocabularyFolder = try input.optionalString()
            updated = try input.string()
            try input.checkSum()
        }
    }

    /// What to do about a damaged index. Building it again at once would read, in this process, what may crash it.
    static func repairHint(_ path: String) -> String {
        "see what is damaged, and mend it, with: \(ShellCommand.checking(path, "--repair"))"
    }

    /// Refuses to build again what a newer version wrote: it would be taken back, and what only that knows would be lost.
    static func checkNotNewer(_ manifest: Manifest, at path: String) throws(SitrepError) {
        guard manifest.schema <= Schema.version else { throw wrongSchema(manifest.schema, at: path) }
    }

    /// The message for an index of another schema.
    static func wrongSchema(_ schema: Int, at path: String) -> SitrepError {
        schema > Schema.version
            ? SitrepError(
                .data,
                "the index at \(path) was written by a newer sitrep (schema \(schema), this one is \(Schema.version))",
                hint: "use that sitrep, or build an index of your own with --index"
            )
            : SitrepError(
                .data,
                "the index at \(path) was written by an older sitrep (schema \(schema), this one is \(Schema.version))",
                hint: "bring it up to date with: \(ShellCommand.reindexing(path))"
            )
    }
}
