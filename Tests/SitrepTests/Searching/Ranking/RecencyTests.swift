import Testing

@testable import Sitrep

@Suite("Recent reports, and reports that are about what is sought, gain")
struct GainTests {
    private func report(_ date: String?, _ text: String) -> String {
        (date.map { "---\ndate: \($0)\n---\n" } ?? "") + "# A report\n\n\(text)"
    }

    @Test func recentFirst() throws {
        let today = Timestamp.localToday()
        func day(_ age: Int) -> String { today.adding(days: -age)?.description ?? "" }
        let small = try SmallIndex([
            "old.md": report(day(400), "Kemuro, kemuro came."), "new.md": report(day(1), "Kemuro came here."),
            "undated.md": report(nil, "Kemuro came here."),
        ])
        #expect(try small.search("kemuro").hits.first?.id == "old.md")
        let recent = try small.search("kemuro") {
            $0.halfLife = 30
            $0.explains = true
        }
        #expect(recent.hits.map(\.id).first == "new.md")
        #expect(recent.total == 3)
        var gains: [String: Double] = [:]
        for hit in recent.hits {
            for case .recency(let age, let score) in hit.explanation?.parts ?? [] {
                gains[hit.id] = score
                #expect((age == nil) == (hit.id == "undated.md"))
            }
        }
        let dated = try #require(gains["old.md"]) + (try #require(gains["new.md"]))
        #expect(abs(try #require(gains["undated.md"]) - dated / 2) < 1e-9)
    }

    @Test("Months and years count from their middle, days to come as today")
    func ages() throws {
        let today = try #require(CalendarDate(year: 2024, month: 11, day: 20))
        func age(_ value: String) -> Int? { RecencyWeights.age(of: Array(value.utf8), today: today) }
        #expect(age("20241113") == 7)
        #expect(age("202411") == 5)
        #expect(age("2024") == 142)
        #expect(age("20251113") == 0)
        #expect(age("") == nil && age("20249999") == nil && age("x") == nil)
    }

    private static let places = [
        "about.md": "# Kursk holds on\n\nKursk was hit. In Kursk, people left. Kursk Oblast stays. A zumora came.",
        "mention.md":
            "# Markets open\n\nA zumora came. A zumora of traders met, after Kursk, in the afternoon of the day.",
        "other.md": "# Nothing\n\nA zumora came, and nothing else is in this report of other matters.",
    ]

    @Test("A filter in the query ranks what is about it first; an option alone leaves the order by date")
    func salience() throws {
        let small = try SmallIndex(Self.places)
        let results = try small.search("region:kursk") { $0.explains = true }
        #expect(results.hits.map(\.id) == ["about.md", "mention.md"])
        #expect(results.hits[0].score > results.hits[1].score && results.hits[1].score == 0)
        guard case .salience(let concepts, let score)? = results.hits[0].explanation?.parts.first else {
            Issue.record("no part")
            return
        }
        #expect(score == results.hits[0].score && concepts.joined().contains("Kursk"))
        let option = try small.search("") { $0.filters.values[.region] = ["Kursk"] }
        #expect(option.hits.allSatisfy { $0.score == 0 } && option.total == 2)
    }

    @Test("The gain is bounded: words still decide")
    func bounded() throws {
        let small = try SmallIndex(Self.places)
        let plain = try small.search("zumora", { $0.explains = true })
        #expect(plain.hits.allSatisfy { $0.explanation?.parts.count == 1 })
        let both = try small.search("zumora region:kursk") { $0.explains = true }
        for hit in both.hits {
            let explanation = try #require(hit.explanation)
            #expect(abs(explanation.score - hit.score) < 1e-9)
            #expect(explanation.parts.count == (hit.id == "about.md" ? 2 : 1))
        }
        // A word that is a concept's name.
        let named = try small.search("kursk") { $0.explains = true }
        #expect(named.hits.first?.id == "about.md" && named.hits.first?.explanation?.parts.count == 2)
    }
}

@Suite("Expansion by the best reports")
struct FeedbackTests {
    @Test func wordsOfTheBest() throws {
        var files: [String: String] = [:]
        for number in 0..<6 {
            files["z\(number).txt"] =
                "Zumora zumora zumora brought dufendu and Kh-\(100 + number) on 2024 xy.\n\nDufendu again in \(number)."
        }
        files["with.txt"] = "Zumora came to us with dufendu and more dufendu on a long day of the week here."
        files["without.txt"] = "Zumora came to us with traders and more markets on a long day of the week here."
        for number in 0..<30 { files["n\(number).txt"] = "Nothing but markets and traders number \(number)." }
        let small = try SmallIndex(files)
        let results = try small.search("zumora") { $0.expands = true }
        #expect(results.interpreted.hasPrefix("zumora (expanded: "))
        #expect(results.interpreted.contains("dufendu"))
        #expect(!results.interpreted.contains("101") && !results.interpreted.contains("xy"))
        let ids = results.hits.map(\.id)
        #expect(results.total == 8 && Set(ids).count == 8)
        let with = try #require(ids.firstIndex(of: "with.txt"))
        let without = try #require(ids.firstIndex(of: "without.txt"))
        #expect(with < without)
        // No words, nothing to expand.
        #expect(try !small.search("") { $0.expands = true }.interpreted.contains("expanded"))
        #expect(try small.search("nowhereword") { $0.expands = true }.total == 0)
    }
}
