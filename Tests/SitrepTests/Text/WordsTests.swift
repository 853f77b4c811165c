import Testing

@testable import Sitrep

@Suite("Words are put together where they were written together")
struct WordsTests {
    private func words(_ text: String) -> [String] {
        Words.words(of: Tokenizer.tokenize(text)).map { word in
            String(decoding: word.folded, as: UTF8.self) + "@\(word.position)" + (word.isDesignator ? "*" : "")
        }
    }

    @Test(arguments: [
        ("Kh-101", ["kh101@0*", "kh@0", "101@1"]),
        ("Kh101", ["kh101@0"]),
        ("Kh 101", ["kh@0", "101@1"]),
        ("Х-101", ["х101@0*", "х@0", "101@1"]),
        ("MiG-31K fired", ["mig31k@0*", "mig@0", "31k@1", "fired@2"]),
        ("the 50th brigade", ["the@0", "50th@1", "brigade@2"]),
        ("1,400 men", ["1@0", "400@1", "men@2"]),
        ("long-range drone", ["long@0", "range@1", "drone@2"]),
        ("2024-11-13", ["2024@0", "11@1", "13@2"]),
        ("S-300/S-400", ["s300@0*", "s@0", "300@1", "s400@2*", "s@2", "400@3"]),
        ("a-1-b-2", ["a1b2@0*", "a@0", "1@1", "b@2", "2@3"]),
        ("a-1-b-2-c", ["a@0", "1@1", "b@2", "2@3", "c@4"]),
        ("2S19 A1B2", ["2s19@0", "a1b2@1"]),
        ("北京", ["北@0", "京@1"]),
        ("", []),
    ])
    func words(text: String, expected: [String]) { #expect(words(text) == expected) }

    @Test("Ranges are those of the text, the whole designator's too")
    func ranges() {
        let found = Words.words(of: Tokenizer.tokenize("о Х–101 МіГ-31К"))
        #expect(found.map(\.range) == [0..<2, 3..<11, 3..<5, 8..<11, 12..<23, 12..<18, 19..<23])
    }
}
