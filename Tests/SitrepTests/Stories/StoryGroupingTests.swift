import Testing
import Xapian

@testable import Sitrep

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

@Suite("Stories are what the definition says, however the reports came")
struct StoryGroupingTests {
    /// The stories of an index: the ids of their reports; checked against the labels of the reports.
    static func stories(_ path: String) throws -> Set<Set<String>> {
        let folder = IndexFolder(path)
        let database = try folder.generation(of: try folder.manifest()).openDatabase()
        var byLabel: [String: Set<String>] = [:]
        var keys: [String: [String]] = [:]
        var stories: Set<Set<String>> = []
        for document in try database.documentIDs(containing: []) {
            let record = try StoredRecord(decoding: try database.documentData(document))
            if let label = try StoryMembers.label(of: document, in: database) {
                byLabel[label, default: []].insert(record.id)
                keys[label, default: []].append(record.key)
            } else {
                stories.insert([record.id])
            }
        }
        for (label, members) in keys {
            #expect(try StoryMembers.keys(of: label, in: database) == members.sorted())
            #expect(members.count > 1 && members.contains(label))
        }
        #expect(try database.metadataEntries(prefix: StoryMembers.metadataPrefix).count == byLabel.count)
        return stories.union(byLabel.values)
    }

    static func json(_ report: GeneratedStories.Report, hasID: Bool = true) -> String {
        let date = report.day.map { "\"date\": \"\($0)\", " } ?? ""
        let id = hasID ? "\"id\": \"\(report.id)\", " : ""
        return "{\(id)\(date)\"title\": \"\(report.id)\", \"text\": \"\(report.text)\"}"
    }

    @Test("All at once, one after the other, backwards, and after changes and deletions")
    func anyOrder() throws {
        let generated = GeneratedStories(stories: 14, copies: 4).reports
        let expected = GeneratedStories.byDefinition(generated)
        #expect(expected.contains { $0.count > 2 } && expected.contains { $0.count == 1 })

        let folder = try ScratchFolder()
        let once = Indexer(index: folder("once"))
        for report in generated { try folder.write("all/\(report.id).json", Self.json(report)) }
        _ = try once.index([folder("all")])
        #expect(try Self.stories(folder("once")) == expected)

        for (name, order) in [("up", generated), ("down", generated.reversed())] {
            let steps = Indexer(index: folder(name))
            try folder.write("\(name)-reports/none.md", "")
            _ = try? steps.index([folder("\(name)-reports")])
            for (number, report) in order.enumerated() {
                try folder.write("\(name)-reports/\(report.id).json", Self.json(report))
                if number % 5 == 4 || number == order.count - 1 { _ = try steps.reindex() }
            }
            #expect(try Self.stories(folder(name)) == expected)
        }

        // Every third report goes, every fourth becomes another one's copy, and some come back.
        var left = generated
        for number in generated.indices.reversed() where number % 3 == 0 {
            Files.remove(folder("all/\(generated[number].id).json"))
            left.remove(at: number)
        }
        _ = try once.reindex()
        #expect(try Self.stories(folder("once")) == GeneratedStories.byDefinition(left))
        for number in left.indices where number % 4 == 1 {
            left[number].text = left[(number + 7) % left.count].text
            try folder.write("all/\(left[number].id).json", Self.json(left[number]))
        }
        _ = try once.reindex()
        #expect(try Self.stories(folder("once")) == GeneratedStories.byDefinition(left))
        try folder.write("all/\(generated[0].id).json", Self.json(generated[0]))
        left.append(generated[0])
        _ = try once.reindex()
        #expect(try Self.stories(folder("once")) == GeneratedStories.byDefinition(left))
        _ = try once.reindex(rebuilding: true)
        #expect(try Self.stories(folder("once")) == GeneratedStories.byDefinition(left))
    }

    @Test("Reports whose id is their path are moved, and others come where they were")
    func moves() throws {
        var reports = GeneratedStories(stories: 12, copies: 4, seed: 9).reports
        for number in reports.indices { reports[number].id = "\(number).json" }
        let folder = try ScratchFolder()
        let indexer = Indexer(index: folder("index"))
        func write(_ report: GeneratedStories.Report) throws {
            try folder.write("all/" + report.id, Self.json(report, hasID: false))
        }
        for report in reports { try write(report) }
        _ = try indexer.index([folder("all")])
        #expect(try Self.stories(folder("index")) == GeneratedStories.byDefinition(reports))

        func move(_ number: Int, to name: String) {
            #expect(rename(folder("all/" + reports[number].id), folder("all/" + name)) == 0)
            reports[number].id = name
        }
        for number in reports.indices where number % 3 == 0 { move(number, to: "moved-\(number).json") }
        #expect(try indexer.reindex().moved > 0)
        #expect(try Self.stories(folder("index")) == GeneratedStories.byDefinition(reports))

        // Two change places, some move on, and other reports come under names that were free.
        let (first, second) = (reports[1].id, reports[4].id)
        move(1, to: "between.json")
        move(4, to: first)
        move(1, to: second)
        for number in reports.indices where number % 6 == 0 { move(number, to: "again-\(number).json") }
        var others = GeneratedStories(stories: 3, copies: 2, seed: 10).reports
        for number in others.indices { others[number].id = "\(3 * number).json" }
        for report in others { try write(report) }
        reports += others
        _ = try indexer.reindex()
        #expect(try Self.stories(folder("index")) == GeneratedStories.byDefinition(reports))
    }

    @Test("Without the report between them two copies are two stories")
    func aDeletionSplits() throws {
        let words = (0..<240).map { "word\($0)" }
        func text(_ changed: ClosedRange<Int>) -> String {
            words.enumerated().map {
                changed.contains($0.offset % 8) ? "\($0.element)x\(changed.lowerBound)" : $0.element
            }
            .joined(separator: " ")
        }
        let (first, last) = (text(0...1), text(4...5))
        let middle = words.joined(separator: " ")
        let alike = StoryRelation.areOneStory
        let prints = [first, middle, last].map { GeneratedStories.fingerprint($0) }
        try #require(alike(prints[0], prints[1]) && alike(prints[1], prints[2]))
        try #require(!alike(prints[0], prints[2]))
        let folder = try ScratchFolder()
        try folder.write("reports/a.txt", first)
        try folder.write("reports/b.txt", middle)
        try folder.write("reports/c.txt", last)
        let indexer = Indexer(index: folder("index"))
        _ = try indexer.index([folder("reports")])
        #expect(try Self.stories(folder("index")).count == 1)
        Files.remove(folder("reports/b.txt"))
        _ = try indexer.reindex()
        #expect(try Self.stories(folder("index")).count == 2)
    }

    @Test("An alert that is posted every day is a story a day, of which each has its copies")
    func dailyAlerts() throws {
        let folder = try ScratchFolder()
        for day in 10...29 {
            for copy in ["a", "b"] {
                try folder.write(
                    "reports/\(day)-\(copy).json",
                    "{\"id\": \"\(day)-\(copy)\", \"date\": \"2024-11-\(day)\", \"text\": \"Explosions in Velmora.\"}"
                )
            }
        }
        try folder.write("reports/undated.json", "{\"id\": \"undated\", \"text\": \"Explosions in Velmora.\"}")
        let indexer = Indexer(index: folder("index"))
        _ = try indexer.index([folder("reports")])
        let expected = Set((10...29).map { Set(["\($0)-a", "\($0)-b"]) } + [["undated"]])
        #expect(try Self.stories(folder("index")) == expected)
        try folder.write("reports/late.json", "{\"id\": \"late\", \"text\": \"Explosions in Velmora.\"}")
        _ = try indexer.reindex()
        #expect(try Self.stories(folder("index")) == expected.subtracting([["undated"]]).union([["undated", "late"]]))
    }

    @Test("Many copies of a text, and of a longer one that contains it, are two stories that meet")
    func twoLargeStories() throws {
        let words = (0..<300).map { "word\($0)" }
        var generator = SeededGenerator(seed: 12)
        let reports = (0..<160).map { number in
            // Every other one is an exact copy, the others have a word changed.
            var text = Array(words.prefix(number.isMultiple(of: 2) ? 100 : 300))
            if number % 4 > 1 { text[generator.number(0...99)] = "other\(number)" }
            return GeneratedStories.Report(
                id: "r\(number)",
                story: number % 2,
                changed: 0,
                text: text.joined(separator: " "),
                day: nil
            )
        }
        let expected = Set([0, 1].map { story in Set(reports.filter { $0.story == story }.map(\.id)) })
        #expect(GeneratedStories.byDefinition(reports) == expected)
        let folder = try ScratchFolder()
        let indexer = Indexer(index: folder("index"))
        for report in reports.prefix(100) { try folder.write("reports/\(report.id).json", Self.json(report)) }
        _ = try indexer.index([folder("reports")])
        for report in reports.dropFirst(100) { try folder.write("reports/\(report.id).json", Self.json(report)) }
        _ = try indexer.reindex()
        #expect(try Self.stories(folder("index")) == expected)
    }

    @Test("Of copies with up to a fifth of the words changed nearly all pairs are found, and hardly another one")
    func precisionAndRecall() {
        let reports = GeneratedStories(stories: 60, copies: 5, seed: 4).reports
        let stories = GeneratedStories.byDefinition(reports)
        var place: [String: Int] = [:]
        for (number, story) in stories.enumerated() { for id in story { place[id] = number } }
        var (found, right, wanted, wantedFound) = (0, 0, 0, 0)
        for a in reports.indices {
            for b in reports.indices.dropFirst(a + 1) {
                let areTogether = place[reports[a].id] == place[reports[b].id]
                let isTrue = reports[a].story == reports[b].story
                if areTogether { (found, right) = (found + 1, right + (isTrue ? 1 : 0)) }
                if isTrue, reports[a].changed <= 20, reports[b].changed <= 20 {
                    (wanted, wantedFound) = (wanted + 1, wantedFound + (areTogether ? 1 : 0))
                }
            }
        }
        #expect(wanted > 100)
        #expect(Double(right) >= 0.98 * Double(found))
        #expect(Double(wantedFound) >= 0.95 * Double(wanted))
    }
}
