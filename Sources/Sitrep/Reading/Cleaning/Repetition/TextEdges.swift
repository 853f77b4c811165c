/// The lines at the two edges of a report's cleaned text that may be boilerplate, and the story between them.
///
/// An edge reaches from the top or the foot of the text to the first line of prose (``EdgeText``), at most
/// ``TextEdges/mostAtTop`` or ``TextEdges/mostAtFoot`` lines. A text without prose is a list and has no edges. Linear in
/// the length of the text.
struct TextEdges: Equatable, Sendable {
    /// The lines, in their order.
    var lines: [EdgeLine]
    /// The story that stands between them.
    var story: StoryHash

    static let mostAtTop = 6
    static let mostAtFoot = 10

    /// - Parameters:
    ///   - text: the cleaned text; a line that begins with the title is never at its edge.
    ///   - group: gives the source's name; asked only where there are such lines.
    /// - Returns: `nil` where nothing at the edges may be boilerplate.
    init?(text: String, title: String, group: () -> String) {
        let edges = EdgeText(text, title: title)
        guard !edges.isEmpty else { return nil }
        let top = Self.run(edges.indices, atMost: Self.mostAtTop, in: edges)
        // Nothing but short lines up to the foot.
        guard top.end < edges.endIndex else { return nil }
        let foot = Self.run((top.end..<edges.endIndex).reversed(), atMost: Self.mostAtFoot, in: edges)

        // Of a list of fields, each says something of the report; one alone gives an address or a name.
        let hasFields = foot.lines.count { edges.isField($0) } > 1
        let lines =
            top.lines.filter { !edges.introduces($0) && !edges.isField($0) }
            + foot.lines.reversed().filter { !hasFields || !edges.isField($0) }
        let chosen = lines.filter { !edges.isDate($0) && !edges.isTagged($0) }
        let taken = Set(chosen)
        guard !chosen.isEmpty, let longest = edges.longest(without: taken), edges.isProse(longest) else { return nil }
        let group = group()
        self.lines = chosen.map { EdgeLine(range: edges.ranges[$0], line: RepeatedLine(edges[$0], group: group)) }
        story = StoryHash(longestLine: edges[longest])
    }

    /// The first lines of an order that are no prose, and where the prose begins.
    private static func run(
        _ order: some Sequence<Int>,
        atMost limit: Int,
        in text: EdgeText
    ) -> (lines: [Int], end: Int) {
        var lines: [Int] = []
        for i in order {
            if text.isProse(i) { return (lines, i) }
            if lines.count < limit { lines.append(i) }
        }
        return ([], text.endIndex)
    }
}
