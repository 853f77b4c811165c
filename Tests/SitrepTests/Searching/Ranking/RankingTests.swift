import Testing

@testable import Sitrep

/// Reports of made-up words: some about kemuro, some that only mention it.
private func files(_ count: Int = 30) -> [String: String] {
    var files: [String: String] = [:]
    for number in 0..<count {
        let filler = (0..<(10 + number % 7 * 9)).map { "filler\($0 % 11)" }.joined(separator: " ")
        let about = Array(repeating: "kemuro", count: number % 5).joined(separator: " and ")
        let date = "2024-11-\(number % 28 < 9 ? "0" : "")\(number % 28 + 1)"
        files["\(number).md"] = """
            ---
            date: \(date)
            ---
            # Report \(number) of \(number % 4 == 0 ? "kemuro" : "things")

            \(filler). Vimompa \(about) of dufendu\(number % 3).
            """
    }
    return files
}

@Suite("Ranking: scores fall, ties go by date, pages fit together")
struct RankingTests {
    private static let requests: [(String, @Sendable (inout SearchRequest) -> Void)] = [
        ("kemuro", { _ in }),
        ("kemuro vimompa", { $0.matchesAny = true }),
        ("kemuro vimompa", { $0.expands = true }),
        ("kemuro OR dufendu1", { $0.halfLife = 10 }),
        (
            "kemuro dufendu2",
            {
                $0.matchesAny = true
                $0.expands = true
                $0.halfLife = 30
            }
        ),
    ]

    @Test(arguments: requests.indices)
    func pagesFitTogether(number: Int) throws {
        let small = try SmallIndex(files())
        let (query, change) = Self.requests[number]
        let whole = try small.search(query, change)
        #expect(whole.hits.count == whole.total && whole.total > 10)
        #expect(zip(whole.hits, whole.hits.dropFirst()).allSatisfy { $0.score >= $1.score })
        for (a, b) in zip(whole.hits, whole.hits.dropFirst()) where a.score == b.score {
            #expect((a.published.date?.description ?? "", b.id) >= (b.published.date?.description ?? "", a.id))
        }
        var paged: [Hit] = []
        while paged.count < whole.total {
            paged += try small.search(query) {
                change(&$0)
                $0.offset = paged.count
                $0.limit = 7
            }.hits
        }
        #expect(paged.map(\.id) == whole.hits.map(\.id))
        #expect(paged.map(\.score) == whole.hits.map(\.score))
        #expect(Set(paged.map(\.id)).count == whole.total)
    }

    @Test("The parts of a score add up to it", arguments: requests.indices)
    func partsAddUp(number: Int) throws {
        let small = try SmallIndex(files())
        let (query, change) = Self.requests[number]
        let results = try small.search(query) {
            change(&$0)
            $0.explains = true
        }
        #expect(results.total > 10)
        for hit in results.hits {
            let explanation = try #require(hit.explanation)
            #expect(abs(explanation.score - hit.score) < 1e-9 * max(1, hit.score))
            for case .word(let word) in explanation.parts {
                let product = word.weight * word.idf * word.boost * word.saturation
                #expect(abs(product - word.score) < 1e-9)
                #expect(word.frequency > 0 && word.boost >= 1 && word.titleFrequency <= word.frequency)
            }
        }
    }

    @Test(
        "Parts of groups, phrases and exclusions add up",
        arguments: [
            "kemuro OR \"vimompa kemuro\"", "(kemuro dufendu1) OR vimompa", "vimompa -dufendu1 kemuro",
            "\"kemuro and kemuro\" OR dufendu2", "title:kemuro vimompa", "kemuro OR (vimompa -dufendu0)",
            "kemuro kemuro",
        ]
    )
    func partsOfTreesAddUp(query: String) throws {
        let small = try SmallIndex(files())
        let results = try small.search(query) { $0.explains = true }
        #expect(results.total > 0)
        for hit in results.hits {
            let explanation = try #require(hit.explanation)
            #expect(abs(explanation.score - hit.score) < 1e-9 * max(1, hit.score), "\(hit.id) \(explanation)")
        }
    }

    @Test("The title counts four times, and idf is that of the formula")
    func titleShare() throws {
        let small = try SmallIndex([
            "a.md": "# Zumora\n\nZumora reached the port.", "b.md": "# Another\n\nZumora reached the port.",
            "c.md": "# More\n\nNothing here.",
        ])
        let hits = try small.search("zumora") { $0.explains = true }.hits
        #expect(hits.map(\.id) == ["a.md", "b.md"])
        guard case .word(let word)? = hits.first?.explanation?.parts.first else {
            Issue.record("no part")
            return
        }
        #expect(word.word == "zumora" && word.frequency == 5 && word.titleFrequency == 4)
        #expect(word.titleScore > 0 && word.titleScore < word.score)
    }
}

@Suite("Any of several words")
struct AnyWordTests {
    private static let texts = [
        "one.txt": "Zumora and the kebruka.\n\nFirst.", "two.txt": "Only the kebruka.\n\nSecond.",
        "three.txt": "The one of the others.\n\nThird.", "kh.txt": "A Kh-101 fell near the river.\n\nFourth.",
    ]

    @Test func anyMatches() throws {
        let small = try SmallIndex(Self.texts)
        let results = try small.search("the zumora of (kebruka") { $0.matchesAny = true }
        #expect(results.hits.map(\.id) == ["one.txt", "two.txt"])
        #expect(results.interpreted == "zumora OR kebruka")
        #expect(!results.relaxed)
    }

    @Test("Function words alone are words; capitals among others are names")
    func functionWords() throws {
        let small = try SmallIndex(Self.texts)
        #expect(try small.ids("the others") { $0.matchesAny = true } == ["kh.txt", "one.txt", "three.txt", "two.txt"])
        #expect(try small.ids("zumora THE") { $0.matchesAny = true }.count == 4)
        #expect(try small.ids("zumora the") { $0.matchesAny = true } == ["one.txt"])
    }

    @Test("A designator is one word, operators are none, bad text is harmless")
    func oddWords() throws {
        let small = try SmallIndex(Self.texts)
        #expect(try small.ids("Kh101 \"") { $0.matchesAny = true } == ["kh.txt"])
        #expect(try small.ids("Kh-101 -zumora") { $0.matchesAny = true } == ["kh.txt", "one.txt"])
        #expect(try small.search("region:nowhere a\u{0}b \u{202E}Київ") { $0.matchesAny = true }.total == 0)
        #expect(
            try small.search("… !") {
                $0.matchesAny = true
                $0.filters.paths = ["kh.txt"]
            }.total <= 1
        )
    }

    @Test("A word that stands there twice counts more")
    func repeated() throws {
        let small = try SmallIndex(Self.texts)
        let once = try small.search("zumora kebruka") { $0.matchesAny = true }.hits[0].score
        let twice = try small.search("zumora kebruka kebruka") { $0.matchesAny = true }.hits[0].score
        #expect(twice > once && twice < 2 * once)
    }
}
