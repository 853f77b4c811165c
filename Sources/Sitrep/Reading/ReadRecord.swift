/// A report as it was read from a file, with what tells it from the others.
public struct ReadRecord: Sendable, Equatable {
    /// The report.
    public var article: Article
    /// A SHA-256 digest in hexadecimal: of the file's original bytes when it holds one report, else of the record's own
    /// bytes (its line, its element of the array).
    public var digest: String
    /// The place in the file: 0 for the first.
    public var ordinal: Int
    /// Whether the file is an array or a lines file, however many reports it holds.
    public var isOneOfMany: Bool
    /// The line that the record begins at, counted from 1; `nil` when the file holds one report.
    public var line: Int?

    public init(article: Article, digest: String, ordinal: Int = 0, isOneOfMany: Bool = false, line: Int? = nil) {
        self.article = article
        self.digest = digest
        self.ordinal = ordinal
        self.isOneOfMany = isOneOfMany
        self.line = line
    }
}
