internal import Xapian

/// Counts the values of slots over a set of documents from columns, as `facetCounts(_:slots:)` does with the matcher.
///
/// Documents that were written after the file are counted by their values.
struct ColumnCounting {
    private let file: ColumnFile
    private let total: Int
    /// The documents whose values are those of the file.
    private let base: [UInt64]
    /// The others.
    private let changed: [DocumentID]
    private var groups: MatchGroups?

    /// - Parameters:
    ///   - matches: the documents to be counted.
    ///   - columns: the columns of the state that `matches` are of.
    init(_ matches: DocumentBitmap, _ columns: ColumnAccess.Columns) {
        file = columns.file
        total = matches.count
        (base, changed) = columns.changed.taken(from: matches.words)
    }

    /// The counts of some slots; `nil` where one of them has no column.
    ///
    /// Some nanoseconds a document and slot, and as much for each entry of each distinct value.
    ///
    /// - Throws: ``ColumnFile/Damaged``, and what reading the values of changed documents throws.
    mutating func counts(
        of slots: [CountedSlot],
        in database: borrowing some DatabaseReading & ~Copyable
    ) throws -> FacetCountsResult? {
        if slots.contains(where: { $0.groupSlot != nil }), groups == nil {
            guard let column = file.column(ColumnSlots.group) else { return nil }
            groups = try MatchGroups(base, column, labels: try values(in: ColumnSlots.group, database))
        }
        var result = FacetCountsResult(total: total, counts: [], countedDocuments: [])
        for slot in slots {
            guard slot.groupSlot == nil || slot.groupSlot == ColumnSlots.group else { return nil }
            if slot.format == .documents {
                let groups = groups.map { $0.count + $0.singleChanged.count + bits($0.single) } ?? 0
                result.counts.append(total == 0 ? [] : [ValueCount(value: [], count: total, groups: groups)])
                result.countedDocuments.append(total)
                continue
            }
            guard let column = file.column(slot.slot), (column.kind == .packed) == (slot.format == .packed) else {
                return nil
            }
            let (counts, documents) = try count(slot, column, database)
            result.counts.append(counts)
            result.countedDocuments.append(documents)
        }
        return result
    }

    private func bits(_ words: [UInt64]) -> Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }

    private func values(
        in slot: Slot,
        _ database: borrowing some DatabaseReading & ~Copyable
    ) throws(XapianError) -> [[UInt8]] {
        var values: [[UInt8]] = []
        for id in changed { values.append(try database.documentValue(id, in: slot)) }
        return values
    }

    private func count(
        _ slot: CountedSlot,
        _ column: ColumnFile.Column,
        _ database: borrowing some DatabaseReading & ~Copyable
    ) throws -> (counts: [ValueCount], documents: Int) {
        let groups = slot.groupSlot == nil ? nil : groups
        var lines = CountedLines(slot.format, column, countsGroups: groups != nil)
        let written = try values(in: slot.slot, database)
        let lists = try written.map { try lines.lines(of: $0) }
        let alone = groups?.single ?? base
        var documents = try lines.add(documentsIn: alone, CountedLines.Way(documents: bits(alone), column))
        documents += written.reduce(0) { $0 + ($1.isEmpty ? 0 : 1) }
        guard let groups else {
            for list in lists { lines.add(list) }
            return (lines.counts, documents)
        }
        for place in groups.singleChanged { lines.add(lists[place]) }
        for group in 0..<groups.count {
            for member in groups.members[groups.starts[group]..<groups.starts[group + 1]] {
                if member < 0 {
                    lines.add(lists[~member], ofGroup: group)
                    continue
                }
                let ordinal = column.ordinals[member]
                guard ordinal <= column.valueCount else { throw ColumnFile.Damaged() }
                guard ordinal > 0 else { continue }
                documents += 1
                lines.add(value: ordinal - 1, ofGroup: group)
            }
        }
        return (lines.counts, documents)
    }
}
