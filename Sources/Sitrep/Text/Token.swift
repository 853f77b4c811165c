/// One word of a text, as the tokenizer cut it: where it stands, how it was written, and its folded form.
///
/// A token is a run of letters or a run of digits. `Kh-101` and `Kh101` both give the tokens `kh` and `101`; the flags
/// tell the two apart. The folded bytes stand in ``TokenizedText/bytes``, shared by all tokens of a text.
public struct Token: Sendable, Equatable {
    /// How a token was written and what stood before it.
    public struct Flags: OptionSet, Sendable, Hashable {
        public let rawValue: UInt16
        public init(rawValue: UInt16) { self.rawValue = rawValue }

        /// The first letter is a capital.
        public static let capitalised = Flags(rawValue: 1 << 0)
        /// Every letter is a capital, and there are at least two.
        public static let allCapitals = Flags(rawValue: 1 << 1)
        /// A run of digits.
        public static let number = Flags(rawValue: 1 << 2)
        /// Nothing stands between this token and the one before it (`Kh` and `101` in `Kh101`).
        public static let joined = Flags(rawValue: 1 << 3)
        /// One hyphen or dash, and nothing else, stands between this token and the one before it.
        public static let hyphenated = Flags(rawValue: 1 << 4)
        /// The first token of a sentence: the text, a line, or a `.`, `!`, `?` or `…` with a space began before it.
        public static let sentenceStart = Flags(rawValue: 1 << 5)
        /// The first token of a line.
        public static let lineStart = Flags(rawValue: 1 << 6)
        /// A possessive ’s followed the token and was left out of it.
        public static let possessive = Flags(rawValue: 1 << 7)
        /// Only spaces and tabs stand between this token and the one before it.
        public static let spaced = Flags(rawValue: 1 << 8)
        /// One full stop, and nothing else, stands between this token and the one before it (`U.S`, `3.5`).
        public static let dotted = Flags(rawValue: 1 << 9)
    }

    /// Where the word begins, a UTF-8 byte offset into the text.
    public var start: Int
    /// Where the word ends (exclusive), a UTF-8 byte offset into the text.
    public var end: Int
    /// Where the folded form begins in ``TokenizedText/bytes``.
    public var foldedStart: Int
    /// Where the folded form ends (exclusive) in ``TokenizedText/bytes``.
    public var foldedEnd: Int
    /// How it was written.
    public var flags: Flags
}

/// A text cut into tokens.
public struct TokenizedText: Sendable {
    /// The tokens, in order.
    public internal(set) var tokens: [Token] = []
    /// The folded forms of all tokens, one after the other, as UTF-8.
    public internal(set) var bytes: [UInt8] = []

    /// The folded form of a token: lower case, without accents on Latin letters, without apostrophes, ё as е.
    public func folded(_ token: Token) -> ArraySlice<UInt8> {
        bytes[token.foldedStart..<token.foldedEnd]
    }

    /// The folded form of the token at `index` as a string, for tests and messages.
    public func string(_ index: Int) -> String {
        String(decoding: folded(tokens[index]), as: UTF8.self)
    }
}
