/// How tags are compared.
enum TagName {
    /// Whether two tags are one: capitals and the way in which accents are encoded do not count.
    static func areSame(_ a: String, _ b: String) -> Bool { folded(a) == folded(b) }

    /// What is the same for tags that are one, as `String` compares.
    static func folded(_ tag: String) -> String { tag.lowercased() }

    /// What is the same for tags that differ by nothing but hyphens in the places of blanks.
    static func withoutHyphens(_ tag: String) -> String { folded(tag).replacing("-", with: " ") }

    /// A tag without the blanks around it.
    ///
    /// - Returns: `nil` for an empty or too long one, and for one with a line break or another control character.
    static func read(_ text: String) -> String? {
        let trimmed = TextLines.trimmed(text)
        guard !trimmed.isEmpty, trimmed.utf8.count <= ReportMarks.longestTag else { return nil }
        let isLine = trimmed.unicodeScalars.allSatisfy {
            $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) && $0.value != 0x2028 && $0.value != 0x2029
        }
        return isLine ? trimmed : nil
    }

    static let rule = "a tag is one line of 1 to \(ReportMarks.longestTag) bytes"
}
