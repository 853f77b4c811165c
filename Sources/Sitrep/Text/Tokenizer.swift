/// Cuts text of any script into tokens with a folded form; the one tokenizer of indexing, facets, queries and snippets.
///
/// - Letters and digits make words; letters beside digits are two tokens (`Kh101` is `kh`, `101`), marked as joined.
/// - Case is folded, accents on Latin letters go (`Noël` is `noel`), `ё` is `е`, while `й` and `ї` stay letters of their
///   own even when they come as a letter and a combining mark. Stress marks, soft hyphens and zero-width characters
///   inside a word go.
/// - An apostrophe between letters goes (`Кам’янське` is `камянське`), an English possessive ’s is left out.
/// - Chinese and Japanese characters are a token each, as no spaces part words there.
/// - Whatever is no letter, digit or mark separates, NUL and invalid UTF-8 included.
///
/// One pass, linear in the length of the text.
public enum Tokenizer {
    /// The tokens of `text`; offsets count UTF-8 bytes.
    public static func tokenize(_ text: String) -> TokenizedText {
        var text = text
        return text.withUTF8 { tokenize($0) }
    }

    /// The tokens of UTF-8 `bytes`.
    public static func tokenize(_ bytes: UnsafeBufferPointer<UInt8>) -> TokenizedText {
        var scanner = TokenScanner(input: bytes)
        return scanner.run()
    }
}

/// The state of one pass over a text.
private struct TokenScanner: ~Copyable {
    let input: UnsafeBufferPointer<UInt8>
    private var tokens: [Token] = []
    private var folded: FoldedBytes

    /// Where the `s` of the last possessive ends; that letter is passed over.
    private var possessiveEnd = 0
    /// The open token, whose folded form ends with the bytes; it means nothing between tokens.
    private var current = Token(start: 0, end: 0, foldedStart: 0, foldedEnd: 0, flags: [])
    private var isOpen = false
    private var capitals = 0
    private var letters = 0
    /// What stood since the last token.
    private var gap = Gap()

    init(input: UnsafeBufferPointer<UInt8>) {
        self.input = input
        tokens.reserveCapacity(input.count / 6)
        folded = FoldedBytes(capacity: input.count)
    }

    /// What separates two tokens.
    private struct Gap {
        var scalars = 0
        var blanks = 0
        var hyphens = 0
        var dots = 0
        var newline = true
        var sentenceEnd = true
    }

    /// The tokens of the input; to be called once.
    mutating func run() -> TokenizedText {
        var at = 0
        while at < input.count {
            let byte = input[at]
            if at < possessiveEnd {
                at = possessiveEnd
            } else if Self.isLetter(byte) {
                at = word(from: at)
            } else if byte == 0x20 {
                // The commonest separator by far.
                close()
                gap.scalars += 1
                gap.blanks += 1
                at += 1
            } else if byte < 0x80 {
                ascii(byte, at: at)
                at += 1
            } else if let (scalar, length) = ScalarDecoder.decode(input, at: at) {
                other(scalar, at: at, length: length)
                at += length
            } else {
                separator(0xFFFD)
                at += 1
            }
        }
        close()
        return TokenizedText(tokens: tokens, bytes: folded.array)
    }

    @inline(__always)
    private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- UInt8(ascii: "a") < 26 }

    /// Takes the ASCII letters from `start` on, and says where they end.
    @inline(__always)
    private mutating func word(from start: Int) -> Int {
        var end = start
        var capitals = 0
        while end < input.count, Self.isLetter(input[end]) {
            if input[end] & 0x20 == 0 { capitals += 1 }
            end += 1
        }
        begin(at: start, flags: input[start] & 0x20 == 0 ? .capitalised : [])
        letters += end - start
        self.capitals += capitals
        current.end = end
        folded.append(letters: UnsafeBufferPointer(rebasing: input[start..<end]))
        return end
    }

    private mutating func ascii(_ byte: UInt8, at: Int) {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"):
            digit(at: at, length: 1)
            folded.append(byte)
        case UInt8(ascii: "'"):
            if !apostrophe(at: at, length: 1) { separator(UInt32(byte)) }
        default:
            separator(UInt32(byte))
        }
    }

    private mutating func other(_ scalar: UInt32, at: Int, length: Int) {
        switch ScalarClass.of(scalar) {
        case .letter(let capital):
            letter(at: at, length: length, capital: capital)
            ScalarFolding.append(scalar, to: &folded)
        case .ideograph:
            close()
            letter(at: at, length: length, capital: false)
            ScalarFolding.append(scalar, to: &folded)
            close()
        case .digit:
            digit(at: at, length: length)
            ScalarFolding.append(scalar, to: &folded)
        case .mark:
            // A mark without a letter before it is no word.
            guard isOpen else { return separator(scalar) }
            ScalarFolding.appendMark(scalar, to: &folded, from: current.foldedStart)
            current.end = at + length
        case .ignorable:
            if !isOpen { separator(scalar) }
        case .apostrophe:
            if !apostrophe(at: at, length: length) { separator(scalar) }
        case .separator:
            separator(scalar)
        }
    }

    /// Opens a word of letters, unless one is open.
    @inline(__always)
    private mutating func begin(at: Int, flags: Token.Flags) {
        if isOpen, current.flags.contains(.number) { close() }
        if !isOpen { open(at: at, flags: flags) }
    }

    private mutating func letter(at: Int, length: Int, capital: Bool) {
        begin(at: at, flags: capital ? .capitalised : [])
        letters += 1
        if capital { capitals += 1 }
        current.end = at + length
    }

    private mutating func digit(at: Int, length: Int) {
        if isOpen, !current.flags.contains(.number) { close() }
        if !isOpen { open(at: at, flags: .number) }
        current.end = at + length
    }

    private mutating func open(at: Int, flags: Token.Flags) {
        var flags = flags
        if gap.newline { flags.insert(.lineStart) }
        // A full stop inside "U.S." or "3.5" ends no sentence: something must stand between it and the next word.
        if gap.newline || (gap.sentenceEnd && gap.scalars > 1) { flags.insert(.sentenceStart) }
        if !tokens.isEmpty {
            if gap.scalars == 0 { flags.insert(.joined) }
            if gap.scalars == 1 && gap.hyphens == 1 { flags.insert(.hyphenated) }
            if gap.scalars == 1 && gap.dots == 1 { flags.insert(.dotted) }
            if gap.scalars > 0 && gap.blanks == gap.scalars { flags.insert(.spaced) }
        }
        current = Token(start: at, end: at, foldedStart: folded.count, foldedEnd: folded.count, flags: flags)
        isOpen = true
        capitals = 0
        letters = 0
        gap = Gap(newline: false, sentenceEnd: false)
    }

    @inline(__always)
    private mutating func close() {
        guard isOpen else { return }
        isOpen = false
        if letters >= 2 && capitals == letters { current.flags.insert(.allCapitals) }
        current.foldedEnd = folded.count
        // Marks alone leave nothing behind.
        if current.foldedEnd > current.foldedStart { tokens.append(current) }
        gap = Gap(newline: false, sentenceEnd: false)
    }

    /// Takes an apostrophe at `at` where it belongs to a word, and says whether it did.
    private mutating func apostrophe(at: Int, length: Int) -> Bool {
        guard isOpen, !current.flags.contains(.number) else { return false }
        guard let (next, nextLength) = ScalarDecoder.decode(input, at: at + length),
            case .letter = ScalarClass.of(next)
        else { return false }
        let after = at + length + nextLength
        let isS = next == 0x73 || next == 0x53
        guard isS, !wordGoesOn(at: after) else { return true }
        // A possessive: the token ends before it, and the s is no token.
        current.flags.insert(.possessive)
        possessiveEnd = after
        return false
    }

    private func wordGoesOn(at: Int) -> Bool {
        guard let (scalar, _) = ScalarDecoder.decode(input, at: at) else { return false }
        switch ScalarClass.of(scalar) {
        case .letter, .digit, .mark: return true
        default: return false
        }
    }

    private mutating func separator(_ scalar: UInt32) {
        close()
        gap.scalars += 1
        switch scalar {
        case 0x20, 0x09, 0xA0, 0x202F, 0x2009: gap.blanks += 1
        case 0x0A, 0x0D, 0x2028, 0x2029, 0x0B, 0x0C: gap.newline = true
        case 0x2D, 0x2010...0x2015, 0x2212: gap.hyphens += 1
        case 0x2E:
            gap.dots += 1
            gap.sentenceEnd = true
        case 0x21, 0x3F, 0x2026: gap.sentenceEnd = true
        default: break
        }
    }
}
