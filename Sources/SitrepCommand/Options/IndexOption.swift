import ArgumentParser
import Sitrep

/// Which index a command works on that takes one.
struct IndexOption: ParsableArguments {
    // Several, so that one too many is told and not passed over.
    @Option(
        name: .customLong("index"),
        help: ArgumentHelp("The folder of the index (default: $SITREP_INDEX, else ./Index).", valueName: "dir"),
        completion: .directory
    )
    var folders: [String] = []

    /// The folder named on the command line, else by the environment, else `Index` here.
    ///
    /// - Throws: ``SitrepError`` `usage` where several are named.
    var path: String {
        get throws {
            let paths = Self.paths(folders)
            guard paths.count == 1 else {
                throw SitrepError(
                    .usage,
                    "this command works with one index, and --index names \(paths.count): "
                        + paths.map(Printable.line).joined(separator: ", "),
                    hint: "give it once; several are for commands that search, such as sitrep search"
                )
            }
            return paths[0]
        }
    }

    /// Opens the index, and says on stderr where marks are not in it as they are in their file.
    func open(_ output: FormatOptions) throws -> SearchIndex { try OpenIndexes.open([path], output) }

    /// The folders that are named, else the one of the environment, else `Index` here.
    static func paths(_ folders: [String]) -> [String] {
        folders.isEmpty ? [Environment.variable("SITREP_INDEX") ?? "Index"] : folders
    }
}
