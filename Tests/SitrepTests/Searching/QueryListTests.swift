import Testing

@testable import Sitrep

@Suite("Files of queries")
struct QueryListTests {
    private func list(_ text: String) -> QueryList { QueryList(bytes: Array(text.utf8), path: "q") }

    @Test func bothForms() {
        let list = list(
            "1\tdrones kyiv\r\n\n{\"id\": 2, \"text\": \"ракета \\\"X\\\"\"}\nабв\tمسيّرة\ttab\n{\"id\":\"e\",\"text\":\"\"}"
        )
        #expect(list.failures.isEmpty)
        #expect(list.queries.map(\.id) == ["1", "2", "абв", "e"])
        #expect(list.queries.map(\.text) == ["drones kyiv", "ракета \"X\"", "مسيّرة\ttab", ""])
        #expect(list.queries.map(\.line) == [1, 3, 4, 5])
    }

    @Test(
        "A bad line is told with its number and costs the others nothing",
        arguments: [
            "no tab here", "\twithout id", "{\"id\": 1}", "{\"text\": \"x\"}", "{broken", "{\"id\":\"1\",\"text\":5}",
            "1\tagain",
            "{\"id\":\"x\",\"text\":\"y\"} z", "a\u{0}\tb",
        ]
    )
    func badLines(line: String) {
        let list = list("1\tfirst\n\(line)\n2\tsecond\n")
        #expect(list.queries.map(\.text) == ["first", "second"])
        #expect(list.failures.map(\.line) == [2])
    }

    @Test func emptyAndHuge() {
        #expect(list("").queries.isEmpty && list("\n\n").failures.isEmpty)
        let long = list("1\t" + String(repeating: "x ", count: 600_000) + "\n2\tb")
        #expect(long.queries.map(\.id) == ["2"] && long.failures.map(\.line) == [1])
        let nested = list(String(repeating: "{\"a\":", count: 2_000) + "1" + String(repeating: "}", count: 2_000))
        #expect(nested.failures.count == 1)
    }

    @Test func files() throws {
        let folder = try ScratchFolder()
        #expect(throws: SitrepError.self) { try QueryList(path: folder("missing")) }
        try folder.write("q.tsv", "\u{FEFF}1\tone")
        #expect(try QueryList(path: folder("q.tsv")).queries.map(\.id) == ["1"])
    }
}
