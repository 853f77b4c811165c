#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

extension Picture {
    /// The kinds of files that a picture can be written to.
    public enum Format: String, Sendable, CaseIterable {
        /// Vectors, as text.
        case svg
        /// Pixels.
        case png
    }

    /// Whether two paths lead to one file, be it there or not.
    public static func areOneFile(_ path: String, _ other: String) -> Bool { place(path) == place(other) }

    /// The path with every symbolic link resolved, of a file that may be missing.
    private static func place(_ path: String) -> String {
        let absolute = SystemPath.absolute(path)
        if let real = SystemPath.real(absolute) { return real }
        guard let folder = FileName.folder(of: absolute).flatMap(SystemPath.real) else { return absolute }
        return FileName.path(of: FileName.last(absolute), in: folder)
    }

    /// Writes the picture to a file, whole or not at all: beside it under another name, then renamed. A file that is
    /// there is replaced.
    ///
    /// - Throws: ``SitrepError``: `unavailable` as ``png(scale:)``, `usage` for a path that is no file's, `io` where it
    ///   cannot be written.
    public func write(to path: String, as format: Format) throws(SitrepError) {
        guard Files.isFileOrMissing(path) else {
            throw SitrepError(.usage, "\(path) is no file to write a picture to", hint: "name a file, as timeline.svg")
        }
        let bytes =
            switch format {
            case .svg: Array(svg().utf8)
            case .png: try png()
            }
        // A file may be kept elsewhere, behind a symbolic link.
        let path = SystemPath.real(path) ?? path
        do throws(SitrepError) {
            try Files.replace(path, with: bytes, temporary: "\(path).\(getpid()).new")
        } catch {
            throw SitrepError(
                error.code,
                error.message,
                hint: error.hint ?? "see that the folder is there and that you may write into it"
            )
        }
    }
}
