import Sitrep

/// Writes tables as CSV (RFC 4180) with a header; several values stand in one cell, parted by `; `.
enum CSVOutput {
    /// - Parameters:
    ///   - query: the id of the query that they answer, for a first column.
    ///   - withShared: with what each has in common with the report whose like were searched for, in two columns more.
    ///   - withIndex: with the folder of the index of each, in a last column.
    static func write(
        _ hits: [Hit],
        query: String? = nil,
        withHeader: Bool,
        withShared: Bool = false,
        withIndex: Bool
    ) {
        let columns =
            (query == nil ? [] : ["query_id"]) + hitColumns + (withShared ? sharedColumns : [])
            + (withIndex ? ["index"] : [])
        if withHeader { row(columns.map { .own($0) }) }
        for hit in hits {
            row(
                (query.map { [.text($0)] } ?? []) + [
                    .number(hit.rank), .text(hit.id), .own(hit.key), .own(String(hit.score)), .text(hit.title),
                    .own(hit.published.text ?? ""), .text(hit.path), .text(hit.url ?? ""), .text(hit.source ?? ""),
                    .text(hit.language ?? ""), .own(hit.added), paths(hit.values(of: .region)),
                    paths(hit.values(of: .actor)), paths(hit.values(of: .weapon)), .text(hit.snippet.text),
                    .number(hit.similar), .text((hit.marks?.tags ?? []).joined(separator: "; ")),
                    .text(hit.marks?.note ?? ""),
                ] + (withShared ? shared(hit.shared) : []) + (withIndex ? [.text(hit.index ?? "")] : [])
            )
        }
    }

    private static let hitColumns = [
        "rank", "id", "key", "score", "title", "published", "path", "url", "source", "language", "added", "region",
        "actor", "weapon", "snippet", "similar", "tags", "note",
    ]

    private static let sharedColumns = ["shared_names", "shared_words"]

    private static func shared(_ parts: SharedParts?) -> [CSVCell] {
        [paths(parts?.names ?? []), .text(parts?.words.joined(separator: "; ") ?? "")]
    }

    /// A row a period, or of a timeline with rows a row a period of each; what is left over has no path.
    static func write(_ timeline: Timeline) {
        let header: [CSVCell] = timeline.facet == nil ? [] : ["kind", "path"]
        let lines = TimelineObject.lines(timeline)
        write(
            header: header + ["period", "count", "stories"],
            lines.lazy.map { line in
                let row: [CSVCell] = line.kind.map { [.own($0), .text(line.path?.joined(separator: "/") ?? "")] } ?? []
                return row + [.own(line.value), .number(line.count), .number(line.stories)]
            }
        )
    }

    /// A row a figure; outlets, ids and wordings are in the order of the reports.
    ///
    /// - Parameter withIndex: with the folders of the indexes of the reports, in a last column.
    static func write(_ figures: Figures, withIndex: Bool) {
        write(
            header: ["period"] + figureColumns + [
                "disputed", "report_count", "stories", "sources", "reports", "surfaces",
            ] + (withIndex ? ["index"] : []),
            figures.rows.map { row in
                [.own(row.period ?? "")] + cells(row.figure) + [
                    .own(row.isDisputed ? "yes" : "no"), .number(row.reports.count), .number(row.stories),
                    .text(row.reports.map(\.outlet).joined(separator: "; ")),
                    .text(row.reports.map(\.id).joined(separator: "; ")),
                    .text(row.reports.map(\.surface).joined(separator: "; ")),
                ] + (withIndex ? [.text(row.reports.map { $0.index ?? "" }.joined(separator: "; "))] : [])
            }
        )
    }

    /// What the columns of a figure are called, and what stands in them.
    static let figureColumns: [CSVCell] = [
        "kind", "least", "most", "unit", "qualifier", "subject", "weapon", "place", "day", "until", "precision",
        "claimant",
    ]

    static func cells(_ figure: Figure) -> [CSVCell] {
        let claim = figure.claim
        func number(_ value: Double?) -> CSVCell {
            .own(value.map { Int(exactly: $0).map(String.init) ?? String($0) } ?? "")
        }
        func path(_ path: [String]?) -> CSVCell { .text((path ?? []).joined(separator: "/")) }
        let ends = claim.date?.ends ?? []
        return [
            .own(claim.kind.rawValue), number(claim.least), number(claim.most), .own(claim.unit),
            .own(claim.qualifier?.rawValue ?? ""), path(figure.subject), path(figure.weapon), path(figure.place),
            .own(ends.first ?? ""), .own(ends.count > 1 ? ends[1] : ""), .own(claim.date?.precision.rawValue ?? ""),
            path(figure.claimant),
        ]
    }

    /// A row a value; the row of the reports without one has no value.
    static func write(_ facets: FacetCounts) {
        row([.own("facet"), .own("value"), .own("path"), .own("count"), .own("stories")])
        for facet in CountedFacet.allCases {
            let name = CSVCell.own(facet.rawValue)
            for count in facets[facet] {
                row([
                    name, .text(count.value), .text(count.path.joined(separator: "/")), .number(count.count),
                    .number(count.stories),
                ])
            }
            if let missing = facets.missing[facet], missing > 0 {
                row([name, .own(""), .own(""), .number(missing), .own("")])
            }
        }
    }

    static func paths(_ values: [[String]]) -> CSVCell {
        .text(values.map { $0.joined(separator: "/") }.joined(separator: "; "))
    }

    /// A table of anything.
    static func write(header: [CSVCell], _ rows: some Sequence<[CSVCell]>) {
        row(header)
        for cells in rows { row(cells) }
    }

    /// A row as it stands in a file.
    static func line(_ cells: [CSVCell]) -> String { cells.map(\.encoded).joined(separator: ",") + "\r\n" }

    private static func row(_ cells: [CSVCell]) {
        let line = cells.map(\.encoded).joined(separator: ",")
        // In a file a cell is what it is; a terminal would act on it.
        Output.write((Output.outputIsTerminal ? Printable.text(line) : line) + "\r\n")
    }
}

/// A cell of a table.
enum CSVCell: ExpressibleByStringLiteral, Equatable {
    /// What this program says itself: a word, a number, a date.
    case own(String)
    /// What comes from reports, file names, queries or vocabularies, whoever wrote them.
    case text(String)

    init(stringLiteral value: String) { self = .own(value) }

    static func number(_ number: Int) -> CSVCell { .own(String(number)) }

    /// The cell as it is written (RFC 4180): in quotes where it has a comma, a quote or a line break.
    ///
    /// A spreadsheet takes a text that begins with `=`, `+`, `-` or `@`, with or without a tab or line break before it,
    /// or with a wide form of these signs, for a formula, which can send away what stands in other cells. An apostrophe
    /// before it makes it text.
    /// Source: OWASP, CSV Injection.
    var encoded: String {
        let text =
            switch self {
            case .own(let text): text
            case .text(let text): text.unicodeScalars.first.map(Self.formulas.contains) == true ? "'" + text : text
            }
        guard text.utf8.contains(where: { [0x22, 0x2C, 0x0A, 0x0D].contains($0) }) else { return text }
        return "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
    }

    private static let formulas: Set<Unicode.Scalar> = ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"]
}
