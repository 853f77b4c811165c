import Foundation
import Testing

@Suite("Many queries of a file")
struct BatchTests {
    private let index: SampleIndex
    private let folder: TemporaryFolder

    init() throws {
        index = try SampleIndex.shared
        folder = try TemporaryFolder()
    }

    private func run(_ queries: String, _ arguments: String...) throws -> Outcome {
        let path = try folder.write("queries.tsv", queries)
        return try index.run(["search", "--queries", path] + arguments)
    }

    @Test("A TREC run: six fields, ranks from 1, scores that fall strictly")
    func trec() throws {
        let outcome = try run("q1\tdrones kyiv\n{\"id\":\"q2\",\"text\":\"missiles\"}\n", "--format", "trec", "--any")
        #expect(outcome.status == 0 && outcome.errors.isEmpty)
        var last: [String: (rank: Int, score: Float)] = [:]
        var ids: Set<String> = []
        for line in outcome.lines {
            let fields = line.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
            #expect(fields.count == 6 && fields[1] == "Q0" && fields[5] == "sitrep")
            let rank = try #require(Int(fields[3]))
            let score = try #require(Float(fields[4]))
            let before = last[fields[0]] ?? (0, .infinity)
            #expect(rank == before.rank + 1 && score < before.score)
            last[fields[0]] = (rank, score)
            #expect(ids.insert(fields[0] + fields[2]).inserted)
        }
        #expect(last["q1"]?.rank == (try index.count("--any", "drones", "kyiv")))
        #expect(last["q2"]?.rank == (try index.count("--any", "missiles")))
    }

    @Test("The formats carry the query's id")
    func formats() throws {
        let queries = "a\tdrones\nb\tnowhereword\n"
        struct Answer: Decodable {
            var queryId: String
            var total: Int
            var hits: [HitAnswer]
        }
        struct Line: Decodable {
            var queryId: String
            var id: String
        }
        let answers: [Answer] = try run(queries, "--format", "json", "--limit", "3").json()
        #expect(answers.map(\.queryId) == ["a", "b"] && answers.map(\.hits.count) == [3, 0])
        let lines: [Line] = try run(queries, "--format", "ndjson", "--limit", "3").objects()
        #expect(lines.map(\.queryId) == ["a", "a", "a"] && lines.map(\.id) == answers[0].hits.map(\.id))
        let csv = try run(queries, "--format", "csv", "--limit", "2").text
        #expect(csv.hasPrefix("query_id,rank,id,") && csv.contains("\r\na,1,") && csv.contains("\r\na,2,"))
        let text = try run(queries, "--limit", "2").text
        #expect(text.contains("Query a\n") && text.contains("Query b\nNothing found"))
    }

    @Test("Bad lines and bad queries are told; the others run")
    func badLines() throws {
        let outcome = try run("no tab\nq1\tdrones\nq2\t\"open\nq3\tregion:nowhereland\n", "--format", "trec")
        #expect(outcome.status == 65)
        #expect(!outcome.lines.isEmpty && outcome.lines.allSatisfy { $0.hasPrefix("q1 Q0 ") })
        #expect(outcome.errors.contains("line 1: no tab") && outcome.errors.contains("query q3"))
        #expect(outcome.errors.contains("nowhereland"))
    }

    @Test("Exit status: nothing found, no file, two sources of queries")
    func status() throws {
        #expect(try run("q\tnowhereword\n", "--format", "trec").status == 1)
        #expect(try run("", "--format", "json").text == "[]\n")
        try index.run("search", "--queries", folder.path("missing")).expectError(66, "missing")
        let both = try index.run("search", "--queries", try folder.write("q", "a\tb"), "drones")
        both.expectError(64, "--queries")
    }

    @Test("One query as a run; ids with blanks stay one field")
    func oneRun() throws {
        let store = try ReportStore()
        try store.write("a report.txt", "A convoy passed the river.")
        try store.build()
        let outcome = try store.run("search", "convoy", "--format", "trec")
        #expect(outcome.lines.count == 1 && outcome.lines[0].hasPrefix("1 Q0 a%20report.txt 1 "))
        // A sign of the encoding itself is encoded, so that no two ids become one.
        try store.write("a%20report.txt", "A convoy passed the river again.")
        try store.reindex()
        let lines = try store.run("search", "convoy", "--format", "trec").lines
        let ids = lines.map { String($0.split(separator: " ")[2]) }
        #expect(ids.sorted() == ["a%20report.txt", "a%2520report.txt"])
    }

    @Test("An explanation in text and JSON, whose parts add up")
    func explanation() throws {
        struct Answer: Decodable {
            var hits: [Hit]
            struct Hit: Decodable {
                var score: Double
                var explanation: Explanation
            }
            struct Explanation: Decodable {
                var score: Double
                var parts: [Part]
            }
            struct Part: Decodable {
                var kind: String
                var score: Double
            }
        }
        let arguments = ["search", "drones", "kyiv", "--explain", "--recent", "--expand"]
        let answer: Answer = try index.run(arguments + ["--format", "json"]).json()
        #expect(answer.hits.count > 5)
        for hit in answer.hits {
            let sum = hit.explanation.parts.reduce(0) { $0 + $1.score }
            #expect(abs(sum - hit.score) < 1e-6 && abs(hit.explanation.score - hit.score) < 1e-6)
            #expect(hit.explanation.parts.contains { $0.kind == "word" })
            #expect(hit.explanation.parts.contains { $0.kind == "recency" })
            #expect(hit.explanation.parts.contains { $0.kind == "expansion" })
        }
        let text = try index.run(arguments).text
        #expect(text.contains("score ") && text.contains("idf ") && text.contains("drones: counts"))
        #expect(try !index.run("search", "drones").text.contains("idf "))
    }

    @Test("A half-life is a time", arguments: ["0d", "-3d", "30", "d", "x", "5q", "99999y", "+3d"])
    func badHalfLife(value: String) throws {
        try index.run("search", "drones", "--half-life=\(value)").expectError(64, "half-life")
    }
}
