import Testing

@testable import Sitrep

@Suite("Where no report has all words, those with most are shown")
struct RelaxationTests {
    private static let files = [
        "one.txt": "Zumora kebruka.\n\nA first paragraph of zumora.",
        "two.txt": "Zumora and vimompa together in a report.",
        "three.txt": "Zumora and vimompa and dufendu stand together here.",
        "other.txt": "Nothing of the kind, only pozo.",
        "four.txt": "Dufendu, vimompa, zumora: another one with three.",
    ]

    @Test func theMostClausesWin() throws {
        let small = try SmallIndex(Self.files)
        let results = try small.search("zumora vimompa dufendu nowhereword")
        #expect(results.relaxed)
        #expect(Set(results.hits.map(\.id)) == ["three.txt", "four.txt"])
        #expect(results.total == 2)
        #expect(try small.search("zumora nowhereword").total == 4)
        #expect(try small.ids("kebruka pozo") == ["one.txt", "other.txt"])
    }

    @Test func notWhereAllAreThereOrItMayNotBe() throws {
        let small = try SmallIndex(Self.files)
        #expect(try !small.search("zumora vimompa").relaxed)
        let strict = try small.search("zumora vimompa dufendu nowhereword") { $0.mayRelax = false }
        #expect(!strict.relaxed && strict.total == 0 && strict.hits.isEmpty)
        #expect(try !small.search("nowhereword").relaxed)
        let none = try small.search("nowhereword neverword")
        #expect(!none.relaxed && none.total == 0)
    }

    @Test("Filters and exclusions hold in a relaxed search")
    func filtersHold() throws {
        let small = try SmallIndex(Self.files)
        #expect(try small.ids("zumora vimompa dufendu nowhereword -another") == ["three.txt"])
        let narrowed = try small.search("zumora vimompa dufendu nowhereword") { $0.filters.paths = ["two.txt"] }
        #expect(narrowed.relaxed && narrowed.hits.map(\.id) == ["two.txt"])
    }

    @Test("A phrase is one clause")
    func phrases() throws {
        let small = try SmallIndex(Self.files)
        #expect(try small.ids("\"vimompa zumora\" \"zumora and vimompa\"") == ["four.txt", "three.txt", "two.txt"])
    }
}
