import Testing

@testable import Sitrep

@Suite("What a person says of reports is in the index, however it got there")
struct MarksRunTests {
    let folder: ScratchFolder
    var index: String { folder("index") }

    private static let wire =
        "Drones struck a power station in Kyiv and damaged homes in Brovary, officials said on Wednesday. "
        + "The mayor said that repairs would take three days and that two people were treated for burns in hospital."

    init() throws {
        folder = try ScratchFolder()
        try folder.write("reports/a.txt", "2024-11-13\n\n" + Self.wire)
        try folder.write("reports/b.txt", "2024-11-14\n\n" + Self.wire + " Trains ran late in the morning.")
        try folder.write("reports/c.txt", "2024-11-15\n\nRussian troops left Kherson with ATACMS debris behind them.")
        try folder.write(
            "reports/many.jsonl",
            #"{"id": "r1", "text": "A convoy passed Odesa.", "weapon": ["Drone"]}"# + "\n"
                + #"{"id": "r2", "text": "A convoy passed Lviv."}"#
        )
        _ = try Indexer(index: index).index([folder("reports")])
    }

    @discardableResult
    func mark(_ names: String..., change: (inout MarkChange) throws -> Void) throws -> Marker.Outcome {
        var said = MarkChange()
        try change(&said)
        return try Marker(index: index).mark(names, said)
    }

    func ids(_ query: String, _ change: (inout SearchRequest) -> Void = { _ in }) throws -> [String] {
        var request = SearchRequest()
        request.query = query
        request.limit = nil
        request.mayRelax = false
        change(&request)
        return try SearchIndex(path: index).search(request).hits.map(\.id).sorted()
    }

    private func markEverything() throws {
        try mark("a.txt") {
            $0.tags = ["lead"]
            $0.note = "n"
            $0.set = [.region: ["Kharkiv"], .actor: ["North Korea"]]
            $0.dropped = [.region: ["Brovary"]]
            $0.date = try MarkedDate.read("2023-05")
            $0.title = "Quorlen headline"
        }
        try mark("r1") {
            $0.dropped = [.weapon: ["Drone"]]
            $0.set = [.region: ["Ukraine/Kyiv Oblast/New Velmora"]]
            $0.takesNewValues = true
        }
        try mark("c.txt") { $0.isIrrelevant = true }
    }

    @Test("An index that was marked is that which is rebuilt with the marks, and with marks taken away what it was")
    func equality() throws {
        let unmarked = try MarkedIndexContent(index)
        try markEverything()
        let marked = try MarkedIndexContent(index)
        #expect(marked != unmarked)
        #expect(try Indexer(index: index).reindex().marked == 0)
        #expect(try Indexer(index: index).reindex(rebuilding: true).marked == 0)
        #expect(try MarkedIndexContent(index) == marked)
        // Rebuilt without them, then marked.
        try mark("a.txt", "r1", "c.txt") { $0.clears = true }
        #expect(try MarkedIndexContent(index) == unmarked)
        _ = try Indexer(index: index).reindex(rebuilding: true)
        #expect(try MarkedIndexContent(index) == unmarked)
        try markEverything()
        var again = try MarkedIndexContent(index)
        for id in again.reports.keys { again.reports[id]?.record.applied?.marks.at = nil }
        var before = marked
        for id in before.reports.keys { before.reports[id]?.record.applied?.marks.at = nil }
        let prefix = Schema.marked.prefix.utf8
        for id in again.reports.keys {
            again.reports[id]?.terms.removeAll { $0.term.starts(with: prefix) }
            before.reports[id]?.terms.removeAll { $0.term.starts(with: prefix) }
        }
        #expect(again == before)
    }

    @Test("What was set is found with all that it lies in, what was dropped is not, nor what lies in it")
    func values() throws {
        try markEverything()
        #expect(try ids("region:kharkiv") == ["a.txt"])
        #expect(try ids("region:\"Kharkiv Oblast\"") == ["a.txt"])
        #expect(try ids("main-actor:\"North Korea\"") == ["a.txt"])
        #expect(try ids("region:brovary") == ["b.txt"])
        #expect(try ids("region:kyiv region:ukraine") == ["a.txt", "b.txt"])
        #expect(try ids("region:\"New Velmora\"") == ["r1"])
        #expect(try ids("region:\"Kyiv Oblast\"").contains("r1"))
        #expect(try ids("weapon:drone") == ["a.txt", "b.txt"])
        #expect(try ids("quorlen") == ["a.txt"])
        #expect(try ids("title:quorlen") == ["a.txt"])
        #expect(try ids("date:2023-05") == ["a.txt"])
        #expect(try ids("date:2024-11-13") == [])
        try mark("b.txt") { $0.dropped = [.region: ["Ukraine"]] }
        #expect(try ids("region:ukraine") == ["a.txt", "r1", "r2"])
        try mark("b.txt") { $0.date = MarkedDate.none }
        #expect(try ids("date:none") == ["b.txt", "r1", "r2"])
        // What a person takes back is as it was found.
        try mark("a.txt") { $0.unset = [.title, .date, .region] }
        #expect(try ids("quorlen") == [])
        #expect(try ids("date:2024-11-13 region:brovary") == ["a.txt"])
        #expect(try ids("tag:lead") == ["a.txt"])
    }

    @Test("Reports that are one story stay one, whatever a person says of their dates and titles")
    func stories() throws {
        let before = try MarkedIndexContent(index).stories
        #expect(before.count == 1)
        try mark("a.txt") {
            $0.date = try MarkedDate.read("1999")
            $0.title = "Another"
            $0.dropped = [.region: ["Ukraine"]]
        }
        #expect(try MarkedIndexContent(index).stories == before)
        try folder.write("reports/d.txt", "2024-11-13\n\n" + Self.wire + " It rained.")
        _ = try Indexer(index: index).reindex()
        #expect(try MarkedIndexContent(index).stories.map(\.count) == [3])
    }

    @Test("Nothing is written to the file that cannot be read from it, however long")
    func long() throws {
        let (id, title) = (String(repeating: "i", count: 20_000), String(repeating: "заголовок ", count: 1_500))
        let record = #"{"id": "\#(id)", "title": "\#(title)", "text": "A convoy passed Lutsk."}"#
        try folder.write("reports/long.jsonl", record)
        _ = try Indexer(index: index).reindex()
        let name = try #require(try ids("lutsk").first)
        try mark(name) { $0.tags = ["long"] }
        #expect(try ids("tag:long") == [name])
        let entry = try #require(try MarksFile(folder: IndexFolder(index)).read().entries.first)
        #expect(entry.id == name && entry.title?.hasPrefix("заголовок") == true && entry.title?.utf8.count ?? 0 < 600)
        #expect(throws: SitrepError.self) { try mark("a.txt") { $0.by = String(repeating: "b", count: 11_000) } }
        let note = String(repeating: "n", count: 6_000)
        let two = "marks:\n- id: a.txt\n  note: \(note)\n- id: a.txt\n  note: m\(note)\n"
        try folder.write("index/marks.yaml", two)
        let error = try #require(throws: SitrepError.self) { try mark("a.txt") { $0.tags = ["t"] } }
        #expect(error.code == .usage && error.message.contains("note"))
        #expect(try Files.read(folder("index/marks.yaml")) == Array(two.utf8))
    }

    @Test("A name that a vocabulary comes to know is the value from then on, also where a person set or dropped it")
    func vocabulary() throws {
        try mark("r2") {
            $0.set = [.region: ["Velmora"]]
            $0.takesNewValues = true
        }
        try folder.write(
            "index/marks.yaml",
            "marks:\n- id: r2\n  set-region: Velmora\n- id: r1\n  drop-region: Odesa\n"
        )
        _ = try Indexer(index: index).reindex()
        let own = "facet: region\nconcepts:\n- id: own-velmora\n  name: Velmora\n  parent: lviv-oblast\n"
        try folder.write("words/own.yaml", own.replacing("lviv-oblast", with: try id(of: "Lviv Oblast")))
        var options = Indexer.Options()
        options.vocabularyFolder = folder("words")
        let summary = try Indexer(index: index, options: options).reindex()
        #expect(summary.vocabulary?.reports ?? 0 > 0)
        #expect(try ids("region:\"Lviv Oblast/Velmora\"") == ["r2"])
        #expect(try ids("region:odesa") == [])
        // An alias in the text of what was dropped does not bring it back.
        try folder.write(
            "words/own.yaml",
            "facet: region\nconcepts:\n- id: \(try id(of: "Odesa"))\n  aliases: [passed]\n"
        )
        _ = try Indexer(index: index, options: options).reindex()
        #expect(try ids("region:odesa") == ["r2"])
        let refreshed = try MarkedIndexContent(index)
        _ = try Indexer(index: index, options: options).reindex(rebuilding: true)
        #expect(try MarkedIndexContent(index) == refreshed)
    }

    @Test("Values of the file that are unknown, or that several bear, are told by the run and listed by doctor")
    func doubtful() throws {
        try mark("b.txt") {
            $0.set = [.region: ["Ukraine/Kyiv Oblast/New Velmora"]]
            $0.takesNewValues = true
        }
        let before = String(decoding: try Files.read(folder("index/marks.yaml")), as: UTF8.self)
        let lines = before.split(separator: "\n").count
        let own =
            "- id: a.txt\n  set-region: Khrakiv\n  drop-region: Ukraine/Kyiv\n"
            + "- id: c.txt\n  set-region: [Pokrovka]\n"
        try folder.write("index/marks.yaml", before + own)
        let remarks = try Indexer(index: index).reindex().remarks
        #expect(remarks.count == 2)
        #expect(remarks.first?.contains("line \(lines + 1)") == true && remarks.first?.contains("“Kharkiv”") == true)
        #expect(remarks.last?.contains("“Pokrovka” counts as ") == true)
        let values = try SearchIndex(path: index).checkup().markedValues
        #expect(values.map(\.value) == ["Ukraine/Kyiv Oblast/New Velmora", "Khrakiv", "Pokrovka"])
        #expect(values.map { $0.paths.count > 1 } == [false, false, true])
        #expect(try Indexer(index: index).reindex().remarks.isEmpty)
    }

    private func id(of name: String) throws -> String {
        try #require(Vocabulary.builtIn.resolve(name, in: .region).first).rawValue
    }

    @Test("A report that is marked irrelevant is in no count, and not among those of its story")
    func irrelevant() throws {
        var request = SearchRequest()
        request.query = "convoy OR drones OR troops"
        var before = try SearchIndex(path: index).search(request)
        #expect(before.total == 5 && before.irrelevant == 0)
        try mark("b.txt", "r2") { $0.isIrrelevant = true }
        var after = try SearchIndex(path: index).search(request)
        #expect(after.total == 3 && after.irrelevant == 2)
        #expect(after.hits.allSatisfy { $0.similar == 0 })
        let story = try SearchIndex(path: index).story(of: "a.txt")
        #expect(story.total == 1 && story.irrelevant == 1)
        #expect(try SearchIndex(path: index).story(of: "a.txt", includesIrrelevant: true).total == 2)
        #expect(try SearchIndex(path: index).story(of: "b.txt").total == 2)
        #expect(!after.facets.values.values.joined().contains { $0.value == "Lviv" })
        #expect(after.stories == 3)
        let timeline = try SearchIndex(path: index).timeline(request, by: .day)
        #expect(timeline.total == 3 && timeline.irrelevant == 2)
        let table = try SearchIndex(path: index).table(request, by: [TableAxis(.region)])
        #expect(table.total == 3 && table.irrelevant == 2)
        request.filters.irrelevant = .only
        #expect(try SearchIndex(path: index).search(request).hits.map(\.id).sorted() == ["b.txt", "r2"])
        request.filters.irrelevant = .include
        after = try SearchIndex(path: index).search(request)
        before.seconds = 0
        after.seconds = 0
        #expect(after.total == before.total && after.irrelevant == 0)
        #expect(after.hits.map(\.similar) == before.hits.map(\.similar))
    }

    @Test("Tags are counted as a facet, exactly, and only where there are any")
    func facet() throws {
        var request = SearchRequest()
        #expect(try SearchIndex(path: index).search(request).facets.missing[.tag] == nil)
        try mark("a.txt", "b.txt", "r1") { $0.tags = ["Lead"] }
        try mark("a.txt") { $0.tags = ["LEAD", "to check"] }
        let counts = try SearchIndex(path: index).search(request).facets
        #expect(counts.tags.map(\.value) == ["Lead", "to check"])
        #expect(counts.tags.map(\.count) == [3, 1] && counts.tags.map(\.stories) == [2, 1])
        #expect(counts.missing[.tag] == 2)
        request.filters.tags = ["to-check"]
        let chosen = try SearchIndex(path: index).search(request)
        #expect(chosen.hits.map(\.id) == ["a.txt"])
        #expect(chosen.facets.tags.map(\.count) == [3, 1] && chosen.facets.tags[1].isChosen)
        request.filters.tags = []
        request.filters.excludedTags = ["lead"]
        #expect(try SearchIndex(path: index).search(request).hits.map(\.id).sorted() == ["c.txt", "r2"])
        #expect(try ids("tag:none") == ["c.txt", "r2"] && ids("tag:any").count == 3)
    }
}
