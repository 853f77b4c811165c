internal import Xapian

/// What every document has a number for, by which matches are ranked and ordered; columns of numbers instead of values.
enum NumberColumns {
    /// In place of slots, which these have none of.
    static let lengths = Slot(.max)
    static let days = Slot(.max - 1)

    /// The day of a report without a date, after all others.
    static let noDay: UInt32 = 99_999_999

    /// The day of publication as a number, such as 20241113, from the value in the slot of ``Schema/oldestOrder``.
    static func day(_ value: some Sequence<UInt8>) -> UInt32 {
        var day: UInt32 = 0
        var digits = 0
        for byte in value.prefix(8) {
            guard (0x30...0x39).contains(byte) else { return noDay }
            day = day * 10 + UInt32(byte - 0x30)
            digits += 1
        }
        return digits == 8 ? day : noDay
    }

    /// Writes a column of numbers, by document from 0 up, and returns its line of the table.
    static func write(_ numbers: [UInt32], as slot: Slot, to output: ColumnOutput) throws -> ColumnLayout.Line {
        let start = try output.align()
        try output.write(numbers)
        var line = ColumnLayout.Line(
            slot: slot.rawValue,
            kind: .number,
            width: 4,
            valueCount: 0,
            entryCount: 0,
            placesAt: start
        )
        line.ordinalsAt = start
        return line
    }
}

extension ColumnFile {
    /// The numbers of the documents up to the last; empty where the file has no such column.
    func numbers(_ slot: Slot) -> UnsafeBufferPointer<UInt32> {
        guard let column = column(slot), column.kind == .number, case .wide(let numbers) = column.ordinals else {
            return UnsafeBufferPointer(start: nil, count: 0)
        }
        return numbers
    }
}
