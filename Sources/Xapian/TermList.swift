/// The terms of a document, or a part of them, in a few arrays instead of a document of the library's: quick to fill, to
/// hand to another thread and to copy.
///
/// Terms that come in the order of their bytes are quicker to write; any order, and a term that comes twice, is right.
public struct TermList: Sendable {
    /// The bytes of all terms, one after the other.
    private(set) var bytes: [UInt8] = []
    /// Where each term ends in `bytes`.
    private(set) var ends: [UInt32] = []
    private(set) var frequencies: [UInt32] = []
    /// Where the positions of each term end in `positions`.
    private(set) var positionEnds: [UInt32] = []
    private(set) var positions: [UInt32] = []

    /// An empty list.
    public init() {}

    /// How many terms there are.
    public var count: Int { ends.count }

    /// Makes room for so many terms, of so many bytes in all.
    public mutating func reserve(terms: Int, bytes: Int, positions: Int) {
        self.bytes.reserveCapacity(bytes)
        ends.reserveCapacity(terms)
        frequencies.reserveCapacity(terms)
        positionEnds.reserveCapacity(terms)
        self.positions.reserveCapacity(positions)
    }

    /// Appends a term.
    ///
    /// - Parameters:
    ///   - prefix: What stands before it.
    ///   - frequency: How often it counts within the document.
    ///   - positions: Where it stands, ascending and each once.
    ///
    /// Whether the library takes the term is seen when the document is added.
    public mutating func append(
        prefix: [UInt8] = [],
        _ term: Span<UInt8>,
        frequency: UInt32 = 0,
        positions: ArraySlice<UInt32> = []
    ) {
        bytes += prefix
        bytes.append(term)
        // Beyond 4 GiB of terms nothing fits, and the document is refused.
        ends.append(UInt32(clamping: bytes.count))
        frequencies.append(frequency)
        self.positions += positions
        positionEnds.append(UInt32(clamping: self.positions.count))
    }

    /// Calls `body` with each term, its frequency and its positions.
    public func forEachTerm<Failure: Error>(
        _ body: (ArraySlice<UInt8>, UInt32, ArraySlice<UInt32>) throws(Failure) -> Void
    ) throws(Failure) {
        var start = 0
        var firstPosition = 0
        for index in ends.indices {
            let end = Int(ends[index])
            let positionEnd = Int(positionEnds[index])
            try body(bytes[start..<end], frequencies[index], positions[firstPosition..<positionEnd])
            start = end
            firstPosition = positionEnd
        }
    }
}

extension Array where Element == UInt8 {
    /// Appends the bytes of a span.
    mutating func append(_ span: Span<UInt8>) {
        unsafe span.withUnsafeBufferPointer { unsafe append(contentsOf: $0) }
    }
}
