import Testing

@testable import Sitrep

@Suite("Lines that say where on a site a report stands are none of its text")
struct PageLabelsTests {
    private static let prose =
        "Two people were hurt when a drone hit the fuel depot of the town, the mayor said on Wednesday morning."

    /// The text below the title `Depot hit at Riverton`, with some lines above and below.
    private func text(above: String = "", below: String = "") throws -> String {
        try #require(
            try readText(
                "Title: Depot hit at Riverton\nURL: https://example.org/a\n\n\(above)\n\n\(Self.prose)\n\n\(below)\n"
            )
        )
        .text
    }

    @Test(arguments: [
        "Home » World » Europe", "Home > News", "Home > War > Regions", "Головна / Новини / Регіони",
        "World › Europe › Ukraine", "Главная → Новости",
    ])
    func breadcrumbs(line: String) throws {
        #expect(try text(above: line) == Self.prose)
        #expect(try text(below: line) == Self.prose)
    }

    @Test(arguments: [
        "Sudan | Conflict", "World", "Middle East LIVE", "Ukraine War Daily — issue 824", "Riverton Weekly № 12",
        "Europe / Politics",
    ])
    func sections(line: String) throws { #expect(try text(above: line) == Self.prose) }

    @Test(arguments: [
        "Posted in Ukraine by desk", "Filed under: Europe, Security", "[^1]: Jane Doe. \"Depot hit\" — The Wire, 2022",
        "Sources [^1] [^2]", "[1] [2]", "[ad_1]", "4 min read", "Поширити: Telegram | Viber",
        "(Reporting by Jane Doe in Kyiv; editing by John Roe)",
        "Reporting by Jane Doe in Riverton, John Roe in Lakeside, Mary Major in Hilltop and Richard Miles in the capital of the province; Writing by Jane Stiles; Editing by John Stiles",
    ])
    func labels(line: String) throws { #expect(try text(below: line) == Self.prose) }

    @Test(arguments: [
        "He wrote that 5 > 3", "Riverton > Lakeside road closed", "Home", "Posted in Riverton, he saw the depot burn.",
        "The plan [1] was theirs", "Sudan | Conflict",
        "Middle East LIVE", "(He said so in Kyiv)", "Live", "[Update] The fire is out", "War and peace",
    ])
    func linesOfTheText(line: String) throws {
        #expect(try text(below: line + "\n\n" + Self.prose).contains(line))
    }

    @Test(arguments: ["Kyiv", "Riverton | Lakeside", "Five people died", "Two dead in 824", "Газа > 5"])
    func linesAboveTheText(line: String) throws { #expect(try text(above: line).contains(line)) }

    @Test func creditsAtTheEndOfAParagraph() throws {
        let credit = "(Reporting by Jane Doe (Kyiv) and John Roe; editing by Mary Major)"
        let article = try #require(try readText("Depot hit at Riverton\n\n\(Self.prose) \(credit)\n"))
        #expect(article.text == Self.prose)
        #expect(article.removed.map(\.text) == [credit])
    }

    @Test(arguments: [
        "He said (Reporting by them was late) no more.", "He said it (twice).", "Він сказав це (двічі)",
        "a (Reporting by b) c)", "(((((", "(Reporting by )))", "דיווח (Reporting by a) ب",
    ])
    func otherBrackets(end: String) throws {
        #expect(try text(below: Self.prose + " " + end).hasSuffix(end))
    }

    @Test func manyCredits() throws {
        let many = String(repeating: Self.prose + " (Reporting by A; editing by B)\n", count: 3000)
        #expect(try text(below: many).count > 3000)
    }
}
