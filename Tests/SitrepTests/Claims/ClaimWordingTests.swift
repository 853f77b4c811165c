import Testing

@testable import Sitrep

@Suite("Figures are found in the many ways in which reports word them")
struct ClaimWordingTests {
    private func name(_ id: ConceptID?, _ facet: FacetKind) -> String? {
        id.flatMap { Vocabulary.builtIn.path(of: $0, in: facet).last }
    }

    /// Kind and number, whose, and where.
    private func found(_ text: String) -> [String] {
        claims("Russia and Ukraine are at war.\n\n" + text).map { claim in
            [short(claim), name(claim.subject, .actor) ?? "-", name(claim.place, .region) ?? "-"].joined(
                separator: " · "
            )
        }
    }

    @Test(
        "Bodies, further victims, counts of dead and wounded",
        arguments: [
            ("Police found 440 bodies in a mass grave in Izium.", "killed 440 people · Ukraine · Izium"),
            ("The bodies of 410 civilians were recovered in Bucha.", "killed 410 people · Ukraine · Bucha"),
            ("Another civilian was killed in Cherkasy.", "killed 1 people · Ukraine · Cherkasy"),
            ("The number of dead has risen to 19.", "killed 19 people · - · -"),
            ("Four rescuers were among the injured.", "wounded 4 people · - · -"),
            ("3,000 fighters of the group were killed in Bakhmut.", "killed 3000 people · - · Bakhmut"),
            ("У Харкові загинули 3 людини.", "killed 3 people · Ukraine · Kharkiv"),
            ("Внаслідок удару по Запоріжжю постраждали 25 людей.", "wounded 25 people · Ukraine · Zaporizhzhia"),
            ("В Белгороде погибли два человека.", "killed 2 people · Russia · Belgorod"),
            ("Кількість загиблих у Дніпрі зросла до 45.", "killed 45 people · Ukraine · Dnipro"),
        ]
    )
    func people(text: String, expected: String) { #expect(found(text) == [expected]) }

    @Test(
        "Who gives arms, and to whom",
        arguments: [
            (
                "Germany will send 31 Leopard tanks and 500 Javelin missiles to Ukraine.",
                ["delivered 31 tanks · Germany · Ukraine", "delivered 500 missiles · Germany · Ukraine"]
            ),
            ("Norway is to supply Ukraine with eight Leopard tanks.", ["delivered 8 tanks · Norway · Ukraine"]),
            ("Ukraine has received 100 drones from Poland.", ["delivered 100 drones · Poland · Ukraine"]),
            ("Польша передала Украине 240 танков.", ["delivered 240 tanks · Poland · Ukraine"]),
            ("The aid package contains 9,000 artillery rounds and four radars.", ["delivered 9000 rounds · - · -"]),
            (
                "The UK is to provide Ukraine with 80 Husky, Wolfhound and Mastiff vehicles.",
                ["delivered 80 vehicles · United Kingdom · Ukraine"]
            ),
            ("The Netherlands is sending 200 Stinger missiles.", ["delivered 200 missiles · Netherlands · -"]),
            (
                "The aid includes: 90 Stryker vehicles, 7,000 small arms and 5,000 helmets.",
                ["delivered 90 vehicles · - · -", "delivered 7000 weapons · - · -", "delivered 5000 helmets · - · -"]
            ),
            ("Russia sent 90 drones into Ukraine.", ["launched 90 drones · Russia · Ukraine"]),
        ]
    )
    func arms(text: String, expected: [String]) { #expect(found(text) == expected) }

    @Test(
        "Attacks from, with and by drones; parts and shares",
        arguments: [
            ("Kyiv came under attack from about 20 drones.", ["launched 20 drones about · Russia · Kyiv"]),
            ("Ukraine was hit by 60 missiles.", ["launched 60 missiles · Russia · Ukraine"]),
            ("Half of the 90 missiles were shot down.", ["launched 90 missiles · - · -"]),
            ("Two F-16 fighters were destroyed.", ["destroyed 2 aircraft · - · -"]),
            (
                "The Ukrainian air force destroyed 24 of 27 drones over Kyiv Oblast.",
                ["intercepted 24 drones · Russia · Kyiv Oblast", "launched 27 drones · Russia · Kyiv Oblast"]
            ),
        ]
    )
    func attacks(text: String, expected: [String]) { #expect(found(text) == expected) }

    @Test(
        "Who says so may stand at the end of a quotation, or be an estimate's author",
        arguments: [
            (
                "“Two died in Kharkiv today. There are 20 wounded,” Zelensky said.",
                ["Volodymyr Zelenskyy", "Volodymyr Zelenskyy"]
            ),
            ("\"Two died in Kharkiv.\" Zelensky spoke of 20 wounded.", [nil, nil]),
            (
                "«У Харкові загинули двоє. Ще 20 поранені», — сказав Зеленський.",
                ["Volodymyr Zelenskyy", "Volodymyr Zelenskyy"]
            ),
            (
                "The British Ministry of Defence estimated that 15,000 Russian soldiers were killed.",
                ["UK Ministry of Defence"]
            ),
            ("The UNHCR puts the number of refugees at 5 million.", ["United Nations High Commissioner for Refugees"]),
        ]
    )
    func claimants(text: String, expected: [String?]) {
        let found = claims("Russia and Ukraine are at war.\n\n" + text)
        #expect(found.map { name($0.claimant, .actor) } == expected)
    }

    @Test("Casualties are of those who suffer them, and ages are no second figure")
    func sufferers() {
        #expect(found("Russia suffered 100,000 casualties.") == ["killed_or_wounded 100000 people · Russia · -"])
        #expect(found("Two women, aged 60 and 70, were killed in Toretsk.") == ["killed 2 people · Ukraine · Toretsk"])
    }

    @Test(
        "Who fled, and who is held",
        arguments: [
            ("Almost 8 million have been forced to flee their homes.", "other 8000000 people nearly · - · -"),
            (
                "More than 600,000 people have sought refuge in Moldova.",
                "other 600000…- people over · Moldova · Moldova"
            ),
            ("Nearly 200,000 refugees have crossed into Moldova.", "other 200000 people nearly · - · Moldova"),
            ("Three British men are being held by Russian-backed forces.", "captured 3 people · United Kingdom · -"),
            ("Russia is holding 8,000 Ukrainian prisoners of war.", "captured 8000 people · Ukraine · -"),
            ("The Russians took 11 civilians hostage.", "captured 11 people · - · -"),
        ]
    )
    func flightAndCaptivity(text: String, expected: String) { #expect(found(text) == [expected]) }
}
