import Testing
import Xapian

@testable import Sitrep

@Suite("An index of an older schema is brought up to date by one command")
struct UpgradeTests {
    /// Where the files of the index are: all, none, or all but those of a folder.
    enum Sources: CaseIterable { case there, gone, half }

    @Test("From its sources, and from what it holds where they are gone", arguments: Sources.allCases, [1, 2])
    func upgrade(sources: Sources, shards: Int) throws {
        let made = try KeptIndex(seed: 71, shards: shards)
        let expected = try made.content()
        try made.age(to: 7)
        #expect(throws: SitrepError.self) { try SearchIndex(path: made.index) }
        switch sources {
        case .there: break
        case .gone: try made.hide("reports")
        case .half:
            try made.hide("reports/2")
            try made.link("reports/2", to: made.folder("nowhere"))
        }
        let summary = try made.reindex()
        #expect(try made.content() == expected)
        #expect(summary.stored + summary.added == expected.reports)
        switch sources {
        case .there: #expect(summary.stored == 0)
        case .gone: #expect(summary.added == 0)
        case .half: #expect(summary.stored > 0 && summary.added > summary.stored)
        }
        #expect(summary.marked == 0)
        let database = try made.generation.openDatabase()
        #expect(database.shardCount == shards)
        #expect(try IndexMetadata.read(from: database, at: made.index).schema == Schema.version)
        #expect(try IndexFolder(made.index).manifest().schema == Schema.version)
        if sources == .gone { try made.show("reports") }
        if sources == .half {
            Files.remove(made.folder("reports/2"))
            try made.show("reports/2")
        }
        #expect(try made.reindex().removed == 0)
        #expect(try Dumped.parts(made.index) == made.clean(shards: shards))
    }

    @Test("With the time that it was begun, its limits, the numbers of its sources, and its runs")
    func heritage() throws {
        let made = try KeptIndex(seed: 72)
        try made.folder.write("more/1.txt", "A convoy of forty lorries near Lviv.")
        _ = try Indexer(index: made.index).index([made.folder("more")])
        _ = try Indexer(index: made.index).forget(made.folder("more"))
        try made.changeMetadata { $0.limits = $0.limits.with(maximumFileBytes: 1 << 20, maximumReportBytes: nil) }
        _ = try Indexer(index: made.index).index([made.folder("more")])
        let before = try IndexMetadata.read(from: try made.generation.openDatabase(), at: made.index)
        #expect(before.sources.map(\.number) == [1, 3])
        try made.age(to: 6)
        try made.hide("reports")
        _ = try made.reindex()
        let after = try IndexMetadata.read(from: try made.generation.openDatabase(), at: made.index)
        #expect(after.begun == before.begun && after.limits == before.limits && after.nextSource == before.nextSource)
        #expect(after.sources.map(\.number) == [1, 3] && after.revision == before.revision + 1)
        // Of what could not be read it is not known to have been read just now.
        #expect(after.sources[0] == before.sources[0] && after.sources[1].lastRead > before.sources[1].lastRead)
    }

    @Test("With the user's own vocabulary, by which what is kept is looked through again")
    func vocabulary() throws {
        let folder = try ScratchFolder()
        try folder.write("reports/a.txt", "A convoy passed Xtown and Ytown.")
        try folder.write("words/regions.yaml", "facet: region\nconcepts:\n- id: user-x\n  name: Xtown\n")
        var options = Indexer.Options()
        options.vocabularyFolder = folder("words")
        _ = try Indexer(index: folder("index"), options: options).index([folder("reports")])
        try folder.write("words/more.yaml", "facet: region\nconcepts:\n- id: user-y\n  name: Ytown\n")
        try Files.removeFolder(folder("reports"))
        _ = try Indexer(index: folder("index")).reindex(rebuilding: true)
        var request = SearchRequest()
        request.query = "region:Ytown"
        #expect(try SearchIndex(path: folder("index")).search(request).total == 1)
    }

    @Test("Of one that is too old to be read, from its sources alone; it says so where they are gone")
    func tooOld() throws {
        let made = try KeptIndex(seed: 73)
        let expected = try Dumped.parts(made.index)
        try made.age(to: Schema.oldestReadable - 1)
        try made.hide("reports")
        let error = try #require(throws: SitrepError.self) { try made.reindex() }
        #expect(error.code == .io && error.message.contains("cannot be built again"))
        try made.show("reports")
        let summary = try made.reindex()
        #expect(summary.remarks.contains { $0.contains("first came in") })
        #expect(try Dumped.parts(made.index) == expected)
    }

    @Test("Also where its manifest is lost")
    func lostManifest() throws {
        let made = try KeptIndex(seed: 74)
        let expected = try made.content()
        try made.age(to: 7)
        Files.remove(made.index + "/manifest")
        try made.hide("reports")
        _ = try made.reindex()
        #expect(try made.content() == expected)
    }
}

@Suite("A manifest that a run did not come to write")
struct StaleManifestTests {
    @Test("is written by the next run: after a second source, and after one was taken out")
    func written() throws {
        let folder = try ScratchFolder()
        try folder.write("a/1.txt", "A convoy of forty lorries near Lviv.")
        try folder.write("b/2.txt", "A drone fell on Odesa.")
        let (indexer, place) = (Indexer(index: folder("index")), IndexFolder(folder("index")))
        _ = try indexer.index([folder("a")])
        func check(_ names: String..., run: () throws -> Void) throws {
            let before = try Files.read(place.manifestPath)
            try run()
            let right = try place.manifest()
            #expect(right.sources.map(\.path) == names.map { folder($0) })
            try Files.replace(place.manifestPath, with: before)
            try #require(try place.manifest() != right)
            let summary = try indexer.reindex()
            #expect([summary.added, summary.changed, summary.removed] == [0, 0, 0])
            #expect(try place.manifest() == right)
        }
        try check("a", "b") { _ = try indexer.index([folder("b")]) }
        try check("b") { _ = try indexer.forget(folder("a")) }
        // What is built again without it has the sources of the database as well.
        let before = try Files.read(place.manifestPath)
        _ = try indexer.index([folder("a")])
        try Files.replace(place.manifestPath, with: before)
        _ = try indexer.reindex(rebuilding: true)
        #expect(try place.manifest().sources.map(\.path) == [folder("b"), folder("a")])
    }

    @Test("is left as it is where it names what is there and the database does not")
    func damagedDatabase() throws {
        let made = try KeptIndex(seed: 75)
        let expected = try made.content()
        let manifest = try IndexFolder(made.index).manifest()
        try made.changeMetadata { $0.sources[0].path += "x" }
        _ = try made.reindex()
        #expect(try IndexFolder(made.index).manifest() == manifest)
        _ = try made.rebuild()
        #expect(try made.content() == expected)
    }
}
