/// How the event dates of a report are kept: terms to search by, and values to count.
///
/// A date is a run of days. The run is cut into the fewest whole years, months and days (``DateCover``), each a term of
/// ``Schema/happened``; each month and year that has a day of the run is a term of ``Schema/happenedWithin``. Two runs
/// then have a day in common exactly when a piece of one lies in a piece of the other, which ``DateTerms`` asks for.
struct EventDateTerms {
    /// Terms of ``Schema/happened`` without its prefix.
    private(set) var covered: Set<String> = []
    /// Terms of ``Schema/happenedWithin`` without its prefix.
    private(set) var touched: Set<String> = []
    /// What is counted by each precision: the periods that the dates lie in, if they are known so exactly.
    private(set) var counted: [EventDate.Precision: Set<String>] = [:]

    init(_ dates: [EventDate]) {
        for date in dates {
            covered.formUnion(DateCover.pieces(date.days))
            for precision in [EventDate.Precision.month, .year] {
                touched.formUnion(precision.names(in: date.days).map(Self.compact))
            }
            for precision in EventDate.Precision.allCases where date.precision <= precision {
                counted[precision, default: []].formUnion(precision.names(in: date.days).map(Self.compact))
            }
        }
    }

    /// `20241113`, `202411`, `2024W46`, `2024`: a period's name without its hyphens.
    static func compact(_ name: String) -> String { name.filter { $0 != "-" } }

    /// The field whose slot holds what is counted by a precision.
    static func field(of precision: EventDate.Precision) -> Schema.Field {
        switch precision {
        case .day: Schema.happened
        case .week: Schema.happenedWithin
        case .month: Schema.happenedMonth
        case .year: Schema.happenedYear
        }
    }
}

/// Runs of days as the fewest whole years, whole months and single days that make them up.
enum DateCover {
    /// The pieces as the digits of their dates, in order: `2020`, `202101`, `20210201`.
    static func pieces(_ days: ClosedRange<CalendarDate>) -> [String] {
        (days.lowerBound.year...days.upperBound.year).flatMap { pieces($0, days) }
    }

    private static func pieces(_ year: Int, _ days: ClosedRange<CalendarDate>) -> [String] {
        let (first, last) = (days.lowerBound, days.upperBound)
        if first <= day(year, 1, 1) && last >= day(year, 12, 31) { return [String(day(year, 1, 1).compact.prefix(4))] }
        var pieces: [String] = []
        for month in 1...12 {
            let length = CalendarDate.days(inMonth: month, of: year)
            let monthStart = day(year, month, 1)
            let monthEnd = day(year, month, length)
            guard monthEnd >= first, monthStart <= last else { continue }
            if monthStart >= first && monthEnd <= last {
                pieces.append(String(monthStart.compact.prefix(6)))
                continue
            }
            for number in 1...length {
                let date = day(year, month, number)
                if date >= first && date <= last { pieces.append(date.compact) }
            }
        }
        return pieces
    }

    private static func day(_ year: Int, _ month: Int, _ number: Int) -> CalendarDate {
        CalendarDate(year: year, month: month, day: number) ?? .firstDay
    }
}
