import Testing

@testable import Sitrep

@Suite("A word of a query finds its other spellings")
struct OtherSpellingsTests {
    private static let texts = [
        "latin.txt": "Officials in Kyiv spoke. Kyiv was calm, and in Kyiv the metro ran through Kyiv and Kyiv.",
        "old.txt": "Officials in Kiev spoke. Kiev was calm, and in Kiev the metro ran through Kiev and Kiev.",
        "uk.txt": "У Києві пролунали вибухи. Мер Києва повідомив про постраждалих, втрати уточнюються.",
        "ru.txt": "В Киеве прогремели взрывы. Мэр Киева сообщил о пострадавших, потери уточняются.",
        "scalp.txt": "French SCALP missiles were fired from a bomber at the depot.",
        "shadow.txt": "British Storm Shadow missiles were fired at the bridge.",
        "apart.txt": "The storm passed, and a shadow fell over the harbour.",
        "pronoun.txt": "They told us that nobody had helped us, and left us there.",
        "states.txt": "The vote came late. The US said that the United States would send aid. The US Senate voted.",
        "short.txt": "The US Army left the base; the US said so.",
        "losses.txt": "The army admitted heavy losses in the east.",
        "executive.txt": "The chief executive of the bank spoke about mobile phones.",
        "georgia.txt": "Столиця Грузії Тбілісі. Грузія голосує.",
    ]

    private static func index() throws -> SmallIndex { try SmallIndex(texts) }

    @Test func namesInOtherScripts() throws {
        let index = try Self.index()
        for query in ["Kiev", "kyiv", "Київ", "Києві", "Киев", "киеве"] {
            #expect(try index.ids(query) == ["latin.txt", "old.txt", "ru.txt", "uk.txt"], "\(query)")
        }
        #expect(try index.ids("SCALP") == ["scalp.txt", "shadow.txt"])
        #expect(try index.ids("scalp") == ["scalp.txt", "shadow.txt"])
        #expect(try index.ids("storm shadow") == ["apart.txt", "scalp.txt", "shadow.txt"])
        #expect(try index.ids("(storm shadow) bridge") == ["shadow.txt"])
        #expect(try index.ids("scalp OR kiev").count == 6)
        #expect(try index.ids("-kiev missiles") == ["scalp.txt", "shadow.txt"])
    }

    @Test func asTyped() throws {
        let index = try Self.index()
        #expect(try index.ids("\"storm shadow\"") == ["shadow.txt"])
        #expect(try index.ids("=kiev") == ["old.txt"])
        #expect(try index.ids("kiev") { $0.literal = true } == ["old.txt"])
        #expect(try index.ids("storm shadow") { $0.literal = true } == ["apart.txt", "shadow.txt"])
        #expect(try index.search("kiev") { $0.literal = true }.interpreted == "kiev")
    }

    @Test func everySpellingRanksAlike() throws {
        let index = try Self.index()
        let results = try index.search("kiev")
        let scores = Dictionary(uniqueKeysWithValues: results.hits.map { ($0.id, $0.score) })
        let (old, new) = (try #require(scores["old.txt"]), try #require(scores["latin.txt"]))
        #expect(abs(old - new) < 1e-9)
        for query in ["kyiv", "київ"] {
            let other = try index.search(query).hits.first { $0.id == "latin.txt" }?.score ?? 0
            #expect(abs(other - new) < 0.01 * new, "\(query) \(other) \(new)")
        }
    }

    @Test func theQueryIsReadBack() throws {
        let index = try Self.index()
        for query in ["Kiev", "scalp missiles", "losses", "US"] {
            let results = try index.search(query)
            let again = try index.search(results.interpreted)
            #expect(again.interpreted == results.interpreted)
            #expect(again.hits.map(\.id) == results.hits.map(\.id))
        }
        let reading = try index.search("Kiev").interpreted
        #expect(reading.hasPrefix("Kiev (= "), "\(reading)")
        for other in ["Kyiv", "Києва", "Киев"] { #expect(reading.contains(other), "\(reading)") }
        #expect(reading.split(separator: ",").count <= 5)
    }

    @Test func namesThatAreAlsoWords() throws {
        let index = try Self.index()
        #expect(try index.ids("US") == ["short.txt", "states.txt"])
        #expect(try index.ids("us").contains("pronoun.txt"))
        #expect(try index.ids("\"United States\"") == ["states.txt"])
        #expect(try !index.ids("United States").contains("pronoun.txt"))
        #expect(try index.ids("may") == [])
        #expect(try index.search("May").interpreted == "May")
        #expect(try index.search("Su").interpreted == "Su")
    }

    @Test("A name of several things expands to what is the same name alone")
    func namesOfSeveralThings() throws {
        let finder = SpellingFinder(.builtIn)
        #expect(try Self.index().ids("Georgia") == [])
        #expect(try Self.index().ids("Грузія") == ["georgia.txt"])
        let kursk = try #require(finder.spellings(of: "Kursk"))
        #expect(kursk.spellings.contains { $0.text == "Курськ" } || kursk.spellings.contains { $0.text == "Курск" })
        #expect(
            kursk.spellings.allSatisfy { SameName.areOne("Kursk", $0.text) || CaseForms.languages(of: $0.text) != [] }
        )
        let russia = try #require(finder.spellings(of: "Russia"))
        #expect(!russia.spellings.contains { ["Russian", "Kremlin", "російський", "Moscow"].contains($0.text) })
        #expect(finder.spellings(of: "May")?.spellings.isEmpty ?? true)
        #expect(finder.spellings(of: "the") == nil)
        #expect(finder.spellings(of: "") == nil && finder.spellings(of: "\u{0} ()") == nil)
    }

    @Test func sameNames() {
        #expect(SameName.areOne("Kursk", "Курськ") && SameName.areOne("Курск", "Курськ"))
        #expect(SameName.areOne("Odessa", "Одеса") && SameName.areOne("Odessa", "Odesa"))
        #expect(!SameName.areOne("Georgia", "Грузія") && !SameName.areOne("Georgia", "Джорджія"))
    }

    @Test func wordsOfWarCrossLanguages() throws {
        let index = try Self.index()
        for query in ["losses", "втрати", "потери"] {
            #expect(try index.ids(query) == ["losses.txt", "ru.txt", "uk.txt"], "\(query)")
        }
        #expect(try index.ids("losses") { $0.literal = true } == ["losses.txt"])
        #expect(try index.search("losses").interpreted.contains("втрати"))
        // Words whose stem is another word's are taken as they are.
        #expect(try index.ids("мобілізація") == [])
    }

    @Test func spellingsAreMarked() throws {
        let index = try Self.index()
        let hits = try index.search("Kiev").hits
        let marked = Dictionary(uniqueKeysWithValues: hits.map { ($0.id, SnippetMakerTests.marked($0.snippet)) })
        // The first sentence is the title, which stands above.
        #expect(marked["uk.txt"] == ["Києва"])
        #expect(marked["ru.txt"] == ["Киева"])
        #expect(marked["latin.txt"]?.first == "Kyiv")
        let scalp = try index.search("SCALP").hits.first { $0.id == "shadow.txt" }
        #expect(SnippetMakerTests.marked(try #require(scalp).snippet) == ["Storm", "Shadow"])
        let states = try index.search("US").hits.first { $0.id == "states.txt" }
        #expect(SnippetMakerTests.marked(try #require(states).snippet) == ["US", "United", "States", "US"])
    }

    @Test func inTitles() throws {
        let index = try SmallIndex([
            "a.json": #"{"title": "Вибухи у Києві", "text": "Текст про ніч.", "language": "uk"}"#,
            "b.json": #"{"title": "Night", "text": "Kyiv was calm.", "language": "en"}"#,
        ])
        #expect(try index.ids("title:kiev") == ["a.json"])
        #expect(try index.ids("kiev") == ["a.json", "b.json"])
    }

    @Test func manyWords() throws {
        let index = try Self.index()
        let words = (0..<300).map { "kiev\($0) russia storm shadow" }.joined(separator: " ")
        #expect(try index.search(words) { $0.mayRelax = false }.total == 0)
    }
}

@Suite("Words of war come from lists of their own")
struct TermTests {
    @Test func theBuiltInList() {
        let found = Vocabulary.builtIn.terms(of: "Losses")
        #expect(found.map(\.name) == ["losses"])
        #expect(found[0].words.contains(.init(text: "втрати", language: .ukrainian)))
        #expect(found[0].words.contains(.init(text: "потери", language: .russian)))
        #expect(
            Vocabulary.builtIn.terms(of: "air strike").map(\.name)
                == Vocabulary.builtIn.terms(of: "airstrike").map(\.name)
        )
        #expect(Vocabulary.builtIn.terms(of: "table").isEmpty)
        #expect(Vocabulary.builtIn.terms(of: "").isEmpty)
    }

    @Test func aFolderAddsEntriesAndWords() throws {
        let folder = try ScratchFolder()
        try folder.write(
            "own/terms.yaml",
            """
            - name: losses
              en: [setbacks]
            - name: power bank
              en: [power bank, power banks]
              uk: [павербанк]
            """
        )
        let own = try Vocabulary.load(folder: folder("own"), extending: .builtIn)
        #expect(own.terms(of: "setbacks").first?.words.contains { $0.text == "втрати" } ?? false)
        #expect(own.terms(of: "losses").first?.words.contains { $0.text == "setbacks" } ?? false)
        #expect(own.terms(of: "павербанк").map(\.name) == ["power bank"])
        #expect(Vocabulary.builtIn.terms(of: "setbacks").isEmpty)
        let alone = try Vocabulary.load(folder: folder("own"))
        #expect(alone.terms(of: "setbacks").first?.words.count == 1)
        let copy = try Vocabulary(image: alone.imageBytes)
        #expect(copy.terms(of: "power banks").map(\.name) == ["power bank"])
    }

    @Test(arguments: [
        "- en: [word]", "- name: x\n  fr: [mot]", "- name: x\n  en: word", "- name: x\n  en: [\"!\"]", "- word",
        "- name: \"\"",
    ])
    func mistakesAreNamed(text: String) throws {
        let folder = try ScratchFolder()
        try folder.write("own/terms.yaml", text)
        let error = #expect(throws: VocabularyError.self) { try Vocabulary.load(folder: folder("own")) }
        #expect(error?.line != nil && error?.file?.hasSuffix("terms.yaml") ?? false)
    }
}
