import Testing

@testable import Sitrep

@Suite("Lines at the edges of a text that may be boilerplate")
struct TextEdgesTests {
    private static let story =
        "Two drones hit a depot in Kursk at night, the governor said, and a fire broke out there."

    private func lines(_ text: String, title: String = "") -> [String] {
        guard let edges = TextEdges(text: text, title: title, group: { "folder /a" }) else { return [] }
        return edges.lines.map {
            String(decoding: text.utf8.dropFirst($0.range.lowerBound).prefix($0.range.count), as: UTF8.self)
        }
    }

    @Test("Short lines above and below the prose are at the edges")
    func edges() {
        let text = "Velmora Daily\nNews\n\n\(Self.story)\n\n\(Self.story)\n\nShare this page\nOur offices: Kyiv, London"
        #expect(lines(text) == ["Velmora Daily", "News", "Share this page", "Our offices: Kyiv, London"])
    }

    @Test("What is inside the prose is not")
    func inside() {
        #expect(lines("\(Self.story)\n\nKharkiv\n\n\(Self.story)") == [])
    }

    @Test(
        "Prose ends an edge",
        arguments: [
            "No casualties were reported.", "Немає постраждалих.", "وقالت السلطات إن أحدا لم يصب.", "他说没有人受伤。",
            "Who will answer for this after so many nights?", "tanks – 9314 (+8),",
            String(repeating: "слово ", count: 15), "他说没有人受伤他说没有人受伤他说没有人受伤他说没有人受伤他说没有人受伤",
        ]
    )
    func prose(_ line: String) {
        #expect(lines("\(Self.story)\n\n\(TextLines.trimmed(line))\n\nLast") == ["Last"])
        #expect(lines("\(Self.story)\n\nFirst\n\n\(TextLines.trimmed(line))") == [])
    }

    @Test("A text that was wrapped is prose, line by line")
    func wrapped() {
        let text = """
            The General Staff of the Armed Forces said in its
            morning report that Russian forces had shelled the towns of
            Vovchansk and Lyptsi and many villages around them, using
            Grad rockets and
            artillery.
            """
        #expect(lines(text) == [])
        #expect(lines("\(Self.story)\n\n\(text)\n\nFoot") == ["Foot"])
        #expect(lines("The General Staff of the Armed Forces said in its\nMorning report.") == [])
    }

    @Test("Dates, fields, hashtags and what announces the prose stay")
    func kept() {
        let top = "Country: Ukraine\n13 November 2024\n#Kharkiv #Ukraine\nKharkiv direction:"
        #expect(lines("\(top)\n\n\(Self.story)") == [])
        #expect(lines("\(Self.story)\n\nWeapon: Shahed-136\nPlace: Odesa\nFoot") == ["Foot"])
    }

    @Test("The line that the title was taken from stays, also where it is short")
    func title() {
        #expect(lines("Strike on Odesa\n\n\(Self.story)", title: "Strike on Odesa") == [])
        #expect(lines("Strike on Odesa\n\n\(Self.story)") == ["Strike on Odesa"])
    }

    @Test(
        "A list without prose has no edges, and neither has an empty text",
        arguments: ["", "One", "One\nTwo\n\nThree"]
    )
    func list(_ text: String) { #expect(lines(text) == []) }

    @Test("An edge has six lines at the top and ten at the foot")
    func most() {
        let many = (1...12).map { "Line \($0)" }
        let text = many.joined(separator: "\n") + "\n\n\(Self.story)\n\n" + many.joined(separator: "\n")
        #expect(lines(text) == Array(many.prefix(6)) + many.suffix(10))
    }

    @Test("Case and signs make no line another one; numbers and the source do")
    func identity() {
        let line = RepeatedLine("— Share this PAGE! —", group: "a")
        #expect(line == RepeatedLine("share this page", group: "a"))
        #expect(line != RepeatedLine("share this page", group: "b"))
        #expect(RepeatedLine("tanks 9314", group: "a") != RepeatedLine("tanks 9315", group: "a"))
        #expect(RepeatedLine("* * *", group: "a") != RepeatedLine("———", group: "a"))
        #expect(
            RepeatedLine.group(outlet: "The Velmora", path: "/x/a.txt")
                == RepeatedLine.group(outlet: "THE VELMORA", path: "/y")
        )
        #expect(RepeatedLine.group(outlet: nil, path: "/x/a.txt") == RepeatedLine.group(outlet: nil, path: "/x/b.md"))
        #expect(
            RepeatedLine.group(outlet: nil, path: "/x/a.txt") != RepeatedLine.group(outlet: nil, path: "/x/y/a.txt")
        )
    }

    @Test("Any text has edges or none, and never a broken range")
    func anyText() throws {
        var random = SeededGenerator(seed: 5)
        let parts = [
            "\n", "\n\n", " ", ".", ":", ": ", "a", "Word ", "слово ", "e\u{301}", "\u{301}", "שלום ", "مرحبا ", "漢字",
            "\0", "👩‍👩‍👧", "#", "12 ",
            Self.story,
        ]
        for _ in 0..<3_000 {
            let text = (0..<random.number(0...40)).map { _ in random.pick(parts) }.joined()
            guard let edges = TextEdges(text: text, title: "a", group: { "" }) else { continue }
            var last = 0
            for edge in edges.lines {
                #expect(
                    edge.range.lowerBound >= last && !edge.range.isEmpty && edge.range.upperBound <= text.utf8.count
                )
                last = edge.range.upperBound
            }
            let cut = edges.lines.map(\.range).filter { _ in random.chance(50) }
            let (left, cuts) = EdgeCleaning.cutting(cut, outOf: text)
            #expect(EdgeCleaning.whole(left, with: cuts) == text)
            #expect(!left.isEmpty)
        }
    }
}

@Suite("Lines are cut out of a text and come back")
struct EdgeCuttingTests {
    private func cut(_ text: String, _ lines: String...) -> String {
        let bytes = Array(text.utf8)
        let ranges = lines.compactMap { line in ByteSearch.offset(of: line, in: text).map { $0..<$0 + line.utf8.count }
        }
        let (left, cuts) = EdgeCleaning.cutting(ranges, outOf: text)
        #expect(EdgeCleaning.whole(left, with: cuts) == text)
        #expect(cuts.reduce(left.utf8.count) { $0 + $1.text.utf8.count } == bytes.count)
        return left
    }

    @Test func paragraphsStayParted() {
        #expect(cut("a\nb\n\nc", "b") == "a\n\nc")
        #expect(cut("a\n\nb\nc", "b") == "a\n\nc")
        #expect(cut("a\nb\nc", "b") == "a\nc")
        #expect(cut("a\n\nb", "a") == "b")
        #expect(cut("a\n\nb", "b") == "a")
        #expect(cut("a\n\nb\nc\n\nd", "b", "c") == "a\n\nd")
        #expect(cut("a\nb\nc\n\nd\ne", "a", "c", "e") == "b\n\nd")
        #expect(cut("я\n\nщ\nє", "щ") == "я\n\nє")
        #expect(cut("a") == "a")
    }

    @Test func damagedOffsetsNeverCrash() {
        let cuts = [CutPassage(offset: 900, text: "x"), CutPassage(offset: 0, text: "y")]
        #expect(EdgeCleaning.whole("ab", with: cuts) == "abxy")
    }
}
