#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// A regular file open for reading.
struct InputFile: ~Copyable {
    /// The path as it was given.
    let path: String
    /// The state when the file was opened.
    let status: FileStatus
    private let descriptor: Int32

    /// Opens the file; throws ``ReadFailure`` when it is none or cannot be opened. Never waits for a pipe's writer.
    ///
    /// - Parameter found: what a walk found there; `nil` for a path that a person gave.
    init(path: String, found: FoundPlace? = nil) throws {
        // Opening a device can do things: look first.
        let before = try InputFile.lookUp(path: path)
        guard before.kind == .file else { throw ReadFailure(path: path, reason: before.kind.complaint) }
        let opened = PathBytes.withSystemPath(path) { open($0, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY) }
        guard let opened, opened >= 0 else {
            throw ReadFailure(path: path, reason: SystemError.last("cannot be opened"))
        }
        var info = stat()
        guard fstat(opened, &info) == 0, FileKind(mode: info.st_mode) == .file else {
            close(opened)
            throw ReadFailure(path: path, reason: "is no regular file any more")
        }
        do {
            try found?.confirm(opened, at: path)
        } catch {
            close(opened)
            throw error
        }
        self.path = path
        self.status = FileStatus(info)
        self.descriptor = opened
    }

    deinit { close(descriptor) }

    /// Reads on into `buffer` and returns how many bytes came; 0 at the end.
    func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
        while true {
            #if canImport(Glibc)
            let count = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
            #else
            let count = Darwin.read(descriptor, buffer.baseAddress, buffer.count)
            #endif
            if count >= 0 { return count }
            if errno != EINTR { throw ReadFailure(path: path, reason: SystemError.last("cannot be read")) }
        }
    }

    /// Throws when the file is another than it was at the start: it was written while it was read.
    func confirmUnchanged(bytesRead: Int) throws {
        var info = stat()
        guard fstat(descriptor, &info) == 0, FileStatus(info) == status, bytesRead == status.size else {
            throw ReadFailure(path: path, reason: "changed while it was read")
        }
    }

    /// What a path names, symbolic links followed.
    static func lookUp(path: String, followingLinks: Bool = true) throws -> (kind: FileKind, info: stat) {
        var info = stat()
        let result = PathBytes.withSystemPath(path) { name in
            followingLinks ? stat(name, &info) : lstat(name, &info)
        }
        guard let result else { throw ReadFailure(path: path, reason: "the name holds a NUL character") }
        guard result == 0 else { throw ReadFailure(path: path, reason: SystemError.last("cannot be reached")) }
        return (FileKind(mode: info.st_mode), info)
    }
}

/// What an entry of a folder is.
enum FileKind {
    case file, folder, link, other

    init(mode: mode_t) {
        switch mode & S_IFMT {
        case S_IFREG: self = .file
        case S_IFDIR: self = .folder
        case S_IFLNK: self = .link
        default: self = .other
        }
    }

    /// Why it cannot be read as a file.
    var complaint: String {
        switch self {
        case .file, .link: "is no regular file"
        case .folder: "is a folder"
        case .other: "is no regular file but a pipe, a socket or a device"
        }
    }
}

/// What the system says about the last call that failed.
enum SystemError {
    static func last(_ what: String) -> String { "\(what): \(describe(errno))" }

    /// The system's words for an error number.
    static func describe(_ code: Int32) -> String {
        guard let message = strerror(code) else { return "error \(code)" }
        return String(cString: message)
    }
}

extension FileStatus {
    init(_ info: stat) {
        #if canImport(Glibc)
        let time = info.st_mtim
        #else
        let time = info.st_mtimespec
        #endif
        self.init(
            size: Int(info.st_size),
            modified: Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec),
            inode: UInt64(info.st_ino)
        )
    }
}
