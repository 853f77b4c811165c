import ArgumentParser
import Sitrep

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// `sitrep watch`: keeps an index up to date as files come.
struct WatchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "watch",
        abstract: "Keep the index up to date as files come, change and go.",
        discussion: """
            Brings the index up to date, then watches its sources and takes in what changes, within a second or two. Files \
            and folders that are named become sources first, as sitrep index makes them. Ctrl-C ends it at any moment, \
            and leaves the index whole.

              sitrep watch
              sitrep watch articles/ --exclude 'drafts/' --format ndjson
            """
    )

    @Argument(help: ArgumentHelp("Files and folders.", valueName: "path"), completion: .file())
    var paths: [String] = []

    @OptionGroup var index: IndexOption
    @OptionGroup var limits: LimitOptions
    @OptionGroup var output: FormatOptions

    @Option(help: "text or ndjson: a line for each batch of changes.")
    var format: BatchFormat = .text

    @Option(help: ArgumentHelp("Leave out what matches (repeatable).", valueName: "glob"))
    var exclude: [String] = []

    func validate() throws {
        guard exclude.isEmpty || !paths.isEmpty else {
            throw ValidationError("--exclude belongs to a source: name files or folders with it")
        }
    }

    func run() throws {
        Self.endAtSignals()
        var options = Indexer.Options()
        options.excluded = exclude
        limits.apply(to: &options)
        options.standardVocabularyFolder = VocabularyOption.standardFolder
        var text = WatchText(format: format, isQuiet: output.quiet)
        try IndexWatch(index: index.path, options: options).run(paths) { event in
            try text.write(event)
            Output.flush()
        }
    }

    /// An interrupted run leaves a complete state, so that there is nothing to wait for.
    private static func endAtSignals() {
        var stops = sigset_t()
        sigemptyset(&stops)
        for stop in [SIGINT, SIGTERM] {
            signal(stop) { _ in _exit(0) }
            sigaddset(&stops, stop)
        }
        // Whoever started the program may have blocked them.
        pthread_sigmask(SIG_UNBLOCK, &stops, nil)
    }
}

/// The formats of a stream of batches.
enum BatchFormat: String, ExpressibleByArgument, CaseIterable {
    case text, ndjson
}
