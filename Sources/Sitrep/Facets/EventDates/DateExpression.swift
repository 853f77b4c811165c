/// A date as a report words it, before it is known what day that is.
enum DateExpression: Equatable {
    /// `13 November 2024`, `13.11.2024`.
    case day(CalendarDate)
    /// `13 November`, `Wednesday, 13 November`.
    case dayOfYear(month: Int, day: Int, weekday: Int?)
    /// `October 2023`, and `October` alone.
    case month(Int, year: Int?)
    /// `in 2014`.
    case year(Int)
    /// `Wednesday`; 1 for Monday.
    case weekday(Int)
    /// `next Wednesday`: the first one after the day of publication.
    case nextWeekday(Int)
    /// `last Wednesday`: the last one before the day of publication.
    case lastWeekday(Int)
    /// `Tuesday last week`: that day of the week so many from that of publication.
    case weekdayOfWeek(Int, weeks: Int)
    /// So many days, weeks, months or years from those of publication: `today`, `last week`, `three days ago`.
    case relative(Int, EventDate.Precision)
    /// So many of them from the day that the text spoke of last: `a week earlier`.
    case shifted(Int, EventDate.Precision)
    /// The Saturday and Sunday begun last.
    case weekend

    var isYear: Bool {
        if case .year = self { true } else { false }
    }
}

/// An expression and where it stands.
struct FoundExpression {
    var expression: DateExpression
    /// Its tokens.
    var tokens: Range<Int>
    /// Words beside it speak of the future.
    var isAhead = false
    /// It may be a time until which something is to happen: `by January 20`.
    var isDeadline = false
    /// What happened went on from this date to the next expression's.
    var reachesNext = false
    /// It says a day only where its sentence names no other: `overnight`.
    var isWeak = false
}
