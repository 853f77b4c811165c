import Foundation
import Testing

@Suite("What facets shows")
struct FacetsCommandTests {
    private let index: SampleIndex

    init() throws { index = try SampleIndex.shared }

    private func object(_ arguments: String...) throws -> [String: Any] {
        try index.run(["facets", "--format", "json"] + arguments).object()
    }

    @Test("A tree: each value below the one that it lies in, with its own count")
    func tree() throws {
        let lines = try index.run("facets", "--tree", "--facets", "all").text.split(separator: "\n").map(String.init)
        let counts: CountsAnswer = try index.run("facets", "--format", "json", "--facets", "all").json()
        let ukraine = try #require(counts.facets.region.first { $0.path == ["Ukraine"] })
        let start = try #require(lines.firstIndex { $0.hasSuffix("\(ukraine.count)  Ukraine") })
        let below = lines[(start + 1)...].prefix {
            $0.contains("    ") && $0.prefix(7).last != " " && $0.hasPrefix(" ")
        }
        let children = counts.facets.region.filter { $0.path?.first == "Ukraine" && $0.path?.count == 2 }
        let shown = below.filter { line in
            line.dropFirst(7).prefix { $0 == " " }.count == 4
        }
        #expect(
            shown.prefix(children.count).map { $0.trimmingCharacters(in: .whitespaces) }
                == children.map { "\($0.count)    \($0.value)" }
        )
        #expect(!lines.contains { $0.contains("… ") || $0.contains("--facets all") })
    }

    @Test("Nothing is left out in silence")
    func hidden() throws {
        let all: CountsAnswer = try index.run("facets", "--format", "json", "--facets", "all").json()
        let text = try index.run("facets", "--facets", "3").text
        #expect(text.contains("… \(all.facets.region.count - 3) more"), "\(text)")
        let more = try #require(try object("--facets", "3")["more"] as? [String: Int])
        #expect(more["weapon"] == all.facets.weapon.count - 3)
        let csv = try index.run("facets", "--facets", "3", "--format", "csv")
        #expect(csv.errors == "\(more.values.reduce(0, +)) values with fewer reports left out: --facets all\n")
        #expect(try index.run("facets", "--facets", "all", "--format", "csv").errors.isEmpty)
        #expect(
            try object("--facets", "all")["more"] as? [String: Int] == [
                "region": 0, "actor": 0, "weapon": 0, "source": 0, "published": 0, "happened": 0,
            ]
        )
        let footer = try index.run("search", "--facets", "3", "--limit", "1", "drones").text
        let month = try #require(footer.split(separator: "\n").first { $0.hasPrefix("Month") })
        #expect(month.contains("… ") && month.contains(" more"), "\(footer)")
    }

    @Test("Reports without a value are counted")
    func missing() throws {
        let missing = try #require(try object()["missing"] as? [String: Int])
        let total = try index.count()
        let hits: [HitAnswer] = try index.run("search", "--all", "--format", "ndjson").objects()
        #expect(hits.count == total)
        #expect(missing["weapon"] == hits.count { $0.weapon.isEmpty })
        #expect(missing["region"] == hits.count { $0.region.isEmpty })
        #expect(missing["source"] == hits.count { $0.source == nil })
        #expect(missing["published"] == hits.count { ($0.published?.count ?? 0) < 7 })
        #expect(try index.run("facets").text.contains("  (none)\n"))
    }

    @Test("--facet-match and --facet-sort")
    func matchAndSort() throws {
        let found: CountsAnswer = try index.run("facets", "--format", "json", "--facet-match", "київ").json()
        let kyiv = try #require(found.facets.region.first { $0.value == "Kyiv" })
        #expect(try index.count("--region", "Ukraine/Kyiv") == kyiv.count)
        #expect(try index.run("facets", "--facet-match", "київ").text.contains("Ukraine/Kyiv\n"))
        #expect(try index.run("facets", "--facet-match", "xyzzy").text.contains("“xyzzy”"))
        let named: CountsAnswer = try index.run("facets", "--format", "json", "--facet-sort", "name").json()
        let names = named.facets.weapon.map { $0.value.lowercased() }
        #expect(names == names.sorted())
    }

    @Test("What is chosen is marked")
    func chosen() throws {
        let text = try index.run("facets", "--region", "Kyiv", "--facets", "2").text
        #expect(text.contains("Ukraine/Kyiv ✓\n"), "\(text)")
        #expect(try index.run("search", "--region", "Kyiv", "--limit", "1").text.contains("Kyiv "))
    }

    @Test("A table in three formats, and its cells are what search finds")
    func table() throws {
        let table = try object("--by", "weapon", "--by", "region:1", "--facets", "4")
        let by = try #require(table["by"] as? [[String: Any]])
        let counts = try #require(table["counts"] as? [[Int]])
        let rows = try #require(by[0]["values"] as? [[String: Any]])
        let columns = try #require(by[1]["values"] as? [[String: Any]])
        #expect(counts.count == rows.count && counts.allSatisfy { $0.count == columns.count })
        for (row, cells) in zip(rows, counts) {
            for (column, cell) in zip(columns, cells) {
                guard let weapon = row["path"] as? [String], !weapon.isEmpty,
                    let region = column["path"] as? [String], !region.isEmpty
                else { continue }
                let path = (weapon.joined(separator: "/"), region.joined(separator: "/"))
                #expect(try index.count("--weapon", path.0, "--region", path.1) == cell)
            }
        }
        let csv = try index.run("facets", "--by", "weapon", "--by", "region:1", "--facets", "4", "--format", "csv").text
        let lines = csv.components(separatedBy: "\r\n").dropLast()
        #expect(lines.count == rows.count + 2)
        #expect(lines.first?.hasPrefix("weapon,") ?? false)
        #expect(lines.last?.hasPrefix("total,") ?? false)
        for width in ["60", "80", "200"] {
            let text = try index.run(["facets", "--by", "weapon", "--by", "month"], environment: ["COLUMNS": width])
                .text
            #expect(text.split(separator: "\n").allSatisfy { $0.count <= Int(width) ?? 0 }, "\(text)")
        }
        #expect(try index.run("facets", "--by", "source").status == 0)
        let deep = try index.run("facets", "--by", "weapon", "--by", "region", "--by", "year", "--format", "csv").text
        #expect(deep.hasPrefix("year,weapon,"))
        // Totals of a row are of all its tables, so that a single one shows none.
        let layers = try index.run("facets", "--by", "weapon", "--by", "region", "--by", "year").text
        #expect(layers.contains("\n2024  ") && !layers.contains("total"))
    }

    @Test("Unusual values")
    func unusual() throws {
        let found = try object("--region", "Kursk", "--unusual")
        let lists = try #require(found["unusual"] as? [String: [[String: Any]]])
        #expect(Set(lists.keys) == ["region", "actor", "weapon", "source", "word"])
        #expect(found["words_exact"] as? Bool == true)
        #expect(lists["actor"]?.contains { $0["value"] as? String == "North Korea" } ?? false, "\(lists)")
        for value in lists.values.joined() {
            let (count, all) = (value["count"] as? Int ?? 0, value["index_count"] as? Int ?? 0)
            #expect(count >= 2 && count <= all && (value["score"] as? Double ?? 0) > 10)
        }
        #expect(try index.run("facets", "--unusual", "--region", "Kursk").text.contains("elsewhere"))
        #expect(try index.run("facets", "--unusual").text.contains("Nothing is more frequent"))
        #expect(try index.run("facets", "--unusual", "xyzzyplugh").status == 1)
        #expect(try index.run("facets", "--unusual", "drones", "--format", "csv").text.hasPrefix("facet,value,path,"))
    }

    @Test(
        "Options that make no sense",
        arguments: [
            ["--by", "colour"], ["--by", "region:0"], ["--by", "month", "--unusual"], ["--tree", "--unusual"],
            ["--by", "month", "--by", "year", "--by", "actor", "--by", "source"], ["--facet-sort", "size"],
            ["--by", "month", "--facets", "0"],
        ]
    )
    func refused(arguments: [String]) throws {
        try index.run(["facets"] + arguments).expectError(64)
    }
}
