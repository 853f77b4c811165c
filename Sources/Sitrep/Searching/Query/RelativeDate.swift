/// Dates that count from today.
enum RelativeDate {
    /// Reads `today`, `yesterday`, `7d`, `2w`, `3m`, `1y`, and `this` or `last` with `week`, `month` or `year`, between
    /// which stands a blank or a hyphen.
    ///
    /// - Parameter text: in small letters.
    /// - Returns: `nil` for a text in none of these forms.
    static func read(_ text: String, today: CalendarDate) throws(DateMistake) -> DateSpan? {
        switch text {
        case "today": return DateSpan(first: today, last: today)
        case "yesterday": return day(today.adding(days: -1))
        default: break
        }
        let words = text.split { $0 == "-" || $0 == " " }
        if words.count == 2, text.first != "-", text.last != "-" {
            switch words[0] {
            case "this": return try period(words[1], back: 0, today)
            case "last": return try period(words[1], back: 1, today)
            default: return nil
            }
        }
        guard let unit = text.last, "dwmy".contains(unit) else { return nil }
        let digits = text.dropLast().utf8
        guard (1...6).contains(digits.count), digits.allSatisfy({ (0x30...0x39).contains($0) }),
            let number = Int(text.dropLast())
        else { return nil }
        let found =
            switch unit {
            case "d": today.adding(days: -number)
            case "w": today.adding(days: -7 * number)
            case "m": today.adding(months: -number)
            default: today.adding(months: -12 * number)
            }
        guard let found else { throw DateSpan.outOfTime }
        return DateSpan(first: found, last: found)
    }

    private static func day(_ day: CalendarDate?) -> DateSpan? { day.map { DateSpan(first: $0, last: $0) } }

    /// The whole week, month or year that lies so many of them back.
    private static func period(
        _ name: Substring,
        back: Int,
        _ today: CalendarDate
    ) throws(DateMistake) -> DateSpan? {
        let precision: EventDate.Precision
        switch name {
        case "week": precision = .week
        case "month": precision = .month
        case "year": precision = .year
        default: return nil
        }
        let day =
            switch precision {
            case .week: today.adding(days: -7 * back)
            case .month: today.adding(months: -back)
            default: today.adding(months: -12 * back)
            }
        guard let day else { throw DateSpan.outOfTime }
        let days = precision.days(around: day)
        return DateSpan(first: days.lowerBound, last: days.upperBound)
    }
}

extension CalendarDate {
    /// The same day of the month `months` later, or that month's last; `nil` outside of the years 1…9999.
    func adding(months: Int) -> CalendarDate? {
        let number = year * 12 + month - 1 + months
        guard number >= 12 else { return nil }
        let (year, month) = (number / 12, number % 12 + 1)
        return CalendarDate(year: year, month: month, day: min(day, Self.days(inMonth: month, of: year)))
    }
}
