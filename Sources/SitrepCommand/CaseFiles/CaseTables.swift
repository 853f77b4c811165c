import Sitrep

/// The tables of a case file: figures and marks as reports come, the reports themselves when their originals are there.
final class CaseTables {
    private let reports: DraftFile
    private let figures: DraftFile
    private let marks: DraftFile
    private var figureCount = 0

    init(_ draft: FolderDraft) throws {
        reports = try draft.begin("reports.csv")
        figures = try draft.begin("figures.csv")
        marks = try draft.begin("marks.csv")
        try write(
            [
                "key", "id", "title", "published", "precision", "date_from", "source", "url", "language", "region",
                "actor", "weapon", "happened", "tags", "note", "irrelevant", "path", "sha256", "added", "original",
                "original_state", "text",
            ],
            to: reports
        )
        try write(
            ["key", "id"] + CSVOutput.figureColumns + ["surface", "in_title", "start", "end"],
            to: figures
        )
        try write(["key", "id", "field", "value", "by", "at"], to: marks)
    }

    /// Adds a row a report.
    func write(_ report: ReportDetails, original: CaseOriginal, text: String) throws {
        func values(_ facet: FacetKind) -> CSVCell { CSVOutput.paths((report.values[facet] ?? []).map(\.path)) }
        let happened = Set(report.eventDates.map { $0.ends.joined(separator: "..") }).sorted()
        try write(
            [
                .own(report.wholeKey), .text(report.id), .text(report.title), .own(report.published.text ?? ""),
                .own(report.published.precision?.rawValue ?? ""), .own(report.published.origin.rawValue),
                .text(report.source ?? ""), .text(report.url ?? ""), .text(report.language ?? ""), values(.region),
                values(.actor), values(.weapon), .own(happened.joined(separator: "; ")),
                .text((report.marks?.tags ?? []).joined(separator: "; ")), .text(report.marks?.note ?? ""),
                .own(report.marks?.isIrrelevant == true ? "yes" : "no"), .text(report.path), .own(report.digest),
                .own(report.added), .own(original.file ?? ""), .own(original.state.rawValue), .own(text),
            ],
            to: reports
        )
    }

    /// Adds the figures that a report gives and what persons say of it.
    func writeRest(_ report: ReportDetails) throws {
        let key = report.wholeKey
        for figure in report.figures {
            let span = figure.claim.span
            try write(
                [.own(key), .text(report.id)] + CSVOutput.cells(figure) + [
                    .text(figure.claim.surface), .own(figure.claim.isInTitle ? "yes" : "no"),
                    .number(span.lowerBound), .number(span.upperBound),
                ],
                to: figures
            )
            figureCount += 1
        }
        if let said = report.marks {
            for (field, value) in Self.fields(said) {
                try write(
                    [
                        .own(key), .text(report.id), .own(field), .text(value), .text(said.by ?? ""),
                        .own(said.at ?? ""),
                    ],
                    to: marks
                )
            }
        }
    }

    /// What a person says, a field each, as the file of marks names them.
    private static func fields(_ marks: ReportMarks) -> [(String, String)] {
        var fields = marks.tags.map { ("tag", $0) }
        if let note = marks.note { fields.append(("note", note)) }
        if marks.isIrrelevant { fields.append(("irrelevant", "true")) }
        for facet in FacetKind.allCases {
            fields += (marks.set[facet] ?? []).map { ("set-" + facet.rawValue, $0) }
            fields += (marks.dropped[facet] ?? []).map { ("drop-" + facet.rawValue, $0) }
        }
        if let date = marks.date { fields.append(date.text.map { ("set-date", $0) } ?? ("drop-date", "true")) }
        if let title = marks.title { fields.append(("set-title", title)) }
        return fields
    }

    private func write(_ cells: [CSVCell], to file: DraftFile) throws {
        try file.write(CSVOutput.line(cells).utf8)
    }

    /// Ends the tables and returns how many figures there are.
    func close() throws -> Int {
        for file in [reports, figures, marks] { try file.close() }
        return figureCount
    }
}
