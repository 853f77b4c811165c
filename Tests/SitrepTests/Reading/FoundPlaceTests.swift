import Foundation
import Testing

@testable import Sitrep

@Suite("What is put in the place of a file while a source is walked")
struct FoundPlaceTests {
    private let folder: ReadingFolder
    private let outside: ReadingFolder

    init() throws {
        folder = try ReadingFolder()
        outside = try ReadingFolder()
        for name in ["a.txt", "sub/b.txt", "sub/c.txt"] { try folder.write(name, "A convoy passed Lutsk.") }
        for name in ["a.txt", "b.txt", "c.txt"] { try outside.write(name, "A secret of somebody else.") }
    }

    /// Removes what is at a path and puts a link in its place.
    private func link(_ name: String, to target: String) throws {
        try FileManager.default.removeItem(atPath: folder.path + "/" + name)
        try #require(symlink(target, folder.path + "/" + name) == 0)
    }

    /// What is read of each file that a walk finds, or why it is not.
    private func read(
        entering: (String) throws -> Void = { _ in },
        before: (WalkedFile) throws -> Void = { _ in }
    ) throws -> [String] {
        let reader = ReportReader(today: FuzzInput.today)
        var found: [String] = []
        var files: [WalkedFile] = []
        try SourceWalker().walk(
            folder.path,
            entering: { path in
                #expect(throws: Never.self) { try entering(path) }
                return true
            },
            visit: { item in
                switch item {
                case .file(let file): files.append(file)
                case .failure(let failure, _): found.append(failure.reason)
                case .skipped: break
                }
            }
        )
        for file in files {
            try before(file)
            do {
                _ = try reader.read(file) { found.append(try $0.get().article.text) }
            } catch let failure as ReadFailure {
                found.append(failure.reason)
            }
        }
        return found
    }

    private let ours = "A convoy passed Lutsk."
    private let refused = "leads out of its source now, which it did not when it was found"

    @Test("A link out of the source in the place of a file, or of a folder above it, is not read")
    func links() throws {
        #expect(try read() == [ours, ours, ours])
        let found = try read(before: { file in
            if file.relativePath == "a.txt" { try link("a.txt", to: outside.path + "/a.txt") }
            if file.relativePath == "sub/b.txt" { try link("sub", to: outside.path) }
        })
        #expect(found == [refused, refused, refused])
    }

    @Test("A link out of the source in the place of a folder is not listed")
    func folderLink() throws {
        let found = try read(entering: { path in
            if path.hasSuffix("/sub") { try link("sub", to: outside.path) }
        })
        #expect(found == [refused, ours])
    }

    @Test("A file that was saved anew, and a link within the source, are read")
    func replaced() throws {
        try folder.write("new.txt", "Two convoys passed Lutsk.")
        var isReplaced = false
        let found = try read(before: { file in
            guard file.relativePath == "a.txt", !isReplaced else { return }
            isReplaced = true
            try #require(rename(folder.path + "/new.txt", folder.path + "/a.txt") == 0)
            try link("sub/c.txt", to: "b.txt")
        })
        #expect(found.first == "Two convoys passed Lutsk.")
        #expect(found.suffix(2) == [ours, ours])
    }
}
