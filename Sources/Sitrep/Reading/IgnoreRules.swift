/// The patterns that leave files out of a walk: those of one folder and of the folders above it.
struct IgnoreRules: Sendable {
    /// The name of an ignore file.
    static let fileName = ".sitrepignore"
    /// The most bytes of an ignore file.
    static let mostBytes = 64 << 10
    /// The most patterns of one: each is compared with each file below its folder.
    static let mostPatterns = 1_000

    private struct Rules {
        /// The folder's names from the source on; none for the source.
        var folder: [ArraySlice<UInt8>]
        var patterns: [GlobPattern]
    }

    private var rules: [Rules] = []

    /// The rules given for a whole source.
    init(excluding globs: [String]) {
        rules.append(Rules(folder: [], patterns: globs.compactMap(GlobPattern.init)))
    }

    /// Adds those of a folder's ignore file: a pattern a line; empty lines and lines that begin with `#` say nothing.
    ///
    /// - Parameter folder: the folder's path from the source on; empty for the source.
    /// - Returns: `false` for more than ``mostPatterns``, of which none is added.
    mutating func add(ignoreFile text: String, folder: String) -> Bool {
        let patterns = text.split(whereSeparator: \.isNewline).compactMap { line -> GlobPattern? in
            var line = line
            while let last = line.last, last == " " || last == "\t" { line.removeLast() }
            return line.hasPrefix("#") ? nil : GlobPattern(String(line))
        }
        guard patterns.count <= Self.mostPatterns else { return false }
        if !patterns.isEmpty { rules.append(Rules(folder: PathNames(folder).all, patterns: patterns)) }
        return true
    }

    /// Whether nothing is left out.
    var isEmpty: Bool { rules.allSatisfy(\.patterns.isEmpty) }

    /// Whether a path, relative to the source, is left out. Linear in the patterns.
    func exclude(_ relativePath: String, isFolder: Bool) -> Bool {
        guard !isEmpty else { return false }
        let names = PathNames(relativePath).all
        return rules.contains { rules in
            guard names.starts(with: rules.folder) else { return false }
            let below = names.dropFirst(rules.folder.count)
            return rules.patterns.contains { $0.matches(below, isFolder: isFolder) }
        }
    }
}
