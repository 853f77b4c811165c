import Testing
import Xapian

@testable import Sitrep

@Suite("Some concepts are read as all of them would be")
struct ConceptAccessTests {
    private static let files = [
        "a.json": #"{"text": "A drone.", "region": ["Ukraine/Novozubra/Upper Ward", "Atlantea/North/Far"]}"#,
        "b.json": #"{"text": "A drone.", "region": ["Atlantea/North"], "weapon": ["Zubra radar"]}"#,
        "c.json": #"{"text": "A drone.", "actor": ["Зубри/Перша", "\u0000/ציר"]}"#,
    ]

    @Test("Each value by itself, with its parents")
    func eachAlone() throws {
        let small = try SmallIndex(Self.files)
        try small.index.withState { state in
            let whole = try state.directory
            let own = whole.own.values.reduce(0) { $0 + $1.count }
            #expect(own > 8)
            for (facet, concepts) in whole.own {
                for id in concepts.keys {
                    let access = ConceptAccess(vocabulary: state.concepts.vocabulary)
                    let some = try access.directory(naming: [id], in: facet, state.database)
                    #expect(some.path(of: id, in: facet) == whole.path(of: id, in: facet))
                    #expect(some.lineage(of: id, in: facet) == whole.lineage(of: id, in: facet))
                    #expect(some.spellings(of: id, in: facet) == whole.spellings(of: id, in: facet))
                    #expect(some.own.values.reduce(0) { $0 + $1.count } < own, "not all were read")
                }
            }
        }
    }

    @Test("Known and unknown ids, and more than are read one by one")
    func others() throws {
        let values = (0..<150).map { #""Atlantea/Ward \#($0)""# }.joined(separator: ", ")
        let small = try SmallIndex(["a.json": #"{"text": "A drone.", "region": [\#(values)]}"#])
        try small.index.withState { state in
            let whole = try state.directory
            let access = ConceptAccess(vocabulary: state.concepts.vocabulary)
            let ids = [ConceptID(rawValue: "ua"), ConceptID(rawValue: "=nowhere"), ConceptID(rawValue: "")]
            let some = try access.directory(naming: ids, in: .region, state.database)
            for id in ids { #expect(some.path(of: id, in: .region) == whole.path(of: id, in: .region)) }
            #expect(some.own.isEmpty)
            let own = try #require(whole.own[.region])
            #expect(own.count > 150)
            let all = try access.directory(naming: Array(own.keys), in: .region, state.database)
            #expect(all.own == whole.own)
        }
    }

    @Test("A search shows own values with and without reading all of them")
    func facets() throws {
        let small = try SmallIndex(Self.files)
        let plain = try small.search("drone") { $0.wantsValues = false }
        let found = try SearchIndex(path: small.folder("index"))
        var request = SearchRequest()
        request.query = "drone"
        let whole = try found.search(request)
        #expect(plain.facets == whole.facets)
        #expect(whole.facets[.region].contains { $0.path == ["Atlantea", "North"] })
        #expect(plain.hits.allSatisfy { $0.values(of: .region).isEmpty })
        #expect(whole.hits.contains { $0.values(of: .region).contains(["Atlantea", "North", "Far"]) })
    }
}
