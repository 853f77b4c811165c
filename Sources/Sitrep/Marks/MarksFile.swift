/// The file in which the marks of an index are kept: in its folder, outside of every generation, for people to read.
struct MarksFile: Sendable {
    let folder: IndexFolder

    static let fileName = "marks.yaml"

    /// The absolute path of the file, which need not exist.
    var path: String { folder.path + "/" + Self.fileName }

    /// Larger files are no marks.
    private static let mostBytes = 64 << 20

    /// What the file says at one moment.
    struct Content: Equatable {
        var entries: [MarkEntry] = []
        /// What tells this content from any other; empty without a file.
        var digest = ""
    }

    /// The content of the file; that of an empty one where there is none.
    ///
    /// - Throws: ``SitrepError``: `data` with the line where it cannot be understood, `io` where it cannot be read.
    func read() throws(SitrepError) -> Content {
        guard let bytes = try bytes() else { return Content() }
        return Content(entries: try text(bytes).entries, digest: Self.digest(of: bytes))
    }

    /// The digest of the file as it is; empty where there is none.
    func digest() throws(SitrepError) -> String { try bytes().map(Self.digest) ?? "" }

    private static func digest(of bytes: [UInt8]) -> String { SHA256Digest.hex(bytes) }

    /// Changes the file in one step, with nobody else changing it meanwhile.
    ///
    /// - Throws: what ``read()`` does, and what `body` throws; then the file stays as it is.
    func change(_ body: (inout MarksText) throws -> Void) throws {
        let lock = try MarksLock(folder: folder.path)
        let before = try bytes()
        var text = try text(before ?? [])
        do {
            try body(&text)
        } catch let error as VocabularyError {
            throw unusable(error)
        }
        let after = text.bytes
        guard after.count <= Self.mostBytes else { throw tooLarge(.usage, hint: "nothing was changed") }
        // A person may keep the file elsewhere, behind a symbolic link.
        if after != before ?? [] { try Files.replace(SystemPath.real(path) ?? path, with: after) }
        _ = consume lock
    }

    private func bytes() throws(SitrepError) -> [UInt8]? {
        guard let bytes = try Files.readIfThere(path) else { return nil }
        guard bytes.count <= Self.mostBytes else { throw tooLarge(.data, hint: "move it away") }
        return bytes
    }

    private func tooLarge(_ code: SitrepError.Code, hint: String) -> SitrepError {
        SitrepError(code, "\(path) is too large for a file of marks, of \(Self.mostBytes) bytes at most", hint: hint)
    }

    private func text(_ bytes: [UInt8]) throws(SitrepError) -> MarksText {
        do throws(VocabularyError) {
            return try MarksText(bytes, path: path)
        } catch {
            throw unusable(error)
        }
    }

    private func unusable(_ error: VocabularyError) -> SitrepError {
        let line = error.line.map { ", line \($0)" } ?? ""
        return SitrepError(
            .data,
            "the marks in \(path)\(line) cannot be used: \(error.message)",
            hint: error.hint + "; nothing was changed"
        )
    }
}
