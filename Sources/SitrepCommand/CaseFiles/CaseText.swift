import Sitrep

/// What people read of a case file.
enum CaseText {
    /// A report's cleaned text below its head.
    static func page(_ report: ReportDetails) -> String {
        // Nobody's terminal obeys a report, and each byte is where the tables say.
        head(report) + Printable.inPlace(report.text, keepsLineBreaks: true) + "\n"
    }

    /// What stands behind `Title: `, as in the first line of a head.
    static func title(_ report: ReportDetails) -> String {
        // Offsets of figures count in the title as it was found.
        Printable.inPlace(report.title, keepsLineBreaks: false)
    }

    /// How many bytes of a head stand before the title.
    static let titleOffset = "Title: ".utf8.count

    /// Fields of a report, a line each, and an empty line.
    static func head(_ report: ReportDetails) -> String {
        var lines: [String] = []
        func add(_ name: String, _ value: String?) {
            if let value, !value.isEmpty { lines.append("\(name): \(Printable.line(value))") }
        }
        // First, and also where it is empty: offsets of figures in it count from there.
        lines.append("Title: " + title(report))
        add("Date", report.published.text ?? "unknown")
        add("Source", report.source)
        add("Address", report.url)
        add("Id", report.id)
        add("Key", report.wholeKey)
        add("SHA-256 of the original", report.digest)
        return lines.joined(separator: "\n") + "\n\n"
    }

    /// What the case file is, and how it is verified.
    ///
    /// - Parameter reports: those of it in their order, each with the file of its text.
    static func readMe(
        _ contents: CaseContents,
        _ summary: CaseSummary,
        _ reports: [(report: ReportDetails, file: String)]
    ) -> String {
        let query = contents.search.query
        let typed = query.isEmpty ? "(all reports that pass the filters)" : Printable.line(query)
        let command = ShellCommand.line(["sitrep", "search"] + contents.search.arguments)
        var counts = [
            "\(Printable.count(summary.reports, "report")), the oldest first, undated ones last",
            "\(summary.reports - summary.lost.count) with the original, verified against what was indexed",
        ]
        if summary.count(.changed) > 0 { counts.append("\(summary.count(.changed)) whose original has changed since") }
        if summary.count(.missing) > 0 { counts.append("\(summary.count(.missing)) whose original is missing") }
        counts.append(Printable.count(summary.figures, "figure"))
        if contents.irrelevant > 0 { counts.append("left out: \(contents.irrelevant) marked irrelevant") }
        if contents.undated > 0 { counts.append("left out by the dates asked for: \(contents.undated) without a date") }
        let states = contents.indexes.map { index in
            Printable.line(index.path) + (index.revision.map { ", state \($0)" } ?? ", which did not answer")
        }
        let silent = contents.shards.filter { !$0.isOK }.map { "\nINCOMPLETE: " + Printable.line($0.missing) + "\n" }
        return """
            CASE FILE

            Reports that Sitrep found in the \(states.count == 1 ? "index" : "indexes") \(states.joined(separator: "; ")).
            \(silent.joined())
            Query:      \(typed)
            As typed:   \(Printable.line(command))
            Understood: \(contents.interpreted.isEmpty ? "all reports" : Printable.line(contents.interpreted))
            Exported:   \(contents.moment)

            \(counts.map { "- " + $0 }.joined(separator: "\n"))

            WHAT IS IN IT

            originals/     the files as they were indexed, to the byte; of a file with many reports the
                           record of each
            texts/         the cleaned text of each report below its title, date, source and address
            reports.csv    a row a report: fields, places, actors and weapons, and where it comes from:
                           path, SHA-256 of the original, when it was first taken in
            figures.csv    a row a figure that a report gives: how many of what, where, when, by whose word;
                           each report's by itself, as it gives it
            marks.csv      what persons said of the reports: tags, notes and corrections, with who and when
            manifest.json  the same provenance for programs, with the checksum of each text
            SHA256SUMS     the checksum of every other file
            .sitrepignore  keeps Sitrep from reading the case file as new reports

            Files are named by the key of their report and the beginning of its title. Tables are UTF-8 and
            CSV (RFC 4180); a cell that a spreadsheet would take for a formula has an apostrophe before it.

            THE COLUMNS OF THE TABLES

            \(columns)

            HOW TO VERIFY

            In this folder:  sha256sum -c SHA256SUMS
            on macOS:        shasum -a 256 -c SHA256SUMS

            It names each file that has changed or is missing. Who was told the SHA-256 of SHA256SUMS itself
            can tell that nothing was exchanged together with its checksum.

            THE REPORTS

            \(reports.map { self.entry($0.report, $0.file) }.joined(separator: "\n"))

            """
    }

    /// What was exported, for a person at a terminal.
    static func write(_ summary: CaseSummary, _ style: Style) {
        guard summary.reports > 0 else {
            Output.write("Nothing found, nothing written\n")
            if summary.irrelevant > 0 { Output.write(MarkText.hidden(summary.irrelevant) + "\n") }
            return
        }
        let folder = style.isolated(Printable.line(summary.folder))
        let figures = Printable.count(summary.figures, "figure")
        Output.write("\(Printable.count(summary.reports, "report")) with \(figures) in \(folder)\n")
        if !summary.lost.isEmpty {
            Output.write(
                "\(summary.reports - summary.lost.count) originals verified, \(summary.count(.changed)) changed since, "
                    + "\(summary.count(.missing)) missing\n"
            )
        }
        if summary.irrelevant > 0 { Output.write(MarkText.hidden(summary.irrelevant) + "\n") }
        if summary.undated > 0 { Output.write("\(summary.undated) more without a date: --undated include\n") }
        Output.write("SHA-256 of SHA256SUMS: \(summary.sumsDigest)\n")
    }
}
