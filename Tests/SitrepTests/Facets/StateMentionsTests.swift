import Testing

@testable import Sitrep

@Suite("A country is a place, a party, or both")
struct StateMentionsTests {
    let vocabulary: Vocabulary
    init() throws { vocabulary = try StatesFixture.vocabulary() }

    private func regions(_ text: String) -> [String] { Fixture.ids(.region, text, in: vocabulary) }
    private func actors(_ text: String) -> [String] { Fixture.ids(.actor, text, in: vocabulary) }

    @Test(arguments: [
        "carrying jet fuel to Sudan", "a carrier with grain for Sudan", "a ship bound for Sudan", "travel from Sudan",
        "They flee to Sudan.", "thousands fled Sudan", "over the river into Sudan", "off Sudan", "in war-torn Sudan",
        "in the other Sudan, the one on the Nile", "in neighbouring Sudan", "the rest of Sudan",
        "the border with Sudan",
        "Sudan's battles intensify", "Sudan's civil war", "Sudan's rebels", "Sudan's largest city", "Sudan's desert",
        "a Sudan-based trader", "кордон із Sudan",
    ])
    func places(text: String) {
        #expect(regions(text) == ["sd"])
        #expect(actors(text) == [])
    }

    @Test(arguments: [
        "arms to Sudan", "aid for Sudan", "three peacekeepers from Sudan", "supplies to the town from Sudan",
        "They fend off Sudan.", "Sudan's coast guard", "Sudan's border guards", "the Sudan border force",
        "Sudan's conflict with its neighbour", "Sudan's “most urgent” needs", "Sudan's civil society",
        "the Sudan junta", "Sudan's junta", "After the attack Sudan spoke.", "Sudan's port authority",
    ])
    func parties(text: String) {
        #expect(regions(text) == [])
        #expect(actors(text) == ["sd"])
    }

    @Test(arguments: [
        "Sudan, which shares a long border with Libya's south, shut it.", "They would attack Sudan.", "to invade Sudan",
        "the invasion of Sudan",
    ])
    func both(text: String) {
        #expect(regions(text).contains("sd"))
        #expect(actors(text).contains("sd"))
    }

    @Test func betweenTwo() {
        #expect(regions("weapons trafficking between Iraq and Syria") == ["iq", "sy"])
        #expect(actors("weapons trafficking between Iraq and Syria") == [])
        #expect(regions("the border between Iraq and Syria") == ["iq", "sy"])
        #expect(actors("talks between Iraq and Syria") == ["iq", "sy"])
        #expect(actors("clashes between Iraq and Syria") == ["iq", "sy"])
    }

    @Test func lists() {
        #expect(regions("in Iraq, Syria and Iran") == ["iq", "ir", "sy"])
        #expect(regions("in Iraq, Syria, and Iran") == ["iq", "ir", "sy"])
        #expect(regions("In Syria, Russia bombed a town.") == ["sy"])
        #expect(regions("Since Russia invaded Ukraine, Romania has joined.") == ["ua"])
    }

    @Test func towardACountry() {
        #expect(regions("It fired two missiles toward Iraq.") == ["iq"])
        #expect(actors("its policy toward Iraq") == ["iq"])
    }

    @Test func whatBelongsToACountry() {
        #expect(regions("Yemen's Houthis said") == ["ye"])
        #expect(actors("Yemen's Houthis said") == ["houthis"])
        #expect(actors("Lebanon's Iran-backed Hezbollah") == ["hezbollah", "ir"])
        #expect(regions("Lebanon's Iran-backed Hezbollah") == ["lb"])
        #expect(regions("Russia's Saratov region") == ["ru", "ru-sar"])
        #expect(actors("Russia's Akhmat") == ["akhmat", "ru"])
        #expect(actors("the Assad regime") == ["assad", "sy"])
    }

    @Test func goodsAreNoParties() {
        #expect(actors("supplies to Ukraine from the US and others") == ["ua", "us"])
        #expect(regions("supplies to Ukraine from the US and others") == [])
        #expect(regions("sanctioned for carrying jet fuel to Syria") == ["sy"])
        #expect(actors("carrying weapons to Syria") == ["sy"])
    }

    @Test func fromOneToAnother() {
        #expect(regions("Trains from Iraq to Syria were late.") == ["iq", "sy"])
        #expect(actors("aid from Iran to Syria") == ["ir", "sy"])
    }

    @Test func otherCases() {
        #expect(regions("на Украине") == ["ua"])
        #expect(actors("на Украине") == [])
        #expect(actors("атака на Украину") == ["ua"])
        #expect(regions("Ночью они атаковали Украину") == ["ua"])
        #expect(actors("переговори з Україною") == ["ua"])
        #expect(regions("переговори з Україною") == [])
        #expect(regions("кордон з Україною") == ["ua"])
    }

    @Test(arguments: [
        "Sudan's", "Sudan, which", "between Sudan", "\0Sudan\0", "to Sudan", "off Sudan", "Sudan's \u{301}",
    ])
    func textsThatBreakOff(text: String) { #expect(regions(text).count + actors(text).count == 1) }

    @Test func institutionsOfTheStateSpokenOf() {
        #expect(
            actors("On the Russian side, the Ministry of Defence said so. The Ministry of Defence denied it.")
                == ["defence-ru", "ru"]
        )
        let text =
            "Russian officers spoke, the Ministry of Defence said. Ukrainian ones too, the Ministry of Defence said."
        #expect(actors(text) == ["defence-ru", "defence-ua", "ru"])
    }
}
