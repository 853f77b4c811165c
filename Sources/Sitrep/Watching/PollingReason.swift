#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Why folders are looked at again and again instead of being watched by the kernel.
public enum PollingReason: Sendable, Hashable, CustomStringConvertible {
    /// They lie on a network's file system or FUSE, where others make changes that the kernel does not hear of.
    case network
    /// The system does not watch them: its error number.
    case system(Int32)

    public var description: String {
        switch self {
        case .network: "on a network or FUSE"
        case .system(let code): SystemError.describe(code)
        }
    }

    /// What to do about it; `nil` where nothing is known.
    public var hint: String? {
        switch self {
        case .system(ENOSPC): "to allow more watches: sysctl fs.inotify.max_user_watches=1000000"
        case .system(EMFILE): "to allow more observers: sysctl fs.inotify.max_user_instances=1024"
        default: nil
        }
    }
}
