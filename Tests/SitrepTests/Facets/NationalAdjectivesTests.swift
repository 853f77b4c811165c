import Testing

@testable import Sitrep

@Suite("An adjective of a nation names its state where it speaks of who acts for it")
struct NationalAdjectivesTests {
    let vocabulary: Vocabulary
    init() throws { vocabulary = try StatesFixture.vocabulary() }

    private func actors(_ text: String) -> [String] { Fixture.ids(.actor, text, in: vocabulary) }

    @Test(arguments: [
        "French-provided missiles", "French-made", "a French-style villa", "US-made", "the Turkish-French border",
        "near the Iraqi and French borders", "Russian border villages", "украинские города", "українські міста",
        "Tripoli (the Lebanese one; some laughed)", "the Libyan would be quieter", "an Iranian was hurt",
        "the Georgia international", "the Ukrainian champions", "the Russian Saratov region", "Syrian refugees",
        "украинские приграничные города", "a French film", "Panama-flagged, French-owned",
    ])
    func nobody(text: String) { #expect(actors(text) == []) }

    @Test(arguments: [
        "Iranian-backed militia", "Iranian-led forces", "Iranian-held hills", "Iranian troops",
        "Iranian and other forces",
        "Iranian border guards", "an Iranian strike", "the Iranian who", "Iranian missiles", "the Iranian and his men",
        "Iranian territorial defence",
    ])
    func parties(text: String) { #expect(actors(text) == (text.hasSuffix("who") ? [] : ["ir"])) }

    @Test func nationsAsPlurals() {
        #expect(actors("the French said") == ["fr"])
        #expect(actors("the Kremlin has said") == ["ru"])
        #expect(actors("the Lebanese are") == ["lb"])
        #expect(actors("російські війська") == ["ru"])
        #expect(actors("российские оккупанты") == ["ru"])
    }

    @Test(arguments: ["the Libyan", "Iraqi and", "Turkish-", "Iranian\0border"])
    func textsThatBreakOff(text: String) { #expect(actors(text).count <= 1) }
}
