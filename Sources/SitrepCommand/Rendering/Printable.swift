/// Makes text from reports, queries and file names safe to show.
enum Printable {
    /// One line: control characters, line breaks and characters that turn the direction of writing become a blank.
    ///
    /// A report must not be able to move the cursor, change colours or make a name read backwards.
    static func line(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: isUnsafe) else { return text }
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars { result.append(isUnsafe(scalar) ? " " : scalar) }
        return String(result)
    }

    /// Several lines: as ``line(_:)``, but line breaks stay.
    static func text(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { line(String($0)) }.joined(separator: "\n")
    }

    private static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069, 0x2028, 0x2029: true
        default: false
        }
    }
}
