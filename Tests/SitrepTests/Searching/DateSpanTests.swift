import Testing

@testable import Sitrep

@Suite("Dates as a person writes them")
struct DateSpanTests {
    static let today = CalendarDate(year: 2024, month: 3, day: 1) ?? .firstDay

    private func written(_ span: DateSpan?) -> String? {
        span.map { "\($0.first?.description ?? "…") \($0.last?.description ?? "…")" }
    }

    @Test(arguments: [
        ("2024", "2024-01-01 2024-12-31"), ("2024-02", "2024-02-01 2024-02-29"), ("2024-2", "2024-02-01 2024-02-29"),
        ("2024-11-13", "2024-11-13 2024-11-13"), ("2024-1-3", "2024-01-03 2024-01-03"),
        ("2024-W46", "2024-11-11 2024-11-17"), ("2024-w1", "2024-01-01 2024-01-07"),
        ("2020-W53", "2020-12-28 2021-01-03"), ("2021-W01", "2021-01-04 2021-01-10"),
        ("today", "2024-03-01 2024-03-01"), ("Yesterday", "2024-02-29 2024-02-29"), ("7d", "2024-02-23 2024-02-23"),
        ("0d", "2024-03-01 2024-03-01"), ("366D", "2023-03-01 2023-03-01"), ("0001", "0001-01-01 0001-12-31"),
        ("9999-12-31", "9999-12-31 9999-12-31"), ("2w", "2024-02-16 2024-02-16"), ("3m", "2023-12-01 2023-12-01"),
        ("1y", "2023-03-01 2023-03-01"), ("0M", "2024-03-01 2024-03-01"), ("14m", "2023-01-01 2023-01-01"),
        ("last week", "2024-02-19 2024-02-25"), ("Last-Month", "2024-02-01 2024-02-29"),
        ("last year", "2023-01-01 2023-12-31"), ("this week", "2024-02-26 2024-03-03"),
        ("this-month", "2024-03-01 2024-03-31"), ("this year", "2024-01-01 2024-12-31"),
    ])
    func single(text: String, expected: String) {
        #expect(written(DateSpan(text, today: Self.today)) == expected)
        #expect(written(DateSpan(range: text, today: Self.today)) == expected)
    }

    @Test(arguments: [
        "", "-", "24", "02024", "2024-", "2024-13", "2024-00", "2024-02-30", "2023-02-29", "2024-11-13-1", "2024-W00",
        "2024-W53", "2024-W54", "2024-W", "2024-Wx", "2024/11", "13.11.2024", "tomorrow", "d", "-7d", "7 d", "1234567d",
        "999999d", "2025y", "999999m", "last", "last day", "lastmonth", "next week", "-last week", "last week-",
        "this last week", "3", "3x", "m", "1.5m", "99999", "２０２４", "2024-1１", " 2024", "0000", "0000-W01", "2024-W46-1",
        "--", "2024--11",
    ])
    func nonsense(text: String) {
        #expect(DateSpan(text, today: Self.today) == nil)
        #expect(DateSpan(range: text, today: Self.today) == nil)
    }

    @Test(arguments: [
        ("2024-11..2024-12", "2024-11-01 2024-12-31"), ("2024..", "2024-01-01 …"), ("..2024-02", "… 2024-02-29"),
        ("2023..today", "2023-01-01 2024-03-01"), ("7d..yesterday", "2024-02-23 2024-02-29"),
        (">=2024-11", "2024-11-01 …"), (">2024-11", "2024-12-01 …"), ("<=2024-11", "… 2024-11-30"),
        ("<2024-11", "… 2024-10-31"), (">2024", "2025-01-01 …"), ("<2024-W01", "… 2023-12-31"),
        ("7d..", "2024-02-23 …"), ("last month..", "2024-02-01 …"), ("last-year..last-month", "2023-01-01 2024-02-29"),
        (">=last-week", "2024-02-19 …"), ("<this month", "… 2024-02-29"), (">=9999", "9999-01-01 …"),
        ("<=0001", "… 0001-12-31"),
    ])
    func ranges(text: String, expected: String) {
        #expect(written(DateSpan(range: text, today: Self.today)) == expected)
        if text.contains("..") || text.first == ">" || text.first == "<" {
            #expect(DateSpan(text, today: Self.today) == nil)
        }
    }

    @Test(arguments: [
        "..", "...", "2024...2025", "2024..x", "x..2024", ">", ">=", "<", ">x", "=2024", "> 2024", "2024..2025..2026",
        ">9999", ">9999-12-31", "<0001", "<0001-01-01", ">=2024..2025",
    ])
    func nonsenseRanges(text: String) { #expect(DateSpan(range: text, today: Self.today) == nil) }

    @Test("The last day of a shorter month stands for one that it has not")
    func monthsBack() throws {
        let leapDay = try #require(CalendarDate(year: 2024, month: 2, day: 29))
        #expect(DateSpan("1y", today: leapDay)?.first?.description == "2023-02-28")
        let last = try #require(CalendarDate(year: 2024, month: 12, day: 31))
        #expect(DateSpan("1m", today: last)?.first?.description == "2024-11-30")
        #expect(DateSpan("10m", today: last)?.first?.description == "2024-02-29")
        #expect(DateSpan("12m", today: last)?.first?.description == "2023-12-31")
    }

    @Test(
        "What does not exist is said",
        arguments: [
            ("2024-13", "month 13"), ("2024-00", "month 00"), ("2024-02-30", "2024-02 has 29 days"),
            ("2023-2-29", "28"),
            ("0000", "0001 to 9999"), ("99999", "0001 to 9999"), ("2024-W54", "no week 54"), ("2024..2025-13", "13"),
            (">9999", "0001 to 9999"), ("<0001", "0001 to 9999"), ("9000y", "0001 to 9999"),
        ]
    )
    func reasons(text: String, part: String) {
        let error = #expect(throws: DateMistake.self) { try DateSpan.read(range: text, today: Self.today) }
        #expect(error?.reason?.contains(part) == true, "\(error?.reason ?? "")")
    }

    @Test("All forms of the table can be read")
    func table() {
        for form in DateSpan.table {
            let text = form.example.filter { $0 != "\"" }
            #expect(DateSpan(text, today: Self.today) != nil, "\(form.example)")
            #expect(DateSpan.forms.contains(form.example))
        }
    }

    @Test("The weeks of all years follow each other without a gap")
    func weeks() throws {
        var end: CalendarDate?
        for year in 1996...2030 {
            for week in 1...53 {
                guard let span = DateSpan("\(year)-W\(week)", today: Self.today) else {
                    #expect(week == 53)
                    continue
                }
                let first = try #require(span.first)
                #expect(first.weekday == 1 && span.last == first.adding(days: 6))
                #expect(first.adding(days: 3)?.year == year)
                if let end { #expect(end.adding(days: 1) == first) }
                end = span.last
            }
        }
    }
}
