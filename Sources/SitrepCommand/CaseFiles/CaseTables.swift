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
        let textStart = CaseText.head(report).utf8.count
        for figure in report.figures {
            let span = Self.span(of: figure, textStart: textStart)
            try write(
                [.own(key), .text(report.id)] + CSVOutput.cells(figure) + [
                    .text(figure.claim.surface), .own(figure.claim.isInTitle ? "yes" : "no"),
                    .own(String(span.lowerBound)), .own(String(span.upperBound)),
                ],
                to: figures
            )
            figureCount += 1
        }
        if let said = report.marks {
            for statement in said.statements {
                try write(
                    [
                        .own(key), .text(report.id), .own(statement.field), .text(statement.value),
                        .text(statement.author.by ?? ""), .own(statement.author.at ?? ""),
                    ],
                    to: marks
                )
            }
        }
    }

    /// Where a figure stands in the file of a report's text.
    private static func span(of figure: Figure, textStart: Int) -> Range<Int> {
        let claim = figure.claim
        let start = claim.isInTitle ? CaseText.titleOffset : textStart
        return start + claim.span.lowerBound..<start + claim.span.upperBound
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
