import Sitrep

/// A cross-table for a person to read, in as many parts beside each other as the width asks for.
struct TableText {
    let style: Style

    private typealias Line = (number: Int, value: FacetCount?, count: Int)

    func write(_ table: CrossTable) {
        FacetText(style: style).headline(
            total: table.total,
            interpreted: table.interpreted,
            undated: table.undated
        )
        guard table.total > 0 else { return }
        let axes = table.axes
        switch axes.count {
        case 1: write(rows: axes[0], columns: nil) { row, _ in table.count([row]) }
        case 2: write(rows: axes[0], columns: axes[1]) { table.count([$0, $1]) }
        default:
            for layer in axes[2].lines {
                Output.write("\n" + style.title(Self.label(layer.value)) + "  \(layer.count)\n")
                write(rows: axes[0], columns: axes[1]) { table.count([$0, $1, layer.number]) }
            }
        }
        Output.write("\n")
        for axis in axes where axis.hidden > 0 {
            Output.write("… \(axis.hidden) more values of \(axis.axis.kind.rawValue): --facets all\n")
        }
        Output.write(style.faint("Totals count each report once; they are no sums of a line.") + "\n")
    }

    private func write(rows: CrossTable.Axis, columns: CrossTable.Axis?, count: (Int, Int) -> Int) {
        let labels = rows.lines.map { Self.label($0.value) }
        let width = min(max(labels.map(Self.columns).max() ?? 0, 5), max(20, style.width / 3))
        let totals = Self.cellWidth(["total"] + rows.lines.map { String($0.count) })
        guard let columns else {
            Output.write("\n")
            for (line, label) in zip(rows.lines, labels) {
                Output.write(FacetText.number(line.count) + "  " + label + "\n")
            }
            return
        }
        for part in parts(columns.lines, room: style.width - width - totals) {
            var head = Self.padded("", width) + Self.right("total", totals)
            for line in part { head += Self.right(Self.heading(line.value), Self.width(line)) }
            Output.write("\n" + style.heading(head) + "\n")
            for (row, label) in zip(rows.lines, labels) {
                var text = Self.padded(label, width) + Self.right(String(row.count), totals)
                for line in part {
                    let cell = count(row.number, line.number)
                    text += Self.right(cell == 0 ? "·" : String(cell), Self.width(line))
                }
                Output.write(text + "\n")
            }
            var foot = Self.padded("total", width) + Self.right("", totals)
            for line in part { foot += Self.right(String(line.count), Self.width(line)) }
            Output.write(style.faint(foot) + "\n")
        }
    }

    /// The columns, as many in each part as there is room for.
    private func parts(_ lines: [Line], room: Int) -> [[Line]] {
        var parts: [[Line]] = [[]]
        var used = 0
        for line in lines {
            let width = Self.width(line)
            if used + width > room, !parts[parts.count - 1].isEmpty {
                parts.append([])
                used = 0
            }
            parts[parts.count - 1].append(line)
            used += width
        }
        return parts
    }

    private static func label(_ value: FacetCount?) -> String {
        value.map { Printable.line($0.path.joined(separator: "/")) } ?? "(none)"
    }

    /// What stands above a column: the value's own name.
    private static func heading(_ value: FacetCount?) -> String {
        cut(value.map { Printable.line($0.value) } ?? "(none)", 16)
    }

    /// The width of a column with the two blanks before it.
    private static func width(_ line: Line) -> Int { cellWidth([heading(line.value), String(line.count)]) }

    private static func cellWidth(_ texts: [String]) -> Int { (texts.map(columns).max() ?? 0) + 2 }

    private static func columns(_ text: String) -> Int { Style.columns(Array(text.utf8)[...]) }

    /// The text, shortened where it takes more than `width` columns.
    private static func cut(_ text: String, _ width: Int) -> String {
        var text = text
        guard columns(text) > width else { return text }
        while columns(text) > width - 1 { text.removeLast() }
        return text + "…"
    }

    private static func padded(_ text: String, _ width: Int) -> String {
        // Of a path that is too long the end tells most.
        var text = text
        if columns(text) > width {
            while columns(text) > width - 1 { text.removeFirst() }
            text = "…" + text
        }
        return text + String(repeating: " ", count: max(0, width - columns(text)))
    }

    private static func right(_ text: String, _ width: Int) -> String {
        String(repeating: " ", count: max(0, width - columns(text))) + text
    }
}
