/// How many letters must change to make one word of another.
package enum EditDistance {
    /// The names nearest to `name`, the nearest first; none that differs in more than a third of its letters.
    static func nearest(to name: String, among names: [String], limit: Int) -> [String] {
        let wanted = Array(name.unicodeScalars)
        let most = max(1, wanted.count / 3)
        return names.compactMap { candidate -> (Int, String)? in
            let distance = levenshtein(wanted, Array(candidate.unicodeScalars), most: most)
            return distance.map { ($0, candidate) }
        }
        .sorted { $0 < $1 }
        .prefix(limit).map(\.1)
    }

    /// The Levenshtein distance (V. Levenshtein, 1966); `nil` when it is more than `most`.
    static func levenshtein(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar], most: Int) -> Int? {
        guard most >= 0, abs(a.count - b.count) <= most else { return nil }
        var row = Array(0...b.count)
        for (i, x) in a.enumerated() {
            var diagonal = row[0]
            row[0] = i + 1
            var best = row[0]
            for (j, y) in b.enumerated() {
                let cost = min(row[j + 1] + 1, row[j] + 1, diagonal + (x == y ? 0 : 1))
                diagonal = row[j + 1]
                row[j + 1] = cost
                best = min(best, cost)
            }
            if best > most { return nil }
        }
        return row[b.count] <= most ? row[b.count] : nil
    }

    /// The distance where a swap of two neighbours, as happens in typing, is one change (the "optimal string alignment"
    /// form of F. Damerau's distance, 1964); `nil` when it is more than `most`.
    package static func typing(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar], most: Int) -> Int? {
        guard most >= 0, abs(a.count - b.count) <= most else { return nil }
        var before: [Int] = []
        var row = Array(0...b.count)
        for i in a.indices {
            var next = [i + 1]
            for j in b.indices {
                var cost = min(row[j + 1] + 1, next[j] + 1, row[j] + (a[i] == b[j] ? 0 : 1))
                if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, before[j - 1] + 1) }
                next.append(cost)
            }
            (before, row) = (row, next)
        }
        return row[b.count] <= most ? row[b.count] : nil
    }
}
