import Testing

@testable import Sitrep

@Suite("Reports like one are those that share its rare words and its names")
struct SimilarReportsTests {
    private static let raid =
        "Drones struck a power station near Odesa on Tuesday night. Crews of the grid operator put out the fire at the "
        + "transformer by morning, and 40 homes were left without light. The substation was hit in October as well."

    private static func index() throws -> SmallIndex {
        var files = [
            "raid.txt": raid, "copy.txt": raid.replacing("by morning", with: "before noon"),
            // Other words, the same matter.
            "repair.txt":
                "Engineers repaired the substation at Odesa. A transformer was brought by rail to the grid operator.",
            // Another language, the same names.
            "ukrainian.txt": "Безпілотники атакували Одесу. Горів склад біля порту, є поранені.",
            "grid.txt": "The grid operator of Moldova bought a transformer for a substation at Chisinau.",
            "match.txt": "The team from Gdansk won the match in the last minute; the crowd sang until midnight.",
            "odd.txt": "Zyxxo qwvvu.",
        ]
        for number in 0..<12 {
            files["other\(number).txt"] = "Bread number \(number) was baked in the village, and bakers sold it at noon."
        }
        return try SmallIndex(files)
    }

    private static func like(
        _ name: String,
        _ change: (inout SearchRequest) -> Void = { _ in }
    ) throws -> SearchResults {
        try index().search("") {
            $0.similarTo = name
            change(&$0)
        }
    }

    @Test("The nearest first, without those of the report's own story")
    func order() throws {
        let results = try Self.like("raid.txt")
        let ids = results.hits.map(\.id)
        #expect(!ids.contains("raid.txt") && !ids.contains("copy.txt"))
        #expect(ids.first == "repair.txt")
        #expect(ids.contains("ukrainian.txt") && ids.contains("grid.txt") && !ids.contains("odd.txt"))
        #expect(results.total == ids.count)
        let scores = results.hits.map(\.score)
        #expect(scores == scores.sorted(by: >) && scores.allSatisfy { $0 > 0 })
        #expect(results.interpreted.contains("transformer"))
    }

    @Test("Each tells what it shares, and shows where")
    func shared() throws {
        let results = try Self.like("raid.txt")
        let repair = try #require(results.hits.first { $0.id == "repair.txt" })
        let shared = try #require(repair.shared)
        // Words that only its own story has, such as drones, are not looked for.
        #expect(!results.interpreted.contains("drones"))
        #expect(shared.names.contains { $0.last == "Odesa" })
        #expect(shared.words.contains("transformer") && shared.words.contains("substation"))
        #expect(!shared.words.contains("odesa") && !shared.words.contains("the"))
        let bytes = Array(repair.snippet.text.utf8)
        let marked = repair.snippet.matches.map { String(decoding: bytes[$0], as: UTF8.self) }
        #expect(marked.contains("transformer"))
        let ukrainian = try #require(results.hits.first { $0.id == "ukrainian.txt" }?.shared)
        #expect(ukrainian.names.contains { $0.last == "Odesa" })
        #expect(try Self.index().search("transformer").hits.allSatisfy { $0.shared == nil })
    }

    @Test("Filters, pages and the order of any search")
    func narrowed() throws {
        let all = try Self.like("raid.txt")
        let page = try Self.like("raid.txt") {
            $0.limit = 2
            $0.offset = 1
        }
        #expect(page.hits.map(\.id) == Array(all.hits.map(\.id)[1..<3]) && page.total == all.total)
        #expect(page.hits.map(\.shared) == Array(all.hits.map(\.shared)[1..<3]))
        let odesa = try Self.like("raid.txt") { $0.filters.values[.region] = ["Odesa"] }
        #expect(Set(odesa.hits.map(\.id)) == ["repair.txt", "ukrainian.txt"])
        let grouped = try Self.like("grid.txt") { $0.groupsStories = true }
        #expect(grouped.hits.count { ["raid.txt", "copy.txt"].contains($0.id) } == 1)
        #expect(try Self.like("raid.txt") { $0.limit = 0 }.total == all.total)
    }

    @Test("A report that shares nothing has none, and one that is not there is an error")
    func none() throws {
        #expect(try Self.like("odd.txt").total == 0)
        #expect(throws: SitrepError.self) { try Self.like("nothing.txt") }
    }
}
