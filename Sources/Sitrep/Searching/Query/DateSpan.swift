/// The days that a date in a request stands for, both ends included.
public struct DateSpan: Sendable, Hashable {
    /// `nil`: from the beginning.
    public var first: CalendarDate?
    /// `nil`: to the end.
    public var last: CalendarDate?

    public init(first: CalendarDate?, last: CalendarDate?) {
        self.first = first
        self.last = last
    }

    /// Reads `2024`, `2024-11`, `2024-11-13`, `2024-W46`, `today`, `yesterday` or `7d` (the day seven days back).
    ///
    /// - Parameter today: what the relative forms count from.
    /// - Returns: `nil` when it is none of these, or no day that exists.
    public init?(_ text: String, today: CalendarDate) {
        let text = text.lowercased()
        if let day = Self.relative(text, today: today) {
            self.init(first: day, last: day)
            return
        }
        let parts = text.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
        guard let year = Self.number(parts[0], digits: 4...4), parts.count <= 3 else { return nil }
        switch parts.count {
        case 1:
            guard let first = CalendarDate(year: year, month: 1, day: 1) else { return nil }
            self.init(first: first, last: CalendarDate(year: year, month: 12, day: 31))
        case 2 where parts[1].hasPrefix("w"):
            guard let week = Self.number(String(parts[1].dropFirst()), digits: 1...2),
                let monday = Self.monday(ofWeek: week, in: year)
            else { return nil }
            self.init(first: monday, last: monday.adding(days: 6))
        case 2:
            guard let month = Self.number(parts[1], digits: 1...2),
                let first = CalendarDate(year: year, month: month, day: 1)
            else { return nil }
            self.init(
                first: first,
                last: CalendarDate(year: year, month: month, day: CalendarDate.days(inMonth: month, of: year))
            )
        default:
            guard let month = Self.number(parts[1], digits: 1...2), let number = Self.number(parts[2], digits: 1...2),
                let day = CalendarDate(year: year, month: month, day: number)
            else { return nil }
            self.init(first: day, last: day)
        }
    }

    /// Reads one date or a range as a query has it: `2024-11..2024-12`, `2024..`, `..2024`, `>=2024-11`, `<2024`.
    public init?(range text: String, today: CalendarDate) {
        if let dots = Self.dots(in: text) {
            let from = String(text[..<dots.lowerBound])
            let to = String(text[dots.upperBound...])
            guard !from.isEmpty || !to.isEmpty else { return nil }
            let first = from.isEmpty ? nil : DateSpan(from, today: today)
            let last = to.isEmpty ? nil : DateSpan(to, today: today)
            guard from.isEmpty || first != nil, to.isEmpty || last != nil else { return nil }
            self.init(first: first?.first, last: last?.last)
            return
        }
        for sign in [">=", "<=", ">", "<"] where text.hasPrefix(sign) {
            guard let span = DateSpan(String(text.dropFirst(sign.count)), today: today) else { return nil }
            switch sign {
            case ">=": self.init(first: span.first, last: nil)
            case "<=": self.init(first: nil, last: span.last)
            case ">":
                // After the last day that there is lies nothing, which is no open end.
                guard let first = span.last?.adding(days: 1) else { return nil }
                self.init(first: first, last: nil)
            default:
                guard let last = span.first?.adding(days: -1) else { return nil }
                self.init(first: nil, last: last)
            }
            return
        }
        self.init(text, today: today)
    }

    /// The forms that ``init(_:today:)`` reads, for messages.
    public static let forms = "2024, 2024-11, 2024-11-13, 2024-W46, today, yesterday, 7d"

    private static func relative(_ text: String, today: CalendarDate) -> CalendarDate? {
        if text == "today" { return today }
        if text == "yesterday" { return today.adding(days: -1) }
        guard text.hasSuffix("d"), let days = number(String(text.dropLast()), digits: 1...6) else { return nil }
        return today.adding(days: -days)
    }

    private static func number(_ text: String, digits: ClosedRange<Int>) -> Int? {
        guard digits.contains(text.utf8.count), text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        return Int(text)
    }

    /// The Monday of an ISO 8601 week; week 1 is the one with the year's first Thursday.
    private static func monday(ofWeek week: Int, in year: Int) -> CalendarDate? {
        guard let fourth = CalendarDate(year: year, month: 1, day: 4),
            let monday = fourth.adding(days: 1 - fourth.weekday + 7 * (week - 1)),
            let thursday = monday.adding(days: 3), week >= 1, thursday.year == year
        else { return nil }
        return monday
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

extension DateSpan: CustomStringConvertible {
    public var description: String {
        first == last ? first?.description ?? "any" : "\(first?.description ?? "")..\(last?.description ?? "")"
    }
}
