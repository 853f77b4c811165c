/// Counts the stories of the lines at the edges of reports in little memory, however many lines there are.
///
/// A table of fixed size: where a place is wanted for a new line, one that few stories have had gives way, and is counted
/// anew when it comes again. So a line may be told late, or not at all, but none is told that has too few stories.
struct EdgeLineTable {
    /// Lines share a bucket by their hashes.
    private static let buckets = 1 << 14
    private static let linesPerBucket = 4
    /// A line is told when it has one more.
    private static let storiesPerLine = RepeatedLine.threshold - 1

    /// What stands where no line does; hashes have 48 bits.
    private static let none = UInt64.max

    private var lines = [UInt64](repeating: none, count: buckets * linesPerBucket)
    private var counts = [UInt8](repeating: 0, count: buckets * linesPerBucket)
    private var stories = [UInt32](repeating: 0, count: buckets * linesPerBucket * storiesPerLine)
    private var turn = 0

    /// Counts a line of a report.
    ///
    /// - Returns: whether ``RepeatedLine/threshold`` stories are known to have the line.
    mutating func count(_ edge: EdgeTerm) -> Bool {
        let place = place(of: edge.line)
        let first = place * Self.storiesPerLine
        let known = Int(counts[place])
        for at in first..<first + known where stories[at] == edge.story.hash { return false }
        guard known < Self.storiesPerLine else { return true }
        stories[first + known] = edge.story.hash
        counts[place] += 1
        return false
    }

    /// The place of a line; for a new one, one that is free or that gives way.
    private mutating func place(of line: RepeatedLine) -> Int {
        let bucket = Int(truncatingIfNeeded: line.hash) & (Self.buckets - 1)
        let places = bucket * Self.linesPerBucket..<(bucket + 1) * Self.linesPerBucket
        if let place = places.first(where: { lines[$0] == line.hash }) { return place }
        // In turn among those with the fewest stories.
        turn += 1
        let shifted = (0..<Self.linesPerBucket).map { places.lowerBound + ($0 + turn) % Self.linesPerBucket }
        let place = shifted.min { counts[$0] < counts[$1] } ?? places.lowerBound
        lines[place] = line.hash
        counts[place] = 0
        return place
    }
}
