import Foundation
import Testing

@Suite("Order and pages of the results")
struct OrderTests {
    private let index: SampleIndex

    init() throws { index = try SampleIndex.shared }

    @Test("Newest first, oldest first, undated last in both")
    func byDate() throws {
        let newest = try index.search("--sort", "newest", "--limit", "all").hits.map(\.published)
        let dated = newest.compactMap { $0 }
        #expect(dated == dated.sorted(by: >))
        #expect(newest.prefix(dated.count).allSatisfy { $0 != nil } && dated.count < newest.count)
        let oldest = try index.search("--sort", "oldest", "--limit", "all").hits.map(\.published)
        #expect(oldest.prefix(dated.count).compactMap { $0 } == dated.sorted())
        #expect(oldest.dropFirst(dated.count).allSatisfy { $0 == nil })
        // Without words the newest come first of themselves.
        #expect(try index.search("--limit", "all").hits.map(\.published) == newest)
    }

    @Test("By relevance with words; ties go by date, then by id")
    func byRelevance() throws {
        let answer = try SitrepProcess.run(
            ["search", "--all", "--index", index.path, "--format", "ndjson", "drones", "kyiv"]
        )
        struct Scored: Decodable {
            var score: Double
            var published: String?
            var id: String
        }
        let hits: [Scored] = try answer.objects()
        #expect(hits.count > 10)
        #expect(hits.map(\.score) == hits.map(\.score).sorted(by: >))
        for (a, b) in zip(hits, hits.dropFirst()) where a.score == b.score {
            #expect((a.published ?? "", b.id) >= (b.published ?? "", a.id))
        }
        #expect(hits.allSatisfy { $0.score > 0 })
    }

    @Test("By arrival, the last first")
    func byArrival() throws {
        let store = try ReportStore()
        try store.write("first.txt", "A convoy passed.")
        try store.build()
        sleep(1)
        try store.write("second.txt", "A convoy stopped.")
        try store.reindex()
        #expect(try store.search("convoy", "--sort", "added").ids == ["second.txt", "first.txt"])
    }

    @Test("Pages give every hit once, in the order of the whole", arguments: [["drones"], [], ["--sort", "oldest"]])
    func pages(arguments: [String]) throws {
        let whole: SearchAnswer = try index.run(["search", "--all", "--format", "json", "--limit", "all"] + arguments)
            .json()
        var paged: [HitAnswer] = []
        var offset = 0
        repeat {
            let page: SearchAnswer = try index.run(
                ["search", "--all", "--format", "json", "--limit", "7", "--offset", String(offset)] + arguments
            ).json()
            #expect(page.total == whole.total)
            paged += page.hits
            offset += 7
        } while offset < whole.total
        #expect(paged.map(\.id) == whole.ids)
        #expect(paged.map(\.rank) == Array(1...whole.total))
        #expect(Set(whole.ids).count == whole.total)
    }

    @Test("Beyond the end and none at all")
    func limits() throws {
        let beyond = try index.search("drones", "--offset", "1000")
        #expect(beyond.total > 0 && beyond.hits.isEmpty)
        let none = try index.search("drones", "--limit", "0")
        #expect(none.total == beyond.total && none.hits.isEmpty)
        #expect(try index.search("drones").hits.count == 10)
        let huge = try index.search("drones", "--offset", "9223372036854775807", "--limit", "9223372036854775807")
        #expect(huge.hits.isEmpty && huge.total == beyond.total)
        #expect(try index.search("drones", "--limit", "9223372036854775807").hits.count == beyond.total)
    }

    @Test("The same search twice is the same answer")
    func stable() throws {
        #expect(try index.search("missiles", "--limit", "all").ids == index.search("missiles", "--limit", "all").ids)
    }
}
