import Testing

@testable import Sitrep

@Suite("Spellings are found in text")
struct FacetMatchingTests {
    let vocabulary: Vocabulary
    init() throws { vocabulary = try Fixture.vocabulary() }

    private func weapons(_ text: String) -> [String] { Fixture.ids(.weapon, text, in: vocabulary) }
    private func regions(_ text: String) -> [String] { Fixture.ids(.region, text, in: vocabulary) }
    private func actors(_ text: String, title: String = "") -> [String] {
        Fixture.ids(.actor, text, title: title, in: vocabulary)
    }

    @Test(arguments: [
        "Kh101", "Kh-101", "Kh 101", "KH–101", "kh-101s", "Х-101", "х101", "X-101", "X101", "an X 101 flew", "Kh.101",
        "“Kh-101”",
    ])
    func designators(text: String) { #expect(weapons(text) == ["kh-101"]) }

    @Test(arguments: ["Kh-1010", "Kh-102", "F-160", "AX-101", "Kh, 101", "Kh (101)", "Kh\n\n101", "x 101", "Kh"])
    func otherDesignators(text: String) { #expect(weapons(text) == []) }

    @Test func numbersMatchWhole() {
        #expect(weapons("a Kh-10 missile") == ["kh-10", "missile"])
        #expect(weapons("S-300PMU") == ["s-300"])
        #expect(weapons("2S3 howitzers") == [])
        #expect(weapons("some S-3 planes") == ["s-3"])
        #expect(weapons("a 10 percent rise. A 10-year-old. A 10 km march") == [])
        #expect(weapons("an A-10 and the A 10") == ["a-10"])
    }

    @Test func longestSpellingWins() {
        #expect(weapons("cruise missiles") == ["cruise-missile"])
        #expect(actors("the Black Sea Fleet") == ["black-sea-fleet"])
        #expect(regions("the Black Sea Fleet") == [])
        #expect(regions("the Black Sea") == ["black-sea"])
        #expect(regions("Kyiv region") == ["ua-32"])
        // The longer one breaks off: what began before it is found still.
        #expect(actors("Ministry of Defence of Russians, Russia") == ["ru"])
    }

    @Test func gapsInsideNames() {
        #expect(weapons("Storm\nShadow") == ["storm-shadow"])
        #expect(weapons("Storm-Shadow, storm/shadow") == ["storm-shadow"])
        #expect(weapons("Storm\n\nShadow") == [])
        #expect(weapons("after the storm. Shadow fell") == [])
        #expect(weapons("storm, shadow") == [])
        #expect(regions("Kyiv’s region") == ["ua-32"])
    }

    @Test func casedSpellings() {
        #expect(weapons("a Grad hit, GRAD, Град") == ["grad"])
        #expect(weapons("grad school, град") == [])
        #expect(weapons("Bm-21 GRAD and bm 21 grad") == ["grad"])
        #expect(actors("they told us; Us too") == [])
        #expect(actors("the US said") == ["us"])
        #expect(actors("the U.S. said, U. S. officials") == ["us"])
        #expect(actors("who said") == [])
        #expect(actors("the WHO said") == ["who"])
    }

    @Test func capitalsThroughout() {
        #expect(actors("", title: "THEY TOLD US WHO DID IT") == [])
        #expect(actors("", title: "US STRIKES KYIV") == ["us"])
        #expect(actors("", title: "UN CONVOY REACHES KYIV") == ["un"])
        #expect(weapons("GRAD ROCKETS FALL ON KYIV") == ["grad"])
    }

    @Test func scripts() {
        #expect(regions("у Києві та Києва") == ["kyiv"])
        #expect(regions("Кам’янське, Кам'янське") == ["kamianske"])
        #expect(regions("في غزة اليوم") == ["gaza"])
        #expect(regions("בתוך עזה") == ["gaza"])
        #expect(regions("在北京市举行") == ["beijing"])
        #expect(regions("Kyivska Kyivan") == [])
    }

    @Test func oddInput() {
        #expect(FacetExtractor(vocabulary: vocabulary).extract(title: "", text: "").mentions.isEmpty)
        #expect(regions("\0Kyiv\0") == ["kyiv"])
        #expect(regions("Ky\0iv") == [])
        #expect(regions(String(repeating: "a", count: 1 << 20) + " Kyiv") == ["kyiv"])
        #expect(regions(String(repeating: "7", count: 1 << 20) + " Kyiv") == ["kyiv"])
        let line = String(repeating: "Ministry of Defence of the Storm ", count: 160_000) + "in Kyiv"
        #expect(regions(line) == ["kyiv"])
    }

    @Test func mentionsTellPlaceCountAndSurface() throws {
        let text = "KYIV was hit. In Kiev, Kyiv's mayor spoke."
        let found = FacetExtractor(vocabulary: vocabulary).extract(title: "Missiles over Kyiv", text: text).mentions
        let kyiv = try #require(found.first { $0.concept.rawValue == "kyiv" })
        #expect(kyiv.titleSpans == [14..<18])
        #expect(kyiv.spans == [0..<4, 17..<21, 23..<27])
        #expect(kyiv.surfaces == ["Kyiv", "KYIV", "Kiev"])
        #expect(kyiv.count == 4)
        let missile = try #require(found.first { $0.concept.rawValue == "missile" })
        #expect(missile.salience < kyiv.salience)
        #expect(missile.salience > 0 && kyiv.salience <= 1)
        #expect(found.map(\.facet) == [.region, .weapon])
        #expect(
            FacetExtractor(vocabulary: vocabulary).extract(title: "", text: "the U.S. army").mentions[0].surfaces == [
                "U.S."
            ]
        )
    }

    @Test func spansSliceToTheirSurfaces() {
        let pieces = [
            "Kyiv", "Київ", "Kh-101", "Х101", "غزة", "北京", "Kursk region", "U.S.", "Georgia", "é", "🚀", "e\u{301}",
            "\0", ",",
            " ", "\n", "’s", "Grad", "-", ".", "\u{200B}", "Storm", "Shadow", "1", "ї", "и\u{306}",
        ]
        var random = SplitMix(state: 7)
        for _ in 0..<400 {
            let text = (0..<30).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
            let utf8 = Array(text.utf8)
            for mention in FacetExtractor(vocabulary: vocabulary).extract(title: text, text: text).mentions {
                #expect(mention.spans == mention.titleSpans)
                for span in mention.spans {
                    let start = text.utf8.index(text.startIndex, offsetBy: span.lowerBound)
                    let end = text.utf8.index(text.startIndex, offsetBy: span.upperBound)
                    #expect(start.samePosition(in: text.unicodeScalars) != nil)
                    #expect(end.samePosition(in: text.unicodeScalars) != nil)
                    #expect(mention.surfaces.contains { $0.utf8.elementsEqual(utf8[span]) })
                }
                #expect(zip(mention.spans, mention.spans.dropFirst()).allSatisfy { $0.upperBound <= $1.lowerBound })
            }
        }
    }
}
