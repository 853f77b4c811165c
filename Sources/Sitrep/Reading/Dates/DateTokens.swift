/// The pieces of a text that dates are made of: numbers in any script's digits, words in lower case, signs.
struct DateTokens {
    /// A piece of the text; blanks are none.
    enum Token: Equatable {
        case number(Int, digits: Int)
        case word(String)
        /// An ASCII sign; other signs are ``otherSign``.
        case sign(UInt8)
    }

    /// Stands for every sign beyond ASCII that is no comma.
    static let otherSign: UInt8 = 0xFF
    /// No month, weekday or particle is longer; such words are signs, which spares their lower case.
    private static let longestWord = 60

    private(set) var tokens: [Token] = []
    /// Where each token stands: UTF-8 offsets.
    private(set) var ranges: [Range<Int>] = []

    init(_ text: String) {
        var text = text
        text.withUTF8 { cut($0) }
    }

    private mutating func cut(_ bytes: UnsafeBufferPointer<UInt8>) {
        var at = 0
        while at < bytes.count {
            let start = at
            let byte = bytes[at]
            if (0x30...0x39).contains(byte) {
                var value = 0
                while at < bytes.count, (0x30...0x39).contains(bytes[at]) {
                    if at - start < 9 { value = value * 10 + Int(bytes[at] - 0x30) }
                    at += 1
                }
                append(.number(value, digits: at - start), start..<at)
            } else if isWordByte(byte) {
                while at < bytes.count, isWordByte(bytes[at]) { at += 1 }
                // A no-break space is a blank, though its bytes are no ASCII.
                cutWords(String(decoding: bytes[start..<at], as: UTF8.self), start: start)
            } else {
                at += 1
                if byte > 0x20 { append(.sign(byte), start..<at) }
            }
        }
    }

    private mutating func cutWords(_ text: String, start: Int) {
        var at = start
        var word = String.UnicodeScalarView()
        var number: (value: Int, digits: Int)?
        var tokenStart = start
        func isPart(_ scalar: Unicode.Scalar) -> Bool {
            if scalar.isASCII { return true }
            if scalar.properties.isAlphabetic || scalar == "’" { return true }
            // Marks within a word, as the virama and the joiners of Indic scripts.
            guard !word.isEmpty else { return false }
            let category = scalar.properties.generalCategory
            return category == .nonspacingMark || category == .spacingMark || scalar == "\u{200C}"
                || scalar == "\u{200D}"
        }
        for scalar in text.unicodeScalars {
            let width = UTF8.width(scalar)
            if !scalar.isASCII, let digit = DateTokens.digit(scalar) {
                put(&word, &number, from: tokenStart, to: at, keepsNumber: true)
                if number == nil { tokenStart = at }
                let last = number ?? (0, 0)
                number = (last.digits < 9 ? last.value * 10 + digit : last.value, last.digits + 1)
            } else if isPart(scalar) {
                put(&word, &number, from: tokenStart, to: at, keepsWord: true)
                if word.isEmpty { tokenStart = at }
                word.append(scalar)
            } else {
                put(&word, &number, from: tokenStart, to: at)
                if !TextLines.isBlank(scalar), !DateTokens.isInvisible(scalar) {
                    let isComma = scalar == "،" || scalar == "、" || scalar == "，"
                    append(.sign(isComma ? UInt8(ascii: ",") : DateTokens.otherSign), at..<at + width)
                }
            }
            at += width
        }
        put(&word, &number, from: tokenStart, to: at)
    }

    /// Puts what was gathered and goes on afresh, but for what is being gathered now.
    private mutating func put(
        _ word: inout String.UnicodeScalarView,
        _ number: inout (value: Int, digits: Int)?,
        from start: Int,
        to end: Int,
        keepsWord: Bool = false,
        keepsNumber: Bool = false
    ) {
        if !keepsWord, !word.isEmpty {
            let isShort = end - start <= DateTokens.longestWord
            append(isShort ? .word(String(word).lowercased()) : .sign(DateTokens.otherSign), start..<end)
            word = String.UnicodeScalarView()
        }
        if !keepsNumber, let whole = number {
            append(.number(whole.value, digits: whole.digits), start..<end)
            number = nil
        }
    }

    private mutating func append(_ token: Token, _ range: Range<Int>) {
        tokens.append(token)
        ranges.append(range)
    }

    private func isWordByte(_ byte: UInt8) -> Bool {
        byte >= 0x80 || (0x41...0x5A).contains(byte & 0xDF) || byte == 0x27
    }

    /// A decimal digit of any script: Arabic, Bengali, Thai, of full width.
    private static func digit(_ scalar: Unicode.Scalar) -> Int? {
        guard scalar.properties.numericType == .decimal, let value = scalar.properties.numericValue else { return nil }
        return Int(value)
    }

    /// Marks of the writing's direction stand between the parts of dates, and say nothing.
    private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "\u{200E}" || scalar == "\u{200F}" || scalar == "\u{61C}" || (0x202A...0x202E).contains(scalar.value)
            || (0x2066...0x2069).contains(scalar.value)
    }
}
