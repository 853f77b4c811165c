import Testing

@testable import Sitrep

@Suite("A name is given to what it stands for in its report")
struct MentionResolverTests {
    let vocabulary: Vocabulary
    init() throws { vocabulary = try Fixture.vocabulary() }

    private func regions(_ text: String, title: String = "") -> [String] {
        Fixture.ids(.region, text, title: title, in: vocabulary)
    }
    private func actors(_ text: String) -> [String] { Fixture.ids(.actor, text, in: vocabulary) }

    @Test func bareNamesDefer() {
        #expect(regions("Shells fell on Kursk.") == ["kursk"])
        #expect(regions("Fighting goes on in Kursk Oblast. Troops moved to Kursk.") == ["ru-kur"])
        #expect(regions("Troops moved to Kursk.", title: "The Kursk region") == ["ru-kur"])
        #expect(regions("Kursk Oblast was hit, and the city of Kursk.") == ["kursk", "ru-kur"])
        #expect(regions("Kursk Oblast was hit. Belgorod too.") == ["belgorod", "ru-kur"])
        #expect(regions("in the Kursk border region") == ["ru-kur"])
    }

    @Test(arguments: [
        "in the Kursk and Belgorod regions", "Kursk, Belgorod oblasts", "the regions of Kursk and Belgorod",
        "regions of Kursk, Belgorod",
    ])
    func listsOfRegions(text: String) { #expect(regions(text) == ["ru-bel", "ru-kur"]) }

    @Test func listsEndWithTheirSentence() {
        #expect(regions("They left Kursk. Regions followed.") == ["kursk"])
        #expect(regions("from Kursk to other regions") == ["kursk"])
    }

    @Test func ambiguousNames() {
        #expect(regions("Georgia") == ["ge"])
        #expect(regions("Tbilisi, Georgia") == ["ge", "tbilisi"])
        #expect(regions("Atlanta, Georgia") == ["atlanta", "us-ga"])
        #expect(regions("Georgia", title: "Atlanta and Savannah") == ["atlanta", "savannah", "us-ga"])
    }

    @Test(arguments: [
        "Fighting in Ukraine", "southern Ukraine", "Kyiv, Ukraine", "across the south of Ukraine", "Ukraine's border",
        "Ukraine’s Kyiv region", "Ukraine's eastern regions", "parts of Ukraine", "troops sent to Ukraine", "в Україні",
    ])
    func countriesAsPlaces(text: String) {
        #expect(regions(text).contains("ua"))
        #expect(actors(text) == [])
    }

    @Test(arguments: [
        "Ukraine said", "aid to Ukraine", "Ukraine's president", "Ukraine launched drones", "talks with Ukraine",
    ])
    func countriesAsActors(text: String) {
        #expect(regions(text) == [])
        #expect(actors(text) == ["ua"])
    }

    @Test(arguments: ["an attack on Ukraine", "the invasion of Ukraine", "the Ukraine war"])
    func countriesAsBoth(text: String) {
        #expect(regions(text) == ["ua"])
        #expect(actors(text) == ["ua"])
    }

    @Test func countriesInAList() {
        #expect(regions("in Russia and Ukraine") == ["ru", "ua"])
        #expect(actors("in Russia and Ukraine") == [])
        #expect(actors("Russia and Ukraine said") == ["ru", "ua"])
    }

    @Test func initialsBeforeANoun() {
        #expect(regions("in the US elections") == [])
        #expect(regions("in the U.S. military") == [])
        #expect(regions("in the U.S. and elsewhere") == ["us"])
        #expect(regions("made in the US, he said") == ["us"])
        #expect(regions("on US soil") == ["us"])
    }

    @Test func demonymsAreActors() {
        #expect(regions("Ukrainian forces near Kyiv") == ["kyiv"])
        #expect(actors("Ukrainian forces near Kyiv") == ["ua"])
        #expect(actors("in the Ukrainian language") == [])
        #expect(regions("the Russian Kursk region") == ["ru-kur"])
    }

    @Test(arguments: [
        "Moscow said", "Moscow has repeatedly denied", "Moscow's war effort", "sent by Moscow",
        "Moscow and Kyiv launched",
    ])
    func capitalsThatAct(text: String) {
        #expect(!regions(text).contains("moscow"))
        #expect(actors(text).contains("ru"))
    }

    @Test(arguments: ["in Moscow", "Moscow residents", "Moscow's streets", "near Moscow, said witnesses", "Moscow"])
    func capitalsAsPlaces(text: String) {
        #expect(regions(text) == ["moscow"])
        #expect(actors(text) == [])
    }

    @Test func order() {
        let found = FacetExtractor(vocabulary: vocabulary).extract(
            title: "",
            text: "Brovary. Kyiv. Kyiv. Grad. Ukrainian. Kyiv"
        )
        #expect(found.mentions.map(\.concept.rawValue) == ["kyiv", "brovary", "ua", "grad"])
    }
}
