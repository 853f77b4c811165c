import Testing

@testable import Sitrep

@Suite("Names that are near")
struct EditDistanceTests {
    private func distance(_ a: String, _ b: String, most: Int = 100) -> Int? {
        EditDistance.levenshtein(Array(a.unicodeScalars), Array(b.unicodeScalars), most: most)
    }

    @Test func known() {
        #expect(distance("", "") == 0)
        #expect(distance("abc", "") == 3)
        #expect(distance("kitten", "sitting") == 3)
        #expect(distance("київ", "киев") == 1)
        #expect(distance("ab", "ba") == 2)
        #expect(distance("kitten", "sitting", most: 2) == nil)
        #expect(distance("kitten", "sitting", most: 3) == 3)
        #expect(distance("a", "abcdef", most: 4) == nil)
    }

    @Test("Agrees with the recursive definition on random words")
    func random() {
        func plain(_ a: ArraySlice<Character>, _ b: ArraySlice<Character>) -> Int {
            guard let x = a.first else { return b.count }
            guard let y = b.first else { return a.count }
            if x == y { return plain(a.dropFirst(), b.dropFirst()) }
            return 1 + min(plain(a.dropFirst(), b), plain(a, b.dropFirst()), plain(a.dropFirst(), b.dropFirst()))
        }
        var generator = SeededGenerator(seed: 41)
        for _ in 0..<400 {
            let words = (0..<2).map { _ in
                (0..<generator.number(0...6)).map { _ in generator.pick(["a", "b", "ї"]) }.joined()
            }
            let expected = plain(Array(words[0])[...], Array(words[1])[...])
            #expect(distance(words[0], words[1]) == expected)
            let most = generator.number(0...6)
            #expect(distance(words[0], words[1], most: most) == (expected <= most ? expected : nil))
        }
    }

    @Test func nearest() {
        let names = ["reuters", "router", "reuter", "associated press", "x"]
        #expect(EditDistance.nearest(to: "reutres", among: names, limit: 3) == ["reuter", "reuters"])
        #expect(EditDistance.nearest(to: "reuters", among: names, limit: 2) == ["reuters", "reuter"])
        #expect(EditDistance.nearest(to: "zzzzzzzz", among: names, limit: 3) == [])
        #expect(EditDistance.nearest(to: "y", among: names, limit: 3) == ["x"])
        #expect(EditDistance.nearest(to: "", among: names, limit: 3) == ["x"])
    }

    @Test(
        "A swap of neighbours is one change where it comes of typing",
        arguments: [("regoin", "region", 1), ("wepon", "weapon", 1), ("abc", "cab", 2), ("", "ab", 2), ("їж", "жї", 1)]
    )
    func typing(a: String, b: String, edits: Int) {
        let (a, b) = (Array(a.unicodeScalars), Array(b.unicodeScalars))
        #expect(EditDistance.typing(a, b, most: 5) == edits)
        #expect(EditDistance.typing(b, a, most: edits) == edits)
        #expect(EditDistance.typing(a, b, most: edits - 1) == nil)
    }

    @Test("An unknown outlet is answered with those that the index has")
    func unknownSource() throws {
        let small = try SmallIndex(["a.json": #"{"title":"T","text":"A text about zumora.","source":"Reuters"}"#])
        let error = #expect(throws: SitrepError.self) { try small.search("") { $0.filters.sources = ["Reutres"] } }
        #expect(error?.code == .usage && error?.hint?.contains("reuters") == true)
        let region = #expect(throws: SitrepError.self) { try small.search("region:Ukrainne") }
        #expect(region?.hint?.contains("Ukraine") == true && region?.message.contains("column 1") == true)
    }
}

@Suite("Globs narrow a search to files")
struct PathFilterTests {
    private static func text(_ word: String) -> String { "A report about \(word) and zumora." }

    @Test func globs() throws {
        let small = try SmallIndex([
            "a/one.txt": Self.text("aa"), "a/two.md": Self.text("bb"), "b/deep/three.txt": Self.text("cc"),
            "four.txt": Self.text("dd"), "тека/п’ять.txt": Self.text("ee"),
        ])
        func ids(_ globs: String...) throws -> [String] { try small.ids("zumora") { $0.filters.paths = globs } }
        #expect(try ids("*.md") == ["a/two.md"])
        #expect(try ids("a/*") == ["a/one.txt", "a/two.md"])
        #expect(try ids("b/**") == ["b/deep/three.txt"])
        // A folder that matches stands for what lies in it.
        #expect(try ids("b/*") == ["b/deep/three.txt"])
        #expect(try ids("**/three.txt", "four.txt") == ["b/deep/three.txt", "four.txt"])
        #expect(try ids("тека/*") == ["тека/п’ять.txt"])
        #expect(try ids(small.folder("reports/a/*")) == ["a/one.txt", "a/two.md"])
        #expect(try ids(small.folder("reports/**")).count == 5)
        #expect(try ids("*.pdf") == [])
        #expect(try ids("b/") == ["b/deep/three.txt"])
        #expect(throws: SitrepError.self) { try ids("", "*.md") }
        #expect(try small.ids("cc") { $0.filters.paths = ["*.md"] } == [])
    }

    @Test func aSourceThatIsAFile() throws {
        let folder = try ScratchFolder()
        try folder.write("reports/only.txt", Self.text("aa"))
        _ = try Indexer(index: folder("index")).index([folder("reports/only.txt")])
        let index = try SearchIndex(path: folder("index"))
        for (glob, count) in [
            ("only.txt", 1), ("reports/only.txt", 1), ("reports", 1), ("*.md", 0), (folder("reports/*"), 1),
        ] {
            var request = SearchRequest()
            request.filters.paths = [glob]
            #expect(try index.search(request).total == count, "\(glob)")
        }
    }
}
