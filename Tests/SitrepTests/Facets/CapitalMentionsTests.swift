import Testing

@testable import Sitrep

@Suite("A capital is its state where it acts or is dealt with, and a city else")
struct CapitalMentionsTests {
    let vocabulary: Vocabulary
    init() throws { vocabulary = try StatesFixture.vocabulary() }

    private func regions(_ text: String) -> [String] { Fixture.ids(.region, text, in: vocabulary) }
    private func actors(_ text: String) -> [String] { Fixture.ids(.actor, text, in: vocabulary) }

    @Test(arguments: [
        "They vow to supply Kyiv with interceptors.", "It would send Kyiv another $425 million.",
        "They gave Kyiv tanks.",
        "It urged Kyiv to wait.", "He told Kyiv so.", "They would accuse Kyiv of it.", "It warns Kyiv against that.",
        "A new arms shipment to Kyiv", "Only then did Kyiv finally acknowledge it.", "Will Kyiv agree to that?",
        "Kyiv, however, has been reluctant.", "Kyiv, for its part, denied it.", "Kyiv, which denies that, waits.",
        "Kyiv, meanwhile, said nothing.", "Kyiv, which has been reluctant to", "on Kyiv's behalf", "ties with Kyiv",
        "Kyiv tariff demands may rise.", "Kyiv sanctions hurt.", "Kyiv trade policy", "pro-Kyiv groups",
        "He spoke for long with Kyiv.",
        "help Kyiv defend itself", "The authorities in Kyiv denied it.", "В Киеве это отрицают.",
    ])
    func states(text: String) {
        #expect(regions(text) == [])
        #expect(actors(text) == ["ua"])
    }

    @Test(arguments: [
        "They help Kyiv residents.", "Russian forces threaten Kyiv.", "They tried to isolate Kyiv.",
        "Power lines supplying Kyiv were cut.", "Kyiv plunged into darkness.", "Kyiv burned.",
        "It gave Kyiv hospitals generators.", "a flight to Kyiv", "They left Kyiv.",
        "A train from Kyiv was late.", "Did Kyiv fall?", "Kyiv, which lies on the river, was hit.",
        "Kyiv, which has been shelled", "Kyiv, which has four million people", "Kyiv, however, was hit.",
        "Kyiv later that day", "Kyiv residents demand", "Missiles hit Kyiv troops said.", "in Kyiv sanctions bite",
        "the road between Kyiv and Moscow", "Kyiv, in the north", "Kyiv street sanctions",
    ])
    func cities(text: String) { #expect(regions(text).contains("ua-capital")) }

    @Test func twoCapitals() {
        #expect(actors("He asked Paris and Washington to press for a truce.") == ["fr", "us"])
        #expect(actors("They urged Moscow, Beijing and Tehran to stop.") == ["cn", "ir", "ru"])
        #expect(actors("ties between Moscow and Beijing") == ["cn", "ru"])
        #expect(regions("He flew to Paris and Washington.") == ["fr-capital", "us-capital"])
        #expect(actors("Moscow, Beijing and Tehran condemned it.") == ["cn", "ir", "ru"])
        #expect(actors("Paris and Tehran want that; Moscow and Beijing are mediating.") == ["cn", "fr", "ir", "ru"])
        #expect(actors("Moscow and its allies rejected it.") == ["ru"])
        #expect(actors("Talks in Rome between Washington and Tehran collapsed.") == ["ir", "us"])
        #expect(regions("Officials in Washington and Paris said so.") == ["fr-capital", "us-capital"])
        #expect(regions("Protesters in Tbilisi and Cairo demand change.") == ["eg-capital", "ge-capital"])
        #expect(regions("Moscow and Cairo are dark.") == ["eg-capital", "ru-capital"])
        #expect(regions("an airfield near Moscow, Kyiv said") == ["ru-capital"])
        #expect(actors("an airfield near Moscow, Kyiv said") == ["ua"])
    }

    @Test func whoIsAccused() {
        let text = "Caracas, which Bogotá accuses of giving them shelter, offered help."
        #expect(actors(text) == ["co", "ve"])
        #expect(regions(text) == [])
        #expect(regions("Kyiv, which Russia has shelled for weeks, is dark.") == ["ua-capital"])
    }

    @Test(arguments: [
        "Киев отказался от комментариев.", "Київ заперечує звинувачення.", "Сьогодні Київ не коментував удари.",
        "В Киеве ранее говорили, что операция идет.", "В Киеве заявили о новых ударах.", "У Києві не коментують це.",
        "У Києві повідомили, що переговори тривають.", "Як заявили у Києві, це неправда.", "переговори з Києвом",
        "переговоры между Киевом и Римом", "допомога Києву", "помощь Киеву", "призвал Киев остановиться",
    ])
    func speakersInUkrainianAndRussian(text: String) {
        #expect(regions(text) == [])
        #expect(actors(text) == ["ua"])
    }

    @Test(arguments: [
        "мэр Киева заявил об атаке", "У Києві повідомили про вибухи.", "В Киеве взорвался дрон.", "поїзд з Києва",
        "У Києві вночі лунали вибухи.", "дорога между Киевом и Римом", "на околиці Києва", "Київ під ударом",
        "В Киеве открыли музей.", "над Києвом збили дрон", "у Києві\n\nзаявили", "К\u{0438}\u{0306}иев",
    ])
    func citiesInUkrainianAndRussian(text: String) { #expect(actors(text) == []) }

    @Test func otherForms() {
        #expect(actors("Германия поставит Киеву танки.") == ["ua"])
        #expect(actors("удар по Киеву, дорога к Киеву") == [])
        #expect(actors("Сказали, что Киев затягивает переговоры.") == ["ua"])
        #expect(actors("Киев страдает от ударов.") == [])
        #expect(actors("Киев и Тегеран обсудили поставки.") == ["ir", "ua"])
    }

    @Test func ownersAndParts() {
        #expect(actors("Moscow's air strikes, its central bank") == ["ru"])
        #expect(actors("Kyiv's western allies") == ["ua"])
        #expect(regions("Kyiv's southern suburbs") == ["ua-capital"])
        #expect(regions("Kyiv's main railway station") == ["ua-capital"])
    }

    @Test func feminineNames() {
        #expect(actors("Москва заявила о победе.") == ["ru"])
        #expect(actors("Вона каже, що Москва вимагає цього.") == ["ru"])
        #expect(regions("мер Москви заявив") == ["ru-capital"])
        #expect(actors("Москва вызвала посла.") == ["ru"])
        #expect(actors("Москва пережила ночь без света.") == [])
        #expect(actors("Киев ввел санкции.") == ["ua"])
        #expect(actors("Київ зазнав атаки.") == [])
        #expect(actors("мэр Киева ввел комендантский час") == [])
    }

    @Test(arguments: [
        "Kyiv, which", "Kyiv, however", "Kyiv, however,", "did Kyiv", "В Киеве", "у Києві не", "\0Kyiv\0,\0which",
        "كييف, Kyiv",
    ])
    func textsThatBreakOff(text: String) { #expect(!text.isEmpty && actors(text) == []) }

    @Test("A continent that acts is no place")
    func continents() throws {
        let vocabulary = try Fixture.compile("facet: region\nconcepts:\n- {id: europe, name: Europe, kind: continent}")
        for text in ["Europe relies on gas.", "They urged Europe to act.", "Europe, however, wants more time."] {
            #expect(Fixture.ids(.region, text, in: vocabulary) == [], "\(text)")
        }
        for text in ["Shops in Europe closed.", "across Europe", "The largest plant of Europe was hit."] {
            #expect(Fixture.ids(.region, text, in: vocabulary) == ["europe"], "\(text)")
        }
    }
}
