internal import Xapian

/// Compares a file of columns with the values of its database.
///
/// What changed since the file was written is not looked at, as searches do not.
struct ColumnCheck {
    private let file: ColumnFile
    private let changed: ChangedDocuments

    private static let pageSize = 4_096

    init(_ file: ColumnFile, changed: ChangedDocuments) {
        self.file = file
        self.changed = changed
    }

    /// What is wrong with the column of a slot; `nil` for nothing. Linear in its values.
    func problem(
        in slot: Slot,
        kind: ColumnLayout.Kind,
        of database: borrowing some DatabaseReading & ~Copyable
    ) throws -> String? {
        guard let column = file.column(slot), column.kind == kind else { return "column \(slot.rawValue) is missing" }
        guard areOrdered(column) else { return "the values of column \(slot.rawValue) are out of order" }
        guard slot != ColumnSlots.group || areListed(column) else {
            return "the reports of the values of column \(slot.rawValue) are others than have them"
        }
        let last = file.lastDocument
        /// No document up to this one, and none of those before, has been passed over.
        var seen: UInt32 = 0
        func areEmpty(_ documents: ClosedRange<UInt32>) -> Bool {
            documents.allSatisfy { column.ordinals[Int($0)] == 0 || changed.contains(DocumentID($0)) }
        }
        let message = "column \(slot.rawValue) has other values than the database"
        let isEqual = try forEachValue(in: slot, of: database) { id, value in
            guard id <= last else { return changed.contains(DocumentID(id)) }
            if id > seen + 1, !areEmpty(seen + 1...id - 1) { return false }
            seen = id
            return try changed.contains(DocumentID(id)) || has(column, column.ordinals[Int(id)], value)
        }
        guard isEqual, seen >= last || areEmpty(seen + 1...last) else { return message }
        return nil
    }

    /// What is wrong with the lengths and the days; `nil` for nothing.
    func problemOfNumbers(in database: borrowing some DatabaseReading & ~Copyable) throws -> String? {
        let (lengths, days) = (file.numbers(NumberColumns.lengths), file.numbers(NumberColumns.days))
        let count = Int(file.lastDocument) + 1
        guard lengths.count == count, days.count == count, let order = Schema.oldestOrder.slot else {
            return "the lengths or days are missing"
        }
        var next = DocumentID(1)
        while true {
            let page = try database.documentLengths(from: next, limit: Self.pageSize)
            for (id, length) in page where !changed.contains(id) {
                guard Int(id.rawValue) < count, lengths[Int(id.rawValue)] == UInt32(clamping: length) else {
                    return "report \(id) has another length in the database"
                }
            }
            guard page.count == Self.pageSize, let last = page.last?.id, last.rawValue < .max else { break }
            next = DocumentID(last.rawValue + 1)
        }
        let isEqual = try forEachValue(in: order, of: database) { id, value in
            if changed.contains(DocumentID(id)) { return true }
            return Int(id) < count && days[Int(id)] == NumberColumns.day(value)
        }
        return isEqual ? nil : "the days are others than in the database"
    }

    /// Whether a value is what an ordinal stands for.
    private func has(_ column: ColumnFile.Column, _ ordinal: Int, _ value: [UInt8]) throws -> Bool {
        guard ordinal > 0 else { return false }
        if column.kind == .whole { return column.entry(ordinal - 1).elementsEqual(value) }
        var entries: [[UInt8]] = []
        for entry in try PackedValues.decode(value) where !entries.contains(entry) { entries.append(entry) }
        var count = 0
        for place in column.places(of: ordinal - 1) {
            guard count < entries.count, column.entry(place).elementsEqual(entries[count]) else { return false }
            count += 1
        }
        return count == entries.count
    }

    /// Whether the entries ascend, each once, in the order by which they are looked up.
    private func areOrdered(_ column: ColumnFile.Column) -> Bool {
        for place in 0..<column.entryCount {
            let entry = column.entry(column.number(inOrder: place))
            guard !entry.isEmpty else { return false }
            if place > 0, !column.entry(column.number(inOrder: place - 1)).lexicographicallyPrecedes(entry) {
                return false
            }
        }
        return true
    }

    /// Whether the documents listed by their values are those that have these.
    private func areListed(_ column: ColumnFile.Column) -> Bool {
        var listed = 0
        for value in 0..<column.valueCount {
            var before: UInt32?
            for document in column.members(of: value) {
                guard document <= file.lastDocument, before.map({ $0 < document }) ?? true,
                    column.ordinals[Int(document)] == value + 1
                else { return false }
                before = document
                listed += 1
            }
        }
        return (0...Int(file.lastDocument)).count { column.ordinals[$0] > 0 } == listed
    }

    /// - Parameter body: whether the value is right; where it is not, no further ones are read.
    /// - Returns: whether all are.
    private func forEachValue(
        in slot: Slot,
        of database: borrowing some DatabaseReading & ~Copyable,
        _ body: (UInt32, [UInt8]) throws -> Bool
    ) throws -> Bool {
        var next = DocumentID(1)
        while true {
            let page = try database.values(in: slot, from: next, limit: Self.pageSize)
            for (id, value) in page {
                guard try body(id.rawValue, value) else { return false }
            }
            guard page.count == Self.pageSize, let last = page.last?.id, last.rawValue < .max else { return true }
            next = DocumentID(last.rawValue + 1)
        }
    }
}
