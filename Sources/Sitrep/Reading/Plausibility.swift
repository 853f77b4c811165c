/// How much a text reads like one, by the make of its words: tells the right one among several decodings.
enum Plausibility {
    private enum Kind { case none, asciiLower, asciiUpper, latin, latinUpper, lower, upper, other, sign }

    /// 0 (no word with a letter beyond ASCII reads well) to 1 (all do).
    ///
    /// A letter beyond ASCII reads well when its neighbours in the word are of the same script (accented Latin letters
    /// stand alone among ASCII letters), no capital follows a small letter, and no sign stands inside the word. KOI8 and
    /// Windows-1251 swap small letters and capitals, so the case tells them apart.
    static func score(_ text: String) -> Double {
        var good = 0.0
        var all = 0.0
        var previous = Kind.none
        for scalar in text.unicodeScalars {
            let kind = kind(scalar)
            switch kind {
            case .none, .asciiLower, .asciiUpper: break
            case .sign:
                all += 1
                good += previous == .none ? 0.8 : 0
            case .lower, .upper:
                all += 1
                let joins = previous == .none || previous == .lower || previous == .upper
                if joins, !(kind == .upper && previous == .lower) {
                    // Running text is in small letters.
                    good += isRare(scalar) ? 0.5 : kind == .lower ? 1 : 0.8
                }
            case .latin, .latinUpper:
                all += 1
                let follows = previous == .asciiLower || previous == .asciiUpper || previous == .none
                if follows, !(kind == .latinUpper && previous == .asciiLower) { good += isRare(scalar) ? 0.5 : 0.9 }
            case .other:
                all += 1
                good += 0.7
            }
            previous = kind == .sign ? .none : kind
        }
        return all == 0 ? 0 : good / all
    }

    /// Letters that reports of this war hardly ever have, but wrong decodings do.
    private static func isRare(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x402, 0x403, 0x405, 0x408...0x40C, 0x40F, 0x452, 0x453, 0x455, 0x458...0x45C, 0x45F: true
        case 0xD0, 0xDE, 0xF0, 0xFE, 0xAA, 0xBA, 0xB5, 0xFF: true
        default: false
        }
    }

    private static func kind(_ scalar: Unicode.Scalar) -> Kind {
        switch scalar.value {
        case 0x61...0x7A: return .asciiLower
        case 0x41...0x5A: return .asciiUpper
        case 0..<0x80: return .none
        // Quotation marks, dashes, the no-break space and № are at home in every text.
        case 0xA0, 0xAB, 0xBB, 0x2010...0x2026, 0x2116, 0x20AC, 0xA7, 0xB0: return .none
        case 0xAA, 0xB5, 0xBA, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x24F:
            return scalar.properties.isUppercase ? .latinUpper : .latin
        case 0x400...0x52F: return scalar.properties.isUppercase ? .upper : .lower
        default:
            switch scalar.properties.generalCategory {
            case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .otherLetter, .nonspacingMark, .spacingMark:
                return .other
            default: return .sign
            }
        }
    }
}
