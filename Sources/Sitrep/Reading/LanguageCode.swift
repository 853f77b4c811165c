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

    /// The language that CLD2 finds in a plain text; `nil` when it is not sure.
    static func detected(_ text: String) -> String? {
        // A part is enough, and it must not end inside a letter.
        let sample = String(String.UnicodeScalarView(text.unicodeScalars.prefix(20_000)))
        guard sample.utf8.count >= 20 else { return nil }
        var copy = sample
        let code = copy.withUTF8 { bytes in
            bytes.baseAddress.flatMap { start in
                start.withMemoryRebound(to: CChar.self, capacity: bytes.count) { sr_language_detect($0, bytes.count) }
            }
        }
        return code.flatMap { normalized(String(cString: $0)) }
    }
}
