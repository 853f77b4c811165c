import Testing

@testable import Sitrep

@Suite("A name that may mean something else counts as a place with evidence only")
struct PlaceEvidenceTests {
    let vocabulary: Vocabulary
    init() throws {
        vocabulary = try Fixture.compile(
            """
            facet: region
            concepts:
            - {id: us, name: United States, kind: country}
            - {id: us-tx, name: Texas, kind: admin1, parent: us}
            - {id: us-odessa, name: Odessa, kind: city, parent: us-tx, population: 114000}
            - {id: ua, name: Ukraine, kind: country}
            - {id: ua-51, name: Odesa Oblast, kind: admin1, parent: ua}
            - {id: ua-odesa, name: Odesa, kind: city, parent: ua-51, population: 1015000, aliases: [Odessa]}
            - {id: ua-myrne, name: Myrne, kind: village, parent: ua-51, population: 900}
            - {id: ua-izmail, name: Izmail, kind: city, parent: ua-51, population: 70000}
            - {id: gb, name: United Kingdom, kind: country}
            - {id: gb-reading, name: Reading, kind: city, parent: gb, population: 230000, weak: [Reading]}
            - {id: gb-west, name: West Yorkshire, kind: admin1, parent: gb}
            - {id: gb-leeds, name: Leeds, kind: city, parent: gb-west, population: 450000}
            """,
            """
            facet: actor
            concepts:
            - {id: ua, name: Ukraine, kind: state, aliases: [Ukrainian]}
            - {id: gb, name: United Kingdom, kind: state, aliases: [British]}
            - {id: brown, name: Charles Brown, kind: person, weak: [Brown]}
            """,
            """
            facet: weapon
            concepts:
            - {id: drone, name: Drone, kind: class, aliases: [drones]}
            - {id: fpv, name: FPV drone, kind: type, parent: drone, aliases: [FPVs, FPV drones]}
            - {id: lancet, name: ZALA Lancet, kind: system, weak: [Lancet], aliases: [Lancet drone]}
            - {id: missile, name: Missile, kind: class, aliases: [missiles]}
            - {id: ballistic, name: Ballistic missile, kind: class, parent: missile, aliases: [ballistic missiles]}
            - {id: cruise, name: Cruise missile, kind: class, parent: missile, aliases: [cruise missiles]}
            """
        )
    }

    private func regions(_ text: String) -> [String] { Fixture.ids(.region, text, in: vocabulary) }
    private func actors(_ text: String) -> [String] { Fixture.ids(.actor, text, in: vocabulary) }
    private func weapons(_ text: String) -> [String] { Fixture.ids(.weapon, text, in: vocabulary) }

    @Test func neighboursTellTownsOfOneNameApart() {
        #expect(regions("In Odessa, Texas, people met.") == ["us-odessa", "us-tx"])
        #expect(regions("Ukrainian officials in Odessa said") == ["ua-odesa"])
        #expect(regions("In Odessa") == ["ua-odesa"])
    }

    @Test func smallPlacesNeedTheirCountryAndAWordThatPlacesFollow() {
        #expect(regions("Ukrainian troops near Myrne fired") == ["ua-myrne"])
        #expect(regions("the village of Myrne") == ["ua-myrne"])
        #expect(regions("fighting near Myrne and Izmail, Ukraine") == ["ua", "ua-izmail", "ua-myrne"])
        #expect(regions("Ukrainian singer Myrne Kovalenko") == [])
        #expect(regions("Myrne sang") == [])
        #expect(regions("in Izmail") == ["ua-izmail"])
    }

    @Test func whatIsProvenOnceIsKeptEverywhere() {
        let found = FacetExtractor(vocabulary: vocabulary).extract(
            title: "",
            text: "The village of Myrne was hit. Myrne burnt."
        )
        #expect(found.mentions.first?.count == 2)
    }

    @Test func namesThatAreWords() {
        #expect(regions("Reading books in Leeds") == ["gb-leeds"])
        #expect(regions("British police in Reading said") == ["gb-reading"])
        #expect(regions("the town of Reading") == ["gb-reading"])
        #expect(regions("Mr. Leeds said") == [])
    }

    @Test(arguments: ["the Odesa Times wrote", "Odesa University", "the Odesa agreements"])
    func largerNamesAreNoPlaces(text: String) { #expect(regions(text) == []) }

    @Test func personsWithCommonNames() {
        #expect(actors("Brown fields") == [])
        #expect(actors("Gen. Brown spoke") == ["brown"])
        #expect(actors("Charles Brown spoke, then Brown left") == ["brown"])
    }

    @Test func weaponsWithCommonNames() {
        #expect(weapons("a study in Lancet") == [])
        #expect(weapons("a Lancet hit it after the drones") == ["drone", "lancet"])
    }

    @Test func systemsArePartedFromTheirClass() {
        #expect(weapons("a Lancet drone") == ["drone", "lancet"])
    }

    @Test(arguments: ["FPVs flew", "FPV drones flew", "an FPV drone"])
    func typesCountToTheirClass(text: String) {
        #expect(weapons(text) == ["drone", "fpv"])
        let found = FacetExtractor(vocabulary: vocabulary).extract(title: "", text: text).mentions
        #expect(found.map(\.count) == [1, 1])
    }

    @Test(arguments: [
        "ballistic and cruise missiles", "six ballistic and 13 cruise missiles", "ballistic, cruise missiles",
    ])
    func sharedWords(text: String) { #expect(weapons(text) == ["ballistic", "cruise"]) }
}
