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
    private var documents: [Int]
    private var groups: [Int]
    /// The group that counted a line last, from 1.
    private var lastGroup: [Int]

    init(_ format: CountedSlot.Format, _ column: ColumnFile.Column) {
        self.format = format
        self.column = column
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
        documents = Array(repeating: 0, count: lines)
        groups = documents
        lastGroup = documents
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
        let line = documents.count
        added[bytes] = line
        addedBytes.append(bytes)
        documents.append(0)
        groups.append(0)
        lastGroup.append(0)
        return line
    }

    /// Counts documents with a value of the column; as groups of one document too, where that is asked for.
    mutating func add(_ count: Int, value: Int, asGroups: Bool) {
        forEachLine(of: value) { lines, line in
            lines.documents[line] += count
            if asGroups { lines.groups[line] += count }
        }
    }

    /// Counts documents in some lines.
    mutating func add(_ count: Int, _ lines: [Int], asGroups: Bool) {
        for line in lines {
            documents[line] += count
            if asGroups { groups[line] += count }
        }
    }

    /// Counts a document with a value of the column that belongs to a group; the groups come one after the other.
    mutating func add(value: Int, ofGroup group: Int) {
        forEachLine(of: value) { $0.add(line: $1, group) }
    }

    mutating func add(_ lines: [Int], ofGroup group: Int) {
        for line in lines { add(line: line, group) }
    }

    private mutating func add(line: Int, _ group: Int) {
        documents[line] += 1
        guard lastGroup[line] != group + 1 else { return }
        lastGroup[line] = group + 1
        groups[line] += 1
    }

    private mutating func forEachLine(of value: Int, _ body: (inout CountedLines, Int) -> Void) {
        if column.kind == .packed {
            for place in column.places(of: value) where Int(place) < columnLines { body(&self, Int(place)) }
        } else if let lineOfEntry {
            if value < lineOfEntry.count { body(&self, lineOfEntry[value]) }
        } else if value < columnLines {
            body(&self, value)
        }
    }

    /// What was counted: the highest counts first, then in the order of the bytes.
    var counts: [ValueCount] {
        var result: [ValueCount] = []
        for line in documents.indices where documents[line] > 0 {
            result.append(ValueCount(value: bytes(of: line), count: documents[line], groups: groups[line]))
        }
        result.sort { $0.count != $1.count ? $0.count > $1.count : $0.value.lexicographicallyPrecedes($1.value) }
        return result
    }

    private func bytes(of line: Int) -> [UInt8] {
        if lineOfEntry != nil { return addedBytes[line] }
        return line < columnLines ? Array(column.entry(line)) : addedBytes[line - columnLines]
    }
}
