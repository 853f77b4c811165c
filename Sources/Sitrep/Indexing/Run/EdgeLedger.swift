/// What a run has to remember of the lines at the edges of the reports that it writes and takes out.
struct EdgeLedger {
    /// The lines that are boilerplate by what is known so far.
    let repeated: RepeatedLines
    /// Lines of reports that came or went, and how many reports that had them were written. Of a run that writes in bulk
    /// none are noted: it looks at all lines at its end.
    private(set) var touched: [RepeatedLine: Int] = [:]
    /// Lines that became boilerplate, or are it no more, at some time of the run.
    private(set) var changed: Set<RepeatedLine> = []
    /// For a run that looks at all lines at its end.
    private var table: EdgeLineTable?

    /// - Parameter decidesAll: whether the run looks at all lines at its end.
    init(repeated: RepeatedLines, decidesAll: Bool) {
        self.repeated = repeated
        if decidesAll { table = EdgeLineTable() }
    }

    /// Notes a line of a report of a run that looks at all lines at its end: most reports are cleaned right at once.
    mutating func noteAdded(_ edge: EdgeTerm) {
        guard !repeated.contains(edge.line), table?.count(edge) == true else { return }
        decide(edge.line, isRepeated: true)
    }

    /// Notes a line of a report that is being written, and returns whether it is worth counting now: each time that its
    /// reports of this run have doubled, so that most of a long run is cleaned right at once.
    mutating func note(_ line: RepeatedLine) -> Bool {
        let count = touched[line, default: 0] + 1
        touched[line] = count
        return count >= RepeatedLine.threshold && count & (count - 1) == 0 && !repeated.contains(line)
    }

    /// Notes a line of a report that is going.
    mutating func release(_ line: RepeatedLine) { touched[line, default: 0] += 0 }

    /// Says of a line whether it is boilerplate.
    mutating func decide(_ line: RepeatedLine, isRepeated: Bool) {
        if repeated.set(line, isRepeated: isRepeated) { changed.insert(line) }
    }
}
