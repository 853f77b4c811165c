import Testing

@testable import Sitrep

@Suite("Boilerplate goes, prose stays")
struct BoilerplateTests {
    static let prose =
        "Two people were hurt when a drone hit the fuel depot of the town, the mayor said on Wednesday morning."

    private func removed(_ passage: String) throws -> [String] {
        let article = try #require(
            try readText("Depot hit at Riverton\n\n\(Self.prose)\n\n\(passage)\n\nThe fire is out.")
        )
        #expect(article.text.hasPrefix(Self.prose))
        #expect(article.title == "Depot hit at Riverton")
        if article.removed.isEmpty { #expect(article.text.contains(passage)) }
        return article.removed.map(\.reason)
    }

    @Test(
        "Cookie notices in three languages",
        arguments: [
            "We use cookies and similar means to improve your experience. See our cookie policy for more.",
            "By continuing to use this site, you agree to our cookies. Accept all. Manage settings.",
            "Ми використовуємо файли cookie. Продовжуючи перегляд, ви погоджуєтеся на це.",
            "Мы используем файлы cookie. Продолжая использовать сайт, вы соглашаетесь с этим.",
            "This site uses cookies.\nCookie policy\nManage settings",
        ]
    )
    func cookies(notice: String) throws {
        #expect(Set(try removed(notice)) == ["cookie notice"])
    }

    @Test(
        "Lines that belong to the page",
        arguments: [
            "Read more", "READ MORE »", "Читайте також", "Читать далее", "Advertisement", "Реклама",
            "Share on Facebook",
            "Sign up for our newsletter to get the news by mail", "Підписуйтесь на наш канал", "f",
            "Click to listen highlighted text!", "All rights reserved.", "Previous article | Next article",
            "Share this: Facebook X Telegram", "Tweet Share Pin Email", "Read more | Subscribe",
        ]
    )
    func lines(line: String) throws {
        #expect(try removed(line).count == 1)
    }

    @Test(
        "Prose that only mentions such words",
        arguments: [
            "A missile hit a cookie factory, and thousands of cookies burnt.",
            "The minister asked journalists to share the appeal and to subscribe to no rumours from the front.",
            "Read more about it in the annual report, he told the commander of the brigade, and left the room at once.",
            "Advertisement hoardings along the road were torn down by the blast wave.",
            "Share prices fell.", "The mayor | Read more", "Share this link, he said.",
            "By Monday the army had taken the village.",
            "By noon, officials said, all fires were out.",
        ]
    )
    func prose(line: String) throws {
        #expect(try removed(line) == [])
    }

    @Test("A line that teases another article goes, however long it is")
    func teasers() throws {
        let teaser =
            "Other Topics of Interest Minister Visits the Coast A visit to the coast on Monday was the first of a minister "
            + "since the spring, and more are to follow, two officials said at the port. The harbour was closed for the "
            + "afternoon, boats stayed at their moorings, and the road along the shore was open to walkers alone until six."
        #expect(try removed(teaser) == ["link to more"])
        #expect(try removed("Topics of interest to other states were raised on Monday.") == [])
    }

    @Test("Comments go with all that follows, but a report that begins so does not vanish")
    func comments() throws {
        let text =
            "Depot hit at Riverton\n\n\(Self.prose)\n\nLeave a Reply\n\nYour email address will not be published.\n\nJohn says hi"
        let article = try #require(try readText(text))
        #expect(article.text == Self.prose)
        #expect(
            article.removed.map(\.text) == [
                "Leave a Reply", "Your email address will not be published.", "John says hi",
            ]
        )
        let early = try #require(try readText("Depot hit\n\nLeave a comment\n\n\(Self.prose)\n\nThe fire is out."))
        #expect(early.text.contains("The fire is out."))
    }

    @Test(
        "Links to the comments between the paragraphs of a report end nothing, however many they are",
        .timeLimit(.minutes(1))
    )
    func manyLinksToComments() throws {
        let links = String(repeating: "Leave a Reply\n", count: 100_000)
        let article = try #require(
            try readText("Depot hit\n\n\(Self.prose)\n\n\(links)\n\(Self.prose) Twice.\n\(Self.prose)")
        )
        #expect(article.text.hasSuffix(Self.prose))
        #expect(!article.text.contains("Leave a Reply"))
    }

    @Test("A page's text is cleaned like any other, the title's repetition included")
    func page() throws {
        let page = """
            <title>Depot hit at Riverton</title><article><p>Depot hit at Riverton</p><p>\(Self.prose)</p>
            <p>Read more</p><p>We use cookies to improve your experience.</p></article>
            """
        let article = try #require(try readText(page, ending: ".html"))
        #expect(article.text == Self.prose)
        #expect(article.removed.count == 3)
    }

    @Test("Titles: a headline, else the first sentence, cut when it is long")
    func titles() throws {
        let sentence = try #require(try readText("Mr. Smith of the U.S. Army spoke. He left.\nMore text follows here."))
        #expect(sentence.title == "Mr. Smith of the U.S. Army spoke.")
        #expect(sentence.text.hasPrefix("Mr. Smith"))
        let long = try #require(try readText(String(repeating: "long words ", count: 30) + "end."))
        #expect(long.title.unicodeScalars.count <= 142)
        #expect(long.title.hasSuffix("words…") || long.title.hasSuffix("long…"))
        let single = try #require(try readText("Explosions in Riverton"))
        #expect(single.title == "Explosions in Riverton")
        #expect(single.text == "Explosions in Riverton")
    }

    @Test("A credit gives the source")
    func credit() throws {
        #expect(try readText("Depot hit\n\nKYIV (Reuters) - \(Self.prose)")?.source == "Reuters")
        #expect(try readText("Depot hit\n\n\(Self.prose)\n\nAFP")?.source == "AFP")
        #expect(try readText("Depot hit\n\n\(Self.prose) AFP journalists heard it.")?.source == nil)
    }

    @Test(
        "An agency that no list knows is credited as the text has it",
        arguments: [
            ("[MERIDIAN WIRE] ", "", "MERIDIAN WIRE"), ("By MERIDIAN WIRE\n\n", "", "MERIDIAN WIRE"),
            ("From Meridian Wire\n\n", "", "Meridian Wire"),
            ("KYIV, Nov. 13 (Meridian News Agency) — ", "", "Meridian News Agency"),
            ("By Jane Doe, Meridian Wire\n\n", "", "Meridian Wire"),
            ("", "\n\nSource: Meridian Press Agency", "Meridian Press Agency"),
            ("", "\n\n(Northern Wire Service)", "Northern Wire Service"),
            ("", "\n\nДжерело: Агентство Меридіан", "Агентство Меридіан"),
        ]
    )
    func unlisted(before: String, behind: String, agency: String) throws {
        let article = try #require(try readText("Depot hit\n\n\(before)\(Self.prose)\(behind)\n"))
        #expect(article.credit == agency)
        #expect(article.source == agency)
    }

    @Test(
        "Bylines, offices and sentences are no agencies",
        arguments: [
            "By Jane Doe", "By Jane Doe and John Roe", "By Staff Writer", "From our correspondent in Kyiv",
            "By Our News Service", "By The News Agency", "By Bill Press", "Source: General Staff", "[UPDATED]",
            "KYIV (Ukraine) — ", "Cutting The Barbed Wire", "They cut the barbed wire", "The men laid the Wire.",
            "By Jane Doe, Defence Editor",
            "Photo: Ministry of Defence", "By AFP Staff", "News Agency", "Автор: Олена Гринько",
        ]
    )
    func noAgency(line: String) throws {
        let article = try #require(try readText("Depot hit\n\n\(line)\n\n\(Self.prose)\n"))
        #expect(article.credit == nil, "\(line)")
    }

    @Test("Wrapped lines stay together, long lines are paragraphs")
    func paragraphs() throws {
        let long = Self.prose + " " + Self.prose
        #expect(
            try readText("Depot hit\n\nshort one,\nshort two.\n\n\n\nlast.")?.text == "short one,\nshort two.\n\nlast."
        )
        #expect(try readText("Depot hit\n\n\(long)\n\(long)")?.text == "\(long)\n\n\(long)")
    }
}
