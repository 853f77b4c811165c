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
        guard let days = days(span, years: years) else { return .matchNothing }
        return .or(
            DateCover.pieces(days).map { piece in
                switch piece.utf8.count {
                case 4: .term(Schema.year.term(piece))
                case 6: .term(Schema.month.term(piece))
                default: .term(Schema.date.term(piece))
                }
            }
        )
    }

    /// The query for the reports with an event date that has a day in `span`.
    ///
    /// For each piece of the span: what has a day in it, or covers the month or the year around it whole.
    ///
    /// - Parameter years: the years that occur in the index.
    static func happened(_ span: DateSpan, years: ClosedRange<Int>) -> Query {
        guard let days = days(span, years: years) else { return .matchNothing }
        var terms: Set<[UInt8]> = []
        for piece in DateCover.pieces(days) {
            let inside = piece.utf8.count < 8 ? Schema.happenedWithin : Schema.happened
            terms.insert(inside.term(piece))
            for length in [4, 6] where length < piece.utf8.count {
                terms.insert(Schema.happened.term(String(piece.prefix(length))))
            }
        }
        return .or(terms.sorted { $0.lexicographicallyPrecedes($1) }.map { .term($0) })
    }

    /// The days of a span as far as they lie in some years; `nil` where none do.
    private static func days(_ span: DateSpan, years: ClosedRange<Int>) -> ClosedRange<CalendarDate>? {
        guard let start = CalendarDate(year: years.lowerBound, month: 1, day: 1),
            let end = CalendarDate(year: years.upperBound, month: 12, day: 31)
        else { return nil }
        let first = max(span.first ?? start, start)
        let last = min(span.last ?? end, end)
        return first <= last ? first...last : nil
    }

    /// The years that occur in an index as years of a field; the span of one year where there are none.
    static func years(
        of field: Schema.Field = Schema.year,
        in database: borrowing some DatabaseReading & ~Copyable
    ) throws -> ClosedRange<Int> {
        let years = try database.allTerms(prefix: Array(field.prefix.utf8), limit: 10_000)
            .map { $0.term.dropFirst(field.prefix.utf8.count) }.filter { $0.count == 4 }
            .compactMap { Int(String(decoding: $0, as: UTF8.self)) }
        return (years.min() ?? 1970)...(years.max() ?? 1970)
    }
}
