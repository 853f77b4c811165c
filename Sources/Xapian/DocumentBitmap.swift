internal import CXapian

/// A set of documents as bits, by id.
///
/// Memory is an eighth of a byte for every id up to the highest, whether its document is in the set or not.
public struct DocumentBitmap: Sendable, Equatable {
    /// Bit `id % 64` of word `id / 64`.
    public private(set) var words: [UInt64]

    /// The documents whose bits are set in `words`.
    public init(words: [UInt64]) { self.words = words }

    /// No documents.
    public init() { words = [] }

    /// Adds a document; time in proportion to its id where it is higher than those before.
    public mutating func insert(_ id: DocumentID) {
        let word = Int(id.rawValue) / 64
        if word >= words.count { words.append(contentsOf: repeatElement(0, count: word + 1 - words.count)) }
        words[word] |= 1 << (id.rawValue % 64)
    }

    /// Takes a document out, if it is there.
    public mutating func remove(_ id: DocumentID) {
        let word = Int(id.rawValue) / 64
        if word < words.count { words[word] &= ~(1 << (id.rawValue % 64)) }
    }

    /// Whether no document is in the set. Linear in the words.
    public var isEmpty: Bool { words.allSatisfy { $0 == 0 } }

    /// Calls `body` for all ids in the set, ascending.
    public func forEachID<Failure: Error>(_ body: (DocumentID) throws(Failure) -> Void) throws(Failure) {
        for (number, word) in words.enumerated() {
            var rest = word
            while rest != 0 {
                try body(DocumentID(UInt32(truncatingIfNeeded: number * 64 + rest.trailingZeroBitCount)))
                rest &= rest - 1
            }
        }
    }

    /// How many documents are in the set. Linear in the words.
    public var count: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }

    /// Whether a document is in the set.
    public func contains(_ id: DocumentID) -> Bool {
        let word = Int(id.rawValue) / 64
        return word < words.count && words[word] >> (id.rawValue % 64) & 1 != 0
    }

    /// Takes out what is not in another set.
    public mutating func formIntersection(_ other: DocumentBitmap) {
        for word in words.indices { words[word] &= word < other.words.count ? other.words[word] : 0 }
    }

    /// Takes out what is in another set.
    public mutating func subtract(_ other: DocumentBitmap) {
        for word in 0..<min(words.count, other.words.count) { words[word] &= ~other.words[word] }
    }

    /// The numbers of the ids in the set, ascending.
    public var rawIDs: [UInt32] {
        var ids: [UInt32] = []
        ids.reserveCapacity(count)
        forEachID { ids.append($0.rawValue) }
        return ids
    }

    /// The ids in the set, ascending.
    public var documentIDs: [DocumentID] { rawIDs.map { DocumentID($0) } }
}

extension DatabaseReading where Self: ~Copyable {
    /// All documents that a query matches, without ranking.
    ///
    /// What posting lists tell is read from them, some ten nanoseconds a posting; phrases, nearness, wildcards and values
    /// take Xapian's matcher. Throws as ``search(_:_:)`` does.
    public func matchingSet(_ query: Query) throws(XapianError) -> DocumentBitmap {
        let steps = try QuerySteps(query, weighs: false)
        return try unsafe steps.withCQuery { query throws(XapianError) in
            DocumentBitmap(words: try unsafe ListReader { out in unsafe cx_matching_set(raw, query, out) }.numbers())
        }
    }
}
