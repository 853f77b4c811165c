import Testing

@testable import Sitrep

@Suite("The changes between two vocabularies are told")
struct VocabularyChangesTests {
    let base: Vocabulary
    init() throws { base = try Fixture.vocabulary() }

    private func extend(_ text: String) throws -> Vocabulary {
        let folder = try TemporaryFolder()
        try folder.write("own.yaml", text)
        return try Vocabulary.load(folder: folder.path, extending: base)
    }

    private func changes(_ old: Vocabulary, _ new: Vocabulary) throws -> (spellings: [String], concepts: [String]) {
        let found = try #require(new.changes(since: old))
        return (found.spellings.map { $0.joined(separator: " ") }, found.concepts.map { "\($0.0.rawValue):\($0.1)" })
    }

    @Test func anAddedAliasIsAllThatChanges() throws {
        let found = try changes(base, try extend("facet: region\nconcepts: [{id: kyiv, aliases: [Kijów-Miasto]}]"))
        #expect(found.spellings == ["kijow miasto"])
        #expect(found.concepts == [])
        let weapon = try changes(base, try extend("facet: weapon\nconcepts: [{id: kh-10, aliases: [Kh10M]}]"))
        #expect(weapon.spellings == ["kh 10 m"])
    }

    @Test func addedAndRemovedAreTheSameBothWays() throws {
        let more = try extend(
            """
            facet: region
            stop: [Kyiv Post]
            concepts: [{id: irpin, name: Irpin, parent: ua-32}, {id: kyiv, drop: [Kiev]}, {id: brovary, kind: city}]
            """
        )
        let spellings = ["irpin", "kiev", "kyiv post"]
        for (old, new) in [(base, more), (more, base)] {
            let found = try changes(old, new)
            #expect(found.spellings == spellings)
            #expect(found.concepts == ["region:irpin"])
        }
        #expect(try #require(more.changes(since: more)).isEmpty)
    }

    @Test func renamedConcepts() throws {
        let renamed = try extend("facet: region\nconcepts: [{id: brovary, name: Brovary Town, parent: ua}]")
        let found = try changes(base, renamed)
        #expect(found.concepts == ["region:brovary"])
        #expect(found.spellings == ["brovary", "brovary town"])
    }

    @Test func removedConceptsComeWithAllBelow() throws {
        let without = try extend("facet: region\nconcepts: [{id: us, remove: true}]")
        for (old, new) in [(base, without), (without, base)] {
            let found = try changes(old, new)
            #expect(found.concepts == ["region:us"])
            #expect(Set(found.spellings).isSuperset(of: ["atlanta", "georgia", "u s", "united states", "us"]))
            #expect(!found.spellings.contains("kyiv"))
        }
    }

    @Test func anotherBaseChangesAll() throws {
        #expect(base.changes(since: .builtIn) == nil)
        let folder = try TemporaryFolder()
        try folder.write("a.yaml", "facet: weapon\nreplace: true\nconcepts: [{id: spear, name: Spear}]")
        #expect(try Vocabulary.load(folder: folder.path, extending: base).changes(since: base) == nil)
    }
}
