import Foundation
import Testing

@Suite("Commands that search take several indexes as one")
struct SeveralIndexesTests {
    /// The second index; its reports have ids of their own but one, `same.txt`.
    private struct Pair {
        let one: ReportStore
        let two: ReportStore
        let both: [String]

        init() throws {
            one = try ReportStore()
            two = try ReportStore()
            try one.write(
                "a.txt",
                "Published: 2024-11-12\n\nA convoy passed through Kharkiv. Shelling killed 12 people there."
            )
            try one.write("same.txt", "Published: 2024-11-13\n\nFishermen off Odesa found a drifting mine.")
            try two.write("b.txt", "Published: 2024-11-14\n\nA convoy of lorries stood in Kherson, out of fuel.")
            try two.write("same.txt", "Published: 2024-12-15\n\nSoldiers in Sumy cleared a mine from the road.")
            try one.build()
            try two.build("--shards", "2", two.reports)
            both = ["--index", one.index, "--index", two.index]
        }

        func run(_ arguments: String...) throws -> Outcome { try SitrepProcess.run(arguments + both) }
    }

    @Test("Hits, counts and texts of all of them, with the index of each hit in JSON")
    func search() throws {
        let pair = try Pair()
        let object = try pair.run("search", "convoy", "--format", "json", "--sort", "newest").object()
        #expect(object["total"] as? Int == 2 && object["facets_exact"] as? Bool == true)
        let hits = try #require(object["hits"] as? [[String: Any]])
        #expect(hits.map { $0["id"] as? String } == ["b.txt", "a.txt"])
        #expect(hits.map { $0["index"] as? String } == [pair.two.index, pair.one.index])
        // Of one index none is named.
        let alone = try pair.one.run("search", "convoy", "--format", "json").object()
        #expect((alone["hits"] as? [[String: Any]])?.first?["index"] == nil)
        let counts: CountsAnswer = try pair.run("facets", "--format", "json").json()
        #expect(counts.total == 4 && counts.facets.region.first { $0.value == "Ukraine" }?.count == 4)
        #expect(try pair.run("timeline", "--by", "month").text.contains("2024-12"))
        #expect(try pair.run("figures").text.contains("12"))
        #expect(try pair.run("search", "convoy").text.contains("Kherson"))
        let paged = try pair.run("search", "--sort", "oldest", "--limit", "1", "--offset", "2", "--paths")
        #expect(paged.lines == [pair.two.reports + "/b.txt"])
        #expect(try pair.run("search", "--path", pair.two.reports + "/", "--keys").lines.count == 2)
        #expect(try pair.run("search", "nowhereatall").status == 1)
        #expect(try pair.run("search", "--any", "convoy drifting", "--format", "ndjson").lines.count == 3)
    }

    @Test("show, story, similar and diff find reports of each, and say where an id is that of several")
    func show() throws {
        let pair = try Pair()
        #expect(try pair.run("show", "b.txt").text.contains("out of fuel"))
        let both = try pair.run("show", "same.txt").text
        #expect(both.contains("drifting") && both.contains("cleared"))
        #expect(both.contains(pair.one.index) && both.contains(pair.two.index))
        #expect(try pair.run("story", "b.txt").status == 0)
        try pair.run("story", "same.txt").expectError(64, "“same.txt”", pair.two.reports + "/same.txt")
        #expect(try pair.run("story", pair.two.reports + "/same.txt").text.contains("Sumy"))
        #expect(try pair.run("similar", "a.txt").text.contains("Kherson"))
        #expect(try pair.run("diff", "a.txt", "b.txt").status == 0)
    }

    @Test("A case file has the reports of all, also those whose ids are the same")
    func export() throws {
        let pair = try Pair()
        let folder = pair.one.folder.path("case-file")
        let outcome = try pair.run("export", "mine", "--to", folder)
        #expect(outcome.status == 0, "\(outcome.errors)")
        let texts = try FileManager.default.contentsOfDirectory(atPath: folder + "/texts")
        #expect(texts.count == 2)
        let data = try Data(contentsOf: URL(fileURLWithPath: folder + "/manifest.json"))
        let manifest = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
        let indexes = try #require(manifest["indexes"] as? [[String: Any]])
        #expect(indexes.map { $0["path"] as? String } == [pair.one.index, pair.two.index])
        #expect(indexes.map { $0["revision"] as? Int } == [1, 1] && manifest["index_revision"] as? Int == 2)
        #expect(manifest["index"] == nil)
        let readMe = try String(contentsOfFile: folder + "/README.txt", encoding: .utf8)
        #expect(readMe.contains("\(pair.one.index), state 1; \(pair.two.index), state 1"))
        let reports = try #require(manifest["reports"] as? [[String: Any]])
        #expect(reports.map { $0["index"] as? String } == [pair.one.index, pair.two.index])
        // Their keys are the same in the indexes, and not in the case file.
        let keys = try #require(reports.map { $0["key"] } as? [String])
        #expect(keys[1] == keys[0] + "-2" && texts.sorted()[1].hasPrefix(keys[0]))
        let table = try String(contentsOfFile: folder + "/reports.csv", encoding: .utf8)
        #expect(table.contains("\n" + keys[0] + ",") && table.contains("\n" + keys[1] + ","))
        try pair.run("export", "mine", "--to", pair.two.index + "/case").expectError(64, "folder of the index")
    }

    @Test("Tables tell the index of each hit and of each report that gives a figure, where several are searched")
    func tables() throws {
        let pair = try Pair()
        func rows(_ outcome: Outcome) -> [String] { outcome.text.split(separator: "\r\n").map(String.init) }
        let hits = rows(try pair.run("search", "--format", "csv", "--sort", "oldest"))
        #expect(hits[0].hasSuffix(",note,index"))
        #expect(hits[1].hasSuffix("," + pair.one.index) && hits[4].hasSuffix("," + pair.two.index))
        #expect(rows(try pair.run("search", "--format", "csv", "nowhereatall")) == [hits[0]])
        #expect(rows(try pair.run("similar", "a.txt", "--format", "csv"))[0].hasSuffix(",shared_words,index"))
        let queries = try pair.one.folder.write("queries.tsv", "q1\tconvoy\n")
        let batch = rows(try pair.run("search", "--queries", queries, "--format", "csv"))
        #expect(batch[0].hasSuffix(",note,index") && batch.count == 3)
        let figures = rows(try pair.run("figures", "--format", "csv"))
        #expect(figures[0].hasSuffix(",surfaces,index") && figures[1].hasSuffix("," + pair.one.index))
        let object = try pair.run("figures", "--format", "json").object()
        let reports = (object["claims"] as? [[String: Any]])?.first?["reports"] as? [[String: Any]]
        #expect(reports?.first?["index"] as? String == pair.one.index)
        for command in [["search"], ["figures"]] {
            let alone = rows(try pair.one.run(command + ["--format", "csv"]))
            #expect(!alone[0].hasSuffix(",index"))
        }
    }

    @Test("The help says where one index is taken and where several are")
    func help() throws {
        #expect(try SitrepProcess.run(["diff", "--help"]).text.contains("[--index <dir> ...]"))
        for command in ["status", "reindex", "mark"] {
            let help = try SitrepProcess.run([command, "--help"]).text
            #expect(help.contains("--index <dir>") && !help.contains("--index <dir> ..."), "\(command)")
        }
        let pair = try Pair()
        try SitrepProcess.run(["status", "--index=" + pair.one.index, "--index=" + pair.two.index])
            .expectError(64, "one index")
        #expect(try SitrepProcess.run(["status", "--index=" + pair.two.index]).status == 0)
    }

    @Test("Many queries at once, and completion, take all of them too")
    func more() throws {
        let pair = try Pair()
        let queries = try pair.one.folder.write("queries.tsv", "q1\tconvoy\nq2\tdrifting\n")
        let run = try pair.run("search", "--queries", queries, "--format", "trec").lines
        #expect(run.map { $0.split(separator: " ")[2] }.sorted() == ["a.txt", "b.txt", "same.txt"])
        func offers(_ rest: String) throws -> String {
            let line = "sitrep " + rest
            return try SitrepProcess.run(["---complete", "zsh", line]).text
        }
        let named = pair.both.joined(separator: " ")
        #expect(try offers("show \(named) b.t").contains("b.txt"))
        #expect(try offers("show \(named) a.t").contains("a.txt"))
        #expect(try offers("search \(named) --region Kher").contains("Kherson"))
        #expect(try offers("search --index \(pair.one.index) --ind").contains("--index"))
    }

    @Test("A damaged database of one of them is an error that names it, and nothing is shown")
    func damaged() throws {
        let pair = try Pair()
        let generation = pair.two.index + "/generation-1/"
        for file in try FileManager.default.subpathsOfDirectory(atPath: generation) where file.hasSuffix(".glass") {
            try Data().write(to: URL(fileURLWithPath: generation + file))
        }
        try pair.run("search", "convoy", "--format", "json").expectError(65, pair.two.index, "damaged")
    }

    @Test("Whichever of them is wrong is named")
    func errors() throws {
        let pair = try Pair()
        let nowhere = pair.one.folder.path("nowhere")
        try pair.run("search", "--index", nowhere).expectError(66, nowhere)
        let link = pair.one.folder.path("link")
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: pair.one.index)
        try pair.run("search", "--index", link).expectError(64, "twice")
        try SitrepProcess.run(["facets", "--index", link, "--index", pair.one.index + "/"]).expectError(64, "twice")
        let words = "facet: actor\nconcepts:\n- id: sample-legion\n  name: Sample Legion\n"
        try pair.two.folder.write("words/actors.yaml", words)
        try pair.two.reindex("--vocabulary", pair.two.folder.path("words"))
        try pair.run("search").expectError(
            65,
            pair.one.index + " and " + pair.two.index,
            "sitrep reindex --vocabulary '' --index \(pair.two.index)"
        )
        for name in try FileManager.default.contentsOfDirectory(atPath: pair.two.index)
        where name.hasPrefix("generation-") {
            try FileManager.default.removeItem(atPath: pair.two.index + "/" + name)
        }
        try pair.run("search").expectError(65, pair.two.index)
    }

    @Test(
        "Commands that work on one index refuse several",
        arguments: [
            ["index", "."], ["reindex"], ["mark", "a.txt", "--tag", "x"], ["mark", "--list"], ["forget", "."],
            ["compact"], ["status"], ["dump"], ["check"], ["backup", "b"], ["doctor"],
            ["watch"], ["saved", "list"], ["saved", "run", "x"],
            ["saved", "add", "x", "convoy"], ["saved", "remove", "x"], ["saved", "show", "x"], ["vocabulary", "list"],
        ]
    )
    func one(_ command: [String]) throws {
        let folder = try TemporaryFolder()
        let both = ["--index", folder.path("one"), "--index", folder.path("two")]
        try SitrepProcess.run(command + both).expectError(64, "one index", folder.path("two"))
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
    }
}
