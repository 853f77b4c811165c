/// One pass over a text in search of dates.
struct DateScanner {
    /// A piece of the text; blanks are none.
    private enum Token: Equatable {
        case number(Int, digits: Int)
        case word(String)
        case sign(UInt8)
    }

    private var tokens: [Token] = []
    private var ranges: [Range<Int>] = []
    private let monthFirst: Bool
    private let allowsPartial: Bool

    init(_ text: String, monthFirst: Bool, allowsPartial: Bool) {
        self.monthFirst = monthFirst
        self.allowsPartial = allowsPartial
        cut(text)
    }

    private mutating func cut(_ text: String) {
        let bytes = Array(text.utf8)
        var at = 0
        while at < bytes.count {
            let start = at
            let byte = bytes[at]
            if isDigit(byte) {
                var value = 0
                while at < bytes.count, isDigit(bytes[at]) {
                    if at - start < 9 { value = value * 10 + Int(bytes[at] - 0x30) }
                    at += 1
                }
                append(.number(value, digits: at - start), start..<at)
            } else if isWordByte(byte) {
                while at < bytes.count, isWordByte(bytes[at]) { at += 1 }
                // A no-break space is a blank, though its bytes are no ASCII.
                let word = String(decoding: bytes[start..<at], as: UTF8.self)
                appendWords(word, start: start)
            } else {
                at += 1
                if byte > 0x20 { append(.sign(byte), start..<at) }
            }
        }
    }

    private mutating func appendWords(_ text: String, start: Int) {
        var at = start
        var word = ""
        var wordStart = start
        for scalar in text.unicodeScalars {
            let width = UTF8.width(scalar)
            if scalar.properties.isAlphabetic || scalar == "’" {
                if word.isEmpty { wordStart = at }
                word.unicodeScalars.append(scalar)
            } else {
                if !word.isEmpty { append(.word(word.lowercased()), wordStart..<at) }
                word = ""
                if !TextLines.isBlank(scalar) { append(.sign(0xFF), at..<at + width) }
            }
            at += width
        }
        if !word.isEmpty { append(.word(word.lowercased()), wordStart..<at) }
    }

    private mutating func append(_ token: Token, _ range: Range<Int>) {
        tokens.append(token)
        ranges.append(range)
    }

    private func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
    private func isWordByte(_ byte: UInt8) -> Bool {
        byte >= 0x80 || (0x41...0x5A).contains(byte & 0xDF) || byte == 0x27
    }

    /// The first date of the text.
    mutating func first() -> FoundDate? {
        for i in tokens.indices {
            if let found = match(at: i) { return found }
        }
        return nil
    }

    /// All dates that do not overlap.
    mutating func all() -> [FoundDate] {
        var found: [FoundDate] = []
        var i = 0
        while i < tokens.count {
            if let date = match(at: i) {
                found.append(date)
                while i < tokens.count, ranges[i].lowerBound < date.range.upperBound { i += 1 }
            } else {
                i += 1
            }
        }
        return found
    }

    private func match(at i: Int) -> FoundDate? {
        switch tokens[i] {
        case .number(let value, let digits) where digits == 4: return yearFirst(value, at: i)
        case .number(let value, let digits) where digits <= 2:
            return numeric(value, at: i) ?? dayFirst(value, at: i)
        case .number(let value, let digits) where digits == 8 && allowsPartial:
            return found(year: value / 10_000, month: value / 100 % 100, day: value % 100, from: i, to: i)
        case .word(let word):
            guard let month = MonthNames.month(word) else { return nil }
            return monthFirst(month, at: i)
        default: return nil
        }
    }

    /// `2024-11-13`, `2024/11/13`, `2024.11.13`; in a field also `2024-11` and `2024`.
    private func yearFirst(_ year: Int, at i: Int) -> FoundDate? {
        if let separator = sign(i + 1), isSeparator(separator), touches(i), let month = number(i + 2, upTo: 2) {
            if sign(i + 3) == separator, touches(i + 2), let day = dayNumber(i + 4) {
                return found(year: year, month: month, day: day, from: i, to: i + 4)
            }
            if allowsPartial, tokens.count == i + 3 {
                return found(year: year, month: month, day: nil, from: i, to: i + 2)
            }
        }
        // 2024, November 13
        let word = skip(i + 1, [UInt8(ascii: ",")])
        if allowsPartial, let month = monthName(word), let day = dayNumber(skip(word + 1, [UInt8(ascii: ".")])) {
            return found(year: year, month: month, day: day, from: i, to: word + 1)
        }
        return allowsPartial && tokens.count == 1 ? found(year: year, month: nil, day: nil, from: i, to: i) : nil
    }

    /// `13.11.2024`, `13/11/2024`, `11/13/2024`, `13-11-2024`; in a field also `13.11.24`.
    private func numeric(_ first: Int, at i: Int) -> FoundDate? {
        guard let separator = sign(i + 1), isSeparator(separator), touches(i), let second = number(i + 2, upTo: 2),
            sign(i + 3) == separator, touches(i + 2), case .number(var year, let digits)? = token(i + 4)
        else { return nil }
        // A version number or an address goes on.
        if sign(i + 5) == separator, touches(i + 4), number(i + 6, upTo: 9) != nil, separator != UInt8(ascii: "-") {
            return nil
        }
        if digits == 2, allowsPartial { year += 2000 } else if digits != 4 { return nil }
        let american = second > 12 || (monthFirst && separator == UInt8(ascii: "/") && first <= 12)
        let (month, day) = american ? (first, second) : (second, first)
        return found(year: year, month: month, day: day, from: i, to: i + 4)
    }

    /// `13 November 2024`, `13th of November, 2024`, `13 листопада 2024`, `13-Nov-2024`.
    private func dayFirst(_ day: Int, at i: Int) -> FoundDate? {
        var next = i + 1
        if isOrdinal(next) { next += 1 }
        next = skip(next, [UInt8(ascii: "."), UInt8(ascii: "-")])
        if case .word("of")? = token(next) { next += 1 }
        guard let month = monthName(next) else { return nil }
        let after = skip(next + 1, [UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: "-")])
        guard let year = number(after, upTo: 4, atLeast: 4) else { return nil }
        return found(year: year, month: month, day: day, from: i, to: after)
    }

    /// `Nov. 13th, 2024`, `November 13 2024`; in a field also `November 2024`.
    private func monthFirst(_ month: Int, at i: Int) -> FoundDate? {
        let next = skip(i + 1, [UInt8(ascii: "."), UInt8(ascii: "-")])
        if let day = dayNumber(next) {
            var after = next + 1
            if isOrdinal(after) { after += 1 }
            after = skip(after, [UInt8(ascii: ","), UInt8(ascii: "."), UInt8(ascii: "-")])
            if let year = number(after, upTo: 4, atLeast: 4) {
                return found(year: year, month: month, day: day, from: i, to: after)
            }
        }
        let after = skip(next, [UInt8(ascii: ",")])
        if allowsPartial, let year = number(after, upTo: 4, atLeast: 4) {
            return found(year: year, month: month, day: nil, from: i, to: after)
        }
        return nil
    }

    /// `Nov. 13` or `13 November`, with where it ends.
    func dayAndMonth(at i: Int) -> (month: Int, day: Int, end: Int)? {
        if let month = monthName(i), let day = dayNumber(skip(i + 1, [UInt8(ascii: ".")])) {
            return (month, day, ranges[skip(i + 1, [UInt8(ascii: ".")])].upperBound)
        }
        if let day = dayNumber(i), let month = monthName(isOrdinal(i + 1) ? i + 2 : i + 1) {
            return (month, day, ranges[isOrdinal(i + 1) ? i + 2 : i + 1].upperBound)
        }
        return nil
    }

    private func found(year: Int, month: Int?, day: Int?, from: Int, to: Int) -> FoundDate? {
        ParsedDate(year: year, month: month, day: day).map {
            FoundDate(date: $0, range: ranges[from].lowerBound..<ranges[min(to, ranges.count - 1)].upperBound)
        }
    }

    private func token(_ i: Int) -> Token? { tokens.indices.contains(i) ? tokens[i] : nil }

    private func sign(_ i: Int) -> UInt8? {
        if case .sign(let byte)? = token(i) { byte } else { nil }
    }

    private func isSeparator(_ byte: UInt8) -> Bool { "-/.".utf8.contains(byte) }

    private func number(_ i: Int, upTo digits: Int, atLeast: Int = 1) -> Int? {
        guard case .number(let value, let length)? = token(i), (atLeast...digits).contains(length) else { return nil }
        return value
    }

    private func dayNumber(_ i: Int) -> Int? { number(i, upTo: 2).flatMap { (1...31).contains($0) ? $0 : nil } }

    private func monthName(_ i: Int) -> Int? {
        if case .word(let word)? = token(i) { MonthNames.month(word) } else { nil }
    }

    private func isOrdinal(_ i: Int) -> Bool {
        guard case .word(let word)? = token(i), i > 0, touches(i - 1) else { return false }
        return ["st", "nd", "rd", "th"].contains(word)
    }

    private func skip(_ i: Int, _ signs: [UInt8]) -> Int {
        var i = i
        while let byte = sign(i), signs.contains(byte) { i += 1 }
        return i
    }

    /// Whether nothing stands between a token and the next.
    private func touches(_ i: Int) -> Bool { i + 1 < ranges.count && ranges[i].upperBound == ranges[i + 1].lowerBound }
}
