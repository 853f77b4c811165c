internal import CXapian

extension WritableDatabase {
    /// Adds a document; its id is one above the highest that was ever given.
    ///
    /// Outside of a transaction Xapian commits by itself after every 10,000 changes (`XAPIAN_FLUSH_THRESHOLD` in the
    /// environment says otherwise).
    @discardableResult
    public mutating func add(_ document: borrowing Document) throws(XapianError) -> DocumentID {
        var id: UInt32 = 0
        try unsafe succeed(cx_database_add(handle, document.handle, &id))
        return DocumentID(id)
    }

    /// Adds a document to one of the shards, counted from 0; its id within the whole is one that no document had.
    ///
    /// Throws `.invalidArgument` where there is no such shard.
    @discardableResult
    public mutating func add(_ document: borrowing Document, toShard shard: Int) throws(XapianError) -> DocumentID {
        var id: UInt32 = 0
        try unsafe succeed(cx_database_add_to_shard(handle, max(0, shard), document.handle, &id))
        return DocumentID(id)
    }

    /// Puts a document in place of all that have a term, or adds it when none has.
    @discardableResult
    public mutating func replace(
        uniqueTerm term: borrowing some ByteSource & ~Copyable & ~Escapable,
        with document: borrowing Document
    ) throws(XapianError) -> DocumentID {
        var id: UInt32 = 0
        try unsafe term.withCBytes { bytes throws(XapianError) in
            try unsafe succeed(
                cx_database_replace_by_term(handle, bytes, document.handle, &id),
                about: String(bytes)
            )
        }
        return DocumentID(id)
    }

    /// Puts a document at an id, whether one was there or not.
    public mutating func replace(_ id: DocumentID, with document: borrowing Document) throws(XapianError) {
        try unsafe succeed(cx_database_replace(handle, id.rawValue, document.handle), about: id.description)
    }

    /// Sets one value of a document and leaves the rest of it untouched, which Xapian then does not write again; an empty
    /// value removes it. Throws `.documentNotFound` when the document is not there.
    public mutating func setValue(
        _ value: borrowing some ByteSource & ~Copyable & ~Escapable,
        of id: DocumentID,
        in slot: Slot
    ) throws(XapianError) {
        try unsafe value.withCBytes { value throws(XapianError) in
            try unsafe succeed(cx_database_set_value(handle, id.rawValue, slot.rawValue, value), about: id.description)
        }
    }

    /// Deletes a document; throws `.documentNotFound` when it is not there.
    public mutating func delete(_ id: DocumentID) throws(XapianError) {
        try unsafe succeed(cx_database_delete(handle, id.rawValue), about: id.description)
    }

    /// Deletes all documents that have a term; that none has it is no error.
    public mutating func delete(
        documentsContaining term: borrowing some ByteSource & ~Copyable & ~Escapable
    ) throws(XapianError) {
        try unsafe term.withCBytes { bytes throws(XapianError) in
            try unsafe succeed(cx_database_delete_by_term(handle, bytes), about: String(bytes))
        }
    }

    /// Sets metadata of the database, of all its shards; an empty value removes the key. An empty key is invalid.
    public mutating func setMetadata(
        _ value: borrowing some ByteSource & ~Copyable & ~Escapable,
        for key: borrowing some ByteSource & ~Copyable & ~Escapable
    ) throws(XapianError) {
        try unsafe key.withCBytes { key throws(XapianError) in
            try unsafe value.withCBytes { value throws(XapianError) in
                try unsafe succeed(cx_database_set_metadata(handle, key, value), about: String(key))
            }
        }
    }

    /// Sets metadata of that shard alone that a document with this id belongs to; an empty value removes the key.
    public mutating func setMetadata(
        _ value: borrowing some ByteSource & ~Copyable & ~Escapable,
        for key: borrowing some ByteSource & ~Copyable & ~Escapable,
        beside document: DocumentID
    ) throws(XapianError) {
        try unsafe key.withCBytes { key throws(XapianError) in
            try unsafe value.withCBytes { value throws(XapianError) in
                try unsafe succeed(
                    cx_database_set_metadata_beside(handle, document.rawValue, key, value),
                    about: String(key)
                )
            }
        }
    }

    /// Adds `frequency` to a word's frequency in the spelling dictionary.
    public mutating func addSpelling(
        _ word: borrowing some ByteSource & ~Copyable & ~Escapable,
        frequency: Int = 1
    ) throws(XapianError) {
        let frequency = try UInt32(checking: frequency, "frequency")
        try unsafe word.withCBytes { bytes throws(XapianError) in
            try unsafe succeed(cx_database_add_spelling(handle, bytes, frequency), about: String(bytes))
        }
    }

    /// Takes `frequency` from a word's frequency in the spelling dictionary; at 0 the word is gone.
    public mutating func removeSpelling(
        _ word: borrowing some ByteSource & ~Copyable & ~Escapable,
        frequency: Int = 1
    ) throws(XapianError) {
        let frequency = try UInt32(checking: frequency, "frequency")
        try unsafe word.withCBytes { bytes throws(XapianError) in
            try unsafe succeed(cx_database_remove_spelling(handle, bytes, frequency), about: String(bytes))
        }
    }
}
