/// Lines and blanks of a text.
enum TextLines {
    /// Whether a scalar is a blank: a space of any width, a tab, a line break, a byte order mark.
    static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isWhitespace || scalar == "\u{FEFF}" || scalar == "\u{200B}"
    }

    /// The text without blanks at its ends.
    static func trimmed(_ text: some StringProtocol) -> String {
        let scalars = Substring(text).unicodeScalars
        guard let first = scalars.firstIndex(where: { !isBlank($0) }),
            let last = scalars.lastIndex(where: { !isBlank($0) })
        else { return "" }
        return String(scalars[first...last])
    }

    /// One line: every run of blanks becomes one space, none at the ends.
    static func collapsed(_ text: some StringProtocol) -> String {
        var result = String.UnicodeScalarView()
        var pending = false
        for scalar in Substring(text).unicodeScalars {
            if isBlank(scalar) {
                pending = !result.isEmpty
            } else {
                if pending { result.append(" ") }
                pending = false
                result.append(scalar)
            }
        }
        return String(result)
    }

    /// The lines, with runs of blanks inside them made one space; an empty line stays as an empty string.
    ///
    /// NULs and other control characters count as blanks.
    static func lines(_ text: String) -> [String] {
        var lines: [String] = []
        var line: [UInt8] = []
        var previousWasReturn = false
        for byte in text.utf8 {
            switch byte {
            case 0x0A where previousWasReturn: break
            case 0x0A, 0x0D:
                lines.append(collapsed(String(decoding: line, as: UTF8.self)))
                line.removeAll(keepingCapacity: true)
            case 0..<0x20, 0x7F: line.append(0x20)
            default: line.append(byte)
            }
            previousWasReturn = byte == 0x0D
        }
        lines.append(collapsed(String(decoding: line, as: UTF8.self)))
        return lines
    }
}
