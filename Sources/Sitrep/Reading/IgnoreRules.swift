/// The patterns that leave files out of a walk: those of one folder and of the folders above it.
struct IgnoreRules: Sendable {
    /// The name of an ignore file.
    static let fileName = ".sitrepignore"

    private struct Rules {
        /// The folder's path from the source on; empty for the source.
        var folder: String
        var patterns: [GlobPattern]
    }

    private var rules: [Rules] = []

    /// The rules given for a whole source.
    init(excluding globs: [String]) {
        rules.append(Rules(folder: "", patterns: globs.compactMap(GlobPattern.init)))
    }

    /// Adds those of a folder's ignore file: a pattern a line; empty lines and lines that begin with `#` say nothing.
    mutating func add(ignoreFile text: String, folder: String) {
        let patterns = text.split(whereSeparator: \.isNewline).compactMap { line -> GlobPattern? in
            var line = line
            while let last = line.last, last == " " || last == "\t" { line.removeLast() }
            return line.hasPrefix("#") ? nil : GlobPattern(String(line))
        }
        if !patterns.isEmpty { rules.append(Rules(folder: folder, patterns: patterns)) }
    }

    /// Whether nothing is left out.
    var isEmpty: Bool { rules.allSatisfy(\.patterns.isEmpty) }

    /// Whether a path, relative to the source, is left out.
    func exclude(_ relativePath: String, isFolder: Bool) -> Bool {
        rules.contains { rules in
            var path = relativePath
            if !rules.folder.isEmpty {
                guard relativePath.utf8.starts(with: (rules.folder + "/").utf8) else { return false }
                path = String(relativePath.utf8.dropFirst(rules.folder.utf8.count + 1)) ?? relativePath
            }
            return rules.patterns.contains { $0.matches(path, isFolder: isFolder) }
        }
    }
}
