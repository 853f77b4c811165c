import ArgumentParser
import Sitrep

/// `sitrep reindex`: brings an index up to date with its sources.
struct ReindexCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reindex",
        abstract: "Bring the index up to date: read what is new or changed, take out what is gone.",
        discussion: """
            A source that cannot be reached, such as an unmounted disk, is a failure and removes nothing.

            An index of an older version is built again from its sources, and from what it holds itself where these \
            cannot be read; so is any with --rebuild.

              sitrep reindex
              sitrep reindex --rebuild
            """
    )

    @OptionGroup var index: IndexOption
    @OptionGroup var report: RunOptions
    @OptionGroup var output: FormatOptions

    @Flag(help: "Build the index again from its sources, also where it is damaged.")
    var rebuild = false

    @OptionGroup var spread: ShardsOption
    @OptionGroup var limits: LimitOptions

    func validate() throws {
        guard spread.shards == nil || rebuild else {
            throw ValidationError("--shards needs --rebuild: the reports are spread anew")
        }
    }

    func run() throws {
        try report.perform(index: index.path, shards: spread.shards, limits: limits, output: output) {
            try $0.reindex(rebuilding: rebuild)
        }
    }
}
