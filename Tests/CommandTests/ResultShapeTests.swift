import Foundation
import Testing

@Suite("The shape of answers")
struct ResultShapeTests {
    private let index: SampleIndex

    init() throws { index = try SampleIndex.shared }

    @Test("JSON has the promised keys")
    func searchKeys() throws {
        let object = try index.run("search", "--all", "--format", "json", "drones kyiv").object()
        let keys: Set = [
            "query", "total", "total_exact", "undated", "relaxed", "took_ms", "index_revision", "interpreted",
            "suggestion", "hints", "hits", "facets", "facets_exact",
        ]
        #expect(Set(object.keys).isSuperset(of: keys), "\(keys.subtracting(object.keys))")
        let hitKeys: Set = [
            "rank", "id", "key", "score", "title", "published", "path", "url", "source", "language", "added", "region",
            "actor", "weapon", "snippet", "matches",
        ]
        let hits = try #require(object["hits"] as? [[String: Any]])
        #expect(!hits.isEmpty)
        for hit in hits { #expect(Set(hit.keys).isSuperset(of: hitKeys)) }
        let facets = try #require(object["facets"] as? [String: Any])
        #expect(Set(facets.keys) == ["region", "actor", "weapon", "source", "published", "happened"])
        let counts = try index.run("facets", "--format", "json").object()
        #expect(Set(counts.keys).isSuperset(of: ["total", "facets", "facets_exact", "undated", "index_revision"]))
        let none = try index.run("search", "--all", "--format", "json", "--facets", "0", "kyiv").object()
        #expect(none["facets"] == nil)
    }

    @Test("Whatever the query and the number of hits, it is one object", arguments: ["0", "1", "5", "all"])
    func oneObject(limit: String) throws {
        for query in ["kyiv", "kyiv OR '\"hits\":[]'", "kyiv OR \"hits:[]\"", "nowhereatall"] {
            let outcome = try index.run("search", "--all", "--format", "json", "--limit", limit, query)
            #expect(outcome.text.hasSuffix("}\n") && outcome.lines.count == 1)
            let object = try outcome.object()
            let total = try #require(object["total"] as? Int)
            #expect(total == (try index.run("search", "--all", "--format", "ndjson", query).lines.count))
            #expect(outcome.status == (total == 0 ? 1 : 0))
            let hits = try #require(object["hits"] as? [[String: Any]])
            #expect(hits.count == min(total, Int(limit) ?? total))
        }
    }

    @Test("Fields without a value are null, keys are short and hexadecimal")
    func values() throws {
        let object = try index.run("search", "--all", "--format", "json", "--limit", "all").object()
        let hits = try #require(object["hits"] as? [[String: Any]])
        #expect(hits.contains { $0["published"] is NSNull } && hits.contains { $0["published"] is String })
        #expect(hits.contains { $0["source"] is NSNull })
        let keys = hits.compactMap { $0["key"] as? String }
        #expect(Set(keys).count == hits.count)
        #expect(keys.allSatisfy { $0.count >= 8 && $0.allSatisfy(\.isHexDigit) })
    }

    @Test("NDJSON is a hit a line, all of them")
    func lines() throws {
        let hits: [HitAnswer] = try index.run("search", "--all", "--format", "ndjson", "drones").objects()
        let answer = try index.search("drones", "--limit", "all")
        #expect(hits.map(\.id) == answer.ids)
        #expect(hits.count > 10)
    }

    @Test("CSV is well formed, whatever stands in the cells")
    func csv() throws {
        let store = try ReportStore()
        try store.write(
            "a.json",
            #"{"id": "x,1", "title": "He said \"stop\", twice", "text": "A convoy\nstopped, \"at once\".", "source": "A, B"}"#
        )
        try store.write("line\nbreak.txt", "A convoy passed.")
        try store.build()
        let rows = try parseCSV(try store.run("search", "convoy", "--all", "--format", "csv").text)
        #expect(rows.count == 3)
        #expect(rows.allSatisfy { $0.count == rows[0].count })
        let id = try #require(rows[0].firstIndex(of: "id"))
        let title = try #require(rows[0].firstIndex(of: "title"))
        #expect(Set(rows.dropFirst().map { $0[id] }) == ["x,1", "line\nbreak.txt"])
        #expect(rows.contains { $0[title] == "He said \"stop\", twice" })
        let sample = try parseCSV(try index.run("search", "--all", "--format", "csv").text)
        #expect(sample.count == 58 && sample.allSatisfy { $0.count == sample[0].count })
        let counts = try parseCSV(try index.run("facets", "--format", "csv", "--facets", "all").text)
        let reports = try index.run("search", "--all", "--region", "Ukraine/Kyiv", "--limit", "all", "--format", "csv")
            .text
        let grouped = try index.run("search", "--region", "Ukraine/Kyiv", "--limit", "all", "--format", "csv").text
        let (count, stories) = (try parseCSV(reports).count - 1, try parseCSV(grouped).count - 1)
        #expect(counts.contains(["region", "Kyiv", "Ukraine/Kyiv", String(count), String(stories)]))
    }

    /// Rows of cells (RFC 4180); throws on anything else.
    private func parseCSV(_ text: String) throws -> [[String]] {
        struct Malformed: Error {}
        var rows: [[String]] = []
        var row: [String] = []
        var cell = ""
        var scalars = Array(text.unicodeScalars)[...]
        while let scalar = scalars.popFirst() {
            switch scalar {
            case "\"" where cell.isEmpty:
                while true {
                    guard let inner = scalars.popFirst() else { throw Malformed() }
                    if inner != "\"" {
                        cell.unicodeScalars.append(inner)
                    } else if scalars.first == "\"" {
                        cell.unicodeScalars.append(scalars.removeFirst())
                    } else {
                        break
                    }
                }
                guard let next = scalars.first, next == "," || next == "\r" else { throw Malformed() }
            case ",":
                row.append(cell)
                cell = ""
            case "\r":
                guard scalars.popFirst() == "\n" else { throw Malformed() }
                rows.append(row + [cell])
                (row, cell) = ([], "")
            case "\n", "\"": throw Malformed()
            default: cell.unicodeScalars.append(scalar)
            }
        }
        guard row.isEmpty, cell.isEmpty else { throw Malformed() }
        return rows
    }

    @Test(
        "Matches in snippets slice to the words, in Cyrillic too",
        arguments: ["drones", "Київ", "Киев", "air defence"]
    )
    func matches(query: String) throws {
        let hits = try index.search(query, "--limit", "all", "--literal").hits
        #expect(!hits.isEmpty)
        let stems = query.lowercased().split(separator: " ").map { $0.prefix(3) }
        var marked = 0
        for hit in hits {
            for match in hit.matches {
                let word = try #require(hit.snippet.slice(match), "\(hit.id) \(match)")
                #expect(stems.contains { word.lowercased().hasPrefix($0) }, "\(hit.id): \(word)")
                marked += 1
            }
        }
        #expect(marked > 0)
    }

    @Test("What a filter asked for is marked as well")
    func markedMentions() throws {
        let hits = try index.search("--weapon", "SCALP", "--limit", "all").hits
        let debris = try #require(hits.first { $0.id == "scrapes/storm-shadow-debris.txt" })
        #expect(debris.matches.compactMap(debris.snippet.slice).contains { $0.hasPrefix("Storm") })
    }

    @Test("Facet counts leave out their own filter and honour the others")
    func disjunctive() throws {
        func counts(_ arguments: String...) throws -> FacetsAnswer {
            let answer: CountsAnswer = try index.run(["facets", "--format", "json", "--facets", "all"] + arguments)
                .json()
            return answer.facets
        }
        let all = try counts()
        let kyiv = try counts("--region", "Kyiv")
        #expect(kyiv.region == all.region)
        #expect(kyiv.weapon != all.weapon)
        let scalp = try counts("--region", "Kyiv", "--weapon", "SCALP")
        #expect(scalp.weapon == kyiv.weapon)
        for count in all.weapon.prefix(20) {
            let path = try #require(count.path).joined(separator: "/")
            #expect(try index.count("--weapon", path) == count.count, "\(path)")
        }
        for count in all.published { #expect(try index.count("date:" + count.value) == count.count) }
        for count in all.source { #expect(try index.count("--source", count.value) == count.count) }
    }

    @Test("--facets and --facets-depth cut")
    func facetLimits() throws {
        let two: CountsAnswer = try index.run("facets", "--format", "json", "--facets", "2").json()
        #expect(two.facets.region.count == 2 && two.facets.source.count == 2)
        let top: CountsAnswer = try index.run("facets", "--format", "json", "--facets", "all", "--facets-depth", "1")
            .json()
        #expect(top.facets.region.allSatisfy { $0.path?.count == 1 })
        #expect(top.facets.region.contains { $0.value == "Ukraine" })
    }
}
