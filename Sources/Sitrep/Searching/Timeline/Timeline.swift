/// How many reports there are in each day, week, month or year.
public struct Timeline: Sendable, Equatable {
    /// Which dates of a report are counted.
    public enum Dates: String, Sendable, CaseIterable {
        /// When it was published.
        case published
        /// When something happened that it tells of; a report counts once in each period that it has a date in.
        case happened
    }

    /// A period and its count, or a run of periods without a report.
    public struct Period: Sendable, Equatable {
        /// `2024-11-13`, `2024-W46`, `2024-11` or `2024`; for a run the first and the last: `2024-11-14..2024-12-01`.
        public var name: String
        /// How many reports have a date in it, a date that is at least as exact as the period.
        public var count: Int
        /// How many stories these tell.
        public var stories = 0
        /// 1; for a run, of how many periods it consists.
        public var length: Int
        /// From its first day to its last.
        public var days: ClosedRange<CalendarDate>
    }

    /// The reports with a value of a facet, period by period.
    public struct Row: Sendable, Equatable {
        /// Which reports.
        public enum Kind: Sendable, Equatable {
            /// Those with a value.
            case value(path: [String])
            /// Those with none of the values that have a row, but with others: how many values there are without one.
            case other(values: Int)
            /// Those without a value.
            case none
        }

        /// Which reports.
        public var kind: Kind
        /// How many there are.
        public var total: Int
        /// How many stories they tell.
        public var stories: Int
        /// How many have no date that is exact enough to be counted.
        public var uncounted: Int
        /// How many are in each of ``Timeline/periods``.
        public var counts: [Int]
        /// How many stories are told in each of ``Timeline/periods``.
        public var storyCounts: [Int]
    }

    /// The query as typed.
    public var query: String
    /// The query as it was understood.
    public var interpreted: String
    /// What is counted by.
    public var precision: EventDate.Precision
    /// Which dates are counted.
    public var dates: Dates
    /// How many reports match.
    public var total: Int
    /// How many stories these tell.
    public var stories: Int
    /// How many of these have no date that is exact enough to be counted.
    public var uncounted: Int
    /// How many undated reports a filter by publication left out.
    public var undated: Int
    /// How many reports match that a person took for irrelevant, and are not counted.
    public var irrelevant = 0
    /// The index's revision that was counted.
    public var revision: Int
    /// When the index was last changed.
    public var updated: String
    /// From the first day that a filter asks for, else the first report, to the last; empty where nothing is counted.
    public var periods: [Period]
    /// The facet whose values have rows; `nil` for none.
    public var facet: TableAxis?
    /// The values with most reports, then what is left over, so that each report is in one row at least; in several
    /// where it has several values. A row without a report is left out.
    public var rows: [Row] = []
}

extension Timeline {
    /// So many periods in a row without a report are shown; more are one run.
    static let longestGap = 10

    /// The periods from counts.
    ///
    /// - Parameters:
    ///   - counts: reports by the first day of their period.
    ///   - span: what the filters leave; counts of periods that do not touch it are left out.
    static func periods(
        _ counts: [CalendarDate: Int],
        by precision: EventDate.Precision,
        in span: DateSpan?
    ) -> [Period] {
        let inSpan = counts.filter { day, _ in
            (span?.first.map { $0 <= precision.days(around: day).upperBound } ?? true)
                && (span?.last.map { $0 >= day } ?? true)
        }
        guard let earliest = inSpan.keys.min(), let latest = inSpan.keys.max() else { return [] }
        let start = precision.number(of: span?.first ?? earliest)
        let end = precision.number(of: span?.last ?? latest)
        var periods: [Period] = []
        var next = start
        for day in inSpan.keys.sorted() {
            let number = precision.number(of: day)
            periods += gap(next..<max(next, number), by: precision)
            periods.append(
                Period(
                    name: precision.name(of: day),
                    count: inSpan[day] ?? 0,
                    length: 1,
                    days: precision.days(around: day)
                )
            )
            next = number + 1
        }
        return periods + gap(next..<max(next, end + 1), by: precision)
    }

    private static func gap(_ numbers: Range<Int>, by precision: EventDate.Precision) -> [Period] {
        func days(_ number: Int) -> ClosedRange<CalendarDate> {
            let day = precision.day(at: number) ?? .firstDay
            return precision.days(around: day)
        }
        func name(_ days: ClosedRange<CalendarDate>) -> String { precision.name(of: days.lowerBound) }
        guard numbers.count > longestGap else {
            return numbers.map { number in
                let days = days(number)
                return Period(name: name(days), count: 0, length: 1, days: days)
            }
        }
        let (first, last) = (days(numbers.lowerBound), days(numbers.upperBound - 1))
        let whole = min(first.lowerBound, last.upperBound)...max(first.lowerBound, last.upperBound)
        return [Period(name: name(first) + ".." + name(last), count: 0, length: numbers.count, days: whole)]
    }
}

extension EventDate.Precision {
    /// Numbers the periods, so that what follows each other has numbers that do; where they begin says nothing.
    func number(of day: CalendarDate) -> Int {
        switch self {
        case .day: day.daysSince1970
        // Counted from a Monday before the first day of the calendar.
        case .week: (day.daysSince1970 + 719_162) / 7
        case .month: day.year * 12 + day.month - 1
        case .year: day.year
        }
    }

    /// The first day of the period with a number; `nil` outside of the calendar.
    func day(at number: Int) -> CalendarDate? {
        switch self {
        case .day: CalendarDate(daysSince1970: number)
        case .week: CalendarDate(daysSince1970: number * 7 - 719_162)
        case .month: CalendarDate(year: number / 12, month: number % 12 + 1, day: 1)
        case .year: CalendarDate(year: number, month: 1, day: 1)
        }
    }
}
