/// Text in the language of manual pages, mdoc.
enum Roff {
    /// A text as it stands inside a line: nothing in it is a request, an escape or a blank that can be lost.
    ///
    /// - Parameter isTyped: whether a hyphen must stay one that can be copied and typed.
    static func escaped(_ text: String, isTyped: Bool = false) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\": result += "\\e"
            case "-" where isTyped: result += "\\-"
            case "'" where isTyped: result += "\\(aq"
            case "`" where isTyped: result += "\\(ga"
            case "^" where isTyped: result += "\\(ha"
            case "~": result += "\\(ti"
            case "\"" where isTyped: result += "\\(dq"
            case _ where scalar.isASCII: result.unicodeScalars.append(scalar)
            default:
                let digits = String(scalar.value, radix: 16, uppercase: true)
                result += "\\[u" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + "]"
            }
        }
        return result
    }

    /// A line of a page has so many bytes at most.
    private static let width = 78

    /// A paragraph of text: a new line for each sentence, as typesetting wants it, and where a line is full.
    static func text(_ text: String) -> String {
        var lines: [String] = [""]
        for word in text.split(separator: " ") {
            let word = escaped(String(word))
            var line = lines[lines.count - 1]
            if !line.isEmpty, line.utf8.count + 1 + word.utf8.count > width {
                lines.append("")
                line = ""
            }
            lines[lines.count - 1] += (line.isEmpty ? "" : " ") + word
            if word.last.map({ ".?!".contains($0) }) ?? false { lines.append("") }
        }
        return lines.filter { !$0.isEmpty }.map(self.line).joined(separator: "\n")
    }

    /// A line that is no request, whatever it begins with.
    static func line(_ text: String) -> String {
        text.first.map { ".'".contains($0) } ?? false ? "\\&" + text : text
    }

    /// An argument of a macro: one word, and no macro itself.
    static func argument(_ text: String) -> String {
        let escaped = escaped(text)
        let isShort = text.unicodeScalars.count <= 3
        return escaped.contains(" ") ? "\"\(escaped)\"" : isShort ? "\\&" + escaped : escaped
    }
}
