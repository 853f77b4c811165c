internal import CXapian

/// The inside of an open database, for this module alone.
@safe
public struct DatabasePointer {
    let raw: OpaquePointer

    init(_ raw: OpaquePointer) { unsafe self.raw = raw }
}

/// What can be read from a database, opened for reading or for writing.
///
/// Any call may throw `.databaseModified` in a reader that a writer has overtaken (reopen and try again), and
/// `.databaseCorrupt` or `.database` when the files are damaged. Results are copies.
public protocol DatabaseReading: ~Copyable {
    /// What the shared calls work on.
    var pointer: DatabasePointer { get }
}

extension DatabaseReading where Self: ~Copyable {
    var raw: OpaquePointer { unsafe pointer.raw }

    private var statistics: cx_database_statistics {
        get throws(XapianError) {
            var statistics = cx_database_statistics()
            try unsafe succeed(cx_database_statistics_read(raw, &statistics))
            return statistics
        }
    }

    /// How many documents there are.
    public var documentCount: Int {
        get throws(XapianError) { Int(try statistics.document_count) }
    }

    /// The highest id that was ever given; 0 when none was.
    public var lastDocumentID: DocumentID {
        get throws(XapianError) { DocumentID(try statistics.last_document) }
    }

    /// The mean over all documents of the sum of their terms' frequencies.
    public var averageLength: Double {
        get throws(XapianError) { try statistics.average_length }
    }

    /// How many single databases it consists of.
    public var shardCount: Int { unsafe cx_database_shard_count(raw) }

    /// Whether any term has a position; without any, Xapian takes a phrase for all of its words.
    public var hasPositions: Bool {
        get throws(XapianError) { try statistics.has_positions }
    }

    /// The UUID that the database got when it was created; those of several are joined with colons.
    public var uuid: String {
        get throws(XapianError) {
            let list = try unsafe ListReader { out in unsafe cx_database_uuid(raw, out) }
            return String(decoding: list.string(0), as: UTF8.self)
        }
    }

    /// The number of the commit that is read; throws `.invalidOperation` unless it is a single local database.
    public var revision: UInt64 {
        get throws(XapianError) {
            var revision: UInt64 = 0
            try unsafe succeed(cx_database_revision(raw, &revision))
            return revision
        }
    }

    /// How many documents have a term; the empty term stands for every document.
    public func termFrequency(
        _ term: borrowing some ByteSource & ~Copyable & ~Escapable
    ) throws(XapianError) -> Int {
        var frequency: UInt32 = 0
        try unsafe term.withCBytes { bytes throws(XapianError) in
            try unsafe succeed(cx_database_term_frequency(raw, bytes, &frequency), about: String(bytes))
        }
        return Int(frequency)
    }

    /// How often a term occurs in all documents together: the sum of its frequencies within them.
    public func collectionFrequency(
        _ term: borrowing some ByteSource & ~Copyable & ~Escapable
    ) throws(XapianError) -> Int {
        var frequency: UInt64 = 0
        try unsafe term.withCBytes { bytes throws(XapianError) in
            try unsafe succeed(cx_database_collection_frequency(raw, bytes, &frequency), about: String(bytes))
        }
        return Int(frequency)
    }

    /// The sum of the frequencies of a document's terms; throws `.documentNotFound`.
    public func documentLength(_ id: DocumentID) throws(XapianError) -> Int {
        var length: UInt64 = 0
        try unsafe succeed(cx_database_document_length(raw, id.rawValue, &length), about: id.description)
        return Int(length)
    }

    /// Whether any document has a term.
    public func termExists(
        _ term: borrowing some ByteSource & ~Copyable & ~Escapable
    ) throws(XapianError) -> Bool {
        try termFrequency(term) > 0
    }

    /// The metadata at a key; empty when there is none.
    public func metadata(
        _ key: borrowing some ByteSource & ~Copyable & ~Escapable
    ) throws(XapianError) -> [UInt8] {
        try unsafe key.withCBytes { bytes throws(XapianError) in
            try unsafe ListReader(about: String(bytes)) { out in unsafe cx_database_metadata(raw, bytes, out) }.string(
                0
            )
        }
    }

    /// The least and the greatest value in a slot, and how many documents have one; `nil` when none has.
    ///
    /// After values were deleted the bounds may be wider than what is there.
    public func valueBounds(
        in slot: Slot
    ) throws(XapianError) -> (lower: [UInt8], upper: [UInt8], documents: Int)? {
        let list = try unsafe ListReader { out in unsafe cx_database_value_bounds(raw, slot.rawValue, out) }
        let documents = Int(list.number(0))
        return documents == 0 ? nil : (list.string(0), list.string(1), documents)
    }

    /// The data of a document; throws `.documentNotFound`.
    ///
    /// - Parameter isThere: whether it is known to be there, as that of a match: it is not looked up then, and one that
    ///   is not there has no data, in a database that is here, or throws.
    public func documentData(_ id: DocumentID, isThere: Bool = false) throws(XapianError) -> [UInt8] {
        try unsafe ListReader(about: id.description) { out in
            unsafe cx_database_document_data(raw, id.rawValue, isThere, out)
        }.string(0)
    }

    /// The value of a document in a slot, empty when it has none; throws `.documentNotFound`.
    ///
    /// - Parameter isThere: as for ``documentData(_:isThere:)``.
    public func documentValue(_ id: DocumentID, in slot: Slot, isThere: Bool = false) throws(XapianError) -> [UInt8] {
        try unsafe ListReader(about: id.description) { out in
            unsafe cx_database_document_value(raw, id.rawValue, slot.rawValue, isThere, out)
        }.string(0)
    }

    /// The nearest word in the spelling dictionary; `nil` when none is near, or `word` itself is in it.
    ///
    /// Near means at most `maximumEdits` letters changed, added, left out or swapped with a neighbour.
    public func spellingSuggestion(
        for word: String,
        maximumEdits: Int = 2
    ) throws(XapianError) -> String? {
        let edits = try UInt32(checking: maximumEdits, "edit distance")
        let suggestion = try unsafe word.withCBytes { bytes throws(XapianError) in
            try unsafe ListReader(about: word) { out in
                unsafe cx_database_spelling_suggestion(raw, bytes, edits, out)
            }.string(0)
        }
        return suggestion.isEmpty ? nil : String(decoding: suggestion, as: UTF8.self)
    }
}
