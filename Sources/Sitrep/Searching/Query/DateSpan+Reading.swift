/// Why a text is no date.
struct DateMistake: Error, Equatable {
    /// What of it does not exist, such as "there is no month 13"; `nil` for a text in no form of a date.
    var reason: String?
}

extension DateSpan {
    /// Reads one of the ``table`` of forms.
    static func read(_ text: String, today: CalendarDate) throws(DateMistake) -> DateSpan {
        let text = text.lowercased()
        if let span = try RelativeDate.read(text, today: today) { return span }
        let parts = text.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
        guard parts.count <= 3, parts.allSatisfy({ !$0.isEmpty }), isNumber(parts[0]) else { throw DateMistake() }
        if parts.count == 2, parts[1].hasPrefix("w"), isNumber(String(parts[1].dropFirst())) {
            return try week(String(parts[1].dropFirst()), of: try year(parts[0]))
        }
        guard parts.dropFirst().allSatisfy({ isNumber($0) && $0.utf8.count <= 2 }) else { throw DateMistake() }
        let year = try year(parts[0])
        guard parts.count > 1 else { return try days(year, month: 1, 1, through: 12, 31) }
        guard let month = Int(parts[1]), (1...12).contains(month) else {
            throw DateMistake(reason: "there is no month \(parts[1])")
        }
        let length = CalendarDate.days(inMonth: month, of: year)
        guard parts.count > 2 else { return try days(year, month: month, 1, through: month, length) }
        guard let day = Int(parts[2]), (1...length).contains(day) else {
            throw DateMistake(reason: "\(parts[0])-\(parts[1]) has \(length) days")
        }
        return try days(year, month: month, day, through: month, day)
    }

    /// Reads one date or a range: `2024-11..2024-12`, `2024..`, `..2024`, `>=2024-11`, `<2024`.
    static func read(range text: String, today: CalendarDate) throws(DateMistake) -> DateSpan {
        if let dots = dots(in: text) {
            let from = String(text[..<dots.lowerBound])
            let to = String(text[dots.upperBound...])
            guard !from.isEmpty || !to.isEmpty else { throw DateMistake() }
            let first = from.isEmpty ? nil : try read(from, today: today)
            let last = to.isEmpty ? nil : try read(to, today: today)
            return DateSpan(first: first?.first, last: last?.last)
        }
        for sign in [">=", "<=", ">", "<"] where text.hasPrefix(sign) {
            let span = try read(String(text.dropFirst(sign.count)), today: today)
            switch sign {
            case ">=": return DateSpan(first: span.first, last: nil)
            case "<=": return DateSpan(first: nil, last: span.last)
            case ">":
                // After the last day that there is lies nothing, which is no open end.
                guard let first = span.last?.adding(days: 1) else { throw outOfTime }
                return DateSpan(first: first, last: nil)
            default:
                guard let last = span.first?.adding(days: -1) else { throw outOfTime }
                return DateSpan(first: nil, last: last)
            }
        }
        return try read(text, today: today)
    }

    /// The mistake of a day that no calendar here has.
    static let outOfTime = DateMistake(reason: "it is outside of the years 0001 to 9999")

    private static func year(_ text: String) throws(DateMistake) -> Int {
        guard let year = Int(text), text.utf8.count == 4, year > 0 else {
            throw DateMistake(reason: "years have four digits, 0001 to 9999")
        }
        return year
    }

    private static func days(
        _ year: Int,
        month: Int,
        _ day: Int,
        through lastMonth: Int,
        _ lastDay: Int
    ) throws(DateMistake) -> DateSpan {
        guard let first = CalendarDate(year: year, month: month, day: day),
            let last = CalendarDate(year: year, month: lastMonth, day: lastDay)
        else { throw outOfTime }
        return DateSpan(first: first, last: last)
    }

    /// An ISO 8601 week; week 1 is the one with the year's first Thursday.
    private static func week(_ text: String, of year: Int) throws(DateMistake) -> DateSpan {
        guard text.utf8.count <= 2, let week = Int(text), week >= 1,
            let fourth = CalendarDate(year: year, month: 1, day: 4),
            let monday = fourth.adding(days: 1 - fourth.weekday + 7 * (week - 1)),
            let thursday = monday.adding(days: 3), thursday.year == year
        else { throw DateMistake(reason: "the year has no week \(text)") }
        return DateSpan(first: monday, last: monday.adding(days: 6))
    }

    private static func isNumber(_ text: String) -> Bool {
        !text.isEmpty && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
    }

    private static func dots(in text: String) -> Range<String.Index>? {
        var at = text.startIndex
        while at < text.endIndex {
            let next = text.index(after: at)
            if text[at] == ".", next < text.endIndex, text[next] == "." { return at..<text.index(after: next) }
            at = next
        }
        return nil
    }
}
