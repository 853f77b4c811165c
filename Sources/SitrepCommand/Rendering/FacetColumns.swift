/// A list of values with their counts that can stand beside others of its kind.
struct FacetColumn {
    /// A count, a value, and what is said of it.
    struct Line {
        /// The count in its column, with the blanks before the value.
        var margin: String
        /// The value, safe to show.
        var label: String
        /// What stands behind it and is never cut.
        var remark = ""
        var isStrong = false
    }

    /// What is counted.
    var heading: String
    var lines: [Line] = []
    /// Whether remarks stand in a column of their own.
    var alignsRemarks = false

    /// The columns that the list takes where nothing is cut.
    var columns: Int {
        lines.reduce(DisplayWidth.columns(heading)) { most, line in
            let remark = alignsRemarks ? remarkColumns : DisplayWidth.columns(line.remark)
            return max(most, DisplayWidth.columns(line.margin) + DisplayWidth.columns(line.label) + remark)
        }
    }

    /// The columns of the longest remark.
    var remarkColumns: Int { lines.map { DisplayWidth.columns($0.remark) }.max() ?? 0 }
}

/// Lists of counts, as many beside each other as the width allows.
struct FacetColumns {
    let style: Style
    /// A longer list is cut, rather than put below, down to so many columns.
    let leastColumns: Int

    /// The blanks between two lists.
    private static let gap = 3

    /// Writes the lists in shelves, each after an empty line.
    func write(_ lists: [FacetColumn]) {
        for shelf in shelves(lists) {
            Output.write("\n")
            for line in lines(shelf) { Output.write(line + "\n") }
        }
    }

    /// The lists that stand beside each other; without a width, each alone.
    func shelves(_ lists: [FacetColumn]) -> [[FacetColumn]] {
        guard let width = style.width else { return lists.map { [$0] } }
        var shelves: [[FacetColumn]] = []
        var used = 0
        for list in lists {
            let least = min(list.columns, leastColumns)
            if let last = shelves.indices.last, used + Self.gap + least <= width {
                shelves[last].append(list)
                used += Self.gap + least
            } else {
                shelves.append([list])
                used = least
            }
        }
        return shelves
    }

    /// The lines of a shelf, blanks at their ends left out.
    func lines(_ shelf: [FacetColumn]) -> [String] {
        let columns = widths(shelf)
        let remarks = shelf.map { $0.alignsRemarks ? $0.remarkColumns : nil }
        let count = (shelf.map(\.lines.count).max() ?? 0) + 1
        return (0..<count).map { row in
            var text = ""
            var pending = 0
            for (index, list) in shelf.enumerated() {
                let width = columns[index]
                let cell = row == 0 ? style.heading(list.heading) : self.cell(list, row - 1, width, remarks[index])
                if !cell.isEmpty {
                    text += String(repeating: " ", count: pending) + cell
                    pending = 0
                }
                pending += width + Self.gap - DisplayWidth.columns(cell)
            }
            return text
        }
    }

    /// - Parameter remark: the columns of all remarks, where they stand in a column of their own.
    private func cell(_ list: FacetColumn, _ row: Int, _ width: Int, _ remark: Int?) -> String {
        guard row < list.lines.count else { return "" }
        let line = list.lines[row]
        let room = width - DisplayWidth.columns(line.margin) - (remark ?? DisplayWidth.columns(line.remark))
        let label = style.width == nil ? line.label : Style.cutPath(line.label, columns: max(1, room))
        var shown = style.isolated(label)
        if remark != nil, !line.remark.isEmpty { shown = Style.padded(shown, columns: room) }
        return line.margin + (line.isStrong ? style.title(shown) + line.remark : shown + style.faint(line.remark))
    }

    /// The columns of each list of a shelf: all that it needs, or where that is too much for all, the widest cut alike.
    private func widths(_ shelf: [FacetColumn]) -> [Int] {
        var columns = shelf.map(\.columns)
        guard let width = style.width else { return columns }
        var excess = columns.reduce(Self.gap * (shelf.count - 1), +) - width
        while excess > 0, let widest = columns.indices.max(by: { columns[$0] < columns[$1] }), columns[widest] > 1 {
            columns[widest] -= 1
            excess -= 1
        }
        return columns
    }
}
