/// The lines that are boilerplate: known to all threads that clean reports, and changed while they do.
///
/// A thread may look before a line is known; whoever counts looks again at what was cleaned too early.
final class RepeatedLines: Sendable {
    private let lines: Monitor<Set<RepeatedLine>>

    init(_ lines: Set<RepeatedLine> = []) { self.lines = Monitor(lines) }

    func contains(_ line: RepeatedLine) -> Bool { lines.withValue { $0.contains(line) } }

    /// Says of a line whether it is repeated, and returns whether it was known otherwise.
    func set(_ line: RepeatedLine, isRepeated: Bool) -> Bool {
        lines.withValue { lines in
            isRepeated ? lines.insert(line).inserted : lines.remove(line) != nil
        }
    }
}

/// Counts the stories that have a line at their edges, in memory.
struct EdgeLineCounter {
    /// Up to ``RepeatedLine/threshold`` stories of each line.
    private var stories: [RepeatedLine: Set<StoryHash>] = [:]

    /// Counts the lines of one report.
    mutating func count(_ edges: TextEdges) {
        for edge in edges.lines where stories[edge.line]?.count ?? 0 < RepeatedLine.threshold {
            stories[edge.line, default: []].insert(edges.story)
        }
    }

    /// The lines with enough stories.
    var repeated: Set<RepeatedLine> { Set(stories.lazy.filter { $0.value.count >= RepeatedLine.threshold }.map(\.key)) }
}
