import Testing

@Suite("The reports without a value are those that a filter for none finds")
struct MissingBucketTests {
    private struct Answer: Decodable {
        var missing: [String: Int]
    }

    /// The filters for no value, by the facet's name in the counts.
    ///
    /// Months lack where only the year is known as well: of the sample one report tells of 2022 and no more.
    static let filters = [
        "region": "region:none", "actor": "actor:none", "weapon": "weapon:none", "source": "source:none",
        "published": "date:none", "happened": "(happened:none OR path:explainer-undated.txt)",
    ]

    @Test(
        "For every facet",
        arguments: [
            "", "kyiv", "drone OR missile", "\"north korean\"", "hospital -kyiv", "region:kursk", "language:uk",
            "weapon:atacms OR region:lebanon", "title:missil*", "ceasefire", "path:scrapes/", "nosuchword",
        ]
    )
    func missing(query: String) throws {
        let index = try SampleIndex.shared
        let words = query.isEmpty ? [] : ["--", query]
        let answer: Answer = try index.run(["facets", "--format", "json"] + words).json()
        #expect(Set(answer.missing.keys) == Set(Self.filters.keys))
        for (facet, filter) in Self.filters {
            // A facet's counts leave out its own filter at the top of the query; these queries have one of regions.
            if query == "region:kursk", facet == "region" {
                #expect(answer.missing[facet] == (try index.count("region:none")))
                continue
            }
            let none = query.isEmpty ? filter : "(\(query)) \(filter)"
            #expect(answer.missing[facet] == (try index.count("--", none)), "\(facet) of \(query)")
        }
    }
}
