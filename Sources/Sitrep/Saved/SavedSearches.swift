/// The saved searches of an index, and what of each was shown as new.
///
/// The searches are kept in `saved.yaml` in the folder of the index, outside of every generation, for people to read and
/// edit; what was shown is kept in `saved-seen` beside it. Changes are made in one step, with nobody else making one
/// meanwhile.
public struct SavedSearches: Sendable {
    private let folder: IndexFolder

    static let fileName = "saved.yaml"
    static let seenName = "saved-seen"
    static let lockName = "saved.lock"
    /// What stands in the folder of an index for them.
    static let fileNames: Set<String> = [fileName, seenName, lockName, fileName + ".new", seenName + ".new"]

    /// - Parameter index: the index folder.
    public init(index: String) { folder = IndexFolder(index) }

    /// The absolute path of the file, which need not exist.
    public var path: String { folder.path + "/" + Self.fileName }

    private var seenPath: String { folder.path + "/" + Self.seenName }

    /// All searches, in the order of the file.
    ///
    /// - Throws: ``SitrepError``: `data` with the line where the file cannot be understood, `io` where it cannot be read.
    public func all() throws(SitrepError) -> [SavedSearch] { try text(try file.bytes(), in: file).searches }

    /// The search of a name.
    ///
    /// - Throws: as ``all()``; `notFound` with the names that there are.
    public func search(named name: String) throws(SitrepError) -> SavedSearch {
        let searches = try all()
        guard let search = searches.first(where: { $0.name == name }) else {
            throw missing(name, searches)
        }
        return search
    }

    private func missing(_ name: String, _ searches: [SavedSearch]) -> SitrepError {
        let names = searches.prefix(20).map(\.name).joined(separator: ", ")
        return SitrepError(
            .notFound,
            "there is no saved search “\(name)”",
            hint: searches.isEmpty ? "save one with: sitrep saved add NAME QUERY" : "there are: \(names)"
        )
    }

    /// Adds a search, of which nothing was shown yet, whatever had its name.
    ///
    /// - Throws: as ``all()`` and ``seen(by:)``; `usage` for a name that is taken.
    public func add(_ search: SavedSearch) throws(SitrepError) {
        try change(forgetting: search.name) { text throws(VocabularyError) in
            guard !text.searches.contains(where: { $0.name == search.name }) else { return false }
            try text.add(search)
            return true
        } orElse: { _ in
            SitrepError(
                .usage,
                "there is a saved search “\(search.name)” already",
                hint: "take another name, or take that away with: sitrep saved remove"
            )
        }
    }

    /// Takes a search away, and what was kept of what it showed.
    ///
    /// - Throws: as ``search(named:)`` and ``seen(by:)``.
    public func remove(named name: String) throws(SitrepError) {
        try change(forgetting: name) { text throws(VocabularyError) in
            guard let number = text.searches.firstIndex(where: { $0.name == name }) else { return false }
            try text.remove(number)
            return true
        } orElse: { searches in
            missing(name, searches)
        }
    }

    /// Changes the file, and forgets what was shown under a name.
    ///
    /// - Parameter body: changes the text; `false` where it cannot, which `orElse` then explains.
    private func change(
        forgetting name: String,
        _ body: (inout SavedText) throws(VocabularyError) -> Bool,
        orElse: ([SavedSearch]) -> SitrepError
    ) throws(SitrepError) {
        let lock = try lock()
        var file = self.file
        file.isChanging = true
        // Before anything is changed: where it cannot be read, nothing is.
        var seen = try readSeen()
        let before = try file.bytes()
        var text = try text(before, in: file)
        let isChanged = try file.understood { () throws(VocabularyError) in try body(&text) }
        guard isChanged else { throw orElse(text.searches) }
        // First, so that no search ever has the memory of another.
        if seen.removeValue(forKey: name) != nil { try writeSeen(seen) }
        try file.replace(before, with: text.bytes)
        _ = consume lock
    }

    private func lock() throws(SitrepError) -> ShortLock {
        try ShortLock(path: folder.path + "/" + Self.lockName, of: "the saved searches in \(folder.path)")
    }

    private var file: EditedFile { EditedFile(path: path, content: "saved searches", mostBytes: 16 << 20) }

    private func text(_ bytes: [UInt8]?, in file: EditedFile) throws(SitrepError) -> SavedText {
        try file.understood { () throws(VocabularyError) in try SavedText(bytes ?? [], path: path) }
    }

    // MARK: - What was seen

    /// Up to which moment a search has shown what was new; `nil` for one that has shown nothing yet.
    ///
    /// - Throws: ``SitrepError``: `data` where the file is damaged, `io` where it cannot be read.
    public func seen(by name: String) throws(SitrepError) -> IndexMoment? { try readSeen()[name]?.moment }

    /// Whether a search asks for something else than when it last showed what was new, as after a change by hand: what it
    /// finds now and was in the index then was never shown.
    ///
    /// - Throws: as ``seen(by:)``.
    public func isChanged(_ search: SavedSearch) throws(SitrepError) -> Bool {
        guard let digest = try readSeen()[search.name]?.digest else { return false }
        return digest != search.digest
    }

    /// Notes that a search has shown what came in up to a moment. To be called when all of it has been written.
    ///
    /// - Parameters:
    ///   - moment: that of the index that was searched.
    ///   - before: what ``seen(by:)`` said when the search began. Where another process has noted more meanwhile, that
    ///     stays.
    public func note(_ search: SavedSearch, sawUpTo moment: IndexMoment, before: IndexMoment?) throws(SitrepError) {
        let lock = try lock()
        var seen = try readSeen()
        let known = seen[search.name]?.moment
        let hasMore = known != before && known?.begun == moment.begun && known?.revision ?? 0 > moment.revision
        let new = Seen(moment: hasMore ? known ?? moment : moment, digest: search.digest)
        if seen[search.name] != new {
            seen[search.name] = new
            try writeSeen(seen)
        }
        _ = consume lock
    }

    /// Up to which moment a search has shown what was new, and what it asked for then.
    private struct Seen: Equatable {
        var moment: IndexMoment
        /// `nil` where an earlier version did not keep it.
        var digest: String?
    }

    /// The first line of the file of what was seen; each other one has when the index was begun, its last run, the digest
    /// of what the search asks for and its name, with tabs between.
    private static let seenHead = "sitrep-saved-seen 3"
    /// That of files without digests, which are read.
    private static let oldHead = "sitrep-saved-seen 2"

    private func writeSeen(_ seen: [String: Seen]) throws(SitrepError) {
        let lines = seen.sorted { $0.key < $1.key }.map { name, seen in
            "\(seen.moment.begun)\t\(seen.moment.revision)\t\(seen.digest ?? "-")\t\(name)\n"
        }
        try Files.replace(seenPath, with: Array((Self.seenHead + "\n" + lines.joined()).utf8))
    }

    private func readSeen() throws(SitrepError) -> [String: Seen] {
        guard let bytes = try Files.readIfThere(seenPath) else { return [:] }
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
        var seen: [String: Seen] = [:]
        let fields = lines.first == Self.oldHead[...] ? 3 : 4
        for (number, line) in lines.enumerated() {
            if number == 0, line == Self.seenHead || line == Self.oldHead { continue }
            let parts = line.split(separator: "\t", maxSplits: fields - 1)
            guard number > 0, parts.count == fields, let begun = Int64(parts[0]), let run = Int(parts[1]), run >= 0
            else {
                throw SitrepError(
                    .data,
                    "\(seenPath), line \(number + 1) cannot be used",
                    hint: "take the \(number == 0 ? "file" : "line") away; all reports then count as new once"
                )
            }
            let digest = fields == 4 && parts[2] != "-" ? String(parts[2]) : nil
            seen[String(parts[fields - 1])] = Seen(moment: IndexMoment(begun: begun, revision: run), digest: digest)
        }
        return seen
    }
}
