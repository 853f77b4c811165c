import Foundation
import Testing

@Suite("A person's own word on reports")
struct MarkTests {
    private let store: ReportStore

    init() throws {
        store = try ReportStore()
        for (name, place) in [("a", "Kyiv"), ("b", "Odesa"), ("c", "Lviv")] {
            try store.write("\(name).txt", "2024-11-13\n\nA convoy with drones passed \(place) in the \(name) night.")
        }
        try store.build()
    }

    struct Listed: Decodable {
        var id: String
        var state: String?
        var markedId: String?
        var applied: Bool?
        var marks: Marks?
    }

    struct Marks: Decodable, Equatable {
        var tags: [String]
        var note: String?
        var irrelevant: Bool
        var by: String?
        var set: Values?
        var dropped: Values?
    }

    struct Values: Decodable, Equatable {
        var region: [[String]]?
        var date: String?
        var undated: Bool?
    }

    private var file: String { store.index + "/marks.yaml" }

    private func listed() throws -> [Listed] { try store.run("mark", "--list", "--format", "json").json() }

    private func contents() throws -> String { try String(contentsOfFile: file, encoding: .utf8) }

    @Test("Marks are found, shown apart from what was found, listed, and taken away")
    func whole() throws {
        let outcome = try store.run(
            "mark",
            "a.txt",
            "--tag",
            "lead",
            "--note",
            "Ask.",
            "--set-region",
            "Kharkiv",
            "--drop-region",
            "Kyiv",
            "--set-date",
            "2023-05",
            "--by",
            "olha",
            "--format",
            "json"
        )
        #expect(outcome.status == 0, "\(outcome.errors)")
        let marked = try outcome.json([Listed].self)
        #expect(marked.map(\.id) == ["a.txt"] && marked[0].applied == true)
        #expect(marked[0].marks?.set == .init(region: [["Ukraine", "Kharkiv Oblast", "Kharkiv"]], date: "2023-05"))
        #expect(try store.ids("tag:lead") == ["a.txt"])
        #expect(try store.ids("--tag", "LEAD", "--region", "Kharkiv Oblast", "--to", "2023") == ["a.txt"])
        #expect(try store.ids("--not-tag", "lead") == ["b.txt", "c.txt"])
        #expect(try store.ids("--region", "Kyiv") == [])
        let shown = try store.run("show", "a.txt").text
        for part in ["Tags       lead", "Note       Ask.", "+ Ukraine/Kharkiv Oblast/Kharkiv", "by olha", "2024-11-13"]
        {
            #expect(shown.contains(part), "\(part): \(shown)")
        }
        #expect(try store.run("search", "convoy").text.contains("marked: lead; “Ask.”"))
        #expect(try store.run("facets").text.contains("Tag\n"))
        let csv = try store.run("search", "--format", "csv", "--tag", "lead").text
        #expect(csv.contains("similar,tags,note\r\n") && csv.contains(",lead,Ask.\r\n"))
        #expect(try listed().map(\.state) == ["same"])
        #expect(try store.run("mark", "a.txt", "--clear").status == 0)
        #expect(try store.run("mark", "--list").status == 1)
        #expect(try store.ids("--region", "Kyiv", "--from", "2024") == ["a.txt"])
        try store.run("search", "tag:lead").expectError(64, "no report has a tag yet")
    }

    @Test("Names come from standard input, by lines or by NULs, and what is not there is told beside the rest")
    func input() throws {
        let files = try store.run("search", "convoy", "--print0").text
        let command = ["mark", "--index", store.index, "-", "--irrelevant"]
        #expect(try SitrepProcess.run(command, input: files).status == 0)
        #expect(try store.ids("convoy") == [])
        let text = try store.run("search", "convoy").text
        #expect(text.contains("3 marked irrelevant, not shown: --irrelevant include"))
        #expect(try store.ids("--irrelevant", "only") == ["a.txt", "b.txt", "c.txt"])
        let lines = try SitrepProcess.run(
            ["mark", "--index", store.index, "-", "--relevant"],
            input: "a.txt\r\nnone.txt\nb.txt"
        )
        #expect(lines.status == 1 && lines.errors.contains("none.txt"))
        #expect(try store.ids("convoy") == ["a.txt", "b.txt"])
        try store.run("mark", "none.txt", "--tag", "x").expectError(66, "none.txt")
        #expect(try SitrepProcess.run(command, input: "").status == 1)
    }

    @Test("What cannot be kept is refused, and nothing is changed")
    func refused() throws {
        try store.run("mark", "a.txt").expectError(64, "nothing is said")
        try store.run("mark", "--tag", "x").expectError(64, "no report is named")
        try store.run("mark", "a.txt", "--tag", "a\nb").expectError(64, "cannot be a tag")
        try store.run("mark", "a.txt", "--tag", String(repeating: "x", count: 101)).expectError(64, "cannot be a tag")
        try store.run("mark", "a.txt", "--tag", " ").expectError(64, "cannot be a tag")
        try store.run("mark", "a.txt", "--irrelevant", "--relevant").expectError(64, "contradict")
        try store.run("mark", "a.txt", "--set-region", "Khrakiv").expectError(64, "unknown region", "Kharkiv")
        try store.run("mark", "a.txt", "--drop-region", "Nowhere").expectError(64, "--drop-region")
        try store.run("mark", "a.txt", "--set-region", "Pokrovka").expectError(64, "may be any of", "/")
        try store.run("mark", "a.txt", "--set-date", "2024-13").expectError(64, "no month 13")
        try store.run("mark", "a.txt", "--set-date", "2024-W46").expectError(64, "no date of a day")
        try store.run("mark", "a.txt", "--set-title", " ").expectError(64, "--unset title")
        try store.run("mark", "a.txt", "--list", "--tag", "x").expectError(64, "--list changes nothing")
        #expect(!FileManager.default.fileExists(atPath: file))
    }

    private static let hostile = [
        "..", "../../etc", "two words", "\"quoted\"", "it's", "a: b", "#x", "-dash", "שלום", "\u{202E}abc", "Київ",
        "e\u{301}", "=cmd()", "*", "tag:lead", "😀", "C++", "a b",
    ]

    @Test("No tag stands for another one but for capitals, accents encoded otherwise, and hyphens for blanks")
    func tagsApart() throws {
        let name = { (number: Int) in "t\(number < 10 ? "0" : "")\(number).txt" }
        for number in Self.hostile.indices { try store.write(name(number), "Report \(number) of a quiet night.") }
        try store.reindex()
        for (number, tag) in Self.hostile.enumerated() {
            try store.run("mark", name(number), "--tag=\(tag)").expectDone()
        }
        for (number, tag) in Self.hostile.enumerated() {
            #expect(try store.ids("--tag=\(tag)") == [name(number)], "\(tag)")
        }
        #expect(try store.ids("--tag", "TWO-words") == [name(2)])
        for tag in ["C#", "C", "e", "x", "dash", "its", "a:b", "quoted", "Киів"] {
            try store.run("search", "--tag=\(tag)").expectError(64, "has the tag")
        }
    }

    @Test("Tags are any line, and cannot do harm")
    func hostileTags() throws {
        let tags = Self.hostile
        #expect(try store.run(["mark", "a.txt"] + tags.map { "--tag=\($0)" }).status == 0)
        #expect(try listed()[0].marks?.tags == tags)
        for tag in tags { #expect(try store.ids("--tag=\(tag)") == ["a.txt"], "\(tag)") }
        // An accent may be encoded otherwise.
        #expect(try store.ids("--tag", "\u{E9}") == ["a.txt"])
        #expect(try !store.run("search", "convoy").text.contains("\u{202E}"))
        #expect(try store.run("search", "--format", "csv", "--tag", "..").text.contains("two words"))
        try store.run("mark", "b.txt", "--tag", "=cmd()").expectDone()
        #expect(try store.run("search", "--format", "csv", "--not-tag", "..").text.contains(",'=cmd(),"))
        try store.reindex("--rebuild")
        #expect(try listed()[0].marks?.tags == tags)
    }

    @Test("Marks are listed by every name that a report has, and for no name there are none")
    func listing() throws {
        try store.run("mark", "a.txt", "b.txt", "--tag", "lead").expectDone()
        let key = try #require(try store.run("search", "--tag", "lead", "Kyiv", "--keys").lines.first)
        for name in ["a.txt", key, key.uppercased(), String(key.prefix(12)), store.reports + "/a.txt"] {
            let marks: [Listed] = try store.run("mark", "--list", name, "--format", "json").json()
            #expect(marks.map(\.id) == ["a.txt"], "\(name)")
        }
        #expect(try store.run("mark", "--list", "c.txt").status == 1)
        let command = ["mark", "--index", store.index, "--list", "-"]
        let none = try SitrepProcess.run(command, input: "")
        #expect(none.status == 1 && none.text.isEmpty)
        let two = try SitrepProcess.run(command + ["--format", "ndjson"], input: "b.txt\nnone\na.txt\n")
        #expect(two.lines.count == 2)
        try store.folder.remove("reports/a.txt")
        try store.reindex()
        let gone: [Listed] = try store.run("mark", "--list", "a.txt", "--format", "json").json()
        #expect(gone.map(\.state) == ["gone"])
    }

    @Test("A file that a person broke stops runs and marks with its line, and searches go on")
    func brokenFile() throws {
        try store.run("mark", "a.txt", "--tag", "lead").expectDone()
        let broken = try contents() + "- id: b.txt\n  tagz: x\n"
        try broken.write(toFile: file, atomically: true, encoding: .utf8)
        let line = broken.split(separator: "\n", omittingEmptySubsequences: false).count - 1
        for command in [["mark", "c.txt", "--tag", "x"], ["reindex"], ["reindex", "--rebuild"], ["mark", "--list"]] {
            try store.run(command).expectError(65, "marks.yaml, line \(line)", "tagz")
        }
        #expect(try contents() == broken)
        let found = try store.run("search", "tag:lead")
        #expect(found.status == 0 && found.errors.contains("line \(line)") && found.errors.contains("brought in last"))
        #expect(try store.run("doctor").text.contains("line \(line)"))
        // Mended by hand, it is taken over by reindex, which says so.
        try broken.replacingOccurrences(of: "tagz", with: "tags").write(toFile: file, atomically: true, encoding: .utf8)
        #expect(try store.run("search", "tag:lead").errors.contains("sitrep reindex"))
        #expect(try store.run("reindex").text.contains("marks: 1 report"))
        #expect(try store.ids("tag:x") == ["b.txt"])
        #expect(try store.run("search", "tag:lead").errors.isEmpty)
    }

    @Test("A file of marks that is out of reach stops runs and marks, and is neither forgotten nor replaced")
    func unreachableFile() throws {
        try store.run("mark", "a.txt", "--tag", "lead").expectDone()
        // Kept elsewhere, behind a link, where a disk may be missing.
        let own = store.folder.path("disk/own.yaml")
        try store.folder.write("disk/other", "")
        try FileManager.default.moveItem(atPath: file, toPath: own)
        try FileManager.default.createSymbolicLink(atPath: file, withDestinationPath: own)
        try store.run("mark", "b.txt", "--tag", "two").expectDone()
        #expect(try store.ids("tag:two") == ["b.txt"])
        try store.folder.move("disk", to: "unmounted")
        for command in [["mark", "c.txt", "--tag", "x"], ["reindex"], ["reindex", "--rebuild"], ["mark", "--list"]] {
            try store.run(command).expectError(74, "marks.yaml")
        }
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: file) == own)
        let found = try store.run("search", "tag:lead")
        #expect(found.status == 0 && found.errors.contains("brought in last"))
        try store.folder.move("unmounted", to: "disk")
        try store.reindex()
        #expect(try store.ids("tag:any") == ["a.txt", "b.txt"])
    }

    @Test("Who may read the file stays as it was")
    func fileMode() throws {
        try store.run("mark", "a.txt", "--tag", "x").expectDone()
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file)
        try store.run("mark", "a.txt", "--tag", "y").expectDone()
        let attributes = try FileManager.default.attributesOfItem(atPath: file)
        #expect(attributes[.posixPermissions] as? Int == 0o600)
        #expect(try contents().contains("- y"))
    }

    @Test("Marks survive a rebuild, a move of the files, a new index in the place of a lost one")
    func survival() throws {
        try store.run("mark", "a.txt", "--tag", "lead", "--drop-region", "Kyiv").expectDone()
        try store.reindex("--rebuild")
        #expect(try store.ids("tag:lead", "-region:kyiv") == ["a.txt"])
        try store.folder.move("reports/a.txt", to: "reports/deep/moved.txt")
        try store.reindex()
        #expect(try store.ids("tag:lead", "-region:kyiv") == ["deep/moved.txt"])
        #expect(try listed().map(\.state) == ["moved"])
        // All but the marks is lost.
        for name in try FileManager.default.contentsOfDirectory(atPath: store.index) where name != "marks.yaml" {
            try FileManager.default.removeItem(atPath: store.index + "/" + name)
        }
        try store.build()
        #expect(try store.ids("tag:lead", "-region:kyiv") == ["deep/moved.txt"])
        try store.folder.remove("reports/deep/moved.txt")
        try store.reindex()
        #expect(try listed().map(\.state) == ["gone"])
        #expect(try store.run("doctor").text.contains("in the index no more"))
    }

    @Test("Where another one writes to the index, the mark is kept and the next run brings it in")
    func locked() throws {
        let lock = open(store.index + "/lock", O_RDWR)
        defer { close(lock) }
        #expect(flock(lock, LOCK_EX | LOCK_NB) == 0)
        let outcome = try store.run("mark", "a.txt", "--tag", "lead", "--format", "json")
        #expect(outcome.status == 75 && outcome.errors.contains("the next index or reindex"))
        #expect(try outcome.json([Listed].self)[0].applied == false)
        #expect(try store.run("search", "convoy").errors.contains("has changed"))
        flock(lock, LOCK_UN)
        try store.reindex()
        #expect(try store.ids("tag:lead") == ["a.txt"])
    }

    @Test("Of several persons who mark at once no word is lost")
    func atOnce() throws {
        let tags = (0..<12).map { "t\($0)" }
        let processes = try tags.map { tag in
            try SitrepProcess.start(["mark", "--index", store.index, "a.txt", "b.txt", "--tag", tag])
        }
        for process in processes { #expect([0, 75].contains(SitrepProcess.wait(for: process))) }
        for entry in try listed() { #expect(Set(entry.marks?.tags ?? []) == Set(tags)) }
        try store.reindex()
        for tag in tags { #expect(try store.ids("--tag", tag) == ["a.txt", "b.txt"]) }
    }

    @Test("Tags are completed behind the option and the field")
    func completion() throws {
        try store.run("mark", "a.txt", "--tag", "lead", "--tag", "to check").expectDone()
        for line in [
            "sitrep search --index \(store.index) --tag le", "sitrep mark --index \(store.index) a.txt --untag l",
        ] {
            #expect(try SitrepProcess.run(["---complete", "fish", line]).text.contains("lead"))
        }
        let field = try SitrepProcess.run(["---complete", "fish", "sitrep search --index \(store.index) tag:to"])
        #expect(field.text.contains("tag:to-check"))
        #expect(try store.ids("tag:to-check") == ["a.txt"])
    }
}
