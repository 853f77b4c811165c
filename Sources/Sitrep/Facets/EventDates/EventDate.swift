/// A day, week, month or year on which something happened that a report tells of, or a run of such periods.
public struct EventDate: Sendable, Hashable {
    /// How much of a date is known.
    public enum Precision: String, Sendable, Codable, CaseIterable, Comparable {
        case day, week, month, year

        /// The finer is the smaller.
        public static func < (a: Precision, b: Precision) -> Bool { a.order < b.order }

        private var order: Int {
            switch self {
            case .day: 0
            case .week: 1
            case .month: 2
            case .year: 3
            }
        }
    }

    /// The first day that it may mean.
    public let first: CalendarDate
    /// The last day that it may mean; for a single day the same as ``first``.
    public let last: CalendarDate
    /// How much is known; a run from day to day (`3–7 May`) has the precision of its ends.
    public let precision: Precision
    /// How it is written in the report.
    public var surface: String

    /// The period of this precision that a day lies in.
    public init(_ day: CalendarDate, _ precision: Precision, surface: String = "") {
        let days = precision.days(around: day)
        self.init(first: days.lowerBound, last: days.upperBound, precision: precision, surface: surface)
    }

    /// All periods from that of `first` to that of `last`.
    ///
    /// - Parameters:
    ///   - first: the first day of a period.
    ///   - last: the last day of a period, not before `first`.
    public init(first: CalendarDate, last: CalendarDate, precision: Precision, surface: String = "") {
        self.first = min(first, last)
        self.last = max(first, last)
        self.precision = precision
        self.surface = surface
    }

    /// The days that it may mean.
    public var days: ClosedRange<CalendarDate> { first...last }

    /// The first period and, where it is a run of several, the last: as `2024-11-13`, `2024-W46`, `2024-11` or `2024`.
    public var ends: [String] {
        let ends = [precision.name(of: first), precision.name(of: last)]
        return ends[0] == ends[1] ? [ends[0]] : ends
    }
}

extension EventDate.Precision {
    /// The days of the period that a day lies in; a week runs from Monday to Sunday (ISO 8601).
    public func days(around day: CalendarDate) -> ClosedRange<CalendarDate> {
        let (first, last): (CalendarDate?, CalendarDate?)
        switch self {
        case .day: return day...day
        case .week: (first, last) = (day.adding(days: 1 - day.weekday), day.adding(days: 7 - day.weekday))
        case .month:
            let length = CalendarDate.days(inMonth: day.month, of: day.year)
            first = CalendarDate(year: day.year, month: day.month, day: 1)
            last = CalendarDate(year: day.year, month: day.month, day: length)
        case .year:
            first = CalendarDate(year: day.year, month: 1, day: 1)
            last = CalendarDate(year: day.year, month: 12, day: 31)
        }
        // The calendar's own ends cut the weeks there short.
        return (first ?? day)...(last ?? day)
    }

    /// The name of the period that a day lies in: `2024-11-13`, `2024-W46`, `2024-11` or `2024`.
    public func name(of day: CalendarDate) -> String {
        switch self {
        case .day: return day.description
        case .week:
            // A week belongs to the year of its Thursday.
            guard let thursday = day.adding(days: 4 - day.weekday),
                let newYear = CalendarDate(year: thursday.year, month: 1, day: 1)
            else { return day.description }
            let week = (thursday.daysSince1970 - newYear.daysSince1970) / 7 + 1
            return String(thursday.description.prefix(4)) + (week < 10 ? "-W0" : "-W") + String(week)
        case .month: return String(day.description.prefix(7))
        case .year: return String(day.description.prefix(4))
        }
    }

    /// The names of all periods that a run of days touches, in order.
    public func names(in days: ClosedRange<CalendarDate>) -> [String] {
        var names: [String] = []
        var day = days.lowerBound
        while day <= days.upperBound {
            names.append(name(of: day))
            guard let next = self.days(around: day).upperBound.adding(days: 1) else { break }
            day = next
        }
        return names
    }
}
