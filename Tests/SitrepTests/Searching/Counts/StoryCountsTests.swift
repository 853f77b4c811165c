import Testing

@testable import Sitrep

@Suite("Of each story one report is shown, the one that comes first in the order asked for")
struct StoryCountsTests {
    private static let requests = 60

    @Test func agreeOnRandomRequests() throws {
        let generated = try GeneratedIndex.shared()
        let corpus = generated.corpus
        let index = try generated.open()
        let stories = Dictionary(uniqueKeysWithValues: zip(corpus.reports.map(\.id), corpus.stories))
        let sizes = Dictionary(corpus.stories.map { ($0, 1) }, uniquingKeysWith: +)
        #expect(sizes.values.contains { $0 > 3 })
        var maker = RequestMaker(corpus: corpus, seed: GeneratedCorpus.seed + 5)
        var grouped = 0
        for number in 0..<Self.requests {
            var request = maker.next().request
            request.order = [nil, .newest, .oldest, .relevance][number % 4]
            let each = try index.search(request)
            request.groupsStories = true
            let results = try index.search(request)

            var seen: Set<Int> = []
            let first = each.hits.filter { hit in stories[hit.id].map { seen.insert($0).inserted } ?? false }
            #expect(results.hits.map(\.id) == first.map(\.id), "\(request)")
            #expect(results.stories == first.count && each.stories == first.count, "\(request)")
            #expect(results.total == each.hits.count && results.facets == each.facets, "\(request)")
            for hit in results.hits {
                #expect(hit.similar == stories[hit.id].flatMap { sizes[$0] }.map { $0 - 1 }, "\(hit.id)")
            }
            if first.count < each.hits.count { grouped += 1 }

            request.limit = 7
            var paged: [String] = []
            repeat {
                request.offset = paged.count
                let page = try index.search(request)
                #expect(page.total == each.total && page.stories == first.count)
                guard !page.hits.isEmpty else { break }
                paged += page.hits.map(\.id)
            } while paged.count < min(first.count, 40)
            #expect(paged == Array(first.map(\.id).prefix(paged.count)), "\(request)")
            #expect(paged.count >= min(first.count, 40))
        }
        #expect(grouped > 20, "\(grouped) requests had stories of several reports")
    }
}
