import Testing

@testable import Sitrep

@Suite("Rules make the case forms and transliterations of places")
struct DerivedSpellingsTests {
    @Test(arguments: [
        ("Брянск", ["Брянска", "Брянску", "Брянском", "Брянске"]),
        ("Мала Токмачка", ["Малої Токмачки", "Малій Токмачці", "Малу Токмачку", "Малою Токмачкою"]),
        ("Красный Лиман", ["Красного Лимана", "Красному Лиману", "Красным Лиманом", "Красном Лимане"]),
        ("Харків", ["Харкова", "Харкову", "Харковом", "Харкові"]),
        ("Київ", ["Києва", "Києву", "Києвом", "Києві"]),
        ("Кривий Ріг", ["Кривого Рогу", "Кривим Рогом", "Кривому Розі"]),
        ("Тернопіль", ["Тернополя", "Тернополю", "Тернополем", "Тернополі"]),
        ("Вінниця", ["Вінниці", "Вінницю", "Вінницею"]),
        ("Запоріжжя", ["Запоріжжю", "Запоріжжям", "Запоріжжі"]),
        ("Чернівці", ["Чернівців", "Чернівцям", "Чернівцями", "Чернівцях"]),
        ("Казань", ["Казани", "Казанью"]),
        ("Великие Луки", ["Великим Лукам", "Великими Луками", "Великих Луках"]),
        ("Новосибирск", ["Новосибирска"]),
        ("Івано-Франківськ", ["Івано-Франківська", "Івано-Франківську", "Івано-Франківськом"]),
        ("Середина-Буда", ["Середини-Буди", "Середині-Буді", "Середину-Буду", "Серединою-Будою", "Середина-Буди"]),
        ("Рава-Руська", ["Рави-Руської", "Раві-Руській", "Раву-Руську"]),
        ("Велика Писарівка", ["Великої Писарівки", "Великій Писарівці"]),
        ("Красная Яруга", ["Красной Яруги", "Красной Яруге", "Красной Яругой"]),
        ("Нова Каховка", ["Нової Каховки", "Новій Каховці", "Нову Каховку"]),
        ("Гуляйполе", ["Гуляйполя", "Гуляйполю", "Гуляйполем", "Гуляйполі"]),
        ("Лозовая", ["Лозовой", "Лозовую"]),
    ])
    func caseForms(name: String, forms: [String]) {
        let made = CaseForms.forms(of: name)
        for form in forms { #expect(made.contains(form), "\(form) in \(made)") }
        #expect(!made.contains(name))
        #expect(Set(made).count == made.count)
    }

    @Test(arguments: [
        "Brovary", "غزة", "北京", "місто Київ", "Ростов на Дону", "", "Ь", "Ки", "УКРАИНА", "\0", "Кі\0ь", "Ќе",
    ])
    func noForms(name: String) { #expect(CaseForms.forms(of: name) == []) }

    @Test(arguments: [
        ("Кривий Ріг", ["Kryvyi Rih", "Kryvyy Rih", "Kryvy Rih", "Kryvyi Rig"]),
        ("Кривой Рог", ["Krivoy Rog", "Krivoi Rog"]),
        ("Красный Лиман", ["Krasny Liman", "Krasnyy Liman", "Krasnyi Liman", "Krasniy Liman"]),
        ("Харьков", ["Kharkov", "Harkov"]),
        ("Згурівка", ["Zghurivka", "Zgurivka"]),
        ("Єнакієве", ["Yenakiieve", "Yenakiyeve"]),
        ("Енакиево", ["Yenakiyevo", "Yenakievo", "Enakievo"]),
        ("Орёл", ["Orel", "Oryol"]),
        ("Мар'їнка", ["Marinka", "Maryinka"]),
        ("Бородянка", ["Borodianka", "Borodyanka"]),
        ("Щорс", ["Shchors"]),
        ("Евпатория", ["Yevpatoria", "Yevpatoriya"]),
        ("Подъячево", ["Podyachevo"]),
    ])
    func transliterations(name: String, spellings: [String]) {
        let made = Transliteration.spellings(of: name)
        for spelling in spellings { #expect(made.contains(spelling), "\(spelling) in \(made)") }
    }

    private static let places = """
        facet: region
        concepts:
        - {id: ru, name: Russia}
        - {id: ua, name: Ukraine}
        - {id: de, name: Germany}
        - {id: bryansk, name: Bryansk, parent: ru, aliases: [Брянск, Брянска]}
        - {id: bryanska, name: Bryanska, parent: ru, aliases: [Брянском]}
        - {id: berlin, name: Berlin, parent: de, aliases: [Берлин]}
        - {id: mir, name: Mir, parent: ru, weak: [Миров]}
        - {id: mala, name: Mala Tokmachka, parent: ua, aliases: [Мала Токмачка]}
        - {id: label, name: Власів, label: true, parent: ua}
        """

    @Test func derivedSpellingsAreFound() throws {
        let vocabulary = try Fixture.compile(Self.places)
        #expect(Fixture.ids(.region, "в Брянске и Берлине", in: vocabulary) == ["berlin", "bryansk"])
        #expect(Fixture.ids(.region, "в брянске, малої токмачки", in: vocabulary) == [])
        #expect(Fixture.ids(.region, "Малої Токмачки", in: vocabulary) == ["mala"])
        #expect(Fixture.ids(.region, "Briansk. Malaya", in: vocabulary) == ["bryansk"])
        // A given spelling of another concept goes before a derived one.
        #expect(Fixture.ids(.region, "Брянском", in: vocabulary) == ["bryanska"])
        // No form of a form, and none of a label.
        #expect(vocabulary.resolve("Брянски", in: .region) == [])
        #expect(vocabulary.resolve("Власова", in: .region) == [])
        #expect(vocabulary.resolve("Брянску", in: .region).map(\.rawValue) == ["bryansk"])
        #expect(
            vocabulary.spellings(of: ConceptID(rawValue: "bryansk"), in: .region) == ["Bryansk", "Брянск", "Брянска"]
        )
    }

    @Test func formsOfWeakSpellingsAreWeak() throws {
        let vocabulary = try Fixture.compile(Self.places)
        let text = "Мировом, Брянску"
        let hits = VocabularyMatcher(image: vocabulary.image).hits(in: text, Tokenizer.tokenize(text))
        #expect(hits.map { hit in hit.concepts.map { hit.isWeak($0) } } == [[true], [false]])
    }

    @Test func whatManyShareIsLeftOut() throws {
        func places(_ count: Int) -> String {
            "facet: region\nconcepts:\n"
                + (0..<count).map { "- {id: p\($0), name: Place \($0), aliases: [Лозовая]}" }.joined(separator: "\n")
        }
        #expect(try Fixture.compile(places(8)).resolve("Лозовую", in: .region).count == 8)
        #expect(try Fixture.compile(places(9)).resolve("Лозовую", in: .region).isEmpty)
    }
}
