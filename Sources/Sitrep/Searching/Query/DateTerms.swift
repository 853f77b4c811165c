internal import Xapian

/// Turns a span of days into the fewest terms that cover it exactly: whole years, whole months, single days.
///
/// Terms are much faster than a range over values. A report whose day or month is not known matches where all of its
/// month or year lies in the span.
enum DateTerms {
    /// The query for the reports published in `span`.
    ///
    /// - Parameter years: the years that occur in the index; what lies outside of them needs no terms.
    static func query(_ span: DateSpan, years: ClosedRange<Int>) -> Query {
        guard let first = span.first ?? CalendarDate(year: years.lowerBound, month: 1, day: 1),
            let last = span.last ?? CalendarDate(year: years.upperBound, month: 12, day: 31),
            first <= last
        else { return .matchNothing }
        let firstYear = max(first.year, years.lowerBound)
        let lastYear = min(last.year, years.upperBound)
        guard firstYear <= lastYear else { return .matchNothing }
        var terms: [[UInt8]] = []
        for year in firstYear...lastYear {
            cover(year: year, first, last, &terms)
        }
        return terms.isEmpty ? .matchNothing : .or(terms.map { .term($0) })
    }

    private static func cover(year: Int, _ first: CalendarDate, _ last: CalendarDate, _ terms: inout [[UInt8]]) {
        let startsBefore = first <= day(year, 1, 1)
        let endsAfter = last >= day(year, 12, 31)
        if startsBefore && endsAfter {
            terms.append(Schema.year.term(String(day(year, 1, 1).compact.prefix(4))))
            return
        }
        for month in 1...12 {
            let length = CalendarDate.days(inMonth: month, of: year)
            let monthStart = day(year, month, 1)
            let monthEnd = day(year, month, length)
            guard monthEnd >= first, monthStart <= last else { continue }
            if monthStart >= first && monthEnd <= last {
                terms.append(Schema.month.term(String(monthStart.compact.prefix(6))))
                continue
            }
            for number in 1...length {
                let date = day(year, month, number)
                if date >= first && date <= last { terms.append(Schema.date.term(date.compact)) }
            }
        }
    }

    private static func day(_ year: Int, _ month: Int, _ number: Int) -> CalendarDate {
        CalendarDate(year: year, month: month, day: number) ?? .firstDay
    }

    /// The years that occur in an index; the span of one year where there are none.
    static func years(in database: borrowing some DatabaseReading & ~Copyable) throws -> ClosedRange<Int> {
        let years = try database.allTerms(prefix: Array(Schema.year.prefix.utf8), limit: 10_000)
            .compactMap { Int(String(decoding: $0.term.dropFirst(Schema.year.prefix.utf8.count), as: UTF8.self)) }
        return (years.min() ?? 1970)...(years.max() ?? 1970)
    }
}
