import Testing

@testable import Sitrep

@Suite("A word asks for a concept so far as reports with the word mention it")
struct SoughtConceptsTests {
    /// What a hit gains by being about a concept.
    private func gain(_ results: SearchResults, _ id: String) -> Double {
        let parts = results.hits.first { $0.id == id }?.explanation?.parts ?? []
        return parts.reduce(0) { sum, part in if case .salience(_, let score) = part { sum + score } else { sum } }
    }

    @Test("A common word that is also a place gains nothing, the place's filter does")
    func commonWord() throws {
        var files = [
            "place.md": "# Fire in Union, New Jersey\n\nA fire broke out in Union, New Jersey. Police in Union said so."
        ]
        for number in 0..<30 {
            files["\(number).md"] = "# Talks \(number)\n\nThe workers' union met, and the union left."
        }
        let small = try SmallIndex(files)
        let byFilter = try small.search("fire region:\"New Jersey/Union\"") { $0.explains = true }
        #expect(gain(byFilter, "place.md") > 0)
        for isAny in [true, false] {
            let byWord = try small.search("union") {
                $0.matchesAny = isAny
                $0.explains = true
            }
            #expect(byWord.total == 31)
            #expect(gain(byWord, "place.md") == 0)
        }
    }

    @Test("A name that means the place gains all that its filter does")
    func name() throws {
        let small = try SmallIndex([
            "about.md": "# Kyiv under fire\n\nDrones flew over Kyiv. Kyiv was dark.",
            "none.md": "# Nothing\n\nNothing happened.", "no.md": "# More\n\nMore of nothing.",
        ])
        let byFilter = try small.search("fire region:Kyiv") { $0.explains = true }
        #expect(gain(byFilter, "about.md") > 0)
        for isAny in [true, false] {
            let byWord = try small.search("fire Kyiv") {
                $0.matchesAny = isAny
                $0.explains = true
            }
            #expect(gain(byWord, "about.md") == gain(byFilter, "about.md"))
        }
        // A spelling that no report has stands for the place all the same.
        #expect(gain(try small.search("fire Kiev") { $0.explains = true }, "about.md") == gain(byFilter, "about.md"))
    }
}
