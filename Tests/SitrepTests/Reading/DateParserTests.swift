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
