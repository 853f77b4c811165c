import Testing

@testable import Sitrep

@Suite("A figure has the day, the side and the weapon that are told of it, or none")
struct ClaimTimeAndSideTests {
    private func days(_ text: String) -> [String] {
        claims(text).map { short($0) + ", " + ($0.date.map { $0.ends.joined(separator: "..") } ?? "-") }
    }

    private func sides(_ text: String) -> [String] {
        claims(text).map { short($0) + ", " + ($0.subject?.rawValue ?? "-") }
    }

    private func weapons(_ text: String) -> [String] {
        claims(text).map { claim in
            short(claim) + ", " + (claim.weapon.flatMap { Vocabulary.builtIn.path(of: $0, in: .weapon).last } ?? "-")
        }
    }

    @Test(
        "What is told of old times has their date, or none",
        arguments: [
            ("The plague of the 14th century killed 25 million people.", "killed 25000000 people, -"),
            ("The Black Death killed 25 million people.", "killed 25000000 people, -"),
            ("The famine between 1932-33 killed five million people.", "killed 5000000 people, 1932"),
            ("More than 8,000 civilians have died.", "killed 8000…- people over, -"),
            ("Ukraine was accused on Wednesday of using two drones against a refinery.", "launched 2 drones, -"),
            (
                "Since Russia invaded in February 2022, more than 9,000 civilians have been killed.",
                "killed 9000…- people over, -"
            ),
            ("Officials said that two people were killed there.", "killed 2 people, 2024-11-12"),
        ]
    )
    func oldTimes(text: String, expected: String) {
        #expect(days("The town was shelled on Tuesday. " + text) == [expected])
    }

    @Test("A year has its own date, and nothing near it takes the day of the report")
    func years() {
        let famine = days(
            "The town was shelled on Tuesday. In 1932 a famine killed 40,000 people. Some 900 people died at sea."
        )
        #expect(famine.first == "killed 40000 people, 1932" || famine.first == "killed 40000 people, -")
        #expect(famine.last?.hasSuffix("2024-11-12") == false)
        let treaty = days("It killed five people and was recognised as a crime on Wednesday.")
        #expect(treaty == ["killed 5 people, -"])
    }

    @Test("Troops are of whom they are said to be, not of who counts them")
    func troops() {
        #expect(sides("About 50,000 Russian troops are in Kursk, Ukraine says.") == ["troops 50000 people about, ru"])
        #expect(sides("Ukraine estimates that 50,000 troops have been gathered.") == ["troops 50000 people, -"])
        let estimated = sides("Estimates by Ukraine spoke of 9,000 soldiers who arrived in Russia.")
        #expect(estimated == ["troops 9000 people, -"])
        #expect(sides("Russia has deployed 50,000 soldiers to Kursk.") == ["troops 50000 people, ru"])
        #expect(sides("Russia has 50,000 soldiers in Kursk.") == ["troops 50000 people, ru"])
    }

    @Test("People of a nation are of it")
    func nations() {
        #expect(sides("In Kursk 3,000 North Koreans were killed or wounded.") == ["killed_or_wounded 3000 people, kp"])
        #expect(
            sides("Zelensky put the number of North Koreans killed or wounded in Kursk at 3,000.")
                == ["killed_or_wounded 3000 people, kp"]
        )
    }

    @Test("A heading or the sentence before says what a bare number counts")
    func topics() {
        let heading = weapons(
            """
            Eighty cruise missiles were fired.

            And the drones?

            Sixty were launched. Fifty were shot down.
            """
        )
        #expect(
            heading == [
                "launched 80 missiles, Cruise missile", "launched 60 drones, Drone", "intercepted 50 drones, Drone",
            ]
        )
        let port = weapons(
            """
            Ninety drones crossed the border. Missiles had been fired at the port the day before. Of 21, six were shot \
            down.
            """
        )
        #expect(port.suffix(2) == ["launched 21 missiles, Missile", "intercepted 6 missiles, Missile"])
    }

    @Test("What a part is of, the whole need not be")
    func parts() {
        #expect(
            weapons("Twelve Kalibr were fired among others. In all, 55 were shot down.").last
                == "intercepted 55 missiles, Missile"
        )
        #expect(weapons("Russia fired six ballistic and cruise missiles.") == ["launched 6 missiles, Missile"])
        #expect(weapons("Russia fired six Iskander-M or KN-23 missiles.") == ["launched 6 missiles, Ballistic missile"])
        #expect(
            weapons("Russia fired 40 missiles and 60 drones, of which the air force shot down 31 and 52.").suffix(2)
                == ["intercepted 31 missiles, Missile", "intercepted 52 drones, Drone"]
        )
        #expect(weapons("All but one of the drones were destroyed.") == [])
        #expect(
            weapons("Russia fired 12 missiles and 36 drones. The air force shot down 30 of the 48.").suffix(2)
                == ["intercepted 30 missiles and drones, -", "launched 48 missiles and drones, -"]
        )
    }
}
