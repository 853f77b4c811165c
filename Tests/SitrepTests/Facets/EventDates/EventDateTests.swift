import Testing

@testable import Sitrep

@Suite("Periods have their ISO 8601 names")
struct EventDateTests {
    private func day(_ year: Int, _ month: Int, _ day: Int) throws -> CalendarDate {
        try #require(CalendarDate(year: year, month: month, day: day))
    }

    @Test func weeks() throws {
        let week = EventDate.Precision.week
        #expect(week.name(of: try day(2024, 11, 13)) == "2024-W46")
        #expect(week.name(of: try day(2024, 12, 30)) == "2025-W01")
        #expect(week.name(of: try day(2021, 1, 3)) == "2020-W53")
        let monday = try day(2024, 11, 11)
        let sunday = try day(2024, 11, 17)
        #expect(week.days(around: try day(2024, 11, 13)) == monday...sunday)
    }

    @Test("The name of a week is read back as its days")
    func weeksRoundTrip() throws {
        for number in stride(from: -40_000, to: 60_000, by: 13) {
            let date = try #require(CalendarDate(daysSince1970: number))
            let span = try #require(DateSpan(EventDate.Precision.week.name(of: date), today: date))
            let days = EventDate.Precision.week.days(around: date)
            #expect(span == DateSpan(first: days.lowerBound, last: days.upperBound))
        }
    }

    @Test func runs() throws {
        let first = try day(2024, 2, 28)
        let run = first...(try day(2024, 3, 1))
        #expect(EventDate.Precision.day.names(in: run) == ["2024-02-28", "2024-02-29", "2024-03-01"])
        #expect(EventDate.Precision.month.names(in: run) == ["2024-02", "2024-03"])
        #expect(EventDate.Precision.year.names(in: run) == ["2024"])
        let end = try day(9999, 12, 31)
        #expect(EventDate.Precision.week.names(in: end...end).count == 1)
        let date = EventDate(try day(2024, 11, 13), .month)
        #expect(date.days.lowerBound.description == "2024-11-01")
        #expect(date.days.upperBound.description == "2024-11-30")
        #expect(date.ends == ["2024-11"])
    }
}
