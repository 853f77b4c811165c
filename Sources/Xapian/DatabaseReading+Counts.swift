internal import CXapian

/// A dimension of a table: a slot, and which of its entries stand in which line.
public struct TableDimension: Sendable {
    /// The slot and how its values are read.
    public var slot: CountedSlot
    /// The line of each entry, below ``lineCount``. Entries that are not among them count nowhere.
    public var lines: [(entry: [UInt8], line: Int)]
    /// How many lines there are; the last of them also takes the documents without a value.
    public var lineCount: Int

    /// A slot with lines for its entries.
    public init(slot: CountedSlot, lines: [(entry: [UInt8], line: Int)], lineCount: Int) {
        self.slot = slot
        self.lines = lines
        self.lineCount = lineCount
    }
}

extension DatabaseReading where Self: ~Copyable {
    /// Counts the documents that a query matches in each cell of a table, without ranking, in one pass.
    ///
    /// A document counts once in each cell of whose lines it has an entry; memory is that of the cells. In a
    /// remote database there are at most two dimensions. Throws as ``facetCounts(_:slots:)-([CountedSlot])`` does, and `.range` for a line that is not there.
    ///
    /// - Returns: the cells, the lines of the last dimension following each other.
    public func crossCounts(_ query: Query, _ dimensions: [TableDimension]) throws(XapianError) -> [Int] {
        let steps = try QuerySteps(query, weighs: false)
        let slots = try dimensions.map(\.slot).cSlots()
        var lineCounts: [UInt32] = []
        var entries: [cx_line_entry] = []
        var pool: [UInt8] = []
        for (number, dimension) in dimensions.enumerated() {
            lineCounts.append(try UInt32(checking: dimension.lineCount, "number of lines"))
            for (entry, line) in dimension.lines {
                let range = cx_range(offset: pool.count, count: entry.count)
                pool += entry
                let line = try UInt32(checking: line, "number of a line")
                entries.append(cx_line_entry(dimension: number, line: line, bytes: range))
            }
        }
        return try unsafe pool.withCBytes { pool throws(XapianError) in
            try unsafe steps.withCQuery { query throws(XapianError) in
                let list = try unsafe ListReader { out in
                    unsafe cx_cross_counts(
                        raw,
                        query,
                        slots,
                        lineCounts,
                        slots.count,
                        entries,
                        entries.count,
                        pool,
                        out
                    )
                }
                return (0..<list.numberCount).map { Int(list.number($0)) }
            }
        }
    }

    /// How many of some documents have each term with a prefix, the most frequent first, then in byte order.
    ///
    /// Throws `.documentNotFound`. Linear in the number of all terms of the documents.
    ///
    /// - Parameters:
    ///   - prefix: not empty.
    ///   - least: terms of fewer documents are left out.
    public func termCounts(
        in ids: [DocumentID],
        prefix: borrowing some ByteSource & ~Copyable & ~Escapable,
        least: Int
    ) throws(XapianError) -> [(term: [UInt8], count: Int)] {
        let raws = ids.map(\.rawValue)
        let list = try unsafe prefix.withCBytes { bytes throws(XapianError) in
            try unsafe ListReader { out in
                unsafe cx_term_counts(raw, raws, raws.count, bytes, UInt64(max(0, least)), out)
            }
        }
        return (0..<list.stringCount).map { (list.string($0), Int(list.number($0))) }
    }
}
