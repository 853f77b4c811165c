internal import Xapian

/// The counts of a slot's entries while they are made: a line for each entry, or for each beginning of entries.
struct CountedLines {
    private let format: CountedSlot.Format
    private let column: ColumnFile.Column
    /// The line of each entry, where several have one.
    private var lineOfEntry: [Int]?
    /// The bytes of the lines that are not those of an entry of the column.
    private var added: [[UInt8]: Int] = [:]
    private var addedBytes: [[UInt8]] = []
    private let columnLines: Int
    /// Whether each document that belongs to no group counts as a group of its own.
    private let countsGroups: Bool
    /// How many documents that belong to no group each line has.
    private var single: [UInt32]
    /// The same for those that belong to one; empty until the first of them comes.
    private var grouped = Grouped()

    /// What members of groups add to the lines.
    private struct Grouped {
        var documents: [UInt32] = []
        var groups: [UInt32] = []
        /// The group that counted a line last, from 1.
        var lastGroup: [Int] = []

        mutating func extend(to count: Int) {
            guard documents.count < count else { return }
            documents += repeatElement(0, count: count - documents.count)
            groups += repeatElement(0, count: count - groups.count)
            lastGroup += repeatElement(0, count: count - lastGroup.count)
        }

        mutating func add(line: Int, _ group: Int) {
            documents[line] += 1
            guard lastGroup[line] != group + 1 else { return }
            lastGroup[line] = group + 1
            groups[line] += 1
        }

        subscript(line: Int) -> (documents: Int, groups: Int) {
            line < documents.count ? (Int(documents[line]), Int(groups[line])) : (0, 0)
        }
    }

    /// - Parameter countsGroups: whether each document that belongs to no group counts as a group of its own.
    init(_ format: CountedSlot.Format, _ column: ColumnFile.Column, countsGroups: Bool) {
        self.format = format
        self.column = column
        self.countsGroups = countsGroups
        var lines = column.entryCount
        if case .prefix(let length) = format {
            // The entries ascend, so those of one beginning stand together.
            var lineOfEntry: [Int] = []
            lines = 0
            for entry in 0..<column.entryCount {
                let isNew =
                    entry == 0
                    || !column.entry(entry).prefix(length).elementsEqual(column.entry(entry - 1).prefix(length))
                if isNew {
                    lines += 1
                    addedBytes.append(Array(column.entry(entry).prefix(length)))
                    added[addedBytes[lines - 1]] = lines - 1
                }
                lineOfEntry.append(lines - 1)
            }
            self.lineOfEntry = lineOfEntry
        }
        columnLines = lines
        single = Array(repeating: 0, count: lines)
    }

    /// The lines of a value that is not of the column.
    mutating func lines(of value: [UInt8]) throws -> [Int] {
        guard !value.isEmpty else { return [] }
        switch format {
        case .packed: return Set(try PackedValues.decode(value)).map { line(of: $0) }
        case .prefix(let length): return [line(of: Array(value.prefix(length)))]
        case .whole, .documents: return [line(of: value)]
        }
    }

    private mutating func line(of bytes: [UInt8]) -> Int {
        if let known = added[bytes] { return known }
        if lineOfEntry == nil, let number = column.number(of: bytes) { return number }
        let line = single.count
        added[bytes] = line
        addedBytes.append(bytes)
        single.append(0)
        return line
    }

    /// How the documents of a set are counted, see ``add(documentsIn:_:)``.
    enum Way {
        /// The lines of each document are counted.
        case oneByOne
        /// The documents of each value are counted, then its lines so often.
        case byValue

        /// What is the less work: many values are lists of a dozen lines, and of hardly any two documents the same.
        init(documents: Int, _ column: ColumnFile.Column) {
            self = column.kind == .packed && documents / 2 >= column.valueCount ? .byValue : .oneByOne
        }
    }

    /// Counts documents of the column that belong to no group, and returns how many of them have a value.
    ///
    /// - Throws: ``ColumnFile/Damaged`` for an ordinal that the column does not have, and for the first line of one where
    ///   that is noticed on the way; other lines that it does not have count for nothing.
    mutating func add(documentsIn words: [UInt64], _ way: Way) throws -> Int {
        let (column, lineOfEntry, columnLines) = (column, lineOfEntry, columnLines)
        var valued = 0
        switch way {
        case .oneByOne:
            var isDamaged = false
            single.withUnsafeMutableBufferPointer { single in
                ColumnTally.forEachBatch(in: words, column.ordinals) { ordinals in
                    // Lists of values lie far from each other: looked at one behind the other they are waited for
                    // together.
                    for ordinal in ordinals where !Self.isSound(ordinal, column, columnLines) { isDamaged = true }
                    guard !isDamaged else { return }
                    valued += ordinals.count
                    for ordinal in ordinals {
                        Self.forEachLine(of: ordinal - 1, column, lineOfEntry, columnLines) { single[$0] &+= 1 }
                    }
                }
            }
            guard !isDamaged else { throw ColumnFile.Damaged() }
        case .byValue:
            let counts = try ColumnTally.counts(in: words, column)
            single.withUnsafeMutableBufferPointer { single in
                for (ordinal, count) in counts.enumerated().dropFirst() where count > 0 {
                    valued += Int(count)
                    Self.forEachLine(of: ordinal - 1, column, lineOfEntry, columnLines) { single[$0] &+= count }
                }
            }
        }
        return valued
    }

    /// Counts a document that belongs to no group in some lines.
    mutating func add(_ lines: [Int]) {
        for line in lines { single[line] += 1 }
    }

    /// Counts a document with a value of the column that belongs to a group; the groups come one after the other.
    mutating func add(value: Int, ofGroup group: Int) {
        grouped.extend(to: single.count)
        Self.forEachLine(of: value, column, lineOfEntry, columnLines) { grouped.add(line: $0, group) }
    }

    /// Counts a document that belongs to a group in some lines.
    mutating func add(_ lines: [Int], ofGroup group: Int) {
        grouped.extend(to: single.count)
        for line in lines { grouped.add(line: line, group) }
    }

    /// Whether the column has an ordinal above 0, and the first line of a packed value.
    @inline(__always)
    private static func isSound(_ ordinal: Int, _ column: ColumnFile.Column, _ columnLines: Int) -> Bool {
        guard ordinal <= column.valueCount else { return false }
        guard column.kind == .packed, let first = column.places(of: ordinal - 1).first else { return true }
        return first < columnLines
    }

    @inline(__always)
    private static func forEachLine(
        of value: Int,
        _ column: ColumnFile.Column,
        _ lineOfEntry: [Int]?,
        _ columnLines: Int,
        _ body: (Int) -> Void
    ) {
        if column.kind == .packed {
            // A damaged file may name entries that are not there.
            for place in column.places(of: value) where place < columnLines { body(place) }
        } else if let lineOfEntry {
            if value < lineOfEntry.count { body(lineOfEntry[value]) }
        } else if value < columnLines {
            body(value)
        }
    }

    /// What was counted: the highest counts first, then in the order of the bytes.
    var counts: [ValueCount] {
        var found: [UInt64] = []
        let lines = linesInOrder
        for (place, line) in lines.enumerated() {
            let count = UInt32(clamping: count(of: line))
            // Numbers, which ascend as is asked for, are sorted in less time than lines are compared.
            if count > 0 { found.append(UInt64(UInt32.max - count) << 32 | UInt64(place)) }
        }
        found.sort()
        return found.map { number in
            let line = lines[Int(truncatingIfNeeded: number & 0xFFFF_FFFF)]
            return ValueCount(
                value: bytes(of: line),
                count: count(of: line),
                groups: grouped[line].groups + (countsGroups ? Int(single[line]) : 0)
            )
        }
    }

    private func count(of line: Int) -> Int { Int(single[line]) + grouped[line].documents }

    /// All lines in the order of their bytes.
    private var linesInOrder: [Int] {
        // The entries of a file are sorted, and so are their beginnings; others seldom are, and there are few.
        guard single.count == columnLines else {
            return single.indices.sorted { bytes(of: $0).lexicographicallyPrecedes(bytes(of: $1)) }
        }
        if lineOfEntry != nil { return Array(single.indices) }
        // A damaged file may name entries that are not there.
        return single.indices.lazy.map(column.number(inOrder:)).filter { $0 < columnLines }
    }

    private func bytes(of line: Int) -> [UInt8] {
        if lineOfEntry != nil { return addedBytes[line] }
        return line < columnLines ? Array(column.entry(line)) : addedBytes[line - columnLines]
    }
}
