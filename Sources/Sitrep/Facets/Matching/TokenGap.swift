/// What stands between two tokens that follow each other, and whether one spelling may reach across it.
enum TokenGap {
    /// More bytes than this between two words are no gap inside a name.
    private static let longest = 12

    /// Whether the words before and after may belong to one spelling.
    ///
    /// Spaces and one line break may stand between, one hyphen, full stop, slash or apostrophe, and quotation marks; not
    /// a comma, a bracket, an empty line or the end of a sentence. A full stop with a space ends a sentence except after
    /// a word of three letters or less (`U. S.`, `St. Petersburg`, `Lt. Gen.`). A letter with a number after it
    /// (`X-101`) is a name only when written joined, with a hyphen, or with a space; with a space the letter must be a
    /// capital that begins no sentence, so that "a 10" is no A-10.
    static func allowsName(_ before: Token, _ after: Token, in bytes: UnsafeRawBufferPointer) -> Bool {
        let flags = after.flags
        if flags.contains(.joined) || flags.contains(.hyphenated) { return true }
        if flags.contains(.number), before.foldedEnd - before.foldedStart <= 2, isOneLetter(before, in: bytes) {
            return flags.contains(.spaced) && before.flags.contains(.capitalised)
                && !before.flags.contains(.sentenceStart)
        }
        if flags.contains(.spaced) { return after.start - before.end <= longest }
        if flags.contains(.dotted) { return true }
        return scan(before, after, in: bytes)
    }

    private static func isOneLetter(_ token: Token, in bytes: UnsafeRawBufferPointer) -> Bool {
        !token.flags.contains(.number) && token.end <= bytes.count
            && bytes[token.start..<token.end].reduce(0) { $0 + ($1 & 0xC0 != 0x80 ? 1 : 0) } == 1
    }

    private static func scan(_ before: Token, _ after: Token, in bytes: UnsafeRawBufferPointer) -> Bool {
        guard after.start <= bytes.count, before.end <= after.start else { return false }
        var at = before.end
        if before.flags.contains(.possessive) { at = possessiveEnd(at, in: bytes) }
        guard after.start - at <= longest else { return false }
        var newlines = 0
        var marks = 0
        while at < after.start {
            let (scalar, length) = ScalarDecoder.decode(bytes.bindMemory(to: UInt8.self), at: at) ?? (0xFFFD, 1)
            switch scalar {
            case 0x20, 0x09, 0xA0, 0x202F, 0x2009, 0x0D: break
            case 0x0A:
                newlines += 1
                if newlines > 1 { return false }
            case 0x2D, 0x2010...0x2015, 0x2212, 0x2F, 0x27, 0x2018, 0x2019, 0x02BC: marks += 1
            case 0x2E:
                marks += 1
                if after.flags.contains(.sentenceStart), !isAbbreviation(before) { return false }
            case 0x22, 0xAB, 0xBB, 0x201C...0x201F: break
            case 0xAD, 0x200B...0x200F, 0xFEFF: break
            default: return false
            }
            at += length
        }
        return marks <= 1
    }

    private static func isAbbreviation(_ token: Token) -> Bool {
        token.foldedEnd - token.foldedStart <= 3 && token.flags.contains(.capitalised)
    }

    /// Where an apostrophe and the letter s after `at` end.
    private static func possessiveEnd(_ at: Int, in bytes: UnsafeRawBufferPointer) -> Int {
        guard let (_, length) = ScalarDecoder.decode(bytes.bindMemory(to: UInt8.self), at: at) else { return at }
        return at + length + 1
    }

    /// Whether exactly a comma and blanks stand between two tokens.
    static func isComma(_ before: Token, _ after: Token, in bytes: UnsafeRawBufferPointer) -> Bool {
        guard after.start <= bytes.count, before.end < after.start, after.start - before.end <= longest,
            bytes[before.end] == UInt8(ascii: ",")
        else { return false }
        return bytes[(before.end + 1)..<after.start].allSatisfy { $0 == 0x20 || $0 == 0x09 }
    }

    /// Whether a spelling may begin at `token`: not in the middle of letters and digits written as one word, so that no
    /// S-3 is found in 2S3, nor after a number and a full stop (`1.155 mm`).
    static func allowsStart(_ token: Token, after before: Token?, in bytes: UnsafeRawBufferPointer) -> Bool {
        guard let before else { return true }
        if token.flags.contains(.joined) { return !isLetterDigitBorder(before, token, in: bytes) }
        return !(token.flags.contains(.dotted) && token.flags.contains(.number) && before.flags.contains(.number))
    }

    /// Whether a spelling may end at `token`: digits joined to a word belong to it, while letters after a number
    /// (`S-300PMU`) make a variant of the same thing.
    static func allowsEnd(_ token: Token, before after: Token?, in bytes: UnsafeRawBufferPointer) -> Bool {
        guard let after, after.flags.contains(.joined), after.flags.contains(.number) else { return true }
        return !isLetterDigitBorder(token, after, in: bytes)
    }

    /// Whether letters and digits meet there in a script that parts words by spaces; beside a Chinese or Japanese
    /// character a new word may begin anywhere.
    private static func isLetterDigitBorder(_ a: Token, _ b: Token, in bytes: UnsafeRawBufferPointer) -> Bool {
        guard a.flags.contains(.number) != b.flags.contains(.number) else { return false }
        let letters = a.flags.contains(.number) ? b.start : a.start
        return letters < bytes.count && bytes[letters] < 0xE3
    }
}
