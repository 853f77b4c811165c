internal import Xapian

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// What reports gain by their age: half as much with every half-life (Li and Croft, "Time-Based Language Models", 2003).
///
/// The gain of a report of today is what one mention of each word of the query brings. An undated report gains the
/// average of the dated ones that match, so that it is neither favoured nor lost.
struct RecencyWeights {
    /// By the value of the date's slot: `20241113`, `202411` or `2024`.
    let gains: [[UInt8]: Double]
    /// Of an undated report.
    let undated: Double

    /// - Parameters:
    ///   - most: the gain of a report of today.
    ///   - halfLife: in days, 1 or more.
    ///   - query: what the reports match.
    init(
        most: Double,
        halfLife: Int,
        today: CalendarDate,
        query: Query,
        in state: borrowing SearchIndex.State
    ) throws(XapianError) {
        guard let slot = Schema.date.slot else {
            gains = [:]
            undated = 0
            return
        }
        let days = try state.counts(query, slots: [CountedSlot(slot: slot, format: .whole)]).counts.first ?? []
        var gains: [[UInt8]: Double] = [:]
        var sum = 0.0
        var reports = 0
        for day in days {
            guard let age = Self.age(of: day.value, today: today) else { continue }
            let gain = most * exp2(-Double(age) / Double(max(1, halfLife)))
            gains[day.value] = gain
            sum += gain * Double(day.count)
            reports += day.count
        }
        self.gains = gains
        undated = reports == 0 ? 0 : sum / Double(reports)
    }

    /// The query that gives each report its gain.
    var query: Query {
        var parts: [Query] = []
        if let slot = Schema.date.slot, !gains.isEmpty {
            parts.append(.valueWeights(slot, gains, otherwise: 0))
        }
        parts.append(.filter(.constant(undated), by: .term(Schema.undated.term(""))))
        return .or(parts)
    }

    /// Days from a date to today; from the middle of a month or year of which no more is known. A date to come is today.
    static func age(of value: [UInt8], today: CalendarDate) -> Int? {
        guard let number = Int(String(decoding: value, as: UTF8.self)) else { return nil }
        let date: CalendarDate? =
            switch value.count {
            case 8: CalendarDate(year: number / 10_000, month: number / 100 % 100, day: number % 100)
            case 6: CalendarDate(year: number / 100, month: number % 100, day: 15)
            case 4: CalendarDate(year: number, month: 7, day: 1)
            default: nil
            }
        return date.map { max(0, today.daysSince1970 - $0.daysSince1970) }
    }
}
