import Sitrep

/// The indexes that the command opened, so that at its end it can say which of their shards did not answer.
enum OpenIndexes {
    /// A command runs on one thread.
    nonisolated(unsafe) private static var all: [SearchIndex] = []

    /// Opens the indexes in some folders as one.
    static func open(_ paths: [String]) throws -> SearchIndex {
        let index = try SearchIndex(paths: paths)
        all.append(index)
        return index
    }

    /// Opens the index in a folder.
    static func open(_ path: String) throws -> SearchIndex { try open([path]) }

    /// Opens indexes, and says on stderr where marks are not in one as they are in its file.
    static func open(_ paths: [String], _ output: FormatOptions) throws -> SearchIndex {
        let index = try open(paths)
        if !output.quiet { MarkText.note(index) }
        return index
    }

    /// Says on stderr which shards did not answer, and gives the exit status for that in place of those that say that
    /// something was found, nothing, or not what was named.
    static func status(instead status: Int32) -> Int32 {
        for path in all.flatMap(\.torn) {
            Output.error(
                "the shards of \(path) are of different runs: some reports may be those of the run before",
                hint: "where this stays so: \(ShellCommand.reindexing(path))"
            )
        }
        let silent = Self.silent
        guard !silent.isEmpty else { return status }
        for shard in silent {
            Output.error(
                shard.missing,
                hint: "see that its server runs and can be reached, then run the same command again"
            )
        }
        // What was not found may be where nobody answered.
        return [0, 1, 66].contains(status) ? 69 : status
    }

    /// The shards that did not answer.
    static var silent: [ShardStatus] { all.flatMap(\.shards).filter { !$0.isOK } }
}
