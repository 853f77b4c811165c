import Foundation
import Testing

@Suite("A mistake is told as what it is, with what was likely meant")
struct MistakeMessageTests {
    private let store: ReportStore

    init() throws {
        store = try ReportStore()
        try store.write("a.txt", "2024-11-13\n\nRussia launched 90 drones at Kharkiv, Ukraine’s air force said.")
        try store.build()
    }

    @Test("A misspelt option is not hidden behind what comes of it")
    func options() throws {
        try store.run("mark", "a.txt", "--tga", "y").expectError(64, "no option --tga", "did you mean --tag?")
        try store.run("export", "drones", "--too", "d").expectError(64, "no option --too", "did you mean --to?")
        try store.run("figures", "--knid", "killed").expectError(64, "--knid", "--kind")
        try SitrepProcess.run(["saved", "run", "--nwe", "--index", store.index])
            .expectError(64, "no option --nwe", "did you mean --new?")
        try store.run("mark", "a.txt", "--xyzzy", "y").expectError(64, "--xyzzy")
        // What is missing is still told where every option is one.
        try store.run("export", "drones").expectError(64, "--to")
    }

    @Test("A misspelt command below another one is told with the one that is near")
    func subcommands() throws {
        let remove = try SitrepProcess.run(["saved", "remov", "x"])
        remove.expectError(64, "no command “saved remov”", "did you mean sitrep saved remove?")
        try SitrepProcess.run(["vocabulary", "zzz"]).expectError(64, "no command “vocabulary zzz”", "alias")
        #expect(try SitrepProcess.run(["saved", "--help"]).status == 0)
        #expect(try SitrepProcess.run(["help", "saved", "add"]).status == 0)
    }

    @Test("Kinds of figures are listed readably, the near one first")
    func kinds() throws {
        let outcome = try store.run("figures", "--kind", "launchd")
        outcome.expectError(64, "“launchd”", "did you mean launched?", "lost_from_radar")
        #expect(outcome.errors.split(separator: "\n").allSatisfy { $0.utf8.count <= 100 })
        try store.run("figures", "--kind=zzz").expectError(64, "“zzz”", "killed_or_wounded")
        #expect(try store.run("figures", "--kind", "Lost-From-Radar").status == 1)
    }

    @Test("Unknown fields of a query are told; colons that make none are words")
    func fields() throws {
        for query in ["note:x", "foo:bar", "drones note:\"x y\""] {
            try store.run("search", query).expectError(64, "there is no field", "region", "in quotes")
            try store.run("figures", query).expectError(64, "there is no field")
        }
        for query in ["12:30", "http://example.org", "a:b", "note: x", "Note:x"] {
            #expect([0, 1].contains(try store.run("search", query).status), "\(query)")
        }
    }

    @Test("A picture is never a file called -, and no queries at hand are told plainly")
    func files() throws {
        try store.run("figures", "--png", "-").expectError(64, "a picture goes into a file")
        try store.run("timeline", "--svg", "-").expectError(64, "a picture goes into a file")
        let missing = store.folder.path("none.tsv")
        let outcome = try store.run("search", "--queries", missing)
        outcome.expectError(66, "the queries at \(missing) cannot be reached: No such file")
        #expect(!outcome.errors.contains("cannot be read"))
    }

    @Test("An empty list of reports to mark is told")
    func nothingToMark() throws {
        let outcome = try SitrepProcess.run(["mark", "--index", store.index, "-", "--irrelevant"], input: "")
        #expect(outcome.status == 1 && outcome.errors.contains("no reports"))
    }

    @Test("A date in marks.yaml is to be written out, and reading a bad file says nothing of changes")
    func handEdited() throws {
        try store.folder.write("Index/marks.yaml", "marks:\n- id: a.txt\n  set-date: tomorow\n")
        let outcome = try store.run("reindex")
        outcome.expectError(65, "line 3", "write 2024-11-13, 2024-11 or 2024")
        #expect(!outcome.errors.contains("today"))
        try store.run("mark", "a.txt", "--tag", "x").expectError(65, "line 3", "nothing was changed")
        try store.folder.write("Index/saved.yaml", "searches:\n- nam: x\n")
        let list = try SitrepProcess.run(["saved", "list", "--index", store.index])
        list.expectError(65, "line 2")
        #expect(!list.errors.contains("nothing was changed"))
        try SitrepProcess.run(["saved", "add", "--index", store.index, "x", "drones"])
            .expectError(65, "nothing was changed")
    }

    @Test("Notes of several lines stay so where a report is shown")
    func notes() throws {
        try store.run("mark", "a.txt", "--note", "First line.\nSecond line.\n").expectDone()
        let shown = try SitrepProcess.runOnTerminal(
            ["show", "a.txt", "--index", store.index],
            columns: 80,
            environment: ["TERM": "dumb"]
        ).text
        #expect(shown.contains("Note       First line.\n           Second line.\n"), "\(shown)")
        #expect(try store.run("show", "a.txt").text.contains("Note       First line.\nNote       Second line.\n"))
    }
}
