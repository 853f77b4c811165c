/// Decodes UTF-8 a scalar at a time.
enum ScalarDecoder {
    /// The scalar that begins at `at` and its length in bytes; `nil` at the end and where the bytes are no UTF-8.
    static func decode(_ input: UnsafeBufferPointer<UInt8>, at: Int) -> (scalar: UInt32, length: Int)? {
        guard at < input.count else { return nil }
        let first = UInt32(input[at])
        if first < 0x80 { return (first, 1) }
        let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
        guard first >= 0xC2, first <= 0xF4, at + length <= input.count else { return nil }
        var scalar = first & (0x7F >> UInt32(length))
        for i in 1..<length {
            let byte = UInt32(input[at + i])
            guard byte & 0xC0 == 0x80 else { return nil }
            scalar = scalar << 6 | (byte & 0x3F)
        }
        // Overlong forms, surrogates and what lies beyond Unicode are no text.
        if length == 3 && (scalar < 0x800 || (0xD800...0xDFFF).contains(scalar)) { return nil }
        if length == 4 && (scalar < 0x1_0000 || scalar > 0x10_FFFF) { return nil }
        return (scalar, length)
    }
}

/// What a scalar is to the tokenizer.
enum ScalarClass: Equatable {
    case letter(capital: Bool)
    case digit
    case mark
    case ideograph
    case apostrophe
    /// Leaves no trace inside a word: soft hyphen, zero-width characters, direction marks.
    case ignorable
    case separator

    /// The class of a scalar, by its Unicode general category.
    static func of(_ scalar: UInt32) -> ScalarClass {
        switch scalar {
        case 0x61...0x7A: return .letter(capital: false)
        case 0x41...0x5A: return .letter(capital: true)
        case 0x30...0x39: return .digit
        case 0x27, 0x2018, 0x2019, 0x02BC, 0x02B9, 0xFF07: return .apostrophe
        case 0..<0xAA: return .separator
        case 0x400...0x42F: return .letter(capital: true)
        case 0x430...0x45F: return .letter(capital: false)
        case 0x300...0x36F: return .mark
        case 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0x2066...0x2069, 0xFEFF: return .ignorable
        case 0x2000...0x2BFF where scalar != 0x2071 && scalar != 0x207F && !(0x2090...0x209C).contains(scalar):
            return .separator
        case 0x3040...0x30FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x2_0000...0x3_FFFF: return .ideograph
        default: break
        }
        guard let unicode = Unicode.Scalar(scalar) else { return .separator }
        switch unicode.properties.generalCategory {
        case .uppercaseLetter, .titlecaseLetter: return .letter(capital: true)
        case .lowercaseLetter, .modifierLetter, .otherLetter: return .letter(capital: false)
        case .decimalNumber, .letterNumber: return .digit
        case .nonspacingMark, .spacingMark, .enclosingMark: return .mark
        default: return .separator
        }
    }
}

/// The folded form of letters, digits and marks.
enum ScalarFolding {
    /// Appends the folded form of a letter or digit.
    static func append(_ scalar: UInt32, to bytes: inout FoldedBytes) {
        if (0x430...0x45F).contains(scalar), scalar != 0x451 {
            utf8(scalar, to: &bytes)
        } else if let latin = LatinFolding.folded(scalar) {
            bytes.append(contentsOf: latin)
        } else if scalar == 0x401 || scalar == 0x451 {
            utf8(0x435, to: &bytes)
        } else if (0x410...0x42F).contains(scalar) {
            utf8(scalar + 0x20, to: &bytes)
        } else if (0x400...0x40F).contains(scalar) {
            utf8(scalar + 0x50, to: &bytes)
        } else if let unicode = Unicode.Scalar(scalar) {
            if unicode.properties.generalCategory == .decimalNumber, let value = unicode.properties.numericType,
                value == .decimal, let digit = unicode.properties.numericValue
            {
                bytes.append(UInt8(ascii: "0") + UInt8(digit))
            } else {
                bytes.append(contentsOf: unicode.properties.lowercaseMapping.utf8)
            }
        }
    }

    /// Takes a combining mark into the word that ends `bytes`.
    ///
    /// A breve or diaeresis makes one letter with the Cyrillic letter before it (й, ї, ў); other accents over Latin,
    /// Greek, Cyrillic, Hebrew and Arabic letters go, as they do in composed letters; marks of other scripts stay,
    /// because their vowels are marks.
    static func appendMark(_ scalar: UInt32, to bytes: inout FoldedBytes, from wordStart: Int) {
        switch scalar {
        case 0x306 where replaceLast(0x438, with: 0x439, in: &bytes, from: wordStart): return
        case 0x306 where replaceLast(0x443, with: 0x45E, in: &bytes, from: wordStart): return
        case 0x308 where replaceLast(0x456, with: 0x457, in: &bytes, from: wordStart): return
        case 0x300...0x36F, 0x483...0x489, 0x591...0x5C7, 0x610...0x61A, 0x64B...0x65F, 0x670, 0x6D6...0x6ED: return
        case 0x1AB0...0x1AFF, 0x1DC0...0x1DFF, 0x20D0...0x20FF, 0xFE00...0xFE0F, 0xFE20...0xFE2F: return
        default: utf8(scalar, to: &bytes)
        }
    }

    /// Replaces the two-byte scalar `old` at the end of the word by `new`, and says whether it stood there.
    private static func replaceLast(_ old: UInt32, with new: UInt32, in bytes: inout FoldedBytes, from wordStart: Int)
        -> Bool
    {
        guard bytes.count - wordStart >= 2 else { return false }
        let tail = UInt32(bytes[bytes.count - 2] & 0x1F) << 6 | UInt32(bytes[bytes.count - 1] & 0x3F)
        guard bytes[bytes.count - 2] >= 0xC0, tail == old else { return false }
        bytes.removeLast(2)
        utf8(new, to: &bytes)
        return true
    }

    private static func utf8(_ scalar: UInt32, to bytes: inout FoldedBytes) {
        if (0x80..<0x800).contains(scalar) {
            bytes.append(UInt8(truncatingIfNeeded: 0xC0 | scalar >> 6))
            bytes.append(UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F))
            return
        }
        if let unicode = Unicode.Scalar(scalar), let encoded = UTF8.encode(unicode) {
            bytes.append(contentsOf: encoded)
        }
    }
}
