import Testing

@testable import Sitrep

@Suite("Text of any script is cut into folded words")
struct TokenizerTests {
    private func words(_ text: String) -> [String] {
        let tokens = Tokenizer.tokenize(text)
        return tokens.tokens.indices.map { tokens.string($0) }
    }

    @Test(arguments: [
        ("Drones over Kyiv", ["drones", "over", "kyiv"]),
        ("Дрони над Києвом", ["дрони", "над", "києвом"]),
        ("ЁЛКА ёж Ґалаґан Їжак", ["елка", "еж", "ґалаґан", "їжак"]),
        ("Noël ŁÓDŹ Straße Æther Þing Øre", ["noel", "lodz", "strasse", "aether", "thing", "ore"]),
        ("No\u{308}el Lo\u{301}dz\u{301} n\u{303}", ["noel", "lodz", "n"]),
        ("Việt Nam", ["viet", "nam"]),
        ("", []), ("  \n\t ", []), ("—…!?", []),
    ])
    func folding(text: String, expected: [String]) { #expect(words(text) == expected) }

    @Test("A letter and its mark are the composed letter where they make one, and the letter alone elsewhere")
    func cyrillicMarks() {
        #expect(words("и\u{306} й") == ["й", "й"])
        #expect(words("И\u{306}од Йод") == ["йод", "йод"])
        #expect(words("і\u{308}жак їжак І\u{308}") == ["їжак", "їжак", "ї"])
        #expect(words("е\u{308}ж ёж еж") == ["еж", "еж", "еж"])
        #expect(words("у\u{306} ў") == ["ў", "ў"])
        #expect(words("за\u{301}мок") == ["замок"])
    }

    @Test func apostrophes() {
        #expect(words("Кам’янське Кам'янське Камʼянське") == ["камянське", "камянське", "камянське"])
        #expect(words("O'Brien d’Ivoire") == ["obrien", "divoire"])
        #expect(words("'quoted' ‘words’ it's don't") == ["quoted", "words", "it", "dont"])
        #expect(words("F'16 90's") == ["f", "16", "90", "s"])
    }

    @Test func possessives() throws {
        let text = Tokenizer.tokenize("Kyiv's air RUSSIA’S army, Мариуполь's")
        #expect(text.tokens.indices.map { text.string($0) } == ["kyiv", "air", "russia", "army", "мариуполь"])
        #expect(text.tokens.map { $0.flags.contains(.possessive) } == [true, false, true, false, true])
        #expect(text.tokens[0].start == 0 && text.tokens[0].end == 4)
    }

    @Test func rightToLeftAndOtherScripts() {
        #expect(words("חיל האוויר תקף") == ["חיל", "האוויר", "תקף"])
        #expect(words("شَارِع عزة") == ["شارع", "عزة"])
        #expect(words("\u{202B}غزة\u{202C} \u{2067}רפיח\u{2069}") == ["غزة", "רפיח"])
        #expect(words("किले में") == ["किले", "में"], "vowel signs stay")
        #expect(words("٣٠٠ ３００") == ["300", "300"])
    }

    @Test func chineseAndJapaneseCharactersAreWords() throws {
        #expect(words("北京 无人机") == ["北", "京", "无", "人", "机"])
        let text = Tokenizer.tokenize("北京")
        #expect(try #require(text.tokens.last).flags.contains(.joined))
    }

    @Test func separators() {
        #expect(words("a\0b") == ["a", "b"])
        #expect(words("wo\u{AD}rd zero\u{200B}width feff\u{FEFF}x") == ["word", "zerowidth", "feffx"])
        #expect(words("\u{301}alone") == ["alone"])
        #expect(words("x² ½ €5") == ["x", "5"])
    }

    @Test func invalidUTF8Separates() {
        let bytes: [UInt8] = [0x61, 0xFF, 0x62, 0xC3, 0x28, 0x63, 0xED, 0xA0, 0x80, 0x64, 0xF5, 0x65, 0xD0]
        let text = bytes.withUnsafeBufferPointer { Tokenizer.tokenize($0) }
        #expect(text.tokens.indices.map { text.string($0) } == ["a", "b", "c", "d", "e"])
        #expect(text.tokens.map(\.start) == [0, 2, 5, 9, 11])
    }
}

@Suite("Tokens tell how they were written")
struct TokenFlagsTests {
    private func flags(_ text: String) -> [Token.Flags] { Tokenizer.tokenize(text).tokens.map(\.flags) }

    @Test func capitals() {
        let found = flags("Kyiv NATO a A Київ ЗСУ iPhone É")
        #expect(found.map { $0.contains(.capitalised) } == [true, true, false, true, true, true, false, true])
        #expect(found.map { $0.contains(.allCapitals) } == [false, true, false, false, false, true, false, false])
    }

    @Test func whatStandsBetween() throws {
        let found = flags("Kh-101 Kh101 U.S. a – b c - d x–y 3.5")
        let names = ["kh", "101", "kh", "101", "u", "s", "a", "b", "c", "d", "x", "y", "3", "5"]
        try #require(found.count == names.count)
        #expect(found.map { $0.contains(.hyphenated) }.indices(of: true) == [1, 11])
        #expect(found.map { $0.contains(.joined) }.indices(of: true) == [3])
        #expect(found.map { $0.contains(.dotted) }.indices(of: true) == [5, 13])
        #expect(found.map { $0.contains(.number) }.indices(of: true) == [1, 3, 12, 13])
        #expect(found.map { $0.contains(.spaced) }.indices(of: true) == [2, 4, 8, 10, 12])
    }

    @Test func sentencesAndLines() {
        let found = flags("One two. Three! four\nfive… Six? 3.5 U.S. army")
        #expect(found.map { $0.contains(.sentenceStart) }.indices(of: true) == [0, 2, 3, 4, 5, 6, 10])
        #expect(found.map { $0.contains(.lineStart) }.indices(of: true) == [0, 4])
    }
}

extension [Bool] {
    fileprivate func indices(of value: Bool) -> [Int] { indices.filter { self[$0] == value } }
}

@Suite("Any bytes give well-formed tokens")
struct TokenizerPropertyTests {
    private static let pieces = [
        "a", "Z", "é", "e\u{301}", "й", "и\u{306}", "Ї", "і\u{308}", "ё", "'", "’", "s", "'s", "’S ", "-", "–", " ",
        "\n", ".", "…", "\0", "\u{AD}", "\u{200B}", "\u{FEFF}", "中", "ア", "9", "٣", "ש", "שׁ", "ع", "हि", "😀", "ǅ", "ß",
        "İ", "ﬁ", "Ⅳ", "\u{301}", "\u{306}", "\u{308}", "𝟗", "ẞ", "K", "Å",
    ]

    @Test(arguments: 0..<8)
    func wellFormed(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<400 {
            var bytes: [UInt8] = []
            for _ in 0..<generator.number(0...40) {
                if generator.chance(12) {
                    bytes.append(UInt8.random(in: 0...255, using: &generator))
                } else {
                    var piece = Array(generator.pick(Self.pieces).utf8)
                    if generator.chance(5) { piece.removeLast() }
                    bytes += piece
                }
            }
            check(bytes)
        }
    }

    private func check(_ bytes: [UInt8]) {
        let text = bytes.withUnsafeBufferPointer { Tokenizer.tokenize($0) }
        var end = 0
        var foldedEnd = 0
        for token in text.tokens {
            #expect(token.start >= end && token.end > token.start && token.end <= bytes.count, "\(bytes)")
            #expect(token.foldedStart >= foldedEnd && token.foldedEnd > token.foldedStart, "\(bytes)")
            // Valid on its own, so both ends lie on borders of characters.
            #expect(String(validating: bytes[token.start..<token.end], as: UTF8.self) != nil, "\(bytes)")
            #expect(String(validating: text.folded(token), as: UTF8.self) != nil, "\(bytes)")
            end = token.end
            foldedEnd = token.foldedEnd
        }
        // Words stand on tokens: their ranges and positions ascend as well.
        var position = 0
        for word in Words.words(of: text) {
            #expect(word.position >= position && !word.folded.isEmpty, "\(bytes)")
            position = word.position
        }
    }
}
