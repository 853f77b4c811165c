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
        try output.write(
            repeatElement(UInt8(0), count: ColumnLayout.headerSize + columns.count * ColumnLayout.lineSize)
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
            var next = UInt32(1)
            while true {
                let values = try database.values(in: column.slot, from: DocumentID(next), limit: pageSize)
                for (id, value) in values { try builder.add(value, of: id.rawValue, to: output) }
                guard values.count == pageSize, let id = values.last?.id.rawValue, id < .max else { break }
                next = id + 1
            }
            table += try builder.finish(to: output).encoded
        }
        let header = ColumnLayout.Header(
            revision: UInt64(revision),
            database: token(try database.uuid),
            lastDocument: UInt64(last),
            columnCount: UInt64(columns.count),
            length: output.offset
        )
        try output.complete(head: header.encoded(table: table) + table)
    }

    private static let pageSize = 4_096
}
