import Testing

@testable import Sitrep

@Suite("Hits come page by page as they come at once")
struct StreamTests {
    private static func small() throws -> SmallIndex {
        try SmallIndex(
            Dictionary(uniqueKeysWithValues: (0..<10).map { ("\($0).txt", "A convoy, number \($0), reached Lviv.") })
        )
    }

    private func pages(_ index: SearchIndex, _ request: SearchRequest, _ size: Int) throws -> (Int, [[Hit]]) {
        var pages: [[Hit]] = []
        let total = try index.stream(request, pageSize: size) { pages.append($0) }
        return (total, pages)
    }

    @Test func sameHits() throws {
        let small = try Self.small()
        var request = SearchRequest()
        request.query = "convoy"
        request.offset = 1
        for limit in [nil, 5, 0] {
            request.limit = limit
            let whole = try small.index.search(request)
            for size in [1, 3, 4, 1_000] {
                let (total, pages) = try pages(small.index, request, size)
                let hits = pages.flatMap { $0 }
                #expect(total == whole.total)
                #expect(hits.map(\.rank) == whole.hits.map(\.rank))
                #expect(hits.map(\.id) == whole.hits.map(\.id))
                #expect(hits.map(\.score) == whole.hits.map(\.score))
                #expect(hits.map(\.snippet) == whole.hits.map(\.snippet))
                #expect(pages.allSatisfy { $0.count <= size } && !pages.isEmpty)
                var counted: SearchResults?
                var ids: [String] = []
                try small.index.search(request, pageSize: size) {
                    #expect(counted == nil && $0.hits.isEmpty)
                    counted = $0
                } sink: {
                    ids += $0.map(\.id)
                }
                #expect(counted?.total == whole.total && counted?.facets == whole.facets)
                #expect(ids == whole.hits.map(\.id))
            }
        }
    }

    @Test func aRelaxedSearchAndNone() throws {
        let small = try Self.small()
        var request = SearchRequest()
        request.query = "convoy nowhereword"
        #expect(try pages(small.index, request, 3).0 == 10)
        request.query = "nowhereword"
        let (total, pages) = try pages(small.index, request, 3)
        #expect(total == 0 && pages.map(\.count) == [0])
    }

    @Test("An index that changes meanwhile: all hits of one state, or an error, never a new beginning")
    func overtaken() throws {
        let small = try Self.small()
        var ranks: [Int] = []
        do {
            var request = SearchRequest()
            request.limit = nil
            _ = try small.index.stream(request, pageSize: 1) { hits in
                ranks += hits.map(\.rank)
                let number = ranks.count
                try small.folder.write("reports/\(number).txt", "A tank, number \(number).")
                _ = try Indexer(index: small.folder("index")).reindex(rebuilding: number == 3)
            }
            #expect(ranks.count == 10)
        } catch let error as SitrepError {
            #expect(error.code == .io && error.message.contains("changed"))
        }
        #expect(ranks == Array(1...ranks.count))
    }
}
