import Sitrep

/// A cross-table as JSON.
struct TableObject: Encodable {
    let query: String
    let interpreted: String
    let total: Int
    let totalExact = true
    let undated: Int
    let irrelevant: Int
    let indexRevision: Int
    let by: [Axis]
    let counts: Counts

    struct Axis: Encodable {
        let name: String
        let depth: Int?
        let values: [Line]
        /// Values without a line.
        let more: Int
    }

    struct Line: Encodable {
        /// `null` for the reports without a value.
        let value: OrNull<String>
        let path: [String]
        let count: Int
    }

    /// Lists of lists, one level a dimension, in the order of the lines.
    enum Counts: Encodable {
        case cell(Int)
        case line([Counts])

        func encode(to encoder: any Encoder) throws {
            var container = encoder.singleValueContainer()
            switch self {
            case .cell(let count): try container.encode(count)
            case .line(let counts): try container.encode(counts)
            }
        }
    }

    init(_ table: CrossTable) {
        query = table.query
        interpreted = table.interpreted
        total = table.total
        undated = table.undated
        irrelevant = table.irrelevant
        indexRevision = table.revision
        by = table.axes.map { axis in
            Axis(
                name: axis.axis.kind.rawValue,
                depth: axis.axis.depth,
                values: axis.lines.map { line in
                    Line(value: OrNull(line.value?.value), path: line.value?.path ?? [], count: line.count)
                },
                more: axis.hidden
            )
        }
        counts = Self.counts(table, [])
    }

    private static func counts(_ table: CrossTable, _ lines: [Int]) -> Counts {
        guard lines.count < table.axes.count else { return .cell(table.count(lines)) }
        return .line(table.axes[lines.count].lines.map { counts(table, lines + [$0.number]) })
    }
}

extension CSVOutput {
    /// A cross-table: a row a value of the first dimension, a column a value of the second, before them the value of a
    /// third; the last column and the last row are totals. Reports without a value stand under `(none)`.
    static func write(_ table: CrossTable) {
        func label(_ value: FacetCount?) -> CSVCell {
            value.map { .text($0.path.joined(separator: "/")) } ?? .own("(none)")
        }
        let (axes, names) = (table.axes, table.axes.map { CSVCell.own($0.axis.kind.rawValue) })
        guard axes.count > 1 else {
            write(
                header: [names[0], "total"],
                axes[0].lines.map { [label($0.value), .number($0.count)] } + [["total", .number(table.total)]]
            )
            return
        }
        let columns = axes[1].lines
        var rows: [[CSVCell]] = []
        func add(_ before: [CSVCell], _ layer: [Int], total: Int) {
            for row in axes[0].lines {
                let cells = columns.map { CSVCell.number(table.count([row.number, $0.number] + layer)) }
                rows.append(before + [label(row.value)] + cells + [.number(row.count)])
            }
        }
        if axes.count == 2 {
            add([], [], total: table.total)
        } else {
            for layer in axes[2].lines { add([label(layer.value)], [layer.number], total: layer.count) }
        }
        let before: [CSVCell] = axes.count == 2 ? ["total"] : ["", "total"]
        rows.append(before + columns.map { .number($0.count) } + [.number(table.total)])
        write(header: names[2...] + [names[0]] + columns.map { label($0.value) } + ["total"], rows)
    }
}
