import Testing

@testable import Sitrep

@Suite("Text of any encoding is read")
struct EncodingTests {
    static let ukrainian = "Вночі росіяни атакували місто дронами. Вибухи було чути в кількох районах, є поранені."
    static let russian = "Ночью город атаковали беспилотники. Взрывы были слышны в нескольких районах, есть раненые."
    static let western = "Une frappe a touché le dépôt à l’aube, a déclaré le préfet. Deux blessés ont été évacués."

    /// The bytes of `text` in a single-byte encoding, given by the letters of its upper half.
    static func encode(_ text: String, _ table: [Character: UInt8]) -> [UInt8] {
        text.flatMap { character -> [UInt8] in table[character].map { [$0] } ?? Array(String(character).utf8) }
    }

    static let windows1251: [Character: UInt8] = {
        var table: [Character: UInt8] = ["І": 0xB2, "і": 0xB3, "Ї": 0xAF, "ї": 0xBF, "Є": 0xAA, "є": 0xBA, "ґ": 0xB4]
        for i in 0..<64 { table[Character(Unicode.Scalar(UInt16(0x410 + i))!)] = UInt8(0xC0 + i) }
        return table
    }()

    static let koi8u: [Character: UInt8] = {
        var table: [Character: UInt8] = ["і": 0xA6, "ї": 0xA7, "є": 0xA4, "ґ": 0xAD, "І": 0xB6, "Ї": 0xB7, "Є": 0xB4]
        for (i, letter) in "юабцдефгхийклмнопярстужвьызшэщчъ".enumerated() {
            table[letter] = UInt8(0xC0 + i)
            table[Character(letter.uppercased())] = UInt8(0xE0 + i)
        }
        return table
    }()

    static let windows1252: [Character: UInt8] = [
        "é": 0xE9, "è": 0xE8, "à": 0xE0, "ô": 0xF4, "’": 0x92, "ê": 0xEA, "“": 0x93, "”": 0x94,
    ]

    private func text(_ bytes: [UInt8], ending: String = ".txt") throws -> String? {
        let folder = try ReadingFolder()
        guard let article = readFile(try folder.write("a" + ending, bytes)).only else { return nil }
        return article.text
    }

    @Test("Byte order marks")
    func marks() throws {
        let text = Self.ukrainian
        #expect(try self.text([0xEF, 0xBB, 0xBF] + Array(text.utf8)) == text)
        let little = text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        let big = text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
        #expect(try self.text([0xFF, 0xFE] + little) == text)
        #expect(try self.text([0xFE, 0xFF] + big) == text)
        #expect(try self.text(little) == text)
        #expect(try self.text(big) == text)
    }

    @Test("Cyrillic in one byte a letter")
    func cyrillic() throws {
        for text in [Self.ukrainian, Self.russian] {
            #expect(try self.text(Self.encode(text, Self.windows1251)) == text)
            #expect(try self.text(Self.encode(text, Self.koi8u)) == text)
        }
    }

    @Test("A short text, where letter frequencies tell nothing")
    func short() throws {
        #expect(try text(Self.encode("Вибухи у Києві", Self.windows1251)) == "Вибухи у Києві")
        #expect(try text(Self.encode("Вибухи у Києві", Self.koi8u)) == "Вибухи у Києві")
        #expect(try text(Self.encode("Un blessé à Orléans", Self.windows1252)) == "Un blessé à Orléans")
    }

    @Test("Western letters and quotation marks")
    func western() throws {
        #expect(try text(Self.encode(Self.western, Self.windows1252)) == Self.western)
    }

    @Test("A page's own declaration counts, but valid UTF-8 counts more")
    func declaration() throws {
        let page = "<html><head><meta charset=\"windows-1251\"></head><body><p>\(Self.ukrainian)</p></body></html>"
        #expect(try text(Self.encode(page, Self.windows1251), ending: ".html") == Self.ukrainian)
        #expect(try text(Array(page.utf8), ending: ".html") == Self.ukrainian)
        // What no browser takes its word for is found out instead.
        let secret = "+MEI- <html><head><meta charset=utf-7></head><body><p>\(Self.ukrainian)</p></body></html>"
        #expect(CharacterSets.declared(inHTML: Array(secret.utf8)) == nil)
        for name in ["hz", "ibm037", "no-such-set"] {
            #expect(CharacterSets.declared(inHTML: Array("<meta charset=\(name)>".utf8)) == nil, "\(name)")
        }
        for name in ["ISO-8859-5", "KOI8-U", "GB18030", "BIG5-HKSCS", "EUC-JP", "EUC-KR", "CP932", "UTF-8", "LATIN2"] {
            #expect(CharacterSets.declared(inHTML: Array("<meta charset=\(name)>".utf8)) == name, "\(name)")
        }
        let old = "<meta http-equiv='Content-Type' content='text/html; charset=koi8-r'><p>\(Self.ukrainian)</p>"
        #expect(try text(Self.encode(old, Self.koi8u), ending: ".html") == Self.ukrainian)
    }

    @Test("A stray byte in UTF-8 becomes the replacement character and nothing is lost")
    func strayByte() throws {
        let bytes = Array("Сирена ".utf8) + [0xFF] + Array("у місті, каже мер".utf8)
        #expect(try text(bytes) == "Сирена \u{FFFD}у місті, каже мер")
    }

    @Test("Lines files are decoded too")
    func lines() throws {
        let line = "{\"title\": \"Вибухи\", \"text\": \"\(Self.ukrainian)\"}\r\n"
        #expect(try text(Self.encode(line, Self.windows1251), ending: ".jsonl") == Self.ukrainian)
        let wide: [UInt8] = [0xFF, 0xFE] + line.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        #expect(try text(wide, ending: ".jsonl") == Self.ukrainian)
    }

    @Test("Right-to-left text keeps its letters and its order")
    func rightToLeft() throws {
        let text = "סירנות הופעלו בעיר, אמר ראש העיר. שני אנשים נפצעו קל בפגיעה."
        let article = try #require(try readText(text))
        #expect(article.text == text)
        #expect(article.language == "he")
    }
}
