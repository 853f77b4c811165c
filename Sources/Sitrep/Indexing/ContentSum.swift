internal import Xapian

/// A sum over all that a document holds, kept with its record, which tells whether any byte of it has changed since.
///
/// The tables of a database have no checksums. What is added counts in any order, so that what went into a document can be
/// compared with what its lists give back.
///
/// Not in it: the story, which is set later, and the keys of stories, which some documents have as terms.
struct ContentSum: Equatable {
    private(set) var value: UInt64 = 0

    /// Bytes that it takes behind a record.
    static let size = ByteSum.size

    /// Adds a term that comes once.
    @inline(__always)
    mutating func add(term: UnsafeRawBufferPointer, frequency: UInt64, positions: some Sequence<UInt64>) {
        let hash = ImageHash.token(term)
        value &+= mixBits(hash, frequency)
        for position in positions { value &+= mixBits(hash ^ Self.ofPositions, position) }
    }

    /// Adds the terms of a list, none of which is in another one.
    mutating func add(_ list: TermList) {
        list.forEachTerm { term, frequency, positions in
            term.withUnsafeBytes {
                add(term: $0, frequency: UInt64(frequency), positions: positions.lazy.map { UInt64($0) })
            }
        }
    }

    /// Adds terms without weight, of which one may come twice and is one.
    mutating func add(boolean terms: TermList) {
        var hashes: [UInt64] = []
        hashes.reserveCapacity(terms.count)
        terms.forEachTerm { term, _, _ in hashes.append(term.withUnsafeBytes { ImageHash.token($0) }) }
        hashes.sort()
        var last: UInt64?
        for hash in hashes where hash != last {
            value &+= mixBits(hash, 0)
            last = hash
        }
    }

    /// Adds a value; an empty one is none.
    mutating func add(value bytes: [UInt8], in slot: Slot) {
        guard !bytes.isEmpty, slot != Schema.storySlot else { return }
        value &+= mixBits(bytes.withUnsafeBytes { ImageHash.token($0) } ^ Self.ofValues, UInt64(slot.rawValue))
    }

    /// Adds the bytes of the record.
    mutating func add(record bytes: some Collection<UInt8>) {
        let hash = Array(bytes).withUnsafeBytes { ImageHash.token($0) }
        value &+= mixBits(hash ^ Self.ofRecord, UInt64(bytes.count))
    }

    /// The bytes behind the record.
    var encoded: [UInt8] { ByteSum.encoded(value) }

    /// Numbers that keep the kinds apart.
    private static let ofPositions: UInt64 = 0x9E37_79B9_7F4A_7C15
    private static let ofValues: UInt64 = 0xC2B2_AE3D_27D4_EB4F
    private static let ofRecord: UInt64 = 0x1656_67B1_9E37_79F9
}

extension ContentSum {
    /// The sum of a document that is to be written, but for keys of stories.
    ///
    /// - Parameter words: the sum of the lists of its words.
    init(words: ContentSum, _ document: FlatDocument, record: [UInt8]) {
        self = words
        add(boolean: document.terms)
        document.forEachValue { add(value: Array($1), in: $0) }
        add(record: record)
    }

    /// The sum of a document as its lists give it back.
    ///
    /// - Parameter data: its data without the sum.
    init(
        of document: DocumentID,
        data: some Collection<UInt8>,
        terms: [DocumentTerm],
        in database: borrowing some DatabaseReading & ~Copyable
    ) throws(XapianError) {
        let keys = Array(Schema.storyBand.prefix.utf8)
        for term in terms where !term.term.starts(with: keys) {
            term.term.withUnsafeBytes { bytes in
                add(
                    term: bytes,
                    frequency: UInt64(max(0, term.frequency)),
                    positions: (term.positions ?? []).lazy.map { UInt64(max(0, $0)) }
                )
            }
        }
        for slot in Schema.slots { add(value: try database.documentValue(document, in: slot), in: slot) }
        add(record: data)
    }
}
