import Sitrep

/// A timeline for a person to read: a line a period, with a bar as long as its count.
struct TimelineText {
    let style: Style

    /// The columns that bars are drawn for where nobody says how many there are.
    static let usualWidth = 80

    func write(_ timeline: Timeline) {
        var reports = Printable.count(timeline.total, "report")
        if timeline.stories < timeline.total {
            reports += timeline.stories == 1 ? " (1 story)" : " (\(timeline.stories) stories)"
        }
        let what = timeline.interpreted.isEmpty ? "" : " for " + style.isolated(Printable.line(timeline.interpreted))
        let unit = timeline.precision.rawValue
        let how =
            "by \(unit) of \(timeline.dates == .published ? "publication" : "events")"
            + (timeline.facet.map { ", per \($0.kind.rawValue)" } ?? "")
        let headline = timeline.total == 0 ? "Nothing found\(what)" : "\(reports)\(what), \(how)"
        Output.write(style.wrapped(headline) + "\n")
        if timeline.uncounted > 0 { Output.write("\(timeline.uncounted) of them without a known \(unit)\n") }
        if timeline.undated > 0 { Output.write("\(timeline.undated) more without a date\n") }
        if timeline.irrelevant > 0 { Output.write(MarkText.hidden(timeline.irrelevant) + "\n") }
        guard !timeline.periods.isEmpty else { return }
        Output.write("\n")
        guard timeline.facet == nil else { return TimelineRows(style: style, timeline).write() }
        let most = timeline.periods.map(\.count).max() ?? 0
        let names = timeline.periods.filter { $0.length == 1 }.map(\.name.count).max() ?? 0
        let digits = String(most).count
        let room = (style.width ?? Self.usualWidth) - names - digits - 4
        for period in timeline.periods {
            guard period.length == 1 else {
                let run = "\(period.length) \(unit)s without a report"
                Output.write(style.faint("…" + String(repeating: " ", count: names + 1) + run) + "\n")
                continue
            }
            let number = String(period.count)
            let name = period.name + String(repeating: " ", count: names - period.name.count + 2)
            let count = String(repeating: " ", count: digits - number.count) + number
            let bar = Self.bar(period.count, of: most, columns: room)
            Output.write(name + count + (bar.isEmpty ? "" : "  " + style.heading(bar)) + "\n")
        }
    }

    /// A bar in eighths of a column; what is counted at all shows at least one of them.
    static func bar(_ count: Int, of most: Int, columns: Int) -> String {
        guard count > 0, most > 0, columns > 0 else { return "" }
        let eighths = max(1, Int((Double(count) / Double(most) * Double(columns) * 8).rounded()))
        let rest = eighths % 8
        return String(repeating: "█", count: eighths / 8) + (rest > 0 ? String(blocks[rest - 1]) : "")
    }

    /// One eighth to seven eighths of a column.
    private static let blocks = Array("▏▎▍▌▋▊▉")
}
