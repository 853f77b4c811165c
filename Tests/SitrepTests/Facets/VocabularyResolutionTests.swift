import Testing

@testable import Sitrep

@Suite("A value a person gives finds its concepts")
struct VocabularyResolutionTests {
    let vocabulary: Vocabulary
    init() throws { vocabulary = try Fixture.vocabulary() }

    private func regions(_ value: String) -> [String] { vocabulary.resolve(value, in: .region).map(\.rawValue) }

    @Test(arguments: ["Kyiv", "kiev", "KIEV", "Київ", "київ", "Ukraine/Kyiv", " Kyiv ", "Kýiv"])
    func spellingsOfKyiv(value: String) { #expect(regions(value) == ["kyiv"]) }

    @Test(arguments: ["Ukraine/Kyiv Oblast", "kiev region", "ukraine/KYIV-OBLAST", "Україна/Kyiv Oblast"])
    func oblast(value: String) { #expect(regions(value) == ["ua-32"]) }

    @Test func pathsMayLeaveLevelsOut() {
        #expect(regions("Ukraine/Brovary") == ["brovary"])
        #expect(regions("Ukraine/Kyiv Oblast/Brovary") == ["brovary"])
        #expect(regions("Russia/Brovary") == [])
        #expect(regions("Kyiv Oblast/Ukraine") == [])
    }

    @Test func ambiguousNamesGiveAll() {
        #expect(regions("Georgia") == ["ge", "us-ga"])
        #expect(regions("United States/Georgia") == ["us-ga"])
    }

    @Test func deferringNamesTakeInWhatTheyDeferTo() {
        #expect(regions("Kursk") == ["kursk", "ru-kur"])
        #expect(regions("Russia/Kursk Oblast/Kursk") == ["kursk"])
        #expect(regions("Kursk Oblast") == ["ru-kur"])
    }

    @Test func labelsResolveThoughTheyAreNotMatched() {
        #expect(vocabulary.resolve("something else", in: .weapon).map(\.rawValue) == ["other"])
        #expect(Fixture.ids(.weapon, "It is something else.", in: vocabulary) == [])
    }

    @Test func otherFacetsAreApart() {
        #expect(vocabulary.resolve("Ukraine", in: .weapon) == [])
        #expect(vocabulary.resolve("us", in: .actor).map(\.rawValue) == ["us"])
    }

    @Test(arguments: ["", "—", "/", "//", "\0", "Atlantis", String(repeating: "я", count: 5000)])
    func unknownValues(value: String) { #expect(regions(value) == []) }

    @Test func suggestions() {
        #expect(vocabulary.nearest(to: "Kyyv", in: .region, limit: 3).first == "Kyiv")
        #expect(vocabulary.nearest(to: "Brovari", in: .region, limit: 3) == ["Brovary"])
        #expect(vocabulary.nearest(to: "storm shadwo", in: .weapon, limit: 3) == ["Storm Shadow"])
        #expect(vocabulary.nearest(to: "Kh-102", in: .weapon, limit: 3) == [])
        #expect(vocabulary.nearest(to: "qqqqqqqqq", in: .region, limit: 3) == [])
        #expect(vocabulary.nearest(to: "Kyyv", in: .region, limit: 0) == [])
        #expect(vocabulary.nearest(to: "", in: .region, limit: 3) == [])
    }

    @Test func lineageAndSpellings() {
        let brovary = ConceptID(rawValue: "brovary")
        #expect(vocabulary.lineage(of: brovary, in: .region).map(\.rawValue) == ["ua", "ua-32", "brovary"])
        #expect(vocabulary.lineage(of: brovary, in: .actor) == [])
        #expect(
            vocabulary.spellings(of: ConceptID(rawValue: "kyiv"), in: .region) == ["Kyiv", "Kiev", "Київ", "Києва"]
        )
        #expect(vocabulary.concepts(in: .actor).map(\.id) == vocabulary.concepts(in: .actor).map(\.id).sorted())
    }
}

@Suite("A folder of one's own extends a vocabulary")
struct VocabularyExtensionTests {
    @Test func aliasesAreAddedAndNamesReplaced() throws {
        let base = try Fixture.vocabulary()
        let extended = try Fixture.compile(
            """
            facet: region
            concepts:
            - id: kyiv
              name: City of Kyiv
              aliases: [Kijów]
            - {id: irpin, name: Irpin, parent: ua-32}
            """,
            extending: base
        )
        #expect(extended.resolve("Kijow", in: .region).map(\.rawValue) == ["kyiv"])
        #expect(extended.resolve("Kyiv", in: .region).map(\.rawValue) == ["kyiv"])
        #expect(extended.resolve("Київ", in: .region).map(\.rawValue) == ["kyiv"])
        #expect(extended.concept(ConceptID(rawValue: "kyiv"), in: .region)?.name == "City of Kyiv")
        #expect(extended.concept(ConceptID(rawValue: "kyiv"), in: .region)?.parent?.rawValue == "ua")
        #expect(extended.path(of: ConceptID(rawValue: "irpin"), in: .region) == ["Ukraine", "Kyiv Oblast", "Irpin"])
        #expect(extended.digest != base.digest)
        #expect(extended.concepts(in: .weapon) == base.concepts(in: .weapon))
    }

    @Test func replaceTakesTheWholeFacet() throws {
        let extended = try Fixture.compile(
            "facet: weapon\nreplace: true\nconcepts: [{id: spear, name: Spear}]",
            extending: Fixture.vocabulary()
        )
        #expect(extended.concepts(in: .weapon).map(\.id.rawValue) == ["spear"])
        #expect(extended.resolve("Kyiv", in: .region).map(\.rawValue) == ["kyiv"])
    }

    @Test func aCircleThroughTheBaseIsFound() throws {
        let base = try Fixture.vocabulary()
        let error = #expect(throws: VocabularyError.self) {
            try Fixture.compile("facet: region\nconcepts: [{id: ua, parent: brovary}]", extending: base)
        }
        #expect(error?.code == .structure)
        #expect(error?.line == 2)
    }
}
