#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// The right to change the file of marks, held by one process at a time, for as long as a change takes.
///
/// A lock of the kernel's (`flock`) on a file beside the marks, apart from the writers' lock of the index: marks can be
/// changed while the index is being built.
struct MarksLock: ~Copyable {
    private let descriptor: Int32

    static let fileName = "marks.lock"

    /// A change takes milliseconds; who waits longer than ten seconds is told.
    private static let attempts = 500
    private static let pause: UInt32 = 20_000

    /// Waits for the lock and takes it.
    ///
    /// - Parameter folder: the index folder, which exists.
    /// - Throws: ``SitrepError`` `locked` when it is not to be had.
    init(folder: String) throws(SitrepError) {
        let path = folder + "/" + Self.fileName
        let file = Files.descriptor(path, O_RDWR | O_CREAT)
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
            "the marks in \(folder) are being changed by another process",
            hint: "wait until it has finished and try again"
        )
    }

    deinit { close(descriptor) }
}
