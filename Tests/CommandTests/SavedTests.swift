import Foundation
import Testing

@Suite("Saved searches")
struct SavedTests {
    private let front: SavedStore
    private var store: ReportStore { front.reports }

    init() throws { front = try SavedStore() }

    @discardableResult
    private func saved(_ arguments: String...) throws -> Outcome { try front.saved(arguments) }

    /// The ids that are new, which then count as seen; the status has to fit.
    private func new(_ name: String = "front") throws -> [String] {
        struct Hit: Decodable { var id: String }
        let outcome = try saved("run", name, "--new", "--ungrouped", "--format", "ndjson")
        let hits: [Hit] = try outcome.objects()
        #expect(outcome.status == (hits.isEmpty ? 1 : 0), "\(outcome.errors)")
        return hits.map(\.id).sorted()
    }

    private var file: String { store.index + "/saved.yaml" }

    private func text() throws -> String { try String(contentsOfFile: file, encoding: .utf8) }

    @Test("Added, listed, shown, run and taken away, by any name")
    func life() throws {
        let name = "Фронт o'clock: \"x\" # 1"
        try saved("add", name, "-apples \"air defence\"", "--not-path", "A: B", "--from", "2024-11", "--literal")
            .expectDone()
        try saved("add", "drones only", "drones", "-apples").expectDone()
        struct Entry: Decodable {
            var name: String
            var query: String
            var command: String
            var options: [String: [String]]
            var total: Int?
            var new: Int?
            var interpreted: String?
        }
        let entries: [Entry] = try saved("list", "--format", "json").json()
        #expect(entries.map(\.name) == ["front", name, "drones only"])
        #expect(entries.map(\.query) == ["drones", "-apples \"air defence\"", "drones -apples"])
        #expect(entries[0].options == ["region": ["Kursk"], "sort": ["newest"]])
        #expect(entries[1].options == ["not-path": ["A: B"], "from": ["2024-11"], "literal": ["true"]])
        #expect(entries[0].command == "sitrep search --region Kursk --sort newest drones")
        // What is told to search for the same does.
        let command = try ShellLine.arguments(entries[2].command)
        #expect(try SitrepProcess.run(command + ["--index", store.index, "--paths"]).lines.count == 1)
        let shown: Entry = try saved("show", "front", "--format", "json").json()
        #expect(shown.total == 1 && shown.new == 1 && shown.interpreted?.contains("region:") == true)
        #expect(try saved("run", "front", "--paths").lines.count == 1)
        try saved("remove", name).expectDone()
        #expect(try saved("list").lines.count == 2)
        try saved("remove", name).expectError(66, "front, drones only")
        try saved("run", "nosuch").expectError(66, "nosuch")
    }

    @Test("Only what came in since the last run is new, by the runs of the index")
    func news() throws {
        #expect(try new() == ["a.txt"])
        #expect(try new() == [])
        try store.write("c.txt", "More drones over Kursk, said the governor, and a convoy on the road to Sudzha.")
        try store.write("d.txt", "A quiet day.")
        try store.reindex()
        #expect(try new() == ["c.txt"])
        #expect(try new() == [])
        // A run without --new finds all, and takes nothing for seen.
        #expect(try saved("run", "front", "--paths").lines.count == 2)
        try store.write("e.txt", "Yet more drones over Kursk, three of which fell on a field beside the river.")
        try store.reindex()
        #expect(try saved("run", "front").status == 0)
        #expect(try saved("run", "front", "--since", "today", "--paths").lines.count == 3)
        #expect(try saved("run", "front", "--since", "2099").status == 1)
        #expect(try new() == ["e.txt"])
        // Each search has its own memory, and a name that is given again begins anew.
        try saved("add", "quiet", "quiet").expectDone()
        #expect(try new("quiet") == ["d.txt"])
        try saved("remove", "quiet").expectDone()
        try saved("add", "quiet", "quiet").expectDone()
        #expect(try new("quiet") == ["d.txt"])
    }

    @Test("Neither an alias, a rebuild, a moved file, an edit nor a deletion makes an old report new")
    func nothingNew() throws {
        let words = store.folder.path("words")
        try store.write("k.txt", "A depot near Probegrad was hit by drones, witnesses said on Monday.")
        try store.reindex()
        #expect(try new() == ["a.txt"])
        let listed = try SitrepProcess.run(["vocabulary", "list", "Kursk Oblast", "--format", "json"]).text
        let id = try #require(listed.firstMatch(of: /"id":"([^"]+)"/)).1
        try store.folder.write("words/r.yaml", "facet: region\nconcepts:\n- id: \(id)\n  aliases:\n  - Probegrad\n")
        try store.reindex("--vocabulary", words)
        #expect(try store.ids("drones", "--region", "Kursk") == ["a.txt", "k.txt"])
        #expect(try new() == [])
        try store.reindex("--rebuild")
        #expect(try new() == [])
        try store.folder.move("reports/a.txt", to: "reports/moved.txt")
        try store.reindex()
        #expect(try store.ids("drones", "--region", "Kursk") == ["k.txt", "moved.txt"])
        #expect(try new() == [])
        try store.write("moved.txt", "Drones hit a second depot near Kursk on Monday, the governor of the region said.")
        try store.folder.remove("reports/b.txt")
        try store.reindex()
        #expect(try new() == [])
    }

    @Test("What was not written whole stays new")
    func unwritten() throws {
        if let full = FileHandle(forWritingAtPath: "/dev/full") {
            for arguments in [["front"], ["--all"], ["front", "--format", "json"], ["front", "--format", "csv"]] {
                let outcome = try SitrepProcess.run(
                    ["saved", "run", "--index", store.index, "--new"] + arguments,
                    output: full
                )
                #expect(outcome.status == 74)
            }
        }
        let pipe = Pipe()
        try pipe.fileHandleForReading.close()
        let closed = try SitrepProcess.run(
            ["saved", "run", "--index", store.index, "--new", "front"],
            output: pipe.fileHandleForWriting
        )
        #expect(closed.errors.isEmpty)
        #expect(!FileManager.default.fileExists(atPath: store.index + "/saved-seen"))
        #expect(try new() == ["a.txt"])
    }

    @Test("All of them: each that finds something is named, and a mistake in one keeps no other back")
    func all() throws {
        try saved("add", "apples", "apples").expectDone()
        try saved("add", "none", "nosuchword").expectDone()
        struct Answer: Decodable {
            var name: String
            var results: SearchAnswer
        }
        let answers: [Answer] = try saved("run", "--all", "--format", "json").json()
        #expect(answers.map(\.name) == ["front", "apples"])
        #expect(answers.map(\.results.ids) == [["a.txt"], ["b.txt"]])
        let bad = "- name: bad\n  region:\n  - Nosuchplace\n"
        try (try text() + bad).write(toFile: file, atomically: true, encoding: .utf8)
        let first = try saved("run", "--all", "--new")
        #expect(first.status == 64 && first.errors.contains("“bad”"))
        #expect(first.lines.filter { ["front", "apples"].contains($0) } == ["front", "apples"])
        try saved("remove", "bad").expectDone()
        let second = try saved("run", "--all", "--new")
        #expect(second.status == 1 && second.text.isEmpty && second.errors.isEmpty)
    }

    @Test("The file keeps what a person wrote in it, and one that is broken is left alone")
    func byHand() throws {
        let own = """
            # mine
            searches:

              # the front
              - name: front   # north
                query: "drones"
                region: Kursk
              - name: valley
                query: apples

            """
        try own.write(toFile: file, atomically: true, encoding: .utf8)
        try saved("add", "new", "x", "--region", "Kyiv").expectDone()
        #expect(try text() == own + "  - name: new\n    query: x\n    region:\n    - Kyiv\n")
        try saved("remove", "valley").expectDone()
        try saved("remove", "new").expectDone()
        #expect(try text().hasPrefix("# mine\nsearches:\n\n  # the front\n  - name: front   # north\n"))
        #expect(try new() == ["a.txt"])
        for (broken, line) in [
            ("searches:\n- name: a\n  regoin: x\n", 3), ("searches:\n- name: a\n- name: a\n", 3), ("- a\n", 1),
            ("searches:\n- query: x\n", 2), ("searches:\n- name: a\n  sort: best\n", 3), ("searches: [", 1),
            ("searches:\n- name: a\n  main: maybe\n", 3),
        ] {
            try broken.write(toFile: file, atomically: true, encoding: .utf8)
            for arguments in [["list"], ["add", "b", "x"], ["remove", "a"], ["run", "--all"]] {
                let outcome = try SitrepProcess.run(["saved"] + arguments + ["--index", store.index])
                #expect(outcome.status == 65 && outcome.errors.contains("line "), "\(broken) \(outcome.errors)")
                if broken != "searches: [" { #expect(outcome.errors.contains("line \(line)"), "\(outcome.errors)") }
            }
            #expect(try text() == broken)
        }
    }

    @Test("A file behind a link that leads nowhere is out of reach, not empty")
    func unreachableFile() throws {
        let own = store.folder.path("own.yaml")
        try FileManager.default.moveItem(atPath: file, toPath: store.folder.path("kept.yaml"))
        try FileManager.default.createSymbolicLink(atPath: file, withDestinationPath: own)
        try saved("list").expectError(74, "saved.yaml")
        try saved("add", "b", "x").expectError(74, "saved.yaml")
        #expect(!FileManager.default.fileExists(atPath: own))
        try FileManager.default.moveItem(atPath: store.folder.path("kept.yaml"), toPath: own)
        try saved("add", "b", "x").expectDone()
        #expect(try String(contentsOfFile: own, encoding: .utf8).contains("name: b"))
    }

    @Test("Several at once lose nothing")
    func atOnce() throws {
        let processes = try (0..<6).map { number in
            try SitrepProcess.start(["saved", "add", "--index", store.index, "s\(number)", "drones"])
        }
        for process in processes { #expect(SitrepProcess.wait(for: process) == 0) }
        #expect(try saved("list").lines.count == 7)
        let runs = try (0..<6).map { number in
            try SitrepProcess.start(["saved", "run", "--index", store.index, "s\(number)", "--new"])
        }
        for process in runs { #expect(SitrepProcess.wait(for: process) == 0) }
        for number in 0..<6 { #expect(try new("s\(number)") == []) }
        #expect(try new() == ["a.txt"])
    }

    @Test("Mistakes are told when a search is added")
    func mistakes() throws {
        try saved("add", "x", "--region", "Nosuchplace").expectError(64, "Nosuchplace")
        try saved("add", "front", "x").expectError(64, "front")
        try saved("add", "a\nb", "x").expectError(64)
        try saved("add", "  ", "x").expectError(64)
        try saved("run").expectError(64, "--all")
        try saved("run", "front", "--new", "--limit", "1").expectError(64, "--limit")
        #expect(try saved("list").lines.count == 1)
        let words = try SitrepProcess.run(
            ["---complete", "bash", "sitrep saved run fr", "fr"],
            environment: ["SITREP_INDEX": store.index]
        )
        #expect(words.text.contains("front"))
    }

    @Test("An index that is built from nothing has no memory of what was seen")
    func another() throws {
        try store.write("c.txt", "A quiet day.")
        try store.reindex()
        #expect(try new() == ["a.txt"])
        let kept = try ["saved.yaml", "saved-seen"].map { name in
            (name, try Data(contentsOf: URL(fileURLWithPath: store.index + "/" + name)))
        }
        try FileManager.default.removeItem(atPath: store.index)
        for (name, data) in kept { try store.folder.write("Index/" + name, data) }
        try store.build()
        // Nor does it take as many runs for the same ones.
        try store.write("d.txt", "Another quiet day.")
        try store.reindex()
        try store.write("e.txt", "A third quiet day.")
        try store.reindex()
        #expect(try new() == ["a.txt"])
        #expect(try new() == [])
        try store.reindex("--rebuild")
        #expect(try new() == [])
    }

    @Test("A search has no memory of another that had its name, and none goes while what was seen cannot be read")
    func memory() throws {
        #expect(try new() == ["a.txt"])
        // Taken out by hand, so that what it has shown stays.
        try "searches:\n".write(toFile: file, atomically: true, encoding: .utf8)
        try saved("add", "front", "apples").expectDone()
        #expect(try new() == ["b.txt"])
        let before = try text()
        try store.folder.write("Index/saved-seen", "sitrep-saved-seen 2\nx\n")
        try saved("remove", "front").expectError(65, "saved-seen, line 2")
        try saved("add", "other", "x").expectError(65, "saved-seen, line 2")
        #expect(try text() == before)
    }

    @Test("That marks wait for a run is told whether one search is run or all are")
    func marksRemark() throws {
        try store.folder.write("Index/marks.yaml", "marks:\n- id: a.txt\n  tags: [lead]\n")
        for name in ["front", "--all"] {
            #expect(try saved("run", name).errors.contains("marks.yaml has changed"))
            #expect(try saved("run", name, "--quiet").errors.isEmpty)
        }
    }
}
