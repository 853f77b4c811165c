import Testing

@testable import Sitrep

@Suite("Any of several words: words of the same root and a state's other names count, but less")
struct RelatedWordsTests {
    private static let texts = [
        "ship.txt": "The chancellorship was offered to him.\n\nFirst.",
        "man.txt": "The chancellor was offered to him.\n\nSecond.",
        "china.txt": "Ships left China in the night.\n\nThird.",
        "chinese.txt": "Chinese ships left in the night.\n\nFourth.",
        "uk.txt": "Артилерія била по мосту всю ніч.\n\nДругий рядок.",
        "other.txt": "Nothing of this is in here, says Moscow.\n\nFifth.",
    ]

    private func any(_ query: String, literal: Bool = false) throws -> [String] {
        try SmallIndex(Self.texts).search(query) {
            $0.matchesAny = true
            $0.literal = literal
        }.hits.map(\.id)
    }

    @Test("What is typed ranks before what is related to it")
    func sameRoot() throws {
        #expect(try any("chancellorship") == ["ship.txt", "man.txt"])
        #expect(try any("chancellor") == ["man.txt", "ship.txt"])
        #expect(try any("артилерійський").contains("uk.txt"))
    }

    @Test("A state's name and its adjectives find each other, and not its seat of government")
    func states() throws {
        #expect(try any("Chinese") == ["chinese.txt", "china.txt"])
        #expect(try any("china") == ["china.txt", "chinese.txt"])
        #expect(try any("Китай").contains("china.txt"))
        #expect(try any("Russian").isEmpty)
    }

    @Test("Words meant as typed, and queries of all words, find none")
    func literal() throws {
        #expect(try any("chancellorship", literal: true) == ["ship.txt"])
        #expect(try any("Chinese", literal: true) == ["chinese.txt"])
        #expect(try SmallIndex(Self.texts).ids("chancellorship") == ["ship.txt"])
    }

    @Test("Short words, numbers, other scripts and odd text are related to nothing")
    func unrelated() throws {
        let small = try SmallIndex(["a.txt": "The porter of Kh-1015555 waits.\n\nمدرسة في المدينة"])
        for query in ["port", "Kh-1015556", "1015556789", "مدرستان", "a\u{0}b", "\u{202E}é\u{301}"] {
            #expect(try small.ids(query) { $0.matchesAny = true }.isEmpty, "\(query)")
        }
    }

    @Test("The parts of a score name the related words, and add up", arguments: [nil, 30])
    func parts(halfLife: Int?) throws {
        let results = try SmallIndex(Self.texts).search("chancellorship chancellorship Chinese") {
            $0.matchesAny = true
            $0.explains = true
            $0.halfLife = halfLife
        }
        #expect(results.total == 4)
        for hit in results.hits {
            let explanation = try #require(hit.explanation)
            #expect(abs(explanation.score - hit.score) < 1e-9 * max(1, hit.score), "\(hit.id)")
        }
        let man = try #require(results.hits.first { $0.id == "man.txt" }?.explanation)
        let related = man.parts.flatMap { if case .word(let word) = $0 { word.related } else { [String]() } }
        #expect(related == ["chancellor"])
    }

    @Test("A related word is marked in the passage")
    func marked() throws {
        let results = try SmallIndex(Self.texts).search("chancellorship") { $0.matchesAny = true }
        let snippet = try #require(results.hits.last).snippet
        let marked = snippet.matches.map { String(decoding: Array(snippet.text.utf8)[$0], as: UTF8.self) }
        #expect(marked == ["chancellor"])
    }
}
