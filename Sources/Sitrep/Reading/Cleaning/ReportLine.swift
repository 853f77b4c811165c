/// A line of a report, with the verdict on it.
struct ReportLine: Equatable {
    /// The line with single spaces.
    var text: String
    /// Why it is left out; `nil` when it stays.
    var reason: String?

    init(_ text: String) { self.text = text }

    var isEmpty: Bool { text.isEmpty }
    var stays: Bool { reason == nil && !text.isEmpty }

    /// The line as phrases are compared: lower case, without signs and blanks at either end.
    static func plain(_ text: String) -> String {
        let scalars = text.lowercased().unicodeScalars
        func isWord(_ scalar: Unicode.Scalar) -> Bool {
            scalar.properties.isAlphabetic || scalar.properties.numericType != nil
        }
        guard let first = scalars.firstIndex(where: isWord), let last = scalars.lastIndex(where: isWord) else {
            return ""
        }
        return String(scalars[first...last])
    }
}
