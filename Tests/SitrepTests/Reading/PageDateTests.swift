import Testing

@testable import Sitrep

@Suite("The day of publication of a page")
struct PageDateTests {
    private static let body = PageReadingTests.paragraphs.map { "<p>\($0)</p>" }.joined()
    private let day = CalendarDate(year: 2024, month: 11, day: 13)

    private func published(
        head: String = "",
        above: String = "",
        below: String = "",
        after: String = "",
        language: String = "en"
    ) throws -> PublishedDate {
        let page = """
            <!doctype html><html lang="\(language)"><head><title>Depot hit at Riverton by drones</title>\(head)</head>
            <body>\(above)<h1>Depot hit at Riverton by drones</h1>\(below)<div>\(Self.body)</div>\(after)</body></html>
            """
        return try #require(try readText(page, ending: ".html")).published
    }

    @Test(
        "Fields of many names",
        arguments: [
            "<meta property='article:published_time' content='2024-11-13T05:00:00+02:00'>",
            "<meta name='DC.date.issued' content='2024-11-13'>", "<meta name=sailthru.date content='2024-11-13 10:00'>",
            "<meta name='parsely-pub-date' content='2024-11-13T05:00:00Z'>",
            "<meta itemprop=datePublished content=20241113>",
            "<meta property='article:published_time' content='الأربعاء، 13 نوفمبر 2024 - 12:09 م'>",
            "<meta name=date content=1970-01-01><meta name=created content='13 Nov 2024'>",
            "<script type='application/ld+json'>[{\"@type\":\"WebPage\",\"datePublished\":\"2024-11-13\"}]</script>",
        ]
    )
    func fields(head: String) throws {
        #expect(try published(head: head) == PublishedDate(date: day, origin: .metadata))
    }

    @Test("Microdata in the body, but not that of other reports")
    func microdata() throws {
        let span = "<span itemprop=datePublished content=2024-11-13>today</span>"
        #expect(try published(below: span) == PublishedDate(date: day, origin: .metadata))
        #expect(try published(after: "<div class=related>\(span)</div>") == .unknown)
    }

    @Test("A universal time is taken to the day that the page shows")
    func localDay() throws {
        let field = "<meta property='article:published_time' content='2024-11-14T02:30:00Z'>"
        let url = "<link rel=canonical href='https://example.com/2024/11/13/depot'>"
        #expect(try published(head: field + url).date == day)
        #expect(try published(head: field, below: "<div>Nov 13, 2024 9:30 pm</div>").date == day)
        #expect(try published(head: field).date?.description == "2024-11-14")
        let zone = "<script>var x = ['Wed, 13 Nov 2024 21:30:00 -0500', '2024-11-12T10:00:00-05:00']</script>"
        #expect(try published(head: field, after: zone).date == day)
    }

    @Test(
        "A line between headline and text",
        arguments: [
            "<div>By Jane Doe | Nov 13, 2024</div>",
            "<ul class='nav meta'><li><a href=/d>13 Nov 2024 18:29</a></li></ul>",
            "<span>2024-11-13 16:52:59</span>", "<p>Von Jane Doe, 13. November 2024</p>", "<div>13.11.24</div>",
            "<div>Updated: Nov 14, 2024</div><div>Published: Nov 13, 2024</div>",
            "<div class=updated>Nov 14, 2024</div><div>Nov 13, 2024</div>", "<b>掲載</b><p>2024年11月13日</p>",
        ]
    )
    func line(below: String) throws {
        #expect(try published(below: below) == PublishedDate(date: day, origin: .byline))
    }

    @Test("Only a note of an update is one")
    func update() throws {
        let found = PublishedDate(date: day, origin: .lastUpdated)
        #expect(try published(below: "<div>Updated: Nov 13, 2024</div>") == found)
        #expect(try published(head: "<meta property='article:modified_time' content=2024-11-13>") == found)
    }

    @Test(
        "Above the headline, and below the text",
        arguments: [
            ("<div class=pagedate>2024-11-13</div>", ""),
            ("<p class=published-date>Wednesday, 13 November 2024</p>", ""),
            ("<div>November 13, 2024</div>", ""), ("", "<div>Publiziert am 13. November 2024</div>"),
        ]
    )
    func around(above: String, after: String) throws {
        #expect(try published(above: above, after: after) == PublishedDate(date: day, origin: .byline))
    }

    @Test(
        "The page's own today, other reports, quoted posts and copyrights",
        arguments: [
            ("<div class=date>Wednesday, 13 November 2024</div>", ""),
            ("<header><span>13 November 2024</span></header>", ""),
            ("", "<footer>© 2024 The Example, 13 November 2024</footer>"),
            ("", "<div class=related><time datetime=2024-11-13>Nov 13</time></div>"),
            ("", "<blockquote><time datetime=2024-11-13>Nov 13</time></blockquote>"),
            ("", "<section class=comments><p>Posted on 13 November 2024 by Jo</p></section>"),
            ("", "<div><p>Published: 13 November 2027</p></div>"),
        ]
    )
    func others(above: String, after: String) throws {
        #expect(try published(above: above, after: after) == .unknown)
    }

    @Test("Fields of a program, where they agree")
    func programs() throws {
        let one = "<script>var data = {\"publishDate\": \"2024-11-13 09:30\"}</script>"
        #expect(try published(after: one) == PublishedDate(date: day, origin: .metadata))
        let two = one + "<script>var more = {\"publishDate\": \"2024-11-12 09:30\"}</script>"
        #expect(try published(after: two) == .unknown)
    }

    @Test("What a time element says to readers is the local day")
    func timeElement() throws {
        let time = "<time datetime='2024-11-14T02:30:00+00:00'>Nov 13, 2024 9:30pm</time>"
        #expect(try published(below: time) == PublishedDate(date: day, origin: .timeElement))
        // A class of the whole page makes it no list of other reports.
        #expect(try published(above: "<div class='popular related'>", below: time).date == day)
    }

    @Test("An address that the page confirms is not weak")
    func address() throws {
        let url = "<link rel=canonical href='https://example.com/2024/11/13/depot'>"
        #expect(try published(head: url) == PublishedDate(date: day, origin: .url))
        #expect(try published(head: url, below: "<p>13 November 2024</p>") == PublishedDate(date: day, origin: .byline))
    }

    @Test("The order of day and month comes from the page's other dates")
    func order() throws {
        let line = "<div>Published 11/12/2024</div>"
        #expect(try published(below: line).date?.description == "2024-12-11")
        #expect(try published(below: line, language: "en-US").date?.description == "2024-11-12")
        #expect(try published(below: line, after: "<p>10/31/2024</p>").date?.description == "2024-11-12")
        #expect(
            try published(below: line, after: "<p>31/10/2024</p>", language: "en-US").date?.description == "2024-12-11"
        )
    }

    @Test(
        "Years that no report has",
        arguments: [
            "0000-00-00", "0001-01-01", "9999-12-31", "2024-13-45", "-1", "99999999999999999999", "\u{1}", "٠٠٠٠",
        ]
    )
    func nonsense(value: String) throws {
        #expect(
            try published(head: "<meta name=date content='\(value)'>", below: "<time datetime='\(value)'>x</time>")
                == .unknown
        )
    }

    @Test("What is left out is listed with the part of the page that it stood in")
    func removed() throws {
        let article = try #require(try readText(PageReadingTests.page, ending: ".html"))
        func passage(_ start: String) -> RemovedPassage? { article.removed.first { $0.text.hasPrefix(start) } }
        #expect(passage("Home")?.reason == "navigation")
        #expect(passage("Share this")?.reason == "sharing")
        #expect(passage("A tank burns")?.reason == "caption")
        #expect(passage("Hidden words")?.reason == "hidden")
        #expect(passage("Another report")?.reason == "sidebar")
        #expect(passage("Comments")?.reason == "comments")
        #expect(passage("© 2026")?.reason == "page footer")
        #expect(article.removed.allSatisfy { !PageReadingTests.paragraphs.contains($0.text) })
    }
}
