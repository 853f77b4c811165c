import Testing

@testable import Sitrep

@Suite("A table of places adds to the files written by hand")
struct VocabularyTableTests {
    private func compile(_ table: String, yaml: String = Fixture.regions) throws -> Vocabulary {
        let folder = try TemporaryFolder()
        try folder.write("z.yaml", yaml)
        // Sorted before the other, and read after it all the same.
        try folder.write("a.tsv", table)
        return try Vocabulary.load(folder: folder.path)
    }

    private func id(_ text: String) -> ConceptID { ConceptID(rawValue: text) }

    @Test func newAndKnownPlaces() throws {
        let vocabulary = try compile(
            """
            # facet: region
            # a comment
            kyiv\t\t\t\t2952301\tKijów|Kyiv

            gb\tUnited Kingdom\tcountry
            gb-reading\t~Reading\tcity\tgb\t318014\tРедінг|~Рідинг\r
            """
        )
        let kyiv = try #require(vocabulary.concept(id("kyiv"), in: .region))
        #expect(kyiv.population == 2_952_301)
        #expect(kyiv.name == "Kyiv" && kyiv.parent == id("ua") && kyiv.kind == "city")
        #expect(vocabulary.spellings(of: id("kyiv"), in: .region) == ["Kyiv", "Kiev", "Київ", "Києва", "Kijów"])
        let reading = try #require(vocabulary.concept(id("gb-reading"), in: .region))
        #expect(reading.population == 318_014)
        #expect(vocabulary.path(of: id("gb-reading"), in: .region) == ["United Kingdom", "Reading"])
        #expect(Fixture.ids(.region, "kyiv and kijów, Kijów", in: vocabulary) == ["kyiv"])
        #expect(Fixture.ids(.region, "reading, редінг", in: vocabulary) == [])
        #expect(vocabulary.concept(id("ua"), in: .region)?.population == 0)
    }

    @Test func weakSpellingsAreTold() throws {
        let vocabulary = try compile(
            "# facet: region\nreading\t~Reading\t\t\t\tРедінг\n",
            yaml: "facet: region\nconcepts: [{id: nice, name: Nice Town, population: 7, weak: [Nice]}]"
        )
        #expect(vocabulary.concept(id("nice"), in: .region)?.population == 7)
        func weak(_ text: String) -> [Bool] {
            VocabularyMatcher(image: vocabulary.image).hits(in: text, Tokenizer.tokenize(text))
                .flatMap { hit in hit.concepts.map { hit.isWeak($0) } }
        }
        #expect(weak("Reading, Редінг, reading, READING") == [true, false, true])
        #expect(weak("Nice, Nice Town, nice town, nice") == [true, false, false])
        let again = try VocabularyDefinitions([], extending: vocabulary.image.definitions())
        #expect(try VocabularyCompiler.compile(again) == vocabulary.imageBytes)
    }

    @Test(arguments: [
        ("", 1, "does not say its facet"),
        ("id\tname\n", 1, "does not say its facet"),
        ("# facet: planet\n", 1, "no facet"),
        ("# facet: region\nA b\tA\n", 2, "is no id"),
        ("# facet: region\n\na\tA\n\na\tB\n", 5, "a second time"),
        ("# facet: region\na\tA\tcity\t\tmany\n", 2, "is no number"),
        ("# facet: region\na\tA\tcity\tnowhere\n", 2, "is not defined"),
        ("# facet: region\na\tA\t\t\t\tB|~\n", 2, "no letter and no digit"),
        ("# facet: region\na\t\tcity\n", 2, "has no name"),
        ("# facet: region\na\tA\t\t\t\tB\tC\n", 2, "7 columns"),
    ])
    func fault(text: String, line: Int, message: String) throws {
        let folder = try TemporaryFolder()
        try folder.write("places.tsv", text)
        let error = #expect(throws: VocabularyError.self) { try Vocabulary.load(folder: folder.path) }
        #expect(error?.message.contains(message) == true, "\(error.map(String.init(describing:)) ?? "")")
        #expect(error?.file == folder.path + "/places.tsv")
        #expect(error?.line == line)
    }

    @Test func bytesThatAreNoText() throws {
        let folder = try TemporaryFolder()
        try folder.write("a.tsv", bytes: Array("# facet: region\na\t".utf8) + [0xFF, 0xFE])
        let error = #expect(throws: VocabularyError.self) { try Vocabulary.load(folder: folder.path) }
        #expect(error?.message.contains("UTF-8") == true)
        #expect(error?.line == 2)
    }
}
