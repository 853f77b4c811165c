#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Calls of the system whose names are those of something else here.
enum SystemCalls {
    /// `read`: how many bytes came, 0 at the end, -1 with the reason in `errno`.
    static func read(_ descriptor: Int32, _ bytes: UnsafeMutableRawPointer?, _ count: Int) -> Int {
        #if canImport(Glibc)
        Glibc.read(descriptor, bytes, count)
        #else
        Darwin.read(descriptor, bytes, count)
        #endif
    }
}
