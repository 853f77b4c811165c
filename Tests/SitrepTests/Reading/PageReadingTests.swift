import Testing

@testable import Sitrep

@Suite("Pages")
struct PageReadingTests {
    static let paragraphs = [
        "A strike drone hit the fuel depot at Riverton on Monday night, and two workers were taken to hospital, the mayor said.",
        "Firefighters needed six hours to put out the fire, which spread over three tanks and a loading ramp near the river.",
        "The air force said that it had shot down eleven of fourteen drones, and that three had reached their targets.",
    ]

    static let page = """
        <!doctype html><html lang="en"><head><title>Depot hit at Riverton | The Example</title>
        <meta property="og:title" content="Depot hit at Riverton"><meta property="og:site_name" content="The Example">
        <link rel="canonical" href="https://www.example.com/2024/11/13/depot">
        <script type="application/ld+json">{"@graph": [{"@type": "WebSite"}, {"@type": ["NewsArticle"],
        "headline": "Depot hit at Riverton", "datePublished": "2024-11-13T05:00:00Z"}]}</script></head>
        <body><nav><a href="/">Home</a> <a href="/w">World</a></nav>
        <div class="page with-sidebar"><header><h1>Depot hit at Riverton</h1></header>
        <div class="story"><p>\(paragraphs[0])</p><div class="share-bar"><p>Share this very long line of text with all of your
        friends and your family on every network that there is today</p></div><p>\(paragraphs[1])</p>
        <figure><img src="a.jpg"><figcaption>A tank burns. Jane Doe/Agency</figcaption></figure>
        <p style="display: none">Hidden words that no reader of this page ever sees, however long they may look on it.</p>
        <script>var x = "<p>not text</p>";</script><p>\(paragraphs[2])</p></div>
        <aside><p>Another report, about another town, that has a good deal of text of its own in the sidebar.</p></aside>
        <section id="comments"><h2>Comments</h2><p>I think that this is a very long comment about what happened there.</p>
        </section></div><footer><p>© 2026 The Example. All rights reserved, and a long line of legal text after it.</p></footer>
        </body></html>
        """

    @Test("A credit beside the text names the agency, but not that of a picture")
    func credit() throws {
        for (line, agency) in [
            ("Meridian Wire", "Meridian Wire"), ("Jane Doe / Meridian Wire", nil), ("Jane Doe", nil),
        ] {
            let page = Self.page.replacing(
                "<div class=\"story\">",
                with: "<div class=\"story\"><p class=\"credit\">\(line)</p>"
            )
            #expect(try readText(page, ending: ".html")?.credit == agency, "\(line)")
        }
    }

    @Test("The article's own text and nothing else")
    func article() throws {
        let article = try #require(try readText(Self.page, ending: ".html"))
        #expect(article.text == Self.paragraphs.joined(separator: "\n\n"))
        #expect(article.title == "Depot hit at Riverton")
        #expect(article.url == "https://www.example.com/2024/11/13/depot")
        #expect(article.source == "The Example")
        #expect(article.language == "en")
        #expect(
            article.published == PublishedDate(date: CalendarDate(year: 2024, month: 11, day: 13), origin: .metadata)
        )
    }

    @Test("The date's ways, by trust")
    func dates() throws {
        func published(_ head: String, _ body: String) throws -> PublishedDate? {
            try readText("<head>\(head)</head><body>\(body)<p>\(Self.paragraphs[0])</p></body>", ending: ".html")?
                .published
        }
        let day = CalendarDate(year: 2024, month: 11, day: 13)
        let time = "<time datetime='2024-11-13'>Wednesday</time>"
        let url = "<link rel=canonical href='https://example.com/2024/11/13/x'>"
        #expect(
            try published("<meta name=pubdate content='2024-11-13'>", "") == PublishedDate(date: day, origin: .metadata)
        )
        #expect(try published("", time) == PublishedDate(date: day, origin: .timeElement))
        #expect(try published(url, "") == PublishedDate(date: day, origin: .url))
        #expect(
            try published("", "<div class=post-date>13 листопада 2024</div>")
                == PublishedDate(date: day, origin: .byline)
        )
        #expect(try published("", "<div class=related>\(time)</div>") == .unknown)
        #expect(try published("<meta name=date content='2027-01-01'>", "") == .unknown)
        let header = "<div class=date>Thursday, 2 January 2025</div><h1>Depot hit at Riverton</h1>"
        #expect(try published("", header) == .unknown)
        #expect(try published("", "<p>© 2024 The Example</p>") == .unknown)
    }

    @Test("The site's name leaves the title, and the host stands for a missing one")
    func title() throws {
        let page = "<title>Depot hit - example.com</title><link rel=canonical href=https://www.example.com/a>"
        let article = try #require(try readText(page + "<p>\(Self.paragraphs[0])</p>", ending: ".html"))
        #expect(article.title == "Depot hit")
        #expect(article.source == "example.com")
    }

    @Test("Broken JSON-LD still gives its date")
    func brokenData() throws {
        let page = "<script type='application/ld+json'>{\"a\": oops, \"datePublished\": \"2024-11-13\"}</script>"
        let article = try #require(try readText(page + "<p>\(Self.paragraphs[0])</p>", ending: ".html"))
        #expect(article.published.date?.description == "2024-11-13")
    }

    @Test(
        "Pages made to be hard end, and keep their text",
        arguments: [
            (String(repeating: "<div>", count: 100_000), ""),
            ((0..<100_000).map { "<body a\($0)=1>" }.joined(), ""),
            (String(repeating: "<div>", count: 100_000), String(repeating: "</div>", count: 100_000)),
            (String(repeating: "<b>", count: 50_000) + String(repeating: "<p>", count: 1000), ""),
            (String(repeating: "<table><tr><td>", count: 20_000), ""),
            ("<div " + (0..<50_000).map { "a\($0)=1" }.joined(separator: " ") + ">", "</div>"),
            (String(repeating: "<i><p>", count: 20_000), ""),
            (String(repeating: "</div>", count: 100_000), ""),
            ("<!--" + String(repeating: "-", count: 100_000) + "-->", ""),
        ]
    )
    func hardPages(open: String, close: String) throws {
        let article = try #require(try readText("\(open)<p>\(Self.paragraphs[0])</p>\(close)", ending: ".html"))
        #expect(article.text == Self.paragraphs[0])
    }

    @Test("A tree without measure is a failure")
    func limit() throws {
        // Every paragraph opens all formatting elements again.
        let fonts = (0..<400).map { "<font size=\($0)>" }.joined()
        let page = "<p>\(fonts)</p>" + String(repeating: "<p>x</p>", count: 30_000)
        let folder = try ReadingFolder()
        let outcome = readFile(try folder.write("a.html", page))
        #expect(outcome.failure?.reason == "the page is too tangled to parse")
    }

    @Test(
        "A title that is never closed ends with the head",
        arguments: [
            "<HTML><HEAD><TITLE>Depot hit at Riverton </HEAD><BODY>", "<title>Depot hit at Riverton\n<body>",
            "<head><Title lang=en>Depot hit at Riverton<meta name=a content=b></head><body>",
        ]
    )
    func openTitle(head: String) throws {
        let page = head + Self.paragraphs.map { "<p>\($0)" }.joined()
        let article = try #require(try readText(page, ending: ".html"))
        #expect(article.title == "Depot hit at Riverton")
        #expect(article.text == Self.paragraphs.joined(separator: "\n\n"))
    }
}
