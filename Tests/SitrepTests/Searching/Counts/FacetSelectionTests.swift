import Testing

@testable import Sitrep

@Suite("Which values of a facet are shown")
struct FacetSelectionTests {
    private let small: SmallIndex

    init() throws {
        var files: [String: String] = [:]
        func add(_ text: String, source: String, _ count: Int) {
            for _ in 0..<count {
                files["\(files.count).json"] =
                    #"{"title": "Report", "text": "\#(text)", "source": "\#(source)", "date": "2024-11-0\#(files.count % 9 + 1)"}"#
            }
        }
        add("Explosions were heard in Kyiv and in Odesa.", source: "Zeit", 4)
        add("Explosions were heard in Kharkiv.", source: "Élysée", 3)
        add("Nothing was heard of anybody.", source: "ábaco", 2)
        small = try SmallIndex(files)
    }

    @Test("A text is found in every spelling, and the counts stay", arguments: ["київ", "Kie", "KYIV", "yiv", "Київ"])
    func match(text: String) throws {
        let all = try small.search("", { $0.facetValues = nil }).facets
        let found = try small.search("", { $0.facetMatch = text }).facets
        let kyiv = try #require(found[.region].first { $0.value == "Kyiv" })
        #expect(kyiv.count == 4 && all[.region].contains(kyiv))
        #expect(found[.region].allSatisfy { all[.region].contains($0) })
        #expect(!found[.region].contains { $0.value == "Kharkiv" } || text == "yiv")
        #expect(found.missing == all.missing)
        #expect(found.hidden[.region] == 0)
    }

    @Test("Texts that nothing has", arguments: ["xyzzy", "🛰", "\u{0}", "\u{202E}kyiv kyiv", "ِ"])
    func noMatch(text: String) throws {
        let found = try small.search("", { $0.facetMatch = text }).facets
        #expect(CountedFacet.allCases.allSatisfy { found[$0].isEmpty })
    }

    @Test("By name, whatever the accents and capitals; the most frequent are shown")
    func byName() throws {
        let named = try small.search("", { $0.facetOrder = .name }).facets
        #expect(named[.source].map(\.value) == ["ábaco", "Élysée", "Zeit"])
        #expect(named[.region].map { PlainName.of($0.value) } == named[.region].map { PlainName.of($0.value) }.sorted())
        let cut = try small.search("") {
            $0.facetOrder = .name
            $0.facetValues = 2
        }.facets
        #expect(cut[.source].map(\.value) == ["Élysée", "Zeit"] && cut.hidden[.source] == 1)
    }

    @Test("Reports without a value, as many as have none")
    func missing() throws {
        let facets = try small.search("").facets
        #expect(facets.missing[.region] == 2)
        #expect(facets.missing[.weapon] == 9)
        #expect(facets.missing[.source] == 0 && facets.missing[.published] == 0)
        let filtered = try small.search("", { $0.filters.values[.region] = ["Kyiv"] }).facets
        #expect(filtered.missing[.region] == 2, "a facet's own filter is left out")
        let odesa = try small.search("odesa").facets
        #expect(odesa.missing[.region] == 0)
    }

    @Test("What a filter asks for is shown and marked, however rare")
    func chosen() throws {
        let facets = try small.search("") {
            $0.filters.values[.region] = ["Kharkiv"]
            $0.filters.from = "2024-11"
            $0.facetValues = 1
        }.facets
        // The city and the oblast that its name may mean, and nothing else.
        #expect(Set(facets[.region].map(\.value)) == ["Kharkiv", "Kharkiv Oblast"])
        #expect(facets[.region].filter { !$0.isChosen }.isEmpty)
        #expect(facets[.source].map(\.isChosen) == [false])
        #expect(facets[.published].map(\.isChosen) == [true])
        let outlets = try small.search("", { $0.filters.sources = ["abaco", "ZEIT"] }).facets
        #expect(Set(outlets[.source].filter(\.isChosen).map(\.value)) == ["ábaco", "Zeit"])
        let query = try small.search("source:zeit").facets
        #expect(query[.source].filter(\.isChosen).map(\.value) == ["Zeit"])
        #expect(try small.search("").facets[.region].allSatisfy { !$0.isChosen })
    }
}
