/// The inner loops over columns, a few nanoseconds a document.
enum ColumnTally {
    /// Calls `body` with each document of a set that the column has, ascending, and its ordinal.
    @inline(__always)
    static func forEach(
        in words: [UInt64],
        _ ordinals: ColumnFile.Column.Ordinals,
        _ body: (Int, Int) -> Void
    ) {
        switch ordinals {
        case .narrow(let list): forEach(in: words, list, body)
        case .medium(let list): forEach(in: words, list, body)
        case .wide(let list): forEach(in: words, list, body)
        }
    }

    @inline(__always)
    private static func forEach<Ordinal: FixedWidthInteger>(
        in words: [UInt64],
        _ ordinals: UnsafeBufferPointer<Ordinal>,
        _ body: (Int, Int) -> Void
    ) {
        for (number, word) in words.enumerated() {
            var rest = word
            while rest != 0 {
                let document = number * 64 + rest.trailingZeroBitCount
                rest &= rest - 1
                guard document < ordinals.count else { return }
                body(document, Int(truncatingIfNeeded: ordinals[document]))
            }
        }
    }

    /// How many documents of a set have each ordinal.
    ///
    /// - Throws: ``ColumnFile/Damaged`` for an ordinal that the column does not have.
    static func counts(in words: [UInt64], _ column: ColumnFile.Column) throws -> [UInt32] {
        // One place more, for what must not be.
        var counts = Array(repeating: UInt32(0), count: column.valueCount + 2)
        let last = column.valueCount + 1
        counts.withUnsafeMutableBufferPointer { counts in
            forEach(in: words, column.ordinals) { _, ordinal in counts[min(ordinal, last)] &+= 1 }
        }
        guard counts[last] == 0 else { throw ColumnFile.Damaged() }
        counts.removeLast()
        return counts
    }
}
