import Testing

@testable import Sitrep

@Suite("An ignore file that cannot be read is a failure of its folder")
struct IgnoreFileTests {
    private func failures(_ folder: ReadingFolder) throws -> [WalkedItem] {
        var items: [WalkedItem] = []
        try SourceWalker().walk(folder.path) { items.append($0) }
        return items
    }

    @Test("A folder of that name, and a file beyond all measure")
    func unreadable() throws {
        for (name, text) in [(".sitrepignore/x", "x"), (".sitrepignore", String(repeating: "#\n", count: 1 << 20))] {
            let folder = try ReadingFolder()
            try folder.write("a.txt", "x")
            try folder.write("sub/b.txt", "x")
            try folder.write("sub/" + name, text)
            let items = try failures(folder)
            #expect(items.count == 2)
            guard case .failure(let failure, true)? = items.last else { return #expect(Bool(false)) }
            #expect(failure.path == folder.path + "/sub")
            #expect(failure.reason.contains(".sitrepignore"))
        }
    }
}
