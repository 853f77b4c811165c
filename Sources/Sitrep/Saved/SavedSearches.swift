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

    /// Larger files are no searches.
    private static let mostBytes = 16 << 20

    /// - Parameter index: the index folder.
    public init(index: String) { folder = IndexFolder(index) }

    /// The absolute path of the file, which need not exist.
    public var path: String { folder.path + "/" + Self.fileName }

    private var seenPath: String { folder.path + "/" + Self.seenName }

    /// All searches, in the order of the file.
    ///
    /// - Throws: ``SitrepError``: `data` with the line where the file cannot be understood, `io` where it cannot be read.
    public func all() throws(SitrepError) -> [SavedSearch] { try text().searches }

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

    /// Adds a search.
    ///
    /// - Throws: as ``all()``; `usage` for a name that is taken.
    public func add(_ search: SavedSearch) throws(SitrepError) {
        try change { text throws(VocabularyError) in
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
    /// - Throws: as ``search(named:)``.
    public func remove(named name: String) throws(SitrepError) {
        try change { text throws(VocabularyError) in
            guard let number = text.searches.firstIndex(where: { $0.name == name }) else { return false }
            try text.remove(number)
            return true
        } orElse: { searches in
            missing(name, searches)
        }
        try changeSeen { $0[name] = nil }
    }

    /// - Parameter body: changes the text; `false` where it cannot, which `orElse` then explains.
    private func change(
        _ body: (inout SavedText) throws(VocabularyError) -> Bool,
        orElse: ([SavedSearch]) -> SitrepError
    ) throws(SitrepError) {
        let lock = try lock()
        var text = try text()
        let before = text.bytes
        let isChanged: Bool
        do throws(VocabularyError) {
            isChanged = try body(&text)
        } catch {
            throw unusable(error)
        }
        guard isChanged else { throw orElse(text.searches) }
        // A person may keep the file elsewhere, behind a symbolic link.
        if text.bytes != before { try Files.replace(SystemPath.real(path) ?? path, with: text.bytes) }
        _ = consume lock
    }

    private func lock() throws(SitrepError) -> ShortLock {
        try ShortLock(path: folder.path + "/" + Self.lockName, of: "the saved searches in \(folder.path)")
    }

    private func text() throws(SitrepError) -> SavedText {
        let bytes = try Files.readIfThere(path) ?? []
        guard bytes.count <= Self.mostBytes else {
            throw SitrepError(.data, "\(path) is too large for a file of searches", hint: "move it away")
        }
        do throws(VocabularyError) {
            return try SavedText(bytes, path: path)
        } catch {
            throw unusable(error)
        }
    }

    private func unusable(_ error: VocabularyError) -> SitrepError {
        let line = error.line.map { ", line \($0)" } ?? ""
        return SitrepError(
            .data,
            "the saved searches in \(path)\(line) cannot be used: \(error.message)",
            hint: error.hint + "; nothing was changed"
        )
    }

    // MARK: - What was seen

    /// Up to which run of the index a search has shown what was new; 0 for one that has shown nothing yet.
    ///
    /// - Throws: ``SitrepError``: `data` where the file is damaged, `io` where it cannot be read.
    public func seen(by name: String) throws(SitrepError) -> Int { try readSeen()[name] ?? 0 }

    /// Notes that a search has shown what came in up to a run. To be called when all of it has been written.
    ///
    /// - Parameters:
    ///   - revision: the revision of the index that was searched.
    ///   - before: what ``seen(by:)`` said when the search began. Where another process has noted more meanwhile, that
    ///     stays.
    public func note(_ name: String, sawUpTo revision: Int, before: Int) throws(SitrepError) {
        try changeSeen { seen in
            let known = seen[name] ?? 0
            // An index that was built anew from nothing counts its runs from 1 again.
            seen[name] = known == before ? revision : max(known, revision)
        }
    }

    private func changeSeen(_ body: (inout [String: Int]) -> Void) throws(SitrepError) {
        let lock = try lock()
        let before = try readSeen()
        var seen = before
        body(&seen)
        if seen != before {
            let lines = seen.sorted { $0.key < $1.key }.map { "\($0.value)\t\($0.key)\n" }
            try Files.replace(seenPath, with: Array((Self.seenHead + "\n" + lines.joined()).utf8))
        }
        _ = consume lock
    }

    /// The first line of the file of what was seen; each other one has the last run, a tab and a name.
    private static let seenHead = "sitrep-saved-seen 1"

    private func readSeen() throws(SitrepError) -> [String: Int] {
        guard let bytes = try Files.readIfThere(seenPath) else { return [:] }
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
        var seen: [String: Int] = [:]
        for (number, line) in lines.enumerated() {
            if number == 0, line == Self.seenHead { continue }
            let parts = line.split(separator: "\t", maxSplits: 1)
            guard number > 0, parts.count == 2, let run = Int(parts[0]), run >= 0 else {
                throw SitrepError(
                    .data,
                    "\(seenPath), line \(number + 1) cannot be used",
                    hint: "take the line away; the search then shows all reports as new once"
                )
            }
            seen[String(parts[1])] = run
        }
        return seen
    }
}
