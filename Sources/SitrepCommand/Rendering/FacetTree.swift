import Sitrep

/// The values of a facet as a tree, in the order in which they are given among those of the same parent.
struct FacetTree {
    /// A value, how deep it stands, and its names from the value above it on.
    struct Line: Equatable {
        var count: FacetCount
        var level: Int
        var label: String
    }

    private(set) var lines: [Line] = []

    /// A value whose parent is not among `counts` stands below the nearest one above it, with the names between.
    init(_ counts: [FacetCount]) {
        var numbers: [[String]: Int] = [:]
        for (number, count) in counts.enumerated() where numbers[count.path] == nil { numbers[count.path] = number }
        var below: [Int?: [(number: Int, known: Int)]] = [:]
        for (number, count) in counts.enumerated() {
            let known = (0..<count.path.count).reversed().first { numbers[Array(count.path[..<$0])] != nil } ?? 0
            below[numbers[Array(count.path[..<known])], default: []].append((number, known))
        }
        // Children go onto the stack in reverse, so that the first of them comes off first.
        var open = (below[nil] ?? []).reversed().map { (place: $0, level: 0) }
        while let (place, level) = open.popLast() {
            let count = counts[place.number]
            let label = count.path[place.known...].joined(separator: "/")
            lines.append(Line(count: count, level: level, label: label.isEmpty ? count.value : label))
            for child in (below[place.number] ?? []).reversed() { open.append((child, level + 1)) }
        }
    }
}
