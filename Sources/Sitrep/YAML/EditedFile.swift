/// A file beside an index that people edit, and that the program changes in one step.
struct EditedFile: Sendable {
    /// Absolute; the file need not exist.
    let path: String
    /// What it holds, for messages.
    let content: String
    /// Larger files are no such ones.
    let mostBytes: Int

    /// Whether it is being changed, so that an error says that it was not.
    var isChanging = false

    /// Its bytes; `nil` where there is none.
    ///
    /// - Throws: ``SitrepError``: `io` where it cannot be read, `data` where it is too large.
    func bytes() throws(SitrepError) -> [UInt8]? {
        guard let bytes = try Files.readIfThere(path) else { return nil }
        guard bytes.count <= mostBytes else { throw tooLarge(.data, hint: "move it away") }
        return bytes
    }

    /// What the file says.
    ///
    /// - Throws: ``SitrepError`` `data` with the line where `body` does not understand it.
    func understood<Text>(_ body: () throws(VocabularyError) -> Text) throws(SitrepError) -> Text {
        do throws(VocabularyError) {
            return try body()
        } catch {
            throw unusable(error)
        }
    }

    /// The error for a file that cannot be understood, or changed.
    func unusable(_ error: VocabularyError) -> SitrepError {
        let line = error.line.map { ", line \($0)" } ?? ""
        return SitrepError(
            .data,
            "the \(content) in \(path)\(line) cannot be used: \(error.message)",
            hint: error.hint + (isChanging ? "; nothing was changed" : "")
        )
    }

    /// Writes it in one step, where it says something new. To be called with the lock held that keeps others away.
    ///
    /// - Throws: ``SitrepError``: `usage` where it would be too large to be read, `io` where it cannot be written.
    func replace(_ before: [UInt8]?, with after: [UInt8]) throws(SitrepError) {
        guard after != before ?? [] else { return }
        guard after.count <= mostBytes else { throw tooLarge(.usage, hint: "nothing was changed") }
        // A person may keep the file elsewhere, behind a symbolic link.
        try Files.replace(SystemPath.real(path) ?? path, with: after)
    }

    private func tooLarge(_ code: SitrepError.Code, hint: String) -> SitrepError {
        SitrepError(code, "\(path) is too large for a file of \(content), of \(mostBytes) bytes at most", hint: hint)
    }
}
