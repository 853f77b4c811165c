import Testing

@testable import Sitrep

@Suite("A snippet shows the passage that matches best")
struct SnippetMakerTests {
    /// The snippet of a text for some words, as a query has them.
    static func snippet(
        _ text: String,
        _ words: String,
        title: String = "",
        language: String? = "en",
        exact: [String] = [],
        spans: [Range<Int>] = []
    ) throws -> Snippet {
        var wanted = SnippetWords()
        var stemming = try Stemming()
        for word in Words.words(of: Tokenizer.tokenize(words)) {
            for stem in stemming.stems(ofQueryWord: Array(word.folded)) { wanted.add(stem: stem) }
        }
        for word in exact { wanted.add(exact: Array(word.utf8)) }
        var maker = try SnippetMaker(words: wanted)
        return maker.snippet(of: text, title: title, language: language, spans: spans)
    }

    /// What is marked, as text.
    static func marked(_ snippet: Snippet) -> [String] {
        let bytes = Array(snippet.text.utf8)
        return snippet.matches.map { String(decoding: bytes[$0], as: UTF8.self) }
    }

    private static let filler = Array(repeating: "lorem ipsum dolor.", count: 30).joined(separator: " ")

    @Test func shortTextsStayWhole() throws {
        let snippet = try Self.snippet("Drones struck  Kyiv\nat night.", "drone kyiv")
        #expect(snippet.text == "Drones struck Kyiv at night.")
        #expect(Self.marked(snippet) == ["Drones", "Kyiv"])
        #expect(try Self.snippet("He said so. Drones came.", "drone").text == "He said so. Drones came.")
        #expect(try Self.snippet("", "drone") == Snippet(text: ""))
        #expect(try Self.snippet(" … \n", "drone") == Snippet(text: ""))
    }

    @Test func withoutAMatchTheBeginning() throws {
        let snippet = try Self.snippet("First words. " + Self.filler, "nowhere")
        #expect(snippet.text.hasPrefix("First words.") && snippet.text.hasSuffix("…"))
        #expect(snippet.matches.isEmpty)
    }

    @Test("More different words win over more of the same, then more, then the first")
    func theBestWindow() throws {
        let text =
            "drone drone drone here. \(Self.filler) A drone over Kyiv. \(Self.filler) Kyiv and drone drone. "
            + Self.filler
        #expect(Self.marked(try Self.snippet(text, "drone kyiv")) == ["Kyiv", "drone", "drone"])
        #expect(Self.marked(try Self.snippet(text, "drone")) == ["drone", "drone", "drone"])
        let twice = "\(Self.filler) Kyiv first. \(Self.filler) Kyiv second. \(Self.filler)"
        #expect(try Self.snippet(twice, "kyiv").text.contains("Kyiv first"))
    }

    @Test func beginsWithASentence() throws {
        let text = "\(Self.filler) Officials said on Monday that drones came. \(Self.filler)"
        let snippet = try Self.snippet(text, "drones")
        #expect(snippet.text.hasPrefix("…Officials said on Monday that drones came."))
        #expect(snippet.text.hasSuffix("…"))
        // At the end of the text, what follows the last word belongs to it.
        #expect(try Self.snippet("\(Self.filler) He said “drones!”", "drones").text.hasSuffix("“drones!”"))
    }

    @Test func cyrillic() throws {
        let text = "Вибухи пролунали в Києві. Ракета Х-101 впала біля м. Бровари."
        #expect(Self.marked(try Self.snippet(text, "київ Києві бровари", language: "uk")) == ["Києві", "Бровари"])
        let russian = "Ракеты попали в дома. Ёлка упала."
        #expect(Self.marked(try Self.snippet(russian, "ракета елка", language: "ru")) == ["Ракеты", "Ёлка"])
    }

    @Test func designators() throws {
        let text = "A Kh-101 and a Kh101, then Kh 555 and MiG-31K."
        #expect(Self.marked(try Self.snippet(text, "kh101")) == ["Kh-101", "Kh101"])
        #expect(Self.marked(try Self.snippet(text, "MiG-31K")) == ["MiG-31K"])
        #expect(Self.marked(try Self.snippet(text, "31k")) == ["31K"])
    }

    @Test func exactWordsAndMentions() throws {
        let text = "Drones and a drone over Kyiv City."
        #expect(Self.marked(try Self.snippet(text, "", exact: ["drones"])) == ["Drones"])
        #expect(Self.marked(try Self.snippet(text, "", spans: [24..<33])) == ["Kyiv", "City"])
        #expect(Self.marked(try Self.snippet(text, "kyiv", spans: [24..<33])) == ["Kyiv", "City"])
    }

    @Test func controlCharactersCollapse() throws {
        let snippet = try Self.snippet("\u{1B}[31mA\u{7}\t\r\n drone\u{0}\u{7F}\u{1}came.\n\n", "drone")
        #expect(snippet.text == "[31mA drone came.")
        #expect(Self.marked(snippet) == ["drone"])
    }

    @Test func wholeTexts() throws {
        var words = SnippetWords()
        words.add(stem: Array("drone".utf8))
        var maker = try SnippetMaker(words: words)
        let text = "Drones, a drone. " + Self.filler + " Drone"
        let bytes = Array(text.utf8)
        let found = maker.matches(in: text, language: "en").map { String(decoding: bytes[$0], as: UTF8.self) }
        #expect(found == ["Drones", "drone", "Drone"])
    }
}

@Suite("Any text gives a snippet in good order")
struct SnippetPropertyTests {
    private static let pieces = [
        "drone ", "Kh-101 ", "Х-101", "Київ ", "Kyiv's ", "e\u{301}té ", "中文", "\u{200B}", "\u{AD}", ". ", "! ", "\n\n",
        "\0", "\t", "\u{1B}", "…", "“", "😀", "lorem ", "ipsum ", "їжак ", "2024-11-13 ", "a-1-b-2 ", "’", "\u{301}",
    ]

    @Test("Spans ascend, lie on characters and inside of the text, and hold no control characters", arguments: 0..<4)
    func wellFormed(seed: UInt64) throws {
        var generator = SeededGenerator(seed: 50 + seed)
        for _ in 0..<150 {
            let text = (0..<generator.number(0...160)).map { _ in generator.pick(Self.pieces) }.joined()
            let words = Words.words(of: Tokenizer.tokenize(text))
            let spans = (0..<generator.number(0...4)).compactMap { _ in words.randomElement(using: &generator)?.range }
            let query = generator.pick(["drone", "kh-101 drone", "київ 2024", "中 été", "", "a1b2"])
            let snippet = try SnippetMakerTests.snippet(text, query, language: nil, spans: spans)
            let bytes = Array(snippet.text.utf8)
            #expect(!bytes.contains { $0 < 0x20 || $0 == 0x7F }, "\(text.debugDescription)")
            #expect(!snippet.text.contains("  ") && !snippet.text.hasPrefix(" "), "\(text.debugDescription)")
            var end = 0
            for match in snippet.matches {
                #expect(match.lowerBound >= end && !match.isEmpty && match.upperBound <= bytes.count)
                guard match.upperBound <= bytes.count else { return }
                #expect(String(validating: bytes[match], as: UTF8.self) != nil, "\(text.debugDescription)")
                end = match.upperBound
            }
            // What is marked matches by itself.
            for marked in SnippetMakerTests.marked(snippet) where spans.isEmpty {
                let again = try SnippetMakerTests.snippet(marked, query, language: nil)
                #expect(!again.matches.isEmpty, "\(marked.debugDescription)")
            }
            if words.contains(where: { word in spans.contains { $0.overlaps(word.range) } }) {
                #expect(!snippet.matches.isEmpty, "\(text.debugDescription)")
            }
        }
    }
}
