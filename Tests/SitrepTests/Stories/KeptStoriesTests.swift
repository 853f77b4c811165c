import Testing
import Xapian

@testable import Sitrep

@Suite("Stories stay what they are where reports move or their facets are found anew")
struct KeptStoriesTests {
    private static let wire =
        "Drones struck a power station near Odesa on Tuesday night, and 12 people were wounded, the regional governor said. "
        + "Crews put the fire out by morning; 40 homes were left without light. The grid operator asked for patience."

    private struct Copies {
        let folder: ScratchFolder
        var indexer: Indexer

        init() throws {
            folder = try ScratchFolder()
            for name in ["a", "b", "c"] { try folder.write("reports/\(name).txt", KeptStoriesTests.wire) }
            try folder.write("reports/other.txt", "A convoy of the Wandering Ones crossed the river at dawn.")
            indexer = Indexer(index: folder("index"))
            _ = try indexer.index([folder("reports")])
        }

        /// The ids of the reports that tell the story of a report.
        func story(_ id: String) throws -> [String] {
            try SearchIndex(path: folder("index")).story(of: id).tellings.map(\.id)
        }

        func checkMembers() throws {
            let index = IndexFolder(folder("index"))
            let database = try index.generation(of: try index.manifest()).openDatabase()
            for (key, _) in try database.metadataEntries(prefix: StoryMembers.metadataPrefix) {
                let label = String(decoding: key.dropFirst(StoryMembers.metadataPrefix.utf8.count), as: UTF8.self)
                let members = try StoryMembers.keys(of: label, in: database)
                #expect(members.contains(label))
                for member in members {
                    let documents = try database.documentIDs(containing: Schema.key.term(member))
                    #expect(documents.count == 1, "no report has the key \(member)")
                    for document in documents { #expect(try StoryMembers.label(of: document, in: database) == label) }
                }
            }
        }
    }

    @Test("A moved file, whose report gets another id, stays in its story", arguments: ["a", "b", "c"])
    func moved(_ name: String) throws {
        let copies = try Copies()
        Files.remove(copies.folder("reports/\(name).txt"))
        try copies.folder.write("reports/moved/\(name).txt", Self.wire)
        let summary = try copies.indexer.reindex()
        #expect(summary.moved == 1)
        let expected = Set(["a.txt", "b.txt", "c.txt"]).subtracting(["\(name).txt"]).union(["moved/\(name).txt"])
        #expect(Set(try copies.story("moved/\(name).txt")) == expected)
        try copies.checkMembers()
        // And another one that comes joins them.
        try copies.folder.write("reports/d.txt", Self.wire)
        _ = try copies.indexer.reindex()
        #expect(Set(try copies.story("d.txt")) == expected.union(["d.txt"]))
        try copies.checkMembers()
    }

    @Test("An alias that touches a story's reports changes their facets, and leaves the story")
    func vocabulary() throws {
        var copies = try Copies()
        let before = try copies.story("a.txt")
        #expect(before.count == 3)
        try copies.folder.write(
            "names/own.yaml",
            "facet: weapon\nconcepts:\n- id: grid-operator\n  name: Grid operator\n"
        )
        var options = Indexer.Options()
        options.vocabularyFolder = copies.folder("names")
        copies.indexer = Indexer(index: copies.folder("index"), options: options)
        let summary = try copies.indexer.reindex()
        #expect(summary.vocabulary?.reports == 3)
        #expect(try copies.story("a.txt") == before)
        var request = SearchRequest()
        request.filters.values[.weapon] = ["grid operator"]
        request.groupsStories = true
        let results = try SearchIndex(path: copies.folder("index")).search(request)
        #expect(results.total == 3 && results.stories == 1 && results.hits.map(\.similar) == [2])
        try copies.checkMembers()
    }
}
