import ArgumentParser
import Sitrep

/// `sitrep export`: a case file that stands alone.
struct ExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Write a case file: originals, texts, tables and checksums of the reports that a search finds.",
        discussion: """
            The folder must not be there yet, and is there whole or not at all. All reports that match are in it, those \
            of one story too. On another machine sha256sum -c SHA256SUMS verifies it.

              sitrep export ATACMS --region Kursk --to kursk-atacms
              sitrep export --from 2024-11 --until 2024-12 --to winter
              sitrep export tag:any --undated include --to marked-reports
            """
    )

    @Argument(help: "Words, phrases and filters, as for search.")
    var query: [String] = []

    // Several, so that one given twice, as the last day of other commands, is told and not passed over.
    @Option(
        name: .customLong("to"),
        help: ArgumentHelp("The folder to write.", valueName: "folder"),
        completion: .directory
    )
    var folders: [String]

    @OptionGroup var index: IndexesOption
    @Option(help: ArgumentHelp("Published on this day or earlier; --to of the other commands.", valueName: "date"))
    var until: String?

    @OptionGroup(title: "Filters") var filters: ReportFilterOptions
    @OptionGroup var output: FormatOptions

    @Option(help: "text or json.")
    var format: ObjectFormat = .text

    func validate() throws {
        guard folders.count <= 1 else {
            throw ValidationError("--to names one folder, and stands there twice; the last day is --until")
        }
        guard !folder.isEmpty else { throw ValidationError("--to needs the name of a folder") }
        guard let someDay = CalendarDate(year: 2000, month: 1, day: 1), DateSpan(range: folder, today: someDay) == nil
        else {
            let name = Printable.line(folder)
            throw ValidationError(
                "--to names the folder, and “\(name)” reads as a date: the last day is --until, and a folder of that "
                    + "name --to ./\(name)"
            )
        }
    }

    /// The folder to write.
    private var folder: String { folders.first ?? "" }

    func run() throws {
        var request = filters.request(query)
        request.filters.to = until
        let searchIndex = try index.open(output)
        let summary = try write(request, searchIndex)
        switch format {
        case .json: try JSONOutput.write(summary)
        case .text: if !output.quiet { CaseText.write(summary, output.style) }
        }
        if summary.reports > 0, let source = try searchIndex.source(around: summary.folder) {
            Output.note(
                "sitrep: the case file lies in the source \(Printable.line(source)); its .sitrepignore keeps it out of "
                    + "the index"
            )
        }
        for original in summary.lost {
            Output.note("sitrep: original \(original.state.rawValue): " + Printable.line(original.path))
        }
        if summary.reports == 0 || !summary.lost.isEmpty { throw ExitCode(1) }
    }

    private func write(_ request: SearchRequest, _ searchIndex: SearchIndex) throws -> CaseSummary {
        guard !searchIndex.isInside(folder) else {
            throw SitrepError(
                .usage,
                "\(Printable.line(folder)) lies in the folder of the index, which holds nothing else",
                hint: "name a folder elsewhere: --to ../NAME"
            )
        }
        var draft: FolderDraft? = try FolderDraft(path: folder)
        let path = draft?.path ?? folder
        var writer: CaseWriter?
        defer { ProgressLine.clear() }
        try searchIndex.forEachCaseReport(request) { contents in
            // What was written of another state of the index goes with its draft.
            writer = nil
            guard contents.total > 0 else { return }
            let showsProgress = !output.quiet && Output.errorIsTerminal
            writer = try CaseWriter(contents, try draft ?? FolderDraft(path: folder), showsProgress: showsProgress)
            draft = nil
        } sink: { report in
            try writer?.write(report)
        }
        guard let writer else { return CaseSummary(folder: path) }
        return try writer.finish()
    }
}
