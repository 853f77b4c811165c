import Testing

@testable import Sitrep

@Suite("Actors whom no list knows are found by the words around their names")
struct UnknownActorsTests {
    let vocabulary: Vocabulary
    init() throws {
        vocabulary = try Fixture.compile(
            Fixture.regions,
            """
            facet: actor
            concepts:
            - {id: ua, name: Ukraine, kind: state, aliases: [Ukrainian]}
            - {id: us, name: United States, kind: state, aliases: [U.S.], cased: [US]}
            - {id: us-president, name: Jane Roe, kind: person, parent: us, aliases: [Roe]}
            - {id: defence-ua, name: Ministry of Defence of Ukraine, parent: ua, aliases: [Ukraine Ministry of Defence]}
            """,
            Fixture.weapons
        )
    }

    private func actors(_ text: String, title: String = "") -> [String] {
        FacetExtractor(vocabulary: vocabulary).extract(title: title, text: text).mentions
            .filter { $0.facet == .actor }.map { $0.name ?? $0.concept.rawValue }.sorted()
    }

    @Test(arguments: [
        ("talks with Governor Alexei Smirnov on Monday", "Alexei Smirnov"),
        ("the rebel commander Ali Hassan fled", "Ali Hassan"),
        ("said Lt. Gen. Oleh Ivanenko later", "Oleh Ivanenko"),
        ("a visit by Defense Minister Pistorius began", "Pistorius"),
        ("Serhiy Popko, the head of the city's administration, said", "Serhiy Popko"),
        ("the head of the regional military administration Oleh Ivanenko wrote", "Oleh Ivanenko"),
        ("the envoy, Tom Perriello, said", "Tom Perriello"),
        ("Ibrahim Khatir of the state health ministry said", "Ibrahim Khatir"),
        ("Crown Prince Mohammed bin Salman spoke", "Mohammed bin Salman"),
        ("заявив губернатор Олег Синєгубов учора", "Олег Синєгубов"),
        ("сообщил министр Сергей Иванов вчера", "Сергей Иванов"),
    ])
    func personsByTheirRole(text: String, name: String) { #expect(actors(text) == [name]) }

    @Test(arguments: [
        "a farmer, Ivan Petrenko, said", "Ivan Petrenko said so", "the journalist Ivan Petrenko",
        "a spokesman for Inherent Resolve said", "the minister on Monday said", "Head of State", "the General Staff",
        "Minister Says War Near End As Talks Begin", "said Editor-in-Chief Anna Weber later",
        "said Global News Director Phil Carter later", "the Cairo bureau chief Anna Weber wrote",
    ])
    func othersAreNoPersons(text: String) { #expect(actors(text) == []) }

    @Test func surnamesJoinTheFullName() {
        let text = "Governor Alexei Smirnov spoke. Smirnov said more. Mr. Smirnov left."
        let found = FacetExtractor(vocabulary: vocabulary).extract(title: "Smirnov speaks", text: text).mentions
        #expect(found.map(\.name) == ["Alexei Smirnov"])
        #expect(found.first?.spans.count == 3)
        #expect(found.first?.titleSpans.count == 1)
    }

    @Test func surnamesJoinPersonsOfTheVocabulary() throws {
        let vocabulary = try Fixture.compile(
            "facet: actor\nconcepts:\n- {id: popko, name: Serhiy Popko, kind: person}\n"
        )
        #expect(Fixture.ids(.actor, "Serhiy Popko said. Popko added.", in: vocabulary) == ["popko"])
        let found = FacetExtractor(vocabulary: vocabulary).extract(title: "", text: "Serhiy Popko said. Popko added.")
        #expect(found.mentions.first?.count == 2)
        #expect(Fixture.ids(.actor, "Popko added.", in: vocabulary) == [])
    }

    @Test func twoPersonsOfOneSurnameKeepIt() {
        #expect(
            actors("Governor Ivan Kovalenko met Minister Olha Kovalenko. Kovalenko spoke.")
                .allSatisfy { $0 != "Kovalenko" }
        )
    }

    @Test(arguments: [
        ("she spoke at the Diplomatic Academy of Vietnam on", "Diplomatic Academy of Vietnam"),
        ("a map by Tufts University shows", "Tufts University"),
        ("said a member of the National Security and Liberty Council on", "National Security and Liberty Council"),
        ("the 47th Mechanized Brigade held", "47th Mechanized Brigade"),
        ("soldiers of the 155th separate marine brigade fled", "155th separate marine brigade"),
    ])
    func bodiesByTheirKind(text: String, name: String) { #expect(actors(text) == [name]) }

    @Test(arguments: ["the Armed Forces said", "the Foreign Ministry said", "at the University", "the 5th day", "47th"])
    func generalWordsMakeNoBody(text: String) { #expect(actors(text) == []) }

    @Test func placesInsideOfABodyAreNone() {
        #expect(Fixture.ids(.region, "the American University of Kyiv opened", in: vocabulary) == [])
    }

    @Test func institutionsOfTheStateSpokenOf() {
        #expect(actors("On the Ukrainian side, the Ministry of Defence stated") == ["defence-ua", "ua"])
        #expect(actors("The Ministry of Defence stated") == [])
        #expect(actors("Ukrainian.\nThe Ministry of Defence stated") == ["ua"])
    }

    @Test func administrationsAreTheirStates() {
        #expect(actors("the Roe administration pushed") == ["us", "us-president"])
    }

    @Test func namesThatNobodyKnows() {
        let found = FacetExtractor(vocabulary: vocabulary).extract(
            title: "",
            text:
                "They met the Zeleny Gai people with a QX-77. At Zeleny Gai the QX-77 stopped. However, it left Kyiv."
        )
        #expect(
            found.candidates == [
                CandidateName(text: "Zeleny Gai", kind: .name, count: 2),
                CandidateName(text: "QX-77", kind: .designator, count: 2),
            ]
        )
    }
}
