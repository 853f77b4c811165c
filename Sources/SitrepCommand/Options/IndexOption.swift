import ArgumentParser
import Sitrep

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

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

    static func path(_ folder: String?) -> String {
        if let folder { return folder }
        if let variable = getenv("SITREP_INDEX"), variable.pointee != 0 { return PathBytes.string(fromC: variable) }
        return "Index"
    }
}
