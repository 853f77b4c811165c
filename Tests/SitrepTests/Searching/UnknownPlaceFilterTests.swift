import Testing

@testable import Sitrep

@Suite("A village that no vocabulary has is found, filtered by and counted")
struct UnknownPlaceFilterTests {
    private func index() throws -> SmallIndex {
        try SmallIndex([
            "a.txt": "Shells fell on Quonvik village in Ukraine on Monday. Nobody stayed in Quonvik.",
            "b.txt": "Fighters left the villages of Quonvik and Zelvoth before dawn on Monday.",
            "c.txt": "A quiet day on the border. Quonvik cheese sells well.",
        ])
    }

    @Test func filtersAndFacets() throws {
        let small = try index()
        #expect(try small.ids("", { $0.filters.values[.region] = ["Quonvik"] }) == ["a.txt", "b.txt"])
        #expect(try small.ids("region:zelvoth") == ["b.txt"])
        let found = try small.search("region:quonvik") { $0.facetValues = nil }
        let counts = (found.facets.values[.region] ?? []).filter { $0.path == ["Quonvik"] }.map(\.count)
        #expect(counts == [2])
    }

    @Test func aTypoIsAnError() throws {
        let small = try index()
        #expect(throws: SitrepError.self) { try small.ids("region:quonvick") }
    }
}
