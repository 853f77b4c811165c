import Testing

@testable import Sitrep

@Suite("The beginning of a value is completed from a vocabulary")
struct VocabularyCompletionTests {
    private func values(_ text: String, _ facet: FacetKind = .region, in vocabulary: Vocabulary? = nil) throws
        -> [String]
    {
        let vocabulary = try vocabulary ?? Fixture.vocabulary()
        return vocabulary.completions(of: text, in: facet).map(\.value)
    }

    @Test(
        "By the beginning of any spelling",
        arguments: [
            ("ky", ["Kyiv", "Kyiv Oblast"]), ("KIE", ["Kyiv", "Kyiv Oblast"]), ("Киї", ["Kyiv"]), ("Києва", ["Kyiv"]),
            ("kyiv o", ["Kyiv Oblast"]), ("kyiv-o", ["Kyiv Oblast"]), ("region of ky", ["Kyiv Oblast"]),
            ("black", ["Black Sea"]), ("sea", []), ("غ", ["غزة"]), ("ע", ["غزة"]), ("北", ["北京"]),
            ("ukraine/ky", ["ukraine/Kyiv", "ukraine/Kyiv Oblast"]),
            ("Ukraine/Kyiv Oblast/b", ["Ukraine/Kyiv Oblast/Brovary"]),
            ("Russia/ky", []), ("nowhere/ky", []), ("", []), ("Ukraine/", []), ("--", []),
            ("ky\u{0}", ["Kyiv", "Kyiv Oblast"]),
        ]
    )
    func beginnings(_ text: String, _ expected: [String]) throws {
        #expect(try values(text).sorted() == expected.sorted())
    }

    @Test("A name that several bear is given once")
    func sameName() throws {
        #expect(try values("geor") == ["Georgia"])
    }

    @Test("The spelling is the one that begins as what was typed")
    func spellings() throws {
        let vocabulary = try Fixture.vocabulary()
        let kiev = try #require(vocabulary.completions(of: "kie", in: .region).first { $0.value == "Kyiv" })
        #expect(kiev.spelling == "Kiev" && kiev.reports == nil && kiev.remark == "Ukraine")
        let designator = try #require(vocabulary.completions(of: "kh-101", in: .weapon).first)
        #expect(designator.spelling == "Kh-101" && designator.remark == "Missile/Cruise missile")
        #expect(try values("kh-10", .weapon).sorted() == ["Kh-10", "Kh-101"])
    }

    @Test("The most populous places come first, and no more than asked for")
    func order() throws {
        let vocabulary = try Fixture.compile(
            """
            facet: region
            concepts:
            - {id: a, name: Ban Small, population: 10}
            - {id: b, name: Ban Large, population: 1000}
            - {id: c, name: Ban Unknown}
            """
        )
        #expect(try values("ban", in: vocabulary) == ["Ban Large", "Ban Small", "Ban Unknown"])
        #expect(vocabulary.completions(of: "ban", in: .region, limit: 2).count == 2)
        #expect(vocabulary.completions(of: "ban", in: .region, limit: 0).isEmpty)
    }

    @Test("A user's own names are among them, and what was taken away is not")
    func layers() throws {
        let extended = try Fixture.compile(
            """
            facet: region
            concepts:
            - {id: kyivets, name: Kyivets, parent: ua-32}
            - {id: kyiv, aliases: [Kyjiw]}
            - {id: brovary, remove: true}
            """,
            extending: Fixture.vocabulary()
        )
        #expect(try values("kyive", in: extended) == ["Kyivets"])
        #expect(try values("kyj", in: extended) == ["Kyiv"])
        #expect(try values("brov", in: extended) == [])
    }
}
