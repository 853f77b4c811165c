/// Bytes of unknown encoding to text.
///
/// In order of trust: a byte order mark, UTF-16 told by its pattern of zero bytes, valid UTF-8, what the page declares,
/// what a detector guesses, and what reads most like words. Single bytes that fit nothing become U+FFFD; no text is lost.
enum TextDecoder {
    /// The text; `nil` when the bytes are no text.
    static func decode(_ bytes: [UInt8], declared: String?) -> String? {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
            let rest = bytes.dropFirst(3)
            return looksBinary(rest) ? nil : String(decoding: rest, as: UTF8.self)
        }
        if let wide = wideCharset(bytes) { return CharacterSets.convert(bytes, from: wide).flatMap(withoutMark) }
        guard !looksBinary(bytes[...]) else { return nil }
        if let text = String(validating: bytes, as: UTF8.self) { return text }
        if isMostlyUTF8(bytes) { return String(decoding: bytes, as: UTF8.self) }
        if let declared, !declared.hasPrefix("UTF"), let text = CharacterSets.convert(bytes, from: declared) {
            return text
        }
        return guessed(bytes)
    }

    /// Whether the bytes are UTF-8 without any error.
    static func isValidUTF8(_ bytes: [UInt8]) -> Bool {
        bytes.withUnsafeBufferPointer { UTF8Check.firstError(in: $0) == nil }
    }

    private static func withoutMark(_ text: String) -> String {
        text.unicodeScalars.first == "\u{FEFF}" ? String(text.unicodeScalars.dropFirst()) : text
    }

    /// UTF-16, by its mark or because zero bytes stand at every other place only; `nil` when it is none.
    static func wideCharset(_ bytes: [UInt8]) -> String? {
        if bytes.starts(with: [0xFF, 0xFE]) { return "UTF-16LE" }
        if bytes.starts(with: [0xFE, 0xFF]) { return "UTF-16BE" }
        let head = bytes.prefix(4096)
        guard head.count >= 4, bytes.count % 2 == 0 else { return nil }
        var zeros = [0, 0]
        for i in head.indices where head[i] == 0 { zeros[i & 1] += 1 }
        // A space has one in every script; in Latin text every letter has.
        let enough = max(1, head.count / 40)
        if zeros[0] == 0, zeros[1] >= enough { return reads(head, "UTF-16LE") }
        if zeros[1] == 0, zeros[0] >= enough { return reads(head, "UTF-16BE") }
        return nil
    }

    /// `charset`, if the bytes read as text in it.
    private static func reads(_ bytes: ArraySlice<UInt8>, _ charset: String) -> String? {
        guard let text = CharacterSets.convert(Array(bytes.prefix(bytes.count & ~1)), from: charset) else { return nil }
        let strange = text.unicodeScalars.count { scalar in
            switch scalar.properties.generalCategory {
            case .unassigned, .privateUse, .surrogate: true
            case .control: scalar.value != 9 && scalar.value != 10 && scalar.value != 13
            default: scalar.value == 0xFFFD
            }
        }
        // One may be cut in half at the end.
        return strange <= 1 + text.unicodeScalars.count / 100 ? charset : nil
    }

    /// Whether there are bytes that no text has: a NUL, many control characters, or the mark of a known binary format.
    static func looksBinary(_ bytes: ArraySlice<UInt8>) -> Bool {
        for magic in ["%PDF-", "PK\u{3}\u{4}", "GIF8", "{\\rtf"] where bytes.starts(with: magic.utf8) { return true }
        if bytes.starts(with: [0x1F, 0x8B]) || bytes.starts(with: [0x89, 0x50]) { return true }
        if bytes.starts(with: [0xFF, 0xD8, 0xFF]) { return true }
        var controls = 0
        for byte in bytes where byte < 0x20 || byte == 0x7F {
            if byte == 0 { return true }
            if !(0x08...0x0D).contains(byte), byte != 0x1B { controls += 1 }
        }
        return controls > 2 + bytes.count / 50
    }

    /// Whether the errors in UTF-8 are so few that another encoding is unlikely: a text cut in the middle of a letter,
    /// a stray byte.
    private static func isMostlyUTF8(_ bytes: [UInt8]) -> Bool {
        let (sequences, errors) = bytes.withUnsafeBufferPointer { UTF8Check.count(in: $0) }
        return sequences > 0 && errors * 10 <= sequences
    }

    private static func guessed(_ bytes: [UInt8]) -> String {
        var names = ["WINDOWS-1251", "KOI8-U", "WINDOWS-1252", "ISO-8859-5", "CP866"]
        let guess = CharacterSets.guessed(bytes)
        if let guess, !names.contains(guess) { names.append(guess) }
        let sample = Array(bytes.prefix(1 << 16))
        var best: (name: String, score: Double)?
        for name in names {
            guard let text = CharacterSets.convert(sample, from: name) else { continue }
            // The detector knows letter frequencies: it decides between sets that read alike.
            let score = Plausibility.score(text) + (name == guess ? 0.15 : 0)
            if score > best?.score ?? -.infinity { best = (name, score) }
        }
        return best.flatMap { CharacterSets.convert(bytes, from: $0.name) } ?? String(decoding: bytes, as: UTF8.self)
    }
}
