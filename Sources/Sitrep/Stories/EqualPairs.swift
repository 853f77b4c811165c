/// Pairs of equal elements of two lists, in order in both: what a comparison of the two leaves as it is.
///
/// What both begin and end with is matched first. The rest is compared for the most that can be matched (E. Myers, "An
/// O(ND) difference algorithm", 1986: the standard library's `difference(from:)`), where it is short: time and memory
/// grow with the square of the differences. In a longer rest those elements are matched that either list has once, as
/// far as they are in order (the "patience" of B. Cohen's), and what lies between two of them as before.
enum EqualPairs {
    /// More elements of both lists together are compared by what is unique in them.
    static let mostCompared = 4_000

    /// The pairs of offsets, ascending in both.
    static func find<Element: Hashable>(_ a: [Element], _ b: [Element]) -> [(Int, Int)] {
        var pairs: [(Int, Int)] = []
        find(a, a.indices, b, b.indices, anchors: true, &pairs)
        return pairs
    }

    private static func find<Element: Hashable>(
        _ a: [Element],
        _ first: Range<Int>,
        _ b: [Element],
        _ second: Range<Int>,
        anchors: Bool,
        _ pairs: inout [(Int, Int)]
    ) {
        var (from, other) = (first.lowerBound, second.lowerBound)
        while from < first.upperBound, other < second.upperBound, a[from] == b[other] {
            pairs.append((from, other))
            (from, other) = (from + 1, other + 1)
        }
        var (to, otherEnd) = (first.upperBound, second.upperBound)
        while to > from, otherEnd > other, a[to - 1] == b[otherEnd - 1] { (to, otherEnd) = (to - 1, otherEnd - 1) }
        if from < to, other < otherEnd {
            if to - from + otherEnd - other <= mostCompared {
                pairs += longest(a, from..<to, b, other..<otherEnd)
            } else if anchors {
                // Once: what lies between has unique elements of its own, but each level of them may hold one only.
                for (i, j) in unique(a, from..<to, b, other..<otherEnd) {
                    find(a, from..<i, b, other..<j, anchors: false, &pairs)
                    pairs.append((i, j))
                    (from, other) = (i + 1, j + 1)
                }
                find(a, from..<to, b, other..<otherEnd, anchors: false, &pairs)
            }
        }
        for offset in 0..<first.upperBound - to { pairs.append((to + offset, otherEnd + offset)) }
    }

    /// As many pairs as there can be.
    private static func longest<Element: Hashable>(
        _ a: [Element],
        _ first: Range<Int>,
        _ b: [Element],
        _ second: Range<Int>
    ) -> [(Int, Int)] {
        var removed: Set<Int> = []
        var inserted: Set<Int> = []
        for change in b[second].difference(from: a[first]) {
            switch change {
            case .remove(let offset, _, _): removed.insert(first.lowerBound + offset)
            case .insert(let offset, _, _): inserted.insert(second.lowerBound + offset)
            }
        }
        return Array(zip(first.filter { !removed.contains($0) }, second.filter { !inserted.contains($0) }))
    }

    /// Pairs of elements that either list has once: the longest run of them that ascends in both.
    private static func unique<Element: Hashable>(
        _ a: [Element],
        _ first: Range<Int>,
        _ b: [Element],
        _ second: Range<Int>
    ) -> [(Int, Int)] {
        let others = places(of: b, second)
        let mine = places(of: a, first)
        let candidates = first.compactMap { i -> (Int, Int)? in
            guard mine[a[i]] == i, let j = others[a[i]], let j else { return nil }
            return (i, j)
        }
        // The run that ends lowest, of each length, by the number of its last candidate; and what stands before each.
        var ends: [Int] = []
        var before: [Int?] = []
        for (number, candidate) in candidates.enumerated() {
            var (low, high) = (0, ends.count)
            while low < high {
                let middle = (low + high) / 2
                if candidates[ends[middle]].1 < candidate.1 { low = middle + 1 } else { high = middle }
            }
            before.append(low == 0 ? nil : ends[low - 1])
            if low == ends.count { ends.append(number) } else { ends[low] = number }
        }
        var run: [(Int, Int)] = []
        var at = ends.last
        while let number = at {
            run.append(candidates[number])
            at = before[number]
        }
        return run.reversed()
    }

    /// Where each element stands that a part of a list has once; `nil` for one that stands there several times.
    private static func places<Element: Hashable>(of list: [Element], _ range: Range<Int>) -> [Element: Int?] {
        var places: [Element: Int?] = [:]
        for place in range {
            if places.updateValue(place, forKey: list[place]) != nil { places.updateValue(nil, forKey: list[place]) }
        }
        return places
    }
}
