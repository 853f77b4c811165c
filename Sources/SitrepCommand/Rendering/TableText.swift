import Sitrep

/// A cross-table for a person to read, in as many parts beside each other as the width asks for.
struct TableText {
    let style: Style

    private typealias Line = (number: Int, value: FacetCount?, count: Int)

    func write(_ table: CrossTable) {
        FacetText(style: style).headline(
            total: table.total,
            interpreted: table.interpreted,
            undated: table.undated,
            irrelevant: table.irrelevant
        )
        guard table.total > 0 else { return }
        let axes = table.axes
        switch axes.count {
        case 1: write(rows: axes[0], columns: nil, total: table.total) { row, _ in table.count([row]) }
        case 2: write(rows: axes[0], columns: axes[1], total: table.total) { table.count([$0, $1]) }
        default:
            for layer in axes[2].lines {
                Output.write("\n" + style.title(Self.label(layer.value)) + "  \(layer.count)\n")
                write(rows: axes[0], columns: axes[1], total: nil) { table.count([$0, $1, layer.number]) }
            }
        }
        Output.write("\n")
        for axis in axes where axis.hidden > 0 {
            Output.write("… \(axis.hidden) more values of \(axis.axis.kind.rawValue): --facets all\n")
        }
        let note =
            axes.count > 2
            ? "A report counts in each table, row and column that it has a value of."
            : "Totals count each report once; they are no sums of a line."
        Output.write(style.wrapped(style.faint(note)) + "\n")
    }

    /// - Parameter total: how many reports the totals are of; `nil` for no totals, for those of the rows and columns of a
    ///   table are of all tables.
    private func write(
        rows: CrossTable.Axis,
        columns: CrossTable.Axis?,
        total: Int?,
        count: (Int, Int) -> Int
    ) {
        let labels = rows.lines.map { Self.label($0.value) }
        let widest = labels.map { DisplayWidth.columns($0) }.max() ?? 0
        let width = min(max(widest, 5), style.width.map { max(20, $0 / 3) } ?? .max)
        let totals = total.map { Self.cellWidth(["total", String($0)] + rows.lines.map { String($0.count) }) } ?? 0
        guard let columns else {
            Output.write("\n")
            for (line, label) in zip(rows.lines, labels) {
                Output.write(FacetText.number(line.count) + "  " + style.isolated(label) + "\n")
            }
            return
        }
        for part in parts(columns.lines, room: style.width.map { $0 - width - totals }) {
            var head = Self.padded("", width) + Self.right(total == nil ? "" : "total", totals)
            for line in part { head += isolatedRight(heading(line.value), self.width(line)) }
            Output.write("\n" + style.heading(head) + "\n")
            for (row, label) in zip(rows.lines, labels) {
                var text = isolated(Style.cutPath(label, columns: width), width)
                if total != nil { text += Self.right(String(row.count), totals) }
                for line in part {
                    let cell = count(row.number, line.number)
                    text += Self.right(cell == 0 ? "·" : String(cell), self.width(line))
                }
                Output.write(text + "\n")
            }
            guard let total else { continue }
            var foot = Self.padded("total", width) + Self.right(String(total), totals)
            for line in part { foot += Self.right(String(line.count), self.width(line)) }
            Output.write(style.faint(foot) + "\n")
        }
    }

    /// The columns in as few parts as there is room for, about as many in each.
    private func parts(_ lines: [Line], room: Int?) -> [ArraySlice<Line>] {
        guard let room else { return [lines[...]] }
        let fewest = parts(lines, room: room, most: .max)
        let even = (lines.count + fewest.count - 1) / max(1, fewest.count)
        let balanced = parts(lines, room: room, most: even)
        return balanced.count == fewest.count ? balanced : fewest
    }

    private func parts(_ lines: [Line], room: Int, most: Int) -> [ArraySlice<Line>] {
        var parts: [ArraySlice<Line>] = []
        var start = 0
        var used = 0
        for (index, line) in lines.enumerated() {
            let width = width(line)
            if index > start, used + width > room || index - start == most {
                parts.append(lines[start..<index])
                (start, used) = (index, 0)
            }
            used += width
        }
        return parts + [lines[start...]]
    }

    private static func label(_ value: FacetCount?) -> String {
        value.map { Printable.line($0.path.joined(separator: "/")) } ?? "(none)"
    }

    /// What stands above a column: the value's own name, cut where columns have to be saved.
    private func heading(_ value: FacetCount?) -> String {
        let name = value.map { Printable.line($0.value) } ?? "(none)"
        return style.width == nil ? name : Style.cut(name, columns: 16)
    }

    /// The width of a column with the two blanks before it.
    private func width(_ line: Line) -> Int { Self.cellWidth([heading(line.value), String(line.count)]) }

    private static func cellWidth(_ texts: [String]) -> Int {
        (texts.map { DisplayWidth.columns($0) }.max() ?? 0) + 2
    }

    private static func padded(_ text: String, _ width: Int) -> String { Style.padded(text, columns: width) }

    private static func right(_ text: String, _ width: Int) -> String {
        Style.padded(text, columns: width, isRight: true)
    }

    private func isolated(_ text: String, _ width: Int) -> String {
        Self.padded(style.isolated(text), width)
    }

    private func isolatedRight(_ text: String, _ width: Int) -> String { Self.right(style.isolated(text), width) }
}
