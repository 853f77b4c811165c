#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// The right to change one small file, held by one process at a time, for as long as a change takes.
///
/// A lock of the kernel's (`flock`) on a file beside it, apart from the writers' lock of the index: such a file can be
/// changed while the index is being built.
struct ShortLock: ~Copyable {
    private let descriptor: Int32

    /// A change takes milliseconds; who waits longer than ten seconds is told.
    private static let attempts = 500
    private static let pause: UInt32 = 20_000

    /// Waits for the lock and takes it.
    ///
    /// - Parameters:
    ///   - path: the file to lock, in a folder that exists.
    ///   - subject: what is being changed, in the plural, for the message.
    /// - Throws: ``SitrepError`` `locked` when it is not to be had.
    init(path: String, of subject: String) throws(SitrepError) {
        let file = Files.descriptor(path, O_RDWR | O_CREAT | O_NOFOLLOW | O_NONBLOCK)
        guard file >= 0 else { throw Files.failure("cannot open \(path)") }
        for _ in 0..<Self.attempts {
            if flock(file, LOCK_EX | LOCK_NB) == 0 {
                descriptor = file
                return
            }
            guard errno == EWOULDBLOCK || errno == EINTR else { break }
            usleep(Self.pause)
        }
        close(file)
        throw SitrepError(
            .locked,
            "\(subject) are being changed by another process",
            hint: "wait until it has finished and try again"
        )
    }

    deinit { Files.unlock(descriptor) }
}
