internal import Xapian

/// Narrows a search to files whose path matches a glob.
enum PathFilter {
    /// The reports of the files that match one of `globs`.
    ///
    /// - Throws: ``SitrepError`` for a pattern without any name in it.
    static func query(
        _ globs: [String],
        _ members: Members,
        in database: borrowing some DatabaseReading & ~Copyable
    ) throws -> Query {
        let patterns = try globs.map { glob throws(SitrepError) in
            guard let pattern = PathPattern(glob) else {
                throw SitrepError(.usage, "“\(glob)” is no pattern for paths", hint: "write one as *.txt or notes/")
            }
            return pattern
        }
        let files = try members.all.map { try Self.files(of: patterns, in: $0, withOthers: members.count > 1) }
        var terms: [Query] = []
        var documents: [DocumentID] = []
        for (place, own) in files.enumerated() {
            // Sources are numbered in each index: a file of another one may have the same term.
            let others = files.indices.filter { $0 != place }
            for term in own.chosen {
                if others.contains(where: { files[$0].all.contains(term) }) {
                    documents += try members.documents(containing: term, ofIndexAt: place)
                } else {
                    terms.append(.term(term))
                }
            }
        }
        if !documents.isEmpty { terms.append(try .among(documents.sorted(), in: database)) }
        return terms.isEmpty ? .matchNothing : .or(terms)
    }

    /// The terms of the files of one index that match one of some patterns, and where asked for those of all its files.
    private static func files(
        of patterns: [PathPattern],
        in member: Member,
        withOthers: Bool
    ) throws -> (chosen: [[UInt8]], all: Set<[UInt8]>) {
        // In a damaged index two may have one number.
        let numbered = member.metadata.sources.map { ($0.number, $0) }
        let sources = Dictionary(numbered, uniquingKeysWith: { first, _ in first })
        var chosen: [[UInt8]] = []
        var all: Set<[UInt8]> = []
        for (_, value) in try member.database.metadataEntries(prefix: FileKey.metadataPrefix) {
            let file = try FileRecord(decoding: value)
            let source = sources[file.source]
            let absolute = source?.absolutePath(of: file) ?? file.relativePath
            let name = source.map { Self.name(of: $0, absolute) } ?? ""
            let isChosen = patterns.contains { $0.selects(file.relativePath, of: name, at: absolute) }
            guard isChosen || withOthers else { continue }
            let term = file.fileKey.term
            if isChosen { chosen.append(term) }
            if withOthers { all.insert(term) }
        }
        return (chosen, all)
    }

    /// The last name of a source, or of the folder of one that is a file.
    private static func name(of source: SourceRecord, _ file: String) -> String {
        let folder = source.path == file ? FileName.folder(of: file) ?? "" : source.path
        return FileName.last(folder)
    }
}

/// A pattern by which a person chooses files, as in `.gitignore`: one without a slash is a name anywhere in the path, from
/// that of the source on; one with a slash is a path behind any folder, and with a slash at its end alone any folder. A
/// folder stands for all that lies in it.
struct PathPattern {
    private let pattern: GlobPattern
    private let isName: Bool
    private let isAbsolute: Bool
    private let isFolder: Bool

    /// `nil` for an empty pattern.
    init?(_ glob: String) {
        var text = Substring(glob)
        while text.hasPrefix("./") { text = text.dropFirst(2) }
        // As the shell's own folder is not known to the index.
        if text.hasPrefix("../") { text = Substring(SystemPath.absolute(String(text))) }
        let bare = text.utf8.reversed().drop { $0 == UInt8(ascii: "/") }
        isName = !bare.contains(UInt8(ascii: "/"))
        isFolder = text.hasSuffix("/")
        isAbsolute = !isName && text.hasPrefix("/")
        guard let pattern = GlobPattern(isName || isAbsolute ? String(text) : "**/" + text) else { return nil }
        self.pattern = pattern
    }

    /// Whether it chooses a file.
    ///
    /// - Parameters:
    ///   - relativePath: behind the source.
    ///   - source: the name of the folder that is the source, or that holds it.
    ///   - path: the absolute path.
    func selects(_ relativePath: String, of source: String, at path: String) -> Bool {
        if isName, !isFolder { return pattern.selectsAny(source + "/" + relativePath) }
        return pattern.selectsAny(path) || isAbsolute && pattern.selectsAny(relativePath)
    }
}
