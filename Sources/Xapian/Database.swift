internal import CXapian

/// A database, or several combined into one, opened for reading (`Xapian::Database`).
///
/// It reads the revision that was the newest when it was opened; after a few commits by a writer its calls throw
/// `.databaseModified`: ``reopen()`` and try again. Used by one thread at a time; it can be sent to another.
@safe
public struct Database: ~Copyable, DatabaseReading {
    let handle: OpaquePointer

    /// What the shared calls work on.
    public var pointer: DatabasePointer { unsafe DatabasePointer(handle) }

    /// Opens a folder; the path's bytes go to the system as they are.
    ///
    /// Throws `.databaseNotFound`, `.databaseOpening`, `.databaseVersion` or `.databaseCorrupt` for what is no readable
    /// database.
    ///
    /// - Parameter ofAnyKind: whether the path may be that of a database in a single file as well, or of a stub file, which
    ///   can name a server to connect to and a program to run: only for those of one's own making.
    public init(path: some ByteSource, ofAnyKind: Bool = false) throws(XapianError) {
        try self.init(paths: [path], ofAnyKind: ofAnyKind)
    }

    init(handle: OpaquePointer) { unsafe self.handle = handle }

    /// Opens several databases as one; document `d` of database `i` of `n` is document `(d - 1) * n + i + 1` of it.
    ///
    /// Throws `.invalidArgument` when there is no path at all.
    public init(paths: [some ByteSource], ofAnyKind: Bool = false) throws(XapianError) {
        var handle: OpaquePointer?
        try unsafe paths.withCPaths { cPaths throws(XapianError) in
            try unsafe succeed(
                cx_database_open(cPaths, paths.count, ofAnyKind, &handle),
                about: paths.map(\.text).joined(separator: ", ")
            )
        }
        guard let handle = unsafe handle else { preconditionFailure("no database and no error") }
        unsafe self.handle = handle
    }

    deinit { unsafe cx_database_free(handle) }

    /// Moves to the newest revision; false when it was there already (before the first commit it may be true all the same).
    @discardableResult
    public mutating func reopen() throws(XapianError) -> Bool {
        var moved = false
        try unsafe succeed(cx_database_reopen(handle, &moved))
        return moved
    }

    /// Closes the files and tells of errors; without it they are closed when the value ends.
    public consuming func close() throws(XapianError) {
        let handle = unsafe handle
        discard self
        try unsafe succeed(cx_database_close(handle))
    }
}
