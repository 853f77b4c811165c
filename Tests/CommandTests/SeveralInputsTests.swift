import Foundation
import Testing

@Suite("Several ids and values, standard input, and options that need others")
struct SeveralInputsTests {
    private let index: SampleIndex

    init() throws { index = try SampleIndex.shared }

    @Test("show shows what is there, one after another, and tells of each id that is not")
    func show() throws {
        let outcome = try index.run("show", "nosuch", "notes/el-fasher.md", "nothing", "col-006", "--format", "json")
        let reports: [ReportAnswer] = try outcome.json()
        #expect(outcome.status == 1 && reports.map(\.id) == ["notes/el-fasher.md", "col-006"])
        #expect(outcome.errors.contains("“nosuch”") && outcome.errors.contains("“nothing”"))
        let text = try index.run("show", "col-006", "nosuch", "notes/el-fasher.md")
        #expect(text.status == 1)
        let lines = text.text.components(separatedBy: "\n")
        let keys = lines.indices.filter { lines[$0].hasPrefix("Key ") }
        #expect(keys.count == 2)
        // Fields first, then the text, then the next report.
        let second = try #require(lines.firstIndex { $0.contains("notes/el-fasher.md") })
        let siege = try #require(lines.firstIndex { $0.contains("siege be") || $0.contains("encircled") })
        #expect(keys[0] < second && second < siege)
        try index.run("show", "nosuch", "nothing").expectError(66, "“nosuch”", "“nothing”")
        let none = try index.run("show", "nosuch", "--format", "json")
        #expect(none.status == 66 && none.text == "[]\n" && none.errors.hasPrefix("sitrep: error: "))
        let query = try index.run("show", "col-006", "notes/el-fasher.md", "--query", "(")
        query.expectError(64)
        #expect(query.errors.components(separatedBy: "sitrep: error:").count == 2)
    }

    @Test("vocabulary show lists values in short, several, or those at the top")
    func vocabulary() throws {
        func show(_ arguments: String...) throws -> Outcome {
            try SitrepProcess.run(["vocabulary", "show"] + arguments + ["--vocabulary", "/nonexistent/words"])
        }
        let short = try show("Kyiv")
        #expect(short.status == 0 && short.text.contains(" more: --verbose"))
        let long = try show("Kyiv", "--verbose")
        #expect(!long.text.contains(" more: --verbose") && long.text.count > short.text.count)
        let two = try show("Kyiv", "SCALP")
        #expect(two.text.contains("Ukraine/Kyiv\n") && two.text.contains("Missile/Cruise missile/Storm Shadow\n"))
        let tops = try show("--facet", "weapon")
        #expect(tops.status == 0 && tops.text.contains("Missile") && !tops.text.contains("Storm Shadow"))
        try show("Kyiv", "nosuchvalue").expectError(64, "nosuchvalue")
    }

    struct Extracted: Decodable {
        var id: String
        var path: String
        var title: String
        var text: String
        var region: [Value]

        struct Value: Decodable { var path: [String] }
    }

    @Test("extract reads a report of any kind from standard input", arguments: [["-"], []])
    func standardInput(arguments: [String]) throws {
        func extract(_ input: String) throws -> Extracted {
            let outcome = try SitrepProcess.run(["extract", "--format", "ndjson"] + arguments, input: input)
            let reports: [Extracted] = try outcome.objects()
            #expect(outcome.status == 0 && reports.count == 1, "\(outcome.errors)")
            return try #require(reports.first)
        }
        let text = try extract("Kyiv is quiet\n\nNo drones were seen over Чернігів at night.\n")
        #expect(text.id == "-" && text.path == "-" && text.region.contains { $0.path.last == "Kyiv" })
        let page = try extract("\n <!doctype html><title>Over Lviv</title><p>A convoy passed Lviv &amp; left.</p>")
        #expect(page.title == "Over Lviv" && page.text.contains("Lviv & left"))
        let json = try extract(#"  { "id": "x1", "title": "Odesa", "text": "A convoy." }"#)
        #expect(json.id == "x1" && json.region.contains { $0.path.last == "Odesa" })
        let markdown = try extract("# Над Києвом\n\nДрони над [містом](https://example.org).\n")
        #expect(markdown.title == "Над Києвом" && !markdown.text.contains("example.org"))
        #expect(try extract("[Photo] A convoy near Lviv").text.hasPrefix("[Photo]"))
    }

    @Test("Standard input that is no report")
    func badInput() throws {
        try SitrepProcess.run(["extract"]).expectError(64, "nothing to read")
        #expect(try SitrepProcess.run(["extract", "-"]).status == 65)
        let broken = try SitrepProcess.run(["extract"], input: #"{"title": "#)
        #expect(broken.status == 65 && broken.errors.contains("not JSON") && broken.output.isEmpty)
        let packed = try SitrepProcess.run(["extract", "-"], input: "\u{1F}")
        #expect(packed.status == 65)
        #expect(try SitrepProcess.run(["extract"], input: String(repeating: "\u{0}\u{1}", count: 50)).status == 65)
        let file = SampleIndex.corpus + "/notes/el-fasher.md"
        let both = try SitrepProcess.run(["extract", file, "-", "--format", "ndjson"], input: "A convoy near Lviv.")
        #expect(both.status == 0 && both.lines.count == 2)
        let half = try SitrepProcess.run(["extract", "/nonexistent/file.txt", "-"], input: "A convoy near Lviv.")
        #expect(half.status == 1 && half.errors.contains("/nonexistent/file.txt"))
    }

    @Test("--main needs something to be about", arguments: ["search", "facets", "timeline"])
    func main(command: String) throws {
        try index.run(command, "kyiv", "--main").expectError(64, "--main", "--region")
        try index.run(command, "--main").expectError(64, "--main")
        try index.run(command, "--main", "--not-region", "Kyiv").expectError(64, "--main")
        try index.run(command, "--main", "region:any").expectError(64, "--main")
        #expect(try index.run(command, "--main", "--region", "Kyiv").status == 0)
        #expect(try index.run(command, "--main", "region:kyiv").status == 0)
        #expect(try index.run(command, "--main", "(region:kyiv OR region:odesa)").status == 0)
    }
}
