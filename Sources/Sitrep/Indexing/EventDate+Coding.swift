extension EventDate {
    /// The precisions in the order in which they are stored; never to be changed within a schema version.
    private static let precisions: [Precision] = [.day, .week, .month, .year]

    /// Writes the date, to be read by ``init(from:)``.
    func write(to out: inout ByteWriter) {
        out.write(first.daysSince1970.zigzag)
        out.write(last.daysSince1970 - first.daysSince1970)
        out.write(Self.precisions.firstIndex(of: precision) ?? 0)
        out.write(surface)
    }

    /// Reads what ``write(to:)`` wrote.
    ///
    /// - Throws: `Malformed` for days that no calendar has, and for an unknown precision.
    init(from input: inout ByteReader) throws(ByteReader.Malformed) {
        let start = Int(zigzag: try input.int())
        let (end, overflow) = start.addingReportingOverflow(try input.int())
        let precision = try input.int()
        let surface = try input.string()
        guard !overflow, Self.precisions.indices.contains(precision), let first = CalendarDate(daysSince1970: start),
            let last = CalendarDate(daysSince1970: end)
        else { throw ByteReader.Malformed() }
        self.init(first: first, last: last, precision: Self.precisions[precision], surface: surface)
    }
}
