import Foundation
import Testing

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

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
        try store.folder.write(generation + "/database/v.tmp", "half")
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
        let lost = "1 report would be lost"
        try store.run("check", "--repair").expectError(74, lost, store.reports + "/7.txt", "reindex --rebuild")
        try FileManager.default.moveItem(atPath: store.reports, toPath: store.folder.path("elsewhere"))
        try store.run("check", "--repair").expectError(74, "nor what the index held of it", store.reports)
        #expect(try store.folder.state(of: "Index").filter { $0.key != "lock" } == before)
    }

    @Test("What the system refuses is no damage, and nothing is built again for it")
    func refused() throws {
        guard SitrepProcess.canRunUnprivileged else { return }
        let store = try store()
        let generation = try generation(store)
        let before = try store.folder.state(of: "Index")
        for path in [store.folder.path, store.index] { chmod(path, 0o777) }
        for name in ["database/docdata.glass", "columns", "bands", "files"] {
            let path = store.folder.path(generation + "/" + name)
            chmod(path, 0)
            defer { chmod(path, 0o644) }
            for options in [[], ["--repair"]] {
                let outcome = try SitrepProcess.run(
                    ["check", "--index", store.index] + options,
                    isUnprivileged: true
                )
                outcome.expectError(74, "Permission denied")
            }
        }
        // The library's check of the tables asks for the right to write, all else does without.
        let reader = try SitrepProcess.run(["check", "--index", store.index], isUnprivileged: true)
        #expect(reader.status == 0 && reader.text.contains("as a user who may write there"), "\(reader.errors)")
        #expect(try store.folder.state(of: "Index") == before)
        #expect(try store.run("check").status == 0)
    }

    @Test("A check for which no file or no process can be opened says so, whatever it was about to read")
    func fewFiles() throws {
        let store = try store("--shards", "3")
        let before = try store.folder.state(of: "Index").filter { $0.key != "lock" }
        for most in [6, 8, 10, 12, 14, 16] {
            let command = ["check", "--repair", "--index", store.index]
            let outcome = try SitrepProcess.run(command, shell: "ulimit -n \(most)")
            #expect(outcome.status != 65, "\(most) open files")
            #expect(try store.folder.state(of: "Index").filter { $0.key != "lock" } == before)
        }
    }

    @Test("A source that is there and empty is not taken for all there is")
    func emptySource() throws {
        let store = try store()
        try store.folder.write(try generation(store) + "/database/docdata.glass", "nonsense")
        try FileManager.default.moveItem(atPath: store.reports, toPath: store.folder.path("elsewhere"))
        try FileManager.default.createDirectory(atPath: store.reports, withIntermediateDirectories: true)
        try store.run("check", "--repair").expectError(74, "would be lost", store.reports, "bring them back")
        try FileManager.default.removeItem(atPath: store.reports)
        try FileManager.default.moveItem(atPath: store.folder.path("elsewhere"), toPath: store.reports)
        #expect(try store.run("check", "--repair").status == 0)
    }

    @Test("A folder that reads servers, and an index of a newer sitrep, are refused")
    func others() throws {
        let store = try store("--shards", "2")
        try store.folder.write("Index/shards", "remote 127.0.0.1:1\n")
        for command in [["check"], ["check", "--repair"]] { try store.run(command).expectError(64, "behind servers") }
    }

    @Test("A check ends by itself where nobody waits for it any more")
    func orphan() throws {
        let store = try store()
        // Its output goes to a pipe that nobody reads, and the writers' lock is never to be had by what follows it.
        let process = Process()
        process.executableURL = SitrepProcess.executable
        process.arguments = ["check", "--inside", "check", "--patience", "1", "--index", store.index]
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = FileHandle.nullDevice
        // Fills the pipe, so that the first message cannot be written.
        let end = pipe.fileHandleForWriting.fileDescriptor
        _ = fcntl(end, F_SETFL, fcntl(end, F_GETFL) | O_NONBLOCK)
        let block = [UInt8](repeating: 10, count: 4_096)
        while write(end, block, block.count) > 0 {}
        while write(end, block, 1) > 0 {}
        _ = fcntl(end, F_SETFL, fcntl(end, F_GETFL) & ~O_NONBLOCK)
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationReason == .uncaughtSignal && process.terminationStatus == SIGALRM)
        try pipe.fileHandleForReading.close()
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
        // A slow disk may bring that about: nothing is built again for it, unless a person says so.
        #expect(answer.findings[0].remedy?.contains("check --repair --rebuild") == true)
        let before = try store.folder.state(of: "Index")
        #expect(try store.run("check", "--repair", "--patience", "0").status == 65)
        #expect(try store.folder.state(of: "Index") == before)
        let built = try store.run("check", "--repair", "--rebuild", "--patience", "0")
        #expect(built.text.contains("mended: the index was built again from its sources: 12 reports"))
        #expect(try store.run("check").status == 0)
        for wrong in ["-1", "99999999999"] {
            try store.run("check", "--patience", wrong).expectError(64, "--patience")
        }
        try store.run("check", "--rebuild").expectError(64, "needs --repair")
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
        let lock = open(store.index + "/lock", O_RDWR)
        try #require(lock >= 0 && flock(lock, LOCK_EX | LOCK_NB) == 0)
        try store.folder.remove(try generation(store) + "/columns")
        try store.run("check", "--repair").expectError(75, "locked")
        #expect(try store.run("check").status == 0)
        close(lock)
        #expect(try store.run("check", "--repair").text.contains("mended: "))
    }
}
