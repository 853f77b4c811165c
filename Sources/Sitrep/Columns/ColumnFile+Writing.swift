internal import Xapian

extension ColumnFile {
    /// Writes the columns of a database to a file, whole or not at all.
    ///
    /// Reads the values of one slot after the other, thousands at a time; linear in their number.
    ///
    /// - Parameter revision: that of the index that the database holds.
    static func write(
        _ database: borrowing some DatabaseReading & ~Copyable,
        revision: Int,
        to path: String
    ) throws {
        let output = try ColumnOutput(path: path)
        let columns = ColumnSlots.all
        let lineCount = columns.count + 2
        try output.write(
            repeatElement(UInt8(0), count: ColumnLayout.headerSize + lineCount * ColumnLayout.lineSize)
        )
        let last = try database.lastDocumentID.rawValue
        var table: [UInt8] = []
        for column in columns {
            var builder = try ColumnBuilder(
                slot: column.slot.rawValue,
                kind: column.kind,
                lastDocument: last,
                listsMembers: column.slot == ColumnSlots.group,
                to: output
            )
            try forEachValue(in: column.slot, of: database) { id, value in
                try builder.add(value, of: id, to: output)
            }
            table += try builder.finish(to: output).encoded
        }
        table += try NumberColumns.write(lengths(last, database), as: NumberColumns.lengths, to: output).encoded
        table += try NumberColumns.write(days(last, database), as: NumberColumns.days, to: output).encoded
        let header = ColumnLayout.Header(
            revision: UInt64(revision),
            database: token(try database.uuid),
            lastDocument: UInt64(last),
            columnCount: UInt64(lineCount),
            length: output.offset
        )
        try output.complete(head: header.encoded(table: table) + table)
    }

    private static let pageSize = 4_096

    private static func forEachValue(
        in slot: Slot,
        of database: borrowing some DatabaseReading & ~Copyable,
        _ body: (UInt32, [UInt8]) throws -> Void
    ) throws {
        var next = UInt32(1)
        while true {
            let values = try database.values(in: slot, from: DocumentID(next), limit: pageSize)
            for (id, value) in values { try body(id.rawValue, value) }
            guard values.count == pageSize, let id = values.last?.id.rawValue, id < .max else { break }
            next = id + 1
        }
    }

    private static func lengths(
        _ last: UInt32,
        _ database: borrowing some DatabaseReading & ~Copyable
    ) throws -> [UInt32] {
        var lengths = Array(repeating: UInt32(0), count: Int(last) + 1)
        var next = UInt32(1)
        while true {
            let page = try database.documentLengths(from: DocumentID(next), limit: pageSize)
            for (id, length) in page { lengths[Int(id.rawValue)] = UInt32(clamping: length) }
            guard page.count == pageSize, let id = page.last?.id.rawValue, id < .max else { break }
            next = id + 1
        }
        return lengths
    }

    private static func days(
        _ last: UInt32,
        _ database: borrowing some DatabaseReading & ~Copyable
    ) throws -> [UInt32] {
        var days = Array(repeating: NumberColumns.noDay, count: Int(last) + 1)
        guard let slot = Schema.oldestOrder.slot else { return days }
        try forEachValue(in: slot, of: database) { id, value in days[Int(id)] = NumberColumns.day(value) }
        return days
    }
}
