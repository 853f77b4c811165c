/// Dates with numbers in them: days of a month, years, and dates written in digits alone.
extension DateExpressionReader {
    /// One or several days of a month as they were read.
    struct DayList {
        var days: [Int]
        var isRun: Bool
        /// Behind the last token.
        var end: Int
    }

    /// A number: a date in digits, days before a month, or a year.
    mutating func readNumber(_ at: Int) -> Int {
        guard at >= free else { return at + 1 }
        if let (date, end) = digits(at) { return take([.day(date)], at..<end) }
        guard text.isPlainNumber(at) else { return at + 1 }
        if text.digits(at) == 4 { return readYear(at) }
        guard let (expressions, isRun, end) = daysAndMonth(at, weekday: nil) else { return at + 1 }
        return take(expressions, at..<end, isRun: isRun)
    }

    /// `2024-11-13`, `13.11.2024`, `13/11/2024`, `13.11.24`.
    private func digits(_ at: Int) -> (CalendarDate, end: Int)? {
        guard at + 2 < text.count, text.kind(at + 1) == .number, text.kind(at + 2) == .number else { return nil }
        let gap = text.gap(before: at + 1)
        guard gap == text.gap(before: at + 2), gap == .dash || gap == .dot || gap == .slash,
            text.tokens[at + 2].start - text.tokens[at].end <= 4,
            at == 0 || ![.dash, .dot, .slash, .joined].contains(text.gap(before: at)) || text.kind(at - 1) != .number,
            text.byte(before: at) != UInt8(ascii: "/"), text.byte(before: at) != UInt8(ascii: "=")
        else { return nil }
        let (next, afterNext) = text.bytes(behind: at + 2)
        let goesOn = next == UInt8(ascii: ".") || next == UInt8(ascii: "-") || next == UInt8(ascii: "/")
        guard !(goesOn && (0x30...0x39).contains(afterNext)), next != UInt8(ascii: "/") else { return nil }
        let (a, b, c) = (value(at), value(at + 1), value(at + 2))
        switch (text.digits(at), text.digits(at + 1), text.digits(at + 2)) {
        case (4, 2, 2): return Self.day(a, b, c).map { ($0, at + 3) }
        case (1...2, 1...2, 4):
            // Day first, as most of the world writes it, unless that is no date.
            let date = Self.day(c, b, a) ?? (gap == .slash ? Self.day(c, a, b) : nil)
            return date.map { ($0, at + 3) }
        case (2, 2, 2) where gap == .dot: return Self.day(2000 + c, b, a).map { ($0, at + 3) }
        default: return nil
        }
    }

    func value(_ at: Int) -> Int { Int(text.word(at).value) }

    /// A day of our time; `nil` for any other, and for one that does not exist.
    static func day(_ year: Int, _ month: Int, _ day: Int) -> CalendarDate? {
        years.contains(year) ? CalendarDate(year: year, month: month, day: day) : nil
    }

    /// The years that reports of conflict speak of.
    static let years = 1900...2199

    /// Days and the month behind them, with the year if it is there: `13 November`, `3–7 May 2023`, `12 and 13 May`.
    func daysAndMonth(_ at: Int, weekday: Int?) -> (expressions: [DateExpression], isRun: Bool, end: Int)? {
        guard let list = dayList(at) else { return nil }
        var end = list.end
        if text.kind(end) == .of, text.gap(before: end) == .blank { end += 1 }
        guard end < text.count else { return nil }
        let word = text.word(end)
        let gap = text.gap(before: end)
        guard [.blank, .dash, .joined].contains(gap) || (gap == .dot && word.isCyrillic), isMonthName(end) else {
            return nil
        }
        let month = Int(word.value)
        let isShort = word.kind == .shortMonth
        end += 1
        let year = yearBehind(&end, afterShort: isShort)
        // "лист" is a letter as well: an abbreviation needs its full stop or a year.
        if isShort, word.isCyrillic, year == nil, text.bytes(behind: end - 1).0 != UInt8(ascii: ".") { return nil }
        guard year != nil || !isFollowedByAbsurdYear(end),
            let expressions = Self.expressions(list.days, month, year, weekday)
        else { return nil }
        return (expressions, list.isRun, end)
    }

    /// `9999`, `0000`: a year in its form, but none of ours.
    func isFollowedByAbsurdYear(_ at: Int) -> Bool {
        text.kind(at) == .number && text.digits(at) == 4 && text.gap(before: at) == .blank && text.isPlainNumber(at)
            && !(text.kind(at + 1) == .counted && text.gap(before: at + 1) == .blank)
    }

    /// A month's name with its capital; `may` and `march` are words.
    func isMonthName(_ at: Int) -> Bool {
        let kind = text.kind(at)
        return (kind == .month || kind == .shortMonth) && text.isName(at)
    }

    /// The days of a month and year that exist; `nil` where one does not.
    static func expressions(_ days: [Int], _ month: Int, _ year: Int?, _ weekday: Int?) -> [DateExpression]? {
        var expressions: [DateExpression] = []
        for day in days {
            // A leap year, so that 29 February can be one.
            guard day >= 1, day <= CalendarDate.days(inMonth: month, of: 2024) else { return nil }
            if let year {
                guard let date = Self.day(year, month, day) else { return nil }
                expressions.append(.day(date))
            } else {
                expressions.append(.dayOfYear(month: month, day: day, weekday: days.count == 1 ? weekday : nil))
            }
        }
        return expressions
    }

    /// One to four days: `13`, `13th`, `3–7`, `3 to 7`, `12, 13 and 14`.
    ///
    /// - Parameter isClosed: whether the list stands behind its month.
    func dayList(_ at: Int, isClosed: Bool = false) -> DayList? {
        guard isDay(at) else { return nil }
        var list = DayList(days: [value(at)], isRun: false, end: suffixEnd(at))
        while list.days.count < 4 {
            var next = list.end
            var isRun = false
            if text.kind(next) == .number, [.dash, .comma].contains(text.gap(before: next)) {
                isRun = text.gap(before: next) == .dash
            } else if [.and, .to, .by].contains(text.kind(next)), text.gap(before: next) == .blank {
                isRun = text.kind(next) != .and || text.kind(at - 1) == .between
                next += 1
                if text.kind(next) == .article { next += 1 }
                guard text.gap(before: next) == .blank else { break }
            } else if text.kind(next) == .on, text.word(next).isCyrillic, text.kind(at - 1) == .from {
                // «в ночь с 12 на 13 ноября»
                isRun = true
                next += 1
            } else {
                break
            }
            guard isDay(next), value(next) > list.days[list.days.count - 1] else { break }
            let end = suffixEnd(next)
            // Behind a month a number with a month of its own, or with what is counted, is no day of it.
            let isBareAfterComma = text.gap(before: next) == .comma && end == next + 1
            if isClosed, isMonthName(end) || text.kind(end) == .counted || isBareAfterComma { break }
            list.days.append(value(next))
            list.end = end
            list.isRun = isRun
            if isRun { break }
        }
        return list
    }

    private func isDay(_ at: Int) -> Bool {
        guard text.kind(at) == .number, text.digits(at) <= 2, (1...31).contains(value(at)) else { return false }
        if text.isPlainNumber(at) { return true }
        // The second number of `3-7`.
        return at > 0 && text.kind(at - 1) == .number && text.gap(before: at) == .dash && text.digits(at - 1) <= 2
    }

    /// Behind a number and the letters of its ordinal.
    private func suffixEnd(_ at: Int) -> Int {
        let next = at + 1
        guard text.kind(next) == .suffix, [.joined, .dash].contains(text.gap(before: next)) else { return next }
        return next + 1
    }

    /// The year that may stand at `end` behind a month or a day; moves `end` behind it.
    func yearBehind(_ end: inout Int, afterShort: Bool = false) -> Int? {
        let gap = text.gap(before: end)
        guard gap == .blank || gap == .comma || gap == .dash || (gap == .dot && afterShort),
            text.kind(end) == .number, text.digits(end) == 4, Self.years.contains(value(end)),
            text.isPlainNumber(end) || gap == .dash,
            text.kind(end + 1) != .counted || text.gap(before: end + 1) != .blank
        else { return nil }
        let year = value(end)
        end += 1
        if text.kind(end) == .suffix, [.joined, .dash].contains(text.gap(before: end)) { end += 1 }
        if text.kind(end) == .yearWord, [.blank, .joined].contains(text.gap(before: end)) { end += 1 }
        return year
    }

    /// A year that words say is one: `in 2014`, `early 2023`, `2014 року`, `the 2014 annexation`, `between 2014 and 2022`.
    private mutating func readYear(_ at: Int) -> Int {
        var end = at
        guard Self.years.contains(value(at)), text.gap(before: at) != .dash || text.kind(at - 1) == .stage else {
            return at + 1
        }
        let hasWord = [text.kind(at + 1), text.kind(at + 2)].contains(.yearWord)
        guard let year = yearAlone(&end) else { return at + 1 }
        let before = text.kind(at - 1)
        let isYear: Bool
        switch before {
        case .within, .since, .stage, .last, .season: isYear = true
        case .from, .between: isYear = [.and, .to, .by].contains(text.kind(end)) || text.gap(before: end) == .dash
        case .of: isYear = [.stage, .season, .month, .event].contains(text.kind(at - 2))
        case .and, .to, .by:
            isYear = found.last.map { $0.expression.isYear && $0.tokens.upperBound == at - 1 } ?? false
        default: isYear = namesEvent(from: end, after: at)
        }
        guard isYear || hasWord else { return at + 1 }
        // "2014–2022" is a run of years.
        if text.kind(end) == .number, text.gap(before: end) == .dash, text.digits(end) == 4,
            Self.years.contains(value(end)), value(end) > year
        {
            return take([.year(year), .year(value(end))], at..<end + 1, isRun: true)
        }
        return take([.year(year)], at..<end)
    }

    /// `the 2014 annexation`, `Russia's 2022 full-scale invasion`.
    private func namesEvent(from end: Int, after at: Int) -> Bool {
        let isOwned = at > 0 && text.tokens[at - 1].flags.contains(.possessive)
        let isDetermined =
            text.kind(at - 1) == .article || ["its", "his", "their"].contains { text.isWord(at - 1, $0) }
        guard isOwned || isDetermined else { return false }
        for index in end..<end + 3 {
            guard [.blank, .dash].contains(text.gap(before: index)) else { return false }
            if text.kind(index) == .event { return true }
        }
        return false
    }

    private func yearAlone(_ end: inout Int) -> Int? {
        let at = end
        let isCount = [.counted, .unit].contains(text.kind(at + 1)) && text.gap(before: at + 1) == .blank
        guard text.isPlainNumber(at), !isCount else { return nil }
        end += 1
        if text.kind(end) == .suffix, [.joined, .dash].contains(text.gap(before: end)) { end += 1 }
        if text.kind(end) == .yearWord { end += 1 }
        return value(at)
    }
}
