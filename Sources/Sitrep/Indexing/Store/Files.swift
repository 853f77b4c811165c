#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// The file operations that an index needs; each failure is an error with the system's reason.
enum Files {
    static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

    static func isFolder(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    /// The names in a folder, sorted, without `.` and `..`.
    static func names(in folder: String) throws(SitrepError) -> [String] {
        guard let stream = opendir(folder) else { throw failure("cannot read the folder \(folder)") }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { String(cString: $0) }
            }
            if name != "." && name != ".." { names.append(name) }
        }
        return names.sorted()
    }

    /// Makes a folder and those above it, where they are missing.
    static func makeFolder(_ path: String) throws(SitrepError) {
        if mkdir(path, 0o777) == 0 || (errno == EEXIST && isFolder(path)) { return }
        if errno == ENOENT, let slash = path.lastIndex(of: "/"), slash > path.startIndex {
            try makeFolder(String(path[..<slash]))
            if mkdir(path, 0o777) == 0 || (errno == EEXIST && isFolder(path)) { return }
        }
        throw failure("cannot make the folder \(path)")
    }

    /// The bytes of a small file.
    static func read(_ path: String) throws(SitrepError) -> [UInt8] {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw failure("cannot open \(path)") }
        defer { close(file) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 12)
        while true {
            let count = buffer.withUnsafeMutableBytes { systemRead(file, $0.baseAddress, $0.count) }
            if count < 0 && errno == EINTR { continue }
            guard count >= 0 else { throw failure("cannot read \(path)") }
            if count == 0 { return bytes }
            bytes += buffer[..<count]
        }
    }

    /// Replaces the file at `path` by `bytes` in one step: written beside it, brought to disk, renamed.
    static func replace(_ path: String, with bytes: [UInt8]) throws(SitrepError) {
        let temporary = path + ".new"
        let file = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
        guard file >= 0 else { throw failure("cannot write \(temporary)") }
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes { write(file, $0.baseAddress?.advanced(by: written), $0.count - written) }
            if count < 0 && errno == EINTR { continue }
            guard count > 0 else {
                let error = failure("cannot write \(temporary)")
                close(file)
                unlink(temporary)
                throw error
            }
            written += count
        }
        let synced = fsync(file) == 0
        guard close(file) == 0, synced, systemRename(temporary, path) == 0 else {
            let error = failure("cannot write \(path)")
            unlink(temporary)
            throw error
        }
        if let slash = path.lastIndex(of: "/") { try sync(folder: String(path[..<slash])) }
    }

    /// Gives a folder another name and brings that to disk.
    static func rename(_ path: String, to newPath: String) throws(SitrepError) {
        guard systemRename(path, newPath) == 0 else { throw failure("cannot rename \(path)") }
        if let slash = newPath.lastIndex(of: "/") { try sync(folder: String(newPath[..<slash])) }
    }

    /// The device that holds a file or folder; 0 when it cannot be reached.
    static func device(of path: String) -> UInt64 {
        var status = stat()
        return stat(path, &status) == 0 ? UInt64(status.st_dev) : 0
    }

    /// Brings the names in a folder to disk.
    static func sync(folder: String) throws(SitrepError) {
        let descriptor = open(folder.isEmpty ? "/" : folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw failure("cannot open the folder \(folder)") }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw failure("cannot write the folder \(folder)") }
    }

    /// Removes a folder of ours with what is in it; symbolic links are removed, not followed.
    static func removeFolder(_ path: String) throws(SitrepError) {
        for name in try names(in: path) {
            let entry = path + "/" + name
            var status = stat()
            if lstat(entry, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
                try removeFolder(entry)
            } else if unlink(entry) != 0 && errno != ENOENT {
                throw failure("cannot remove \(entry)")
            }
        }
        guard rmdir(path) == 0 || errno == ENOENT else { throw failure("cannot remove \(path)") }
    }

    /// Removes a file, if it is there.
    static func remove(_ path: String) { unlink(path) }

    /// The bytes that a folder's files take.
    static func size(ofFolder path: String) -> Int {
        guard let names = try? names(in: path) else { return 0 }
        return names.reduce(0) { sum, name in
            var status = stat()
            guard lstat(path + "/" + name, &status) == 0 else { return sum }
            return sum
                + (status.st_mode & S_IFMT == S_IFDIR ? size(ofFolder: path + "/" + name) : Int(status.st_size))
        }
    }

    /// An error with the system's reason for the last failed call.
    static func failure(_ message: String) -> SitrepError {
        let reason = String(cString: strerror(errno))
        let hint = errno == ENOSPC ? "make room on the disk and run the same command again" : nil
        return SitrepError(.io, "\(message): \(reason)", hint: hint)
    }
}

private func systemRead(_ file: Int32, _ buffer: UnsafeMutableRawPointer?, _ count: Int) -> Int {
    #if canImport(Glibc)
    Glibc.read(file, buffer, count)
    #else
    Darwin.read(file, buffer, count)
    #endif
}

private func systemRename(_ old: String, _ new: String) -> Int32 {
    #if canImport(Glibc)
    Glibc.rename(old, new)
    #else
    Darwin.rename(old, new)
    #endif
}
