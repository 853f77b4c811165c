import Testing

@testable import Sitrep

@Suite("Where nothing is found, what is proposed finds what it says")
struct SearchHintsTests {
    private static func index() throws -> SmallIndex {
        try SmallIndex([
            "gold/a.txt": "A convoy passed Odesa in the morning, and people watched it.",
            "gold/b.txt": "UAVs were seen over Kyiv at night.",
            "other/c.txt": "UAVs were seen over Kharkiv at night.",
            "other/d.txt": "A UAV fell on a field close to Kharkiv.",
        ])
    }

    private func hints(_ query: String, _ change: (inout SearchRequest) -> Void = { _ in }) throws -> [String] {
        let results = try Self.index().search(query) {
            $0.mayRelax = false
            change(&$0)
        }
        #expect(results.total == 0)
        return results.hints
    }

    @Test("Counts are those with all other filters kept")
    func counts() throws {
        #expect(try hints("drone nowhere") == ["“drone” is a weapon here: --weapon Drone finds 3 reports."])
        #expect(
            try hints("drone nowhere") { $0.filters.paths = ["other"] }
                == ["“drone” is a weapon here: --weapon Drone finds 2 reports."]
        )
        #expect(try hints("drone nowhere path:gold") == ["“drone” is a weapon here: --weapon Drone finds 1 report."])
        #expect(try hints("drone nowhere") { $0.filters.excludedPaths = ["other"] }.count == 1)
    }

    @Test("What finds nothing, and what is asked for already, is not proposed")
    func nothing() throws {
        #expect(try hints("drone") { $0.filters.paths = ["a.txt"] } == [])
        #expect(try hints("drone nowhere") { $0.filters.values[.weapon] = ["Drone"] } == [])
        #expect(try hints("drone nowhere weapon:drone") == [])
        #expect(try hints("drone nowhere") { $0.filters.from = "2024" } == [])
    }
}
