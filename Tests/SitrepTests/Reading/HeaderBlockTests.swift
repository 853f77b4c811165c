import Testing

@testable import Sitrep

@Suite("Header lines above a report")
struct HeaderBlockTests {
    static let prose =
        "Two people were hurt when a drone hit the fuel depot of the town, the mayor said on Wednesday morning."

    private let day = CalendarDate(year: 2024, month: 11, day: 13)

    @Test("A crawler's lines give their fields and leave the text; the day of fetching is no day of publication")
    func crawler() throws {
        let text = """
            Source: http://www.example.com/world/depot
            Scraped: 2025-02-03 04:11:09 UTC

            Depot hit at Riverton

            \(Self.prose)
            """
        let article = try #require(try readText(text))
        #expect(article.title == "Depot hit at Riverton")
        #expect(article.text == Self.prose)
        #expect(article.url == "http://www.example.com/world/depot")
        #expect(article.source == "example.com")
        #expect(article.published == .unknown)
        #expect(article.removed.map(\.reason) == ["header", "header"])
    }

    @Test("All fields, in any case and order, the unknown between them too")
    func fields() throws {
        let text = """
            TITLE: Depot hit at Riverton
            Author: Jane Doe
            Words: 17
            Publisher: The Example
            Date: 2024-11-13
            Retrieved: 2024-12-01
            URL: https://example.com/a
            Language: en

            \(Self.prose)
            """
        let article = try #require(try readText(text))
        #expect(article.title == "Depot hit at Riverton")
        #expect(article.text == Self.prose)
        #expect(article.source == "The Example")
        #expect(article.url == "https://example.com/a")
        #expect(article.published == PublishedDate(date: day, origin: .record))
    }

    @Test("Front matter in a text file, with an unknown date")
    func fence() throws {
        let text = """
            ---
            title: "Depot hit at Riverton"
            source: https://example.com/a
            date: unknown
            description: "Of a depot
            and a fire"
            ---

            \(Self.prose)
            """
        let article = try #require(try readText(text))
        #expect(article.title == "Depot hit at Riverton")
        #expect(article.text == Self.prose)
        #expect(article.url == "https://example.com/a")
        #expect(article.published == .unknown)
    }

    @Test("A Markdown list of metadata and an outline", arguments: [".txt", ".md"])
    func outline(ending: String) throws {
        let text = """
            # example.com

            ## Metadata

            - **URL**: https://example.com/2024/11/13/depot
            - **Domain**: example.com
            - **Scraped at**: 2026-02-28T03:33:16+00:00
            - **Fetcher tier**: 2

            ## Page Structure

            - # Depot hit at Riverton
              - ## What burnt

            ## Content

            \(Self.prose)
            """
        let article = try #require(try readText(text, ending: ending))
        #expect(article.title == "Depot hit at Riverton")
        #expect(article.text == Self.prose)
        #expect(article.url == "https://example.com/2024/11/13/depot")
        #expect(article.published == PublishedDate(date: day, origin: .url))
    }

    @Test(
        "Reports that begin with a word and a colon",
        arguments: [
            "Source: the mayor of Riverton said on his channel", "Kyiv: two hurt in Riverton", "Status: it is burning",
            "Date: nobody knows when it will end", "Ukraine war: what we know",
        ]
    )
    func prose(line: String) throws {
        let article = try #require(try readText("\(line)\n\n\(Self.prose)"))
        #expect(article.title == line)
        #expect(article.text == Self.prose)
        #expect(article.removed == [])
        #expect(article.source == nil)
    }

    @Test("A headline with a colon right below the header stays")
    func headline() throws {
        let text = "URL: https://example.com/a\nScraped: 2025-02-03\nRiverton: depot hit\n\n\(Self.prose)"
        let article = try #require(try readText(text))
        #expect(article.title == "Riverton: depot hit")
        #expect(article.text == Self.prose)
    }

    @Test("A day to come is refused; the address may still tell the day")
    func future() throws {
        let text = "URL: https://example.com/2024/11/13/a\nDate: 2027-01-01\n\nDepot hit at Riverton\n\n\(Self.prose)"
        #expect(try readText(text)?.published == PublishedDate(date: day, origin: .url))
    }
}
