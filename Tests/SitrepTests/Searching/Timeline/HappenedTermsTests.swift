import Testing
import Xapian

@testable import Sitrep

@Suite("A span finds the event dates that have a day in common with it")
struct HappenedTermsTests {
    /// A date of any precision, or a run of days.
    static func date(_ generator: inout SeededGenerator) throws -> EventDate {
        let day = try #require(CalendarDate(daysSince1970: generator.number(18_000...20_000)))
        guard generator.chance(70) else {
            let last = try #require(day.adding(days: generator.number(0...90)))
            return EventDate(first: day, last: last, precision: .day)
        }
        return EventDate(day, generator.pick(EventDate.Precision.allCases))
    }

    private func carried(_ dates: [EventDate]) -> Set<String> {
        let terms = EventDateTerms(dates)
        return Set(terms.covered.map { "XH" + $0 }).union(terms.touched.map { "XI" + $0 })
    }

    private func asked(_ span: DateSpan, years: ClosedRange<Int>) throws -> Set<String> {
        switch DateTerms.happened(span, years: years) {
        case .matchNothing: return []
        case .or(let parts):
            return Set(
                try parts.map { part in
                    guard case .term(let term) = part else {
                        Issue.record("\(part) is no term")
                        throw CancellationError()
                    }
                    return String(decoding: term, as: UTF8.self)
                }
            )
        default:
            Issue.record("neither terms nor nothing")
            return []
        }
    }

    @Test("Random spans and dates of every precision: just those that overlap")
    func bruteForce() throws {
        var generator = SeededGenerator(seed: 31)
        for _ in 0..<250 {
            func day() -> CalendarDate? {
                generator.chance(85) ? CalendarDate(daysSince1970: generator.number(17_700...20_300)) : nil
            }
            let span = DateSpan(first: day(), last: day())
            let wanted = try asked(span, years: 2019...2025)
            for _ in 0..<40 {
                let dates = try (0..<generator.number(1...3)).map { _ in try Self.date(&generator) }
                let expected = dates.contains { date in
                    let first = max(date.first, span.first ?? date.first)
                    return first <= min(date.last, span.last ?? date.last)
                        && (span.first.map { first in span.last.map { first <= $0 } ?? true } ?? true)
                }
                #expect(!wanted.isDisjoint(with: carried(dates)) == expected, "\(span) \(dates.map(\.ends))")
            }
        }
    }

    @Test func fewTerms() throws {
        let year = try #require(DateSpan("2024", today: .firstDay))
        #expect(try asked(year, years: 2019...2025) == ["XI2024"])
        let day = try #require(DateSpan("2024-11-13", today: .firstDay))
        #expect(try asked(day, years: 2019...2025) == ["XH20241113", "XH202411", "XH2024"])
        #expect(try asked(year, years: 2019...2020) == [])
        let november = try #require(CalendarDate(year: 2024, month: 11, day: 13))
        #expect(carried([EventDate(november, .month)]) == ["XH202411", "XI202411", "XI2024"])
        #expect(carried([EventDate(november, .day)]) == ["XH20241113", "XI202411", "XI2024"])
    }

    @Test("What is counted is at least as exact as the period")
    func counted() throws {
        let november = try #require(CalendarDate(year: 2024, month: 11, day: 13))
        #expect(EventDateTerms([EventDate(november, .month)]).counted == [.month: ["202411"], .year: ["2024"]])
        let end = try #require(CalendarDate(year: 2024, month: 12, day: 1))
        let terms = EventDateTerms([EventDate(end, .week), EventDate(november, .day)])
        #expect(terms.counted[.day] == ["20241113"])
        #expect(terms.counted[.week] == ["2024W46", "2024W48"])
        #expect(terms.counted[.month] == ["202411", "202412"])
    }
}
