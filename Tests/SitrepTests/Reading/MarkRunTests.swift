import Testing

@testable import Sitrep

@Suite("A letter with any number of marks is one word, and what stands beside it is read as ever")
struct MarkRunTests {
    private static let prose =
        "Two people were hurt when a drone hit the fuel depot of the town, the mayor said on Wednesday morning."

    /// Marks that go in folding, that join the letter, and vowel signs that stay.
    @Test(arguments: ["и\u{306}\u{301}", "a\u{301}", "\u{5D0}\u{5B8}", "\u{915}\u{93F}", "\u{64B}"])
    func lineOfMarks(unit: String) throws {
        let scalars = Array(unit.unicodeScalars)
        var line = String.UnicodeScalarView([scalars[0]])
        for i in 0..<100_000 { line.append(scalars[max(0, scalars.count - 1 - i % 2)]) }
        let text = "\(String(line))\n\nKYIV, Nov. 13, 2024 (Reuters) - \(Self.prose)"
        let article = try #require(try readText(text))
        #expect(article.published.date == CalendarDate(year: 2024, month: 11, day: 13))
        #expect(article.text.hasSuffix(Self.prose))
        let found = FacetExtractor(vocabulary: .builtIn).extract(title: "", text: article.text)
        #expect(found.mentions.contains { $0.surfaces == ["KYIV"] })
    }
}
