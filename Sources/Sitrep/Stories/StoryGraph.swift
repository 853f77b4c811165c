/// Joins nodes to stories: the connected components of ``StoryRelation``.
///
/// The first nodes are the different fingerprints of the reports that changed; the others are what they meet of the
/// index: whole stories that did not change, and reports without a story. Two nodes that are joined already are not
/// compared again, so that a story of many copies costs hardly more than their number.
struct StoryGraph {
    private(set) var comparison: StoryComparison
    private var sets: UnionFind

    /// - Parameter comparison: the fingerprints of the reports that changed; each becomes the node of its number.
    init(_ comparison: StoryComparison) {
        self.comparison = comparison
        sets = UnionFind(count: comparison.fingerprints.count)
    }

    /// Adds a node for what did not change and gives its number.
    mutating func addNode() -> Int { sets.add() }

    mutating func areJoined(_ a: Int, _ b: Int) -> Bool { sets.root(of: a) == sets.root(of: b) }

    mutating func join(_ a: Int, _ b: Int) { sets.join(a, b) }

    /// The number of a fingerprint that was met.
    mutating func number(of fingerprint: StoryFingerprint) -> Int { comparison.number(of: fingerprint) }

    /// Whether the fingerprints of two numbers are one story, when they share a key.
    mutating func areOneStory(_ a: Int, _ b: Int) -> Bool { comparison.areOneStory(a, b) }

    /// Joins the reports that changed with each other where they tell one story: those that share a key are compared.
    mutating func joinChanged() {
        StoryBands.forEachKey(of: comparison.fingerprints) { _, reports in
            if reports.count > 1 { joinGroup(reports) }
        }
    }

    /// Reports of a group that are of one story.
    private struct Part {
        var members: [Int]
        /// How many pairs of words the shortest and the longest of them have.
        var lengths: ClosedRange<Int>

        mutating func take(_ other: Part) {
            members += other.members
            let (shortest, longest) = (other.lengths.lowerBound, other.lengths.upperBound)
            lengths = min(lengths.lowerBound, shortest)...max(lengths.upperBound, longest)
        }
    }

    /// Compares each report of a group with those before it, story by story until one is found that joins it.
    private mutating func joinGroup(_ group: [Int]) {
        var parts: [Part] = []
        for report in group {
            let length = comparison.fingerprints[report].shingleCount
            var joined: [Int] = []
            for (number, part) in parts.enumerated() where areJoined(report, part.members[0]) || tells(report, part) {
                join(report, part.members[0])
                joined.append(number)
            }
            let alone = Part(members: [report], lengths: length...length)
            guard let first = joined.first else {
                parts.append(alone)
                continue
            }
            parts[first].take(alone)
            for other in joined.dropFirst().reversed() { parts[first].take(parts.remove(at: other)) }
        }
    }

    /// Whether a report is one story with any of a part. A part whose texts are all too long or too short costs nothing.
    private mutating func tells(_ report: Int, _ part: Part) -> Bool {
        let length = comparison.fingerprints[report].shingleCount
        let nearest = min(max(length, part.lengths.lowerBound), part.lengths.upperBound)
        guard StoryRelation.areLike(length, nearest) else { return false }
        return part.members.contains { areOneStory(report, $0) }
    }

    /// The components, each as its nodes in ascending order.
    mutating func components() -> [[Int]] {
        var byRoot: [Int: [Int]] = [:]
        for node in 0..<sets.count { byRoot[sets.root(of: node), default: []].append(node) }
        return byRoot.values.sorted { $0[0] < $1[0] }
    }
}
