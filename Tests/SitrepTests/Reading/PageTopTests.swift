import Testing

@testable import Sitrep

@Suite("What stands above a headline")
struct PageTopTests {
    static let prose =
        "Two people were hurt when a drone hit the fuel depot of the town, the mayor said on Wednesday morning."
    static let headline = "Drone hits fuel depot at Riverton"

    private func read(_ top: String) throws -> Article {
        try #require(try readText("\(top)\n\n\(Self.headline)\n\n\(Self.prose)"))
    }

    @Test(
        "Mastheads, navigation, greetings and section lines go, with a reason",
        arguments: [
            "The Riverton Gazette", "THE RIVERTON EXAMINER | Tuesday edition", "Рівненський вісник", "MENU",
            "Skip to content\nMenu\nRiverton Observer", "Home World Europe Sport Weather", "Hello!",
            "Welcome! Select any words on this page and we read them to you", "World", "Riverton Times | World",
            "World | 13/11/2024 | 4 minute read", "Nov 13, 2024 | By JANE DOE", "Riverton Gazette\n13.11.2024 09:12",
        ]
    )
    func furniture(top: String) throws {
        let article = try read(top)
        #expect(article.title == Self.headline)
        #expect(article.text == Self.prose)
        #expect(article.removed.count == top.split(separator: "\n").count)
    }

    @Test("An outlet's name in its own case is the source")
    func source() throws {
        #expect(try read("The Riverton Gazette").source == "The Riverton Gazette")
        #expect(try read("THE RIVERTON GAZETTE").source == nil)
        #expect(try read("Home World Europe Sport Weather").source == nil)
        let below = try #require(
            try readText("\(Self.headline)\n\nRiverton Gazette\n13 November 2024, 11:40\n\n\(Self.prose)")
        )
        #expect(below.title == Self.headline)
        #expect(below.text == Self.prose)
        #expect(below.source == "Riverton Gazette")
    }

    @Test(
        "Headlines that have such words stay headlines",
        arguments: [
            "Mayor says hello to returning soldiers", "Drone hits printing house of the Riverton Gazette",
            "Hi-tech drones over Riverton, the army says", "World leaders meet in Riverton over depot fire",
            "Riverton Post", "War in Ukraine: what is known", "Home of mayor searched by police",
        ]
    )
    func headlines(line: String) throws {
        let article = try #require(try readText("\(line)\n\n\(Self.prose)\n\nThe fire is out."))
        #expect(article.title == line)
        #expect(article.text == "\(Self.prose)\n\nThe fire is out.")
    }

    @Test("A headline said twice wins over what is above it")
    func repeated() throws {
        let text = "Riverton desk\n\n\(Self.headline)\n\nBy Jane Doe\n\n\(Self.headline)\n\n\(Self.prose)"
        let article = try #require(try readText(text))
        #expect(article.title == Self.headline)
        #expect(article.text == Self.prose)
    }

    @Test("A sentence that ends with a quotation, and a speaker's name, are no headlines")
    func sentences() throws {
        let quote = "The mayor called the strike on the depot \"a crime.\""
        let article = try #require(try readText("\(quote)\n\n\(Self.prose)"))
        #expect(article.text.hasPrefix(quote))
        let speaker = try #require(try readText("jane doe\n\n\(Self.prose)"))
        #expect(speaker.text == "jane doe\n\n\(Self.prose)")
    }

    @Test("Nothing is left out of a text that is all greeting")
    func alone() throws {
        let article = try #require(try readText("Hello!\n\nMenu"))
        #expect(article.title == "Hello!")
    }
}
