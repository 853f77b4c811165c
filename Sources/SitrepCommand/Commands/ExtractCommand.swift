import ArgumentParser
import Sitrep

/// `sitrep extract`: what indexing would take from each report.
struct ExtractCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "extract",
        abstract: "Show what indexing would take from files, and from where in the text; no index is needed.",
        discussion: """
            With --verbose also what is taken out of the text: cookie notices, menus, share lines.

              sitrep extract page.html
              sitrep extract --verbose articles/
              sitrep extract articles/ --format ndjson
            """
    )

    @Argument(
        help: ArgumentHelp(
            "Files or folders; - or none for a report on standard input, be it text, HTML, Markdown or JSON.",
            valueName: "path"
        ),
        completion: .file()
    )
    var paths: [String] = []

    @Option(
        help: ArgumentHelp(
            """
            A folder of vocabulary files that extends the built-in one (default: $SITREP_VOCABULARY, else \
            ~/.config/sitrep/vocabulary; "" for none).
            """,
            valueName: "folder"
        ),
        completion: .directory
    )
    var vocabulary: String?

    @Option(help: ArgumentHelp("Leave out what matches (repeatable).", valueName: "glob"))
    var exclude: [String] = []

    @OptionGroup var limits: LimitOptions
    @OptionGroup var output: FormatOptions

    @Option(help: "text, json (an array) or ndjson (a report a line).")
    var format: StreamFormat = .text

    func run() throws {
        let user = UserVocabulary(standardFolder: VocabularyOption.standardFolder)
        let extraction = Extraction(
            vocabulary: try vocabulary.map { try user.load(folder: $0) } ?? user.loadStandard(),
            limits: limits.limits,
            excluding: exclude
        )
        let text = ExtractionText(style: output.style, isVerbose: output.verbose)
        var list = JSONOutput.List()
        var reports = 0
        var failures: [ReadFailure] = []
        try run(extraction) { result in
            switch result {
            case .failure(let failure):
                failures.append(failure)
                Output.note(failure.note)
            case .success(let report):
                reports += 1
                switch format {
                case .text: text.write(report, isFirst: reports == 1)
                case .ndjson: try JSONOutput.writeLine(ExtractedObject(report))
                case .json: try list.write(ExtractedObject(report))
                }
            }
        }
        if format == .json { list.finish() }
        if reports == 0 && !failures.isEmpty {
            // Standard input alone is there, good or not.
            if paths.isEmpty { throw ExitCode(65) }
            // No such input, or input that is no good.
            let found = paths.filter { $0 == StandardInput.name || Extraction.canReach($0) }
            if found.isEmpty { throw ExitCode(66) }
            if found.count == paths.count { throw ExitCode(65) }
        }
        if reports == 0 || !failures.isEmpty { throw ExitCode(1) }
    }

    /// Reads standard input where it is named, or nothing is, and then the files.
    private func run(_ extraction: Extraction, sink: (Result<ExtractedReport, ReadFailure>) throws -> Void) throws {
        let files = paths.filter { $0 != StandardInput.name }
        if files.count < paths.count || paths.isEmpty {
            let bytes = try StandardInput.read(most: extraction.limits.maximumFileBytes + 1, isNamed: !paths.isEmpty)
            try extraction.run(bytes, named: StandardInput.name, sink: sink)
        }
        try extraction.run(files, sink: sink)
    }
}
