import Sitrep

/// Writes tables as CSV (RFC 4180) with a header; several values stand in one cell, parted by `; `.
enum CSVOutput {
    /// - Parameter query: the id of the query that they answer, for a first column.
    static func write(_ hits: [Hit], query: String? = nil, withHeader: Bool) {
        if withHeader { row((query == nil ? [] : ["query_id"]) + hitColumns) }
        for hit in hits {
            row(
                (query.map { [$0] } ?? []) + [
                    String(hit.rank), hit.id, hit.key, String(hit.score), hit.title, hit.published.text ?? "", hit.path,
                    hit.url ?? "", hit.source ?? "", hit.language ?? "", hit.added, paths(hit.values(of: .region)),
                    paths(hit.values(of: .actor)), paths(hit.values(of: .weapon)), hit.snippet.text,
                ]
            )
        }
    }

    private static let hitColumns = [
        "rank", "id", "key", "score", "title", "published", "path", "url", "source", "language", "added", "region",
        "actor", "weapon", "snippet",
    ]

    static func write(_ timeline: Timeline) {
        row(["period", "count"])
        for period in timeline.periods { row([period.name, String(period.count)]) }
    }

    /// A row a value; the row of the reports without one has no value.
    static func write(_ facets: FacetCounts) {
        row(["facet", "value", "path", "count"])
        for facet in CountedFacet.allCases {
            for count in facets[facet] {
                row([facet.rawValue, count.value, count.path.joined(separator: "/"), String(count.count)])
            }
            if let missing = facets.missing[facet], missing > 0 { row([facet.rawValue, "", "", String(missing)]) }
        }
    }

    private static func paths(_ values: [[String]]) -> String {
        values.map { $0.joined(separator: "/") }.joined(separator: "; ")
    }

    /// A table of anything.
    static func write(header: [String], _ rows: some Sequence<[String]>) {
        row(header)
        for cells in rows { row(cells) }
    }

    private static func row(_ cells: [String]) {
        Output.write(cells.map(cell).joined(separator: ",") + "\r\n")
    }

    private static func cell(_ text: String) -> String {
        let needsQuotes = text.utf8.contains { [0x22, 0x2C, 0x0A, 0x0D].contains($0) }
        guard needsQuotes else { return text }
        return "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
    }
}
