/// A file, a folder or a record of a file that could not be read.
public struct ReadFailure: Error, Sendable, Equatable, CustomStringConvertible {
    /// The file or folder, as it was given to the reader.
    public var path: String
    /// The line in the file, counted from 1; `nil` when the failure is the whole file's or the line is not known.
    public var line: Int?
    /// What is wrong, in a few words and without the path: `not JSON: a comma is missing`.
    public var reason: String
    /// How many records it stands for: 1, but for the last failure of a file in which very many failed.
    public var count: Int

    public init(path: String, line: Int? = nil, reason: String, count: Int = 1) {
        self.path = path
        self.line = line
        self.reason = reason
        self.count = count
    }

    /// The reason, with the line before it when it is known: `line 7: not JSON: …`.
    public var description: String {
        if let line { "line \(line): \(reason)" } else { reason }
    }
}
