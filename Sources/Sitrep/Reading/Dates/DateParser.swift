/// A date as it was read from a string, with how much of it was given.
struct ParsedDate: Sendable, Equatable {
    var date: CalendarDate
    var precision: PublishedDate.Precision

    init?(year: Int, month: Int? = nil, day: Int? = nil) {
        // Reports are of our time: anything else is a number that looks like a date.
        guard (1900...2199).contains(year),
            let date = CalendarDate(year: year, month: month ?? 1, day: month == nil ? 1 : day ?? 1)
        else { return nil }
        self.date = date
        precision = month == nil ? .year : day == nil ? .month : .day
    }
}

/// A date found in a text.
struct FoundDate: Sendable, Equatable {
    var date: ParsedDate
    /// Where it stands: UTF-8 offsets.
    var range: Range<Int>
}

/// Reads dates as news write them, with the month's name in any language of ``MonthNames`` and in any script's digits.
///
/// `11/12/2024` and `11.12.2024` are taken day first, as most of the world writes it, unless the second number is above
/// 12 or the style says that slashes are meant the American way. A time and a time zone change nothing: the calendar day
/// counts as it is written.
enum DateParser {
    /// The date that a whole string is: a record's field, a page's metadata. Also `2024-11`, `2024`, `20241113` and a
    /// month with its year.
    static func parse(_ text: String, style: DateStyle = .standard) -> ParsedDate? {
        DateScanner(TextLines.trimmed(text), style: style, allowsPartial: true).first()?.date
    }

    /// The UTC day of a number of seconds or milliseconds since 1970.
    static func parse(secondsSince1970 number: Int64) -> ParsedDate? {
        if (1900...2199).contains(number) { return ParsedDate(year: Int(number)) }
        if (19_000_101...21_991_231).contains(number) {
            let number = Int(number)
            return ParsedDate(year: number / 10_000, month: number / 100 % 100, day: number % 100)
        }
        let seconds = number.magnitude > 100_000_000_000 ? number / 1000 : number
        guard seconds >= 100_000_000 else { return nil }
        guard let day = CalendarDate(daysSince1970: Int(seconds / 86_400)) else { return nil }
        return ParsedDate(year: day.year, month: day.month, day: day.day)
    }

    /// The full dates in a running text, in order.
    static func find(in text: String, style: DateStyle = .standard) -> [FoundDate] {
        DateScanner(text, style: style, allowsPartial: false).all()
    }

    /// A day and month without a year ("Nov. 13"), at the start of the text.
    static func dayAndMonth(atStartOf text: String) -> (month: Int, day: Int, end: Int)? {
        DateScanner(text, style: .standard, allowsPartial: false).dayAndMonth(at: 0)
    }
}
