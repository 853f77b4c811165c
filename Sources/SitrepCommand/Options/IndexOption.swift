import ArgumentParser
import Sitrep

/// Which index a command works on that takes one.
struct IndexOption: ParsableArguments {
    @Option(
        name: .customLong("index"),
        help: ArgumentHelp("The folder of the index (default: $SITREP_INDEX, else ./Index).", valueName: "dir"),
        completion: .directory
    )
    var folder: String?

    /// The folder named on the command line, else by the environment, else `Index` here.
    ///
    /// - Throws: ``SitrepError`` `usage` where several are named.
    var path: String {
        get throws {
            // Of an option that takes one value the last counts: one too many is to be told, not passed over.
            let named = Self.named(in: Main.arguments)
            guard named.count <= 1 else {
                throw SitrepError(
                    .usage,
                    "this command works with one index, and --index names \(named.count): "
                        + named.map(Printable.line).joined(separator: ", "),
                    hint: "give it once; several are for commands that search, such as sitrep search"
                )
            }
            return Self.paths(folder.map { [$0] } ?? [])[0]
        }
    }

    /// The folders that `--index` names in the arguments of a command.
    private static func named(in arguments: [String]) -> [String] {
        let options = arguments.prefix { $0 != "--" }
        return options.indices.compactMap { place in
            if options[place] == "--index" { return place + 1 < arguments.count ? arguments[place + 1] : nil }
            return options[place].hasPrefix("--index=") ? String(options[place].dropFirst("--index=".count)) : nil
        }
    }

    /// Opens the index, and says on stderr where marks are not in it as they are in their file.
    func open(_ output: FormatOptions) throws -> SearchIndex { try OpenIndexes.open([path], output) }

    /// The folders that are named, else the one of the environment, else `Index` here.
    static func paths(_ folders: [String]) -> [String] {
        folders.isEmpty ? [Environment.variable("SITREP_INDEX") ?? "Index"] : folders
    }
}
