import Foundation
import Testing
import Xapian

@testable import Sitrep

@Suite("Reports whole, and what is taken from files")
struct ShowAndExtractTests {
    private let index: SampleIndex

    init() throws { index = try SampleIndex.shared }

    private func show(_ arguments: String...) throws -> [ReportAnswer] {
        try index.run(["show", "--format", "json"] + arguments).json()
    }

    @Test("show takes an id, a key and the start of a key")
    func names() throws {
        let hit = try #require(try index.search("--path", "el-fasher.md").hits.first)
        let report = try #require(try show(hit.id).first)
        #expect(report.id == "notes/el-fasher.md" && report.title == hit.title && report.added == hit.added)
        #expect(report.path == SampleIndex.corpus + "/notes/el-fasher.md")
        for name in [hit.key, String(hit.key.prefix(8)), hit.key.uppercased(), report.key] {
            #expect(try show(name).map(\.id) == [hit.id], "\(name)")
        }
        #expect(try show(hit.id, "col-006").map(\.id) == [hit.id, "col-006"])
        let byID = try index.run("show", "col-006")
        #expect(byID.status == 0 && byID.text.contains("SHA-256"))
    }

    @Test("show takes the path of a file, and shows all reports of it")
    func paths() throws {
        let store = try ReportStore()
        let lines = (1...3).map { #"{"id": "l\#($0)", "text": "One convoy of \#($0)."}"# }
        try store.write("many.jsonl", lines.joined(separator: "\n"))
        try store.write("sub/київ e\u{301}.txt", "A convoy reached Kyiv.")
        // Its folder has the same name.
        try store.write("reports", "Nothing that is read.")
        let single = try store.folder.write("single.txt", "A convoy stood alone.")
        try store.build(store.reports, single)
        for path in Set(try store.run("search", "--paths").lines) {
            let expected: [HitAnswer] = try store.run("search", "--path", path, "--format", "ndjson").objects()
            let shown: [ReportAnswer] = try store.run("show", path, "--format", "json").json()
            #expect(!shown.isEmpty && shown.map(\.id).sorted() == expected.map(\.id).sorted(), "\(path)")
        }
        func ids(_ path: String, in folder: String) throws -> [String] {
            let arguments = ["show", path, "--index", store.index, "--format", "ndjson"]
            return try SitrepProcess.run(arguments, folder: folder).objects(ReportAnswer.self).map(\.id)
        }
        #expect(try ids("many.jsonl", in: store.reports) == ["l1", "l2", "l3"])
        #expect(try ids("./reports//sub/../many.jsonl", in: store.folder.path) == ["l1", "l2", "l3"])
        let link = store.folder.path("link")
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: store.reports)
        #expect(try ids(link + "/many.jsonl", in: "/") == ["l1", "l2", "l3"])
        // An id comes first, and a folder is no file.
        #expect(try ids("sub/київ e\u{301}.txt", in: "/") == ["sub/київ e\u{301}.txt"])
        for path in [store.reports, store.reports + "/sub", single + "/x", "/", ".", store.reports + "/none", "a\nb"] {
            try store.run("show", path).expectError(66, "path")
        }
        let text = try store.run("show", store.reports + "/many.jsonl", "--query", "convoy").text
        #expect(text.components(separatedBy: "Id         ").count == 4)
    }

    @Test("JSON is an array that is whole, of however many reports, and whatever happens after the first")
    func wholeArray() throws {
        let store = try ReportStore()
        for name in ["a", "b"] { try store.write(name + ".txt", "A convoy of \(name).") }
        try store.build()
        func shown(_ arguments: String...) throws -> (ids: [String], status: Int32) {
            let outcome = try store.run(["show", "--format", "json"] + arguments)
            return (try outcome.json([ReportAnswer].self).map(\.id), outcome.status)
        }
        #expect(try shown("nope") == ([], 66))
        #expect(try shown("a.txt", "nope") == (["a.txt"], 1))
        #expect(try shown("a.txt", "--query", "(") == ([], 64))
        let generation = URL(fileURLWithPath: store.index).appendingPathComponent("generation-1/database").path
        var database = try WritableDatabase(path: Array(generation.utf8), mode: .open)
        let key = try #require(try store.search("convoy").hits.first { $0.id == "b.txt" }).key
        let texts = StoredText.metadataKey(reportKey: "")
        let entry = try #require(
            try database.metadataEntries(prefix: texts).first { String(decoding: $0.key, as: UTF8.self).contains(key) }
        )
        try database.setMetadata([0xFF, 0xFF, 0xFF], for: entry.key)
        try database.commit()
        #expect(try shown("a.txt", "b.txt") == (["a.txt"], 65))
    }

    @Test("The start of several keys is refused")
    func ambiguous() throws {
        // 57 keys begin with at most 16 digits.
        let all = try index.search("--limit", "all").hits.map { String($0.key.prefix(1)) }
        let shared = try #require(Dictionary(grouping: all) { $0 }.first { $0.value.count > 1 }).key
        try index.run("show", shared).expectError(64, "several")
    }

    @Test("The digest is that of the file's bytes")
    func digest() throws {
        let report = try #require(try show("notes/el-fasher.md").first)
        #expect(report.sha256.count == 64 && report.sha256.allSatisfy(\.isHexDigit))
        let other = try #require(try show("notes/long-range-arms.md").first)
        #expect(other.sha256 != report.sha256)
    }

    @Test("A query's words are marked in the text")
    func marked() throws {
        let report = try #require(try show("scrapes/storm-shadow-debris.txt", "--query", "missiles").first)
        let words = try report.matches.map { try #require(report.text.slice($0)) }
        #expect(!words.isEmpty && words.allSatisfy { $0.lowercased().hasPrefix("missile") })
    }

    struct Extracted: Decodable {
        var id: String
        var title: String
        var text: String
        var removed: Int
        var region: [Value]
        var actor: [Value]
        var weapon: [Value]

        struct Value: Decodable {
            var path: [String]
            var mentions: Int
            var surface: [String]
            var spans: [[Int]]
            var titleSpans: [[Int]]?
            var types: [Value]?
        }
    }

    @Test("A type and a ship by name are told within their class, which they count to")
    func types() throws {
        let folder = try TemporaryFolder()
        let file = try folder.write(
            "a.txt",
            "FPV drones and a howitzer hit the cruiser Moskva on Friday.\n\nA drone fell; a Storm Shadow and a car bomb did not."
        )
        let reports: [Extracted] = try SitrepProcess.run(["extract", file, "--format", "json"]).json()
        let report = try #require(reports.first)
        let weapons = Dictionary(uniqueKeysWithValues: report.weapon.map { ($0.path.last ?? "", $0) })
        #expect(Set(weapons.keys) == ["Drone", "Artillery", "Warship", "Storm Shadow", "Bomb"])
        #expect(weapons["Drone"]?.mentions == 2)
        #expect(weapons["Drone"]?.types?.map(\.path) == [["Drone", "FPV drone"]])
        #expect(weapons["Artillery"]?.types?.map(\.path.last) == ["Howitzer"])
        #expect(weapons["Warship"]?.types?.map(\.path.last) == ["Cruiser Moskva"])
        #expect(weapons["Storm Shadow"]?.types == nil)
        // In an index they are values like all others.
        let index = folder.path("index")
        #expect(try SitrepProcess.run(["index", file, "--index", index]).status == 0)
        #expect(try SitrepProcess.run(["search", "--weapon", "FPV drone", "--index", index]).status == 0)
    }

    @Test("Spans of extract slice to the surface forms, for every report")
    func spans() throws {
        let outcome = try SitrepProcess.run(["extract", SampleIndex.corpus, "--format", "ndjson"])
        #expect(outcome.status == 0)
        let reports: [Extracted] = try outcome.objects()
        #expect(reports.count == 57)
        var spans = 0
        for report in reports {
            for value in report.region + report.actor + report.weapon {
                #expect(value.mentions >= value.spans.count)
                for span in value.spans {
                    let surface = try #require(report.text.slice(span), "\(report.id) \(value.path) \(span)")
                    #expect(
                        value.surface.contains { $0.lowercased() == surface.lowercased() },
                        "\(report.id): \(surface)"
                    )
                    spans += 1
                }
                for span in value.titleSpans ?? [] { #expect(report.title.slice(span) != nil) }
            }
        }
        #expect(spans > 300)
        #expect(Set(reports.map(\.id)) == Set(try index.ids()))
    }

    @Test("extract needs no index, and json is an array")
    func extractFormats() throws {
        let file = SampleIndex.corpus + "/notes/el-fasher.md"
        let reports: [Extracted] = try SitrepProcess.run(["extract", file, "--format", "json"]).json()
        #expect(reports.count == 1)
        #expect(try SitrepProcess.run(["extract", file]).text.contains("Sudan"))
        let folder = try TemporaryFolder()
        try folder.write("bad.json", "{")
        try folder.write("good.txt", "A convoy passed Lviv.")
        let mixed = try SitrepProcess.run(["extract", folder.path, "--format", "ndjson"])
        #expect(mixed.status == 1 && mixed.lines.count == 1)
        #expect(mixed.errors.contains("bad.json"))
        let bad = folder.path("bad.json")
        #expect(try SitrepProcess.run(["extract", bad]).status == 65)
        #expect(try SitrepProcess.run(["extract", folder.path("none"), folder.path("nothing")]).status == 66)
        #expect(try SitrepProcess.run(["extract", bad, folder.path("none")]).status == 1)
    }

    @Test("On a terminal each mention has its facet's colour, and no control character gets through")
    func colours() throws {
        let folder = try TemporaryFolder()
        let title = "Shahed over Kyiv\u{1B}[2J"
        let text = "Drones hit Kyiv\u{7}, the\u{202E} Russian army said. In Чернігів people \u{1B}]0;x\u{7} fled."
        let record = try JSONSerialization.data(withJSONObject: ["title": title, "text": text])
        let path = try folder.write("a.json", record)
        let outcome = try SitrepProcess.run(["extract", path, "--color", "always"])
        #expect(outcome.status == 0)
        for part in [
            "\u{1B}[1;32mKyiv\u{1B}[0m", "\u{1B}[1;31mDrones\u{1B}[0m", "\u{1B}[1;31mShahed\u{1B}[0m",
            "\u{1B}[1;32mЧернігів\u{1B}[0m", "\u{1B}[1;32mregion\u{1B}[0m  \u{1B}[1;35mactor\u{1B}[0m",
        ] {
            #expect(outcome.text.contains(part), "\(part.debugDescription) in \(outcome.text.debugDescription)")
        }
        let rest = outcome.text.replacing(#/\x1B\[[0-9;]*m/#, with: "")
        #expect(!rest.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{7}" || $0 == "\u{202E}" })
        #expect(rest.contains("Drones hit Kyiv , the  Russian army said."))
        let plain = try SitrepProcess.run(["extract", path])
        #expect(plain.status == 0 && !plain.text.contains("\u{1B}") && !plain.text.contains("army said"))
    }

    @Test("A report without a headline has its first sentence for a title")
    func firstSentence() throws {
        let report = try #require(try show("scrapes/0c41d2e7.txt").first)
        #expect(report.title.hasPrefix("Residents of Kyiv were woken before dawn on Wednesday"))
        #expect(report.title.hasSuffix("."))
        #expect(report.text.hasPrefix(report.title))
    }

    @Test("status tells what there is")
    func status() throws {
        let status: StatusAnswer = try index.run("status", "--format", "json").json()
        #expect(status.reports == 57)
        #expect(status.sources.map(\.path) == [SampleIndex.corpus])
        #expect(try index.run("status").text.contains("57 reports"))
    }
}
