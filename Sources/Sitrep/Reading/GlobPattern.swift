/// A pattern for paths, as in an ignore file.
///
/// `*` stands for any characters but `/`, `?` for one, `[a-z]` for one of a set (`[!…]` for none of it), `**` as a whole
/// part of the path for any folders, and `\` takes the next character as it is. A pattern without a slash matches a name
/// at any depth; with one it is relative to the folder that it is given for. A slash at its end makes it match folders
/// only. Matching is bytewise, upper and lower case differ.
struct GlobPattern: Sendable, Equatable {
    private let parts: [[UInt8]]
    private let isAnchored: Bool
    private let foldersOnly: Bool

    /// `nil` for an empty pattern.
    init?(_ pattern: String) {
        var text = Substring(pattern)
        foldersOnly = text.hasSuffix("/")
        while text.hasSuffix("/") { text.removeLast() }
        var anchored = text.utf8.contains(UInt8(ascii: "/"))
        if text.hasPrefix("./") { text = text.dropFirst(2) }
        while text.hasPrefix("/") { text.removeFirst() }
        guard !text.isEmpty else { return nil }
        let parts = PathBytes.bytes(of: String(text)).split(separator: UInt8(ascii: "/")).map(Array.init)
        if parts == [Array("**".utf8)] { anchored = false }
        self.parts = parts
        isAnchored = anchored
    }

    /// Whether the pattern matches a path relative to its folder, without a slash at either end.
    func matches(_ relativePath: String, isFolder: Bool) -> Bool {
        guard isFolder || !foldersOnly else { return false }
        let names = PathBytes.bytes(of: relativePath).split(separator: UInt8(ascii: "/"))
        guard isAnchored else {
            guard let name = names.last, let part = parts.last else { return false }
            return GlobPattern.matches(part[...], name)
        }
        return matches(names[...])
    }

    /// Whether the pattern picks out a file by its own path or by that of any folder that it lies in.
    func selectsAny(_ path: String) -> Bool { matches(path, isFolder: false) || selectsFolder(of: path) }

    private func selectsFolder(of relativePath: String) -> Bool {
        let path = relativePath.utf8
        return path.indices.contains { slash in
            path[slash] == UInt8(ascii: "/") && slash > path.startIndex
                && matches(String(relativePath[..<slash]), isFolder: true)
        }
    }

    /// Matches part by part; at a mismatch goes back to the last `**` and lets it take in one name more.
    private func matches(_ names: ArraySlice<ArraySlice<UInt8>>) -> Bool {
        var part = 0
        var name = names.startIndex
        var retry: (part: Int, name: Int)?
        while name < names.endIndex {
            if part < parts.count, parts[part] == Array("**".utf8) {
                retry = (part, name)
                part += 1
                // At the end it means what is below, not the folder itself.
                if part == parts.count { return true }
            } else if part < parts.count, GlobPattern.matches(parts[part][...], names[name]) {
                part += 1
                name += 1
            } else if let (lastPart, lastName) = retry {
                retry = (lastPart, lastName + 1)
                part = lastPart + 1
                name = lastName + 1
            } else {
                return false
            }
        }
        return part == parts.count
    }

    /// Matches one name, with the same way back for `*`.
    private static func matches(_ pattern: ArraySlice<UInt8>, _ name: ArraySlice<UInt8>) -> Bool {
        var p = pattern.startIndex
        var n = name.startIndex
        var retry: (pattern: Int, name: Int)?
        while n < name.endIndex {
            if p < pattern.endIndex, pattern[p] == UInt8(ascii: "*") {
                retry = (p, n)
                p += 1
            } else if p < pattern.endIndex, let (end, width) = matchOne(pattern, p, name, n) {
                p = end
                n += width
            } else if let (lastPattern, lastName) = retry {
                retry = (lastPattern, lastName + 1)
                p = lastPattern + 1
                n = lastName + 1
            } else {
                return false
            }
        }
        while p < pattern.endIndex, pattern[p] == UInt8(ascii: "*") { p += 1 }
        return p == pattern.endIndex
    }

    /// Matches one element of the pattern with one character: where the pattern goes on, and the character's width.
    private static func matchOne(
        _ pattern: ArraySlice<UInt8>,
        _ p: Int,
        _ name: ArraySlice<UInt8>,
        _ n: Int
    ) -> (end: Int, width: Int)? {
        switch pattern[p] {
        case UInt8(ascii: "?"):
            var width = 1
            while n + width < name.endIndex, name[n + width] & 0xC0 == 0x80 { width += 1 }
            return (p + 1, width)
        case UInt8(ascii: "["):
            guard let (contains, end) = set(pattern, p, name[n]) else {
                return name[n] == pattern[p] ? (p + 1, 1) : nil
            }
            return contains ? (end, 1) : nil
        case UInt8(ascii: "\\") where p + 1 < pattern.endIndex:
            return pattern[p + 1] == name[n] ? (p + 2, 1) : nil
        default:
            return pattern[p] == name[n] ? (p + 1, 1) : nil
        }
    }

    /// Whether the set at `p` contains a byte, and where it ends; `nil` when it is not closed.
    private static func set(_ pattern: ArraySlice<UInt8>, _ p: Int, _ byte: UInt8) -> (Bool, Int)? {
        var at = p + 1
        guard at < pattern.endIndex else { return nil }
        let negated = pattern[at] == UInt8(ascii: "!") || pattern[at] == UInt8(ascii: "^")
        if negated { at += 1 }
        var found = false
        let first = at
        while at < pattern.endIndex {
            if pattern[at] == UInt8(ascii: "]"), at > first { return (found != negated, at + 1) }
            if at + 2 < pattern.endIndex, pattern[at + 1] == UInt8(ascii: "-"), pattern[at + 2] != UInt8(ascii: "]") {
                if pattern[at] <= byte, byte <= pattern[at + 2] { found = true }
                at += 3
            } else {
                if pattern[at] == byte { found = true }
                at += 1
            }
        }
        return nil
    }
}
