internal import CXapian

extension Database {
    /// How ``compact(to:options:blockSize:)`` goes about it.
    public struct CompactionOptions: OptionSet, Sendable {
        public let rawValue: UInt32
        public init(rawValue: UInt32) { self.rawValue = rawValue }

        /// Keeps the ids of the documents; those of several databases must not overlap
        /// (`Xapian::DBCOMPACT_NO_RENUMBER`).
        public static let keepIDs = CompactionOptions(rawValue: CX_COMPACT_KEEP_IDS.rawValue)
        /// Merges more than three databases in several passes (`Xapian::DBCOMPACT_MULTIPASS`).
        public static let multipass = CompactionOptions(rawValue: CX_COMPACT_MULTIPASS.rawValue)
        /// Writes one file instead of a folder (`Xapian::DBCOMPACT_SINGLE_FILE`).
        public static let singleFile = CompactionOptions(rawValue: CX_COMPACT_SINGLE_FILE.rawValue)
        /// Splits entries wherever that saves space (`Xapian::Compactor::FULL`).
        public static let full = CompactionOptions(rawValue: CX_COMPACT_FULL.rawValue)
    }

    /// Writes a compact copy to another path (`Xapian::Database::compact`).
    ///
    /// - Parameters:
    ///   - path: Where the copy goes; not one of the databases that are open here.
    ///   - options: How to go about it.
    ///   - blockSize: A power of two from 2,048 to 65,536 bytes; 0 takes Xapian's 8,192.
    public borrowing func compact(
        to path: some ByteSource,
        options: CompactionOptions = [],
        blockSize: Int = 0
    ) throws(XapianError) {
        let blockSize = try UInt32(checking: blockSize, "block size")
        try unsafe path.withCBytes { bytes throws(XapianError) in
            try unsafe succeed(cx_database_compact(handle, bytes, options.rawValue, blockSize), about: String(bytes))
        }
    }

    /// Checks the files of a database (`Xapian::Database::check`): how many errors there are, and the report as text.
    ///
    /// Throws when there is no database at the path, or when it is so damaged that it cannot be opened.
    public static func check(path: some ByteSource) throws(XapianError) -> (errors: Int, report: String) {
        let list = try unsafe path.withCBytes { bytes throws(XapianError) in
            try unsafe ListReader(about: String(bytes)) { out in unsafe cx_database_check(bytes, out) }
        }
        return (Int(list.number(0)), String(decoding: list.string(0), as: UTF8.self))
    }
}
