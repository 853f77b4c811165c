/// What a file was when it was read.
public struct FileContent: Sendable, Equatable {
    /// The length of the file in bytes, packed where it is packed.
    public var size: Int
    /// The SHA-256 digest of the file's original bytes (packed where they are packed), in hexadecimal.
    public var digest: String
    /// The file's state, taken before its first byte was read.
    public var status: FileStatus

    public init(size: Int, digest: String, status: FileStatus) {
        self.size = size
        self.digest = digest
        self.status = status
    }
}

/// What tells without reading it whether a file may have changed.
public struct FileStatus: Sendable, Hashable, Codable {
    /// The length in bytes.
    public var size: Int
    /// When the content was last changed: nanoseconds since 1970-01-01T00:00:00Z.
    public var modified: Int64
    /// The file's number in its file system.
    public var inode: UInt64

    public init(size: Int, modified: Int64, inode: UInt64) {
        self.size = size
        self.modified = modified
        self.inode = inode
    }
}
