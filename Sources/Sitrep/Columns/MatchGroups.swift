internal import Xapian

/// The documents of a set by the groups that they belong to.
struct MatchGroups {
    /// Those of the file that belong to none, as bits.
    private(set) var single: [UInt64]
    /// Those that changed since the file and belong to none, by their places among the changed ones.
    private(set) var singleChanged: [Int] = []
    /// Where the members of each group begin, and the end of the last.
    private(set) var starts: [Int] = [0]
    /// The members: a document of the file, or below zero the complement of a place among the changed ones.
    private(set) var members: [Int] = []

    /// How many groups there are, those of a single document aside.
    var count: Int { starts.count - 1 }

    /// - Parameters:
    ///   - base: the bits of those whose values are those of the file.
    ///   - labels: the groups of those that changed; an empty one for none.
    /// - Throws: ``ColumnFile/Damaged``.
    init(_ base: [UInt64], _ column: ColumnFile.Column, labels: [[UInt8]]) throws {
        single = base
        var touched = Array(repeating: false, count: column.valueCount + 1)
        var changed: [Int: [Int]] = [:]
        var unknown: [[UInt8]: Int] = [:]
        for (place, label) in labels.enumerated() {
            if label.isEmpty {
                singleChanged.append(place)
            } else if let number = column.number(of: label) {
                changed[number + 1, default: []].append(place)
                touched[number + 1] = true
            } else {
                changed[unknown[label, default: -1 - unknown.count], default: []].append(place)
                unknown[label] = unknown[label] ?? -1 - unknown.count
            }
        }
        var isDamaged = false
        ColumnTally.forEach(in: base, column.ordinals) { document, ordinal in
            guard ordinal > 0 else { return }
            guard ordinal <= column.valueCount else {
                isDamaged = true
                return
            }
            touched[ordinal] = true
            single[document / 64] &= ~(1 << UInt64(document % 64))
        }
        guard !isDamaged else { throw ColumnFile.Damaged() }
        for ordinal in touched.indices where touched[ordinal] {
            for member in column.members(of: ordinal - 1) {
                let word = Int(member) / 64
                if word < base.count, base[word] >> UInt64(member % 64) & 1 != 0 { members.append(Int(member)) }
            }
            for place in changed[ordinal] ?? [] { members.append(~place) }
            starts.append(members.count)
        }
        for (ordinal, places) in changed where ordinal < 0 {
            for place in places { members.append(~place) }
            starts.append(members.count)
        }
    }
}
