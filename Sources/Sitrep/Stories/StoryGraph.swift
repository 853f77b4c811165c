/// Joins reports to stories: the connected components of ``StoryRelation``.
///
/// The nodes are the reports that changed, each of its own, and what they meet of the index: whole stories that did not
/// change, and reports without a story. Two nodes that are joined already are not compared again, so that a story of
/// many copies costs hardly more than their number.
struct StoryGraph {
    /// Fingerprints of the reports that changed.
    let fingerprints: [StoryFingerprint]
    private var sets: UnionFind

    init(_ fingerprints: [StoryFingerprint]) {
        self.fingerprints = fingerprints
        sets = UnionFind(count: fingerprints.count)
    }

    /// Adds a node for what did not change and gives its number.
    mutating func addNode() -> Int { sets.add() }

    mutating func areJoined(_ a: Int, _ b: Int) -> Bool { sets.root(of: a) == sets.root(of: b) }

    mutating func join(_ a: Int, _ b: Int) { sets.join(a, b) }

    /// Joins the reports that changed with each other where they tell one story: those that share a key are compared.
    mutating func joinChanged() {
        let fingerprints = fingerprints
        StoryBands.forEachKey(of: fingerprints) { _, reports in
            if reports.count > 1 { joinGroup(reports) }
        }
    }

    /// Compares each report of a group with those before it, story by story until one is found that joins it.
    private mutating func joinGroup(_ group: [Int]) {
        var parts: [[Int]] = []
        for report in group {
            var joined: [Int] = []
            for (number, part) in parts.enumerated() {
                if areJoined(report, part[0])
                    || part.contains(where: { StoryRelation.areOneStory(fingerprints[report], fingerprints[$0]) })
                {
                    join(report, part[0])
                    joined.append(number)
                }
            }
            guard let first = joined.first else {
                parts.append([report])
                continue
            }
            parts[first].append(report)
            for other in joined.dropFirst().reversed() { parts[first] += parts.remove(at: other) }
        }
    }

    /// The components, each as its nodes in ascending order.
    mutating func components() -> [[Int]] {
        var byRoot: [Int: [Int]] = [:]
        for node in 0..<sets.count { byRoot[sets.root(of: node), default: []].append(node) }
        return byRoot.values.sorted { $0[0] < $1[0] }
    }
}
