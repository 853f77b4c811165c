import Testing

@testable import Sitrep

@Suite("Dates as news write them")
struct DateParserTests {
    @Test(
        "The 13th of November 2024",
        arguments: [
            "2024-11-13", "2024-11-13T23:59:59Z", "2024-11-13T00:30:00+02:00", "2024-11-13 10:00", "2024/11/13",
            "20241113",
            "13.11.2024", "13/11/2024", "11/13/2024", "13-11-2024", "13.11.24", "Nov 13, 2024", "Nov. 13th, 2024",
            "November 13 2024", "13 November 2024", "Wednesday 13th November 2024", "Wed, 13 Nov 2024 10:00:00 GMT",
            "13th of November, 2024", "13-Nov-2024", "13 листопада 2024", "13 листопада 2024 року, 10:00",
            "13 ноября 2024 года",
            "Середа, 13 лист. 2024", "Published: 13 Nov. 2024 at 09:30 AM", "2024, November 13", "NOVEMBER 13, 2024",
            "13\u{A0}листопада\u{A0}2024",
        ]
    )
    func day(form: String) {
        #expect(DateParser.parse(form) == ParsedDate(year: 2024, month: 11, day: 13), "\(form)")
    }

    @Test("Ambiguous numbers are day first, but month first with slashes where the page is American")
    func order() {
        #expect(DateParser.parse("11/12/2024")?.date.description == "2024-12-11")
        #expect(DateParser.parse("11/12/2024", style: DateStyle(monthFirst: true))?.date.description == "2024-11-12")
        #expect(DateParser.parse("11.12.2024", style: DateStyle(monthFirst: true))?.date.description == "2024-12-11")
        #expect(DateParser.parse("13/12/2024", style: DateStyle(monthFirst: true))?.date.description == "2024-12-13")
    }

    @Test(
        "The 13th of November 2024 in other languages, scripts and orders",
        arguments: [
            "13. November 2024", "Mittwoch, 13. November 2024, 14:30 Uhr", "mercredi 13 novembre 2024",
            "13 de noviembre de 2024", "13 de novembro de 2024", "13 novembre 2024", "13 listopada 2024",
            "13. listopadu 2024", "13. 11. 2024", "2024. november 13.", "2024 m. lapkričio 13 d.",
            "2024. gada 13. novembris", "13. marraskuuta 2024", "13 Kasım 2024", "13 Νοεμβρίου 2024",
            "13 ноември 2024", "13 лістапада 2024", "13 tháng 11 năm 2024", "2024年11月13日", "2024년 11월 13일",
            "2024. 11. 13. 11:27", "الأربعاء، 13 نوفمبر 2024 - 12:09 م", "١٣ نوفمبر ٢٠٢٤", "13 تشرين الثاني 2024",
            "13 בנובמבר 2024", "১৩ নভেম্বর ২০২৪", "13 नवंबर 2024", "13 พฤศจิกายน 2567", "Nov 13 09:30:00 UTC 2024",
            "Wed Nov 13 10:00:00 +0000 2024", "13-Nov-24", "13\u{200F} نوفمبر 2024",
        ]
    )
    func languages(form: String) {
        #expect(DateParser.parse(form) == ParsedDate(year: 2024, month: 11, day: 13), "\(form)")
    }

    @Test("A month's name decomposed into letters and marks, and one that means two months")
    func names() {
        #expect(DateParser.parse("13 aou\u{302}t 2024") == ParsedDate(year: 2024, month: 8, day: 13))
        let croatian = DateStyle(isCroatian: true)
        #expect(DateParser.parse("13. listopada 2024.", style: croatian) == ParsedDate(year: 2024, month: 10, day: 13))
    }

    @Test("A year that ends a sentence begins no date")
    func sentenceEnd() {
        #expect(DateParser.find(in: "It began in 2024. November 13 was a Wednesday.").isEmpty)
        #expect(DateParser.find(in: "Point 3. 11 of 2024").isEmpty)
    }

    @Test("The order of day and month is what other dates prove, and never to come")
    func provenOrder() {
        var style = DateStyle()
        style.settleOrder(by: ["From 10/31/2024 to", "11/12/2024"])
        #expect(style.monthFirst)
        style.settleOrder(by: ["31/10/2024"])
        #expect(!style.monthFirst)
        style.settleOrder(by: ["31/10/2024 and 10/31/2024, 1/2/3/4, 99/99/9999, 13/11"])
        #expect(!style.monthFirst)
        style.latest = CalendarDate(year: 2024, month: 11, day: 21)
        #expect(DateParser.parse("11/12/2024", style: style)?.date.description == "2024-11-12")
        #expect(DateParser.parse("11.12.2024", style: style)?.date.description == "2024-12-11")
    }

    @Test(
        "A universal time is the outlet's day where that is shown, and a zone explains the difference",
        arguments: [
            ("2024-11-14T02:18:11Z", "2024-11-13", "2024-11-13"), ("2024-11-14T02:18:11Z", "2024-11-12", "2024-11-14"),
            ("2024-11-14T23:00:00+00:00", "2024-11-15", "2024-11-15"),
            ("2024-11-14T23:00:00+00:00", "2024-11-13", "2024-11-14"),
            ("Thu Nov 14 2024 00:23:33 GMT+0000", "2024-11-13", "2024-11-13"),
            ("Thu Nov 14 2024 00:23:33 GMT+0200", "2024-11-13", "2024-11-14"),
            ("2024-11-14T02:18:11-05:00", "2024-11-13", "2024-11-14"), ("2024-11-14", "2024-11-13", "2024-11-14"),
            ("2024-11-14 02:18", "2024-11-13", "2024-11-14"),
        ]
    )
    func localDay(field: String, shown: String, day: String) throws {
        let other = try #require(DateParser.parse(shown)).date
        #expect(try #require(DateStamp(field)).localDay(shown: [other]).description == day)
    }

    @Test("The zero of clocks is nobody's date")
    func placeholders() {
        for field in ["1970-01-01T00:00:00Z", "1900-01-01", "0001-01-01T00:00:00", "0000-00-00", "9999-12-31"] {
            #expect(DateStamp(field) == nil, "\(field)")
        }
    }

    @Test("Months and years alone")
    func partial() {
        #expect(DateParser.parse("2024-11") == ParsedDate(year: 2024, month: 11))
        #expect(DateParser.parse("November 2024") == ParsedDate(year: 2024, month: 11))
        #expect(DateParser.parse("2024") == ParsedDate(year: 2024))
        #expect(DateParser.find(in: "In November 2024 and in 2024-11 and 2024").isEmpty)
    }

    @Test(
        "What is no date",
        arguments: [
            "", "soon", "30.02.2024", "13/13/2024", "1.2.3.4", "10.0.2024.1", "0000-00-00", "November", "13",
            "99999999999999999999",
            "version 2.10.1",
        ]
    )
    func none(text: String) {
        #expect(DateParser.parse(text)?.precision != .day, "\(text)")
    }

    @Test("Dates in a running text, with their places")
    func find() {
        let text = "Від 24 лютого 2022 до Nov. 13, 2024 минуло"
        let found = DateParser.find(in: text)
        #expect(found.map(\.date.date.description) == ["2022-02-24", "2024-11-13"])
        #expect(
            found.map { String(decoding: Array(text.utf8)[$0.range], as: UTF8.self) } == [
                "24 лютого 2022", "Nov. 13, 2024",
            ]
        )
    }

    @Test("Dates in addresses")
    func addresses() {
        #expect(WebAddress.date("https://example.com/2024/11/13/a")?.date.description == "2024-11-13")
        #expect(WebAddress.date("https://example.com/a-20241113-b")?.date.description == "2024-11-13")
        #expect(WebAddress.date("https://example.com/news/2024-11-13-depot")?.date.description == "2024-11-13")
        #expect(WebAddress.date("https://example.com/12345678/2024") == nil)
        #expect(WebAddress.host("https://WWW.Example.com:80/a") == "example.com")
    }
}
