import Testing

@testable import Sitrep

@Suite("Parts of paths")
struct FileNameTests {
    @Test(
        "A path lies in a folder, and that folder and its name make it again",
        arguments: [
            ("/a/b.txt", "/a", "b.txt"), ("/a", "/", "a"), ("a/б.txt", "a", "б.txt"), ("a/\u{301}", "a", "\u{301}"),
            ("a/", "a", ""),
        ]
    )
    func folders(path: String, folder: String, name: String) {
        #expect(FileName.folder(of: path) == folder)
        #expect(Array(FileName.last(path).utf8) == Array(name.utf8))
        #expect(Array(FileName.path(of: name, in: folder).utf8) == Array(path.utf8))
    }

    @Test("A bare name lies in none") func bareName() {
        #expect(FileName.folder(of: "a.txt") == nil)
        #expect(FileName.last("a.txt") == "a.txt")
    }
}
