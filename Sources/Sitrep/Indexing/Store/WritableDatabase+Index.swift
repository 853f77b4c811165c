internal import Xapian

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

extension WritableDatabase {
    /// How often, and how long apart in microseconds, a lock is tried that nobody ought to have: a second in all.
    private static let attempts = 100
    private static let pause: UInt32 = 10_000

    /// Opens the databases of an index at `paths` for writing, to be called with the writers' lock of their index held.
    ///
    /// Xapian has a lock of its own in each database, which it lets go of by closing a file. Where another thread is just
    /// starting a program, the child has copies of all open files until it runs that program, and a database that was
    /// closed in that moment stays locked until then. So a locked one is tried again for a second; who has it then is no
    /// writer of ours.
    ///
    /// - Throws: `.databaseLocked` when the lock is not to be had; what opening throws.
    static func ofIndex(paths: [[UInt8]], mode: Mode = .open) throws(XapianError) -> WritableDatabase {
        LastWords.arm()
        for _ in 1..<attempts {
            do {
                return try WritableDatabase(paths: paths, mode: mode)
            } catch  where error.code == .databaseLocked {
                usleep(pause)
            }
        }
        return try WritableDatabase(paths: paths, mode: mode)
    }
}
