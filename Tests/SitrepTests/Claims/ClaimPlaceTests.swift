import Testing

@testable import Sitrep

@Suite("A figure has the place of its own clause, or none")
struct ClaimPlaceTests {
    private func places(_ text: String) -> [String] {
        claims(text).map { claim in
            short(claim) + ", " + (claim.place.flatMap { Vocabulary.builtIn.path(of: $0, in: .region).last } ?? "-")
        }
    }

    @Test(
        "What things were sent from is not where they struck",
        arguments: [
            ("In Kharkiv a bomb fired from the Belgorod region injured twelve people.", "wounded 12 people, Kharkiv"),
            ("A rocket from Crimea struck Odesa, and two people died.", "killed 2 people, Odesa"),
            ("Five missiles were sent from Sevastopol. Two people were found dead in a cellar.", "killed 2 people, -"),
            (
                "Odesa was hit by two missiles fired from Sevastopol. Two people were found dead in a cellar.",
                "killed 2 people, Odesa"
            ),
            ("Three people from Kherson were killed.", "killed 3 people, Kherson"),
        ]
    )
    func origins(text: String, expected: String) {
        #expect(places(text).last == expected)
    }

    @Test("Ships and aircraft fire from where they are")
    func carriers() {
        let found = places("Nine Kalibr were fired by ships in the Black Sea at Odesa.")
        #expect(found == ["launched 9 missiles, Odesa"])
        let released = places("Seven missiles, released by bombers over the Caspian Sea, were shot down.")
        #expect(released.last?.hasSuffix("Caspian Sea") == false)
    }

    @Test("The place that opens a clause is of that clause")
    func clauses() {
        #expect(
            places(
                """
                In Mykolaiv three men died, the mayor told reporters, and in Nikopol, Odesa and Kyiv there were fires.
                """
            ) == ["killed 3 people, Mykolaiv"]
        )
        #expect(
            places("Two people died in Kherson, three in Odesa.")
                == ["killed 2 people, Kherson", "killed 3 people, Odesa"]
        )
        #expect(
            places("Two people died in Vilkhovets5, three in Odesa.")
                == ["killed 2 people, -", "killed 3 people, Odesa"]
        )
        #expect(
            places("Lebanon’s hospitals in Beirut counted 900 dead; Israel reports over 80 dead on its side.").last
                == "killed 80…- people over, -"
        )
        #expect(
            places("Crews searched ruins in Odesa; two people were found dead there.").last == "killed 2 people, Odesa"
        )
    }

    @Test("What is told of several places lies in what they lie in together")
    func several() {
        #expect(places("Five people died in Kyiv and Kharkiv.") == ["killed 5 people, Ukraine"])
        #expect(
            places("A clinic in Dnipro, flats in Odesa and a school in Lviv were hit. Thirty people were dead by noon.")
                == ["killed 30 people, Ukraine"]
        )
        let city = places(
            """
            The mayor of Sloviansk asked all who were still in the town to leave at once as the shelling of it grew after \
            the capture of Lysychansk on Sunday, of which he had spoken at length to several newspapers and agencies in the \
            days before, and as trains were still going from there. He said that 90 people had been evacuated.
            """
        )
        #expect(city == ["evacuated 90 people, Ukraine"])
        #expect(places("A man was killed in Nikopol in the Dnipropetrovsk region.") == ["killed 1 people, Nikopol"])
        #expect(places("Two were killed and three wounded in Kherson.").allSatisfy { $0.hasSuffix("Kherson") })
    }

    @Test("Who speaks somewhere does not say that it happened there")
    func seats() {
        #expect(
            places("Russia used 40 missiles against Ukraine on Monday, the air force in Kyiv said.")
                == ["launched 40 missiles, Ukraine"]
        )
        #expect(places("За оцінкою Києва, там загинули 300 військових.").allSatisfy { !$0.hasSuffix("Kyiv") })
    }
}
