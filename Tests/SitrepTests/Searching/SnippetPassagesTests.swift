import Testing

@testable import Sitrep

@Suite("Snippets show passages that read well")
struct SnippetPassagesTests {
    private static let filler = Array(repeating: "lorem ipsum dolor sit amet.", count: 30).joined(separator: " ")

    private static func snippet(_ text: String, language: String? = "en", _ fill: (inout SnippetWords) -> Void) throws
        -> Snippet
    {
        var words = SnippetWords()
        fill(&words)
        var maker = try SnippetMaker(words: words)
        return maker.snippet(of: text, title: "", language: language, spans: [])
    }

    private static func bytes(_ words: String...) -> [[UInt8]] { words.map { Array($0.utf8) } }

    @Test func aPhraseIsMarkedWhereItsWordsStandTogether() throws {
        let text = "The air was cold. The air force came, and force was used; the air forces left. Air Force."
        let snippet = try Self.snippet(text) { $0.add(phrase: [Self.bytes("air"), Self.bytes("force", "forces")]) }
        #expect(SnippetMakerTests.marked(snippet) == ["air", "force", "air", "forces", "Air", "Force"])
        let begun = try Self.snippet("air air force") { $0.add(phrase: [Self.bytes("air"), Self.bytes("force")]) }
        #expect(SnippetMakerTests.marked(begun) == ["air", "force"])
    }

    @Test func aNameInCapitalsIsNotMarkedInSmallLetters() throws {
        let snippet = try Self.snippet("They told us that the US left us.") { $0.add(capital: Array("us".utf8)) }
        #expect(SnippetMakerTests.marked(snippet) == ["US"])
    }

    @Test func wordsFarApartGiveTwoPassages() throws {
        let text = "\(Self.filler) Drones came at night. \(Self.filler) Sirens rang in Kyiv. \(Self.filler)"
        let snippet = try SnippetMakerTests.snippet(text, "drones kyiv")
        #expect(SnippetMakerTests.marked(snippet) == ["Drones", "Kyiv"])
        #expect(snippet.text.hasPrefix("…Drones came at night."))
        #expect(snippet.text.contains(" … Sirens rang in Kyiv."))
        #expect(!snippet.text.contains("  "))
        // One passage where it has all of them.
        let near = try SnippetMakerTests.snippet("\(Self.filler) Drones over Kyiv. \(Self.filler) Kyiv.", "drones kyiv")
        #expect(!near.text.contains(" … "))
    }

    @Test("A title that the text repeats is not shown again, unless it alone matched")
    func aRepeatedTitle() throws {
        let title = "Drones over Kyiv at night"
        let text = "\(title)\n\n“Drones came,” he said. \(Self.filler)"
        let snippet = try SnippetMakerTests.snippet(text, "drones kyiv", title: title)
        #expect(snippet.text.hasPrefix("“Drones came,” he said."))
        #expect(SnippetMakerTests.marked(snippet) == ["Drones"])
        let short = try SnippetMakerTests.snippet("\(title).\n\nA drone fell.", "drones kyiv", title: title)
        #expect(short.text == "A drone fell.")
        let alone = try SnippetMakerTests.snippet("\(title)\n\n\(Self.filler)", "kyiv", title: title)
        #expect(alone.text.hasPrefix(title) && SnippetMakerTests.marked(alone) == ["Kyiv"])
        let none = try SnippetMakerTests.snippet("\(title)\n\nA depot.", "nowhere", title: title)
        #expect(none.text == "\(title) · A depot.")
        #expect(try SnippetMakerTests.snippet(title, "kyiv", title: title).text == title)
        let cut = try SnippetMakerTests.snippet("A massive raid. Later it burned.", "burned", title: "A mass")
        #expect(cut.text == "A massive raid. Later it burned.")
    }

    @Test("A heading is parted from the paragraph below it, lines of one paragraph are not")
    func headings() throws {
        #expect(try SnippetMakerTests.snippet("At night\n\nDrones came.", "drone").text == "At night · Drones came.")
        #expect(try SnippetMakerTests.snippet("At\nnight.\n\nDrones came.", "drone").text == "At night. Drones came.")
        #expect(try SnippetMakerTests.snippet("“Ніч”\n\nДрони", "дрони").text == "“Ніч” Дрони")
        let cyrillic = try SnippetMakerTests.snippet("Уночі\r\n\r\nДрони.", "дрони", language: "uk")
        #expect(cyrillic.text == "Уночі · Дрони.")
        #expect(SnippetMakerTests.marked(cyrillic) == ["Дрони"])
    }

    @Test func beginsWithAWholeWord() throws {
        let head = Array(repeating: "lorem", count: 60).joined(separator: " ")
        let tail = Array(repeating: "ipsum", count: 60).joined(separator: " ")
        let hyphen = try SnippetMakerTests.snippet("\(head) state-of-the-art drone \(tail)", "art drone")
        #expect(hyphen.text.contains("state-of-the-art drone"))
        let quoted = try SnippetMakerTests.snippet("\(Self.filler) “Drones came,” he said. \(Self.filler)", "drones")
        #expect(quoted.text.hasPrefix("…“Drones came,” he said."))
        let open = try SnippetMakerTests.snippet("\(Self.filler) “Drones \(Self.filler)", "drones")
        #expect(open.text.hasPrefix("…Drones"))
        let closed = try SnippetMakerTests.snippet("”, drones came.", "drones")
        #expect(closed.text == "drones came.")
    }

    @Test func rightToLeftAndCombiningMarks() throws {
        let hebrew = String(repeating: "מילה אחת ", count: 60) + "טיל נפל. " + String(repeating: "עוד מילה ", count: 60)
        let snippet = try SnippetMakerTests.snippet(hebrew, "טיל", language: "he")
        #expect(SnippetMakerTests.marked(snippet) == ["טיל"])
        let accents = "Київ\u{301} і Zele\u{301}nsky. " + Self.filler
        #expect(!(try SnippetMakerTests.snippet(accents, "zelensky", language: nil)).text.contains("\u{FFFD}"))
    }

    @Test func theDateThatAFilterAsksForIsShown() throws {
        let index = try SmallIndex([
            "a.json": """
            {"title": "Night", "date": "2024-11-15", "language": "en",
             "text": "\(Self.filler) On 13 November 2024 a depot burned. \(Self.filler)"}
            """
        ])
        let hit = try #require(
            try index.search("") {
                $0.filters.happenedFrom = "2024-11-13"
                $0.filters.happenedTo = "2024-11-13"
            }.hits
                .first
        )
        #expect(hit.snippet.text.contains("a depot burned"))
        #expect(SnippetMakerTests.marked(hit.snippet) == ["13", "November", "2024"])
    }
}
