import Testing

@testable import Sitrep

@Suite("What a query was understood as can be typed in again")
struct InterpretedTests {
    private static let files = [
        "a.json":
            #"{"title": "Convoy", "text": "A convoy reached Lviv with a Kalibr missile.", "date": "2024-05-04", "source": "A \"B\" \\ C"}"#,
        "b.json":
            #"{"title": "Kursk", "text": "Russia: drones over Kursk and Kursk Oblast.", "date": "2024-06", "source": "D"}"#,
        "c.json": #"{"title": "Talks", "text": "Ukraine and Russia talk about drones over Kyiv."}"#,
    ]

    @Test(arguments: [
        "convoy", "convoy -kursk", "\"convoy reached\"", "\"say \\\"x\\\" \\\\ y\"", "=drone title:=convoy",
        "dron* tal~",
        "convoy NEAR/3 lviv", "drones NEAR (kyiv OR \"kursk oblast\")", "a OR b c OR (d e)", "(a OR b) (c OR d)",
        "-(a OR region:kursk)", "region:kursk", "-region:kursk drones", "region:kursk OR weapon:missile",
        "main-region:kursk", "source:\"a \\\"b\\\" \\\\ c\"", "language:any", "region:none OR weapon:any",
        "date:2024-05",
        "date:..2024-05", "date:2024 OR date:none", "happened:>=2020", "added:today..", "path:\"*.json\"",
        "title:\"kursk\"",
        "http://x.org a:b 12:30 ~x", "drones drones region:kyiv region:kyiv",
    ])
    func query(query: String) throws {
        let small = try SmallIndex(Self.files)
        let first = try small.search(query) { $0.mayRelax = false }
        let second = try small.search(first.interpreted) { $0.mayRelax = false }
        #expect(second.interpreted == withoutCounts(first.interpreted))
        #expect(second.hits.map(\.id) == first.hits.map(\.id), "\(first.interpreted)")
        #expect(second.total == first.total && second.undated == first.undated)
    }

    /// Paths choose one value of several, so that there is nothing to count any more.
    private func withoutCounts(_ reading: String) -> String { reading.replacing(#/ \(\d+\)/#, with: "") }

    @Test("Options read as the fields of a query")
    func options() throws {
        let small = try SmallIndex(Self.files)
        let changes: [(inout SearchRequest) -> Void] = [
            { $0.filters.values[.region] = ["Kursk", "Lviv"] },
            {
                $0.filters.values[.region] = ["Kursk"]
                $0.filters.mainOnly = true
            },
            { $0.filters.excludedValues[.region] = ["Kursk", "Lviv"] },
            { $0.filters.sources = ["D", "A \"B\" \\ C"] },
            { $0.filters.excludedSources = ["D", "A \"B\" \\ C"] },
            {
                $0.filters.paths = ["a.*", "reports/"]
                $0.filters.excludedPaths = ["b.json"]
            },
            {
                $0.filters.from = "2024-05"
                $0.filters.to = "2024-05"
            },
            {
                $0.filters.from = "2024"
                $0.filters.undated = .include
            },
            {
                $0.filters.from = "2024"
                $0.filters.undated = .only
            },
            { $0.filters.undated = .only },
            { $0.filters.undated = .exclude },
            {
                $0.filters.addedFrom = "yesterday"
                $0.filters.happenedTo = "2030"
            },
        ]
        for change in changes {
            let first = try small.search("", change)
            let second = try small.search(first.interpreted)
            #expect(second.hits.map(\.id) == first.hits.map(\.id), "\(first.interpreted)")
            #expect(second.interpreted == withoutCounts(first.interpreted))
        }
    }

    @Test("A word that is there twice asks for nothing more")
    func repetition() throws {
        let small = try SmallIndex(Self.files)
        #expect(try small.search("drones drones \"drones\" drones").interpreted == "drones \"drones\"")
    }
}
