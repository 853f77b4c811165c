/// How many columns of a terminal a text takes.
///
/// The C library's `wcwidth` answers by the locale, knows no character beyond ASCII in the plain one, and is as old as
/// the system. So the columns are told by what Swift knows of each scalar (its category, and whether it is shown as an
/// emoji) and a table of what is wide beside emoji: `W` and `F` of Unicode's `EastAsianWidth.txt`.
enum DisplayWidth {
    /// The columns of a text; escape sequences (colours and hyperlinks) take none.
    static func columns(_ text: some StringProtocol) -> Int {
        var count = 0
        for byte in text.utf8 {
            guard byte >= 0x20, byte < 0x7F else { return slowly(text) }
            count += 1
        }
        return count
    }

    /// The columns of the widest of some texts, but for such as take more than `limit`, which others do not line up with.
    static func widest(of texts: [String], upTo limit: Int) -> Int {
        texts.map { columns($0) }.filter { $0 <= limit }.max() ?? 0
    }

    private static func slowly(_ text: some StringProtocol) -> Int {
        var visible = String.UnicodeScalarView()
        visible.append(contentsOf: EscapeSequences.removed(from: text.unicodeScalars))
        return String(visible).reduce(0) { $0 + columns($1) }
    }

    /// The columns of what a reader sees as one character: an emoji of several scalars takes two.
    static func columns(_ character: Character) -> Int {
        if character.isASCII { return character.unicodeScalars.reduce(0) { $0 + columns($1) } }
        let scalars = character.unicodeScalars
        if let first = scalars.first, first.properties.isEmojiPresentation { return 2 }
        // Followed by variation selector 16, a sign is shown as an emoji.
        if scalars.count > 1, scalars.contains("\u{FE0F}"), scalars.first?.properties.isEmoji == true { return 2 }
        return scalars.reduce(0) { $0 + columns($1) }
    }

    /// Whether a character takes two columns.
    static func isWide(_ character: Character) -> Bool { !character.isASCII && columns(character) == 2 }

    private static func columns(_ scalar: Unicode.Scalar) -> Int {
        let value = scalar.value
        if value < 0x300 { return value < 0x20 || (0x7F..<0xA0).contains(value) ? 0 : 1 }
        // The vowels and final consonants of a Hangul syllable stand in the columns of its first letter.
        if (0x1160...0x11FF).contains(value) || (0xD7B0...0xD7FF).contains(value) { return 0 }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .control, .lineSeparator, .paragraphSeparator: return 0
        case .format: return visibleFormats.contains { $0.contains(value) } ? 1 : 0
        default: return isWide(value) || scalar.properties.isEmojiPresentation ? 2 : 1
        }
    }

    /// Format characters that are seen: signs that stand below or before Arabic and Syriac numbers and names.
    private static let visibleFormats: [ClosedRange<UInt32>] = [
        0x600...0x605, 0x6DD...0x6DD, 0x70F...0x70F, 0x890...0x891, 0x8E2...0x8E2, 0x1_10BD...0x1_10BD,
        0x1_10CD...0x1_10CD,
    ]

    private static func isWide(_ value: UInt32) -> Bool {
        guard value >= 0x1100 else { return false }
        var (low, high) = (0, wide.count)
        while low < high {
            let middle = (low + high) / 2
            if wide[middle].upperBound < value { low = middle + 1 } else { high = middle }
        }
        return low < wide.count && wide[low].contains(value)
    }

    /// What takes two columns and is no emoji, ascending; characters that are not assigned within it may be in.
    private static let wide: [ClosedRange<UInt32>] = [
        0x1100...0x115F, 0x2329...0x232A, 0x2630...0x2637, 0x268A...0x268F, 0x2E80...0x303E, 0x3041...0x3247,
        0x3250...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F,
        0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x1_6FE0...0x1_8DFF, 0x1_AFF0...0x1_B2FF, 0x1_D300...0x1_D376,
        0x1_F200...0x1_F265, 0x2_0000...0x2_FFFD, 0x3_0000...0x3_FFFD,
    ]
}

/// The escape sequences that this program writes.
enum EscapeSequences {
    static let escape: Unicode.Scalar = "\u{1B}"

    /// Where in a sequence a scalar stands.
    private enum State { case text, escape, control, command, commandEscape }

    /// The scalars without escape sequences: those of ECMA-48 that begin with `ESC [`, up to their final byte, and
    /// those that begin with `ESC ]`, up to their end, `ESC \`.
    static func removed(from scalars: some Sequence<Unicode.Scalar>) -> [Unicode.Scalar] {
        var state = State.text
        var result: [Unicode.Scalar] = []
        for scalar in scalars {
            switch (state, scalar) {
            case (.text, escape): state = .escape
            case (.text, _): result.append(scalar)
            case (.escape, "["): state = .control
            case (.escape, "]"): state = .command
            case (.escape, _): state = .text
            case (.control, "@"..."~"): state = .text
            case (.command, escape): state = .commandEscape
            case (.commandEscape, "\\"): state = .text
            case (.commandEscape, _): state = .command
            case (.control, _), (.command, _): break
            }
        }
        return result
    }
}
