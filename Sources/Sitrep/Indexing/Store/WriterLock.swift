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
    /// - Parameters:
    ///   - folder: the index folder, which exists.
    ///   - waiting: called once before another writer is waited for, however long that takes; `nil` for not waiting.
    ///   - pause: called before it is looked again for a holder that has not written its number, or let go, yet.
    /// - Throws: ``SitrepError`` with the code `locked` when another process holds it and is not waited for.
    init(
        folder: String,
        waiting: (() -> Void)? = nil,
        pausing pause: () -> Void = { usleep(10_000) }
    ) throws(SitrepError) {
        let path = folder + "/" + Self.fileName
        var waiting = waiting
        var pauses = 0
        let isPatient = waiting != nil
        while true {
            let file = Files.descriptor(path, O_RDWR | O_CREAT | O_NOFOLLOW | O_NONBLOCK)
            guard file >= 0 else { throw Files.failure("cannot open \(path)") }
            if flock(file, LOCK_EX | LOCK_NB) != 0 {
                guard errno == EWOULDBLOCK, isPatient else {
                    guard errno == EWOULDBLOCK else {
                        let error = Files.failure("cannot lock \(path)")
                        close(file)
                        throw error
                    }
                    close(file)
                    let holder = Self.holder(of: folder)
                    guard holder == nil, pauses < Self.mostPauses else { throw Self.locked(folder, by: holder) }
                    // Who has it writes its number next, or is just letting go of it.
                    pauses += 1
                    pause()
                    continue
                }
                waiting?()
                waiting = nil
                while flock(file, LOCK_EX) != 0 {
                    guard errno == EINTR else {
                        let error = Files.failure("cannot lock \(path)")
                        close(file)
                        throw error
                    }
                }
            }
            // Where the index was taken away and built again meanwhile, this lock is one on nothing.
            guard FileIdentity(of: file) == FileIdentity(path: path) else {
                Files.unlock(file)
                continue
            }
            let process = Array("\(getpid())\n".utf8)
            // What a killed process left goes first: nobody is to be told of a process that is no more.
            _ = ftruncate(file, 0)
            _ = pwrite(file, process, process.count, 0)
            descriptor = file
            return
        }
    }

    private static let mostPauses = 20

    private static func locked(_ folder: String, by holder: Int?) -> SitrepError {
        SitrepError(
            .locked,
            "the index \(folder) is locked by another writer" + (holder.map { " (process \($0))" } ?? ""),
            hint: "try again when it has finished, or let this command wait for it: --wait"
        )
    }

    /// The process whose number is in the file; `nil` where none is, or not all of it yet.
    private static func holder(of folder: String) -> Int? {
        guard let bytes = try? Files.read(folder + "/" + fileName), bytes.last == UInt8(ascii: "\n") else { return nil }
        return Int(String(decoding: bytes.dropLast(), as: UTF8.self))
    }

    deinit {
        _ = ftruncate(descriptor, 0)
        Files.unlock(descriptor)
    }
}
