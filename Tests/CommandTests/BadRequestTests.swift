import Foundation
import Testing

@Suite("Bad requests")
struct BadRequestTests {
    private func refused(_ arguments: String...) throws -> Outcome {
        try SitrepProcess.run([arguments[0], "--index", try SampleIndex.shared.path] + arguments.dropFirst())
    }

    @Test("A mistake in the query is told with its column")
    func query() throws {
        try refused("search", "drones \"air defence").expectError(64, "column 8", "does not end")
        try refused("search", "kyiv (drones").expectError(64, "column 6", "not closed")
        try refused("search", "kyiv drones)").expectError(64, "column 12", "closes nothing")
        try refused("search", "OR kyiv").expectError(64, "column 1", "nothing to join")
        try refused("search", "kyiv OR").expectError(64, "column 6", "nothing to join")
        try refused("search", "kyiv OR OR drones").expectError(64, "OR")
        try refused("search", "OR").expectError(64, "column 1")
        try refused("search", "kyiv AND").expectError(64, "AND", "column 6")
        try refused("search", "kyiv NOT").expectError(64, "NOT", "column 6")
        try refused("search", "київ (дрони").expectError(64, "column 6")
        try refused("search", String(repeating: "(", count: 5000)).expectError(64, "nested too deep")
        try refused("facets", "kyiv (drones").expectError(64, "column 6")
    }

    @Test("A field of the query with an unknown value is told with its column and the nearest names")
    func queryField() throws {
        try refused("search", "drones region:Kyivv").expectError(64, "column 8", "Kyiv")
        try refused("search", "weapon:iskanderr").expectError(64, "column 1", "Iskander")
        try refused("search", "date:yesteryear").expectError(64, "column 1", "date")
        try refused("search", "date:2024-12..2024-13").expectError(64, "2024-13")
    }

    @Test("An unknown facet value is told with the nearest names, never an empty result")
    func unknownValue() throws {
        try refused("search", "--region", "Kharkivv").expectError(64, "Kharkivv", "Kharkiv”")
        try refused("search", "--actor", "Nort Korea").expectError(64, "Nort Korea", "North Korea")
        try refused("search", "--weapon", "ATAKMS").expectError(64, "ATAKMS", "ATACMS")
        try refused("search", "--source", "Halden Revue").expectError(64, "Halden Revue")
        try refused("search", "--language", "xx").expectError(64, "xx")
        try refused("facets", "--not-region", "Nowhereland").expectError(64, "Nowhereland")
        try refused("search", "--region", "Ukraine/Nowhereland").expectError(64, "Nowhereland")
        try refused("search", "--region", "").expectError(64, "region")
    }

    @Test(
        "A bad date names the option and the forms",
        arguments: [
            "2024-13", "2024-02-30", "24-11-13", "13.11.2024", "now", "2024-W54", "-1d", "soon", "2024-11-13T10",
        ]
    )
    func date(text: String) throws {
        for option in ["--from", "--to", "--added-from", "--added-to"] {
            try refused("search", "\(option)=\(text)").expectError(64, option, "2024-11-13")
        }
    }

    @Test("A time that ends before it begins")
    func reversedDates() throws {
        try refused("search", "--from", "2024-12", "--to", "2024-11").expectError(64, "--from")
    }

    @Test("Times of arrival that end before they begin")
    func reversedAddedDates() throws {
        let outcome = try refused("search", "--added-from", "2024-12", "--added-to", "2024-11")
        outcome.expectError(64, "--added-from")
    }

    @Test("Dates in a query that end before they begin")
    func reversedDatesInQuery() throws {
        try refused("search", "date:2024-12..2024-11").expectError(64, "column 1")
    }

    @Test("Unknown options and values of options are refused")
    func options() throws {
        try refused("search", "--nope").expectError(64, "--nope", "--help")
        try refused("search", "x", "--format", "xml").expectError(64, "xml", "json")
        try refused("search", "x", "--limit", "many").expectError(64, "many")
        try refused("search", "x", "--offset=-1").expectError(64, "--offset")
        try refused("search", "x", "--sort", "best").expectError(64, "best", "relevance")
        try refused("search", "x", "--undated", "maybe").expectError(64, "maybe", "exclude")
        try refused("search", "x", "--color", "red").expectError(64, "red", "always")
        try refused("search", "x", "--facets-depth", "0").expectError(64, "--facets-depth")
        try refused("search", "x", "--from").expectError(64, "--from")
        try refused("show").expectError(64, "id")
        try refused("index").expectError(64, "path")
        try SitrepProcess.run(["frobnicate"]).expectError(64, "frobnicate")
    }

    @Test(
        "A value that an option does not take is told with what it takes",
        arguments: [
            (["search", "x", "--limit", "many"], "0 or more, or all"),
            (["search", "--facets=some"], "0 or more, or all"), (["search", "x", "--offset", "1.5"], "0 or more"),
            (["search", "--facets-depth", "0"], "1 or more"),
            (["search", "x", "--half-life", "30"], "30d, 6w, 3m or 1y"), (["search", "x", "--limit="], "all"),
            (["facets", "--by", "town"], "region, actor, weapon, source, language, month or year"),
            (["facets", "--by=source:2"], "region:1"), (["facets", "--facets", "x"], "all"),
            (["timeline", "--by", "hour"], "month"),
        ]
    )
    func values(_ arguments: [String], _ allowed: String) throws {
        try SampleIndex.shared.run(arguments).expectError(64, allowed, arguments[0] + " --help")
    }

    @Test(
        "Options by the names of other programs are told with the ones that are meant",
        arguments: [
            (["search", "x", "--json"], "--format json"), (["show", "x", "--json"], "--format json"),
            (["vocabulary", "list", "--json"], "--format json"), (["facets", "--since", "2024"], "--from"),
            (["timeline", "--after=2024"], "--from"), (["search", "--until", "2024"], "--to"),
            (["search", "x", "--before", "2024"], "--to"),
        ]
    )
    func mistaken(_ arguments: [String], _ meant: String) throws {
        try SitrepProcess.run(arguments).expectError(64, "did you mean \(meant)?")
        // Where it would help nobody, the parser has its say.
        try SitrepProcess.run(["forget", "x", "--since", "2024"]).expectError(64, "Unknown option '--since'")
        #expect(try SampleIndex.shared.run("search", "--", "drones", "--json").status != 64)
    }

    @Test("Help for a command that is none is refused as the command is", arguments: ["nosuch", "serach", "drones"])
    func helpForNothing(name: String) throws {
        let outcome = try SitrepProcess.run(["help", name])
        outcome.expectError(64, name)
        #expect(try outcome.errors == SitrepProcess.run([name]).errors)
        #expect(try SitrepProcess.run(["help", "search"]).status == 0 && SitrepProcess.run(["help"]).status == 0)
    }

    @Test("Unknown reports")
    func unknownReport() throws {
        try refused("show", "no-such-report.txt").expectError(66, "no-such-report.txt")
        try refused("show", "0000000000000000").expectError(66, "0000000000000000")
        try refused("show", "").expectError(66)
        // One that is there does not hide one that is not.
        let outcome = try refused("show", "notes/el-fasher.md", "no-such-report.txt")
        #expect(outcome.status == 1 && outcome.errors.contains("no-such-report.txt"))
    }

    @Test("Files to extract from that are not there")
    func extractMissing() throws {
        let outcome = try SitrepProcess.run(["extract", "/nowhere/at/all.txt"])
        #expect(outcome.status == 66)
        #expect(outcome.output.isEmpty)
        #expect(outcome.errors.contains("/nowhere/at/all.txt"))
    }

    @Test("Nothing found is no error", arguments: ["text", "json", "ndjson", "csv"])
    func nothing(format: String) throws {
        let outcome = try refused("search", "xyzzyplugh", "--format", format)
        #expect(outcome.status == 1)
        #expect(outcome.errors.isEmpty)
        let facets = try refused("facets", "xyzzyplugh")
        #expect(facets.status == 1)
    }

    @Test("Help and version go to stdout")
    func help() throws {
        let help = try SitrepProcess.run(["--help"])
        #expect(help.status == 0 && help.text.contains("sitrep index") && help.errors.isEmpty)
        let version = try SitrepProcess.run(["--version"])
        #expect(version.status == 0 && version.errors.isEmpty)
        let commands = [
            "index", "reindex", "search", "facets", "show", "extract", "forget", "compact", "status", "dump",
            "check", "backup",
        ]
        for command in commands {
            let outcome = try SitrepProcess.run([command, "--help"])
            #expect(outcome.status == 0 && outcome.text.contains("sitrep " + command))
        }
    }
}
