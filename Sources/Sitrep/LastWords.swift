internal import Xapian

/// What a program says when writing to an index fails in a way that ends the process.
public enum LastWords {
    /// Sets it, for the whole process.
    ///
    /// - Parameters:
    ///   - words: what goes to the standard error as it is.
    ///   - status: the status with which the process ends. What the run did not publish is not in the index.
    public static func set(_ words: StaticString, status: Int32) { XapianLibrary.setLastWords(words, status: status) }
}
