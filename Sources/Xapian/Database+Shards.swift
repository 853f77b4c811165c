internal import CXapian

extension Database {
    /// How long to wait for a server, in milliseconds; 0 for ever.
    public struct Timeouts: Sendable, Equatable {
        /// For the connection.
        public var connection: UInt32
        /// For each answer.
        public var answer: UInt32

        /// Waits for so many milliseconds.
        public init(connection: UInt32, answer: UInt32) {
            self.connection = connection
            self.answer = answer
        }
    }

    /// Opens the database that a stock server (`xapian-tcpsrv`) serves.
    ///
    /// Throws `.networkTimeout` when it does not answer in time, `.network` when it is not there, and what opening a
    /// database throws. The same errors may come of any later call.
    public init(host: String, port: UInt16, timeouts: Timeouts) throws(XapianError) {
        var handle: OpaquePointer?
        try unsafe host.withCBytes { host throws(XapianError) in
            try unsafe succeed(
                cx_database_open_server(host, port, timeouts.answer, timeouts.connection, &handle),
                about: "\(String(host)):\(port)"
            )
        }
        guard let handle = unsafe handle else { preconditionFailure("no database and no error") }
        unsafe self.init(handle: handle)
    }

    /// Several open databases as one; document `d` of database `i` of the `n` that the parts consist of is document
    /// `(d - 1) * n + i + 1` of it.
    ///
    /// It shares their insides: the parts and the whole are for one thread together. Throws `.invalidArgument` without
    /// any part.
    ///
    /// - Parameter separatesGroups: whether documents of different parts are of different groups, whatever their values
    ///   in ``CountedSlot/groupSlot``. Such a database cannot be searched with ``SearchOptions/collapseSlot``.
    public init(combining parts: [DatabasePointer], separatesGroups: Bool = false) throws(XapianError) {
        var handle: OpaquePointer?
        let pointers = unsafe parts.map { unsafe $0.raw }
        try unsafe succeed(cx_database_combine(pointers, pointers.count, separatesGroups, &handle))
        guard let handle = unsafe handle else { preconditionFailure("no database and no error") }
        unsafe self.init(handle: handle)
    }

    /// Asks the servers that it is read from for a sign of life; nothing for local databases.
    public func keepAlive() throws(XapianError) { try unsafe succeed(cx_database_keep_alive(handle)) }
}

extension DatabaseReading where Self: ~Copyable {
    /// Whether any part of it is read from a server, which can do less: ``Query/documents(_:)`` is an error there.
    public var isRemote: Bool { unsafe cx_database_is_remote(raw) }

    /// Whether posting lists and positions are read from tables, past the library's iterators: where all parts have the format
    /// glass, stand in folders, and were opened for reading in their last state. What is found is the same; this is for those
    /// who compare both. Throws as reading does.
    public var readsTables: Bool {
        get throws(XapianError) {
            var result = false
            try unsafe succeed(cx_database_reads_tables(raw, &result))
            return result
        }
    }

    /// Whether it joins parts whose groups are apart, see ``Database/init(combining:separatesGroups:)``.
    public var separatesGroups: Bool { unsafe cx_database_separates_groups(raw) }

    /// The metadata at a key of one of the single databases, counted from 0; empty where it has none.
    public func metadata(
        _ key: borrowing some ByteSource & ~Copyable & ~Escapable,
        ofShard shard: Int
    ) throws(XapianError) -> [UInt8] {
        let list = try unsafe key.withCBytes { key throws(XapianError) in
            try unsafe ListReader { out in unsafe cx_database_shard_metadata(raw, max(0, shard), key, out) }
        }
        return list.string(0)
    }

    /// The metadata at a key of that single database that a document with this id belongs to; empty where it has none.
    public func metadata(
        _ key: borrowing some ByteSource & ~Copyable & ~Escapable,
        beside document: DocumentID
    ) throws(XapianError) -> [UInt8] {
        let list = try unsafe key.withCBytes { key throws(XapianError) in
            try unsafe ListReader { out in unsafe cx_database_metadata_beside(raw, document.rawValue, key, out) }
        }
        return list.string(0)
    }
}
