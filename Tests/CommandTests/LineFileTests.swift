import Foundation
import Testing

@Suite("Files with a report a line")
struct LineFileTests {
    private static let lines = [
        #"{"id": "a", "title": "Pontoon", "text": "A pontoon was laid across the river."}"#,
        #"{"title": "Minefield", "text": "Sappers cleared a minefield near the village."}"#,
        #"{"id": "c", "title": "Convoy", "text": "A convoy reached the garrison at night."}"#,
    ]

    private func store() throws -> ReportStore {
        let store = try ReportStore()
        try store.write("feed.jsonl", Self.lines.joined(separator: "\n") + "\n")
        #expect(try store.build().counts == [3, 0, 0, 0])
        return store
    }

    @Test("An edited line changes its report alone")
    func edited() throws {
        let store = try store()
        let edited = Self.lines[2].replacingOccurrences(of: "garrison", with: "airfield")
        try store.write("feed.jsonl", [Self.lines[0], Self.lines[1], edited].joined(separator: "\n"))
        #expect(try store.reindex().counts == [0, 1, 0, 2])
        #expect(try store.ids("airfield") == ["c"])
        #expect(try store.ids("garrison").isEmpty)
    }

    @Test("A removed line takes its report out, a new one brings one in")
    func removed() throws {
        let store = try store()
        try store.write("feed.jsonl", Self.lines[1...].joined(separator: "\n"))
        #expect(try store.reindex().counts == [0, 0, 1, 2])
        #expect(try store.ids("pontoon").isEmpty)
        try store.write("feed.jsonl", Self.lines.joined(separator: "\n"))
        #expect(try store.reindex().counts == [1, 0, 0, 2])
        #expect(try store.ids("pontoon") == ["a"])
    }

    @Test("Lines in another order are the same reports")
    func reordered() throws {
        let store = try store()
        let before = try store.ids()
        try store.write("feed.jsonl", Self.lines.reversed().joined(separator: "\n"))
        #expect(try store.reindex().counts == [0, 0, 0, 3])
        #expect(try store.ids() == before)
    }

    @Test("A line that breaks keeps the others, and is listed until it is mended")
    func broken() throws {
        let store = try store()
        try store.write("feed.jsonl", [Self.lines[0], #"{"id": "b", "text": "#, Self.lines[2]].joined(separator: "\n"))
        for _ in 1...2 {
            let run = try store.reindex(status: 1)
            #expect(run.failures.map(\.line) == [2])
            #expect(try store.ids() == ["a", "c"])
        }
        try store.write("feed.jsonl", Self.lines.joined(separator: "\n"))
        #expect(try store.reindex().added == 1)
    }

    @Test("A second report with the same id is a failure; the first stays")
    func sameID() throws {
        let store = try store()
        try store.write("more.json", #"{"id": "c", "title": "Other", "text": "Another convoy was ambushed."}"#)
        let run = try store.reindex(status: 1)
        #expect(run.added == 0 && run.failed == 1)
        #expect(run.failures.first?.path == store.reports + "/more.json")
        #expect(run.failures.first?.reason.contains("same id") == true)
        #expect(try store.ids("garrison") == ["c"])
        #expect(try store.ids("ambushed").isEmpty)
        // When the first goes, the id stands for the other one.
        try store.folder.remove("reports/feed.jsonl")
        #expect(try store.reindex().counts == [0, 1, 2, 0])
        #expect(try store.ids("ambushed") == ["c"])
    }

    @Test("The same id twice in one run is a failure too")
    func sameIDAtOnce() throws {
        let store = try ReportStore()
        try store.write("feed.jsonl", Self.lines[0] + "\n" + Self.lines[0])
        let run = try store.build(status: 1)
        #expect(run.added == 1 && run.failed == 1)
        #expect(run.failures.first?.line == 2)
    }
}
