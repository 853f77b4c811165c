import Sitrep

/// Makes text from reports, queries and file names safe to show.
enum Printable {
    /// `1 report`, `12500 stories`: a number of things, as counts stand in a line for a person.
    static func count(_ number: Int, _ noun: String) -> String { "\(number) \(NumberText.noun(noun, for: number))" }

    /// One line: control characters, line breaks and characters that turn the direction of writing become a blank.
    ///
    /// A report must not be able to move the cursor, change colours or make a name read backwards.
    static func line(_ text: String) -> String {
        cleaned(text, keepsLineBreaks: false)
    }

    /// Several lines: as ``line(_:)``, but line breaks stay.
    static func text(_ text: String) -> String {
        cleaned(text, keepsLineBreaks: true)
    }

    /// Several lines as ``text(_:)``, or one as ``line(_:)``, in which each byte stays where it is: as many blanks as the
    /// character has bytes.
    static func inPlace(_ text: String, keepsLineBreaks: Bool) -> String {
        cleaned(text, keepsLineBreaks: keepsLineBreaks, keepsPlaces: true)
    }

    private static func cleaned(_ text: String, keepsLineBreaks: Bool, keepsPlaces: Bool = false) -> String {
        // Nearly every text is safe, and one look at its bytes tells.
        guard mayBeUnsafe(text, keepsLineBreaks: keepsLineBreaks) else { return text }
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            let stays = !isUnsafe(scalar) || (keepsLineBreaks && scalar == "\n")
            let blanks = keepsPlaces ? UTF8.width(scalar) : 1
            if stays { result.append(scalar) } else { result.append(contentsOf: repeatElement(" ", count: blanks)) }
        }
        return String(result)
    }

    /// Whether ``isUnsafe(_:)`` has to be asked of each scalar of a text.
    static func mayBeUnsafe(_ text: String, keepsLineBreaks: Bool) -> Bool {
        var text = text
        return text.withUTF8 { mayBeUnsafe($0, keepsLineBreaks: keepsLineBreaks) }
    }

    /// Whether a control character is among the bytes, or a byte that may begin one beyond ASCII.
    private static func mayBeUnsafe(_ bytes: UnsafeBufferPointer<UInt8>, keepsLineBreaks: Bool) -> Bool {
        for (index, byte) in bytes.enumerated() where byte < 0x20 || byte == 0x7F || byte == 0xC2 || byte == 0xE2 {
            if byte == UInt8(ascii: "\n"), keepsLineBreaks { continue }
            let next = index + 1 < bytes.count ? bytes[index + 1] : 0
            if byte == 0xC2 {
                // U+0080…U+009F
                if next < 0xA0 { return true }
            } else if byte == 0xE2 {
                // U+2028…U+202E and U+2066…U+2069 lie among quotation marks and dashes.
                let last = index + 2 < bytes.count ? bytes[index + 2] : 0
                if (next == 0x80 && last >= 0xA8 && last <= 0xAE) || (next == 0x81 && last >= 0xA6) { return true }
            } else {
                return true
            }
        }
        return false
    }

    /// Whether a scalar acts on a terminal instead of being shown, breaks a line, or turns the direction of writing.
    static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069, 0x2028, 0x2029: true
        default: false
        }
    }
}
