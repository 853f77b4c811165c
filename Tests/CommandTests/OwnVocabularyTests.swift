import Foundation
import Testing

@Suite("Names that a user teaches")
struct OwnVocabularyTests {
    private let store: ReportStore
    private var own: String { store.folder.path("own") }
    private var environment: [String: String] { ["SITREP_VOCABULARY": own] }

    init() throws {
        store = try ReportStore()
        try store.write("a.txt", "A depot near Probegrad was hit, witnesses said.")
        try store.write("b.txt", "Brovary was quiet. So was Громохлоп, an X-77Q.")
        try store.write("c.txt", "Kyiv was quiet; Think Tank Magazine had a story on the Leopard 2.")
    }

    private func vocabulary(_ arguments: String...) throws -> Outcome {
        try SitrepProcess.run(["vocabulary"] + arguments + ["--index", store.index], environment: environment)
    }

    private func change(_ arguments: String...) throws {
        let outcome = try SitrepProcess.run(
            ["vocabulary"] + arguments + ["--index", store.index],
            environment: environment
        )
        #expect(outcome.status == 0 && outcome.text.contains("sitrep reindex"), "\(outcome.errors)\(outcome.text)")
    }

    private func build() throws {
        try store.run("index", store.reports, environment: environment).expectDone()
    }

    private func reindex() throws -> RunAnswer {
        let outcome = try store.run("reindex", "--format", "json", environment: environment)
        #expect(outcome.status == 0, "\(outcome.errors)")
        return try outcome.json()
    }

    private func file(_ facet: String) throws -> String {
        try String(contentsOfFile: own + "/own-\(facet).yaml", encoding: .utf8)
    }

    struct Refresh: Decodable {
        var vocabulary: Counts?
        struct Counts: Decodable, Equatable {
            var spellings: Int
            var concepts: Int
            var whole: Bool
            var reports: Int
            var total: Int
        }
    }

    private func refresh() throws -> Refresh.Counts? {
        let outcome = try store.run("reindex", "--format", "json", environment: environment)
        #expect(outcome.status == 0, "\(outcome.errors)")
        return try outcome.json(Refresh.self).vocabulary
    }

    @Test("An alias is found after reindex, which looks again at the reports that have it alone")
    func alias() throws {
        try build()
        #expect(try store.ids("--region", "Brovary") == ["b.txt"])
        try change("alias", "Ukraine/Kyiv Oblast/Brovary", "Probegrad", "Nowhere else")
        #expect(try refresh() == .init(spellings: 2, concepts: 0, whole: false, reports: 1, total: 3))
        #expect(try store.ids("--region", "Brovary") == ["a.txt", "b.txt"])
        #expect(try store.ids("--region", "probegrad") == ["a.txt", "b.txt"])
        #expect(try refresh() == nil)
        try change("remove", "Brovary", "--alias", "PROBEGRAD")
        #expect(try file("region").contains("Nowhere else") && !file("region").contains("Probegrad"))
        #expect(try refresh()?.reports == 1)
        #expect(try store.ids("--region", "Brovary") == ["b.txt"])
        let said = try store.run("reindex", environment: environment)
        #expect(!said.text.contains("vocabulary"))
        try change("alias", "Brovary", "Probegrad")
        let text = try store.run("reindex", environment: environment).text
        #expect(text.contains("vocabulary: 1 spelling changed, 1 of 3 reports looked at again"), "\(text)")
    }

    @Test("A concept of one's own has a parent, aliases in any script, and goes again")
    func concept() throws {
        try build()
        try change("add", "weapon", "Thunderclap", "--parent", "Drone", "--alias", "Громохлоп", "--kind", "system")
        try change("add", "region", "Probegrad", "--parent", "Kyiv Oblast", "--cased", "PGR")
        #expect(try refresh()?.reports == 2)
        #expect(try store.ids("--weapon", "Drone/Thunderclap") == ["b.txt"])
        #expect(try store.ids("--region", "Kyiv Oblast") == ["a.txt", "b.txt"])
        let shown = try vocabulary("show", "громохлоп")
        for part in ["Drone/Thunderclap", "own-thunderclap", "your own", "reports   1"] {
            #expect(shown.text.contains(part), "\(shown.text)\(shown.errors)")
        }
        let listed = try vocabulary("list", "--own", "--format", "csv")
        #expect(listed.text.contains("weapon,own-thunderclap,Thunderclap,Drone/Thunderclap,system,true\r\n"))
        #expect(listed.text.components(separatedBy: "\r\n").count == 4)
        try change("remove", "own-thunderclap")
        #expect(try refresh()?.reports == 1)
        try store.run("search", "--weapon", "Thunderclap").expectError(64, "Thunderclap")
        #expect(try store.ids("--region", "Probegrad") == ["a.txt"])
    }

    @Test("The file can be edited by hand, and a change leaves what stands there")
    func byHand() throws {
        try store.folder.write(
            "own/mine.yaml",
            "# Mine.\nfacet: region\nconcepts:\n\n# a suburb\n- id: ua-brovary\n  aliases: [Probegrad]  # slang\n# end\n"
        )
        try build()
        #expect(try store.ids("--region", "Brovary") == ["a.txt", "b.txt"])
        try change("alias", "Brovary", "Бровар")
        let text = try String(contentsOfFile: own + "/mine.yaml", encoding: .utf8)
        #expect(text.contains("# Mine.\n") && text.contains("[Probegrad, Бровар]  # slang\n# end\n"))
        #expect(!FileManager.default.fileExists(atPath: own + "/own-region.yaml"))
    }

    @Test("The index remembers the folder, and --vocabulary names another")
    func folders() throws {
        let other = store.folder.path("other")
        try vocabulary("alias", "Brovary", "Probegrad", "--vocabulary", other).expectDone()
        try build()
        #expect(try store.ids("--region", "Brovary") == ["b.txt"])
        try store.reindex("--vocabulary", other)
        #expect(try store.ids("--region", "Brovary") == ["a.txt", "b.txt"])
        #expect(try vocabulary("alias", "Brovary", "Nearby").text.contains(other))
        #expect(try store.run("status").text.contains("extended by \(other)"))
        try store.reindex("--vocabulary", "")
        #expect(try store.ids("--region", "Brovary") == ["b.txt"])
        #expect(!(try store.run("status").text.contains("extended by")))
        #expect(try reindex().indexRevision == store.search().indexRevision)
    }

    @Test("What is not clear is refused, with the candidates, and changes nothing")
    func refusals() throws {
        try vocabulary("alias", "Kursk", "Kurskaya").expectError(64, "ru-kursk", "ru-krs", "--facet")
        try vocabulary("alias", "Ukraine", "Ucraina").expectError(64, "region", "actor")
        try vocabulary("alias", "Brovari City Nowhere", "x").expectError(64, "does not know")
        try vocabulary("alias", "Brovary", "…").expectError(64, "no letter")
        try vocabulary("alias", "Brovary", String(repeating: "long ", count: 40)).expectError(64, "too long")
        try vocabulary("add", "region", "Brovary", "--parent", "Kyiv Oblast").expectError(64, "already", "ua-brovary")
        try vocabulary("add", "sea", "Black Sea").expectError(64, "region")
        try vocabulary("remove", "Brovary", "--alias", "Moscow").expectError(64, "does not stand")
        try vocabulary("remove", "Kyiv Oblast").expectError(64, "holds others", "--all")
        try vocabulary("show", "nothing of that kind").expectError(64, "does not know")
        #expect(!FileManager.default.fileExists(atPath: own))
        #expect(try vocabulary("list", "nothing of that kind").status == 1)
        try store.folder.write("own/own-region.yaml", "facet: region\nconcepts: [{id: ua-brovary, name: Brovary}]\n")
        try vocabulary("alias", "Brovary", "Probegrad").expectError(65, "own-region.yaml", "by hand")
        try store.folder.write("own/own-region.yaml", "facet: region\nconcepts:\n- id: [\n")
        try vocabulary("alias", "Brovary", "Probegrad").expectError(65, "own-region.yaml")
        try vocabulary("list").expectError(65, "own-region.yaml")
        try store.run("index", store.reports, environment: environment).expectError(65, "own-region.yaml")
    }

    @Test("A change that touches many reports leaves each as it was but for its facets")
    func manyReports() throws {
        let lines = (0..<1_100).map {
            #"{"id": "r\#($0)", "text": "Report \#($0): a Zorbelator was seen at \#($0) Hill."}"#
        }
        try store.write("many.jsonl", lines.joined(separator: "\n"))
        try build()
        let before = try store.search("--limit", "all", "--facets", "0").hits
        try change("add", "weapon", "Zorbelator")
        #expect(try refresh() == .init(spellings: 1, concepts: 1, whole: false, reports: 1_100, total: 1_103))
        #expect(try store.ids("--weapon", "Zorbelator").count == 1_100)
        let after = try store.search("--limit", "all", "--facets", "0").hits
        #expect(after.map(\.id) == before.map(\.id) && after.map(\.added) == before.map(\.added))
        #expect(try store.ids("\"1099 hill\"") == ["r1099"])
        #expect(try reindex().counts == [0, 0, 0, 1_103])
    }

    @Test("extract knows the own names too")
    func extract() throws {
        try change("alias", "Brovary", "Probegrad")
        let outcome = try SitrepProcess.run(["extract", store.reports + "/a.txt"], environment: environment)
        #expect(outcome.text.contains("Kyiv Oblast/Brovary") && outcome.text.contains("“Probegrad”"))
        let without = try SitrepProcess.run(["extract", store.reports + "/a.txt"])
        #expect(without.status == 0 && !without.text.contains("Brovary"))
    }
}

extension Outcome {
    func expectDone(sourceLocation: SourceLocation = #_sourceLocation) {
        #expect(status == 0, "\(errors)\(text)", sourceLocation: sourceLocation)
    }
}
