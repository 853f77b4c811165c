import Foundation
import Testing

@Suite("The query language on the sample reports")
struct QueryLanguageTests {
    private let index: SampleIndex

    init() throws { index = try SampleIndex.shared }

    private func set(_ arguments: String...) throws -> Set<String> {
        let answer: SearchAnswer = try index.run(["search", "--all", "--format", "json", "--limit", "all"] + arguments)
            .json()
        return answer.relaxed ? [] : Set(answer.ids)
    }

    @Test("NEAR is stricter than AND, in any order, and wider with a wider window")
    func near() throws {
        let close = try set("drone NEAR/2 strike")
        let usual = try set("drone NEAR strike")
        let both = try set("drone strike")
        #expect(!close.isEmpty && close.isStrictSubset(of: usual) && usual.isStrictSubset(of: both))
        #expect(try set("strike NEAR drone") == usual)
        #expect(try set("drone NEAR/10 strike") == usual)
        #expect(try set("\"storm shadow\" NEAR/5 (russia OR ukraine)").isSubset(of: try set("\"storm shadow\"")))
        #expect(try set("kyiv drone NEAR strike") == usual.intersection(try set("kyiv")))
    }

    @Test("A star stands for the rest of a word, in any script and in the title")
    func beginnings() throws {
        #expect(try set("missil*").isSuperset(of: try set("missile", "--literal")))
        #expect(try set("дрон*").contains("pages/rizdvo-uk.html"))
        let title = try set("title:missil*")
        let both = try set("missil*")
        #expect(!title.isEmpty && title.isStrictSubset(of: both))
        #expect(try set("Kh-10*").isSuperset(of: try set("Kh-101", "--literal")))
        #expect(try index.search("missil*").hits.allSatisfy { !$0.matches.isEmpty })
    }

    @Test("A tilde stands for other spellings, never of designators")
    func likeness() throws {
        #expect(try set("zelensky~").isSuperset(of: try set("zelenskyy")))
        #expect(try set("misile~") == set("=missile OR =missiles"))
        try index.run("search", "Kh-101~").expectError(64, "column 1", "designators")
        try index.run("search", "kyiv F16~").expectError(64, "column 6", "designators")
    }

    @Test("An equals sign keeps a word as it is")
    func exact() throws {
        #expect(try set("=drone") == set("\"drone\""))
        #expect(try set("=drone").isStrictSubset(of: try set("drone")))
        #expect(try set("=\"air defence\"") == set("\"air defence\""))
        #expect(try set("title:=drones").isStrictSubset(of: try set("title:drone")))
    }

    @Test("Reports with any value of a facet and without one are all reports, each once")
    func presence() throws {
        let all = try set()
        for name in ["region", "actor", "weapon", "source", "language", "date", "happened"] {
            let (with, without) = (try set("\(name):any"), try set("\(name):none"))
            #expect(with.isDisjoint(with: without) && with.union(without) == all, "\(name)")
        }
        #expect(try set("date:none") == set("--undated", "only"))
        #expect(try !set("source:none").isEmpty)
        #expect(try !set("weapon:any").isEmpty)
    }

    @Test("Dates relative to today, in queries and in options")
    func dates() throws {
        #expect(try set("date:\"last year\"") == set("date:last-year"))
        #expect(try set("date:last-year") == set("--from", "last year", "--to", "last-year"))
        #expect(try set("date:..3m") == set("--to", "3m"))
        #expect(try set("added:this-week..") == set("--added-from", "this week"))
        #expect(try set("date>=2024-11") == set("date:2024-11.."))
        #expect(try set("happened:2024-11..2024-12") == set("--happened-from", "2024-11", "--happened-to", "2024-12"))
        try index.run("search", "x date:2024-13").expectError(64, "column 3", "no month 13")
        try index.run("search", "date:2024-02-30").expectError(64, "2024-02 has 29 days", "last month")
        try index.run("search", "date:99999").expectError(64, "0001 to 9999")
        try index.run("search", "--from", "0000").expectError(64, "--from", "0001 to 9999")
    }

    @Test("A field that is misspelt, has no value or stands beside NEAR is told of")
    func fields() throws {
        try index.run("search", "x regoin:kyiv").expectError(64, "column 3", "did you mean region:")
        try index.run("search", "wepon:atacms").expectError(64, "column 1", "weapon:")
        try index.run("search", "drones region:").expectError(64, "column 8", "no value")
        try index.run("search", "region:\"\"").expectError(64, "column 1", "no value")
        try index.run("search", "drones NEAR region:kyiv").expectError(64, "column 13", "NEAR")
        try index.run("search", "drones NEAR/1000 kyiv").expectError(64, "column 8", "100")
        #expect([0, 1].contains(try index.run("search", "12:30 http://example.org Note:this").status))
        let quoted = try index.search("region:\"Kyiv \\\"Oblast\\\"\"")
        #expect(try quoted.total == index.search("region:\"Kyiv Oblast\"").total)
    }

    @Test("A misspelt word is answered with one of the index, in text and in JSON")
    func suggestion() throws {
        let answer = try index.search("misile kyiv")
        #expect(answer.suggestion == "missile kyiv")
        #expect(try index.search("missile kyiv").suggestion == nil)
        let text = try index.run("search", "misile kyiv").text
        #expect(text.contains("did you mean: missile kyiv"))
        #expect(try index.search("\"misile\"").suggestion == nil)
        #expect(try index.run("search", "--quiet", "misile").output.isEmpty)
        let object = try index.run("search", "--all", "--format", "json", "kyiv").object()
        #expect(object["suggestion"] is NSNull)
    }

    @Test("Where nothing is found, what may help is said")
    func hints() throws {
        let store = try ReportStore()
        try store.write("a.txt", "A convoy of lorries reached Kyiv.")
        try store.build()
        #expect(try store.run("search", "kiev", "--literal").text.contains("--region Kyiv finds 1 report"))
        #expect(try store.search("kiev", "--literal").hints.count == 1)
        #expect(try store.search("kiev").total == 1)
        #expect(try store.search("convoy").hints.isEmpty)
        let empty = try ReportStore()
        try empty.build()
        let outcome = try empty.run("search", "kyiv")
        #expect(outcome.status == 1 && outcome.text.contains("The index has no reports"))
    }

    @Test("A query as it was understood finds the same")
    func interpreted() throws {
        for query in [
            "region:kursk -weapon:drone", "drone NEAR/3 (strike OR attack) OR title:=kyiv", "source:none missil*",
            "date:2024-11..2024-12 (ATACMS OR \"storm shadow\")", "main-region:kyiv zelensky~",
            "\"air defence\" date:any",
        ] {
            let first = try index.search("--limit", "all", query)
            let second = try index.search("--limit", "all", first.interpreted)
            #expect(second.ids == first.ids, "\(first.interpreted)")
        }
    }

    @Test("A command that is misspelt is answered with the one that was meant")
    func commands() throws {
        try SitrepProcess.run(["serach", "kyiv"]).expectError(64, "serach", "sitrep search")
        try SitrepProcess.run(["idnex"]).expectError(64, "idnex", "sitrep index")
        try SitrepProcess.run(["drones"]).expectError(64, "drones", "sitrep search drones")
    }

    @Test("Negative numbers are told of as such", arguments: ["--limit", "--offset", "--facets", "--facets-depth"])
    func negative(option: String) throws {
        for arguments in [[option, "-1"], ["\(option)=-1"], ["x", option, "-100"]] {
            try index.run(["search"] + arguments).expectError(64, option, "negative")
        }
    }
}
