/// Lines and blanks of a text.
enum TextLines {
    /// Whether a scalar is a blank: a space of any width, a tab, a line break, a byte order mark.
    static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII { return scalar.value <= 0x20 || scalar.value == 0x7F }
        return scalar.properties.isWhitespace || scalar == "\u{FEFF}" || scalar == "\u{200B}"
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
        var collapser = BlankCollapser()
        var text = String(text)
        text.withUTF8 { bytes in
            var at = 0
            while at < bytes.count { at += collapser.take(bytes, at: at) }
        }
        return collapser.finishLine()
    }

    /// How many lines ``lines(_:)`` gives. Linear in the text.
    static func count(_ text: String) -> Int {
        var count = 1
        var isAfterReturn = false
        for byte in text.utf8 {
            if byte == 0x0D || (byte == 0x0A && !isAfterReturn) { count += 1 }
            isAfterReturn = byte == 0x0D
        }
        return count
    }

    /// The lines, with runs of blanks inside them made one space; an empty line stays as an empty string.
    ///
    /// NULs and other control characters count as blanks.
    static func lines(_ text: String) -> [String] {
        var lines: [String] = []
        var collapser = BlankCollapser()
        var text = text
        text.withUTF8 { bytes in
            var at = 0
            while at < bytes.count {
                if bytes[at] == 0x0A || bytes[at] == 0x0D {
                    lines.append(collapser.finishLine())
                    if bytes[at] == 0x0D, at + 1 < bytes.count, bytes[at + 1] == 0x0A { at += 1 }
                    at += 1
                } else {
                    at += collapser.take(bytes, at: at)
                }
            }
        }
        lines.append(collapser.finishLine())
        return lines
    }
}

/// Gathers the bytes of a line, with every run of blanks as one space and none at the ends.
private struct BlankCollapser {
    private var line: [UInt8] = []
    private var pending = false

    /// Takes the scalar at `at` of valid UTF-8 and returns its length.
    mutating func take(_ bytes: UnsafeBufferPointer<UInt8>, at: Int) -> Int {
        let byte = bytes[at]
        if byte <= 0x20 || byte == 0x7F {
            pending = !line.isEmpty
            return 1
        }
        guard byte >= 0x80, let (scalar, length) = ScalarDecoder.decode(bytes, at: at) else {
            put(byte)
            return 1
        }
        switch scalar {
        // The blanks beyond ASCII, with the zero-width space and the byte order mark.
        case 0x85, 0xA0, 0x1680, 0x2000...0x200B, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000, 0xFEFF:
            pending = !line.isEmpty
        default:
            put(byte)
            for i in 1..<length { line.append(bytes[at + i]) }
        }
        return length
    }

    private mutating func put(_ byte: UInt8) {
        if pending { line.append(0x20) }
        pending = false
        line.append(byte)
    }

    mutating func finishLine() -> String {
        defer {
            line.removeAll(keepingCapacity: true)
            pending = false
        }
        return String(decoding: line, as: UTF8.self)
    }
}
