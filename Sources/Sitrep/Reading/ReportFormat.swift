/// A kind of file that holds reports, told by the ending of its name.
public enum ReportFormat: Sendable, Hashable, CaseIterable {
    /// `.txt`: one report.
    case text
    /// `.md`: one report, with front matter or without.
    case markdown
    /// `.html`, `.htm`: one page.
    case html
    /// `.json`: one report or an array of them.
    case json
    /// `.jsonl`, `.ndjson`: a report a line.
    case jsonLines

    /// The format of a file by its name's ending, upper or lower case, with `.gz` after it or without; `nil` for a file
    /// of another kind.
    public init?(path: String) {
        var name = FileName.last(path)
        if FileName.ending(name) == ".gz" { name = String(name.dropLast(3)) }
        switch FileName.ending(name) {
        case ".txt": self = .text
        case ".md": self = .markdown
        case ".html", ".htm": self = .html
        case ".json": self = .json
        case ".jsonl", ".ndjson": self = .jsonLines
        default: return nil
        }
    }

    /// Whether the name says that the file is packed with gzip (`.gz`).
    public static func isCompressed(path: String) -> Bool {
        FileName.ending(FileName.last(path)) == ".gz"
    }
}
