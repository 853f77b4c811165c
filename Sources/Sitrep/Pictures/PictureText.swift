/// Text of a picture: what may stand in it, which way it runs and how wide it is.
enum PictureText {
    /// One line that any reader of XML takes and that cannot turn the order of what stands beside it: control
    /// characters, line breaks, embeddings and overrides become a blank; isolates stay.
    static func line(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars { result.append(isShown(scalar) ? scalar : " ") }
        return String(result)
    }

    private static func isShown(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x20, 0x7F..<0xA0, 0x2028...0x202E, 0xFFFE...0xFFFF: false
        // The last two of each plane are no characters.
        default: scalar.value & 0xFFFE != 0xFFFE
        }
    }

    /// A text from outside within a sentence of ours: kept apart where it runs from right to left (Unicode Standard
    /// Annex #9, U+2068 and U+2069), and without isolates of its own.
    static func isolated(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in line(text).unicodeScalars where !(0x2066...0x2069).contains(scalar.value) {
            result.append(scalar)
        }
        let plain = String(result)
        return plain.unicodeScalars.contains(where: isRightToLeft) ? "\u{2068}" + plain + "\u{2069}" : plain
    }

    /// Whether a text begins with writing from right to left: its first letter decides.
    static func runsRightToLeft(_ text: String) -> Bool {
        let first = text.unicodeScalars.first { $0.properties.isAlphabetic || isRightToLeft($0) }
        return first.map(isRightToLeft) ?? false
    }

    /// The blocks of Hebrew, Arabic, Syriac and their like, and their forms for display.
    private static func isRightToLeft(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x590...0x8FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFE, 0x1_0800...0x1_0FFF, 0x1_E800...0x1_EFFF: true
        default: false
        }
    }

    /// For XML, between tags or in an attribute in double quotes.
    static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// About how wide a text is, in pixels; rather too wide than too narrow, for nobody knows which font there is.
    static func width(_ text: String, size: Double, isBold: Bool = false) -> Double {
        let em = text.unicodeScalars.reduce(0.0) { $0 + width(of: $1) }
        return em * size * (isBold ? 1.12 : 1)
    }

    /// The part of the text's size that a character is wide, about as in DejaVu Sans, the widest of the usual fonts.
    private static func width(of scalar: Unicode.Scalar) -> Double {
        switch scalar {
        case "i", "j", "l", "I", " ", ".", ",", ":", ";", "'", "|", "·": return 0.33
        case "f", "r", "t", "(", ")", "[", "]", "-", "/": return 0.41
        case "m", "w", "M", "W", "@", "%", "—", "…": return 0.98
        case "a"..."z", "0"..."9": return 0.63
        case "A"..."Z": return 0.71
        default: break
        }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format, .control: return 0
        default: break
        }
        let value = scalar.value
        if value >= 0x1100, (0x1100...0x115F).contains(value) || (0x2E80...0xD7A3).contains(value) { return 1 }
        if (0xF900...0xFAFF).contains(value) || (0xFE30...0xFF60).contains(value) || value >= 0x1_F000 { return 1.1 }
        return scalar.properties.isUppercase ? 0.78 : 0.66
    }

    /// A text cut with `…` where it is wider than this.
    static func cut(_ text: String, width limit: Double, size: Double, isBold: Bool = false) -> String {
        guard width(text, size: size, isBold: isBold) > limit else { return text }
        var rest = limit - width("…", size: size, isBold: isBold)
        var result = ""
        for character in text {
            rest -= width(String(character), size: size, isBold: isBold)
            guard rest >= 0 else { break }
            result.append(character)
        }
        while result.last?.isWhitespace == true { result.removeLast() }
        return result + "…" + (isOpen(result) ? "\u{2069}" : "")
    }

    /// A text in lines, broken at blanks; what does not fit into the last ends in `…`.
    static func wrapped(
        _ text: String,
        width limit: Double,
        size: Double,
        isBold: Bool = false,
        most: Int
    ) -> [String] {
        var lines: [String] = []
        var words = text.split(separator: " ")[...]
        while let first = words.first {
            if lines.count == most - 1 {
                lines.append(cut(words.joined(separator: " "), width: limit, size: size, isBold: isBold))
                break
            }
            var line = String(first)
            words.removeFirst()
            while let next = words.first, width(line + " " + next, size: size, isBold: isBold) <= limit {
                line += " " + next
                words.removeFirst()
            }
            if isOpen(line) {
                // Each line is a paragraph to who draws it.
                line += "\u{2069}"
                if let next = words.first { words = ["\u{2068}" + next] + words.dropFirst() }
            }
            lines.append(cut(line, width: limit, size: size, isBold: isBold))
        }
        return lines
    }

    private static func isOpen(_ text: String) -> Bool {
        let depth = text.unicodeScalars.reduce(0) { $0 + ($1 == "\u{2068}" ? 1 : $1 == "\u{2069}" ? -1 : 0) }
        return depth > 0
    }
}
