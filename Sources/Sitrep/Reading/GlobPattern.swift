/// A pattern for paths, as in an ignore file.
///
/// `*` stands for any characters but `/`, `?` for one, `[a-z]` for one of a set (`[!…]` for none of it), `**` as a whole
/// part of the path for any folders, and `\` takes the next character as it is. A pattern without a slash matches a name
/// at any depth; with one it is relative to the folder that it is given for. A slash at its end makes it match folders
/// only. Matching is bytewise, upper and lower case differ.
struct GlobPattern: Sendable, Equatable {
    private enum Part: Sendable, Equatable {
        case anyFolders
        case name(GlobName)
    }

    private let parts: [Part]
    private let isAnchored: Bool
    private let foldersOnly: Bool

    /// `nil` for an empty pattern. Linear in its length.
    init?(_ pattern: String) {
        var text = Substring(pattern)
        foldersOnly = text.hasSuffix("/")
        while text.hasSuffix("/") { text.removeLast() }
        var anchored = text.utf8.contains(UInt8(ascii: "/"))
        if text.hasPrefix("./") { text = text.dropFirst(2) }
        while text.hasPrefix("/") { text.removeFirst() }
        guard !text.isEmpty else { return nil }
        let parts: [Part] = PathNames(String(text)).all.map {
            $0.elementsEqual("**".utf8) ? .anyFolders : .name(GlobName($0))
        }
        if parts == [.anyFolders] { anchored = false }
        self.parts = parts
        isAnchored = anchored
    }

    /// Whether the pattern matches a path relative to its folder, without a slash at either end.
    func matches(_ relativePath: String, isFolder: Bool) -> Bool {
        matches(PathNames(relativePath).all[...], isFolder: isFolder)
    }

    /// Whether the pattern matches a path relative to its folder, given by its names.
    ///
    /// Linear in the names; in one name and the pattern's part for it, their product at worst.
    func matches(_ names: ArraySlice<ArraySlice<UInt8>>, isFolder: Bool) -> Bool {
        guard isFolder || !foldersOnly else { return false }
        guard isAnchored else {
            guard let name = names.last, let part = parts.last else { return false }
            return Self.matches(part, name)
        }
        return matches(names)
    }

    /// Whether the pattern picks out a file by its own path or by that of any folder that it lies in.
    func selectsAny(_ path: String) -> Bool {
        let names = PathNames(path).all
        return matches(names[...], isFolder: false)
            || names.indices.dropFirst().contains { matches(names[..<$0], isFolder: true) }
    }

    private static func matches(_ part: Part, _ name: ArraySlice<UInt8>) -> Bool {
        guard case .name(let pattern) = part else { return true }
        return pattern.matches(name)
    }

    /// Matches part by part; at a mismatch goes back to the last `**` and lets it take in one name more.
    private func matches(_ names: ArraySlice<ArraySlice<UInt8>>) -> Bool {
        var part = 0
        var name = names.startIndex
        var retry: (part: Int, name: Int)?
        while name < names.endIndex {
            if part < parts.count, parts[part] == .anyFolders {
                retry = (part, name)
                part += 1
                // At the end it means what is below, not the folder itself.
                if part == parts.count { return true }
            } else if part < parts.count, Self.matches(parts[part], names[name]) {
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
}

/// The names that a path consists of, as bytes, so that many patterns are compared with them without taking it apart each.
struct PathNames {
    let all: [ArraySlice<UInt8>]

    init(_ path: String) { all = PathBytes.bytes(of: path).split(separator: UInt8(ascii: "/")) }
}
