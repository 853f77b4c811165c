import ArgumentParser
import Sitrep

/// Which index a command works on.
struct IndexOption: ParsableArguments {
    @Option(
        name: .customLong("index"),
        help: ArgumentHelp("The folder of the index (default: $SITREP_INDEX, else ./Index).", valueName: "dir"),
        completion: .directory
    )
    var folder: String?

    /// The folder named on the command line, else by the environment, else `Index` here.
    var path: String { Self.path(folder) }

    /// Opens the index, and says on stderr where marks are not in it as they are in their file.
    func open(_ output: FormatOptions) throws -> SearchIndex {
        let index = try OpenIndexes.open(path)
        if !output.quiet { MarkText.note(index) }
        return index
    }

    static func path(_ folder: String?) -> String {
        folder ?? Environment.variable("SITREP_INDEX") ?? "Index"
    }
}
