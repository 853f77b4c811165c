import Testing

@testable import Sitrep

@Suite("Totals, hits and facet counts, in reports and in stories, agree with a count by hand")
struct FacetCountsTests {
    private static let requests = 200

    @Test func agreeOnRandomRequests() throws {
        let generated = try GeneratedIndex.shared()
        let corpus = generated.corpus
        let index = try generated.open()
        let bruteForce = BruteForce(corpus)
        var maker = RequestMaker(corpus: corpus, seed: GeneratedCorpus.seed + 2)
        var withMatches = 0
        var wrong = 0
        for number in 0..<Self.requests {
            let made = maker.next()
            let request = made.request
            let expected = bruteForce.answer(made)
            if !expected.ids.isEmpty { withMatches += 1 }
            let results = try index.search(request)
            let found = BruteForce.Answer(results)
            #expect(results.total == results.hits.count)
            #expect(!results.relaxed)
            guard found != expected || results.total != expected.ids.count else { continue }
            wrong += 1
            Issue.record("request \(number): \(request)\n\(difference(expected, found))")
            // A few are enough to find the cause.
            if wrong == 5 { break }
        }
        #expect(withMatches >= 150, "\(withMatches) of \(Self.requests) requests had matches")
    }

    private func difference(_ expected: BruteForce.Answer, _ found: BruteForce.Answer) -> String {
        var lines = ["expected \(expected.ids.count) reports, found \(found.ids.count)"]
        lines.append("stories: expected \(expected.stories), found \(found.stories)")
        lines.append("missing \(expected.ids.subtracting(found.ids).sorted().prefix(3))")
        lines.append("too many \(found.ids.subtracting(expected.ids).sorted().prefix(3))")
        lines.append("undated: expected \(expected.undated), found \(found.undated)")
        for facet in FacetKind.allCases {
            let (mine, theirs) = (expected.values[facet] ?? [:], found.values[facet] ?? [:])
            for path in Set(mine.keys).union(theirs.keys).sorted() where mine[path] != theirs[path] {
                lines.append("\(facet) \(path): expected \(mine[path] ?? []), found \(theirs[path] ?? [])")
            }
        }
        if expected.sources != found.sources { lines.append("sources: \(expected.sources) \(found.sources)") }
        if expected.missing != found.missing { lines.append("missing: \(expected.missing) \(found.missing)") }
        if expected.months != found.months { lines.append("months: \(expected.months) \(found.months)") }
        return lines.prefix(30).joined(separator: "\n")
    }
}

extension BruteForce.Answer {
    /// What a search found, as it is compared.
    fileprivate init(_ results: SearchResults) {
        ids = Set(results.hits.map(\.id))
        stories = results.stories
        undated = results.undated
        for facet in FacetKind.allCases {
            var byPath: [String: [BruteForce.Count]] = [:]
            for count in results.facets.values[facet] ?? [] {
                byPath[count.path.joined(separator: "/").lowercased(), default: []].append(.init(count))
            }
            values[facet] = byPath.mapValues { $0.sorted() }
        }
        let (bySource, byMonth) = (results.facets.sources, results.facets.published)
        sources = Dictionary(uniqueKeysWithValues: bySource.map { ($0.value.lowercased(), .init($0)) })
        missing = results.facets.missing.filter { $0.key != .happened }
        months = Dictionary(uniqueKeysWithValues: byMonth.map { ($0.value, .init($0)) })
    }
}

extension BruteForce.Count {
    fileprivate init(_ count: FacetCount) { self.init(reports: count.count, stories: count.stories) }
}
