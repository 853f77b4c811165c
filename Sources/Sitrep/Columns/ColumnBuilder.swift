internal import Xapian

/// Takes the values of a slot, by document in ascending order, and writes them as a column, see ``ColumnLayout``.
///
/// Memory grows with the documents by the four bytes of an ordinal, with the distinct entries, and with the values of
/// packed columns by the four bytes of a start; the places of their entries go to the file as they come.
struct ColumnBuilder {
    private let slot: UInt32
    private let kind: ColumnLayout.Kind
    private let listsMembers: Bool
    private var ordinals: [UInt32]
    private var entryNumbers: [[UInt8]: UInt32] = [:]
    private var entries: [[UInt8]] = []
    /// Of packed values, the ordinals of those seen lately: most documents share theirs with one of the last thousands.
    private var recent: [[UInt8]: UInt32] = [:]
    private var placeStarts: [UInt32] = [0]
    private var placesAt: UInt64 = 0

    private static let mostRecent = 1 << 15

    /// - Parameters:
    ///   - lastDocument: the highest id there is.
    ///   - listsMembers: whether the documents are listed by their values, which only those of whole values are.
    init(
        slot: UInt32,
        kind: ColumnLayout.Kind,
        lastDocument: UInt32,
        listsMembers: Bool,
        to output: ColumnOutput
    ) throws {
        self.slot = slot
        self.kind = kind
        self.listsMembers = listsMembers && kind == .whole
        ordinals = Array(repeating: 0, count: Int(lastDocument) + 1)
        placesAt = try output.align()
    }

    /// Takes the value of a document, which is not empty.
    mutating func add(_ value: [UInt8], of document: UInt32, to output: ColumnOutput) throws {
        guard Int(document) < ordinals.count else { return }
        switch kind {
        case .number: break
        case .whole: ordinals[Int(document)] = number(of: value) + 1
        case .packed:
            if let known = recent[value] {
                ordinals[Int(document)] = known
                return
            }
            var own: [UInt32] = []
            for entry in try PackedValues.decode(value) {
                let number = number(of: entry)
                // An entry counts once a document, however often it stands there.
                if !own.contains(number) { own.append(number) }
            }
            let units = ColumnPlaces.encode(own)
            try output.write(units)
            placeStarts.append(placeStarts[placeStarts.count - 1] + UInt32(units.count))
            if recent.count == Self.mostRecent { recent.removeAll(keepingCapacity: true) }
            recent[value] = UInt32(placeStarts.count - 1)
            ordinals[Int(document)] = UInt32(placeStarts.count - 1)
        }
    }

    private mutating func number(of entry: [UInt8]) -> UInt32 {
        if let known = entryNumbers[entry] { return known }
        let number = UInt32(entries.count)
        entryNumbers[entry] = number
        entries.append(entry)
        return number
    }

    /// Writes the sections that are left and returns the column's line of the table.
    consuming func finish(to output: ColumnOutput) throws -> ColumnLayout.Line {
        if kind == .whole { sortEntries() }
        let valueCount = kind == .whole ? entries.count : placeStarts.count - 1
        var line = ColumnLayout.Line(
            slot: slot,
            kind: kind,
            width: valueCount < 1 << 8 ? 1 : valueCount < 1 << 16 ? 2 : 4,
            valueCount: UInt32(valueCount),
            entryCount: UInt32(entries.count),
            placesAt: placesAt
        )
        if kind == .packed {
            line.placeCount = UInt64(placeStarts[placeStarts.count - 1])
            line.placeStartsAt = try output.align()
            try output.write(placeStarts)
            line.entryOrderAt = try output.align()
            try output.write(order.map { UInt32($0) })
        }
        line.ordinalsAt = try output.align()
        switch line.width {
        case 1: try output.write(ordinals.lazy.map { UInt8($0) })
        case 2: try output.write(ordinals.lazy.map { UInt16($0) })
        default: try output.write(ordinals)
        }
        line.entryEndsAt = try output.align()
        var end = 0
        var ends: [UInt32] = []
        for entry in entries {
            end += entry.count
            ends.append(UInt32(end))
        }
        try output.write(ends)
        line.entriesAt = try output.align()
        for entry in entries { try output.write(entry) }
        line.entryBytes = UInt32(end)
        if listsMembers { try writeMembers(valueCount, &line, to: output) }
        return line
    }

    /// The numbers of the entries in the order of their bytes.
    private var order: [Int] { entries.indices.sorted { entries[$0].lexicographicallyPrecedes(entries[$1]) } }

    /// Puts the entries into the order of their bytes, by which they are looked up.
    private mutating func sortEntries() {
        let order = order
        var moved = Array(repeating: UInt32(0), count: entries.count + 1)
        for (place, number) in order.enumerated() { moved[number + 1] = UInt32(place) + 1 }
        entries = order.map { entries[$0] }
        for index in ordinals.indices { ordinals[index] = moved[Int(ordinals[index])] }
    }

    private func writeMembers(_ valueCount: Int, _ line: inout ColumnLayout.Line, to output: ColumnOutput) throws {
        var starts = Array(repeating: UInt32(0), count: valueCount + 1)
        for ordinal in ordinals where ordinal > 0 { starts[Int(ordinal)] += 1 }
        for value in starts.indices.dropFirst() { starts[value] += starts[value - 1] }
        var next = starts
        var members = Array(repeating: UInt32(0), count: Int(starts[valueCount]))
        for (document, ordinal) in ordinals.enumerated() where ordinal > 0 {
            members[Int(next[Int(ordinal) - 1])] = UInt32(document)
            next[Int(ordinal) - 1] += 1
        }
        line.memberCount = UInt64(members.count)
        line.membersAt = try output.align()
        try output.write(starts)
        try output.write(members)
    }
}
