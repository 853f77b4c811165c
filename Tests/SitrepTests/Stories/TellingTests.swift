import Testing
import Xapian

@testable import Sitrep

@Suite("A story shows what each report tells that the others do not")
struct TellingTests {
    private static let common = """
        Forty-one drones crossed the border near Velmora on Tuesday night, the regional governor Ostap Hrynko said. \
        Air defences shot down 33 of them and five fell into open fields. A warehouse at the Lisne depot burned until \
        dawn, and 12 persons were brought to the hospital at Velmora. Power came back to most streets by noon.
        """

    private static func index() throws -> SmallIndex {
        try SmallIndex([
            "b.json": """
            {"id": "b", "title": "Raid", "date": "2024-11-13", "source": "Second Post",
             "text": "\(common) The mayor closed every school of the town for two days."}
            """,
            "a.json": """
            {"id": "a", "title": "Raid", "date": "2024-11-12", "source": "First Post",
             "text": "VELMORA (Reuters) - \(common)\\n\\nA bakery lost its windows; nobody was there at the time."}
            """,
            "c.json": """
            {"id": "c", "title": "Drones", "text": "\(common.replacing("33 of them", with: "31 of them"))"}
            """,
            "d.json": """
            {"id": "d", "title": "Ferry", "text": "A ferry was lost in the harbour of Lisne, and boats searched for it."}
            """,
        ])
    }

    @Test("The oldest first, undated ones last")
    func aStory() throws {
        let index = try Self.index().index
        for name in ["a", "b", "c"] {
            let story = try index.story(of: name)
            #expect(story.total == 3 && story.tellings.map(\.id) == ["a", "b", "c"])
            #expect(story.tellings.map(\.source) == ["First Post", "Second Post", nil])
            #expect(story.tellings.map(\.credit) == ["Reuters", nil, nil])
            #expect(story.tellings[0].own == ["A bakery lost its windows; nobody was there at the time."])
            #expect(story.tellings[1].own == ["The mayor closed every school of the town for two days."])
            #expect(story.tellings[2].own == [])
        }
        let part = try index.story(of: "a", limit: 1, offset: 1)
        #expect(part.total == 3 && part.tellings.map(\.id) == ["b"] && part.tellings[0].own.count == 1)
        #expect(try index.story(of: "a", limit: 5, offset: 9).tellings.isEmpty)
        let alone = try index.story(of: "d")
        #expect(alone.total == 1 && alone.tellings.map(\.own) == [[]])
        #expect(throws: SitrepError.self) { try index.story(of: "nothing") }
    }

    @Test("A story whose list of reports is gone or damaged is a broken index, never an empty answer")
    func aBrokenList() throws {
        let files = try Self.index()
        let folder = IndexFolder(files.folder("index"))
        let path = folder.generation(of: try folder.manifest()).databasePaths[0]
        let key = try #require(try Database(path: path).metadataEntries(prefix: StoryMembers.metadataPrefix).first?.key)
        let list = try Database(path: path).metadata(key)
        try #require(list.count == 24)
        for damaged in [[], list + [0], Array(list.dropLast()), list.map { ~$0 }, Array(list[8...])] as [[UInt8]] {
            var writer = try WritableDatabase(path: path, mode: .open)
            try writer.setMetadata(damaged, for: key)
            try writer.close()
            let index = try SearchIndex(path: files.folder("index"))
            var codes: [SitrepError.Code] = []
            for name in ["a", "b", "c"] {
                do { _ = try index.story(of: name) } catch { codes.append((error as? SitrepError)?.code ?? .io) }
            }
            #expect(Set(codes) == [.data])
        }
    }

    @Test("Hits show one report a story, and every count is there in reports and in stories")
    func grouping() throws {
        let index = try Self.index()
        let grouped = try index.search("lisne") { $0.groupsStories = true }
        #expect(grouped.total == 4 && grouped.stories == 2 && grouped.hits.count == 2)
        #expect(Set(grouped.hits.map(\.similar)) == [0, 2])
        let all = try index.search("lisne")
        #expect(all.total == 4 && all.stories == 2 && all.hits.count == 4)
        let newest = try index.search("") {
            $0.groupsStories = true
            $0.order = .newest
        }
        #expect(newest.hits.map(\.id) == ["b", "d"])
        // A filter leaves its own facet's other values in the counts.
        let source = try index.search("source:\"First Post\"") { $0.groupsStories = true }
        #expect(source.total == 1 && source.stories == 1 && source.hits.first?.similar == 2)
        #expect(source.facets.sources.map(\.stories) == [1, 1])
        let streamed = try index.index.stream(
            {
                var request = SearchRequest()
                request.groupsStories = true
                request.limit = nil
                return request
            }(),
            sink: { #expect($0.count == 2) }
        )
        #expect(streamed == 4)
    }

    @Test("Two tellings side by side")
    func difference() throws {
        let (first, second, difference) = try Self.index().index.difference(between: "b", and: "c")
        #expect(first.id == "b" && second.id == "c")
        #expect(
            difference.parts.contains(
                .changed([
                    .init(owner: .both, text: "Air defences shot down"), .init(owner: .first, text: "33"),
                    .init(owner: .second, text: "31"),
                    .init(owner: .both, text: "of them and five fell into open fields."),
                ])
            )
        )
        #expect(difference.parts.last == .first("The mayor closed every school of the town for two days."))
        #expect(difference.parts.count { if case .same = $0 { true } else { false } } == 3)
        #expect(
            TellingDifference(Self.common, Self.common).parts.allSatisfy { if case .same = $0 { true } else { false } }
        )
        #expect(TellingDifference("", "").parts.isEmpty)
        #expect(TellingDifference("", "One two three four.").parts == [.second("One two three four.")])
    }

    @Test("Whatever the texts, nothing of them is lost", arguments: [3, 8, 21])
    func nothingIsLost(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let words = ["alpha", "Beta", "Київ", "طائرة", "33", "e\u{301}", "x", "«y»", "\u{0}"]
        func text() -> String {
            (0..<generator.number(0...12)).map { _ in
                (0..<generator.number(1...9)).map { _ in generator.pick(words) }.joined(separator: " ") + "."
            }.joined(separator: generator.pick([" ", "\n", "\n\n"]))
        }
        for _ in 0..<60 {
            let (first, second) = (text(), text())
            var (a, b): ([String], [String]) = ([], [])
            for part in TellingDifference(first, second).parts {
                switch part {
                case .same(let text):
                    a.append(text)
                    b.append(text)
                case .first(let text): a.append(text)
                case .second(let text): b.append(text)
                case .changed(let runs):
                    a += runs.filter { $0.owner != .second }.map(\.text)
                    b += runs.filter { $0.owner != .first }.map(\.text)
                }
            }
            func lettersOf(_ text: String) -> [Character] { text.filter { $0.isLetter || $0.isNumber }.map { $0 } }
            #expect(lettersOf(a.joined(separator: " ")) == lettersOf(first))
            #expect(lettersOf(b.joined(separator: " ")) == lettersOf(second))
        }
    }
}
