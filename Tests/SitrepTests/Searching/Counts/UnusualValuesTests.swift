import Testing

@testable import Sitrep

@Suite("What is unusually frequent")
struct UnusualValuesTests {
    @Test("The log-likelihood ratio of a table")
    func measure() {
        // Both shares are the same: nothing to be seen.
        #expect(abs(LogLikelihood.score(inside: 5, of: 50, overall: 10, of: 100)) < 1e-9)
        // 2 · (10 ln(10/5) + 40 ln(40/45) + 0 + 50 ln(50/45))
        let more = LogLikelihood.score(inside: 10, of: 50, overall: 10, of: 100)
        #expect(abs(more - 14.9759) < 0.001, "\(more)")
        let less = LogLikelihood.score(inside: 0, of: 50, overall: 10, of: 100)
        #expect(abs(less + more) < 1e-9, "\(less)")
        #expect(LogLikelihood.score(inside: 5, of: 100, overall: 5, of: 100) == 0)
        #expect(LogLikelihood.score(inside: 0, of: 0, overall: 5, of: 100) == 0)
    }

    @Test("Values and words agree with a count by hand")
    func bruteForce() throws {
        let generated = try GeneratedIndex.shared()
        let reports = generated.corpus.reports
        let index = try generated.open()
        var found = 0
        for word in [0, 20, 60, 100, 130].map({ generated.corpus.words[$0] }) {
            var request = SearchRequest()
            request.query = word
            request.facetValues = nil
            let inside = reports.filter { ($0.title + $0.text).contains(word) }
            let result = try index.unusual(request)
            #expect(result.total == inside.count && result.reports == reports.count)
            #expect(result.wordReports == inside.count)
            found += result.words.values.count

            func expected<Key: Hashable>(_ keys: (GeneratedCorpus.Report) -> Set<Key>) -> [Key: [Int]] {
                var counts: [Key: (inside: Int, overall: Int)] = [:]
                for report in reports { for key in keys(report) { counts[key, default: (0, 0)].overall += 1 } }
                for report in inside { for key in keys(report) { counts[key, default: (0, 0)].inside += 1 } }
                return counts.filter { _, count in
                    count.inside >= UnusualValues.fewestReports
                        && LogLikelihood.score(
                            inside: count.inside,
                            of: inside.count,
                            overall: count.overall,
                            of: reports.count
                        ) >= LogLikelihood.significant
                }.mapValues { [$0.inside, $0.overall] }
            }
            let words = expected { Set($0.title + $0.text).subtracting([word]) }
            #expect(
                Dictionary(uniqueKeysWithValues: result.words.values.map { ($0.value, [$0.count, $0.overall]) })
                    == words
            )
            let sources = expected { Set([$0.plainSource].compactMap(\.self)) }
            #expect(result.sources.values.count == sources.count)
            for facet in FacetKind.allCases {
                let values = expected { $0.values[facet] ?? [] }.values.sorted { $0.lexicographicallyPrecedes($1) }
                let counted = (result.values[facet]?.values ?? []).map { [$0.count, $0.overall] }
                #expect(counted.sorted { $0.lexicographicallyPrecedes($1) } == values)
            }
            let scores = result.words.values.map(\.score)
            #expect(scores == scores.sorted(by: >))
        }
        #expect(found > 0)
    }

    @Test("What was asked for is left out, words show as they are written most")
    func asked() throws {
        var files: [String: String] = [:]
        for number in 0..<8 {
            files["in-\(number).txt"] =
                "Report \(number)\n\nCivilians were evacuated from Kharkiv; the evacuations of civilians went on, ministries said."
        }
        for number in 0..<40 {
            files["out-\(number).txt"] = "Report \(number)\n\nThe harvest in Poland was poor, farmers said."
        }
        let small = try SmallIndex(files)
        var request = SearchRequest()
        request.filters.values[.region] = ["Kharkiv"]
        let result = try small.index.unusual(request)
        #expect(result.total == 8)
        #expect(result.values[.region]?.values.isEmpty ?? false, "\(result.values)")
        let words = result.words.values.map(\.value)
        #expect(words.contains("civilians") && words.contains("ministries"), "\(words)")
        #expect(!words.contains("kharkiv") && !words.contains("said"), "\(words)")
        // All reports are no part of the index to hold against the rest.
        #expect(try small.index.unusual(SearchRequest()).words.values.isEmpty)
        request.facetValues = 1
        let cut = try small.index.unusual(request)
        #expect(cut.words.values.count == 1 && cut.words.hidden == result.words.values.count - 1)
    }

    @Test("A sample is every second, third… report")
    func sample() {
        let ids = Array(1...10)
        #expect(SearchIndex.sample(ids, most: 10) == ids)
        #expect(SearchIndex.sample(ids, most: 5) == [1, 3, 5, 7, 9])
        #expect(SearchIndex.sample(ids, most: 4) == [1, 4, 7, 10])
    }
}
