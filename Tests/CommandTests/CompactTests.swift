import Foundation
import Testing

@Suite("Compacting an index")
struct CompactTests {
    private struct Answer: Decodable {
        let bytesBefore: Int
        let bytesAfter: Int
        let seconds: Double
        let indexRevision: Int
        let schema: Int
    }

    private func store(reports: Int) throws -> ReportStore {
        let store = try ReportStore()
        for number in 0..<reports {
            try store.write("\(number).txt", "Report \(number)\n\nA convoy of \(number) lorries passed Poltava.")
        }
        return store
    }

    @Test("Leaves all that the index holds, and says what it took before and takes now")
    func holds() throws {
        let store = try store(reports: 30)
        try store.build()
        try store.write("5.txt", "Report 5\n\nA convoy of 5 lorries passed Kherson.")
        try store.write("30.txt", "Report 30\n\nA train passed Sumy.")
        try FileManager.default.removeItem(atPath: store.reports + "/0.txt")
        try store.reindex()
        let questions = [
            ["search", "convoy", "--format", "json", "--limit", "all"], ["facets", "--format", "json"],
            ["show", "5.txt", "--format", "json"], ["timeline", "--format", "json"],
        ]
        func answers() throws -> [String] {
            try questions.map { try store.run($0).text.replacing(/"took_ms":[0-9.]+/, with: "") }
        }
        let before = try answers()
        let answer: Answer = try store.run("compact", "--format", "json").json()
        #expect(answer.bytesBefore > 0 && answer.bytesAfter > 0 && answer.indexRevision == 2)
        #expect(try answers() == before)
        #expect(try store.reindex().counts == [0, 0, 0, 30])
        let text = try store.run("compact")
        #expect(text.status == 0 && text.text.contains(" before, ") && text.text.contains(" now, in "))
        #expect(try store.run("compact", "--quiet").text.isEmpty)
        // What comes after goes on from there.
        try store.write("31.txt", "Report 31\n\nA convoy passed Odesa.")
        #expect(try store.reindex().counts == [1, 0, 0, 30])
        #expect(try store.ids("convoy odesa") == ["31.txt"])
        let generations = try FileManager.default.contentsOfDirectory(atPath: store.index).filter {
            $0.hasPrefix("generation-") || $0.hasPrefix("unfinished-")
        }
        #expect(generations.count == 1)
    }

    @Test("An index without reports, none at all, a locked one, and bad usage")
    func statuses() throws {
        let store = try ReportStore()
        try store.run("compact").expectError(66, "no index")
        try store.build()
        #expect(try store.run("compact").status == 0)
        #expect(try store.run("search").status == 1)
        let lock = open(store.index + "/lock", O_RDWR)
        try #require(lock >= 0 && flock(lock, LOCK_EX | LOCK_NB) == 0)
        try store.run("compact").expectError(75, "locked", "try again")
        close(lock)
        try store.run("compact", "extra").expectError(64)
        let folder = try TemporaryFolder()
        try folder.write("note.txt", "No index.")
        try SitrepProcess.run(["compact", "--index", folder.path]).expectError(66, "not an index")
    }
}
