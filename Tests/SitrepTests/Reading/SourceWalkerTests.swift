import Testing

@testable import Sitrep

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

@Suite("Walking through sources")
struct SourceWalkerTests {
    private func walk(_ path: String, excluding globs: [String] = []) throws -> [WalkedItem] {
        var items: [WalkedItem] = []
        try SourceWalker(excluding: globs).walk(path) { items.append($0) }
        return items
    }

    private func files(_ items: [WalkedItem]) -> [String] {
        items.compactMap { if case .file(let file) = $0 { file.relativePath } else { nil } }
    }

    @Test("Files come in the order of their names' bytes; others are skipped with their ending")
    func order() throws {
        let folder = try ReadingFolder()
        for name in ["b.txt", "a/z.md", "a/B.txt", "c.PDF", "plain", ".hidden.txt", ".git/a.txt", "Z.json.gz"] {
            try folder.write(name, "x")
        }
        let items = try walk(folder.path)
        #expect(files(items) == ["Z.json.gz", "a/B.txt", "a/z.md", "b.txt"])
        let skipped = items.compactMap { if case .skipped(_, let ending) = $0 { ending } else { nil } }
        #expect(skipped == [".pdf", ""])
        guard case .file(let file)? = items.first else { return #expect(Bool(false)) }
        #expect(file.path == folder.path + "/Z.json.gz")
        #expect(file.status.size == 1)
        #expect(!file.isNamedItself)
        #expect(try walk(folder.path + "//a/./") == walk(folder.path + "/a"))
    }

    @Test("A file named itself")
    func named() throws {
        let folder = try ReadingFolder()
        let items = try walk(try folder.write("a.txt", "x"))
        guard items.count == 1, case .file(let file) = items[0] else { return #expect(Bool(false)) }
        #expect(file.relativePath == "a.txt")
        #expect(file.isNamedItself)
        guard case .failure(let failure, false)? = try walk(try folder.write("a.pdf", "x")).first else {
            return #expect(Bool(false))
        }
        #expect(failure.reason.contains(".pdf"))
        guard case .failure(_, true)? = try walk(folder.path + "/none").first else { return #expect(Bool(false)) }
    }

    @Test("Ignore files and patterns leave files out")
    func ignored() throws {
        let folder = try ReadingFolder()
        for name in [
            "a.txt", "draft-1.txt", "sub/draft-2.txt", "sub/keep.txt", "old/b.txt", "sub/old/c.txt", "x/y/z/d.txt",
        ] {
            try folder.write(name, "x")
        }
        try folder.write("old.txt", "x")
        #expect(
            files(try walk(folder.path, excluding: ["draft-*", "old/"])) == [
                "a.txt", "old.txt", "sub/keep.txt", "x/y/z/d.txt",
            ]
        )
        #expect(!files(try walk(folder.path, excluding: ["/sub"])).contains { $0.hasPrefix("sub/") })
        try folder.write(".sitrepignore", "# drafts\n\ndraft-?.txt\r\nx/**/d.txt\n")
        try folder.write("sub/.sitrepignore", "/keep.txt\n")
        #expect(files(try walk(folder.path)) == ["a.txt", "old/b.txt", "old.txt", "sub/old/c.txt"])
    }

    @Test("Patterns")
    func globs() throws {
        func matches(_ pattern: String, _ path: String, isFolder: Bool = false) -> Bool {
            GlobPattern(pattern)?.matches(path, isFolder: isFolder) == true
        }
        #expect(matches("*.txt", "a/b.txt"))
        #expect(!matches("a/*.txt", "a/b/c.txt"))
        #expect(matches("a/**/c.txt", "a/c.txt"))
        #expect(matches("a/**", "a/b/c"))
        #expect(matches("**/c.txt", "x/y/c.txt"))
        #expect(matches("[a-c]?.txt", "bé.txt"))
        #expect(!matches("[!a-c].txt", "b.txt"))
        #expect(matches("\\*.txt", "*.txt") && !matches("\\*.txt", "a.txt"))
        #expect(!matches("tmp/", "tmp") && matches("tmp/", "tmp", isFolder: true))
        #expect(GlobPattern("") == nil && GlobPattern("/") == nil)
        #expect(matches("[]a]", "]") && matches("[^]a]", "b") && !matches("[!]a]", "]") && matches("[a-]", "-"))
        #expect(matches("[ab", "[ab") && matches("a[", "a[") && matches("[a][b", "a[b") && !matches("[z-a]", "b"))
        // A set that is not closed is what is written.
        #expect(matches("a[b-", "a[b-") && !matches("a[b", "ab") && matches("[[*", "[[x") && !matches("[[*", "[x"))
        #expect(matches("[]a]x", "]x") && matches("[!]]", "a") && !matches("[!]]", "]") && matches("[]", "[]"))
        #expect(matches("**", "a/b") && matches("a**c", "abc") && matches("x\\", "x\\"))
        #expect(matches("a***b*", "axxb") && matches("*", "x/y") && !matches("a/**/b", "a/b/c"))
        #expect(!matches(String(repeating: "*a", count: 40), String(repeating: "a", count: 200) + "b"))
    }

    @Test("Links: loops end, nothing comes twice, nothing from outside, a broken one is a failure")
    func links() throws {
        let folder = try ReadingFolder()
        let outside = try ReadingFolder()
        try outside.write("secret.txt", "x")
        try folder.write("b/real.txt", "x")
        try folder.write(".store/hidden.txt", "x")
        for (target, link) in [
            ("..", "b/loop"), ("b/real.txt", "a.txt"), (outside.path, "out"), (".store", "shown"),
            ("nowhere.txt", "c.txt"),
            ("self", "self"),
        ] {
            try #require(symlink(target, folder.path + "/" + link) == 0)
        }
        let items = try walk(folder.path)
        #expect(files(items) == ["b/real.txt", "shown/hidden.txt"])
        let failures = items.compactMap {
            if case .failure(let failure, _) = $0 { FileName.last(failure.path) } else { nil }
        }
        #expect(failures == ["c.txt", "self"])
    }

    @Test("A pipe in a folder is skipped")
    func pipe() throws {
        let folder = try ReadingFolder()
        try #require(mkfifo(folder.path + "/pipe.txt", 0o600) == 0)
        try folder.write("a.txt", "x")
        let items = try walk(folder.path)
        #expect(files(items) == ["a.txt"])
        #expect(items.contains(.skipped(path: folder.path + "/pipe.txt", ending: ".txt")))
    }

    @Test("A folder that cannot be read", .enabled(if: getuid() != 0, "root may read everything"))
    func unreadable() throws {
        let folder = try ReadingFolder()
        try folder.write("a/b.txt", "x")
        chmod(folder.path + "/a", 0)
        defer { chmod(folder.path + "/a", 0o700) }
        guard case .failure(_, true)? = try walk(folder.path).first else { return #expect(Bool(false)) }
    }

    @Test("Names of any bytes can be listed and read")
    func names() throws {
        let folder = try ReadingFolder()
        let raw: [UInt8] = Array("bad".utf8) + [0xFF, 0x0A] + Array("é.txt".utf8)
        let name = PathBytes.string(from: raw)
        #expect(PathBytes.bytes(of: name) == raw)
        let descriptor =
            PathBytes.withSystemPath(folder.path + "/" + name) { open($0, O_CREAT | O_WRONLY, 0o600) } ?? -1
        // Some file systems take UTF-8 only.
        guard descriptor >= 0 else { return }
        #expect(write(descriptor, "Text", 4) == 4)
        close(descriptor)
        guard case .file(let file)? = try walk(folder.path).first else { return #expect(Bool(false)) }
        #expect(file.relativePath == name)
        #expect(readFile(file.path).only?.text == "Text")
        let escape = "a\u{10FE80}b"
        #expect(PathBytes.string(from: PathBytes.bytes(of: PathBytes.string(from: Array(escape.utf8)))).utf8.count > 0)
        #expect(PathBytes.bytes(of: PathBytes.string(from: Array(escape.utf8))) == Array(escape.utf8))
    }
}
