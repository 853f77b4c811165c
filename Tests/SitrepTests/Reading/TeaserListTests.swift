import Testing

@testable import Sitrep

@Suite("Headlines of other reports below a text are no part of it")
struct TeaserListTests {
    private static let prose = """
        The council met on the bank of the river and heard what the engineers had to say of the bridge and its piers.
        It voted for repairs that will last until the spring, and for a ferry that takes the place of the bridge now.
        A member who had voted against it said that the ferry would be too small for the lorries of the quarry.
        """

    private func text(_ below: String) throws -> String {
        try #require(try readText("Bridge to be mended\n\n\(Self.prose)\n\n\(below)\n")).text
    }

    @Test func underAHeading() throws {
        let found = try text("More in World\nQuarry closes for a week\nWhat the mayor of the next town said")
        #expect(found.hasSuffix("lorries of the quarry."))
    }

    @Test func aRunWithoutAHeading() throws {
        let list =
            "Quarry closes for a week\nThe mayor speaks of his plans\nRain expected on Sunday and later\nWho pays for the old ferry"
        #expect(try text(list).hasSuffix("lorries of the quarry."))
    }

    @Test(arguments: [
        "Trending\n\(prose)",
        "Quarry closes for a week\nThe mayor speaks of his plans",
        "- three lorries of stone\n- two pumps\n- forty men from the town\n- a crane on a barge",
    ])
    func textStays(below: String) throws {
        let last = try #require(below.split(separator: "\n").last).trimmingPrefix("- ")
        #expect(try text(below).contains(last))
    }

    @Test(arguments: [
        "Trending Stories\nQuarry closes for a week in Riverton\nPopular Videos\nWho pays for the old ferry?",
        "More from Harbour News\nQuarry closes for a week\nWho pays for the old ferry",
        "READ MORE:\nQuarry closes for a week", "Читайте також:\nКар'єр зачинено на тиждень",
        "1:30\nQuarry closes for a week\nWATCH: Quarry closes for a week",
        "0:57\nQuarry closes for a week\nQuarry closes for a week",
        "You may also like: Quarry closes for a week",
    ])
    func betweenParagraphs(teasers: String) throws {
        let found = try text(teasers + "\n" + Self.prose)
        #expect(found.count(of: "lorries of the quarry.") == 2)
        #expect(!found.contains("week") && !found.contains("тиждень"))
    }

    @Test(arguments: [
        "10:15\nQuarry closes for a week", "Читайте также:\n\nКакие последствия атаки на город",
        "More on the bridge\nWhy the piers gave way now", "Recommended\nThe council recommended that it be closed.",
        "The world\nWhat others did with such piers",
    ])
    func subheadings(lines: String) throws {
        let last = try #require(lines.split(separator: "\n").last)
        #expect(try text(lines + "\n\n" + Self.prose).contains(last))
    }

    @Test func tagsAndHeadlinesAboveAList() throws {
        let tags = "Riverton\nBridges\nQuarry closes for a week\nWho pays for the old ferry"
        #expect(try text(tags + "\nYou Might Also Like\nRain on Sunday").hasSuffix("lorries of the quarry."))
        let towns = "Riverton\nBridges\nYou Might Also Like\nRain on Sunday"
        #expect(try text(towns).hasSuffix("Riverton\nBridges"))
    }
}

extension String {
    /// How often a phrase stands in the string.
    fileprivate func count(of phrase: String) -> Int { ByteSearch.count(of: phrase, in: self) }
}
