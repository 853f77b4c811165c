import Sitrep

/// Figures for a person to read: by period, a row a figure, in columns that fit the width.
struct FiguresText {
    let style: Style
    /// Whether all outlets of a row are named.
    var isVerbose = false

    /// What marks a row that another one speaks against.
    private static let mark = "≠"
    /// So many outlets of a row are named.
    private static let mostOutlets = 3
    /// Columns are not made narrower than this.
    private static let leastColumn = 8
    /// Columns that may be cut where the width asks for it: whose, where.
    private static let elastic = [3, 4]
    /// Columns that stand on a line of their own where the width asks for it: by whose word, which reports.
    private static let lower = 5..<7

    /// - Parameter offset: how many figures were passed over.
    func write(_ figures: Figures, from offset: Int) {
        headline(figures)
        guard !figures.rows.isEmpty else { return }
        let rows = figures.rows.map { cells($0, figures.precision) }
        let widths = widths(of: rows)
        let isStacked = Self.lower.allSatisfy { widths[$0] == 0 }
        var period: String??
        for (row, cells) in zip(figures.rows, rows) {
            if period != .some(row.period) {
                period = .some(row.period)
                Output.write("\n" + style.heading(row.period ?? "without a day") + "\n")
            }
            var line = row.isDisputed ? Self.mark + " " : "  "
            for (number, cell) in cells.enumerated() where widths[number] > 0 {
                let cut = style.width == nil ? cell : Style.cut(cell, columns: widths[number])
                let isLast = !cells.indices.contains { $0 > number && widths[$0] > 0 }
                line += isLast ? style.isolated(cut) : padded(style.isolated(cut), of: cut, widths[number] + 2)
            }
            while line.hasSuffix(" ") { line.removeLast() }
            Output.write(line + "\n")
            if isStacked { writeLower(cells, indent: (widths[0] > 0 ? widths[0] + 2 : 0) + widths[1] + 4) }
        }
        let rest = figures.total - offset - figures.rows.count
        if rest > 0 { Output.write("\n… \(rest) more figures: --limit all\n") }
        if figures.disputed > 0 {
            Output.write(
                "\n" + style.wrapped(style.faint("\(Self.mark) another row gives another number for the same")) + "\n"
            )
        }
    }

    /// Whose word a row is and which reports have it, below it.
    private func writeLower(_ cells: [String], indent: Int) {
        let words = cells[Self.lower].filter { !$0.isEmpty }.map(style.isolated)
        for line in style.lines(values: words, indent: indent) {
            Output.write(String(repeating: " ", count: indent) + style.faint(line) + "\n")
        }
    }

    private func headline(_ figures: Figures) {
        let kinds = figures.kinds.map(\.words).joined(separator: ", ")
        let what = figures.interpreted.isEmpty ? "" : " for " + style.isolated(Printable.line(figures.interpreted))
        let of = kinds.isEmpty ? "" : " (\(kinds))"
        if figures.total == 0 {
            Output.write(style.wrapped("No figures\(of) found\(what)") + "\n")
        } else {
            let found = Printable.count(figures.total, "figure")
            var reports = Printable.count(figures.reports, "report")
            let stories = Printable.count(figures.stories, "story")
            if figures.stories < figures.reports { reports += ", which tell " + stories }
            Output.write(style.wrapped("\(found)\(of) of \(reports)\(what)") + "\n")
        }
        if figures.dayless > 0 { Output.write("\(figures.dayless) more without a day\n") }
        if figures.cut > 0 {
            let have = Printable.count(figures.cut, "report") + (figures.cut == 1 ? " has" : " have")
            let rest = "more figures than the first \(ClaimFinder.mostClaims), which alone are kept"
            Output.write(style.wrapped(have + " " + rest) + "\n")
        }
        if figures.undated > 0 { Output.write("\(Printable.count(figures.undated, "more report")) without a date\n") }
        if figures.struck > 0 {
            Output.write(Printable.count(figures.struck, "figure") + " struck by a person, not shown\n")
        }
        if figures.irrelevant > 0 { Output.write(MarkText.hidden(figures.irrelevant) + "\n") }
    }

    /// Day, kind, number, whose, where, by whose word, which reports; the day only where it is not that of the heading.
    private func cells(_ row: FigureRow, _ precision: EventDate.Precision) -> [String] {
        let claimant = row.figure.claimant?.last.map { "says " + Printable.line($0) }
        let day = row.figure.claim.date?.ends.joined(separator: "..") ?? ""
        return [
            precision == .day || day == row.period ? "" : day,
            row.figure.claim.kind.words, row.figure.claim.amount,
            FigureWords.matter(row.figure),
            row.figure.place?.last.map { Printable.line($0) } ?? "", claimant ?? "", reports(row),
        ]
    }

    /// `2 reports, 1 story: BBC, CNN`, `5 reports: BBC, CNN, dpa +2 more`; a report of an unknown outlet stands there with
    /// its short key, and alone with its id.
    private func reports(_ row: FigureRow) -> String {
        if row.reports.count == 1 { return Printable.line(row.reports[0].source ?? row.reports[0].id) }
        var outlets: [String] = []
        for outlet in row.reports.map(\.outlet) where !outlets.contains(outlet) { outlets.append(outlet) }
        let named = isVerbose ? outlets.count : Self.mostOutlets
        var names = outlets.prefix(named).map { Printable.line($0) }.joined(separator: ", ")
        if outlets.count > named { names += " +\(outlets.count - named) more" }
        let stories = row.stories < row.reports.count ? ", " + Printable.count(row.stories, "story") : ""
        return Printable.count(row.reports.count, "report") + stories + ": " + names
    }

    /// How wide each column is: as wide as its widest cell, less where the width asks for it; 0 for one without words, and
    /// for those that stand below.
    private func widths(of rows: [[String]]) -> [Int] {
        var widths = (0..<7).map { column in rows.map { DisplayWidth.columns($0[column]) }.max() ?? 0 }
        guard let width = style.width else { return widths }
        func used() -> Int { 2 + widths.reduce(0) { $0 + ($1 > 0 ? $1 + 2 : 0) } - 2 }
        if used() > width { for column in Self.lower { widths[column] = 0 } }
        while used() > width {
            guard let widest = Self.elastic.max(by: { widths[$0] < widths[$1] }), widths[widest] > Self.leastColumn
            else {
                break
            }
            widths[widest] -= 1
        }
        return widths
    }

    private func padded(_ shown: String, of text: String, _ columns: Int) -> String {
        shown + String(repeating: " ", count: max(0, columns - DisplayWidth.columns(text)))
    }
}
