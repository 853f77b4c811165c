import Testing

@testable import Sitrep

@Suite("A place's name that is another thing's counts for no place")
struct NamesOfOtherThingsTests {
    let vocabulary: Vocabulary
    init() throws {
        vocabulary = try Fixture.compile(
            """
            facet: region
            forms:
              oblast: ["{} Oblast", "{} region"]
            concepts:
            - {id: ua, name: Ukraine, kind: country}
            - {id: kyiv, name: Kyiv, kind: city, parent: ua, population: 2900000, aliases: [Киев, Київ]}
            - {id: ua-51, name: Odesa Oblast, kind: admin1, parent: ua, forms: {oblast: [Odesa]}}
            - {id: odesa, name: Odesa, kind: city, parent: ua-51, population: 1015000, aliases: [Одеса, Одеси]}
            - {id: slavutych, name: Slavutych, kind: city, parent: ua, population: 24000, aliases: [Slavutich, Славутич]}
            - {id: kolos, name: Kolosova, kind: village, parent: ua, population: 900, aliases: [Колосова]}
            - {id: ru, name: Russia, kind: country}
            - {id: ru-star, name: Star, kind: town, parent: ru, population: 6000, weak: [Star]}
            - {id: yamal, name: Yamal, kind: admin1, parent: ru}
            - {id: ru-kur, name: Kursk Oblast, kind: admin1, parent: ru, forms: {oblast: [Kursk]}}
            - {id: kursk, name: Kursk, kind: city, parent: ru-kur, population: 440000}
            - {id: donbas, name: Donbas, kind: area}
            - {id: dnipro, name: Dnipro, kind: city, parent: ua, population: 980000}
            - {id: dnipro-river, name: Dnipro River, kind: river}
            - {id: sydney, name: Sydney, kind: city, population: 5000000}
            - {id: hague, name: The Hague, kind: city, population: 500000}
            - {id: nl, name: Netherlands, kind: country}
            - {id: gb, name: United Kingdom, kind: country}
            - {id: england, name: England, kind: admin1, parent: gb}
            - {id: march, name: March, kind: city, parent: england, population: 21000, weak: [March]}
            - {id: cd, name: Congo, kind: country}
            - {id: cd-nk, name: North Kivu, kind: admin1, parent: cd}
            - {id: cd-masisi, name: Masisi, kind: place, parent: cd-nk, weak: [Masisi]}
            - {id: cd-goma, name: Goma, kind: city, parent: cd-nk, population: 1000000}
            """,
            """
            facet: actor
            concepts:
            - {id: gb, name: United Kingdom, kind: state, aliases: [British, Britain]}
            - {id: tr, name: Turkey, kind: state, aliases: [Turk, Turkish]}
            - {id: masisi, name: Mokgweetsi Masisi, kind: person, aliases: [Masisi]}
            """
        )
    }

    private func regions(_ text: String) -> [String] { Fixture.ids(.region, text, in: vocabulary) }
    private func actors(_ text: String) -> [String] { Fixture.ids(.actor, text, in: vocabulary) }

    @Test(arguments: [
        "wrote the Odesa Monitor", "ODESA (Kyiv Wire) - ", "the Odesa Star sailed", "The Donbas said so",
        "The Donbas media reported it", "as he told The Donbas on Monday", "(Reporting by the Kyiv Wire desk)",
    ])
    func papers(text: String) { #expect(!regions(text).contains { ["donbas", "kyiv", "ru-star"].contains($0) }) }

    @Test(arguments: [
        ("The Donbas is at war", "donbas"), ("fighting in The Donbas went on", "donbas"),
        ("said in The Hague", "hague"), ("The Netherlands said", "nl"), ("a Kyiv monitor", "kyiv"),
        ("Odesa Post-War Plan agreed by officials", "odesa"), ("the Donbas and its people", "donbas"),
    ])
    func placesBesideSuchWords(text: String, id: String) { #expect(regions(text) == [id]) }

    @Test(arguments: [
        "the landing ships, the Yamal and the others", "landing ships, the Slavutich and the Yamal, were hit",
        #"the military ship "Slavutich" burned"#, "the frigate Odesa sailed", "the submarine, the Kursk, sank",
        "корабель «Славутич» затонув", "HMS Odesa sailed", "a ship named Odesa", "військовий корабель “Одеса”",
    ])
    func ships(text: String) { #expect(regions(text) == []) }

    @Test(arguments: [
        ("the Kursk and Odesa regions", ["ru-kur", "ua-51"]), ("the Kursk nuclear plant", ["kursk"]),
        ("a ship at Odesa, in the Odesa region.", ["odesa", "ua-51"]), ("ships, the Kursk depot", ["kursk"]),
        ("кораблі Одеси вийшли", ["odesa"]), (#"the port of "Odesa""#, ["odesa"]),
        ("the Odesa that we knew", ["odesa"]), ("a ship Ukraine says it sank", ["ua"]),
    ])
    func placesNearShips(text: String, ids: [String]) { #expect(regions(text) == ids) }

    @Test(arguments: [
        ("They crossed the Dnipro.", "dnipro-river"), ("the Dnipro's left bank", "dnipro-river"),
        ("across the Dnipro from the town", "dnipro-river"), ("in Dnipro", "dnipro"), ("the Dnipro airport", "dnipro"),
        ("the Dnipro and Odesa airports", "dnipro"), ("the city of Dnipro.", "dnipro"),
    ])
    func rivers(text: String, id: String) { #expect(regions(text).first == id) }

    @Test(arguments: [
        "fans of Dynamo Kyiv sang", "as Interfax-Odesa reported", "Radio Kyiv was heard",
        "the Treaty of Odesa ended it",
        "the actress Sydney Sweeney came later", "Суспільне Київ",
    ])
    func largerNames(text: String) { #expect(regions(text) == []) }

    @Test(arguments: [
        ("a radio in Kyiv", "kyiv"), ("in Sydney police said", "sydney"), ("the Sydney airport", "sydney"),
        ("Sydney officials said", "sydney"), ("a treaty of Odesa officials", "odesa"), ("the real Kyiv", "kyiv"),
        ("the mayor of Odesa", "odesa"),
    ])
    func namesBesideSuchWords(text: String, id: String) { #expect(regions(text) == [id]) }

    @Test(arguments: [
        "along Odesa Street", "Kolosova and Lermontova streets", "Lermontova and Kolosova streets",
        "на вулиця Колосова впав", "на ул. Колосова",
    ])
    func streets(text: String) { #expect(regions("Ukraine " + text) == ["ua"]) }

    @Test(arguments: ["Odesa streets were empty", "Odesa and other streets", "вулиця Одеси", "the streets of Odesa"])
    func streetsOfATown(text: String) { #expect(regions(text) == ["odesa"]) }

    @Test(arguments: [
        "British forces on March 22, 2014", "British forces in March", "the British said on 3 March that",
        "In March, Britain sent", "since March the British",
    ])
    func months(text: String) { #expect(!regions("In England " + text).contains("march")) }

    @Test func aTownCalledLikeAMonth() {
        #expect(regions("In England the town of March grew in March 2020") == ["england", "march"])
        let text = "In England the town of March grew in March 2020"
        let found = FacetExtractor(vocabulary: vocabulary).extract(title: "", text: text).mentions
        #expect(found.first { $0.concept.rawValue == "march" }?.count == 1)
    }

    @Test(arguments: [
        "whom they call Mister Odesa", "Mr. Odesa spoke", "a fighter with the call sign Odesa",
        "боєць з позивним «Одеса»", "nicknamed Odesa by all",
    ])
    func nicknames(text: String) { #expect(regions(text + ". In Kyiv all was calm") == ["kyiv"]) }

    @Test func nicknamesOfWhatIsNamedElsewhere() {
        let text = "Drones flew to Odesa. Its mayor, Mr. Odesa, spoke."
        #expect(FacetExtractor(vocabulary: vocabulary).extract(title: "", text: text).mentions.map(\.count) == [1])
    }

    @Test func nicknamesAfterAPeople() {
        #expect(actors("whom the drivers call the Turk.") == [])
        #expect(actors("what they call the Turkish army") == ["tr"])
        #expect(actors("They called the Turk army") == ["tr"])
        #expect(actors("That is what he called the British.") == ["gb"])
        #expect(actors("what he called the Turk\narmy of old") == ["tr"])
    }

    @Test(arguments: ["Rockets miss Odesa", "взрыв в г. Одеса", "They called Odesa home"])
    func noNicknames(text: String) { #expect(regions(text) == ["odesa"]) }

    @Test func personsAndPlacesOfOneName() {
        let place = "fighting near Goma in North Kivu, Congo. They went into the Masisi area and hold ground in Masisi."
        #expect(regions(place).contains("cd-masisi"))
        #expect(actors(place) == [])
        #expect(actors("Mokgweetsi Masisi spoke of Congo. Masisi left.") == ["masisi"])
        #expect(actors("President Masisi spoke of Congo") == ["masisi"])
        #expect(actors("Masisi said so") == ["masisi"])
        let both = "President Masisi spoke of fighting in Masisi, North Kivu. Masisi left."
        #expect(actors(both) == ["masisi"])
        #expect(regions(both) == ["cd-masisi", "cd-nk"])
    }
}
