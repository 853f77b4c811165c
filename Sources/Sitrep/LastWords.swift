import Synchronization
internal import Xapian

/// What a program says when writing to an index fails in a way that ends the process.
public enum LastWords {
    private static let chosen = Mutex<(words: StaticString, status: Int32)?>(nil)

    /// Sets it, for the whole process; it counts from when an index is first opened for writing.
    ///
    /// - Parameters:
    ///   - words: what goes to the standard error as it is.
    ///   - status: the status with which the process ends. What the run did not publish is not in the index.
    public static func set(_ words: StaticString, status: Int32) { chosen.withLock { $0 = (words, status) } }

    /// To be called before an index is opened for writing: what ends a process that only reads has nothing to do with it.
    static func arm() {
        guard let chosen = chosen.withLock({ $0 }) else { return }
        XapianLibrary.setLastWords(chosen.words, status: chosen.status)
    }
}
