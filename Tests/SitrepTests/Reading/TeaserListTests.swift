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
}
