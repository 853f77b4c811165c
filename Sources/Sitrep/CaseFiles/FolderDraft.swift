#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// A folder that is written aside, and gets its name when it is complete and on disk: it is there whole or not at all.
///
/// What was written goes with the value where it was not finished. A process that is killed leaves a folder whose name says
/// that it is unfinished.
public final class FolderDraft {
    /// The folder's path when it is finished, absolute.
    public let path: String
    /// Where it is being written.
    private let draftPath: String
    private var isFinished = false
    /// The folders inside.
    private var folders: [String] = []
    /// The SHA-256 of each file, by its path in the folder.
    public private(set) var digests: [String: String] = [:]

    /// Begins a folder.
    ///
    /// - Throws: ``SitrepError``: `usage` where something has that path already, `notFound` where the folder that it is to
    ///   lie in is not there, `io` where nothing can be written.
    public init(path: String) throws(SitrepError) {
        var path = SystemPath.absolute(path)
        while path.count > 1, path.hasSuffix("/") { path.removeLast() }
        self.path = path
        try Self.checkAbsent(path)
        let parent = FileName.folder(of: path) ?? "/"
        guard Files.isFolder(parent) else {
            throw SitrepError(.notFound, "there is no folder \(parent)", hint: "make it first, or name another one")
        }
        var number = 0
        while true {
            let draft = "\(path).unfinished-\(getpid())" + (number == 0 ? "" : "-\(number)")
            if try Files.makeNewFolder(draft) {
                draftPath = draft
                return
            }
            number += 1
        }
    }

    private static func checkAbsent(_ path: String) throws(SitrepError) {
        if Files.isThere(path) { throw isThere(path) }
    }

    private static func isThere(_ path: String) -> SitrepError {
        SitrepError(
            .usage,
            "\(path) is there already, and is left as it is",
            hint: "name a folder that is not there yet"
        )
    }

    /// Makes a folder inside.
    public func makeFolder(_ name: String) throws(SitrepError) {
        try Files.makeFolder(draftPath + "/" + name)
        folders.append(name)
    }

    /// Gives the folder, or one inside, the rights that another one has, and its owner those to go on with it; to be called
    /// before anything is written there.
    func takeRights(of other: String, for name: String? = nil) throws(SitrepError) {
        guard let mode = Files.mode(of: other) else { return }
        try Files.setMode(mode & 0o777 | 0o700, of: name.map { draftPath + "/" + $0 } ?? draftPath)
    }

    /// Writes a copy of a file inside, under the rights that the original has.
    ///
    /// - Parameter bytes: what the original holds.
    func writeCopy(_ name: String, of original: String, _ bytes: [UInt8]) throws(SitrepError) {
        let file = try begin(name)
        // First, so that nobody else can read what is being written.
        if let mode = Files.mode(of: original) { try Files.setMode(mode & 0o777 | 0o600, of: draftPath + "/" + name) }
        try file.write(bytes)
        try file.close()
    }

    /// Where something inside is while the folder is being written; who writes there brings it to disk.
    func draftPath(of name: String) -> String { draftPath + "/" + name }

    /// Writes a file inside, whose path is of plain ASCII and ours.
    public func write(_ name: String, _ bytes: [UInt8]) throws(SitrepError) {
        let file = try begin(name)
        try file.write(bytes)
        try file.close()
    }

    /// Begins a file inside that is written piece by piece.
    public func begin(_ name: String) throws(SitrepError) -> DraftFile {
        try DraftFile(path: draftPath + "/" + name) { [weak self] in self?.digests[name] = $0 }
    }

    /// Brings every file and folder to disk and gives the folder its name.
    ///
    /// - Throws: ``SitrepError``: `usage` where something has come to that path meanwhile, which is left as it is, `io` where
    ///   not all could be brought to disk; then the folder is not there.
    public func finish() throws(SitrepError) {
        // All at the end: most are there by then, so that this takes less time than with each one when it is closed.
        for name in digests.keys.sorted() { try Files.sync(file: draftPath + "/" + name) }
        for folder in folders { try Files.sync(folder: draftPath + "/" + folder) }
        try Files.sync(folder: draftPath)
        // An empty folder of one's own can be replaced in one step, and nothing else is: whoever comes later finds it there.
        guard try Files.makeNewFolder(path) else { throw Self.isThere(path) }
        do throws(SitrepError) {
            try Files.rename(draftPath, to: path)
        } catch {
            Files.removeEmptyFolder(path)
            throw error
        }
        isFinished = true
    }

    deinit {
        if !isFinished { try? Files.removeFolder(draftPath) }
    }
}

/// A file of a ``FolderDraft`` that is being written.
public final class DraftFile {
    private let path: String
    private var descriptor: Int32
    private var buffer: [UInt8] = []
    private var digest = SHA256Digest()
    private let finished: (String) -> Void

    private static let bufferSize = 1 << 16

    init(path: String, finished: @escaping (String) -> Void) throws(SitrepError) {
        self.path = path
        self.finished = finished
        // Nothing that is there is written over, nor a link followed.
        descriptor = Files.descriptor(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW)
        guard descriptor >= 0 else { throw Files.failure("cannot write \(path)") }
    }

    /// Adds bytes at the end.
    public func write(_ bytes: some Collection<UInt8>) throws(SitrepError) {
        buffer += bytes
        if buffer.count >= Self.bufferSize { try flush() }
    }

    private func flush() throws(SitrepError) {
        buffer.withUnsafeBytes { digest.update($0) }
        try Files.write(buffer, to: descriptor, path)
        buffer.removeAll(keepingCapacity: true)
    }

    /// Writes the rest and closes the file.
    public func close() throws(SitrepError) {
        try flush()
        let file = descriptor
        descriptor = -1
        guard Files.close(file) else { throw Files.failure("cannot write \(path)") }
        finished(digest.finish())
    }

    deinit { if descriptor >= 0 { _ = Files.close(descriptor) } }
}
