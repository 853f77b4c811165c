import Testing

@testable import Sitrep

@Suite("Whose, where, when and by whose word a figure is comes from the words around it")
struct ClaimSettingTests {
    private func names(_ claim: Claim) -> [String?] {
        func name(_ id: ConceptID?, _ facet: FacetKind) -> String? {
            id.flatMap { Vocabulary.builtIn.path(of: $0, in: facet).last }
        }
        return [
            name(claim.subject, .actor), name(claim.weapon, .weapon), name(claim.place, .region),
            claim.date.map { $0.ends.joined(separator: "..") }, name(claim.claimant, .actor),
        ]
    }

    @Test func launchedAndShotDown() throws {
        let found = claims(
            "On Wednesday, Russia launched 78 missiles, Ukraine’s air force said. Ukrainian defenses intercepted 59, it added."
        )
        #expect(found.map(short) == ["launched 78 missiles", "intercepted 59 missiles"])
        for claim in found {
            #expect(names(claim) == ["Russia", "Missile", "Ukraine", "2024-11-13", "Ukrainian Air Force"])
        }
    }

    @Test func senderBeforeANoun() throws {
        let found = claims("Russia’s attack with 58 missiles on Wednesday hit Odesa.")
        #expect(found.map(short) == ["launched 58 missiles"])
        #expect(names(try #require(found.first))[0] == "Russia")
    }

    @Test("Who is accused is not the one who says so")
    func accused() throws {
        let found = claims(
            """
            Ukraine was accused on Wednesday of using two drones to hit a refinery in the Rostov region.

            Ukraine was accused by Russia of firing three missiles at Belgorod on Wednesday.

            Ukraine has been repeatedly accused of firing four missiles at Belgorod on Wednesday.
            """
        )
        #expect(found.map(short) == ["launched 2 drones", "launched 3 missiles", "launched 4 missiles"])
        #expect(found.map { names($0)[4] } == [nil, "Russia", nil])
    }

    @Test func ownersAndPlaces() throws {
        let found = claims(
            """
            The Russian Ministry of Defence reported 34 Ukrainian drones intercepted, 27 of them over the Kursk region.

            A drone strike in the southern Kherson region, which the Kremlin claims is part of Russia, killed a \
            52-year-old woman, the regional head said.
            """
        )
        #expect(found.map(short).first == "intercepted 34 drones")
        #expect(names(try #require(found.first))[0...2] == ["Ukraine", "Drone", "Russia"])
        #expect(names(try #require(found.first))[4] == "Ministry of Defence of Russia")
        #expect(names(try #require(found.last)) == ["Ukraine", "Drone", "Kherson Oblast", nil, nil])
    }

    @Test func peopleAndTroops() throws {
        let found = claims(
            """
            Zelensky said earlier this week that about 3,000 North Korean soldiers had been killed or wounded in the \
            Kursk region.

            Kyiv officials said one man was wounded by falling debris from a drone in the suburb of Brovary on Tuesday.

            Officials in Kyiv have said Russia deployed around 50,000 troops to Kursk.
            """
        )
        #expect(names(try #require(found.first)) == ["North Korea", nil, "Kursk Oblast", nil, "Volodymyr Zelenskyy"])
        #expect(names(found[1]) == ["Ukraine", "Drone", "Brovary", "2024-11-12", "Ukraine"])
        #expect(names(found[2]) == ["Russia", nil, "Kursk Oblast", nil, "Ukraine"])
    }

    @Test func slavic() throws {
        let found = claims(
            "За даними Повітряних сил України, у середу збито 59 російських ракет над Київською областю."
        )
        #expect(
            names(try #require(found.first)) == [
                "Russia", "Missile", "Kyiv Oblast", "2024-11-13", "Ukrainian Air Force",
            ]
        )
    }

    @Test("Who told of it may be said in the next sentence, and the day of a title in the text")
    func later() throws {
        let told = claims("У Сумах загинули двоє людей. Про це повідомив Володимир Зеленський.")
        #expect(names(try #require(told.first))[2...4] == ["Sumy", nil, "Volodymyr Zelenskyy"])
        let shared = claims("Two drones were shot down over Kyiv. Mayor Vitali Klitschko shared this information.")
        #expect(names(try #require(shared.first))[4] == "Vitali Klitschko")
        let titled = claims("The town was hit on Tuesday.", title: "Two killed in Kherson")
        #expect(titled.map(short) == ["killed 2 people"])
        #expect(names(try #require(titled.first))[2...3] == ["Kherson", "2024-11-12"])
    }

    @Test("Span and surface are the number with its noun and its verb")
    func surface() throws {
        let text = "Київ: the air force shot down\n  four missiles."
        let claim = try #require(claims(text).first)
        #expect(claim.surface == "shot down four missiles")
        let bytes = Array(text.utf8)[claim.span]
        #expect(String(decoding: bytes, as: UTF8.self) == "shot down\n  four missiles")
        let titled = claims("Nothing more.", title: "Russia fires 20 drones")
        #expect(titled.map(\.isInTitle) == [true])
    }
}
