import ArgumentParser
import Sitrep

/// What to do where another process writes to the index.
struct WaitOption: ParsableArguments {
    @Flag(help: "Wait for another writer of the index to finish, instead of ending with status 75.")
    var wait = false

    /// Shows that it waits, and what else it is at, where that is seen.
    func apply(to options: inout Indexer.Options, output: FormatOptions) {
        options.waitsForWriter = wait
        guard !output.quiet && Output.errorIsTerminal else { return }
        let line = ProgressLine()
        options.progress = { line.show($0) }
    }
}
