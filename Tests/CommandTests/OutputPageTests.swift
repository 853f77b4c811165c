import Foundation
import ServerFixture
import Testing

@Suite("The page about what the command writes")
struct OutputPageTests {
    private static let page = SampleIndex.package
        .appendingPathComponent("Sources/Sitrep/Documentation.docc/Output.md")

    /// The words in backquotes of each section, by its heading.
    private func named() throws -> [String: Set<String>] {
        var named: [String: Set<String>] = [:]
        var heading = ""
        for line in try String(contentsOf: Self.page, encoding: .utf8).components(separatedBy: "\n") {
            if line.hasPrefix("## ") {
                heading = String(line.dropFirst(3))
            } else {
                named[heading, default: []].formUnion(
                    line.components(separatedBy: "`").enumerated().filter { $0.offset % 2 == 1 }.map(\.element)
                )
            }
        }
        return named
    }

    /// The keys of all objects in a value; those of an object whose keys are data do not count.
    private func keys(_ value: Any) -> Set<String> {
        if let object = value as? [String: Any] {
            return object.reduce(into: Set(object.keys)) { keys, entry in
                if entry.key != "skipped" { keys.formUnion(self.keys(entry.value)) }
            }
        }
        return (value as? [Any])?.reduce(into: []) { $0.formUnion(keys($1)) } ?? []
    }

    /// The objects that stand for themselves in an answer: it, its elements, or its lines.
    private func answers(_ outcome: Outcome, _ isLines: Bool) throws -> [[String: Any]] {
        if isLines {
            return try outcome.lines.map { line in
                try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
            }
        }
        let value = try JSONSerialization.jsonObject(with: outcome.output)
        return try #require(value as? [[String: Any]] ?? (value as? [String: Any]).map { [$0] })
    }

    /// Runs that together write every key there is, each under its heading.
    private func runs(_ store: ReportStore) throws -> [(heading: String, arguments: [String])] {
        let queries = try store.folder.write("queries.tsv", "q1\tconvoy\nq2\tdrones\n")
        let words = "facet: actor\nconcepts:\n- id: sample-legion\n  name: Sample Legion\n"
        try store.folder.write("words/actors.yaml", words)
        let vocabulary = ["--vocabulary", store.folder.path("words")]
        let saved =
            "searches:\n- name: convoys\n  query: convoy\n  region: Kyiv\n  sort: newest\n"
            + "- name: broken\n  region: Nosuchplace\n"
        try store.folder.write("Index/saved.yaml", saved)
        let other = ["--index", store.folder.path("Other")]
        _ = try SitrepProcess.run(["index", store.reports] + vocabulary + other)
        let search = ["search", "convoy drones", "--weapon", "drone", "--from", "2024"]
        return [
            ("index, reindex, forget", ["index", store.reports]),
            ("index, reindex, forget", ["reindex"] + vocabulary),
            ("search", search + ["--explain", "--recent", "--expand", "--main"]),
            ("search", ["search", "Russia", "--any", "--explain"]),
            ("search", search + ["--format", "ndjson"]), ("search", ["search", "--queries", queries]),
            ("search", ["search", "--queries", queries, "--format", "ndjson"]), ("search", ["search", "nosuchword"]),
            ("facets", ["facets", "--region", "Kyiv"]), ("facets", ["facets", "--by", "weapon:1", "--by", "month"]),
            ("facets", ["facets", "convoy", "--unusual"]), ("timeline", ["timeline"]),
            ("timeline", ["timeline", "--format", "ndjson"]), ("timeline", ["timeline", "--per", "weapon"]),
            ("timeline", ["timeline", "--per", "weapon", "--values", "1", "--format", "ndjson"]),
            ("search", ["saved", "run", "convoys", "--new"]), ("saved", ["saved", "list"]),
            ("saved", ["saved", "show", "convoys"]),
            ("figures", ["figures"]), ("figures", ["figures", "--format", "ndjson"]),
            ("show", ["show", "r1", "f", "page.html", "--query", "convoy"]),
            ("search", ["search", "convoy"] + other), ("show", ["show", "r1"] + other),
            ("show", ["show", "r1", "--format", "ndjson"]), ("similar", ["similar", "page.html"]),
            ("similar", ["similar", "page.html", "--format", "ndjson"]), ("story", ["story", "r1"]),
            (
                "mark",
                ["mark", "r1", "--tag", "t", "--note", "n", "--by", "b", "--set-title", "T", "--set-date", "2024"]
            ),
            (
                "mark",
                ["mark", "r2", "--drop-date", "--set-region", "Lviv", "--set-actor", "NATO", "--set-weapon", "Kh-101"]
            ),
            ("mark", ["mark", "--list"]), ("mark", ["mark", "--list", "--format", "ndjson"]),
            ("show", ["show", "r1", "r2"]),
            ("search", ["search", "--tag", "t"]),
            ("export", ["export", "convoy", "--to", store.folder.path("case-file")]),
            ("diff", ["diff", "r1", "page.html"]), ("status", ["status"]), ("compact", ["compact"]),
            ("dump", ["dump", "--text", "--added"]), ("check", ["check"]), ("check", ["check", "--repair"]),
            ("backup", ["backup", store.folder.path("Backup")]),
            ("doctor", ["doctor"]),
            ("vocabulary", ["vocabulary", "list", "Kyiv"] + vocabulary),
            ("vocabulary", ["vocabulary", "show", "Kyiv", "Drone"] + vocabulary),
            ("vocabulary", ["vocabulary", "show"] + vocabulary),
            ("extract", ["extract", store.reports]), ("extract", ["extract", store.reports, "--format", "ndjson"]),
        ]
    }

    private func store() throws -> ReportStore {
        let store = try ReportStore()
        let lines = (1...8).map { number in
            let text =
                "A convoy of the Sample Legion and the Russian army left Kyiv on 3 November. FPV drones of a drone unit hit "
                + "convoy \(number); Zorbat-\(90 + number) was seen, and the drone fell."
            return
                #"{"id": "r\#(number)", "title": "Drones over Kyiv", "text": "\#(text)", "date": "2024-11-0\#(number)"}"#
        }
        try store.write("feed.jsonl", (lines + ["{broken"]).joined(separator: "\n"))
        try store.write(
            "other.jsonl",
            (1...20).map { #"{"id": "o\#($0)", "text": "A quiet day, number \#($0)."}"# }.joined(separator: "\n")
        )
        try store.write(
            "figures.json",
            #"{"id": "f", "date": "2024-11-14", "title": "20 drones downed", "text": "On 12 November 7 men died in Kyiv."}"#
        )
        try store.write("page.html", "<p>A convoy passed.</p><p>Photo taken on 5 May 2023. A drone fell on Lviv.</p>")
        try store.write("notes.pdf", "%PDF")
        return store
    }

    @Test("It names every key that the program writes, and none that it does not; each answer has its schema")
    func keys() throws {
        let named = try named()
        let store = try store()
        var written: [String: Set<String>] = [:]
        for run in try runs(store) {
            // What writes nothing but lines has no option for it.
            let isLines = run.heading == "dump"
            let hasFormat = isLines || run.arguments.contains("--format")
            let arguments = run.arguments + (hasFormat ? [] : ["--format", "json"])
            let isExtract = arguments[0] == "extract"
            let outcome = try SitrepProcess.run(isExtract ? arguments : arguments + ["--index", store.index])
            #expect([0, 1].contains(outcome.status), "\(arguments) \(outcome.errors)")
            let answers = try answers(outcome, isLines || arguments.contains("ndjson"))
            #expect(!answers.isEmpty, "\(arguments)")
            for answer in answers { #expect(answer["schema"] as? Int == 1, "\(arguments)") }
            written[run.heading, default: []].formUnion(keys(answers))
        }
        written["search", default: []].formUnion(try keysOfShards(store))
        for (heading, keys) in written {
            let missing = keys.subtracting(named[heading] ?? [])
            #expect(missing.isEmpty, "\(heading): \(missing.sorted())")
        }
        // The first column of the tables.
        var heading = ""
        for line in try String(contentsOf: Self.page, encoding: .utf8).components(separatedBy: "\n") {
            if line.hasPrefix("## ") { heading = String(line.dropFirst(3)) }
            guard line.hasPrefix("| `"), let written = written[heading] else { continue }
            let cell = line.dropFirst(2).prefix { $0 != "|" }
            for key in cell.components(separatedBy: "`").enumerated().filter({ $0.offset % 2 == 1 }).map(\.element) {
                #expect(written.contains(key), "\(heading): nothing writes \(key)")
            }
        }
    }

    /// What a search names besides where a server has the database; where none is installed, what it would name.
    private func keysOfShards(_ store: ReportStore) throws -> Set<String> {
        guard DatabaseServer.program != nil else { return ["shards"] }
        let names = try FileManager.default.contentsOfDirectory(atPath: store.index)
        let generation = try #require(names.first { $0.hasPrefix("generation-") })
        let server = try DatabaseServer("\(store.index)/\(generation)/database")
        try Data("remote 127.0.0.1:\(server.port)\n".utf8).write(to: URL(fileURLWithPath: store.index + "/shards"))
        let outcome = try store.run("search", "convoy", "--format", "json")
        #expect(outcome.status == 0, "\(outcome.errors)")
        // The server ends with its last use.
        return try withExtendedLifetime(server) { keys(try answers(outcome, false)) }
    }

    @Test("It stands in the catalogue, and names every format and status")
    func linked() throws {
        let root = Self.page.deletingLastPathComponent().appendingPathComponent("Sitrep.md")
        #expect(try String(contentsOf: root, encoding: .utf8).contains("<doc:Output>"))
        let text = try String(contentsOf: Self.page, encoding: .utf8)
        for word in ["`ndjson`", "`csv`", "`trec`", "--paths", "--print0", "--hyperlinks", "NO_COLOR", "OSC 8"] {
            #expect(text.contains(word), "\(word)")
        }
        for status in [0, 1, 64, 65, 66, 74, 75] { #expect(text.contains("| \(status) |")) }
    }
}
