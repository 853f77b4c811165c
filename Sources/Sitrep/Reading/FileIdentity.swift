#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// A file or folder, whatever names lead to it.
struct FileIdentity: Hashable {
    var device: UInt64
    var inode: UInt64

    init(device: UInt64, inode: UInt64) {
        self.device = device
        self.inode = inode
    }

    init(_ info: stat) {
        device = UInt64(truncatingIfNeeded: info.st_dev)
        inode = UInt64(info.st_ino)
    }

    /// What a descriptor stands for; `nil` where it is not open.
    init?(of descriptor: Int32) {
        var info = stat()
        guard fstat(descriptor, &info) == 0 else { return nil }
        self.init(info)
    }

    /// What a path leads to, symbolic links followed; `nil` where that is nothing.
    init?(path: String) {
        guard let found = try? InputFile.lookUp(path: path) else { return nil }
        self.init(found.info)
    }
}
