#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// The right to write to an index, held by one process at a time.
///
/// It is a lock of the kernel's (`flock`) on the file `lock` in the index folder: it ends with the process, however
/// that ends, so a stale one never blocks. The file holds the process id of who has it, for the message to others.
struct WriterLock: ~Copyable {
    private let descriptor: Int32

    static let fileName = "lock"

    /// Takes the lock.
    ///
    /// - Parameter folder: the index folder, which exists.
    /// - Throws: ``SitrepError`` with the code `locked` when another process holds it.
    init(folder: String) throws(SitrepError) {
        let path = folder + "/" + Self.fileName
        let file = Files.descriptor(path, O_RDWR | O_CREAT)
        guard file >= 0 else { throw Files.failure("cannot open \(path)") }
        if flock(file, LOCK_EX | LOCK_NB) != 0 {
            let reason = errno
            let holder = (try? Files.read(path)).flatMap { Int(String(decoding: $0, as: UTF8.self).trimmingNewline) }
            close(file)
            guard reason == EWOULDBLOCK else { throw SitrepError(.io, "cannot lock \(path)") }
            throw SitrepError(
                .locked,
                "the index \(folder) is locked by another writer" + (holder.map { " (process \($0))" } ?? ""),
                hint: "wait until it has finished and try again"
            )
        }
        let process = Array("\(getpid())\n".utf8)
        _ = ftruncate(file, 0)
        _ = pwrite(file, process, process.count, 0)
        descriptor = file
    }

    deinit { Files.unlock(descriptor) }
}

extension String {
    fileprivate var trimmingNewline: String { hasSuffix("\n") ? String(dropLast()) : self }
}
