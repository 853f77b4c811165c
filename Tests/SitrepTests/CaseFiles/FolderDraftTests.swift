import Testing

@testable import Sitrep

@Suite("A folder is there whole or not at all")
struct FolderDraftTests {
    private let folder: ScratchFolder

    init() throws {
        folder = try ScratchFolder()
        try folder.write("beside.txt", "x")
    }

    private func names() throws -> [String] { try Files.names(in: folder("")) }

    @Test("It gets its name when it is finished, with what was written and its checksums")
    func finished() throws {
        let draft = try FolderDraft(path: folder("case"))
        try draft.makeFolder("in")
        try draft.write("in/a.txt", Array("abc".utf8))
        #expect(try names().count == 2 && !Files.isThere(folder("case")))
        try draft.finish()
        #expect(try names() == ["beside.txt", "case"])
        #expect(try Files.read(folder("case/in/a.txt")) == Array("abc".utf8))
        #expect(draft.digests == ["in/a.txt": SHA256Digest.hex("abc".utf8)])
    }

    @Test("What came to its path meanwhile is left as it is, be it an empty folder or a link")
    func overtaken() throws {
        for make in [
            { try Files.makeFolder(folder("case")) }, { try folder.write("case", "theirs") },
        ] as [() throws -> Void] {
            var draft: FolderDraft? = try FolderDraft(path: folder("case"))
            try draft?.write("a.txt", [1])
            try make()
            let error = try #require(throws: SitrepError.self) { try draft?.finish() }
            #expect(error.code == .usage && error.message.contains("is there already"))
            draft = nil
            #expect(try names() == ["beside.txt", "case"])
            if Files.isFolder(folder("case")) {
                #expect(try Files.names(in: folder("case")).isEmpty)
                try Files.removeFolder(folder("case"))
            } else {
                #expect(try Files.read(folder("case")) == Array("theirs".utf8))
                Files.remove(folder("case"))
            }
        }
    }

    @Test("Two at once of one process write aside of each other, and what is not finished goes")
    func atOnce() throws {
        var drafts = [try FolderDraft(path: folder("case")), try FolderDraft(path: folder("case"))]
        try drafts[0].write("a", [0])
        try drafts[1].write("a", [1])
        try drafts[1].finish()
        #expect(throws: SitrepError.self) { try drafts[0].finish() }
        drafts = []
        #expect(try Files.read(folder("case/a")) == [1])
        #expect(try names() == ["beside.txt", "case"])
    }
}
