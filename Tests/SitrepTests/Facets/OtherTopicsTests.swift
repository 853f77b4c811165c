import Testing

@testable import Sitrep

@Suite("Words for weapons and towns that are a way of speaking, or sport, stand for none")
struct OtherTopicsTests {
    let vocabulary: Vocabulary
    init() throws {
        vocabulary = try Fixture.compile(
            """
            facet: region
            concepts:
            - {id: es, name: Spain, kind: country}
            - {id: barcelona, name: Barcelona, kind: city, parent: es, population: 1600000}
            - {id: pt, name: Portugal, kind: country}
            - {id: porto, name: Porto, kind: city, parent: pt, population: 250000}
            - {id: hamburg, name: Hamburg, kind: city, population: 1800000}
            """,
            "facet: actor\nconcepts:\n- {id: ua, name: Ukraine, kind: state}\n",
            """
            facet: weapon
            concepts:
            - {id: rocket, name: Rocket, kind: class, aliases: [rockets]}
            - {id: missile, name: Missile, kind: class, aliases: [missiles]}
            - {id: bomb, name: Bomb, kind: class, aliases: [bombs]}
            - {id: mine, name: Mine, kind: class, aliases: [mines, land mine]}
            - {id: tank, name: Tank, kind: class, aliases: [tanks, the tank, a tank]}
            """
        )
    }

    private func regions(_ text: String) -> [String] { Fixture.ids(.region, text, in: vocabulary) }
    private func weapons(_ text: String) -> [String] { Fixture.ids(.weapon, text, in: vocabulary) }

    @Test(arguments: [
        "the ruby mines round the town", "a coal mine", "the mine shaft fell in", "the tank top in front of me",
        "a tank of water", "the tank car", "aircraft to bomb the town", "They did not bomb it",
        "he went off like a rocket",
        "it shot up like a bomb",
    ])
    func noWeapons(text: String) { #expect(weapons(text) == []) }

    @Test(arguments: [
        ("mines were laid", "mine"), ("a land mine", "mine"), ("the tank fired", "tank"),
        ("a tank of the army", "tank"),
        ("a bomb fell", "bomb"), ("due to bomb attacks", "bomb"), ("it sounded like a rocket", "rocket"),
        ("arms like tanks", "tank"), ("gold and mines", "mine"),
    ])
    func weapons(text: String, id: String) { #expect(weapons(text) == [id]) }

    private static let match = """
        The striker gave his side a 1-0 victory over Barcelona in Hamburg, and kept the champions in the cup. The coach \
        said his men attacked like rockets. Barcelona never found the missile that they need. In the other match Porto \
        lost.
        """

    @Test func clubsAreNoTowns() {
        #expect(regions(Self.match) == ["hamburg"])
        #expect(regions(Self.match + " The fans came from Porto.") == ["hamburg", "porto"])
    }

    @Test func scoresWithAColon() {
        let match =
            "The match ended 2:0. The striker of the league's champions, the coach said, was in Hamburg. Porto lost."
        #expect(regions(match) == ["hamburg"])
        #expect(
            regions("At 10:30 the match of the league and its champions began, the coach said. Porto lost.") == [
                "porto"
            ]
        )
    }

    @Test func weaponsInSportAreAWayOfSpeaking() {
        #expect(weapons(Self.match) == [])
        #expect(weapons(Self.match + " A missile has damaged the stadium.") == ["missile"])
    }

    @Test(arguments: [
        "Police beat Barcelona residents. A vote ended 2-0 over Porto.",
        "The match in Barcelona was put off after a missile fell in Porto.",
    ])
    func otherReports(text: String) { #expect(regions(text) == ["barcelona", "porto"]) }

    @Test func rocketsToSpace() {
        let flight = "The next rocket will put a satellite into orbit from its pad, as NASA said."
        #expect(weapons(flight) == [])
        #expect(weapons(flight + " Missiles were fired too.") == ["missile", "rocket"])
        #expect(weapons("A rocket with a military satellite reached orbit in space, NASA said.") == ["rocket"])
        #expect(weapons("A rocket fell from space") == ["rocket"])
    }

    @Test(arguments: ["\u{0}2-", "-2-0-", "مباراة 2-0 league cup match coach", "матч 1:0 — 2-0 ліга тренер кубок"])
    func oddTexts(text: String) { #expect(regions(text + " in Hamburg") == ["hamburg"]) }

    @Test("A strike on a stadium is no match")
    func strikes() throws {
        let text = """
            A missile hit a football stadium in Kharkiv on Friday, as a coach and 8-10 players of a league club were there \
            before a match. Two people were killed and five wounded, and drones flew over Kyiv. Ukraine lost Bakhmut last \
            year; troops moved past Bakhmut again. Kyiv was hit too, and the army said three drones were shot down.
            """
        let found = FacetExtractor(vocabulary: .builtIn).extract(title: "", text: text).mentions
        func count(_ id: String) -> Int? { found.first { $0.facet == .region && $0.concept.rawValue == id }?.count }
        #expect(count("ua-30") == 2)
        #expect(count("ua-bakhmut") == 2)
    }
}
