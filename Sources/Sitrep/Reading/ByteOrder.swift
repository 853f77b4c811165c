#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// The order of byte strings, in which names and paths are walked and kept.
enum ByteOrder {
    /// Below 0 where `a` stands before `b`, 0 where they are the same (`memcmp`, and a beginning before the whole).
    @inline(__always)
    static func compare(_ a: UnsafeRawBufferPointer, _ b: UnsafeRawBufferPointer) -> Int {
        if let start = a.baseAddress, let other = b.baseAddress {
            let result = memcmp(start, other, min(a.count, b.count))
            if result != 0 { return Int(result) }
        }
        return a.count - b.count
    }
}
