import ArgumentParser
import Sitrep

/// `sitrep index`: builds or updates an index.
struct IndexCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "index",
        abstract: "Read files and folders into the index, and remember them as its sources.",
        discussion: """
            Reads .txt, .md, .html, .htm, .json, .jsonl and .ndjson, each also gzipped (.gz), in folders and those \
            below. Leave files out with --exclude or a .sitrepignore in their folder.

              sitrep index articles/
              sitrep index crawl.jsonl.gz saved-pages/ --exclude 'drafts/'
              sitrep index articles/ --index Spread --shards 3
            """
    )

    @Argument(help: ArgumentHelp("Files and folders.", valueName: "path"), completion: .file())
    var paths: [String]

    @OptionGroup var index: IndexOption
    @OptionGroup var report: RunOptions
    @OptionGroup var output: FormatOptions

    @Option(help: ArgumentHelp("Leave out what matches (repeatable).", valueName: "glob"))
    var exclude: [String] = []

    @OptionGroup var spread: ShardsOption
    @OptionGroup var limits: LimitOptions

    func run() throws {
        try report.perform(
            index: index.path,
            excluding: exclude,
            shards: spread.shards,
            limits: limits,
            output: output
        ) { try $0.index(paths) }
    }
}
