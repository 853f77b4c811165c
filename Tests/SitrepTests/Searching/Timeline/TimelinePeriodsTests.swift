import Testing

@testable import Sitrep

@Suite("A timeline runs without a break")
struct TimelinePeriodsTests {
    private func counts(_ days: [String: Int]) throws -> [CalendarDate: Int] {
        try days.reduce(into: [:]) { counts, entry in
            let day = try #require(DateSpan(entry.key, today: .firstDay)?.first)
            counts[day] = entry.value
        }
    }

    private func lines(_ periods: [Timeline.Period]) -> [String] {
        periods.map { "\($0.name) \($0.count)" + ($0.length > 1 ? " (\($0.length))" : "") }
    }

    private func span(_ text: String) -> DateSpan? { DateSpan(range: text, today: .firstDay) }

    @Test func emptyPeriodsAreShown() throws {
        let counts = try counts(["2024-11-30": 2, "2024-12-02": 1])
        #expect(
            lines(Timeline.periods(counts, by: .day, in: nil)) == ["2024-11-30 2", "2024-12-01 0", "2024-12-02 1"]
        )
        let span = span("2024-11-29..2024-12-01")
        #expect(
            lines(Timeline.periods(counts, by: .day, in: span)) == ["2024-11-29 0", "2024-11-30 2", "2024-12-01 0"]
        )
    }

    @Test("Many empty ones are one line, inside and at the ends")
    func longGaps() throws {
        let counts = try counts(["2024-01-01": 1, "2024-03-01": 1])
        #expect(
            lines(Timeline.periods(counts, by: .day, in: nil)) == [
                "2024-01-01 1", "2024-01-02..2024-02-29 0 (59)", "2024-03-01 1",
            ]
        )
        let all = Timeline.periods(counts, by: .day, in: span("0001..9999"))
        #expect(all.count == 5)
        #expect(all.first?.name == "0001-01-01..2023-12-31")
        #expect(all.last?.name == "2024-03-02..9999-12-31")
        #expect(Timeline.periods([:], by: .day, in: span("2024")).isEmpty)
        #expect(Timeline.periods(counts, by: .day, in: span("2023")).isEmpty)
    }

    @Test func weeksMonthsYears() throws {
        let weeks = try counts(["2024-W52": 1, "2025-W02": 3])
        #expect(lines(Timeline.periods(weeks, by: .week, in: nil)) == ["2024-W52 1", "2025-W01 0", "2025-W02 3"])
        let months = try counts(["2024-11": 1, "2025-01": 3])
        #expect(lines(Timeline.periods(months, by: .month, in: nil)) == ["2024-11 1", "2024-12 0", "2025-01 3"])
        // A period counts that a span has a day of.
        #expect(
            lines(Timeline.periods(months, by: .month, in: span("2025-01-31..2025-02-01"))) == [
                "2025-01 3", "2025-02 0",
            ]
        )
        let years = try counts(["2022": 1, "2024": 3])
        #expect(lines(Timeline.periods(years, by: .year, in: nil)) == ["2022 1", "2023 0", "2024 3"])
    }

    @Test("Periods are numbered one after the other")
    func numbers() throws {
        for precision in EventDate.Precision.allCases {
            for day in stride(from: -700_000, to: 2_900_000, by: 9_973) {
                let date = try #require(CalendarDate(daysSince1970: day))
                let days = precision.days(around: date)
                let number = precision.number(of: date)
                #expect(precision.day(at: number) == days.lowerBound)
                #expect(precision.number(of: days.upperBound) == number)
                let next = try #require(days.upperBound.adding(days: 1))
                #expect(precision.number(of: next) == number + 1)
            }
        }
    }
}
