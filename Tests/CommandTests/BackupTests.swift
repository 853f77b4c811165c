import Foundation
import Testing

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

@Suite("Backups")
struct BackupTests {
    private struct Answer: Decodable {
        let path: String
        let reports: Int
        let indexRevision: Int
        let bytes: Int
        let seconds: Double
    }

    private static let questions = [
        ["search", "convoy", "--format", "json", "--limit", "all"], ["facets", "--format", "json"],
        ["show", "5.txt", "--format", "json"], ["timeline", "--format", "json"], ["saved", "list", "--format", "json"],
    ]

    private func store(reports: Int) throws -> ReportStore {
        let store = try ReportStore()
        for number in 0..<reports {
            try store.write("\(number).txt", "Report \(number)\n\nA convoy of \(number) lorries passed Poltava.")
        }
        return store
    }

    private func answers(_ index: String) throws -> [String] {
        try Self.questions.map { question in
            let outcome = try SitrepProcess.run(question + ["--index", index])
            #expect(outcome.status == 0, "\(question): \(outcome.errors)")
            return outcome.text.replacing(/"took_ms":[0-9.]+/, with: "")
        }
    }

    @Test(
        "Hold what the index holds, with marks, saved searches and the vocabulary; a copy of one is an index",
        arguments: [1, 3]
    )
    func holds(shards: Int) throws {
        let store = try store(reports: 20)
        let names = store.folder.path("names")
        try store.folder.write("names/own.yaml", "facet: weapon\nconcepts:\n- id: lorry-gun\n  name: Lorries\n")
        try store.build(store.reports, "--vocabulary", names, "--shards", String(shards))
        #expect(try store.run("mark", "5.txt", "--tag", "checked", "--note", "seen on a photograph").status == 0)
        let saved = try SitrepProcess.run(["saved", "add", "convoys", "convoy poltava", "--index", store.index])
        #expect(saved.status == 0)
        try store.write("7.txt", "Report 7\n\nA convoy passed Kherson.")
        try store.reindex()
        let before = try answers(store.index)

        let backup = store.folder.path("Backup")
        let answer: Answer = try store.run("backup", backup, "--format", "json").json()
        #expect(answer.path == backup && answer.reports == 20 && answer.indexRevision == 3 && answer.bytes > 0)
        #expect(try answers(backup) == before)
        #expect(FileManager.default.contents(atPath: backup + "/vocabulary/own.yaml") != nil)

        // The index is lost; what was kept takes its place, and goes on from there.
        try FileManager.default.removeItem(atPath: store.index)
        try FileManager.default.copyItem(atPath: backup, toPath: store.index)
        #expect(try answers(store.index) == before)
        try store.write("20.txt", "Report 20\n\nA convoy passed Odesa.")
        #expect(try store.reindex().counts == [1, 0, 0, 20])
        #expect(try store.ids("convoy odesa") == ["20.txt"])
        #expect(try store.ids("tag:checked") == ["5.txt"])
        #expect(try store.ids("weapon:lorries").count == 19)
    }

    @Test("The rights of the index and of what persons wrote are those of the backup")
    func rights() throws {
        let store = try store(reports: 3)
        try store.build()
        #expect(try store.run("mark", "1.txt", "--note", "secret").status == 0)
        chmod(store.index, 0o700)
        chmod(store.index + "/marks.yaml", 0o600)
        let backup = store.folder.path("Backup")
        #expect(try store.run("backup", backup).status == 0)
        func rights(_ path: String) -> mode_t {
            var status = stat()
            return stat(path, &status) == 0 ? status.st_mode & 0o777 : 0
        }
        #expect(rights(backup) == 0o700 && rights(backup + "/marks.yaml") == 0o600)
    }

    @Test("One of shards has their names, and the folder of its vocabulary does no harm where it becomes an index")
    func isAnIndex() throws {
        let store = try store(reports: 6)
        try store.folder.write("names/own.yaml", "facet: weapon\nconcepts:\n- id: lorry-gun\n  name: Lorries\n")
        try store.build(store.reports, "--vocabulary", store.folder.path("names"), "--shards", "2")
        let backup = store.folder.path("Backup")
        let said = try store.run("backup", backup)
        #expect(said.text.contains("cp -r \(backup)/vocabulary \(store.folder.path("names"))"), "\(said.text)")
        #expect(try SitrepProcess.run(["check", "--index", backup]).text.hasPrefix("sound: 6 reports"))
        #expect(try String(contentsOfFile: backup + "/shard-2", encoding: .utf8) == "auto generation-1/shard-2\n")
        // All but what persons wrote is lost.
        for name in ["manifest", "generation-1"] { try store.folder.remove("Backup/" + name) }
        let built = try SitrepProcess.run(["index", store.reports, "--index", backup])
        #expect(built.status == 0, "\(built.errors)")
    }

    @Test("A restored index does not go on without the names that its reports have")
    func vocabularyGone() throws {
        let store = try store(reports: 3)
        let own = store.folder.path("own")
        let environment = ["SITREP_VOCABULARY": own]
        try store.folder.write("own/own.yaml", "facet: weapon\nconcepts:\n- id: lorry-gun\n  name: Lorries\n")
        #expect(try store.run("index", store.reports, environment: environment).status == 0)
        let backup = store.folder.path("Backup")
        #expect(try store.run("backup", backup, environment: environment).status == 0)
        try store.folder.remove("own")
        try store.folder.remove("Index")
        try FileManager.default.copyItem(atPath: backup, toPath: store.index)
        for command in [["reindex"], ["reindex", "--rebuild"]] {
            try store.run(command, environment: environment).expectError(65, own, "vocabulary", "--vocabulary ''")
        }
        #expect(try store.ids("weapon:lorries").count == 3)
        try FileManager.default.copyItem(atPath: backup + "/vocabulary", toPath: own)
        #expect(try store.run("reindex", environment: environment).status == 0)
        #expect(try store.ids("weapon:lorries").count == 3)
        try store.folder.remove("own")
        #expect(try store.run("reindex", "--vocabulary", "", environment: environment).status == 0)
        try store.run("search", "weapon:lorries").expectError(64, "lorries")
        #expect(try store.run("reindex", environment: environment).status == 0)
    }

    @Test("A folder of the vocabulary that cannot be read, or has a pipe in it, is an error with what to do")
    func badVocabulary() throws {
        let store = try store(reports: 2)
        try store.folder.write("names/own.yaml", "facet: weapon\nconcepts:\n- id: lorry-gun\n  name: Lorries\n")
        try store.build(store.reports, "--vocabulary", store.folder.path("names"))
        mkfifo(store.folder.path("names/pipe.yaml"), 0o666)
        let backup = store.folder.path("Backup")
        try store.run("backup", backup).expectError(65, "names/pipe.yaml", "no ordinary file")
        #expect(!FileManager.default.fileExists(atPath: backup))
    }

    @Test("Nothing is written over, and where none can be made nothing is left")
    func refused() throws {
        let store = try store(reports: 2)
        try store.build()
        try store.folder.write("taken/a.txt", "mine")
        try store.run("backup", store.folder.path("taken")).expectError(64, "is there already")
        try store.run("backup", store.folder.path("none/Backup")).expectError(66, "there is no folder")
        try SitrepProcess.run(["backup", store.folder.path("Backup"), "--index", store.folder.path("none")])
            .expectError(66, "there is no index")
        let names = try FileManager.default.contentsOfDirectory(atPath: store.folder.path).sorted()
        #expect(names == ["Index", "reports", "taken"])
    }

    @Test("Each is of one state while a writer makes small changes")
    func whileWriting() throws {
        let store = try store(reports: 12)
        try store.build("--shards", "2", store.reports)
        let writer = Thread {
            for round in 0..<12 {
                // Both reports change in each run.
                for name in ["a.txt", "b.txt"] {
                    _ = try? store.write(name, "Round \(round)\n\nThe convoy of round number\(round) passed Lviv.")
                }
                _ = try? store.run("reindex", "--quiet")
            }
        }
        writer.start()
        var states: [Int] = []
        for number in 0..<4 {
            let backup = store.folder.path("Backup-\(number)")
            let outcome = try store.run("backup", backup, "--format", "json")
            #expect(outcome.status == 0, "\(outcome.errors)")
            let answer: Answer = try outcome.json()
            states.append(answer.indexRevision)
            let rounds = try (0..<12).filter { round in
                let found = try SitrepProcess.run([
                    "search", "number\(round)", "--all", "--format", "json", "--index", backup,
                ])
                let answer: SearchAnswer = try found.json()
                if !answer.relaxed, answer.total > 0 { #expect(answer.ids.sorted() == ["a.txt", "b.txt"]) }
                return !answer.relaxed && answer.total > 0
            }
            #expect(rounds.count <= 1)
            #expect(try SitrepProcess.run(["status", "--index", backup]).status == 0)
        }
        while !writer.isFinished { usleep(20_000) }
        #expect(states == states.sorted() && states.count == 4)
    }
}
