import Foundation
import Testing

@Suite("A user's vocabulary")
struct UserVocabularyTests {
    private static let towns = """
        facet: region
        concepts:
        - id: user-testville
          name: Testville
          parent: ua-32
          aliases: [Probegrad]
        """

    private static let launchers = """
        facet: weapon
        concepts:
        - id: user-thunderclap
          name: Thunderclap launcher
          aliases: [Thunderclap, "Громохлоп"]
        """

    private func store() throws -> ReportStore {
        let store = try ReportStore()
        try store.write("a.txt", "A depot near Probegrad was hit by a Thunderclap, witnesses said.")
        try store.write("b.txt", "Testtown, a hamlet, lost its bridge. Громохлоп is what people call it there.")
        try store.write("c.txt", "Kyiv was quiet.")
        return store
    }

    @Test("It adds concepts and aliases from the first run on")
    func firstBuild() throws {
        let store = try store()
        try store.folder.write("words/regions.yaml", Self.towns)
        try store.folder.write("words/weapons.yaml", Self.launchers)
        try store.build(store.reports, "--vocabulary", store.folder.path("words"))
        #expect(try store.ids("--region", "Testville") == ["a.txt"])
        #expect(try store.ids("--region", "Ukraine/Kyiv Oblast/Testville") == ["a.txt"])
        #expect(try store.ids("--region", "Kyiv Oblast") == ["a.txt"])
        #expect(try store.ids("--weapon", "Thunderclap") == ["a.txt", "b.txt"])
        #expect(try store.ids("--region", "Kiev") == ["c.txt"])
    }

    @Test("reindex after a change of it finds the new alias in reports that did not change")
    func changedVocabulary() throws {
        let store = try store()
        try store.folder.write("words/regions.yaml", Self.towns)
        try store.build(store.reports, "--vocabulary", store.folder.path("words"))
        #expect(try store.ids("--region", "Testville") == ["a.txt"])
        let changed = Self.towns.replacingOccurrences(of: "[Probegrad]", with: "[Testtown]")
        try store.folder.write("words/regions.yaml", changed)
        let run = try store.reindex()
        #expect(run.counts == [0, 0, 0, 3])
        #expect(try store.ids("--region", "Testville") == ["b.txt"])
        #expect(try store.ids("depot") == ["a.txt"])
        #expect(try store.reindex().indexRevision == run.indexRevision)
    }

    @Test("reindex takes a vocabulary over that the first run did not have")
    func laterVocabulary() throws {
        let store = try store()
        try store.build()
        try store.run("search", "--region", "Testville").expectError(64, "Testville")
        try store.folder.write("words/regions.yaml", Self.towns)
        try store.reindex("--vocabulary", store.folder.path("words"))
        #expect(try store.ids("--region", "Testville") == ["a.txt"])
    }

    @Test("The times of arrival outlive a change of the vocabulary")
    func addedStays() throws {
        let store = try store()
        try store.build()
        let before = try store.search().hits.map(\.added)
        sleep(1)
        try store.folder.write("words/regions.yaml", Self.towns)
        try store.reindex("--vocabulary", store.folder.path("words"))
        #expect(try store.search().hits.map(\.added) == before)
    }

    @Test("A broken vocabulary is refused with its file and line, and the index stays as it was")
    func broken() throws {
        let store = try store()
        try store.build()
        try store.folder.write("words/regions.yaml", "facet: region\nconcepts:\n- id: [\n")
        try store.run("reindex", "--vocabulary", store.folder.path("words")).expectError(65, "regions.yaml")
        #expect(try store.ids("depot") == ["a.txt"])
    }

    @Test("A vocabulary folder that is not there is refused")
    func missing() throws {
        let store = try store()
        let outcome = try store.run("index", store.reports, "--vocabulary", store.folder.path("nowhere"))
        outcome.expectError(outcome.status, "nowhere")
        #expect([65, 66].contains(outcome.status))
    }

    @Test("Values that a record gives become known to the index, with their parents")
    func givenValues() throws {
        let store = try ReportStore()
        try store.write(
            "a.json",
            #"""
            {"id": "g", "title": "Tagged", "text": "A depot was hit.", "region": "Ukraine/Kyiv Oblast/Testville",
             "actor": ["Sample Legion"], "weapon": "Drone/Paper plane"}
            """#
        )
        try store.write("b.txt", "Nothing of the kind was seen in Lviv.")
        try store.build()
        for region in ["Testville", "testville", "Ukraine/Kyiv Oblast/Testville", "Kyiv Oblast"] {
            #expect(try store.ids("--region", region) == ["g"], "\(region)")
        }
        #expect(try store.ids("--actor", "sample legion") == ["g"])
        #expect(try store.ids("--weapon", "Paper plane") == ["g"])
        #expect(try store.ids("--weapon", "Drone") == ["g"])
        #expect(try store.ids("region:testville") == ["g"])
        let hit = try #require(try store.search("depot").hits.first)
        #expect(hit.region == [["Ukraine", "Kyiv Oblast", "Testville"]])
        try store.reindex()
        #expect(try store.ids("--region", "Testville") == ["g"])
    }
}
