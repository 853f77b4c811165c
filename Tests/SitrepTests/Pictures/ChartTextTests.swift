import Foundation
import Testing

@testable import Sitrep

@Suite("Text in a picture")
struct ChartTextTests {
    private static let texts = [
        "<script>alert(1)</script> & \"quotes\" ]]> <!-- -->", "a\u{0}b\u{1B}[31m\u{7}\u{85}\u{FFFE}\u{FFFF}\r\nc",
        "\u{202E}turned\u{202C}", "\u{2068}\u{2068}open", "טנק 4 דיווחים", "طائرة مسيرة", "Ки́їв ї é",
        String(decoding: [0x61, 0xFF, 0xC3, 0x28, 0xED, 0xA0, 0x80], as: UTF8.self), "無人機", "👩🏽‍🚒", "", "   ",
        String(repeating: "long ", count: 2_000), String(repeating: "Ж", count: 5_000),
    ]

    @Test("Any text is safe in each of its places, and none leaves the page", arguments: texts)
    func anyText(text: String) throws {
        var chart = try ChartTests.weeks([3, 1])
        chart.title = text
        chart.lines = [text]
        chart.notes = [text]
        chart.timeTitle = text
        chart.hollowMeaning = text
        chart.panels[0].name = text
        chart.panels[0].detail = text
        chart.panels[0].valueTitle = text
        chart.panels[0].series[0].bars[0].hint = text
        let first = try ChartTests.day("2024-11-01")
        let point = Chart.Point(days: first...first, value: 2, isHollow: true, hint: text)
        chart.panels[0].series.append(Chart.Series(name: text, points: [point]))
        for width in [300.0, 800.0] {
            let picture = chart.picture(width: width)
            let parsed = try ParsedPicture(picture.svg())
            let known: Set = ["svg", "title", "desc", "rect", "text", "tspan", "path", "circle", "polygon"]
            #expect(Set(parsed.elements.map(\.name)).isSubset(of: known))
            for case .text(let label) in picture.marks where label.anchor == .start {
                let end = label.position.x + PictureText.width(label.text, size: label.size, isBold: label.isBold)
                #expect(end <= width, "\(label.text.prefix(40))")
            }
            let turned = parsed.texts.joined().unicodeScalars.filter { (0x202A...0x202E).contains($0.value) }
            #expect(turned.isEmpty)
        }
    }

    @Test("What begins from right to left runs so, and stands where it is meant to")
    func direction() throws {
        var picture = Picture(width: 100, height: 100, title: "", summary: "")
        for text in ["שלום 1", "1 שלום", "hello שלום"] {
            picture.marks.append(.text(Picture.Label(text, at: Picture.Point(10, 20), size: 12)))
        }
        let texts = try ParsedPicture(picture.svg()).all("text")
        #expect(texts.map { $0.attributes["direction"] } == ["rtl", "rtl", nil])
        #expect(texts.map { $0.attributes["text-anchor"] } == ["end", "end", nil])
    }

    @Test("A long text is broken at blanks, and ends in … where there is no room")
    func wrapping() {
        #expect(PictureText.wrapped("one two three", width: 60, size: 12, most: 3) == ["one two", "three"])
        let cut = PictureText.wrapped("one two three four", width: 60, size: 12, most: 2)
        #expect(cut.count == 2)
        #expect(cut.last?.hasPrefix("three") == true)
        #expect(cut.last?.hasSuffix("…") == true)
        #expect(PictureText.cut("Brovary", width: 200, size: 12) == "Brovary")
        // An isolate is closed on the line on which it is cut, and opened again on the next.
        let isolated = PictureText.isolated("שלום שלום שלום")
        for line in PictureText.wrapped(isolated, width: 60, size: 12, most: 2) {
            #expect(line.unicodeScalars.count { $0 == "\u{2068}" } == line.unicodeScalars.count { $0 == "\u{2069}" })
        }
    }
}
