internal import CXapian

/// A database opened for writing (`Xapian::WritableDatabase`); there is one writer at a time.
///
/// Changes are seen by its own reads at once and by others after ``commit()``. Commit, or ``close()``, explicitly: when
/// the value ends without, Xapian tries to commit what is pending and nobody hears of a failure; inside a transaction it
/// drops it. Used by one thread at a time; it can be sent to another.
@safe
public struct WritableDatabase: ~Copyable, DatabaseReading {
    /// What to do about a database that is, or is not, at the path.
    public enum Mode: Sendable, Hashable, CaseIterable {
        /// Creates one; throws `.databaseCreate` when there is one.
        case create
        /// Opens the one that is there, or creates one.
        case createOrOpen
        /// Creates one in place of what is there.
        case createOrOverwrite
        /// Opens the one that is there; throws when there is none.
        case open
    }

    /// How changes are written.
    public struct Options: OptionSet, Sendable {
        public let rawValue: UInt32
        public init(rawValue: UInt32) { self.rawValue = rawValue }

        /// Does not wait for the disk: a crash of the system may damage the database (`Xapian::DB_NO_SYNC`).
        public static let noSync = Options(rawValue: CX_NO_SYNC.rawValue)
        /// Asks the disk itself to write through (`Xapian::DB_FULL_SYNC`).
        public static let fullSync = Options(rawValue: CX_FULL_SYNC.rawValue)
        /// Updates in place: no readers meanwhile, no transactions, damage after a crash (`Xapian::DB_DANGEROUS`). For
        /// building into a temporary folder.
        public static let dangerous = Options(rawValue: CX_DANGEROUS.rawValue)
        /// Creates without a list of each document's terms: nothing can be replaced or deleted
        /// (`Xapian::DB_NO_TERMLIST`).
        public static let noTermList = Options(rawValue: CX_NO_TERM_LIST.rawValue)
        /// Waits for another writer instead of throwing `.databaseLocked` (`Xapian::DB_RETRY_LOCK`).
        public static let retryLock = Options(rawValue: CX_RETRY_LOCK.rawValue)
    }

    let handle: OpaquePointer

    /// What the shared calls work on.
    public var pointer: DatabasePointer { unsafe DatabasePointer(handle) }

    /// Opens or creates a database.
    ///
    /// - Parameters:
    ///   - path: The folder of the database, whatever its bytes; its parent must exist.
    ///   - mode: What to do about one that is there, or is not.
    ///   - options: How changes are written.
    ///   - blockSize: A power of two from 2,048 to 65,536 bytes, for a new one; 0 takes Xapian's 8,192.
    public init(
        path: some ByteSource,
        mode: Mode,
        options: Options = [],
        blockSize: Int = 0
    ) throws(XapianError) {
        try self.init(paths: [path], mode: mode, options: options, blockSize: blockSize)
    }

    /// Opens or creates several databases as one, the shards of the whole; document `d` of shard `i` of `n` is document
    /// `(d - 1) * n + i + 1` of it.
    ///
    /// Each shard has transactions and commits of its own, the first the last: when one fails, or the machine does, later
    /// shards may have what the earlier do not.
    public init(
        paths: [some ByteSource],
        mode: Mode,
        options: Options = [],
        blockSize: Int = 0
    ) throws(XapianError) {
        let blockSize = try UInt32(checking: blockSize, "block size")
        var handle: OpaquePointer?
        try unsafe paths.withCPaths { cPaths throws(XapianError) in
            try unsafe succeed(
                cx_database_open_writable(cPaths, paths.count, mode.cMode, options.rawValue, blockSize, &handle),
                about: paths.map(\.text).joined(separator: ", ")
            )
        }
        guard let handle = unsafe handle else { preconditionFailure("no database and no error") }
        unsafe self.handle = handle
    }

    deinit { unsafe cx_database_free(handle) }

    /// Makes what was written since the last commit durable and visible to readers.
    ///
    /// Throws `.invalidOperation` within a transaction. When the disk fails, what was pending is lost.
    public mutating func commit() throws(XapianError) {
        try unsafe succeed(cx_database_commit(handle))
    }

    /// Commits, closes the files and tells of errors; a transaction that is open is dropped.
    public consuming func close() throws(XapianError) {
        let handle = unsafe handle
        discard self
        try unsafe succeed(cx_database_close(handle))
    }

    /// Begins a transaction: its changes are made together or not at all.
    ///
    /// With `flushed` the changes before it are committed first, and its own with ``commitTransaction()``; without,
    /// they are committed with the next commit.
    public mutating func beginTransaction(flushed: Bool = true) throws(XapianError) {
        try unsafe succeed(cx_database_begin_transaction(handle, flushed))
    }

    /// Ends the transaction and keeps its changes; throws `.invalidOperation` when there is none.
    public mutating func commitTransaction() throws(XapianError) {
        try unsafe succeed(cx_database_commit_transaction(handle))
    }

    /// Closes the files and drops what was not committed; nothing can be asked of the database any more.
    ///
    /// For one that has failed: cancelling reads the tables again, and where that fails too, a part of the changes stays, which
    /// the library commits when it lets go of the database. This reads and writes nothing.
    public mutating func abandon() { unsafe cx_database_abandon(handle) }

    /// Ends the transaction and drops its changes; throws `.invalidOperation` when there is none.
    public mutating func cancelTransaction() throws(XapianError) {
        try unsafe succeed(cx_database_cancel_transaction(handle))
    }
}

extension WritableDatabase.Mode {
    var cMode: cx_open_mode {
        switch self {
        case .create: CX_OPEN_CREATE
        case .createOrOpen: CX_OPEN_CREATE_OR_OPEN
        case .createOrOverwrite: CX_OPEN_CREATE_OR_OVERWRITE
        case .open: CX_OPEN_EXISTING
        }
    }
}
