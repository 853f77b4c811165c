import Testing

@testable import SitrepCommand

@Suite("Any text in lines")
struct AnyTextTests {
    /// Parts that texts are made of: words of many scripts, marks, emoji, signs of direction, colours.
    private static let parts = [
        "Kyiv", "Київ", "ракета", "и\u{306}", "غزة", "ירושלים", "東京", "。", "（", "한국", "\u{1112}\u{1161}", "🇺🇦", "👩‍👧", "🚀",
        "\u{301}", "\u{200D}", "\u{FE0F}", "\u{2068}", "\u{2069}", "\u{1B}[1m", "\u{1B}[0m", "\u{FFFD}", "\u{10FEFF}",
        " ", " ",
        " ", "  ", "·", "—", "a/b/c", "https://example.org/path", "क्षत्रिय", "ไทย", "\u{AD}", "\u{0}",
    ]

    /// A linear congruential generator, so that a failure can be had again.
    private struct Numbers: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return state ^ (state >> 29)
        }
    }

    private func scalars(_ text: String) -> [Unicode.Scalar] {
        text.unicodeScalars.filter { $0 != " " && $0 != "\u{2068}" && $0 != "\u{2069}" }
    }

    @Test("Nothing is lost, no line too long that could be broken, and isolates closed", arguments: 0..<40)
    func lines(seed: Int) {
        var numbers = Numbers(state: UInt64(seed))
        for _ in 0..<50 {
            let count = Int.random(in: 0..<60, using: &numbers)
            let text = (0..<count).map { _ in Self.parts.randomElement(using: &numbers) ?? "" }.joined()
            let style = Style(width: Int.random(in: 40...90, using: &numbers), isIsolating: true)
            let indent = Int.random(in: 0..<12, using: &numbers)
            let lines = style.lines(text, indent: indent)
            #expect(scalars(lines.joined()) == scalars(text), "\(text.debugDescription)")
            for line in lines {
                let opened = line.unicodeScalars.count { $0 == "\u{2068}" }
                let closed = line.unicodeScalars.count { $0 == "\u{2069}" }
                #expect(opened <= closed, "\(line.debugDescription)")
                if line.unicodeScalars.contains(" ") {
                    #expect(DisplayWidth.columns(line) <= (style.width ?? 0) - indent, "\(line.debugDescription)")
                }
            }
            let columns = Int.random(in: 1..<30, using: &numbers)
            #expect(DisplayWidth.columns(Style.cut(text, columns: columns)) <= columns)
            #expect(DisplayWidth.columns(Style.cutPath(text, columns: columns)) <= columns)
            #expect(DisplayWidth.columns(Style.padded(text, columns: 200)) >= 200)
        }
    }

    @Test("Values in lines lose nothing", arguments: 0..<20)
    func values(seed: Int) {
        var numbers = Numbers(state: UInt64(seed))
        for _ in 0..<50 {
            let values = (0..<Int.random(in: 0..<12, using: &numbers)).map { _ in
                (0..<6).map { _ in Self.parts.randomElement(using: &numbers) ?? "" }.joined()
            }
            let style = Style(width: 50)
            let lines = style.lines(values: values, indent: 8)
            #expect(scalars(lines.joined()) == scalars(values.joined(separator: "·")))
            for line in lines where DisplayWidth.columns(line) > 42 {
                let word = line.unicodeScalars.filter { $0 != "\u{2068}" && $0 != "\u{2069}" }.dropLast(2)
                #expect(!word.contains(" "), "\(line.debugDescription)")
            }
        }
    }
}
