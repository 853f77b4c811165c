import Testing

@testable import Sitrep

@Suite("Words of a report as they are indexed")
struct PreparedWordsTests {
    private func words(_ title: String, _ text: String, language: String? = "en") throws -> PreparedWords {
        var stemming = try Stemming()
        return PreparedWords(
            title: Tokenizer.tokenize(title),
            text: Tokenizer.tokenize(text),
            language: language,
            stemming: &stemming
        )
    }

    private func positions(_ words: PreparedWords) -> [String: [Int]] {
        Dictionary(
            uniqueKeysWithValues: words.listedPostings.map { (String(decoding: $0.term, as: UTF8.self), $0.positions) }
        )
    }

    private func counts(_ list: [PreparedWords.ListedTerm]) -> [String: Int] {
        Dictionary(uniqueKeysWithValues: list.map { (String(decoding: $0.term, as: UTF8.self), $0.frequency) })
    }

    @Test func positionsAndGap() throws {
        let found = positions(try words("Drones strike", "Strike on drones, drones"))
        let base = 2 + PreparedWords.gapAfterTitle
        #expect(found == ["drones": [1, base + 2, base + 3], "strike": [2, base], "on": [base + 1]])
    }

    @Test func withoutATitle() throws {
        #expect(positions(try words("", "one two")) == ["one": [1], "two": [2]])
        #expect(positions(try words("…", "one")) == ["one": [1]])
        #expect(try words("", "").listedPostings.isEmpty)
    }

    @Test("Forms of a word count together, each in the title as often as the boost says")
    func titleBoost() throws {
        let prepared = try words("Drones", "drone drones strike")
        #expect(counts(prepared.listedStems) == ["Zdrone": 2 + Schema.title.boost, "Zstrike": 1])
        #expect(counts(prepared.listedTitleStems) == ["Sdrone": 0])
    }

    @Test func designators() throws {
        let prepared = try words("", "Kh-101 and Kh101")
        #expect(positions(prepared) == ["kh101": [1, 4], "kh": [1], "101": [2], "and": [3]])
        #expect(counts(prepared.listedStems)["Zkh101"] == 2)
    }

    @Test func stemsByLanguage() throws {
        #expect(counts(try words("", "drones", language: "fr").listedStems) == ["Zdrones": 1])
        #expect(counts(try words("", "ракеты", language: "ru").listedStems) == ["Zракет": 1])
        #expect(counts(try words("", "ракети", language: "uk").listedStems) == ["Zракет": 1])
        #expect(counts(try words("", "drones ракеты", language: nil).listedStems) == ["Zdrone": 1, "Zракет": 1])
    }

    @Test func longWordsAndOrder() throws {
        let long = String(repeating: "ж", count: 500)
        let prepared = try words(long, "b a \(long)")
        #expect(prepared.listedPostings.allSatisfy { $0.term.count <= Terms.maximumWordLength })
        #expect(
            prepared.listedPostings.map(\.term)
                == prepared.listedPostings.map(\.term).sorted { $0.lexicographicallyPrecedes($1) }
        )
        #expect(prepared.listedPostings.count == 3)
        #expect(prepared.listedStems.allSatisfy { $0.term.count <= Terms.maximumLength })
    }

    @Test("A query finds a word under the stems that any language gave it")
    func queryStems() throws {
        var stemming = try Stemming()
        for (word, language) in [
            ("drones", "en"), ("drones", "fr"), ("ракеты", "ru"), ("ракети", "uk"), ("kh101", "en"),
        ] {
            let stored = stemming.stem(Array(word.utf8), language: language)
            #expect(stemming.stems(ofQueryWord: Array(word.utf8)).contains(stored))
        }
        #expect(stemming.stems(ofQueryWord: Array("f16".utf8)) == [Array("f16".utf8)])
    }
}
