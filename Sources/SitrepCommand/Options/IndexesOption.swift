import ArgumentParser
import Sitrep

/// Which indexes a command works on that searches any number of them as one.
struct IndexesOption: ParsableArguments {
    @Option(
        name: .customLong("index"),
        help: ArgumentHelp(
            """
            The folder of the index (default: $SITREP_INDEX, else ./Index); given again, of another one that is searched \
            together with it.
            """,
            valueName: "dir"
        ),
        completion: .directory
    )
    var folders: [String] = []

    /// Opens the indexes.
    func open() throws -> SearchIndex { try OpenIndexes.open(IndexOption.paths(folders)) }

    /// Opens the indexes, and says on stderr where marks are not in one as they are in its file.
    func open(_ output: FormatOptions) throws -> SearchIndex {
        try OpenIndexes.open(IndexOption.paths(folders), output)
    }
}
