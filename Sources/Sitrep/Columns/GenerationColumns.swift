internal import Xapian

/// The file of columns beside a database, as the one who writes sees it.
struct GenerationColumns {
    private let path: String
    private let revision: Int
    /// The file that is there; `nil` where it is missing or damaged.
    private let file: ColumnFile?

    /// - Parameter revision: that which the database is to have, or has.
    init(_ generation: Generation, revision: Int) {
        path = generation.columnsPath
        self.revision = revision
        file = try? ColumnFile(path: path)
    }

    /// Notes what the run changed, in the transaction that changes it.
    func note(_ changed: ChangedDocuments, in database: inout WritableDatabase) throws(XapianError) {
        try changed.note(revision: revision, in: &database)
        // No reader of the new state opens an older file than the one that is there.
        if let file { try ChangedDocuments.forget(through: file.revision, in: &database) }
    }

    /// From so many documents on that changed since the file it is written anew: what they cost each search is then
    /// some milliseconds, and writing the file costs each of them as much as some dozens of its own documents do.
    private static func mostChanged(of documents: Int) -> Int { max(1_000, documents / 64) }

    /// No more notes than these are to be read, one a run, by every reader that opens the index.
    private static let mostRuns = 256

    /// Writes the file anew where too much changed since, or where it is of no use.
    ///
    /// To be called after the commit. What goes wrong here changes nothing: readers do without the file, and the next
    /// run tries again.
    func refresh(from database: borrowing WritableDatabase) {
        if let file, revision - file.revision <= Self.mostRuns,
            let uuid = try? database.uuid, file.database == ColumnFile.token(uuid),
            let changed = try? ChangedDocuments(after: file.revision, through: revision, in: database),
            let documents = try? database.documentCount, changed.ids.count <= Self.mostChanged(of: documents)
        {
            return
        }
        try? write(from: database)
    }

    /// Writes the file from what the database holds.
    func write(from database: borrowing WritableDatabase) throws {
        CrashPoint.reach(.beforeColumns)
        try ColumnFile.write(database, revision: revision, to: path)
        CrashPoint.reach(.afterColumns)
    }
}
