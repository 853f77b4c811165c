internal import CXapian

/// A term of a document.
public struct DocumentTerm: Sendable, Hashable {
    /// The bytes of the term.
    public var term: [UInt8]
    /// Its frequency within the document; 0 for a boolean term.
    public var frequency: Int
    /// Where it stands, ascending; `nil` when positions were not asked for.
    public var positions: [Int]?

    /// A term with its frequency and positions.
    public init(term: [UInt8], frequency: Int, positions: [Int]? = nil) {
        self.term = term
        self.frequency = frequency
        self.positions = positions
    }
}

/// A term that is near a word.
public struct NearTerm: Sendable, Hashable {
    /// The bytes of the term.
    public var term: [UInt8]
    /// How many documents have it.
    public var frequency: Int
    /// How many letters differ.
    public var edits: Int
}

extension DatabaseReading where Self: ~Copyable {
    /// The ids of the documents that have a term, ascending; all ids for the empty term.
    public func documentIDs(
        containing term: borrowing some ByteSource & ~Copyable & ~Escapable
    ) throws(XapianError) -> [DocumentID] {
        try unsafe term.withCBytes { bytes throws(XapianError) in
            try unsafe ListReader(about: String(bytes)) { out in
                unsafe cx_database_documents_with_term(raw, bytes, out)
            }.documentIDs()
        }
    }

    /// The terms that begin with a prefix, in byte order, with the number of documents that have each.
    ///
    /// At most `limit` of them, and none before the bytes of `first`; the empty prefix is that of all terms.
    public func allTerms(
        prefix: borrowing some ByteSource & ~Copyable & ~Escapable,
        from first: [UInt8] = [],
        limit: Int = .max
    ) throws(XapianError) -> [(term: [UInt8], frequency: Int)] {
        let limit = max(0, limit)
        let list = try unsafe prefix.withCBytes { bytes throws(XapianError) in
            try unsafe first.withCBytes { first throws(XapianError) in
                try unsafe ListReader(about: String(bytes)) { out in
                    unsafe cx_database_terms(raw, bytes, first, limit, out)
                }
            }
        }
        return (0..<list.stringCount).map { (list.string($0), Int(list.number($0))) }
    }

    /// The terms that begin with a prefix and are near a word, the nearest first, then the most frequent.
    ///
    /// Near means at most `maximumEdits` letters changed, added, left out or swapped with a neighbour (the "optimal string
    /// alignment" form of F. Damerau's distance, 1964). Reads every term with the prefix once, so that a longer prefix
    /// takes less time: 20 ms for 100,000.
    ///
    /// - Parameters:
    ///   - skipped: how many bytes of each term are left out of the comparison.
    ///   - limit: how many terms to give at most.
    /// - Returns: the terms, and how many there are in all.
    public func nearTerms(
        prefix: [UInt8],
        skipping skipped: Int = 0,
        to word: [UInt8],
        maximumEdits: Int,
        limit: Int
    ) throws(XapianError) -> (terms: [NearTerm], total: Int) {
        let edits = try UInt32(checking: maximumEdits, "edit distance")
        let (skipped, limit) = (max(0, skipped), max(0, limit))
        let list = try unsafe prefix.withCBytes { prefix throws(XapianError) in
            try unsafe word.withCBytes { word throws(XapianError) in
                try unsafe ListReader(about: String(word)) { out in
                    unsafe cx_database_near_terms(raw, prefix, skipped, word, edits, limit, out)
                }
            }
        }
        let terms = (0..<list.stringCount).map {
            NearTerm(term: list.string($0), frequency: Int(list.number(2 * $0)), edits: Int(list.number(2 * $0 + 1)))
        }
        return (terms, Int(list.number(list.numberCount - 1)))
    }

    /// All metadata whose keys begin with a prefix, in byte order of the keys.
    public func metadataEntries(
        prefix: borrowing some ByteSource & ~Copyable & ~Escapable
    ) throws(XapianError) -> [(key: [UInt8], value: [UInt8])] {
        let list = try unsafe prefix.withCBytes { bytes throws(XapianError) in
            try unsafe ListReader(about: String(bytes)) { out in
                unsafe cx_database_metadata_entries(raw, bytes, out)
            }
        }
        return (0..<list.stringCount / 2).map { (list.string(2 * $0), list.string(2 * $0 + 1)) }
    }

    /// At most `limit` values in a slot, of documents with ids from `first` on, in the order of these.
    public func values(
        in slot: Slot,
        from first: DocumentID = DocumentID(1),
        limit: Int = .max
    ) throws(XapianError) -> [(id: DocumentID, value: [UInt8])] {
        let list = try unsafe ListReader { out in
            unsafe cx_database_values(raw, slot.rawValue, first.rawValue, max(0, limit), out)
        }
        return (0..<list.stringCount).map {
            (DocumentID(UInt32(truncatingIfNeeded: list.number($0))), list.string($0))
        }
    }

    /// The terms of a document in byte order; throws `.documentNotFound`.
    public func documentTerms(
        _ id: DocumentID,
        withPositions: Bool = false
    ) throws(XapianError) -> [DocumentTerm] {
        let list = try unsafe ListReader(about: id.description) { out in
            unsafe cx_database_document_terms(raw, id.rawValue, withPositions, out)
        }
        var next = 0
        return (0..<list.stringCount).map { index in
            let frequency = Int(list.number(next))
            let positionCount = Int(list.number(next + 1))
            let positions = (next + 2..<next + 2 + positionCount).map { Int(list.number($0)) }
            next += 2 + positionCount
            return DocumentTerm(
                term: list.string(index),
                frequency: frequency,
                positions: withPositions ? positions : nil
            )
        }
    }

    /// The frequency of a term within each of some documents; 0 when the document, or the term in it, is not there.
    ///
    /// - Parameter documents: ascending. The term's list of documents is gone through once, with skips.
    public func frequencies(
        of term: borrowing some ByteSource & ~Copyable & ~Escapable,
        in documents: [DocumentID]
    ) throws(XapianError) -> [Int] {
        let ids = documents.map(\.rawValue)
        return try unsafe term.withCBytes { bytes throws(XapianError) in
            try unsafe ids.span.withUnsafeBufferPointer { ids throws(XapianError) in
                let list = try unsafe ListReader(about: String(bytes)) { out in
                    unsafe cx_database_frequencies(raw, bytes, ids.baseAddress, ids.count, out)
                }
                return (0..<list.numberCount).map { Int(list.number($0)) }
            }
        }
    }

    /// The positions of a term in a document, ascending; none when the document, or the term in it, is not there.
    public func positions(
        of term: borrowing some ByteSource & ~Copyable & ~Escapable,
        in id: DocumentID
    ) throws(XapianError) -> [Int] {
        try unsafe term.withCBytes { bytes throws(XapianError) in
            let list = try unsafe ListReader(about: String(bytes)) { out in
                unsafe cx_database_positions(raw, id.rawValue, bytes, out)
            }
            return (0..<list.numberCount).map { Int(list.number($0)) }
        }
    }
}
