/// What a run has to remember of the lines at the edges of the reports that it writes and takes out.
struct EdgeLedger {
    /// The lines that are boilerplate by what is known so far.
    let repeated: RepeatedLines
    /// Lines of reports that came or went, and how many reports that had them were written.
    private(set) var touched: [RepeatedLine: Int] = [:]
    /// Lines that became boilerplate, or are it no more, at some time of the run.
    private(set) var changed: Set<RepeatedLine> = []

    init(repeated: RepeatedLines) { self.repeated = repeated }

    /// Notes a line of a report that is being written, and returns whether it is worth counting now: each time that its
    /// reports of this run have doubled, so that most of a long build is cleaned right at once.
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

    /// The lines that may have become boilerplate, or be it no more, ascending.
    ///
    /// - Parameter startedEmpty: whether all reports of the index came in this run.
    func open(startedEmpty: Bool) -> [RepeatedLine] {
        touched.lazy.filter { !startedEmpty || $0.value >= RepeatedLine.threshold }.map(\.key).sorted()
    }
}
