/// A text cut into tokens, with what each has to do with figures, and what stands between them.
struct ClaimText {
    let tokens: UnsafeBufferPointer<Token>
    let folded: UnsafeRawBufferPointer
    let bytes: UnsafeBufferPointer<UInt8>
    private(set) var words: [ClaimWord]
    /// Whether a figure may be told of at all.
    private(set) var hasEvents = false

    /// What stands between two tokens.
    enum Gap {
        case joined, blank, hyphen, dot, comma
        /// Quotation marks and brackets.
        case mark
        /// A semicolon, colon, dash with blanks, slash.
        case stop
        /// A line ends.
        case line
    }

    init(
        tokens: UnsafeBufferPointer<Token>,
        folded: UnsafeRawBufferPointer,
        bytes: UnsafeBufferPointer<UInt8>,
        lexicon: ClaimLexicon
    ) {
        self.tokens = tokens
        self.folded = folded
        self.bytes = bytes
        var hasEvents = false
        words = Array(unsafeUninitializedCapacity: tokens.count) { buffer, count in
            for (index, token) in tokens.enumerated() {
                let word =
                    token.flags.contains(.number)
                    ? ClaimWord(role: .digits)
                    : lexicon.word(UnsafeRawBufferPointer(rebasing: folded[token.foldedStart..<token.foldedEnd]))
                if word.isTelling { hasEvents = true }
                buffer.initializeElement(at: index, to: word)
            }
            count = tokens.count
        }
        self.hasEvents = hasEvents
    }

    var count: Int { tokens.count }

    /// What a token has to do with figures; `.other` outside of the text.
    func role(_ index: Int) -> ClaimWord.Role { words.indices.contains(index) ? words[index].role : .other }

    func value(_ index: Int) -> Int { words.indices.contains(index) ? Int(words[index].value) : 0 }

    func flags(_ index: Int) -> Token.Flags { tokens.indices.contains(index) ? tokens[index].flags : [] }

    /// Whether the folded form of a token is this word.
    func isWord(_ index: Int, _ word: StaticString) -> Bool {
        guard tokens.indices.contains(index) else { return false }
        let token = tokens[index]
        guard token.foldedEnd - token.foldedStart == word.utf8CodeUnitCount else { return false }
        return (0..<word.utf8CodeUnitCount).allSatisfy { folded[token.foldedStart + $0] == word.utf8Start[$0] }
    }

    func isCyrillic(_ index: Int) -> Bool {
        guard tokens.indices.contains(index) else { return false }
        return (0xD0...0xD3).contains(folded[tokens[index].foldedStart])
    }

    /// What stands before a token; `.line` before the first and behind the last.
    func gap(before index: Int) -> Gap {
        guard index > 0, index < tokens.count else { return .line }
        let flags = tokens[index].flags
        if flags.contains(.joined) { return .joined }
        if flags.contains(.hyphenated) { return .hyphen }
        if flags.contains(.dotted) { return .dot }
        if flags.contains(.spaced) { return .blank }
        if flags.contains(.lineStart), isParagraph(index) { return .line }
        return scan(endOfWord(index - 1), tokens[index].start)
    }

    /// Whether a dash between blanks, of any length, stands before a token.
    func isSpacedDash(before index: Int) -> Bool {
        isGap(" – ", before: index) || isGap(" — ", before: index) || isGap(" - ", before: index)
    }

    /// Whether exactly this stands between a token and the one before.
    func isGap(_ written: String, before index: Int) -> Bool {
        guard index > 0, index < tokens.count else { return false }
        return bytes[tokens[index - 1].end..<tokens[index].start].elementsEqual(written.utf8)
    }

    /// Whether a semicolon stands between a token and the one before.
    func isSemicolon(before index: Int) -> Bool {
        guard index > 0, index < tokens.count, tokens[index - 1].end <= tokens[index].start else { return false }
        return bytes[tokens[index - 1].end..<tokens[index].start].contains(UInt8(ascii: ";"))
    }

    /// Whether a token is four digits that may be a year: 1000 to 2099.
    func isFourDigits(_ index: Int) -> Bool {
        guard tokens.indices.contains(index) else { return false }
        let word = folded[tokens[index].foldedStart..<tokens[index].foldedEnd]
        guard word.count == 4, word.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else {
            return false
        }
        return word.first == UInt8(ascii: "1") || word.starts(with: "20".utf8)
    }

    /// Where a word ends, with the possessive ’s that belongs to it.
    private func endOfWord(_ index: Int) -> Int {
        let token = tokens[index]
        guard token.flags.contains(.possessive), let (_, length) = ScalarDecoder.decode(bytes, at: token.end) else {
            return token.end
        }
        return min(token.end + length + 1, bytes.count)
    }

    private func scan(_ start: Int, _ end: Int) -> Gap {
        var found: Gap = .blank
        var at = start
        while at < end, at < bytes.count {
            guard at - start < 16 else { return .stop }
            let (scalar, length) = ScalarDecoder.decode(bytes, at: at) ?? (0xFFFD, 1)
            at += length
            switch scalar {
            case 0x20, 0x09, 0x0A, 0x0D, 0xA0, 0x2009, 0x202F, 0x2B: continue
            case 0x2C: found = found == .stop ? .stop : .comma
            case 0x2E: found = found == .stop ? .stop : .dot
            case 0x22, 0x27, 0x28, 0x29, 0x5B, 0x5D, 0xAB, 0xBB, 0x2018...0x201F, 0x2A:
                if found == .blank { found = .mark }
            default: return .stop
            }
        }
        return found
    }

    /// Whether a token begins a paragraph: a line that goes on in small letters is none.
    private func isParagraph(_ index: Int) -> Bool {
        let flags = tokens[index].flags
        guard !flags.contains(.capitalised), !flags.contains(.number) else { return true }
        return bytes[tokens[index - 1].end..<tokens[index].start].count { $0 == 0x0A } > 1
    }

    /// Whether a line begins with a token.
    func beginsParagraph(_ index: Int) -> Bool {
        index <= 0 || index >= tokens.count || (tokens[index].flags.contains(.lineStart) && isParagraph(index))
    }

    /// Whether a sentence begins with a token; the full stop of `тис.` or `Gen.` ends none.
    func beginsSentence(_ index: Int) -> Bool {
        guard index > 0, index < tokens.count else { return true }
        let flags = tokens[index].flags
        guard flags.contains(.sentenceStart) else { return false }
        if flags.contains(.lineStart) { return isParagraph(index) }
        // A number or a capital may follow an abbreviation too.
        if role(index - 1) == .scale || isAbbreviation(index - 1) { return false }
        return flags.contains(.capitalised) || flags.contains(.number) || !isBicameral(index)
    }

    private func isBicameral(_ index: Int) -> Bool {
        let first = folded[tokens[index].foldedStart]
        return first < 0xD7
    }

    private func isAbbreviation(_ index: Int) -> Bool {
        let token = tokens[index]
        guard token.end < bytes.count, bytes[token.end] == UInt8(ascii: ".") else { return false }
        if token.foldedEnd - token.foldedStart == 1, token.flags.contains(.capitalised) { return true }
        let folded = UnsafeRawBufferPointer(rebasing: folded[token.foldedStart..<token.foldedEnd])
        return Self.abbreviations.contains(folded)
    }

    private static let abbreviations: WordSet = [
        "gen", "col", "lt", "sgt", "maj", "capt", "gov", "sen", "rep", "mr", "mrs", "ms", "dr", "st", "prof", "adm",
        "approx", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sept", "sep", "oct", "nov", "dec", "vs", "no",
        "ім", "обл", "м", "г", "кв", "см",
    ]

    /// The byte before a token, blanks apart; 0 at the start.
    func sign(before index: Int) -> UInt8 {
        let start = tokens[index].start
        guard start > 0, start <= bytes.count else { return 0 }
        if bytes[start - 1] == 0x20, start > 1, bytes[start - 2] == UInt8(ascii: "$") { return bytes[start - 2] }
        return bytes[start - 1]
    }

    /// The byte behind a token; 0 at the end.
    func sign(behind index: Int) -> UInt8 {
        let end = tokens[index].end
        return end < bytes.count ? bytes[end] : 0
    }

    /// Whether a superscript two stands behind a token: `km²`.
    func isSquared(_ index: Int) -> Bool {
        let end = tokens[index].end
        return end + 1 < bytes.count && bytes[end] == 0xC2 && bytes[end + 1] == 0xB2
    }

    /// The bytes from the first to the last of some tokens, on one line.
    func written(_ span: Range<Int>) -> String {
        let part = bytes[span]
        return String(decoding: part, as: UTF8.self)
            .split { $0 == " " || $0 == "\n" || $0 == "\r" || $0 == "\r\n" || $0 == "\t" }.joined(separator: " ")
    }
}
