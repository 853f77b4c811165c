/// The file in which the marks of an index are kept: in its folder, outside of every generation, for people to read.
struct MarksFile: Sendable {
    let folder: IndexFolder

    static let fileName = "marks.yaml"

    /// The absolute path of the file, which need not exist.
    var path: String { folder.path + "/" + Self.fileName }

    private var file: EditedFile { EditedFile(path: path, content: "marks", mostBytes: 64 << 20) }

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
        guard let bytes = try file.bytes() else { return Content() }
        return Content(entries: try text(bytes, in: file).entries, digest: Self.digest(of: bytes))
    }

    /// The digest of the file as it is; empty where there is none.
    func digest() throws(SitrepError) -> String { try file.bytes().map(Self.digest) ?? "" }

    private static func digest(of bytes: [UInt8]) -> String { SHA256Digest.hex(bytes) }

    /// Changes the file in one step, with nobody else changing it meanwhile.
    ///
    /// - Throws: what ``read()`` does, and what `body` throws; then the file stays as it is.
    func change(_ body: (inout MarksText) throws -> Void) throws {
        let lock = try MarksLock(folder: folder.path)
        var file = self.file
        file.isChanging = true
        let before = try file.bytes()
        var text = try text(before ?? [], in: file)
        do {
            try body(&text)
        } catch let error as VocabularyError {
            throw file.unusable(error)
        }
        CrashPoint.reach(.beforeMarks)
        try file.replace(before, with: text.bytes)
        CrashPoint.reach(.afterMarks)
        _ = consume lock
    }

    private func text(_ bytes: [UInt8], in file: EditedFile) throws(SitrepError) -> MarksText {
        try file.understood { () throws(VocabularyError) in try MarksText(bytes, path: path) }
    }
}
