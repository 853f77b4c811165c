#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// The file operations that an index needs; each failure is an error with the system's reason.
///
/// Paths are as ``PathBytes`` writes them.
enum Files {
    static func exists(_ path: String) -> Bool { call(path) { access($0, F_OK) } == 0 }

    static func isFolder(_ path: String) -> Bool {
        var status = stat()
        return call(path) { stat($0, &status) } == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    /// Whether a path is that of an ordinary file, or of nothing.
    static func isFileOrMissing(_ path: String) -> Bool {
        var status = stat()
        if call(path, { stat($0, &status) }) == 0 { return status.st_mode & S_IFMT == S_IFREG }
        return errno == ENOENT && path.utf8.last != UInt8(ascii: "/")
    }

    /// Opens a file and returns its descriptor; -1 where it cannot be opened, with the reason in `errno`.
    static func descriptor(_ path: String, _ flags: Int32) -> Int32 {
        call(path) { open($0, flags | O_CLOEXEC, 0o666) }
    }

    /// Checks that a file that is there may be opened: what the machine refuses is no damage of the file.
    ///
    /// - Throws: ``SitrepError`` `io`.
    static func checkReadable(_ path: String) throws(SitrepError) {
        let file = descriptor(path, O_RDONLY | O_NONBLOCK)
        guard file < 0 else {
            _ = close(file)
            return
        }
        if errno != ENOENT, errno != ENOTDIR { throw failure("cannot open \(path)") }
    }

    /// Checks that so many more files may be open at once.
    ///
    /// - Parameter path: a folder that is there.
    /// - Throws: ``SitrepError`` `io`.
    static func checkRoom(forFiles count: Int, _ path: String) throws(SitrepError) {
        var files: [Int32] = []
        defer { for file in files { _ = close(file) } }
        for _ in 0..<count {
            let file = descriptor(path, O_RDONLY)
            guard file >= 0 else { throw failure("cannot open \(path)") }
            files.append(file)
        }
    }

    /// Lets go of a lock of `flock` and closes its file.
    ///
    /// Closing alone would not do: a child that another thread is just starting has a copy of the descriptor until it
    /// runs its program, and the lock is the open file's, whoever has it open.
    static func unlock(_ descriptor: Int32) {
        flock(descriptor, LOCK_UN)
        _ = close(descriptor)
    }

    /// The names in a folder, ordered by their bytes, without `.` and `..`.
    static func names(in folder: String) throws(SitrepError) -> [String] {
        do {
            return try SystemPath.names(inFolder: folder)
        } catch {
            let reason = (error as? ReadFailure)?.reason ?? "\(error)"
            throw SitrepError(.io, "\(folder): \(reason)", hint: "see that the folder is there and can be read")
        }
    }

    /// Makes a folder and those above it, where they are missing, and brings their names to disk.
    static func makeFolder(_ path: String) throws(SitrepError) {
        if try makeLastFolder(path) { return }
        if errno == ENOENT, let parent = FileName.folder(of: path), parent != "/" {
            try makeFolder(parent)
            if try makeLastFolder(path) { return }
        }
        throw failure("cannot make the folder \(path)")
    }

    /// Makes a folder in one that is there.
    ///
    /// - Returns: whether it is there now; else `errno` has the reason.
    private static func makeLastFolder(_ path: String) throws(SitrepError) -> Bool {
        guard call(path, { mkdir($0, 0o777) }) == 0 else { return errno == EEXIST && isFolder(path) }
        // A folder that may be written to but not listed cannot be brought to disk by its user.
        if let parent = FileName.folder(of: path), call(parent, { access($0, R_OK) }) == 0 { try sync(folder: parent) }
        return true
    }

    /// Makes a folder that is not there yet, in one that is.
    ///
    /// - Returns: whether it was made; `false` where something has that path already.
    /// - Throws: ``SitrepError`` `io` where it cannot be made for another reason.
    static func makeNewFolder(_ path: String) throws(SitrepError) -> Bool {
        if call(path, { mkdir($0, 0o777) }) == 0 { return true }
        guard errno == EEXIST else { throw failure("cannot make the folder \(path)") }
        return false
    }

    /// Makes a folder of ours anew: what has its path is removed first, and no link is followed.
    static func makeEmptyFolder(_ path: String) throws(SitrepError) {
        if isThere(path) { try removeFolder(path) }
        guard try makeNewFolder(path) else { throw failure("cannot make the folder \(path)") }
        if let parent = FileName.folder(of: path) { try sync(folder: parent) }
    }

    /// Takes an empty folder away, if it is there.
    static func removeEmptyFolder(_ path: String) { _ = call(path) { rmdir($0) } }

    /// The bytes of a small file.
    ///
    /// Nobody waits for what is no file, such as a pipe, and no device is read.
    static func read(_ path: String) throws(SitrepError) -> [UInt8] {
        let file = descriptor(path, O_RDONLY | O_NONBLOCK)
        guard file >= 0 else { throw failure("cannot open \(path)") }
        defer { _ = close(file) }
        var status = stat()
        guard fstat(file, &status) == 0 else { throw failure("cannot read \(path)") }
        guard status.st_mode & S_IFMT == S_IFREG else {
            throw SitrepError(.io, "\(path) is no file", hint: "see what is at that path, and take it away")
        }
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

    /// The bytes of a small file; `nil` where nothing has this path.
    ///
    /// A link that leads nowhere is something: what it led to may only be out of reach now.
    ///
    /// - Throws: ``SitrepError`` `io` where something is there, or may be there, that cannot be read.
    static func readIfThere(_ path: String) throws(SitrepError) -> [UInt8]? {
        if isAbsent(path) { return nil }
        do throws(SitrepError) {
            return try read(path)
        } catch {
            let hint = "make it readable, and where it is a link also what that leads to; nothing was changed"
            throw SitrepError(.io, error.message, hint: hint)
        }
    }

    /// Replaces the file at `path` by `bytes` in one step: written beside it, brought to disk, renamed.
    ///
    /// - Parameter temporary: where it is written first, never through a link that is there; `nil` for the path with
    ///   `.new` behind it, which is right where a lock keeps others away.
    /// - Parameter isSynced: `false` where the file can be made anew and tells by itself whether it is whole: then nobody
    ///   waits for the disk.
    static func replace(
        _ path: String,
        with bytes: [UInt8],
        temporary: String? = nil,
        isSynced: Bool = true
    ) throws(SitrepError) {
        let temporary = temporary ?? path + ".new"
        let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW
        var file = descriptor(temporary, flags)
        if file < 0, errno == EEXIST {
            // What a killed process left, or a link that somebody laid there: it goes, what it leads to stays.
            remove(temporary)
            file = descriptor(temporary, flags)
        }
        guard file >= 0 else { throw failure("cannot write \(temporary)") }
        // Who may read it stays as a person has chosen.
        var old = stat()
        if call(path, { stat($0, &old) }) == 0 { _ = fchmod(file, old.st_mode & 0o7777) }
        do {
            try write(bytes, to: file, temporary)
        } catch {
            _ = close(file)
            remove(temporary)
            throw error
        }
        let synced = !isSynced || fsync(file) == 0
        guard close(file), synced, systemRename(temporary, path) == 0 else {
            let error = failure("cannot write \(path)")
            remove(temporary)
            throw error
        }
        if isSynced, let parent = FileName.folder(of: path) { try sync(folder: parent) }
    }

    /// Makes a new file, open for writing, where nothing is.
    static func create(_ path: String) throws(SitrepError) -> Int32 {
        let file = descriptor(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW)
        guard file >= 0 else { throw failure("cannot write \(path)") }
        return file
    }

    /// Writes bytes over the first ones of an open file.
    static func writeStart(_ bytes: [UInt8], to file: Int32, _ path: String) throws(SitrepError) {
        guard lseek(file, 0, SEEK_SET) == 0 else { throw failure("cannot write \(path)") }
        try write(bytes, to: file, path)
    }

    /// Writes all bytes to an open file.
    static func write(_ bytes: [UInt8], to file: Int32, _ path: String) throws(SitrepError) {
        let result = bytes.withUnsafeBytes { bytes in
            Result { () throws(SitrepError) in try write(bytes, to: file, path) }
        }
        try result.get()
    }

    /// Writes all bytes to an open file.
    static func write(_ bytes: UnsafeRawBufferPointer, to file: Int32, _ path: String) throws(SitrepError) {
        var written = 0
        while written < bytes.count {
            let count = systemWrite(file, bytes.baseAddress?.advanced(by: written), bytes.count - written)
            if count < 0 && errno == EINTR { continue }
            guard count > 0 else { throw failure("cannot write \(path)") }
            written += count
        }
    }

    /// Closes a file and says whether all of it was written.
    static func close(_ file: Int32) -> Bool { systemClose(file) == 0 }

    /// Whether something has this path, be it a link that leads nowhere.
    static func isThere(_ path: String) -> Bool {
        var status = stat()
        return call(path) { lstat($0, &status) } == 0
    }

    /// Gives a folder another name and brings that to disk.
    static func rename(_ path: String, to newPath: String) throws(SitrepError) {
        guard systemRename(path, newPath) == 0 else { throw failure("cannot rename \(path)") }
        if let parent = FileName.folder(of: newPath) { try sync(folder: parent) }
    }

    /// Whether it is certain that nothing has this path.
    static func isAbsent(_ path: String) -> Bool {
        var status = stat()
        return call(path) { lstat($0, &status) } != 0 && (errno == ENOENT || errno == ENOTDIR)
    }

    /// Whether one may write to a file that is there.
    static func mayWrite(_ path: String) -> Bool { call(path) { access($0, W_OK) } == 0 }

    /// The rights that a file or folder gives; `nil` where it cannot be reached.
    static func mode(of path: String) -> mode_t? {
        var status = stat()
        return call(path) { stat($0, &status) } == 0 ? status.st_mode & 0o7777 : nil
    }

    /// Sets the rights of a file or folder of our own.
    static func setMode(_ mode: mode_t, of path: String) throws(SitrepError) {
        guard call(path, { chmod($0, mode) }) == 0 else { throw failure("cannot set the rights of \(path)") }
    }

    /// The device that holds a file or folder; 0 when it cannot be reached.
    static func device(of path: String) -> UInt64 {
        var status = stat()
        return call(path) { stat($0, &status) } == 0 ? UInt64(status.st_dev) : 0
    }

    /// What tells whether a file was changed; `nil` where it cannot be reached, or is no file.
    static func status(_ path: String) -> FileStatus? {
        var status = stat()
        guard call(path, { stat($0, &status) }) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
        return FileStatus(status)
    }

    /// Brings a file to disk.
    static func sync(file path: String) throws(SitrepError) {
        let file = descriptor(path, O_RDONLY)
        guard file >= 0 else { throw failure("cannot open \(path)") }
        defer { _ = close(file) }
        guard fsync(file) == 0 else { throw failure("cannot write \(path)") }
    }

    /// Brings the files of a folder to disk, and their names.
    static func sync(filesOf folder: String) throws(SitrepError) {
        for name in try names(in: folder) { try sync(file: folder + "/" + name) }
        try sync(folder: folder)
    }

    /// Brings the names in a folder to disk.
    static func sync(folder: String) throws(SitrepError) {
        let file = descriptor(folder, O_RDONLY | O_DIRECTORY)
        guard file >= 0 else { throw failure("cannot open the folder \(folder)") }
        defer { _ = close(file) }
        guard fsync(file) == 0 else { throw failure("cannot write the folder \(folder)") }
    }

    /// Removes a folder of ours with what is in it; symbolic links, also in its own place, are removed and not followed.
    static func removeFolder(_ path: String) throws(SitrepError) {
        var own = stat()
        if call(path, { lstat($0, &own) }) == 0, own.st_mode & S_IFMT != S_IFDIR {
            guard call(path, { unlink($0) }) == 0 else { throw failure("cannot remove \(path)") }
            return
        }
        for name in try names(in: path) {
            let entry = path + "/" + name
            var status = stat()
            if call(entry, { lstat($0, &status) }) == 0, status.st_mode & S_IFMT == S_IFDIR {
                try removeFolder(entry)
            } else if call(entry, { unlink($0) }) != 0 && errno != ENOENT {
                throw failure("cannot remove \(entry)")
            }
        }
        guard call(path, { rmdir($0) }) == 0 || errno == ENOENT else { throw failure("cannot remove \(path)") }
    }

    /// Removes a file, if it is there.
    static func remove(_ path: String) { _ = call(path) { unlink($0) } }

    /// The bytes that a folder's files take.
    static func size(ofFolder path: String) -> Int {
        guard let names = try? names(in: path) else { return 0 }
        return names.reduce(0) { sum, name in
            var status = stat()
            guard call(path + "/" + name, { lstat($0, &status) }) == 0 else { return sum }
            return sum
                + (status.st_mode & S_IFMT == S_IFDIR ? size(ofFolder: path + "/" + name) : Int(status.st_size))
        }
    }

    /// An error with the system's reason for the last failed call, and what can be done about it.
    static func failure(_ message: String) -> SitrepError {
        let number = errno
        let reason = String(cString: strerror(number))
        return SitrepError(.io, "\(message): \(reason)", hint: SystemTrouble.hint(for: number))
    }
}

/// Makes a system call on a path; -1 with `EINVAL` for a path that no file can have.
private func call(_ path: String, _ body: (UnsafePointer<CChar>) -> Int32) -> Int32 {
    if let result = PathBytes.withSystemPath(path, body) { return result }
    errno = EINVAL
    return -1
}

private func systemRead(_ file: Int32, _ buffer: UnsafeMutableRawPointer?, _ count: Int) -> Int {
    #if canImport(Glibc)
    Glibc.read(file, buffer, count)
    #else
    Darwin.read(file, buffer, count)
    #endif
}

private func systemWrite(_ file: Int32, _ buffer: UnsafeRawPointer?, _ count: Int) -> Int {
    #if canImport(Glibc)
    Glibc.write(file, buffer, count)
    #else
    Darwin.write(file, buffer, count)
    #endif
}

private func systemClose(_ file: Int32) -> Int32 {
    #if canImport(Glibc)
    Glibc.close(file)
    #else
    Darwin.close(file)
    #endif
}

private func systemRename(_ old: String, _ new: String) -> Int32 {
    #if canImport(Glibc)
    call(old) { old in call(new) { Glibc.rename(old, $0) } }
    #else
    call(old) { old in call(new) { Darwin.rename(old, $0) } }
    #endif
}
