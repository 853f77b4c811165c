import Testing
import Xapian

@testable import Sitrep

@Suite("A search by columns finds, counts and ranks as one by the matcher does")
struct TopMatchesTests {
    /// What a request finds by the columns and without them.
    private func answers(
        _ request: SearchRequest,
        _ index: SearchIndex
    ) throws -> (fast: SearchResults, plain: SearchResults) {
        let fast = try index.search(request)
        let plain = try SearchIndex(paths: index.paths)
        try plain.withState { $0.columns.abandon() }
        return (fast, try plain.search(request))
    }

    /// - Returns: whether what was found is the same; scores that are equal but for their last digits may change places.
    private func areSame(_ fast: SearchResults, _ plain: SearchResults) -> Bool {
        guard fast.total == plain.total, fast.stories == plain.stories, fast.facets == plain.facets,
            fast.undated == plain.undated, fast.irrelevant == plain.irrelevant, fast.relaxed == plain.relaxed,
            fast.hits.map(\.id) == plain.hits.map(\.id), fast.hits.map(\.similar) == plain.hits.map(\.similar)
        else { return false }
        return zip(fast.hits, plain.hits).allSatisfy { abs($0.score - $1.score) < 1e-9 }
    }

    private static func vary(_ request: inout SearchRequest, _ number: Int) {
        request.wantsSnippets = false
        request.groupsStories = number % 3 != 0
        request.limit = [10, 1, 3, 50, 0, 200][number % 6]
        request.offset = [0, 0, 5, 1, 40][number % 5]
        request.order = [nil, .relevance, .newest, .oldest, .added, nil, nil][number % 7]
        if number % 4 == 1 { request.halfLife = 30 }
        if number % 11 == 2 { request.expands = true }
        if number % 5 == 4 { request.facetValues = 0 }
    }

    @Test("Random requests, with pages, orders and stories")
    func equality() throws {
        let generated = try GeneratedIndex.shared()
        let index = try generated.open()
        var maker = RequestMaker(corpus: generated.corpus, seed: 23)
        var hits = 0
        for number in 0..<150 {
            var request = maker.next().request
            Self.vary(&request, number)
            let (fast, plain) = try answers(request, index)
            hits += fast.hits.count
            #expect(areSame(fast, plain), "request \(number): \(request)")
        }
        for (number, query) in ["", "*", "-nowhereword", "nowhereword", "region:none"].enumerated() {
            var request = SearchRequest()
            request.query = query
            Self.vary(&request, number)
            guard let (fast, plain) = try? answers(request, index) else { continue }
            #expect(areSame(fast, plain), "\(query)")
        }
        #expect(hits > 300)
    }

    @Test("After runs that changed, added and took out reports, and joined stories")
    func changed() throws {
        let folder = try ScratchFolder()
        func write(_ number: Int, day: Int, extra: String = "") throws {
            let words = (0..<number % 5 + 1).map { _ in "convoy" }.joined(separator: " ")
            try folder.write(
                "reports/\(number).json",
                """
                {"id": "r\(number)", "date": "2024-11-\(day < 10 ? "0" : "")\(day)", "source": "Wire \(number % 4)",
                 "text": "Report \(number) tells: \(words) near Lviv \(extra)."}
                """
            )
        }
        for number in 0..<60 { try write(number, day: 1 + number % 7) }
        _ = try Indexer(index: folder("index")).index([folder("reports")])
        func check(_ changed: Int) throws {
            let index = try SearchIndex(path: folder("index"))
            try index.withState { state in
                let columns = try state.columns.columns(of: state.database)
                #expect(columns?.changed.ids.count ?? 0 >= changed)
                #expect(columns != nil)
            }
            for number in 0..<42 {
                var request = SearchRequest()
                request.query = ["convoy", "convoy Lviv", "convoy OR report", "", "Odesa OR report"][number % 5]
                Self.vary(&request, number)
                let (fast, plain) = try answers(request, index)
                #expect(areSame(fast, plain), "\(request)")
            }
        }
        try check(0)
        for number in [3, 9, 27] { try write(number, day: 20, extra: "and Odesa") }
        for number in 60..<66 { try write(number, day: number - 50) }
        Files.remove(folder("reports/5.json"))
        let copied = try Files.read(folder("reports/11.json"))
        try folder.write("reports/copy.json", String(decoding: copied, as: UTF8.self).replacing("r11", with: "copy"))
        _ = try Indexer(index: folder("index")).reindex()
        try check(8)
        try write(61, day: 2, extra: "again")
        _ = try Indexer(index: folder("index")).reindex()
        try check(8)
    }
}

@Suite("The first few of many")
struct BestPlacesTests {
    @Test("Random numbers with many ties")
    func random() {
        var random = SeededGenerator(seed: 3)
        for _ in 0..<300 {
            let numbers = (0..<Int.random(in: 0...60, using: &random)).map { _ in Int.random(in: 0...9, using: &random)
            }
            let wanted = Int.random(in: 1...12, using: &random)
            let found = BestPlaces.first(wanted, of: numbers.count) { numbers[$0] < numbers[$1] }
            let sorted = numbers.sorted()
            let last = sorted.isEmpty ? 0 : sorted[min(wanted, sorted.count) - 1]
            #expect(Set(found) == Set(numbers.indices.filter { numbers[$0] <= last }))
            #expect(found.count == Set(found).count)
        }
    }
}
