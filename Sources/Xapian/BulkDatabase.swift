internal import CGlass

/// A new database that is written whole, many times as fast as by adding documents to a ``WritableDatabase``.
///
/// It can be read when ``finish()`` has returned, not before, and is then a database like any other. Memory stays
/// bounded however many documents it gets: they go to the disk in runs, which are merged at the end. Used by one thread
/// at a time; it starts threads of its own.
@safe
public struct BulkDatabase: ~Copyable {
    /// How much is kept in memory; 0 stands for the standard.
    public struct Limits: Sendable {
        /// What a run takes as a rule.
        public static let standardRunBytes = 8 << 20

        /// The bytes and the documents of a run.
        public var runBytes = 0
        public var runDocuments = 0
        /// How many runs are sorted at the same time, beside the one that is being filled.
        public var threads = 0
        /// How many runs are merged at the same time.
        public var fanIn = 0
        /// The id of the first document, so that the database can be joined with one whose ids end before it.
        public var firstDocument = DocumentID(1)

        /// The standard: some 50 MB.
        public init() {}
    }

    private let handle: OpaquePointer

    /// Whether the library that the program runs with reads what is written here.
    ///
    /// It is so when an empty database that it has made is, byte for byte, the one that would be made here: the format
    /// has one version for all releases of Xapian 1.4, and a version of its own in later ones.
    ///
    /// - Parameter path: The folder of such a database, which nothing was written to yet.
    public static func canReplace(emptyDatabaseAt path: some ByteSource) -> Bool {
        unsafe path.withGlassBytes { unsafe cg_is_known_format($0) }
    }

    /// Begins a database in a new folder.
    ///
    /// - Parameter path: The folder, whatever its bytes; its parent must exist, and it must not.
    public init(path: some ByteSource, limits: Limits = Limits()) throws(XapianError) {
        let options = cg_options(
            run_bytes: max(0, limits.runBytes),
            run_documents: UInt32(clamping: limits.runDocuments),
            threads: UInt32(clamping: limits.threads),
            fan_in: UInt32(clamping: limits.fanIn),
            first_document: limits.firstDocument.rawValue
        )
        var handle: OpaquePointer?
        try unsafe path.withGlassBytes { bytes throws(XapianError) in
            try succeed { unsafe cg_writer_open(bytes, options, &handle, &$0) }
        }
        guard let handle = unsafe handle else { preconditionFailure("no writer and no failure") }
        unsafe self.handle = handle
    }

    /// Waits for the threads; what is not finished is taken away.
    deinit { unsafe cg_writer_free(handle) }

    /// Adds a document; ids count from the first one of the limits.
    ///
    /// Throws `.invalidArgument`, and adds nothing, for a term that is empty or above ``Document/maximumTermLength``, or
    /// positions that do not ascend. After another error the database is of no more use.
    @discardableResult
    public mutating func add(_ document: FlatDocument) throws(XapianError) -> DocumentID {
        var id: UInt32 = 0
        try unsafe document.withGlassDocument { document throws(XapianError) in
            var document = unsafe document
            try succeed { unsafe cg_writer_add(handle, &document, &id, &$0) }
        }
        return DocumentID(id)
    }

    /// Sets a metadata entry; a later one of the same key takes its place, empty bytes take it away.
    public mutating func setMetadata(_ value: some ByteSource, for key: some ByteSource) throws(XapianError) {
        try unsafe key.withGlassBytes { key throws(XapianError) in
            try unsafe value.withGlassBytes { value throws(XapianError) in
                try succeed { unsafe cg_writer_set_metadata(handle, key, value, &$0) }
            }
        }
    }

    /// Writes the tables and brings them to the disk.
    ///
    /// When it throws, as for a full disk, the folder is taken away.
    public consuming func finish() throws(XapianError) {
        try succeed { unsafe cg_writer_finish(handle, &$0) }
    }
}

/// Calls a C function and throws what it says of a failure.
private func succeed(_ call: (inout cg_failure) -> cg_code) throws(XapianError) {
    var failure = cg_failure()
    let code = call(&failure)
    guard code != CG_OK else { return }
    let message = unsafe withUnsafeBytes(of: failure.message) { bytes in
        unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
    }
    throw XapianError(XapianError.Code(code), message, typeName: "bulk database")
}

extension XapianError.Code {
    fileprivate init(_ code: cg_code) {
        self =
            switch code {
            case CG_INVALID_ARGUMENT: .invalidArgument
            case CG_INVALID_STATE: .invalidOperation
            case CG_INPUT_OUTPUT: .database
            case CG_DAMAGED: .databaseCorrupt
            case CG_OUT_OF_MEMORY: .outOfMemory
            default: .cxxException
            }
    }
}
