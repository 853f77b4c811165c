import Testing

@testable import Sitrep

@Suite("The word that governs a number says what it is a figure of")
struct ClaimKindTests {
    @Test(
        "English",
        arguments: [
            (
                "Ukraine shot down 50, lost 19 from radar, and jammed 11 drones.",
                ["jammed 11 drones"]
            ),
            (
                "Ukraine faced an onslaught of 73 drones, shooting down 50 of them. Four drones remain airborne, while "
                    + "another 19 have gone off the radar.",
                [
                    "launched 73 drones", "intercepted 50 drones", "other 4 drones", "lost_from_radar 19 drones",
                ]
            ),
            (
                "Air defenses downed four missiles and 37 drones, and another 47 drones were stopped by jamming.",
                ["intercepted 4 missiles", "intercepted 37 drones", "jammed 47 drones"]
            ),
            ("Shot down: 36 of 56 Shahed drones.", ["intercepted 36 drones", "launched 56 drones"]),
            ("Ukraine shot down 36 of 56 drones.", ["intercepted 36 drones", "launched 56 drones"]),
            (
                "Of 65 drones in the same night, 40 were shot down and 20 were jammed.",
                ["launched 65 drones", "intercepted 40 drones", "jammed 20 drones"]
            ),
            ("Three missiles aimed at the city were shot down.", ["intercepted 3 missiles"]),
            (
                "They shot down four missiles and 37 drones launched by Russia.",
                ["intercepted 4 missiles", "intercepted 37 drones"]
            ),
            ("About 3,000 soldiers had been killed or wounded.", ["killed_or_wounded 3000 people about"]),
            ("A strike killed a 32-year-old mother and her three children.", ["killed 4 people"]),
            ("A man and his young son were killed.", ["killed 2 people"]),
            (
                "It killed a 52-year-old woman; two workers died and seven were injured.",
                [
                    "killed 1 people", "killed 2 people", "wounded 7 people",
                ]
            ),
            ("Two killed and seven injured.", ["killed 2 people", "wounded 7 people"]),
            ("12 people, including two children, were killed.", ["killed 12 people", "killed 2 people"]),
            ("At least six deaths and 18 injuries.", ["killed 6…- people at least", "wounded 18 people"]),
            ("The death toll has risen to 60.", ["killed 60 people"]),
            ("Casualties stood at about 3,000.", ["killed_or_wounded 3000 people about"]),
            ("A loss of 25,000 soldiers.", ["killed_or_wounded 25000 people"]),
            (
                "Up to 2,000 soldiers were captured; A guard was taken prisoner.",
                [
                    "captured -…2000 people up to", "captured 1 people",
                ]
            ),
            ("It sent 10,000 to 12,000 troops.", ["troops 10000…12000 people"]),
            ("A force of 50,000 troops stands there.", ["troops 50000 people"]),
            (
                "They hold 1,400 square kilometers, 2,000 km2, 30 km² and 250 square miles.",
                [
                    "area 1400 km2", "area 2000 km2", "area 30 km2", "area 250 square miles",
                ]
            ),
            ("Over 2,000 residents were evacuated.", ["evacuated 2000…- people over"]),
            ("The seven people were missing; eight people are missing.", ["missing 8 people"]),
            (
                "Eight helicopters and two tanks were destroyed, 12 houses damaged.",
                [
                    "destroyed 8 helicopters", "destroyed 2 tanks", "damaged 12 buildings",
                ]
            ),
            ("It promised 31 tanks.", ["delivered 31 tanks"]),
            (
                "The package includes four short-range, highly manoeuvrable launchers and 20 million rounds.",
                ["delivered 4 systems", "delivered 20000000 rounds"]
            ),
            ("The fighters took 20 prisoners.", ["captured 20 people"]),
            ("One of its soldiers was killed and another wounded.", ["killed 1 people", "wounded 1 people"]),
            ("Two hostages – an American and a Pole – were captured.", ["captured 2 people"]),
            ("Three British-provided Storm Shadow missiles were used.", ["launched 3 missiles"]),
            ("The number of people driven from their homes has passed 20,000.", ["other 20000 people"]),
            ("Some 8 million internally displaced people remain.", ["other 8000000 people about"]),
            (
                "Soldiers are killed: between 100 and 200 soldiers are being killed every day.",
                ["killed 100…200 people/day"]
            ),
            ("The country of 129,500 square miles sent 113 members.", []),
            ("More than nine million people have been driven from their homes.", ["other 9000000…- people over"]),
            ("Some 20,000 households were without power.", ["other 20000 households about"]),
        ]
    )
    func english(text: String, expected: [String]) { #expect(claims(text).map(short) == expected) }

    @Test(
        "Ukrainian and Russian",
        arguments: [
            (
                "Збито 59 ракет, 54 дрони та два літаки.",
                [
                    "intercepted 59 missiles", "intercepted 54 drones", "intercepted 2 aircraft",
                ]
            ),
            (
                "Сбиты четыре ракеты и 37 беспилотников, ещё 47 подавлены.",
                [
                    "intercepted 4 missiles", "intercepted 37 drones", "jammed 47 drones",
                ]
            ),
            ("Ще 46 безпілотників зникли з радарів.", ["lost_from_radar 46 drones"]),
            ("Загинули троє людей, ще п’ятеро поранені.", ["killed 3 people", "wounded 5 people"]),
            ("Загинула жінка, поранено двох дітей.", ["killed 1 people", "wounded 2 people"]),
            (
                "Было сбито 12 дронов, двое погибли, пятеро ранены.",
                [
                    "intercepted 12 drones", "killed 2 people", "wounded 5 people",
                ]
            ),
            ("Погиб 45-летний мужчина.", ["killed 1 people"]),
            ("Ракета убила мать и её троих детей.", ["killed 4 people"]),
            ("Росія зосередила близько 50 тисяч військових.", ["troops 50000 people about"]),
            ("Захоплено 15 полонених.", ["captured 15 people"]),
            ("Зайнято 1 000 км² та 800 квадратних кілометрів.", ["area 1000 km2", "area 800 km2"]),
            ("Дві ракети перехопити не вдалося.", []),
        ]
    )
    func slavic(text: String, expected: [String]) { #expect(claims(text).map(short) == expected) }

    @Test(
        "A number that no word governs, or a denied one, is no figure",
        arguments: [
            "They did not intercept 20 drones.",
            "20 drones were not intercepted, and none of 12 missiles.",
            "Two Kyiv officials said that three men talked of drones.",
            "Five regions and 14 settlements were hit by drones.",
            "A drone was seen. A missile strike followed.",
        ]
    )
    func nothing(text: String) { #expect(claims(text).map(short) == []) }

    @Test("A range and its least are two figures, in either order")
    func ranges() {
        let (one, many) = ("It sent 10,000 troops to Kursk.", "It sent 10,000 to 12,000 troops to Kursk.")
        let expected = ["troops 10000 people", "troops 10000…12000 people"]
        #expect(claims(one + " " + many).map(short) == expected)
        #expect(claims(many + " " + one).map(short) == expected.reversed())
    }

    @Test("A text that begins with a multiplier is read", arguments: ["Тисяча", "Мільйон", "Сотня", "Тысяча"])
    func multiplierAtTheStart(word: String) {
        #expect(claims("", title: "\(word) дронів збито над Києвом").map(\.kind) == [.intercepted])
    }

    @Test("What is said twice is one claim, and by another claimant a second one")
    func once() throws {
        let text = """
            Ukraine’s air force said it shot down 50 drones. It shot down 50 drones, the air force said.

            Russia’s defence ministry said that it had shot down 50 drones.
            """
        #expect(claims(text).map(short) == ["intercepted 50 drones", "intercepted 50 drones"])
        let hedged = claims("More than 400 vehicles were destroyed in Kursk. 400 vehicles were destroyed.")
        #expect(hedged.map(short) == ["destroyed 400…- vehicles over"])
    }

    @Test("Any text gives claims within it, and none breaks it")
    func hostile() {
        let parts = [
            "20", "drones", "were", "shot", "down", "killed", "1", "400", ",", ".", "–", "-", "of", "and", "a", "woman",
            "Ukraine", "said", "that", "thousand", "million", "dozens", "\0", "\u{301}", "двоє", "загинули", "збито",
            "ракет", "км²", "\u{202E}", "٣", "(", ")", "\n", "\n\n", "$", "%", "not", "which", "to", "up", "her",
            "children", "тисяча", "мільйон", "сотня", "Kyiv", "radar", "lost", "jamming", "on Wednesday",
            "99999999999999999999", "including", "+",
        ]
        var generator = SeededGenerator(seed: 11)
        for _ in 0..<1_500 {
            let text = (0..<generator.number(1...30)).map { _ in
                generator.pick(parts) + (generator.chance(70) ? " " : "")
            }.joined()
            for claim in claims(text, title: text) {
                #expect(claim.span.upperBound <= text.utf8.count && !claim.span.isEmpty, "\(text)")
                #expect((claim.least ?? 0) <= (claim.most ?? .infinity) && !claim.unit.isEmpty, "\(text)")
            }
        }
    }

    @Test("A table of a hundred thousand figures is read, and cut")
    func long() {
        let text = String(repeating: "20 drones shot down, ", count: 50_000)
        #expect(claims(text).count <= ClaimFinder.mostClaims)
        for part in [
            "1 000 000 and a ", "one hundred ", "one hundred thousand and ", "half a dozen ", "a woman and her ",
        ] {
            #expect(claims(String(repeating: part, count: 20_000)).isEmpty)
        }
    }
}
