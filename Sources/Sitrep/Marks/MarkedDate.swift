/// What a person says of a report's date of publication.
public enum MarkedDate: Sendable, Equatable {
    /// It was published then.
    case published(CalendarDate, PublishedDate.Precision)
    /// It has no date that could be trusted.
    case none

    /// The date as reports have it.
    public var published: PublishedDate {
        switch self {
        case .published(let date, let precision): PublishedDate(date: date, precision: precision, origin: .mark)
        case .none: PublishedDate(date: nil, precision: nil, origin: .mark)
        }
    }

    /// Reads a day, a month or a year in one of the forms of ``DateSpan``.
    ///
    /// - Throws: ``SitrepError`` `usage` for anything else.
    public static func read(_ text: String) throws(SitrepError) -> MarkedDate {
        try read(text, today: Timestamp.localToday())
    }

    /// Reads a date that is the same on any day.
    ///
    /// - Throws: ``SitrepError`` `usage` for anything else.
    static func readAbsolute(_ text: String) throws(SitrepError) -> MarkedDate {
        let date = try read(text, today: Timestamp.localToday(), hint: "write 2024-11-13, 2024-11 or 2024")
        guard let other = try? read(text, today: .firstDay), other == date else {
            throw SitrepError(
                .usage,
                "“\(text)” is another date every day",
                hint: "write the date itself, as \(date.text ?? "2024-11-13")"
            )
        }
        return date
    }

    private static func read(
        _ text: String,
        today: CalendarDate,
        hint: String = "write 2024-11-13, 2024-11, 2024, today or yesterday"
    ) throws(SitrepError) -> MarkedDate {
        var reason: String?
        do throws(DateMistake) {
            let span = try DateSpan.read(text, today: today)
            if let first = span.first, let precision = precision(of: span) { return .published(first, precision) }
        } catch {
            reason = error.reason
        }
        throw SitrepError(
            .usage,
            "“\(text)” is no date" + (reason.map { ": " + $0 } ?? " of a day, a month or a year"),
            hint: hint
        )
    }

    private static func precision(of span: DateSpan) -> PublishedDate.Precision? {
        guard let first = span.first, let last = span.last else { return nil }
        if first == last { return .day }
        guard first.day == 1, first.year == last.year, last.day == CalendarDate.days(inMonth: last.month, of: last.year)
        else { return nil }
        if first.month == last.month { return .month }
        return first.month == 1 && last.month == 12 ? .year : nil
    }

    /// `2024-11-13`, `2024-11` or `2024`; `nil` for no date.
    public var text: String? { published.text }
}
