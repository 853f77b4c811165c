internal import Xapian

/// Reports that share a key and were compared: parts of which each is of one story, as far as is known.
struct StoryGroup {
    /// Reports of a group that are of one story.
    private struct Part {
        /// Documents of different fingerprints.
        var members: [UInt32]
        /// How many pairs of words the shortest and the longest of them have.
        var lengths: ClosedRange<Int>

        mutating func take(_ other: Part) {
            members += other.members
            let (shortest, longest) = (other.lengths.lowerBound, other.lengths.upperBound)
            lengths = min(lengths.lowerBound, shortest)...max(lengths.upperBound, longest)
        }
    }

    private var parts: [Part] = []

    /// Compares a report with those before it, part by part until one is found that joins it. Two that are joined already
    /// are not compared again, so that a story of many copies costs hardly more than their number.
    mutating func take(
        _ report: UInt32,
        _ sets: UnionFind,
        _ comparison: inout StoryComparison,
        in database: borrowing some DatabaseReading & ~Copyable
    ) throws {
        let length = try comparison.shingleCount(of: report, in: database)
        var joined: [Int] = []
        for (number, part) in parts.enumerated() {
            var tells = sets.areJoined(Int(report), Int(part.members[0]))
            if !tells { tells = try Self.tells(report, length, part, &comparison, in: database) }
            if tells {
                sets.join(Int(report), Int(part.members[0]))
                joined.append(number)
            }
        }
        let alone = Part(members: [report], lengths: length...length)
        guard let first = joined.first else {
            parts.append(alone)
            return
        }
        parts[first].take(alone)
        for other in joined.dropFirst().reversed() { parts[first].take(parts.remove(at: other)) }
    }

    /// Whether a report is one story with any of a part. A part whose texts are all too long or too short costs nothing.
    private static func tells(
        _ report: UInt32,
        _ length: Int,
        _ part: Part,
        _ comparison: inout StoryComparison,
        in database: borrowing some DatabaseReading & ~Copyable
    ) throws -> Bool {
        let nearest = min(max(length, part.lengths.lowerBound), part.lengths.upperBound)
        guard StoryRelation.areLike(length, nearest) else { return false }
        for member in part.members where try comparison.areOneStory(report, member, in: database) { return true }
        return false
    }
}
