import Testing

@testable import Sitrep

@Suite("Words that stand for others of the index")
struct PatternTests {
    private static let files = [
        "missile.txt": "Missile talks\n\nA missile flew.",
        "missiles.txt": "Two missiles flew, a missileer said.",
        "missal.txt": "Old missal\n\nAn old book.",
        "drony.txt": "Дрони летіли вночі, а дрон упав.",
        "zelensky.txt": "Zelensky spoke.",
        "zelenskyy.txt": "Zelenskyy spoke.",
        "zelenskiy.txt": "Mr Zelenskiy spoke.",
        "zlensky.txt": "Zlensky and Zeelnsky are wrong.",
        "kh.txt": "A Kh-101 and a Kh-102 fell.",
        "long.txt": "The long-range and the long ranger met.",
    ]

    @Test("A beginning stands for all words that begin so, as they are written")
    func beginnings() throws {
        let small = try SmallIndex(Self.files)
        #expect(try small.ids("missil*") == ["missile.txt", "missiles.txt"])
        #expect(try small.ids("MISS*") == ["missal.txt", "missile.txt", "missiles.txt"])
        #expect(try small.ids("missilee*") == ["missiles.txt"])
        #expect(try small.ids("дрон*") == ["drony.txt"])
        #expect(try small.ids("missing*").isEmpty)
        #expect(try small.ids("title:miss*") == ["missal.txt", "missile.txt", "missiles.txt"])
        #expect(try small.ids("Kh-10*") == ["kh.txt"])
        #expect(try small.ids("long-ran*") == ["long.txt"])
        #expect(try small.ids("flew -missilee*") == ["missile.txt"])
        let hits = try small.search("missil*").hits
        #expect(hits.allSatisfy { $0.score > 0 && !$0.snippet.matches.isEmpty })
    }

    @Test("A likeness stands for the words that are spelt nearly so")
    func likeness() throws {
        let small = try SmallIndex(Self.files)
        let all = ["zelenskiy.txt", "zelensky.txt", "zelenskyy.txt", "zlensky.txt"]
        #expect(try small.ids("zelensky~") == all)
        #expect(try small.ids("ZELENSKI~") == all)
        #expect(try small.ids("spoek~") == ["zelenskiy.txt", "zelensky.txt", "zelenskyy.txt"])
        #expect(try small.ids("title:misslie~") == ["missile.txt", "missiles.txt"])
        #expect(try small.ids("дорн~") == ["drony.txt"])
        #expect(try small.ids("elensky~").isEmpty, "the first letter stays")
        #expect(try small.search("zelensky~").hits.allSatisfy { $0.score > 0 && !$0.snippet.matches.isEmpty })
    }

    @Test("An exact word is found as it is written")
    func exact() throws {
        let small = try SmallIndex(Self.files)
        #expect(try small.ids("=missile") == ["missile.txt"])
        #expect(try small.ids("=missiles") == ["missiles.txt"])
        #expect(try small.ids("missile") == ["missile.txt", "missiles.txt"])
        #expect(try small.ids("=\"missiles flew\"") == ["missiles.txt"])
        #expect(try small.ids("title:=missile") == ["missile.txt"])
        #expect(try small.ids("title:=talk").isEmpty)
        #expect(try small.ids("title:talk") == ["missile.txt"])
    }

    @Test("More words than a beginning may stand for are cut to the most frequent, and it is said")
    func cut() throws {
        let words = (0..<700).map { number in
            "qa" + String(String(number).unicodeScalars.map { Character(Unicode.Scalar($0.value + 49) ?? "x") })
        }
        let small = try SmallIndex([
            "many.txt": words.joined(separator: " "), "some.txt": words.suffix(500).joined(separator: " "),
            "rare.txt": "qaz",
        ])
        let results = try small.search("qa*")
        #expect(results.interpreted == "qa* (500 of 701 words)")
        #expect(results.hits.map(\.id).sorted() == ["many.txt", "some.txt"], "the rarest words are left out")
        #expect(try small.search(results.interpreted).interpreted == results.interpreted)
        // A word with fewer in the index stands for all of them.
        #expect(try small.search("qah*").interpreted == "qah*")
    }
}
