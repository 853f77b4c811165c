import Foundation
import Testing

@Suite("sitrep check")
struct CheckTests {
    private struct Answer: Decodable {
        struct Finding: Decodable {
            var part: String
            var severity: String
            var message: String
            var remedy: String?
        }
        var path: String
        var sound: Bool
        var reports: Int
        var indexRevision: Int
        var findings: [Finding]
        var repaired: [String]?
    }

    private func store(_ arguments: String...) throws -> ReportStore {
        let store = try ReportStore()
        for number in 0..<12 {
            try store.write("\(number).txt", "Report \(number)\n\nA convoy of \(number) lorries passed Poltava.")
        }
        #expect(try store.run(["index", store.reports] + arguments).status == 0)
        return store
    }

    private func generation(_ store: ReportStore) throws -> String {
        let names = try FileManager.default.contentsOfDirectory(atPath: store.index)
        return "Index/" + (try #require(names.first { $0.hasPrefix("generation-") }))
    }

    @Test("A sound index is said to be so, and nothing is written to it", arguments: [1, 3])
    func sound(shards: Int) throws {
        let store = try store("--shards", "\(shards)")
        for round in 0..<2 {
            let before = try store.folder.state(of: "Index")
            let outcome = try store.run("check")
            #expect(outcome.status == 0 && outcome.errors.isEmpty)
            #expect(outcome.text.hasPrefix("sound: 12 reports, revision "))
            #expect(try store.run("check", "--quiet").text.isEmpty)
            let answer: Answer = try store.run("check", "--format", "json").json()
            #expect(answer.sound && answer.findings.isEmpty && answer.reports == 12 && answer.repaired == nil)
            #expect(try store.folder.state(of: "Index") == before)
            // In place, with changes that the file of columns does not have.
            try store.write("3.txt", "Report 3\n\nA convoy of thirty lorries passed Odesa.")
            try FileManager.default.removeItem(atPath: store.reports + "/\(round).txt")
            try store.write("new-\(round).txt", "A quiet day.")
            try store.reindex()
        }
        #expect(try store.run("compact").status == 0)
        #expect(try store.run("check").status == 0)
    }

    @Test("What is missing beside a sound database, or left over, is a remark, and a repair sees to it")
    func remarks() throws {
        let store = try store()
        let generation = try generation(store)
        let expected = try store.run("dump").text
        for name in ["columns", "bands", "files"] { try store.folder.remove(generation + "/" + name) }
        try store.folder.write("Index/unfinished-1/database/iamglass", "half")
        try store.folder.write("Index/generation-7/columns", "old")
        try store.folder.write(generation + "/columns.new", "half")
        let answer: Answer = try store.run("check", "--format", "json").json()
        #expect(answer.sound && answer.findings.allSatisfy { $0.severity == "remark" })
        #expect(answer.findings.map(\.part) == ["leftovers", "columns", "bands", "known"])
        #expect(answer.findings[0].message.contains("unfinished-1"))
        #expect(answer.findings.allSatisfy { $0.remedy?.contains("sitrep check --repair") == true })
        let repaired: Answer = try store.run("check", "--repair", "--format", "json").json()
        #expect(repaired.sound && repaired.findings.isEmpty && repaired.repaired?.count == 4)
        #expect(try store.run("dump").text == expected)
        #expect(try store.reindex().counts == [0, 0, 0, 12])
    }

    @Test("Sources that are gone, and files that have changed, are remarks")
    func sources() throws {
        let store = try store()
        try store.write("3.txt", "Report 3\n\nA convoy of three hundred lorries passed Odesa.")
        try FileManager.default.removeItem(atPath: store.reports + "/7.txt")
        let changed = try store.run("check")
        #expect(changed.status == 0 && changed.text.contains("1 have changed since and 1 are gone"))
        try FileManager.default.moveItem(atPath: store.reports, toPath: store.folder.path("elsewhere"))
        let gone = try store.run("check")
        #expect(gone.status == 0 && gone.text.contains("cannot be reached now"))
    }

    @Test("A damaged database is not built again where reports would be lost by that")
    func lost() throws {
        let store = try store()
        let generation = try generation(store)
        try store.folder.write(generation + "/database/docdata.glass", "nonsense")
        try FileManager.default.removeItem(atPath: store.reports + "/7.txt")
        // In the lock the last one to hold it has its number.
        let before = try store.folder.state(of: "Index").filter { $0.key != "lock" }
        try store.run("check", "--repair").expectError(74, "1 report would be lost", "reindex --rebuild")
        try FileManager.default.moveItem(atPath: store.reports, toPath: store.folder.path("elsewhere"))
        try store.run("check", "--repair").expectError(74, "cannot be read now", "make that readable")
        #expect(try store.folder.state(of: "Index").filter { $0.key != "lock" } == before)
    }

    @Test("Marks and saved searches that cannot be read are damage with what to do, which no repair takes away")
    func persons() throws {
        let store = try store()
        try store.folder.write("Index/marks.yaml", "marks:\n- id: [\n")
        try store.folder.write("Index/saved.yaml", "searches: 7\n")
        let answer: Answer = try store.run("check", "--format", "json").json()
        #expect(!answer.sound)
        #expect(answer.findings.map(\.part) == ["marks", "saved"])
        #expect(answer.findings.allSatisfy { $0.remedy?.isEmpty == false })
        #expect(try store.run("check", "--repair").status == 65)
        #expect(try String(contentsOfFile: store.index + "/saved.yaml", encoding: .utf8) == "searches: 7\n")
    }

    @Test("A check that gives no sign is ended, and that is damage")
    func overdue() throws {
        let store = try store()
        let answer: Answer = try store.run("check", "--patience", "0", "--format", "json").json()
        #expect(!answer.sound && answer.findings.count == 1)
        #expect(answer.findings[0].message.contains("did not end"))
    }

    @Test("No index is not a damaged one; a lost manifest is, and comes back")
    func manifest() throws {
        try ReportStore().run("check").expectError(66, "no index")
        let store = try store()
        let manifest = try Data(contentsOf: URL(fileURLWithPath: store.index + "/manifest"))
        try store.folder.remove("Index/manifest")
        let check = try store.run("check")
        #expect(check.status == 65 && check.text.contains("manifest is missing"))
        #expect(try store.run("check", "--repair").status == 0)
        #expect(try Data(contentsOf: URL(fileURLWithPath: store.index + "/manifest")) == manifest)
    }

    @Test("A repair waits for no other writer")
    func locked() throws {
        let store = try store()
        let holder = Process()
        holder.executableURL = URL(fileURLWithPath: "/usr/bin/flock")
        holder.arguments = [store.index + "/lock", "sleep", "30"]
        try holder.run()
        defer { holder.terminate() }
        try store.folder.remove(try generation(store) + "/columns")
        var outcome = try store.run("check", "--repair")
        // Until it holds the lock.
        for _ in 0..<50 where outcome.status == 0 {
            usleep(100_000)
            outcome = try store.run("check", "--repair")
        }
        outcome.expectError(75, "locked")
        #expect(try store.run("check").status == 0)
    }
}
