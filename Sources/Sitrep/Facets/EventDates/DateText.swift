/// A text cut into tokens, with what each has to do with dates, and what stands between them.
struct DateText {
    let tokens: UnsafeBufferPointer<Token>
    let folded: UnsafeRawBufferPointer
    let bytes: UnsafeRawBufferPointer
    private let words: [DateWord]

    /// What may stand between two tokens of one date.
    struct Gap: OptionSet {
        let rawValue: UInt8
        static let blank = Gap(rawValue: 1)
        /// A comma and blanks.
        static let comma = Gap(rawValue: 2)
        /// A full stop, with or without blanks behind it.
        static let dot = Gap(rawValue: 4)
        /// A hyphen or dash, with or without blanks around it.
        static let dash = Gap(rawValue: 8)
        static let slash = Gap(rawValue: 16)
        /// An opening bracket.
        static let bracket = Gap(rawValue: 32)
        static let joined = Gap(rawValue: 64)
        /// Anything else: two line breaks, a colon, the end of a sentence.
        static let other = Gap(rawValue: 128)
    }

    init(
        tokens: UnsafeBufferPointer<Token>,
        folded: UnsafeRawBufferPointer,
        bytes: UnsafeRawBufferPointer,
        lexicon: DateLexicon
    ) {
        self.tokens = tokens
        self.folded = folded
        self.bytes = bytes
        words = Array(unsafeUninitializedCapacity: tokens.count) { buffer, count in
            for (index, token) in tokens.enumerated() {
                let length = token.foldedEnd - token.foldedStart
                let word =
                    token.flags.contains(.number)
                    ? DateWord(kind: .number, value: Self.number(folded, token.foldedStart, length))
                    : lexicon.word(folded, token.foldedStart, length)
                buffer.initializeElement(at: index, to: word)
            }
            count = tokens.count
        }
    }

    var count: Int { tokens.count }

    /// The word at `index`; `.other` outside of the text.
    func word(_ index: Int) -> DateWord { words.indices.contains(index) ? words[index] : .other }

    func kind(_ index: Int) -> DateWord.Kind { word(index).kind }

    /// Up to four digits as a number, else -1.
    private static func number(_ folded: UnsafeRawBufferPointer, _ start: Int, _ count: Int) -> Int16 {
        guard count <= 4 else { return -1 }
        var value: Int16 = 0
        for offset in start..<start + count {
            guard (0x30...0x39).contains(folded[offset]) else { return -1 }
            value = value * 10 + Int16(folded[offset] - 0x30)
        }
        return value
    }

    /// How many digits a number has; in another script each may take several bytes.
    func digits(_ index: Int) -> Int { tokens[index].foldedEnd - tokens[index].foldedStart }

    /// Whether the token has a capital, or its script's capitals say nothing.
    func isName(_ index: Int) -> Bool {
        words.indices.contains(index)
            && (words[index].isCyrillic || tokens[index].flags.contains(.capitalised))
    }

    /// What stands before a token.
    func gap(before index: Int) -> Gap {
        guard index > 0, index < tokens.count else { return .other }
        let flags = tokens[index].flags
        if flags.contains(.joined) { return .joined }
        if flags.contains(.hyphenated) { return .dash }
        if flags.contains(.dotted) { return .dot }
        if flags.contains(.spaced) { return .blank }
        return scan(tokens[index - 1], tokens[index])
    }

    private func scan(_ before: Token, _ after: Token) -> Gap {
        guard after.start <= bytes.count, after.start - before.end <= 12 else { return .other }
        var found: Gap = .blank
        var newlines = 0
        var at = before.end
        while at < after.start {
            let (scalar, length) = ScalarDecoder.decode(bytes.bindMemory(to: UInt8.self), at: at) ?? (0xFFFD, 1)
            at += length
            let sign: Gap
            switch scalar {
            case 0x20, 0x09, 0x0D, 0xA0, 0x2009, 0x202F: continue
            case 0x0A:
                newlines += 1
                if newlines > 1 { return .other }
                continue
            case 0x2C: sign = .comma
            case 0x2E: sign = .dot
            case 0x2F: sign = .slash
            case 0x28: sign = .bracket
            case 0x2D, 0x2010...0x2015, 0x2212: sign = .dash
            default: return .other
            }
            // A comma after an abbreviation's full stop is a comma.
            guard found == .blank || (found == .dot && sign == .comma) else { return .other }
            found = sign
        }
        return found
    }

    /// Whether a sentence begins with the token at `index`; the full stop of `Nov. 13` ends none.
    func beginsSentence(_ index: Int) -> Bool {
        guard index > 0, index < tokens.count, tokens[index].flags.contains(.sentenceStart) else {
            return index <= 0
        }
        let before = kind(index - 1)
        return !(tokens[index].flags.contains(.number) && (before == .shortMonth || before == .shortWeekday))
    }

    /// The byte before a token; 0 at the start.
    func byte(before index: Int) -> UInt8 {
        let start = tokens[index].start
        return start > 0 && start <= bytes.count ? bytes[start - 1] : 0
    }

    /// The two bytes behind a token; 0 behind the end.
    func bytes(behind index: Int) -> (UInt8, UInt8) {
        let end = tokens[index].end
        return (end < bytes.count ? bytes[end] : 0, end + 1 < bytes.count ? bytes[end + 1] : 0)
    }

    /// Whether a number stands for itself, being no part of a sum, a time, a version or a designator.
    func isPlainNumber(_ index: Int) -> Bool {
        guard kind(index) == .number, word(index).value >= 0 else { return false }
        switch byte(before: index) {
        case UInt8(ascii: "$"), UInt8(ascii: "#"), UInt8(ascii: "+"), UInt8(ascii: ":"), UInt8(ascii: "/"),
            UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "="), UInt8(ascii: "&"), UInt8(ascii: "%"):
            return false
        case UInt8(ascii: "."), UInt8(ascii: ","):
            if index > 0, kind(index - 1) == .number, gap(before: index) != .blank { return false }
        default: break
        }
        if index > 0, gap(before: index) == .joined { return false }
        // "1970s" and "13km"; letters of an ordinal may follow.
        if gap(before: index + 1) == .joined, ![.suffix, .yearWord].contains(kind(index + 1)) { return false }
        let (next, afterNext) = bytes(behind: index)
        switch next {
        case UInt8(ascii: "%"), UInt8(ascii: ":"), UInt8(ascii: "/"), UInt8(ascii: "_"), UInt8(ascii: "$"): return false
        case UInt8(ascii: "."), UInt8(ascii: ","): return !(0x30...0x39).contains(afterNext)
        default: return true
        }
    }
}
