internal import Xapian

/// What an index that is built again takes over from the one before.
struct Heritage {
    /// When each report first came in, and with which run, by its key.
    var arrivals: [String: (added: String, run: Int)] = [:]
    /// The digest of the marks of each report that has some, by its key as a number.
    var marks: [UInt64: String] = [:]
    /// The revision that the new index goes on from.
    var revision = 0
    /// When the index was begun, in nanoseconds since 1970; 0 where that is not known.
    var begun: Int64 = 0
    /// The number for the next new source.
    var nextSource = 1

    static let none = Heritage()

    /// Reads what can be read of a generation that is damaged, or of an older schema.
    ///
    /// - Returns: `nil` when that is nothing.
    init?(of generation: Generation) {
        guard let database = try? generation.openDatabase(),
            let metadata = try? IndexMetadata.read(from: database, at: generation.path),
            let documents = try? database.documentIDs(containing: [])
        else { return nil }
        revision = (try? IndexMetadata.revisions(in: database).max()) ?? metadata.revision
        begun = metadata.begun
        nextSource = metadata.nextSource
        for document in documents {
            guard let data = try? database.documentData(document), let record = try? StoredRecord(decoding: data)
            else { continue }
            arrivals[record.key] = (record.added, record.run)
            if let applied = record.applied {
                marks[PreparedReport.number(ofKey: record.key)] = AppliedMarks.digest(of: applied.marks)
            }
        }
    }

    private init() {}
}
