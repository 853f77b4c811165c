import Testing

@testable import Sitrep

@Suite("Reports with any value, and without one")
struct PresenceTests {
    private static let files = [
        "a.json": #"{"text": "On 3 May 2024 it reached Lviv.", "date": "2024-05-04", "source": "X"}"#,
        "b.json": #"{"title": "U", "text": "A Kalibr missile was seen.", "language": "en"}"#,
        "c.json": #"{"title": "V", "text": "Nothing of the kind.", "source": "any"}"#,
    ]

    @Test func counts() throws {
        let small = try SmallIndex(Self.files)
        let all: Set = ["a.json", "b.json", "c.json"]
        for (query, with) in [
            ("region", ["a.json"]), ("weapon", ["b.json"]), ("actor", []), ("source", ["a.json", "c.json"]),
            ("date", ["a.json"]), ("happened", ["a.json"]),
        ] {
            let found = try small.ids(query + ":any")
            #expect(found == with, "\(query)")
            #expect(try Set(small.ids(query + ":none")) == all.subtracting(with), "\(query)")
            #expect(try Set(small.ids("-\(query):any")) == all.subtracting(with), "\(query)")
            #expect(try small.search(query + ":none").total == 3 - with.count)
        }
        #expect(try Set(small.ids("language:any") + small.ids("language:none")) == all)
        #expect(try small.ids("source:\"any\"") == ["c.json"])
        #expect(try small.ids("region:none weapon:none") == ["c.json"])
        #expect(try small.ids("region:any OR weapon:any") == ["a.json", "b.json"])
        #expect(try small.ids("reached region:any") == ["a.json"])
    }

    @Test("Undated reports that are asked for are not told of again")
    func undated() throws {
        let small = try SmallIndex(Self.files)
        #expect(try small.search("date:any").undated == 2)
        #expect(try small.search("date:none").undated == 0)
        #expect(try small.search("date:2024 OR date:none").undated == 0)
        #expect(try small.ids("date:2024 OR date:none").count == 3)
        #expect(try small.search("date:2024").undated == 2)
    }

    @Test("Counts of a facet leave the filter out")
    func counting() throws {
        let small = try SmallIndex(Self.files)
        let results = try small.search("region:none")
        #expect(results.facets.values[.region]?.contains { $0.value == "Lviv" } == true)
    }
}
