#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

extension ShellCommand {
    /// What brings an index up to date, or builds it again, for a hint: a command line that names the index, but for the
    /// one that commands take where none is named; for a folder that reads servers where to run it.
    ///
    /// - Parameters:
    ///   - index: the folder of the index.
    ///   - options: further arguments of `sitrep reindex`.
    public static func reindexing(_ index: String, _ options: String...) -> String {
        naming(index, in: ["sitrep", "reindex"] + options)
    }

    /// What checks an index, or mends it; as ``reindexing(_:_:)``.
    public static func checking(_ index: String, _ options: String...) -> String {
        naming(index, in: ["sitrep", "check"] + options)
    }

    private static func naming(_ index: String, in command: [String]) -> String {
        let folder = IndexFolder(index)
        guard !folder.readsServers else {
            return line(command) + ", where the index is written, and copy its folder to \(folder.path) again"
        }
        let named = getenv("SITREP_INDEX").map {
            PathBytes.string(from: UnsafeRawBufferPointer(start: $0, count: strlen($0)))
        }
        let taken = named.flatMap { $0.isEmpty ? nil : $0 } ?? "Index"
        return line(command + (folder.path == IndexFolder(taken).path ? [] : ["--index", folder.path]))
    }
}
