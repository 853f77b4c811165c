/// What happened in folders that are observed.
struct FolderNews: OptionSet, Sendable {
    let rawValue: Int

    /// Report files came, changed or went.
    static let files = FolderNews(rawValue: 1)
    /// Folders came or went, or what is left out of them is another: they must be listed anew.
    static let folders = FolderNews(rawValue: 2)
}

/// Notices changes in folders; those below them are folders of their own.
///
/// Folders are listed in rounds: what is not added in a round is no longer observed behind it. A folder is observed from
/// when it is added, so that whoever lists its files afterwards misses none.
protocol FolderObserver {
    /// Begins a round.
    mutating func begin()

    /// Observes a folder.
    ///
    /// - Returns: the system's error number where it cannot be observed; `nil` where it is.
    mutating func add(_ folder: String) -> Int32?

    /// Says that an entry of a folder of this round is a symbolic link, so that its end is noticed as one.
    mutating func note(link path: String)

    /// Ends a round.
    mutating func end()

    /// Waits until something happens, for a time at most.
    mutating func wait(atMost time: Duration) -> FolderNews
}

extension FolderNews {
    /// What a change of an entry of a folder means.
    ///
    /// - Parameters:
    ///   - isFolder: whether the entry is a folder.
    ///   - isLink: whether it is a symbolic link, or may have been one.
    init(name: String, isFolder: Bool, isLink: Bool) {
        if name == IgnoreRules.fileName {
            self = [.files, .folders]
        } else if name.utf8.starts(with: ".".utf8) {
            self = []
        } else if isFolder || isLink {
            self = [.files, .folders]
        } else {
            self = ReportFormat(path: name) == nil ? [] : .files
        }
    }
}
