import Testing

@testable import Sitrep

@Suite("Days of the calendar")
struct CalendarDateTests {
    @Test("Every day from 0001 to 9999 in steps goes to its number and back, and days follow each other")
    func roundTrip() throws {
        let first = try #require(CalendarDate(year: 1, month: 1, day: 1)).daysSince1970
        let last = try #require(CalendarDate(year: 9999, month: 12, day: 31)).daysSince1970
        #expect(first == -719_162 && last == 2_932_896)
        var before: CalendarDate?
        for number in stride(from: first, through: last, by: 97) {
            let date = try #require(CalendarDate(daysSince1970: number))
            #expect(date.daysSince1970 == number)
            #expect(CalendarDate(year: date.year, month: date.month, day: date.day) == date)
            if let before {
                #expect(before < date)
                #expect(before.description < date.description)
                #expect(before.compact < date.compact)
                #expect(before.adding(days: 97) == date)
            }
            before = date
        }
    }

    @Test("Every day of four centuries is the day after the one before")
    func successors() throws {
        var date = try #require(CalendarDate(year: 1899, month: 12, day: 31))
        let number = date.daysSince1970
        for step in 1...150_000 {
            let day = date.day < CalendarDate.days(inMonth: date.month, of: date.year) ? date.day + 1 : 1
            let month = day > 1 ? date.month : date.month % 12 + 1
            let year = day > 1 || month > 1 ? date.year : date.year + 1
            guard let next = CalendarDate(daysSince1970: number + step), next.year == year, next.month == month,
                next.day == day
            else {
                Issue.record("the day after \(date)")
                return
            }
            date = next
        }
    }

    @Test func weekdays() throws {
        for (text, weekday) in [("1970-01-01", 4), ("2024-02-29", 4), ("2024-11-13", 3), ("2000-01-01", 6)] {
            #expect(try #require(DateSpan(text, today: .firstDay)?.first).weekday == weekday)
        }
        // 0001-01-01 was a Monday of the proleptic Gregorian calendar.
        #expect(CalendarDate(year: 1, month: 1, day: 1)?.weekday == 1)
    }

    @Test(arguments: [
        (2023, 2, 29), (1900, 2, 29), (2024, 2, 30), (2024, 4, 31), (2024, 13, 1), (2024, 0, 1), (2024, 1, 0),
        (0, 1, 1),
        (10_000, 1, 1), (-5, 1, 1), (2024, -1, 1), (2024, 1, 32),
    ])
    func daysThatDoNotExist(year: Int, month: Int, day: Int) {
        #expect(CalendarDate(year: year, month: month, day: day) == nil)
    }

    @Test func outsideOfTheYears() throws {
        for number in [Int.min, -719_163, 2_932_897, Int.max] { #expect(CalendarDate(daysSince1970: number) == nil) }
        let date = try #require(CalendarDate(year: 2000, month: 2, day: 29))
        for days in [Int.min, Int.max, 4_000_000, -4_000_000] { #expect(date.adding(days: days) == nil) }
    }

    @Test func written() throws {
        let date = try #require(CalendarDate(year: 33, month: 4, day: 3))
        #expect(date.description == "0033-04-03")
        #expect(date.compact == "00330403")
    }
}
