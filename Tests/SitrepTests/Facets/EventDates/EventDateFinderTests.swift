import Testing

@testable import Sitrep

@Suite("The dates of events are found in the text, seen from the day of publication")
struct EventDateFinderTests {
    /// A Wednesday.
    static let wednesday = PublishedDate(date: CalendarDate(year: 2024, month: 11, day: 13), origin: .record)

    /// The dates as they are written out, each end of a run.
    static func dates(_ text: String, _ published: PublishedDate = wednesday) -> [String] {
        EventDateFinder.find(title: "", text: text, published: published).flatMap(\.ends)
    }

    @Test(
        "Weekdays are the last such day on or before publication, unless words say otherwise",
        arguments: [
            ("Missiles hit Kyiv on Wednesday.", ["2024-11-13"]),
            ("Explosions on Thursday and on Tuesday.", ["2024-11-07", "2024-11-12"]),
            ("Friday’s strike, and Saturday's.", ["2024-11-08", "2024-11-09"]),
            ("Drones came overnight into Wednesday, the air force said.", ["2024-11-13"]),
            ("He said on Wednesday that Ukraine will answer.", ["2024-11-13"]),
            ("On Friday the Security Council will meet.", ["2024-11-15"]),
            ("The council will meet on Friday.", ["2024-11-15"]),
            ("They are to meet next Monday.", ["2024-11-18"]),
            (
                "The council is due to meet on Wednesday, the trains stopped due to strikes on Friday.",
                ["2024-11-13", "2024-11-08"]
            ),
            ("between Tuesday afternoon and Wednesday noon", ["2024-11-12", "2024-11-13"]),
            ("from Wednesday evening until Thursday morning", ["2024-11-06", "2024-11-07"]),
            ("It was quiet on Wednesday 13th November.", ["2024-11-13"]),
            ("Calm last Wednesday, on Tuesday last week and last Friday.", ["2024-11-06", "2024-11-05", "2024-11-08"]),
            ("the agency said Thursday (December 26).", ["2019-12-26"]),
            ("У середу вранці, в ніч на вівторок.", ["2024-11-13", "2024-11-12"]),
            ("В ночь на среду; утром в понедельник.", ["2024-11-13", "2024-11-11"]),
        ]
    )
    func weekdays(text: String, expected: [String]) { #expect(Self.dates(text) == expected) }

    @Test(
        "Distances from the day of publication, and from the day spoken of last",
        arguments: [
            ("Drones came overnight, the air force said.", ["2024-11-13"]),
            ("Last week both sides launched record attacks on each other overnight.", ["2024-W45"]),
            ("Hit yesterday, today and this morning.", ["2024-11-12", "2024-11-13"]),
            ("Hit last night and tonight.", ["2024-11-12", "2024-11-13"]),
            ("It was calm three days ago.", ["2024-11-10"]),
            ("It was hit two weeks ago, two years ago and six months ago.", ["2024-W44", "2022", "2024-05"]),
            ("Hit earlier this week, last month and earlier this year.", ["2024-W46", "2024-10", "2024"]),
            ("On 17 November 2023 the air force counted. A day earlier, none.", ["2023-11-17", "2023-11-16"]),
            ("The day before, 73 drones had been recorded.", ["2024-11-12"]),
            ("It was the day before a summit; the days before were calm.", []),
            ("Calm at the weekend.", ["2024-11-09", "2024-11-10"]),
            ("Три дні тому, вчора, минулого тижня.", ["2024-11-10", "2024-11-12", "2024-W45"]),
            ("Неделю назад, в прошлом году, сегодня.", ["2024-W45", "2023", "2024-11-13"]),
        ]
    )
    func distances(text: String, expected: [String]) { #expect(Self.dates(text) == expected) }

    @Test(
        "A day and month without a year is the last such day on or before publication",
        arguments: [
            ("It was the October 26 attack.", ["2024-10-26"]),
            ("The attack came on 14 November.", ["2023-11-14"]),
            ("A barrage on Christmas morning hit.", ["2023-12-25"]),
            ("New Year's Eve strikes, and on New Year’s Day.", ["2023-12-31", "2024-01-01"]),
            ("The October 7 attack. It began on October 7, 2023.", ["2023-10-07"]),
            ("They fired between 3 and 7 May.", ["2024-05-03", "2024-05-07"]),
            ("They fired from May 28 to June 3.", ["2024-05-28", "2024-06-03"]),
            ("It was the night of 12 to 13 November.", ["2024-11-12", "2024-11-13"]),
            ("Counted on 12 and 13 November.", ["2024-11-12", "2024-11-13"]),
            ("The talks will be held on 16 November.", ["2024-11-16"]),
            ("Putin is determined to reclaim it by January 20.", []),
            ("He stays until the change of administration in January.", []),
            ("26 грудня та 13-го листопада.", ["2023-12-26", "2024-11-13"]),
            ("С 3 по 7 мая стреляли.", ["2024-05-03", "2024-05-07"]),
            ("В ночь с 12 на 13 ноября было тихо.", ["2024-11-12", "2024-11-13"]),
            ("Counted on April 7th, 8th and 9th.", ["2024-04-07", "2024-04-08", "2024-04-09"]),
        ]
    )
    func daysOfTheYear(text: String, expected: [String]) { #expect(Self.dates(text) == expected) }

    @Test(
        "Full dates, months and years",
        arguments: [
            ("At war since 24 February 2022, and in 2014 too.", ["2022-02-24", "2014"]),
            ("A photo of November 13, 2024 in Kyiv, Ukraine.", ["2024-11-13"]),
            ("From 3 to 7 May 2023 they fired.", ["2023-05-03", "2023-05-07"]),
            ("Hit 13.11.2024, then 11/12/2023 and 11/25/2023.", ["2024-11-13", "2023-12-11", "2023-11-25"]),
            ("The log says 2024-11-01T10:00.", ["2024-11-01"]),
            ("Hit in early March; in October 2023.", ["2024-03", "2023-10"]),
            ("Deliveries since July 2023, before it invaded in February 2022.", ["2023-07", "2022-02"]),
            ("Between January and March 2024 the front moved.", ["2024-01", "2024-03"]),
            ("After Russia’s 2022 full-scale invasion; the Minsk agreements of 2015.", ["2022", "2015"]),
            ("Since the 2014 annexation, and between 2014 and 2022.", ["2014", "2014", "2022"]),
            ("In the summer of 2023, in late 2021.", ["2023", "2021"]),
            ("У жовтні, у 2014 році, торік у листопаді 2023-го.", ["2024-10", "2014", "2023-11"]),
            ("В начале марта, в феврале 2022 года.", ["2024-03", "2022-02"]),
        ]
    )
    func explicit(text: String, expected: [String]) { #expect(Self.dates(text) == expected) }

    @Test(
        "What is no date of an event",
        arguments: [
            "31 February 2024, 2024-02-30, 13 November 9999, 0000-01-01, year 0.",
            "A 12-year-old girl, 1,200 soldiers, 24 hours, a 30-day ceasefire, the 47th Brigade.",
            "Version 10.11.2024.5, call +380 44 12 05 2024, 12:05 or 3.5 per cent.",
            "Troops may 3 times march 8 km. Theresa May said so. March of the 2000.",
            "Every Friday the Sunday Times and Russia Today wrote of Black Friday.",
            "In 2022 soldiers of a total of 2014 prisoners.",
            "The treaty of 13 January 2031.",
            "In the 1970s, later this year; Trump takes office on January 20, after the January 20 inauguration.",
            "середа, среды обитания",
        ]
    )
    func noDates(text: String) { #expect(Self.dates(text) == []) }

    @Test(
        "The page's own dates are no event's",
        arguments: [
            ("KYIV, Nov. 13 (Northgate Courier) - Missiles hit the city on Monday.", ["2024-11-11"]),
            ("Kyiv, 13 November 2024 — Missiles hit the city on Monday.", ["2024-11-11"]),
            ("Published on 12 November 2024\n\nThe town was hit on Monday.", ["2024-11-11"]),
            ("This report was last updated on November 12, 2024, at 09:30 AM.", []),
            ("Dec 29, 2023\n\nBy Agnes Fell, 12 November 2024\n\nHit in July 2023.", ["2023-07"]),
            ("Agnes Fell · Wed 13 Nov 2024 09.42 GMT\n\nHit on Tuesday.", ["2024-11-12"]),
        ]
    )
    func ownDates(text: String, expected: [String]) { #expect(Self.dates(text) == expected) }

    @Test func withoutPublication() {
        let relative = "On Wednesday, yesterday, on 13 November and in October; "
        let full = "since 24 February 2022, in May 2023, in 2014."
        #expect(Self.dates(relative + full, .unknown) == ["2022-02-24", "2023-05", "2014"])
    }

    @Test("A report of which the month of publication is known")
    func monthOfPublication() {
        let month = PublishedDate(date: CalendarDate(year: 2024, month: 11, day: 1), precision: .month, origin: .url)
        let text = "Hit on Wednesday, on 20 November, on 2 December and in May."
        #expect(Self.dates(text, month) == ["2024-11-20", "2023-12-02", "2024-05"])
    }

    @Test func precisionAndSurface() throws {
        let dates = EventDateFinder.find(
            title: "Christmas morning barrage",
            text: "Hit overnight into Tuesday; counted from 3 to\n7 May, last week, in 2014. So on Christmas morning.",
            published: PublishedDate(date: CalendarDate(year: 2024, month: 12, day: 25), origin: .record)
        )
        #expect(dates.map(\.surface) == ["Christmas morning", "Tuesday", "3 to 7 May", "last week", "2014"])
        #expect(dates.map(\.precision) == [.day, .day, .day, .week, .year])
        #expect(dates[2].ends == ["2024-05-03", "2024-05-07"])
        #expect(dates[3].first == CalendarDate(year: 2024, month: 12, day: 16))
        #expect(dates[3].last == CalendarDate(year: 2024, month: 12, day: 22))
    }

    @Test("Any text gives dates that exist, and none breaks it")
    func hostile() {
        let parts = [
            "13", "November", "2024", "on", "Wednesday", ",", " ", "-", "–", ".", "/", "(", "\n", "\0", "\u{301}", "по",
            "мая", "с", "3", "31", "9999", "last", "week", "a", "ago", "between", "and", "середу", "في", "١٣", "1,2",
            "overnight", "Nov", "th", "the", "day", "before", "New", "Year", "will", "by", "May", "року", "\u{202E}",
        ]
        var generator = SeededGenerator(seed: 5)
        for _ in 0..<3_000 {
            let text = (0..<generator.number(1...24)).map { _ in
                generator.pick(parts) + (generator.chance(60) ? " " : "")
            }.joined()
            for date in EventDateFinder.find(title: text, text: text, published: Self.wednesday) {
                #expect(date.first <= date.last && (1900...2024).contains(date.first.year), "\(text)")
                #expect(!date.surface.isEmpty)
            }
        }
    }
}
