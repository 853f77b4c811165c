import Testing

@testable import Sitrep

@Suite("An acronym stands for what the report says that it does")
struct AcronymsTests {
    let vocabulary: Vocabulary
    init() throws {
        vocabulary = try Fixture.compile(
            """
            facet: actor
            concepts:
            - {id: cn-mss, name: Ministry of State Security, kind: agency, cased: [MSS]}
            - {id: ht-mss, name: Multinational Security Support, kind: military}
            - {id: co-eln, name: National Liberation Army (Colombia), aliases: [National Liberation Army], cased: [ELN]}
            - {id: mk-nla, name: National Liberation Army (Albanians), aliases: [National Liberation Army]}
            """
        )
    }

    private func actors(_ text: String) -> [String: Int] {
        let mentions = FacetExtractor(vocabulary: vocabulary).extract(title: "", text: text).mentions
        return Dictionary(uniqueKeysWithValues: mentions.map { ($0.name ?? $0.concept.rawValue, $0.count) })
    }

    @Test("A known acronym is that of the body before it, in the whole report")
    func known() {
        #expect(actors("The Multinational Security Support (MSS) came. The MSS left.") == ["ht-mss": 3])
        #expect(actors("The MSS left.") == ["cn-mss": 1])
    }

    @Test("The acronym tells which of several bodies of one name is meant")
    func ambiguous() {
        #expect(actors("The National Liberation Army (ELN) attacked.") == ["co-eln": 2])
    }

    @Test("An acronym that no list knows is counted to the body that it explains")
    func unknown() {
        let text = "The Kharkiv Relief Committee (KRC) reported losses. Later the KRC left, and the KRX came."
        #expect(actors(text) == ["Kharkiv Relief Committee": 3])
    }

    @Test("Among capitals a common word is no acronym, whatever the report explains")
    func capitals() {
        let text = "The Worldwide Harvest Office (WHO) sent grain.\n\nWHO IS TO BLAME FOR THIS?\n\nThe WHO left."
        #expect(actors(text) == ["Worldwide Harvest Office": 3])
    }

    @Test(
        "Other letters in parentheses explain nothing",
        arguments: [
            "The Multinational Security Support (EU) came, the EU said.", "Multinational Security Support, MSS",
        ]
    )
    func others(text: String) { #expect(actors(text)["ht-mss"] == 1) }
}
