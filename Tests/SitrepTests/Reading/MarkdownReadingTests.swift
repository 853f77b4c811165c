import Testing

@testable import Sitrep

@Suite("Markdown")
struct MarkdownReadingTests {
    @Test("Front matter")
    func frontMatter() throws {
        let article = try #require(
            try readText(
                """
                ---
                title: "Depot hit: two hurt"
                date: 2024-11-13
                source: The Example
                url: https://example.com/a
                id: report-7
                language: en
                tags:
                  - drones
                ---
                # A heading

                The depot burnt.
                """,
                ending: ".md"
            )
        )
        #expect(article.title == "Depot hit: two hurt")
        #expect(article.published == PublishedDate(date: CalendarDate(year: 2024, month: 11, day: 13), origin: .record))
        #expect(article.source == "The Example")
        #expect(article.url == "https://example.com/a")
        #expect(article.recordID == "report-7")
        #expect(article.text == "The depot burnt.")
    }

    @Test("Addresses of links that a crawler wrote into plain text are no text")
    func linksInPlainText() throws {
        let article = try #require(
            try readText(
                """
                Power cuts after the strike

                The grid in [Lviv](/world/europe/lviv-cuts) was hit, [officials](https://example.com/odesa) said on Monday.

                A note (see below) and an array[1](x) stay as they are written in the source.
                """,
                ending: ".txt"
            )
        )
        #expect(article.text.contains("The grid in Lviv was hit, officials said on Monday."))
        #expect(article.text.contains("A note (see below) and an array[1](x) stay as they are"))
    }

    @Test("Markup becomes text")
    func markup() throws {
        let article = try #require(
            try readText(
                """
                # Depot *hit*

                The **depot** at [Riverton](https://example.com) ![map](map.png)burnt, said `a_b` and snake_case_name.

                - one *drone*
                - two drones

                ## Later

                > It \\*burnt\\* 2 * 3 times.

                ```
                # kept as it is
                ```

                [ref]: https://example.com
                """,
                ending: ".md"
            )
        )
        #expect(article.title == "Depot hit")
        #expect(
            article.text == """
                The depot at Riverton burnt, said a_b and snake_case_name.

                one drone
                two drones

                Later

                It *burnt* 2 * 3 times.

                # kept as it is
                """
        )
    }

    @Test("Underlined headings, and a rule that is no front matter")
    func underlined() throws {
        let article = try #require(
            try readText("Depot hit\n=========\n\nIt burnt all night.\n\n---\n\nIt rained.", ending: ".md")
        )
        #expect(article.title == "Depot hit")
        #expect(article.text == "It burnt all night.\n\nIt rained.")
    }
}
