import ArgumentParser
import Sitrep

/// What index, reindex and forget share.
struct RunOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            """
            A folder of vocabulary files that extends the built-in one; the index remembers it (default: \
            $SITREP_VOCABULARY, else ~/.config/sitrep/vocabulary; "" for none).
            """,
            valueName: "folder"
        ),
        completion: .directory
    )
    var vocabulary: String?

    @OptionGroup var writer: WaitOption

    @Option(help: "text or json.")
    var format: ObjectFormat = .text

    // Nobody needs it but who wants to see a small run saved on its way.
    @Option(help: ArgumentHelp("Save a large run first after so many new reports.", visibility: .hidden))
    var saveAfter: Int?

    // Nor this one, but who wants to see a small change go into a new generation.
    @Option(help: ArgumentHelp("Change the present generation for up to so many bytes to read.", visibility: .hidden))
    var inPlaceBytes: Int?

    private func indexerOptions(_ output: FormatOptions) -> Indexer.Options {
        var options = Indexer.Options()
        options.vocabularyFolder = vocabulary
        options.standardVocabularyFolder = VocabularyOption.standardFolder
        if let saveAfter { options.savesAfter = saveAfter }
        if let inPlaceBytes { options.inPlaceBytes = inPlaceBytes }
        writer.apply(to: &options, output: output)
        return options
    }

    /// Runs an indexer and writes what the run did.
    ///
    /// - Throws: what `run` throws, with the line of progress taken away; exit status 1 when some inputs failed.
    func perform(
        index: String,
        excluding globs: [String] = [],
        shards: Int? = nil,
        limits: LimitOptions? = nil,
        output: FormatOptions,
        run: (Indexer) throws -> RunSummary
    ) throws {
        var options = indexerOptions(output)
        options.excluded = globs
        options.shards = shards
        limits?.apply(to: &options)
        // Asked only where an index is built again.
        options.canRead = {
            try CheckProcess(index: index, patience: nil, isQuiet: output.quiet).canRead($0, mayGiveUp: false)
        }
        let summary: RunSummary
        do {
            defer { ProgressLine.clear() }
            summary = try run(Indexer(index: index, options: options))
        }
        try write(summary, index: index, output: output)
    }

    private func write(_ summary: RunSummary, index: String, output: FormatOptions) throws {
        switch format {
        case .json: try JSONOutput.write(SummaryObject(summary))
        case .text:
            SummaryText(style: output.style, isQuiet: output.quiet, isVerbose: output.verbose).write(
                summary,
                index: index
            )
        }
        if summary.failed > 0 { throw ExitCode(1) }
    }
}
