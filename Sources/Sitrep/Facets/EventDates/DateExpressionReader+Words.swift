/// Dates that words name: months, weekdays, distances from today.
extension DateExpressionReader {
    /// A month: `November 13, 2024`, `Nov. 13`, `October 2023`, `in October`.
    mutating func readMonth(_ at: Int) -> Int {
        guard at >= free, text.isName(at) else { return at + 1 }
        let word = text.word(at)
        let month = Int(word.value)
        let isShort = word.kind == .shortMonth
        let gap = text.gap(before: at + 1)
        // Days stand behind the month in English alone.
        if !word.isCyrillic, gap == .blank || (isShort && gap == .dot), let list = dayList(at + 1, isClosed: true),
            text.kind(list.end) != .counted || text.gap(before: list.end) != .blank
        {
            var end = list.end
            let year = yearBehind(&end)
            if year == nil, isFollowedByAbsurdYear(end) { return end }
            if let expressions = Self.expressions(list.days, month, year, nil) {
                return take(expressions, at..<end, isRun: list.isRun)
            }
        }
        // A day that the month does not have makes no date of it.
        if text.kind(at - 1) == .number, text.digits(at - 1) <= 2, text.gap(before: at) == .blank { return at + 1 }
        var end = at + 1
        if text.kind(end) == .of { end += 1 }
        if let year = yearBehind(&end, afterShort: isShort) { return take([.month(month, year: year)], at..<end) }
        guard !isShort, saysMonth(at) else { return at + 1 }
        return take([.month(month, year: nil)], at..<at + 1)
    }

    /// Whether the words before a month's name say that it is the month and no person, verb or adjective.
    private func saysMonth(_ at: Int) -> Bool {
        let gap = text.gap(before: at)
        switch text.kind(at - 1) {
        case .within, .since, .last, .this: return gap == .blank
        case .stage: return gap == .blank || gap == .dash
        case .of: return text.kind(at - 2) == .stage
        case .from: return gap == .blank && (text.word(at).isCyrillic || [.to, .by].contains(text.kind(at + 1)))
        case .between: return gap == .blank && text.kind(at + 1) == .and
        case .to, .by, .and:
            guard let last = found.last, case .month = last.expression else { return false }
            return last.tokens.upperBound == at - 1
        default: return false
        }
    }

    /// A weekday, alone or before its date: `Wednesday`, `Wednesday, 13 November`, `Thursday (December 26)`.
    mutating func readWeekday(_ at: Int) -> Int {
        guard at >= free, text.isName(at) else { return at + 1 }
        let word = text.word(at)
        let weekday = Int(word.value)
        if let end = readDate(behindWeekday: at) { return end }
        guard word.kind == .weekday, !isNoDay(at) else { return at + 1 }
        if word.isCyrillic, !saysWeekday(at) { return at + 1 }
        let isWeek = text.kind(at + 2) == .unit && Self.precision(of: text.word(at + 2)) == .week
        if isWeek, text.gap(before: at + 1) == .blank, text.gap(before: at + 2) == .blank {
            switch text.kind(at + 1) {
            case .last: return take([.weekdayOfWeek(weekday, weeks: -1)], at..<at + 3)
            case .this: return take([.weekdayOfWeek(weekday, weeks: 0)], at..<at + 3)
            default: break
            }
        }
        switch text.kind(at - 1) {
        case .next: return take([.nextWeekday(weekday)], at - 1..<at + 1)
        case .last: return take([.lastWeekday(weekday)], at - 1..<at + 1)
        default: return take([.weekday(weekday)], at..<at + 1)
        }
    }

    private mutating func readDate(behindWeekday at: Int) -> Int? {
        var next = at + 1
        if text.kind(next) == .article { next += 1 }
        guard [.blank, .comma, .bracket, .dot].contains(text.gap(before: next)) else { return nil }
        let weekday = Int(text.word(at).value)
        if let (expressions, isRun, end) = daysAndMonth(next, weekday: weekday) {
            return take(expressions, at..<end, isRun: isRun)
        }
        guard isMonthName(next), !text.word(next).isCyrillic, let list = dayList(next + 1, isClosed: true) else {
            return nil
        }
        var end = list.end
        let year = yearBehind(&end)
        return Self.expressions(list.days, Int(text.word(next).value), year, weekday)
            .map { take($0, at..<end, isRun: list.isRun) }
    }

    /// Whether a Cyrillic weekday is one; `среда` is an environment as well.
    private func saysWeekday(_ at: Int) -> Bool {
        switch text.kind(at - 1) {
        case .within, .on, .from, .by, .to, .last, .this, .next, .partOfDay, .night, .relativeDay: true
        case .and: found.last.map { $0.tokens.upperBound >= at - 2 } ?? false
        default: false
        }
    }

    /// `every Friday`, `Black Friday`, `the Sunday Times`.
    private func isNoDay(_ at: Int) -> Bool {
        text.kind(at - 1) == .noDayBefore
            || (text.kind(at + 1) == .noDayBehind && text.isName(at + 1) && text.gap(before: at + 1) == .blank)
    }

    /// `today`, `yesterday`; not `Russia Today`.
    mutating func readRelativeDay(_ at: Int) -> Int {
        let word = text.word(at)
        let isTitleWord = !word.isCyrillic && text.isName(at) && !text.beginsSentence(at) && !isTitle
        guard at >= free, !isTitleWord, text.kind(at - 1) != .by else { return at + 1 }
        return take([.relative(Int(word.value), .day)], at..<at + 1)
    }

    /// `overnight`: the night before the day of publication, unless it stands with another day.
    mutating func readOvernight(_ at: Int) -> Int {
        at >= free ? takeWeak(.relative(0, .day), at..<at + 1) : at + 1
    }

    /// `three days ago`, `a week earlier`, `тиждень тому`.
    mutating func readDistance(_ at: Int) -> Int {
        let unit = at - 1
        guard at - 2 >= free || (unit >= free && text.word(unit).isCyrillic),
            [.unit, .yearWord].contains(text.kind(unit)),
            text.gap(before: at) == .blank, let precision = Self.precision(of: text.word(unit)),
            !text.beginsSentence(at)
        else { return at + 1 }
        let hasNumber = unit > free && text.gap(before: unit) == .blank
        var number = 1
        var first = unit
        if hasNumber, text.kind(unit - 1) == .cardinal || (text.isPlainNumber(unit - 1) && text.digits(unit - 1) <= 3) {
            number = Int(text.word(unit - 1).value)
            first = unit - 1
        } else if !text.word(unit).isCyrillic {
            // "days ago" says nothing.
            return at + 1
        }
        let kind = text.kind(at)
        let distance = kind == .later ? number : -number
        return take([kind == .ago ? .relative(distance, precision) : .shifted(distance, precision)], first..<at + 1)
    }

    private static func precision(of word: DateWord) -> EventDate.Precision? {
        if word.kind == .yearWord { return .year }
        return switch word.value {
        case 1: .day
        case 2: .week
        case 3: .month
        case 4: .year
        default: nil
        }
    }

    /// `last week`, `this month`, `the day before,`, `New Year's Eve`.
    mutating func readUnit(_ at: Int) -> Int {
        guard at > free, let precision = Self.precision(of: text.word(at)), text.gap(before: at) == .blank else {
            return at + 1
        }
        if precision == .year, text.kind(at - 1) == .new { return readNewYear(at) }
        // "Later this year" has not come yet.
        if text.kind(at - 2) == .later { return at + 1 }
        switch text.kind(at - 1) {
        case .last where precision != .day: return take([.relative(-1, precision)], at - 1..<at + 1)
        case .this where precision != .day || text.word(at).isCyrillic:
            return take([.relative(0, precision)], at - 1..<at + 1)
        case .article where text.isWord(at, "day") && text.isWord(at + 1, "before"):
            // "The day before, …": with another event behind it, it is that event's eve.
            guard ![.blank, .joined].contains(text.gap(before: at + 2)) else { return at + 1 }
            return take([.shifted(-1, .day)], at - 1..<at + 2)
        default: return at + 1
        }
    }

    /// `New Year's Eve`, `New Year's night`.
    private mutating func readNewYear(_ at: Int) -> Int {
        guard text.isName(at) else { return at + 1 }
        switch text.kind(at + 1) {
        case .eve: return take([.dayOfYear(month: 12, day: 31, weekday: nil)], at - 1..<at + 2)
        case .unit where text.word(at + 1).value == 1, .night, .partOfDay:
            return take([.dayOfYear(month: 1, day: 1, weekday: nil)], at - 1..<at + 2)
        default: return at + 1
        }
    }

    /// `this morning`, `last night`, `at the weekend`.
    mutating func readWithDeterminer(_ at: Int) -> Int {
        guard at > free, text.gap(before: at) == .blank else { return at + 1 }
        let before = text.kind(at - 1)
        switch (text.kind(at), before) {
        case (.weekend, .last), (.weekend, .article), (.weekend, .this), (.weekend, .on), (.weekend, .within):
            return take([.weekend], at - 1..<at + 1)
        case (.partOfDay, .this), (.night, .this):
            return take([.relative(0, .day)], at - 1..<at + 1)
        // Russian and Ukrainian mean the night that has just ended.
        case (.night, .last): return take([.relative(text.word(at).isCyrillic ? 0 : -1, .day)], at - 1..<at + 1)
        default: return at + 1
        }
    }

    /// `Christmas morning`, `on Christmas`, `Christmas Eve`, `Orthodox Christmas`, «на Різдво».
    mutating func readChristmas(_ at: Int) -> Int {
        guard at >= free, text.isName(at) else { return at + 1 }
        if text.word(at).isCyrillic {
            guard [.on, .within].contains(text.kind(at - 1)) else { return at + 1 }
            // The Russian Church keeps it on 7 January, Ukraine since 2023 on 25 December.
            let isOld = text.kind(at) == .orthodox
            return take([.dayOfYear(month: isOld ? 1 : 12, day: isOld ? 7 : 25, weekday: nil)], at..<at + 1)
        }
        guard text.kind(at) == .christmas else { return at + 1 }
        let isOrthodox = text.kind(at - 1) == .orthodox
        let (month, day) = isOrthodox ? (1, 7) : (12, 25)
        switch text.kind(at + 1) {
        case .eve: return take([.dayOfYear(month: month, day: day - 1, weekday: nil)], at..<at + 2)
        case .unit where text.word(at + 1).value == 1, .partOfDay, .night:
            return take([.dayOfYear(month: month, day: day, weekday: nil)], at..<at + 2)
        default:
            guard text.kind(at - 1) == .on || isOrthodox else { return at + 1 }
            return take([.dayOfYear(month: month, day: day, weekday: nil)], at..<at + 1)
        }
    }
}
