import Testing

@testable import Sitrep

@Suite("Moments as text")
struct TimestampTests {
    @Test(arguments: [
        (0, "1970-01-01T00:00:00Z"), (-1, "1969-12-31T23:59:59Z"), (1_700_000_000, "2023-11-14T22:13:20Z"),
        (951_782_399, "2000-02-28T23:59:59Z"), (951_782_400, "2000-02-29T00:00:00Z"), (-86_400, "1969-12-31T00:00:00Z"),
    ])
    func strings(seconds: Int, expected: String) { #expect(Timestamp.string(secondsSince1970: seconds) == expected) }

    @Test(
        "A text is one, or is none",
        arguments: [
            ("2026-11-21T04:05:06Z", true), ("2024-02-29T23:59:60Z", true), ("2023-02-29T00:00:00Z", false),
            ("2026-11-21T24:00:00Z", false), ("2026-11-21 04:05:06Z", false), ("2026-11-21T04:05:06", false),
            ("", false),
            ("2026-11-21T04:05:0eZ", false), ("0000-01-01T00:00:00Z", false), ("2026-11-21T04:05:06ZZ", false),
        ]
    )
    func isOne(text: String, expected: Bool) { #expect(Timestamp.isOne(text) == expected) }

    @Test func sortAsMoments() {
        var generator = SeededGenerator(seed: 7)
        let moments = (0..<500).map { _ in generator.number(-2_000_000_000...4_000_000_000) }.sorted()
        let strings = moments.map { Timestamp.string(secondsSince1970: $0) }
        #expect(strings == strings.sorted())
        #expect(Set(strings).count == Set(moments).count)
    }
}
