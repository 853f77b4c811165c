#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// What lies in a folder, with the state of each entry: one call of the system an entry, relative to the open folder, and
/// no string for what nobody asks for.
struct FolderListing {
    /// An entry of the folder.
    struct Entry {
        /// Where the name stands among ``FolderListing/names``.
        fileprivate var name: Range<Int>
        /// The kind; `nil` where the entry cannot be reached, with ``error``.
        var kind: FileKind?
        var identity = FileIdentity(device: 0, inode: 0)
        var status = FileStatus(size: 0, modified: 0, inode: 0)
        /// The system's number for what went wrong.
        var error: Int32 = 0
    }

    /// The entries that are not hidden, ordered by the bytes of their names.
    private(set) var entries: [Entry] = []
    /// Whether the folder has an ignore file.
    private(set) var hasIgnoreFile = false
    /// The names, each with a NUL behind it.
    private var names: [UInt8] = []

    /// Lists the folder at `path`.
    ///
    /// - Parameter found: what was found there before.
    /// - Throws: ``ReadFailure`` when it cannot be read, or not to its end, or is one from elsewhere by now.
    init(path: String, found: FoundPlace) throws {
        guard let folder = PathBytes.withSystemPath(path, { opendir($0) }) ?? nil else {
            throw ReadFailure(path: path, reason: SystemError.last("the folder cannot be read"))
        }
        defer { closedir(folder) }
        try found.confirm(dirfd(folder), at: path)
        try readNames(folder, path)
        entries = names.withUnsafeBytes { [entries] names in
            var entries = entries
            entries.sort {
                ByteOrder.compare(
                    UnsafeRawBufferPointer(rebasing: names[$0.name]),
                    UnsafeRawBufferPointer(rebasing: names[$1.name])
                ) < 0
            }
            for place in entries.indices { Self.look(at: &entries[place], names, dirfd(folder)) }
            return entries
        }
    }

    /// The name of an entry.
    func name(_ entry: Entry) -> String { PathBytes.string(from: names[entry.name]) }

    /// Calls `body` with the bytes of an entry's name.
    func withName<Result>(_ entry: Entry, _ body: (UnsafeRawBufferPointer) -> Result) -> Result {
        names.withUnsafeBytes { body(UnsafeRawBufferPointer(rebasing: $0[entry.name])) }
    }

    private mutating func readNames(_ folder: OpaquePointer, _ path: String) throws {
        let dot = UInt8(ascii: ".")
        let ignoreFile = Array(IgnoreRules.fileName.utf8)
        while true {
            errno = 0
            guard let entry = readdir(folder) else { break }
            withUnsafePointer(to: &entry.pointee.d_name) { tuple in
                let start = UnsafeRawPointer(tuple)
                let name = UnsafeRawBufferPointer(
                    start: start,
                    count: strlen(start.assumingMemoryBound(to: CChar.self))
                )
                guard name.first != dot else {
                    if name.elementsEqual(ignoreFile) { hasIgnoreFile = true }
                    return
                }
                entries.append(Entry(name: names.count..<names.count + name.count))
                names.append(contentsOf: name)
                names.append(0)
            }
        }
        guard errno == 0 else {
            throw ReadFailure(path: path, reason: SystemError.last("the folder cannot be read to its end"))
        }
    }

    private static func look(at entry: inout Entry, _ names: UnsafeRawBufferPointer, _ folder: Int32) {
        guard let start = names.baseAddress?.advanced(by: entry.name.lowerBound) else { return }
        var info = stat()
        guard fstatat(folder, start.assumingMemoryBound(to: CChar.self), &info, AT_SYMLINK_NOFOLLOW) == 0 else {
            entry.error = errno
            return
        }
        entry.kind = FileKind(mode: info.st_mode)
        entry.identity = FileIdentity(info)
        entry.status = FileStatus(info)
    }
}
