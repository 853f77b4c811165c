#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// What the file system says about paths.
enum SystemPath {
    /// The path from the root on, without empty parts and `.`; symbolic links stay, unless `..` makes them matter.
    static func absolute(_ path: String) -> String {
        var full = path
        if !path.utf8.starts(with: "/".utf8), let folder = getcwd(nil, 0) {
            full = PathBytes.string(from: bytes(folder)) + "/" + path
            free(folder)
        }
        let parts = full.utf8.split(separator: UInt8(ascii: "/")).map { String(Substring($0)) }.filter { $0 != "." }
        if parts.contains(".."), let real = real(full) { return real }
        return "/" + parts.joined(separator: "/")
    }

    /// The path with every symbolic link resolved; `nil` when it leads nowhere.
    static func real(_ path: String) -> String? {
        guard let resolved = PathBytes.withSystemPath(path, { realpath($0, nil) }) ?? nil else { return nil }
        defer { free(resolved) }
        return PathBytes.string(from: bytes(resolved))
    }

    /// Whether a path lies in a folder, both without symbolic links in them.
    static func lies(_ path: String, in folder: String) -> Bool {
        folder == "/" || path.utf8.starts(with: (folder + "/").utf8)
    }

    /// The names in a folder, ordered by their bytes, without `.` and `..`.
    static func names(inFolder path: String) throws -> [String] {
        guard let folder = PathBytes.withSystemPath(path, { opendir($0) }) ?? nil else {
            throw ReadFailure(path: path, reason: SystemError.last("the folder cannot be read"))
        }
        defer { closedir(folder) }
        var names: [[UInt8]] = []
        while true {
            errno = 0
            guard let entry = readdir(folder) else { break }
            let name = withUnsafePointer(to: &entry.pointee.d_name) { tuple in
                tuple.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: tuple.pointee)) {
                    bytes($0)
                }
            }
            if name != Array(".".utf8), name != Array("..".utf8) { names.append(name) }
        }
        guard errno == 0 else {
            throw ReadFailure(path: path, reason: SystemError.last("the folder cannot be read to its end"))
        }
        return names.sorted { $0.lexicographicallyPrecedes($1) }.map { PathBytes.string(from: $0) }
    }

    private static func bytes(_ name: UnsafePointer<CChar>) -> [UInt8] {
        UnsafeRawBufferPointer(start: name, count: strlen(name)).map { $0 }
    }
}
