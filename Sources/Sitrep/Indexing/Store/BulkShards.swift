internal import Xapian

/// The shards of an index while they are written in bulk; one for an index that is a single database.
///
/// Ids are those of the whole, as Xapian numbers the documents of several databases: document `d` of shard `i` of `n` is
/// document `(d - 1) * n + i + 1`.
final class BulkShards {
    private let shards: [Shard]

    /// Keeps a database, which cannot be in an array itself.
    private final class Shard {
        private var database: BulkDatabase?

        init(path: [UInt8], limits: BulkDatabase.Limits) throws(XapianError) {
            database = try BulkDatabase(path: path, limits: limits)
        }

        func add(_ document: FlatDocument) throws(XapianError) -> DocumentID {
            guard let id = try database?.add(document) else { preconditionFailure("the shard is written") }
            return id
        }

        func setMetadata(_ value: [UInt8], for key: String) throws(XapianError) {
            try database?.setMetadata(value, for: key)
        }

        func finish() throws(XapianError) {
            guard let database = database.take() else { return }
            try database.finish()
        }
    }

    /// Begins databases in new folders, which together take the memory of one.
    ///
    /// - Parameter last: of each the id within it after which its own go on; none where they begin with 1.
    init(paths: [[UInt8]], after last: [DocumentID] = []) throws(XapianError) {
        var limits = BulkDatabase.Limits()
        if paths.count > 1 { limits.runBytes = max(1 << 20, BulkDatabase.Limits.standardRunBytes / paths.count) }
        var shards: [Shard] = []
        for (number, path) in paths.enumerated() {
            if number < last.count { limits.firstDocument = DocumentID(last[number].rawValue + 1) }
            shards.append(try Shard(path: path, limits: limits))
        }
        self.shards = shards
    }

    /// Adds a document to one of the shards, counted from 0.
    func add(_ document: FlatDocument, toShard shard: Int) throws -> DocumentID {
        let local = Int(try shards[shard].add(document).rawValue)
        guard let id = UInt32(exactly: (local - 1) * shards.count + shard + 1) else {
            throw SitrepError(
                .io,
                "the index has no more numbers for reports",
                hint: "keep reports in several indexes: sitrep index --index"
            )
        }
        return DocumentID(id)
    }

    /// Sets a metadata entry that every shard has.
    func setMetadata(_ value: [UInt8], for key: String) throws(XapianError) {
        for shard in shards { try shard.setMetadata(value, for: key) }
    }

    /// Sets a metadata entry of the shard of a document.
    func setMetadata(_ value: [UInt8], for key: String, beside document: DocumentID) throws(XapianError) {
        try shards[(Int(document.rawValue) - 1) % shards.count].setMetadata(value, for: key)
    }

    /// Writes the tables of all, and brings them to the disk.
    func finish() throws(XapianError) {
        for shard in shards { try shard.finish() }
    }
}
