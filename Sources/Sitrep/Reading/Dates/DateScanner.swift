/// One pass over a text in search of dates.
struct DateScanner {
    private let tokens: [DateTokens.Token]
    private let ranges: [Range<Int>]
    private let style: DateStyle
    private let allowsPartial: Bool

    init(_ text: String, style: DateStyle, allowsPartial: Bool) {
        let cut = DateTokens(text)
        tokens = cut.tokens
        ranges = cut.ranges
        self.style = style
        self.allowsPartial = allowsPartial
    }

    /// The first date of the text.
    func first() -> FoundDate? { tokens.indices.lazy.compactMap(match).first }

    /// All dates that do not overlap.
    func all() -> [FoundDate] {
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
        case .number(let value, let digits) where digits == 4:
            return yearFirst(value, at: i) ?? eastAsian(value, at: i) ?? yearThenName(value, at: i)
        case .number(let value, let digits) where digits <= 2:
            return numeric(value, at: i) ?? dayFirst(value, at: i)
        case .number(let value, let digits) where digits == 8 && allowsPartial:
            return found(year: value / 10_000, month: value / 100 % 100, day: value % 100, from: i, to: i)
        case .word:
            guard let month = monthName(i) else { return nil }
            return monthFirst(month.number, at: i, after: month.next)
        default: return nil
        }
    }

    /// `2024-11-13`, `2024/11/13`, `2024. 11. 13`; in a field also `2024-11` and `2024`.
    private func yearFirst(_ year: Int, at i: Int) -> FoundDate? {
        if let separator = sign(i + 1), isSeparator(separator), mayPart(i, separator),
            let month = number(i + 2, upTo: 2)
        {
            if sign(i + 3) == separator, mayPart(i + 2, separator), let day = dayNumber(i + 4) {
                return found(year: year, month: month, day: day, from: i, to: i + 4)
            }
            if allowsPartial, tokens.count == i + 3 {
                return found(year: year, month: month, day: nil, from: i, to: i + 2)
            }
        }
        return allowsPartial && tokens.count == 1 ? found(year: year, month: nil, day: nil, from: i, to: i) : nil
    }

    /// `2024年11月13日`, `2024년 11월 13일`; in a field also without the day.
    private func eastAsian(_ year: Int, at i: Int) -> FoundDate? {
        func word(_ i: Int, _ starts: [String]) -> Bool {
            guard case .word(let word)? = token(i) else { return false }
            return starts.contains { word.hasPrefix($0) }
        }
        guard word(i + 1, ["年", "년"]), let month = number(i + 2, upTo: 2), word(i + 3, ["月", "월"]) else { return nil }
        if let day = dayNumber(i + 4), word(i + 5, ["日", "号", "號", "일"]) {
            return found(year: year, month: month, day: day, from: i, to: i + 5)
        }
        return allowsPartial ? found(year: year, month: month, day: nil, from: i, to: i + 3) : nil
    }

    /// `2024. november 13.`, `2024 m. lapkričio 13 d.`, `2024. gada 13. novembris`; in a field also `2024, November 13`.
    private func yearThenName(_ year: Int, at i: Int) -> FoundDate? {
        var next = skip(i + 1, ".")
        let hasStop = next > i + 1
        var hasParticle = false
        if case .word(let word)? = token(next), DateScanner.yearParticles.contains(word) {
            hasParticle = true
            next = skip(next + 1, ".")
        }
        if hasParticle, let day = dayNumber(next), let month = monthName(skip(next + 1, ".")) {
            return found(year: year, month: month.number, day: day, from: i, to: month.next - 1)
        }
        if allowsPartial { next = skip(next, ",") }
        guard let month = monthName(next), let day = dayNumber(skip(month.next, ".")) else { return nil }
        // A sentence may end with the year: "in 2024. November 13 was a Wednesday".
        if !allowsPartial, !hasParticle {
            guard hasStop, case .word(let name)? = token(next), !DateScanner.english.contains(name) else { return nil }
        }
        return found(year: year, month: month.number, day: day, from: i, to: skip(month.next, "."))
    }

    private static let yearParticles: Set<String> = ["m", "gada", "ko", "e"]
    private static let english: Set<String> = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
        "december",
    ]

    /// `13.11.2024`, `13. 11. 2024`, `13/11/2024`, `11/13/2024`, `13-11-2024`; in a field also `13.11.24`.
    private func numeric(_ first: Int, at i: Int) -> FoundDate? {
        guard let separator = sign(i + 1), isSeparator(separator), mayPart(i, separator),
            let second = number(i + 2, upTo: 2),
            sign(i + 3) == separator, mayPart(i + 2, separator), case .number(var year, let digits)? = token(i + 4)
        else { return nil }
        // A version number or an address goes on.
        if sign(i + 5) == separator, touches(i + 4), touches(i + 5), number(i + 6, upTo: 9) != nil,
            separator != UInt8(ascii: "-")
        {
            return nil
        }
        if digits == 2, allowsPartial { year += 2000 } else if digits != 4 { return nil }
        let american = second > 12 || (style.monthFirst && separator != UInt8(ascii: ".") && first <= 12)
        let (month, day) = american ? (first, second) : (second, first)
        let date = found(year: year, month: month, day: day, from: i, to: i + 4)
        // What would be to come may be meant the other way round.
        if let latest = style.latest, let date, date.date.date > latest, separator != UInt8(ascii: "."),
            let other = found(year: year, month: day, day: month, from: i, to: i + 4), other.date.date <= latest
        {
            return other
        }
        return date
    }

    /// `13 November 2024`, `13th of November, 2024`, `13 листопада 2024`, `13 de noviembre de 2024`, `13-Nov-2024`.
    private func dayFirst(_ day: Int, at i: Int) -> FoundDate? {
        var next = i + 1
        if isOrdinal(next) { next += 1 }
        next = particles(skip(next, ".-"))
        guard let month = monthName(next) else { return nil }
        let after = particles(skip(month.next, ".,-’'"))
        if let year = number(after, upTo: 4, atLeast: 4) {
            return found(year: year, month: month.number, day: day, from: i, to: after, named: next)
        }
        guard allowsPartial, let year = number(after, upTo: 2, atLeast: 2) else { return nil }
        // 13 Nov 09:30
        guard sign(after + 1) != UInt8(ascii: ":") else { return nil }
        return found(year: 2000 + year, month: month.number, day: day, from: i, to: after)
    }

    /// `Nov. 13th, 2024`, `November 13 2024`, `Nov 13 09:30:00 UTC 2024`; in a field also `November 2024`.
    private func monthFirst(_ month: Int, at i: Int, after: Int) -> FoundDate? {
        let next = skip(after, ".-")
        if let day = dayNumber(next) {
            var after = next + 1
            if isOrdinal(after) { after += 1 }
            after = particles(skip(after, ",.-"))
            if let year = number(after, upTo: 4, atLeast: 4) {
                return found(year: year, month: month, day: day, from: i, to: after, named: i)
            }
            if let year = yearAfterClock(after) {
                return found(year: year.value, month: month, day: day, from: i, to: year.at)
            }
        }
        let yearAt = particles(skip(next, ","))
        if allowsPartial, let year = number(yearAt, upTo: 4, atLeast: 4) {
            return found(year: year, month: month, day: nil, from: i, to: yearAt, named: i)
        }
        return nil
    }

    /// The year behind a time of day and a zone, as the C library and Java write dates.
    private func yearAfterClock(_ i: Int) -> (value: Int, at: Int)? {
        guard number(i, upTo: 2) != nil, sign(i + 1) == UInt8(ascii: ":"), number(i + 2, upTo: 2) != nil else {
            return nil
        }
        for at in i + 3..<i + 9 {
            // The zone may have four digits too, behind its sign.
            if let year = number(at, upTo: 4, atLeast: 4), (1900...2199).contains(year), sign(at - 1) == nil {
                return (year, at)
            }
        }
        return nil
    }

    /// `Nov. 13` or `13 November`, with where it ends.
    func dayAndMonth(at i: Int) -> (month: Int, day: Int, end: Int)? {
        if let month = monthName(i), let day = dayNumber(skip(month.next, ".")) {
            return (month.number, day, ranges[skip(month.next, ".")].upperBound)
        }
        if let day = dayNumber(i) {
            let name = particles(skip(isOrdinal(i + 1) ? i + 2 : i + 1, "."))
            if let month = monthName(name) { return (month.number, day, ranges[month.next - 1].upperBound) }
        }
        return nil
    }

    /// - Parameter named: where the month's name stands; a Thai one has a Buddhist year.
    private func found(year: Int, month: Int?, day: Int?, from: Int, to: Int, named: Int? = nil) -> FoundDate? {
        var year = year
        if let named, case .word(let name)? = token(named), let scalar = name.unicodeScalars.first,
            (0xE00...0xE7F).contains(scalar.value), year > 2400
        {
            year -= 543
        }
        return ParsedDate(year: year, month: month, day: day).map {
            FoundDate(date: $0, range: ranges[from].lowerBound..<ranges[min(to, ranges.count - 1)].upperBound)
        }
    }

    // MARK: Tokens

    private func token(_ i: Int) -> DateTokens.Token? { tokens.indices.contains(i) ? tokens[i] : nil }

    private func sign(_ i: Int) -> UInt8? {
        if case .sign(let byte)? = token(i) { byte } else { nil }
    }

    private func isSeparator(_ byte: UInt8) -> Bool { "-/.".utf8.contains(byte) }

    private func number(_ i: Int, upTo digits: Int, atLeast: Int = 1) -> Int? {
        guard case .number(let value, let length)? = token(i), (atLeast...digits).contains(length) else { return nil }
        return value
    }

    private func dayNumber(_ i: Int) -> Int? { number(i, upTo: 2).flatMap { (1...31).contains($0) ? $0 : nil } }

    /// The month whose name stands at `i`, and where what follows begins: `Nov`, `كانون الثاني`, `tháng 11`.
    private func monthName(_ i: Int) -> (number: Int, next: Int)? {
        guard case .word(let word)? = token(i) else { return nil }
        if let month = MonthNames.month(word, isCroatian: style.isCroatian) { return (month, i + 1) }
        if word == "tháng", let month = number(i + 1, upTo: 2), (1...12).contains(month) { return (month, i + 2) }
        if MonthNames.beginsMonth(word), case .word(let second)? = token(i + 1),
            let month = MonthNames.month(word + " " + second)
        {
            return (month, i + 2)
        }
        return nil
    }

    private func isOrdinal(_ i: Int) -> Bool {
        guard case .word(let word)? = token(i), i > 0, touches(i - 1) else { return false }
        return ["st", "nd", "rd", "th", "er", "re", "º", "°", "ª", "e"].contains(word)
    }

    /// Small words between day, month and year.
    private static let particleWords: Set<String> = [
        "of", "de", "del", "di", "d", "da", "do", "năm", "the", "لعام", "سنة",
    ]

    private func particles(_ i: Int) -> Int {
        var i = i
        for _ in 0..<2 {
            guard case .word(let word)? = token(i), DateScanner.particleWords.contains(word) else { return i }
            i += 1
        }
        return i
    }

    private func skip(_ i: Int, _ signs: String) -> Int {
        var i = i
        while let byte = sign(i), signs.utf8.contains(byte) { i += 1 }
        return i
    }

    /// Whether nothing stands between a token and the next.
    private func touches(_ i: Int) -> Bool { i + 1 < ranges.count && ranges[i].upperBound == ranges[i + 1].lowerBound }

    /// Whether a separator after the token at `i` parts numbers of a date: a full stop may have a blank after it.
    private func mayPart(_ i: Int, _ separator: UInt8) -> Bool {
        touches(i) && (separator == UInt8(ascii: ".") || touches(i + 1))
    }
}
