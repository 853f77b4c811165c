internal import CReading

/// Language codes and the detection of a text's language.
enum LanguageCode {
    /// The ISO 639-1 code in lower case of a language tag (`en-GB`, `uk_UA`, `eng`); `nil` when it is none.
    static func normalized(_ tag: String) -> String? {
        let code = tag.lowercased().prefix { $0.isASCII && $0.isLetter }
        switch code {
        case "iw": return "he"
        case "in": return "id"
        case "jw": return "jv"
        case "ua": return "uk"
        case "eng", "english": return "en"
        case "ukr", "ukrainian": return "uk"
        case "rus", "russian": return "ru"
        default: return code.utf8.count == 2 ? String(code) : nil
        }
    }

    /// How many bytes of a text the detector looks at.
    private static let sampleLength = 8192

    /// The language that CLD2 finds in a plain text; `nil` when it is not sure.
    static func detected(_ text: String) -> String? {
        guard text.utf8.count >= 20 else { return nil }
        var text = text
        let code = text.withUTF8 { bytes -> UnsafePointer<CChar>? in
            // A part is enough, and it must not end inside a letter.
            var length = min(bytes.count, sampleLength)
            while length < bytes.count, length > 0, bytes[length] & 0xC0 == 0x80 { length -= 1 }
            return bytes.baseAddress.flatMap { start in
                start.withMemoryRebound(to: CChar.self, capacity: length) { sr_language_detect($0, length) }
            }
        }
        return code.flatMap { normalized(String(cString: $0)) }
    }
}
