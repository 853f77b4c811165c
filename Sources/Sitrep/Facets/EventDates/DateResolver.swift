/// Says what days the dates of a report are, seen from the day when it was published.
struct DateResolver {
    /// The day of publication; `nil` where it is not known to the day.
    private let day: CalendarDate?
    /// The last day on which the report may have been published; `nil` when undated.
    private let latest: CalendarDate?
    /// The years that the text itself gives for days of a year: `7 October 2023` for a later `October 7`.
    private let years: [Int: Int]
    /// The single day that the text spoke of last.
    private var anchor: CalendarDate?

    /// A date farther ahead than that is none on which something has happened.
    private static let daysAhead = 7
    /// Runs longer than these are given by their two ends alone.
    private static let longestRun: [EventDate.Precision: Int] = [.day: 366, .week: 366, .month: 1_100, .year: 3_700]

    init(published: PublishedDate, expressions: [FoundExpression]) {
        if let date = published.date, let precision = published.precision {
            day = precision == .day ? date : nil
            switch precision {
            case .day: latest = date
            case .month: latest = EventDate.Precision.month.days(around: date).upperBound
            case .year: latest = EventDate.Precision.year.days(around: date).upperBound
            }
        } else {
            day = nil
            latest = nil
        }
        var years: [Int: Int] = [:]
        for item in expressions {
            if case .day(let date) = item.expression { years[date.month * 32 + date.day] = date.year }
        }
        self.years = years
    }

    /// The dates that `expressions` of one passage are, in order, each with the tokens it was read from.
    mutating func resolve(_ expressions: [FoundExpression]) -> [(date: EventDate, tokens: Range<Int>)] {
        var dates: [(date: EventDate, tokens: Range<Int>)] = []
        var index = 0
        while index < expressions.count {
            let item = expressions[index]
            let next = item.reachesNext && index + 1 < expressions.count ? expressions[index + 1] : nil
            if let next, let last = resolve(next), let first = resolve(item, before: last), first.first < last.last {
                dates += run(first, last, item.tokens.lowerBound..<max(item.tokens.upperBound, next.tokens.upperBound))
                index += 2
                continue
            }
            if let date = resolve(item) {
                dates.append((date, item.tokens))
                if date.first == date.last { anchor = date.first }
            }
            index += 1
        }
        return dates
    }

    /// What happened from one date to another: one run, or the two ends where that is long.
    private mutating func run(
        _ first: EventDate,
        _ last: EventDate,
        _ tokens: Range<Int>
    ) -> [(date: EventDate, tokens: Range<Int>)] {
        anchor = last.last
        let precision = max(first.precision, last.precision)
        let length = last.last.daysSince1970 - first.first.daysSince1970
        guard first.precision == last.precision, length <= Self.longestRun[precision] ?? 0 else {
            return [(first, tokens), (last, tokens)]
        }
        return [(EventDate(first: first.first, last: last.last, precision: precision), tokens)]
    }

    /// - Parameter end: the date that something went on to, seen from which the expression is the last such day before.
    private func resolve(_ item: FoundExpression, before end: EventDate? = nil) -> EventDate? {
        guard let date = date(of: item, before: end), let limit = latest else {
            // Without a date of publication only what is given in full is known.
            if case .dayOfYear = item.expression { return nil }
            return latest == nil ? date(of: item, before: end) : nil
        }
        guard let farthest = limit.adding(days: Self.daysAhead), date.first <= farthest else { return nil }
        return date
    }

    private func date(of item: FoundExpression, before end: EventDate?) -> EventDate? {
        switch item.expression {
        case .day(let date): return EventDate(date, .day)
        case .dayOfYear(let month, let day, let weekday):
            return dayOfYear(month, day, weekday, item, before: end).map { EventDate($0, .day) }
        case .month(let month, let year?):
            return CalendarDate(year: year, month: month, day: 1).map { EventDate($0, .month) }
        case .month(let month, nil): return monthAlone(month, item, before: end)
        case .year(let year):
            guard let limit = latest else {
                return CalendarDate(year: year, month: 1, day: 1).map { EventDate($0, .year) }
            }
            return year > limit.year ? nil : CalendarDate(year: year, month: 1, day: 1).map { EventDate($0, .year) }
        case .weekday(let weekday):
            guard let day = end?.last ?? day else { return nil }
            // "Will meet on Wednesday", said on a Wednesday, is that day.
            if item.isAhead, end == nil {
                return day.adding(days: (weekday - day.weekday + 7) % 7).map { EventDate($0, .day) }
            }
            return day.adding(days: -((day.weekday - weekday + 7) % 7)).map { EventDate($0, .day) }
        case .nextWeekday(let weekday):
            return day.flatMap { Self.weekday(weekday, after: $0) }.map { EventDate($0, .day) }
        case .lastWeekday(let weekday):
            return day.flatMap { $0.adding(days: -((($0.weekday - weekday + 6) % 7) + 1)) }.map { EventDate($0, .day) }
        case .weekdayOfWeek(let weekday, let weeks):
            return day.flatMap { $0.adding(days: weekday - $0.weekday + 7 * weeks) }.map { EventDate($0, .day) }
        case .relative(let number, let precision): return day.flatMap { Self.moved($0, by: number, precision) }
        case .shifted(let number, let precision):
            guard let day = anchor ?? day, let date = Self.moved(day, by: number, precision) else { return nil }
            return latest.map { date.first <= $0 } ?? true ? date : nil
        case .weekend:
            guard let day, let saturday = day.adding(days: -((day.weekday + 1) % 7)),
                let sunday = saturday.adding(days: 1)
            else { return nil }
            return EventDate(first: saturday, last: sunday, precision: .day)
        }
    }

    private static func weekday(_ weekday: Int, after day: CalendarDate) -> CalendarDate? {
        day.adding(days: (weekday - day.weekday + 6) % 7 + 1)
    }

    /// The last such day on or before publication; one a few days ahead where words speak of the future.
    private func dayOfYear(
        _ month: Int,
        _ day: Int,
        _ weekday: Int?,
        _ item: FoundExpression,
        before end: EventDate?
    ) -> CalendarDate? {
        guard let limit = end?.last ?? latest else { return nil }
        if end == nil, let year = years[month * 32 + day], year <= limit.year {
            return CalendarDate(year: year, month: month, day: day)
        }
        if item.isAhead, end == nil {
            let ahead = [limit.year, limit.year + 1].compactMap { CalendarDate(year: $0, month: month, day: day) }
                .first { $0 > limit }
            if let ahead, ahead.daysSince1970 - limit.daysSince1970 <= Self.daysAhead { return ahead }
            // What is planned for a day that has passed in this year is planned for the next.
            return Self.last(month, day, nil, limit).flatMap { isRecent($0, limit) ? $0 : nil }
        }
        guard let last = Self.last(month, day, weekday, limit) ?? Self.last(month, day, nil, limit) else { return nil }
        // "By January 20", said in November, is a time to come.
        if item.isDeadline, end == nil, !isRecent(last, limit) { return nil }
        return last
    }

    /// Whether a day that words about the future speak of is rather the one just past than the next.
    private func isRecent(_ day: CalendarDate, _ limit: CalendarDate) -> Bool {
        limit.daysSince1970 - day.daysSince1970 <= 60
    }

    private static func last(_ month: Int, _ day: Int, _ weekday: Int?, _ limit: CalendarDate) -> CalendarDate? {
        // Within eight years every day of the year comes, 29 February too; a weekday returns within eleven.
        for year in stride(from: limit.year, through: max(1, limit.year - 11), by: -1) {
            guard let date = CalendarDate(year: year, month: month, day: day), date <= limit,
                weekday.map({ date.weekday == $0 }) ?? true
            else { continue }
            return date
        }
        return nil
    }

    private func monthAlone(_ month: Int, _ item: FoundExpression, before end: EventDate?) -> EventDate? {
        guard let limit = end?.last ?? latest else { return nil }
        let year = month <= limit.month ? limit.year : limit.year - 1
        guard let first = CalendarDate(year: year, month: month, day: 1) else { return nil }
        let date = EventDate(first, .month)
        let mayCome = (item.isAhead || item.isDeadline) && end == nil
        return mayCome && !isRecent(date.last, limit) ? nil : date
    }

    /// The day, or the week, month or year, that lies so many of them from that of a day.
    private static func moved(_ day: CalendarDate, by number: Int, _ precision: EventDate.Precision) -> EventDate? {
        let target: CalendarDate?
        switch precision {
        case .day: target = day.adding(days: number)
        case .week: target = day.adding(days: 7 * number)
        case .month:
            let months = day.year * 12 + day.month - 1 + number
            target = months < 12 ? nil : CalendarDate(year: months / 12, month: months % 12 + 1, day: 1)
        case .year: target = CalendarDate(year: day.year + number, month: 1, day: 1)
        }
        return target.map { EventDate($0, precision) }
    }
}
