import Sitrep

/// A timeline of several values for a person to read: a line each, with columns that are as high as the counts.
struct TimelineRows {
    let style: Style
    private let timeline: Timeline
    /// The columns that there are for all.
    private let width: Int
    /// The columns of the names, and of the numbers behind them.
    private let names: Int
    private let digits: Int
    /// How many periods share a column, and how many columns a period has.
    private let periodsInColumn: Int
    private let columnsOfPeriod: Int

    /// A period is drawn so many columns wide at most.
    private static let widestPeriod = 3

    init(style: Style, _ timeline: Timeline) {
        self.style = style
        self.timeline = timeline
        width = style.width ?? TimelineText.usualWidth
        let labels = timeline.rows.map { DisplayWidth.columns(Printable.line($0.name)) }
        names = min(labels.max() ?? 0, width / 3)
        digits = timeline.rows.map { String($0.total).count }.max() ?? 0
        let room = max(8, width - names - digits - 4)
        let count = timeline.periods.reduce(0) { $0 + $1.length }
        periodsInColumn = max(1, (count + room - 1) / room)
        columnsOfPeriod = max(1, min(Self.widestPeriod, room / max(1, count)))
    }

    func write() {
        let columns = timeline.rows.map { self.columns(of: $0.counts) }
        let most = columns.joined().max() ?? 0
        for (row, counts) in zip(timeline.rows, columns) {
            let label = Style.cutPath(Printable.line(row.name), columns: names)
            let name = Style.padded(style.isolated(label), columns: names)
            let number = Style.padded(String(row.total), columns: digits, isRight: true)
            Output.write("\(name)  \(number)  " + style.heading(Self.heights(counts, of: most)) + "\n")
        }
        guard let drawn = columns.first?.count, drawn > 0 else { return }
        writeEnds(drawn)
        let unit = timeline.precision.rawValue
        var scale = "█ stands for \(Printable.count(most, "report"))"
        scale += periodsInColumn > 1 ? " in \(periodsInColumn) \(unit)s, which each column takes together." : "."
        let notes = "A report with several values counts in each."
        Output.write("\n" + style.wrapped(style.faint(scale + " " + notes)) + "\n")
    }

    /// The first and the last period, below the ends of the columns.
    private func writeEnds(_ drawn: Int) {
        let ends = timeline.periods.flatMap { period in
            [period.days.lowerBound, period.days.upperBound].map { timeline.precision.name(of: $0) }
        }
        guard let first = ends.first, let last = ends.last else { return }
        let margin = String(repeating: " ", count: names + digits + 4)
        guard first != last else { return Output.write(style.faint(margin + first) + "\n") }
        let gap = drawn - first.count - last.count
        let line = gap > 0 ? first + String(repeating: " ", count: gap) + last : "\(first) to \(last)"
        let indent =
            margin.count + line.count > width ? String(repeating: " ", count: max(0, width - line.count)) : margin
        Output.write(style.faint(indent + line) + "\n")
    }

    /// The reports of each column: of a period, or of several where there are more than columns.
    private func columns(of counts: [Int]) -> [Int] {
        var all: [Int] = []
        for (period, count) in zip(timeline.periods, counts) {
            all += Array(repeating: 0, count: period.length - 1) + [count]
        }
        guard periodsInColumn == 1 else {
            return stride(from: 0, to: all.count, by: periodsInColumn).map { start in
                all[start..<min(all.count, start + periodsInColumn)].reduce(0, +)
            }
        }
        // A gap keeps the periods apart where there is room for one.
        let gap = columnsOfPeriod > 2 ? [0] : []
        return all.flatMap { Array(repeating: $0, count: columnsOfPeriod - gap.count) + gap }
    }

    /// Columns in eighths of a line; what is counted at all shows at least one of them.
    static func heights(_ counts: [Int], of most: Int) -> String {
        guard most > 0 else { return "" }
        return String(
            counts.map { count -> Character in
                guard count > 0 else { return " " }
                let eighths = Int((Double(count) / Double(most) * 8).rounded())
                return blocks[min(8, max(1, eighths)) - 1]
            }
        ).trimmingEnd
    }

    private static let blocks = Array("▁▂▃▄▅▆▇█")
}

extension String {
    /// Without blanks at its end.
    fileprivate var trimmingEnd: String {
        String(prefix(upTo: lastIndex { $0 != " " }.map(index(after:)) ?? startIndex))
    }
}
