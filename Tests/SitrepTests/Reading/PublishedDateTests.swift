import Testing

@testable import Sitrep

@Suite("The day of publication in a report's own text")
struct PublishedDateTests {
    static let prose =
        "Two people were hurt when a drone hit the fuel depot of the town, the mayor said on Wednesday morning."

    private func published(_ text: String, today: CalendarDate = readingDay) throws -> PublishedDate {
        try #require(try readText(text, today: today)).published
    }

    private let day = CalendarDate(year: 2024, month: 11, day: 13)

    @Test("A crawler's marker, which leaves the text")
    func marker() throws {
        let article = try #require(try readText(" date 2024-11-13 \(Self.prose)\n\nThe fire is out."))
        #expect(article.published == PublishedDate(date: day, origin: .record))
        #expect(article.title == Self.prose)
        #expect(article.text == "\(Self.prose)\n\nThe fire is out.")
        #expect(article.removed.map(\.reason) == ["date marker"])
    }

    @Test("A dateline needs a year, from near in time")
    func dateline() throws {
        let line = "KYIV, Nov. 13 (Reuters) - \(Self.prose)"
        #expect(try published("Depot hit\n\n\(line)") == .unknown)
        #expect(try published("Depot hit\n\n\(line)\n\nThe war began on February 24, 2022.") == .unknown)
        let near = "Depot hit\n\n\(line)\n\nOn November 10, 2024 there was another."
        #expect(try published(near) == PublishedDate(date: day, origin: .dateline))
        let full = "Depot hit\n\nKYIV, Ukraine, Nov. 13, 2024 — \(Self.prose)"
        #expect(try published(full) == PublishedDate(date: day, origin: .dateline))
        let ukrainian = "Удар по складу\n\nКИЇВ, 13 листопада 2024 — Двоє людей поранені, повідомив мер міста."
        #expect(try published(ukrainian) == PublishedDate(date: day, origin: .dateline))
    }

    @Test(
        "An author's line, or a date alone near the title",
        arguments: [
            "By Jane Doe\nNov 13, 2024", "ByJane Doe\n\nNov 13, 2024", "By Jane Doe, November 13, 2024 at 10:00 GMT",
            "13 листопада 2024 року, 09:30", "Published: 13 November 2024", "Wednesday, 13 November 2024",
        ]
    )
    func byline(line: String) throws {
        let article = try #require(try readText("Depot hit at Riverton\n\n\(line)\n\n\(Self.prose)"))
        #expect(article.published == PublishedDate(date: day, origin: .byline))
        #expect(article.title == "Depot hit at Riverton")
    }

    @Test("The page's own today above the title is not the report's day")
    func pageHeader() throws {
        let text = """
            Skip to content
              • Sat. Jan 4th, 2025

            Depot hit at Riverton

            ByJane Doe

            Nov 13, 2024
            Depot hit at Riverton

            \(Self.prose)
            """
        let article = try #require(try readText(text))
        #expect(article.published == PublishedDate(date: day, origin: .byline))
        #expect(article.title == "Depot hit at Riverton")
        #expect(article.text == Self.prose)
        #expect(try published("  • Sat. Jan 4th, 2025\n\nDepot hit at Riverton\n\n\(Self.prose)") == .unknown)
    }

    @Test("Notes of the last update, captions and quoted posts")
    func weak() throws {
        let update = "\(Self.prose)\nThis report was last updated on November 13, 2024, at 09:30 AM."
        #expect(try published(update) == PublishedDate(date: day, origin: .lastUpdated))
        let caption = "Depot hit\n\n\(Self.prose)\n\nA tank burns on November 13, 2024 in Riverton. Jane Doe/Getty"
        #expect(try published(caption) == PublishedDate(date: day, origin: .caption))
        let post = "Depot hit\n\n\(Self.prose)\n\nIt burns. — The Mayor (@mayor) November 13, 2024"
        #expect(try published(post) == PublishedDate(date: day, origin: .caption))
    }

    @Test("What is no day of publication")
    func none() throws {
        #expect(try published("Depot hit\n\n\(Self.prose)") == .unknown)
        #expect(
            try published("Depot hit\n\n\(Self.prose) The town fell on November 13, 2024 after a siege.") == .unknown
        )
        #expect(try published("Depot hit\n\n\(Self.prose)\n\n© November 13, 2024 The Example") == .unknown)
        #expect(
            try published("Depot hit\n\n\(Self.prose)\n\nLeave a Reply\n\nJohn\nNovember 13, 2024\nSad.") == .unknown
        )
        let early = CalendarDate(year: 2024, month: 11, day: 12)!
        #expect(try published("Depot hit\n\nNov 13, 2024\n\n\(Self.prose)", today: early) == .unknown)
    }

    @Test(
        "A date with the section, the outlet, the author or the time of reading",
        arguments: [
            "World | 13/11/2024 | 4 minute read", "13 November 2024 — Riverton Review",
            "Riverton Review, 13/11/2024. From The Example, shortened.", "Posted on Nov 13, 2024 by Jane Doe",
            "Nov 13, 2024 | By THE EXAMPLE", "13.11.2024 -- from our correspondent", "Updated 13 November 2024, 10:00",
        ]
    )
    func dated(line: String) throws {
        let article = try #require(try readText("Depot hit at Riverton\n\n\(line)\n\n\(Self.prose)"))
        #expect(article.published == PublishedDate(date: day, origin: .byline))
        #expect(article.text == Self.prose)
    }

    @Test(
        "A date that a heading, a caption or a note has",
        arguments: [
            "Riverton, 13 November 2024",
            "The Battle of Riverton, November 13, 2024", "By then, on 13 November 2024, the town had fallen.",
        ]
    )
    func notDated(line: String) throws {
        let article = try #require(try readText("Depot hit at Riverton\n\n\(line)\n\n\(Self.prose)"))
        #expect(article.published == .unknown)
        #expect(article.text.hasPrefix(line))
    }

    @Test(
        "A place and the day before the first sentence, in small letters with a dash",
        arguments: [
            "Kyiv, 13 November 2024 — ", "Kyiv, Ukraine, Nov. 13, 2024 – ", "Київ, 13 листопада 2024 року — ",
            "Киев. 13 ноября 2024. ТАСС — ", "Berlin, 13. November 2024 - ",
            "New York, 13 de noviembre de 2024 — ",
        ]
    )
    func smallDateline(start: String) throws {
        #expect(try published("Depot hit\n\n\(start)\(Self.prose)") == PublishedDate(date: day, origin: .dateline))
    }

    @Test(
        "What begins like a dateline and is none",
        arguments: [
            "On Monday, 13 November 2024, the town was quiet. Then — at night — it began.",
            "The Mayor, who took office on 13 November 2024, said that the depot — an old one — was lost.",
            "Riverton, a town that was taken on 13 November 2024 — has been shelled again, the mayor of the town said.",
        ]
    )
    func noDateline(line: String) throws {
        #expect(try published("Depot hit at Riverton\n\n\(line)\n\n\(Self.prose)") == .unknown)
    }

    @Test(
        "Notes below the title or the text that say when it was written or published",
        arguments: [
            "Working note, written for the file on 13 November 2024.", "Publiziert am 13. November 2024",
            "Publié le 13 novembre 2024 à 10:00", "Publicado el 13 de noviembre de 2024", "Erschienen am 13.11.2024",
            "Опубліковано 13 листопада 2024", "Pubblicato il 13 novembre 2024",
        ]
    )
    func notes(line: String) throws {
        let expected = PublishedDate(date: day, origin: .byline)
        let article = try #require(try readText("Depot hit at Riverton\n\n\(line)\n\n\(Self.prose)"))
        #expect(article.published == expected)
        guard !line.hasPrefix("Working") else { return }
        let prose = Array(repeating: Self.prose, count: 10).joined(separator: "\n\n")
        #expect(try published("Depot hit at Riverton\n\n\(prose)\n\n\(line)") == expected)
    }

    @Test("A sentence at the end about something that was published dates nothing")
    func publishedSentence() throws {
        let last = "The ministry published its list of losses on 12 October 2024."
        let prose = Array(repeating: Self.prose, count: 10).joined(separator: "\n\n")
        #expect(try published("Depot hit at Riverton\n\n\(prose)\n\n\(last)") == .unknown)
    }

    @Test("A date is weak where only the address or a caption gives it")
    func weakness() throws {
        let record = #"{"title": "Depot hit", "text": "\#(Self.prose)", "url": "https://example.com/2024/11/13/depot"}"#
        let alone = try #require(try readText(record, ending: ".json")).published
        #expect(alone == PublishedDate(date: day, origin: .url) && alone.isWeak)
        let told = record.replacing(Self.prose, with: "Kyiv, 13 November 2024 — " + Self.prose)
        let confirmed = try #require(try readText(told, ending: ".json")).published
        #expect(confirmed == PublishedDate(date: day, origin: .dateline) && !confirmed.isWeak)
        let caption = "Depot hit\n\n\(Self.prose)\n\nA tank burns on November 13, 2024 in Riverton. Jane Doe/Getty"
        #expect(try published(caption).isWeak)
        #expect(!PublishedDate.unknown.isWeak)
    }

    @Test("Above the title: a section's line counts, the page's today does not")
    func aboveTitle() throws {
        let rest = "\n\nDepot hit at Riverton by drones\n\n\(Self.prose)"
        for line in ["World | 13/11/2024 | 4 minute read", "Riverton Gazette\n13.11.2024 09:12", "Nov 13, 2024"] {
            #expect(try published(line + rest) == PublishedDate(date: day, origin: .byline))
        }
        for line in ["Riverton Gazette | 13 November 2024", "Wednesday, November 13, 2024", "• Nov 13, 2024"] {
            #expect(try published(line + rest) == .unknown)
        }
    }

    @Test("A dateline without a year takes the copyright's, if the weekday agrees")
    func copyrightYear() throws {
        func report(_ weekday: String, _ end: String) -> String {
            "Depot hit\n\nKYIV, Nov. 13 (The Example) — A drone hit a depot on \(weekday), the mayor said.\n\n\(end)"
        }
        let found = PublishedDate(date: day, origin: .dateline)
        #expect(try published(report("Wednesday", "© 2024 The Example")) == found)
        #expect(try published(report("Wednesday", "Copyright 2024 The Example")) == found)
        #expect(try published(report("Wednesday", "© 2025 The Example")) == .unknown)
        #expect(try published(report("the day", "© 2024 The Example")) == .unknown)
        #expect(try published(report("Wednesday", "The war began in 2024.")) == .unknown)
    }

    @Test("Notes of revision, and a label above its date")
    func labels() throws {
        let revised = "\(Self.prose)\n\nThis report was last revised on November 13, 2024, at 11:40 AM."
        #expect(try published(revised) == PublishedDate(date: day, origin: .lastUpdated))
        let paragraphs = Array(repeating: Self.prose, count: 8).joined(separator: "\n\n")
        let labelled = "\(paragraphs)\n\nUpdated\nNovember 13, 2024 11:40 a.m.\n\nThe fire is out."
        #expect(try published(labelled) == PublishedDate(date: day, origin: .lastUpdated))
    }

    @Test("A picture from the archive does not date a report of later years")
    func archivePicture() throws {
        let caption = "Soldiers on patrol, April 25, 1988. Jane Doe/Getty"
        #expect(try published("Depot hit\n\n\(Self.prose) It was built in 2019.\n\n\(caption)") == .unknown)
        #expect(try published("Depot hit\n\n\(Self.prose)\n\n\(caption)").origin == .caption)
    }

    @Test("The address of a record dates it where nothing better does")
    func address() throws {
        let record = #"{"text": "\#(Self.prose)", "url": "https://example.com/2024/11/13/depot"}"#
        #expect(try readText(record, ending: ".json")?.published == PublishedDate(date: day, origin: .url))
    }
}
