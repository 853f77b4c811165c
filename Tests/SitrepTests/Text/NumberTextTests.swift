import Testing

@testable import Sitrep

@Suite("Numbers as people read them")
struct NumberTextTests {
    @Test(
        "They have their thousands apart, and no more decimals than needed",
        arguments: [
            (0, "0"), (7, "7"), (999, "999"), (1_000, "1,000"), (1_234_567, "1,234,567"), (0.25, "0.25"),
            (0.6000000000000001, "0.6"), (-2, "-2"), (-0.0001, "0"), (1_000.5, "1,000.5"), (0.007, "0.007"),
            (2e12, "2,000,000,000,000"), (1e300, "1e+300"), (.infinity, ""), (.nan, ""),
        ] as [(Double, String)]
    )
    func text(value: Double, expected: String) { #expect(NumberText.text(value) == expected) }

    @Test(
        "Things have the plural of their noun",
        arguments: [
            (0, "report", "0 reports"), (1, "report", "1 report"), (12_500, "story", "12,500 stories"),
            (1, "story", "1 story"),
            (2, "day", "2 days"), (2, "y", "2 ys"),
        ]
    )
    func count(number: Int, noun: String, expected: String) { #expect(NumberText.count(number, noun) == expected) }
}
