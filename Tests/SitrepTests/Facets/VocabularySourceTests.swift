import Testing

@testable import Sitrep

@Suite("What is wrong with a vocabulary file is said with its line")
struct VocabularySourceTests {
    @Test(arguments: [
        ("facet: region\nconcepts:\n- id: a\n  name: A\n  colour: red\n", 5, "no key `colour`"),
        ("facet: region\nconcepts:\n- id: a\n  name: A\n- id: a\n  name: B\n", 5, "a second time"),
        ("facet: region\nconcepts:\n- id: a\n  name: A\n  parent: b\n", 3, "parent `b` is not defined"),
        ("facet: region\nconcepts:\n- {id: a, name: A, parent: b}\n- {id: b, name: B, parent: a}\n", 3, "own ancestor"),
        ("facet: region\nconcepts:\n- {id: a, name: A, defers-to: z}\n", 3, "defers to `z`"),
        ("facet: region\nconcepts:\n- id: Кірово\n  name: A\n", 3, "is no id"),
        ("facet: region\nconcepts:\n- id: A_b\n  name: A\n", 3, "is no id"),
        ("facet: region\nconcepts:\n- name: A\n", 3, "has no id"),
        ("facet: region\nconcepts:\n- id: a\n", 3, "has no name"),
        ("facet: region\nconcepts:\n- id: a\n  name: '—'\n", 4, "no letter and no digit"),
        ("facet: region\nconcepts:\n- id: a\n  name: A\n  label: perhaps\n", 5, "neither true nor false"),
        ("facet: region\nconcepts:\n- id: a\n  name: A\n  forms: {x: [b]}\n", 5, "no form `x`"),
        ("facet: region\nforms: {x: [b]}\n", 2, "does not have {} once"),
        ("facet: region\nconcepts:\n- id: a\n  name: A\n  name: B\n", 5, "stands twice"),
        ("facet: region\nconcepts:\n- id: a\n  name: [A]\n", 4, "must be one value"),
        ("facet: region\nconcepts:\n- id: a\n  name: A\n  aliases: B\n", 5, "must be a list"),
        ("facet: region\nconcepts:\n- &x {id: a, name: A}\n- *x\n", 4, "anchors and references"),
        ("facet: region\nconcepts:\n- id: a\n  name: A\n  population: many\n", 5, "is no number"),
        ("facet: region\nconcepts:\n- id: a\n  name: A\n  weak: B\n", 5, "must be a list"),
        ("facet: planet\n", 1, "no facet `planet`"),
        ("concepts: []\n", 1, "does not say its facet"),
        ("# nothing\n", 1, "the file is empty"),
        ("facet: region\n---\nfacet: actor\n", 2, "several documents"),
        ("facet: region\nconcepts:\n- id: a\n  name: 'A\n", 4, "no YAML"),
        ("facet: region\nconcepts: [[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]\n", 2, "nested too deep"),
    ])
    func fault(text: String, line: Int, message: String) throws {
        let folder = try TemporaryFolder()
        try folder.write("places.yaml", text)
        let error = #expect(throws: VocabularyError.self) { try Vocabulary.load(folder: folder.path) }
        #expect(error?.message.contains(message) == true, "\(error.map(String.init(describing:)) ?? "")")
        #expect(error?.file == folder.path + "/places.yaml")
        // libyaml sees an open quote at the end of the file.
        if message != "no YAML" { #expect(error?.line == line) }
        #expect(error?.hint.isEmpty == false)
    }

    @Test func bytesThatAreNoText() throws {
        let folder = try TemporaryFolder()
        try folder.write("a.yaml", bytes: [0x66, 0xFF, 0xFE, 0x00, 0x80])
        let error = #expect(throws: VocabularyError.self) { try Vocabulary.load(folder: folder.path) }
        #expect(error?.code == .syntax)
    }

    @Test func emptyFolder() throws {
        let folder = try TemporaryFolder()
        try folder.write("README.md", "facet: region")
        let error = #expect(throws: VocabularyError.self) { try Vocabulary.load(folder: folder.path) }
        #expect(error?.code == .empty)
    }

    @Test func missingFolder() {
        let error = #expect(throws: VocabularyError.self) { try Vocabulary.load(folder: "/nowhere/at/all") }
        #expect(error?.code == .unreadable)
    }

    @Test func idsAreUniqueInTheirFacetOnly() throws {
        let vocabulary = try Fixture.compile(
            "facet: region\nconcepts: [{id: a, name: A}]",
            "facet: actor\nconcepts: [{id: a, name: B}]"
        )
        #expect(vocabulary.concept(ConceptID(rawValue: "a"), in: .actor)?.name == "B")
        #expect(throws: VocabularyError.self) {
            try Fixture.compile(
                "facet: region\nconcepts: [{id: a, name: A}]",
                "facet: region\nconcepts: [{id: a, name: B}]"
            )
        }
    }

    @Test func longCircleOfParentsIsFound() {
        let items = (0..<100).map { "- {id: c\($0), name: N\($0), parent: c\(($0 + 1) % 99 + 1)}" }
        let error = #expect(throws: VocabularyError.self) {
            try Fixture.compile("facet: region\nconcepts:\n" + items.joined(separator: "\n"))
        }
        #expect(error?.code == .structure)
    }
}
