import Sitrep

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// What the environment says.
enum Environment {
    /// A variable; `nil` where it is unset or empty.
    static func variable(_ name: String) -> String? {
        guard let value = getenv(name), value.pointee != 0 else { return nil }
        return PathBytes.string(fromC: value)
    }
}
