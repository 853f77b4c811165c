/// Paths and their parts.
enum FileName {
    /// What stands after the last slash.
    static func last(_ path: String) -> String {
        guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return path }
        return String(path[path.utf8.index(after: slash)...])
    }

    /// The path of the folder in which a path lies; `nil` for a bare name.
    static func folder(of path: String) -> String? {
        guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return nil }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    /// The path of a name, or of a path without a slash at its start, in a folder.
    static func path(of name: String, in folder: String) -> String {
        folder == "/" ? folder + name : folder + "/" + name
    }

    /// The ending of a name with its dot, in lower case (`.pdf`); empty when there is none, as for `.hidden`.
    static func ending(_ name: String) -> String {
        guard let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")), dot != name.startIndex else { return "" }
        let ending = name[dot...]
        return ending.utf8.count > 1 ? ending.lowercased() : ""
    }
}
