import Sitrep

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// The stream that a command reads where a file would be named.
enum StandardInput {
    /// What stands for it among the arguments, and for a path.
    static let name = "-"

    /// Its bytes up to its end.
    ///
    /// - Parameters:
    ///   - most: no more is read than about so many.
    ///   - isNamed: whether it was asked for; else it must have something to give.
    /// - Throws: ``SitrepError``: `usage` where it was not asked for and is a terminal or empty, `io` where it cannot be
    ///   read.
    static func read(most: Int, isNamed: Bool) throws(SitrepError) -> [UInt8] {
        guard isNamed || isatty(STDIN_FILENO) == 0 else { throw nothing }
        var bytes: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 1 << 16)
        while bytes.count < most {
            let count = piece.withUnsafeMutableBytes { SystemCalls.read(STDIN_FILENO, $0.baseAddress, $0.count) }
            if count == 0 { break }
            if count < 0 {
                if errno == EINTR { continue }
                throw SitrepError(
                    .io,
                    "standard input cannot be read: \(String(cString: strerror(errno)))",
                    hint: "give a report through a pipe, or name its file"
                )
            }
            bytes += piece[..<count]
        }
        guard isNamed || !bytes.isEmpty else { throw nothing }
        return bytes
    }

    private static let nothing = SitrepError(
        .usage,
        "there is nothing to read",
        hint: "name files or folders, or give a report on standard input"
    )
}
