import Testing

@testable import Sitrep

@Suite("Places that no list knows are found by the word that the text calls them")
struct UnknownPlacesTests {
    let vocabulary: Vocabulary
    init() throws {
        vocabulary = try Fixture.compile(
            """
            facet: region
            concepts:
            - {id: ua, name: Ukraine, kind: country}
            - {id: ua-51, name: Odesa Oblast, kind: admin1, parent: ua}
            - {id: kyiv, name: Kyiv, kind: city, parent: ua, aliases: [Київ, Києва]}
            - {id: ua-myrne, name: Myrne, kind: village, parent: ua-51, population: 900, aliases: [Мирне]}
            - {id: crimea, name: Crimea, kind: admin1, parent: ua}
            - {id: mm, name: Myanmar, kind: country}
            - {id: mm-shan, name: Shan State, kind: admin1, parent: mm, aliases: [Shan]}
            - {id: mm-shan-town, name: Shan, kind: town, parent: mm, population: 400000}
            - {id: gb, name: United Kingdom, kind: country}
            - {id: gb-reading, name: Reading, kind: city, parent: gb, population: 230000, weak: [Reading]}
            """,
            """
            facet: actor
            concepts:
            - {id: ua, name: Ukraine, kind: state, aliases: [Ukrainian]}
            - {id: roe, name: Jane Roe, kind: person, aliases: [Roe]}
            - {id: sample-legion, name: Sample Legion, kind: armed-group, aliases: [Legion]}
            """,
            Fixture.weapons
        )
    }

    private func regions(_ text: String, title: String = "") -> [String] {
        FacetExtractor(vocabulary: vocabulary).extract(title: title, text: text).mentions
            .filter { $0.facet == .region }.map { $0.name ?? $0.concept.rawValue }.sorted()
    }

    @Test(arguments: [
        ("shelling hit Tugas village on", ["Tugas"]),
        ("Tugas village was hit", ["Tugas"]),
        ("posts in Done Pike and Chein Khar Li villages", ["Chein Khar Li", "Done Pike"]),
        ("fled from Arka, Bolo, and Cito towns", ["Arka", "Bolo", "Cito"]),
        ("the village of Lobkovychi fell", ["Lobkovychi"]),
        ("the towns of Arka, Bolo and Cito fell", ["Arka", "Bolo", "Cito"]),
        ("affecting towns including Hakari, Tibo, El Tarra, and Teorama.", ["El Tarra", "Hakari", "Teorama", "Tibo"]),
        ("a village called Tugas burnt", ["Tugas"]),
        ("clashes in the Bwito chiefdom", ["Bwito"]),
        ("rebels invaded the Kilolirwe region", ["Kilolirwe"]),
        ("a raid in Pangram area of", ["Pangram"]),
        ("residents of the Bambo, Tongo and surrounding areas", ["Bambo", "Tongo"]),
        ("sources in the Rukban camp told", ["Rukban"]),
        ("people of Rukban refugee camp told", ["Rukban"]),
        ("outposts in Rathe Township in the", ["Rathe"]),
        ("the West Champa district in", ["West Champa"]),
        ("a firefight in Barangay Tugas occurred", ["Tugas"]),
        ("a raid in Pangram area of Charkh", ["Pangram"]),
        ("the mayor of Jesús María Semprún said", ["Jesús María Semprún"]),
        ("on the outskirts of Tugas stood", ["Tugas"]),
        ("the Crimea village of Lobkovychi fell", ["Lobkovychi", "crimea"]),
        ("taken in Thandwe, southern Odesa Oblast, on", ["Thandwe", "ua-51"]),
        ("outposts in Rathe Township, Odesa Oblast, fell", ["Rathe", "ua-51"]),
        ("the mayor of Semprún, in Odesa Oblast, counted", ["Semprún", "ua-51"]),
        ("a letter from Ivan Petrenko, Odesa Oblast governor, came", ["ua-51"]),
        ("troops entered al-Tugas village", ["al-Tugas"]),
    ])
    func villagesByTheirType(text: String, names: [String]) { #expect(regions(text) == names) }

    @Test(arguments: [
        "Another village was hit", "The town fell", "Kurdish villages burnt", "Burning villages",
        "the Ukrainian village",
        "on Monday village elders met", "Roe's village", "at the Roe camp", "a Haley town hall",
        "Haley camp aides said",
        "an Islamic State area", "a village of Tatars", "Nearby towns fell", "Some Tugas villages",
        "the Crimean village",
        "In March districts voted", "the Legion village", "the Economic Region", "Eastern Military District",
        "IDP camp",
        "the State Department", "President Says Village Fell", "a state of Emergency", "the deep State",
    ])
    func othersAreNoPlaces(text: String) { #expect(regions(text) == []) }

    @Test func listsEndWhereTheSentenceGoesOn() {
        #expect(regions("in villages such as Tugas, Petrenko said") == ["Tugas"])
        #expect(regions("the villages of Arka and Bolo, Petrenko said") == ["Arka", "Bolo"])
        #expect(regions("Sample Legion, Arka and Bolo villages") == ["Arka", "Bolo"])
    }

    @Test func theSurfaceIsThePhraseAndLaterMentionsCount() throws {
        let text = "They hit Tugas village. Later Tugas burnt; in Tugas, nobody. Tugas Petrenko lives."
        let found = FacetExtractor(vocabulary: vocabulary).extract(title: "Fire at Tugas", text: text).mentions
        let place = try #require(found.first { $0.name == "Tugas" })
        #expect(found.filter { $0.facet == .region }.count == 1)
        #expect(place.surfaces == ["Tugas", "Tugas village"])
        #expect(place.spans.count == 3)
        #expect(place.titleSpans.count == 1)
        #expect(place.spans.first == 9..<22)
    }

    @Test(arguments: [
        ("обстріляли село Кремінець учора", ["Кремінець"]),
        ("у селі Малинівці загинув чоловік", ["Малинівці"]),
        ("біля села Осинівки горіло", ["Осинівка"]),
        ("в деревне Сосновке нашли", ["Сосновка"]),
        ("в посёлке Дубовое нашли", ["Дубовое"]),
        ("поблизу сіл Арка, Боло та Ціто", ["Арка", "Боло", "Ціто"]),
        ("удар по с. Кремінець уночі", ["Кремінець"]),
        ("з мису Чауда летіли", ["Чауда"]),
        ("голова села Кремінець Іван Петренко сказав", ["Кремінець"]),
        ("у селі Мирне", ["ua-myrne"]),
        ("У Краснолуцькому районі горіло", ["Краснолуцький район"]),
        ("біля населеного пункту Кремінець стріляли", ["Кремінець"]),
        ("в районах населених пунктів Арка, Боло та Ціто", ["Арка", "Боло", "Ціто"]),
        ("обстріли в Краснолуцькому районі тривали", ["Краснолуцький район"]),
        ("в Красноярузском районе тихо", ["Красноярузский район"]),
    ])
    func cyrillicNamesFollowTheirType(text: String, names: [String]) { #expect(regions(text) == names) }

    @Test(arguments: [
        "голова села Іван Петренко сказав", "мешканка села Оксана Мирне", "контрольний пункт Іван Петренко",
        "они с Петровым ушли", "в 2022 г. Военные ушли", "пройшов 5 м. Далі ліс",
        "он сел Петрову на шею", "цього села Він не бачив 5",
    ])
    func cyrillicWordsThatNameNoPlace(text: String) {
        #expect(regions(text) == [])
    }

    @Test func caseFormsJoinTheName() throws {
        let text = "Обстріляли село Кремінка. У Кремінці горіло, з Кремінки виїхали."
        let found = FacetExtractor(vocabulary: vocabulary).extract(title: "", text: text).mentions
        #expect(found.map(\.name) == ["Кремінка"])
        #expect(found.first?.count == 3)
    }

    @Test(arguments: [
        ("heard near Boryspil International Airport,", ["Boryspil International Airport"]),
        ("gunfire near Kyiv International Airport,", ["Kyiv International Airport"]),
        ("bombers at Olenya Air Base were", ["Olenya Air Base"]),
        ("hit the Antonivka Road Bridge again", ["Antonivka Road Bridge"]),
        ("the Kakhovka Dam broke", ["Kakhovka Dam"]),
        ("shells hit the Enerhodar Nuclear Power Plant", ["Enerhodar Nuclear Power Plant"]),
        ("the city's Hoa Lo prison, dubbed", ["Hoa Lo prison"]),
        ("the resort of Ngapali Beach in", ["Ngapali Beach"]),
        ("trains on Tybee Island in", ["Tybee Island"]),
        ("forces at Fort Kearn said", ["Fort Kearn"]),
        ("flights at Kyiv airport stopped", ["kyiv"]),
        ("the Ukrainian Air Base", []), ("the International Airport", []), ("a Nuclear Power Plant", []),
        ("actor Robert Plant sang", []), ("singer Veronica Lake said", []), ("an Air Base Commander", []),
    ])
    func facilitiesAreThemselves(text: String, names: [String]) { #expect(regions(text) == names) }

    @Test func theTypeIsEvidenceForWhatTheVocabularyHas() {
        #expect(regions("people of Reading town met") == ["gb-reading"])
        #expect(regions("Reading books") == [])
        #expect(regions("They left Myrne village") == ["ua-myrne"])
        #expect(regions("in the Myrne and Tugas villages") == ["Tugas", "ua-myrne"])
        #expect(regions("the Myrne airbase") == ["ua-myrne"])
    }

    @Test func aParentInThePhraseTellsAnotherPlaceOfTheName() {
        #expect(regions("a field in the Myrne district of Crimea burnt") == ["Myrne", "crimea"])
        #expect(regions("a field in the Myrne district of Odesa Oblast burnt") == ["ua-51", "ua-myrne"])
    }

    @Test func aKnownNameMayBeginALongerOne() {
        #expect(regions("the village of Myrne Pole burnt there") == ["Myrne Pole"])
    }

    @Test func theTypeChoosesTheLevel() {
        #expect(regions("in Shan town") == ["mm-shan-town"])
        #expect(regions("in Shan state") == ["mm-shan"])
    }

    @Test func hostileTextsAreRead() {
        for text in [
            String(repeating: "A and Bo and ", count: 4000) + "villages",
            String(repeating: "villages of ", count: 5000),
            "The village of Peace was hit. " + String(repeating: "Peace ", count: 60_000),
            String(repeating: "Tugas village ", count: 3000), "village of \u{0} Tugas", "село \u{301}\u{301}",
            "Ту\u{301}гас village",
            "بلدة village of القرية",
        ] { _ = regions(text) }
    }

    @Test("A report may name many villages, each with its case forms")
    func manyVillages() {
        let names = (0..<100).map {
            "Кра\(["с", "т", "м", "б", "в"][$0 % 5])а\(["ниця", "нка", "лівка", "нівка"][$0 / 5 % 4])\(["", "бор", "дар", "мир", "рік"][$0 / 20])"
        }
        let text = names.map { "Дрон упав у селі \($0)." }.joined(separator: " ")
        #expect(Set(regions(text)).count == 100)
    }

    @Test("A word that is more likely none of the place does not count to it")
    func otherWords() {
        #expect(mentions("The village of Peace was hit. Peace talks went on.") == ["Peace": 1])
        #expect(mentions("Tymchenko village was hit. Tymchenko said more.") == ["Tymchenko": 1])
        #expect(mentions("Tymchenko village was hit. In Tymchenko fires burned.") == ["Tymchenko": 2])
    }

    private func mentions(_ text: String) -> [String: Int] {
        let found = FacetExtractor(vocabulary: vocabulary).extract(title: "", text: text).mentions
        return Dictionary(uniqueKeysWithValues: found.filter { $0.facet == .region }.map { ($0.name ?? "", $0.count) })
    }

    @Test("An adjective takes up a division's word that stands before it in its sentence")
    func divisionsTakenUp() {
        func regions(_ text: String) -> [String] { Fixture.ids(.region, text, in: .builtIn) }
        #expect(
            regions(
                "19 беспилотников сбиты над Курской областью, 16 над Брянской, остальные над Орловской и Смоленской."
            )
                == ["ru-bry", "ru-krs", "ru-orl", "ru-smo"]
        )
        #expect(regions("19 сбиты над Курской областью. Поезд прошёл по Смоленской.") == ["ru-krs"])
        #expect(regions("У Сумській області тихо, у Київській збили дрон.") == ["ua-32", "ua-59"])
    }
}
