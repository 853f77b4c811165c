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

    /// Calls `body` with the ordinals above 0 of the documents of a set, ascending by document, at most 64 at a time.
    @inline(__always)
    static func forEachBatch(
        in words: [UInt64],
        _ ordinals: ColumnFile.Column.Ordinals,
        _ body: (UnsafeMutableBufferPointer<Int>.SubSequence) -> Void
    ) {
        withUnsafeTemporaryAllocation(of: Int.self, capacity: 64) { batch in
            var count = 0
            forEach(in: words, ordinals) { _, ordinal in
                guard ordinal > 0 else { return }
                batch[count] = ordinal
                count += 1
                guard count == batch.count else { return }
                body(batch[..<count])
                count = 0
            }
            if count > 0 { body(batch[..<count]) }
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
