import Testing

@testable import Sitrep

@Suite("A group of filters of one kind is a filter of that kind")
struct FilterGroupTests {
    private static let files = [
        "a.txt": "13 November 2024\n\nA convoy reached Lviv.",
        "b.txt": "13 November 2023\n\nA convoy reached Kharkiv.",
        "c.txt": "A convoy reached Odesa.",
    ]

    @Test("Counts of the facet leave the whole group out, and its mentions are marked")
    func facet() throws {
        let small = try SmallIndex(Self.files)
        let results = try small.search("region:lviv OR region:kharkiv") { $0.facetValues = nil }
        #expect(results.hits.map(\.id).sorted() == ["a.txt", "b.txt"])
        let names = results.facets.values[.region]?.map(\.value) ?? []
        #expect(names.contains("Odesa"))
        #expect(results.hits.allSatisfy { !$0.snippet.matches.isEmpty })
        #expect(
            try small.search("reached OR region:lviv") { $0.filters.paths = ["a.txt"] }.hits[0].snippet.matches.count
                == 2
        )
    }

    @Test("Undated reports are counted beside a group of dates, and taken in with it")
    func dates() throws {
        let small = try SmallIndex(Self.files)
        #expect(try small.search("date:2024 OR date:2023").undated == 1)
        #expect(try small.ids("date:2024 OR date:2022") { $0.filters.undated = .include } == ["a.txt", "c.txt"])
        #expect(try small.ids("date:2024 OR date:2022") { $0.filters.undated = .only } == ["c.txt"])
    }
}
