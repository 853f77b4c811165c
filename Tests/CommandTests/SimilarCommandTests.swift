import Foundation
import Testing

@Suite("sitrep similar")
struct SimilarCommandTests {
    private struct Answer: Decodable {
        struct Hit: Decodable {
            struct Shared: Decodable {
                var names: [[String]]
                var words: [String]
            }
            var id: String
            var key: String
            var shared: Shared
        }
        var total: Int
        var hits: [Hit]
    }

    @Test("Every format gives the same hits, none of them of the report's own story")
    func formats() throws {
        let index = try SampleIndex.shared
        let answer: Answer = try index.run("similar", "col-002", "--format", "json").json()
        let ids = answer.hits.map(\.id)
        #expect(ids.count == 10 && answer.total >= 10)
        #expect(answer.hits.allSatisfy { !$0.shared.names.isEmpty || !$0.shared.words.isEmpty })
        struct Story: Decodable {
            struct Telling: Decodable { var id: String }
            var reports: [Telling]
        }
        let story: Story = try index.run("story", "col-002", "--format", "json").json()
        #expect(Set(story.reports.map(\.id)).isDisjoint(with: ids))

        let lines: [Answer.Hit] = try index.run("similar", "col-002", "--format", "ndjson").objects()
        #expect(lines.map(\.id) == ids)
        let run = try index.run("similar", "col-002", "--format", "trec")
        #expect(run.lines.count == 10 && run.lines.allSatisfy { $0.hasPrefix("1 Q0 ") })
        let table = try index.run("similar", "col-002", "--format", "csv")
        #expect(table.text.split(separator: "\r\n").first?.hasSuffix(",shared_names,shared_words") ?? false)
        let text = try index.run("similar", "col-002", "--limit", "2")
        #expect(text.text.contains("2. ") && !text.text.contains("3. ") && text.text.contains("shares "))
        let key = try #require(answer.hits.first?.key)
        #expect(text.text.contains(key))
    }

    @Test("Filters narrow, mistakes are told")
    func narrowed() throws {
        let index = try SampleIndex.shared
        let kyiv: Answer = try index.run("similar", "col-002", "--region", "Kyiv", "--format", "json").json()
        let all: Answer = try index.run("similar", "col-002", "--format", "json").json()
        #expect(kyiv.total > 0 && kyiv.total < all.total)
        let none = try index.run("similar", "no-such-report")
        #expect(none.status == 66 && none.errors.contains("no report has the id or key"))
        #expect(try index.run("similar").status == 64)
        #expect(try index.run("similar", "col-002", "--offset", "-1").status == 64)
        #expect(try index.run("similar", "col-002", "--from", "2999").status == 1)
    }
}
