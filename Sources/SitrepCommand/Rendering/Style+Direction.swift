extension Style {
    /// A text that cannot turn the order of what stands beside it: writing from right to left stands between U+2068 and
    /// U+2069 (Unicode Standard Annex #9), where the output is a terminal.
    ///
    /// - Parameter text: made safe to show, so that the two are not in it.
    func isolated(_ text: String) -> String {
        guard isIsolating, Self.hasRightToLeft(text) else { return text }
        return Self.firstStrongIsolate + text + Self.popIsolate
    }

    static let firstStrongIsolate = "\u{2068}"
    static let popIsolate = "\u{2069}"

    /// Whether anything in a text is written from right to left, or says that it is.
    static func hasRightToLeft(_ text: String) -> Bool {
        // The first byte of the first such scalar, U+0590, is above those of Latin, Greek and Cyrillic.
        guard text.utf8.contains(where: { $0 >= 0xD6 }) else { return false }
        return text.unicodeScalars.contains { scalar in rightToLeft.contains { $0.contains(scalar.value) } }
    }

    /// The blocks of Hebrew, Arabic, Syriac and their like, their forms for display, and the mark U+200F.
    private static let rightToLeft: [ClosedRange<UInt32>] = [
        0x590...0x8FF, 0x200F...0x200F, 0xFB1D...0xFDFF, 0xFE70...0xFEFE, 0x1_0800...0x1_0FFF, 0x1_E800...0x1_EFFF,
    ]
}
