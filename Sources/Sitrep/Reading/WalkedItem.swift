/// What a ``SourceWalker`` meets.
public enum WalkedItem: Sendable, Equatable {
    /// A report file.
    case file(WalkedFile)
    /// A file of another kind in a folder: its path, and its name's ending in lower case with the dot (`.pdf`; empty
    /// when there is none).
    case skipped(path: String, ending: String)
    /// Something that cannot be read. When `isFolder` is true, what lies below the path is unknown: no report from there
    /// may be taken as vanished.
    case failure(ReadFailure, isFolder: Bool)
}

/// A report file that a walk met.
public struct WalkedFile: Sendable, Equatable {
    /// The absolute path, as ``PathBytes`` writes it.
    public var path: String
    /// The path from the source on, parted by `/`; for a source that is a file, its name.
    public var relativePath: String
    /// The state when it was met.
    public var status: FileStatus
    /// Whether the source names this file itself.
    public var isNamedItself: Bool
    /// What was found at the path; `nil` where it is not to be compared.
    var found: FoundPlace?

    public init(path: String, relativePath: String, status: FileStatus, isNamedItself: Bool) {
        self.path = path
        self.relativePath = relativePath
        self.status = status
        self.isNamedItself = isNamedItself
    }
}
