import Foundation
import Testing

@testable import Sitrep

@Suite("A chart")
struct ChartTests {
    static func day(_ text: String) throws -> CalendarDate { try #require(DateSpan(text, today: .firstDay)?.first) }

    /// A bar a period, as high as its number.
    static func bars(_ precision: EventDate.Precision, from first: String, _ values: [Int]) throws -> [Chart.Bar] {
        let start = precision.number(of: try day(first))
        return try values.enumerated().map { offset, value in
            let day = try #require(precision.day(at: start + offset))
            let hint = "\(precision.name(of: day)): \(value) reports"
            return Chart.Bar(days: precision.days(around: day), value: Double(value), hint: hint)
        }
    }

    static func weeks(_ values: [Int]) throws -> Chart {
        var chart = Chart(title: "Reports for drones", timeTitle: "Week of publication", precision: .week)
        chart.lines = ["region:kursk", "26 reports in 24 stories"]
        chart.notes = ["Drawn 2026-11-21, index of 2026-11-20"]
        let series = Chart.Series(name: "", bars: try bars(.week, from: "2024-10-28", values))
        chart.panels = [Chart.Panel(valueTitle: "Reports", series: [series])]
        return chart
    }

    @Test("It has a title, a description, what was asked, axes with their units, counts and dates")
    func parts() throws {
        var chart = try Self.weeks([0, 0, 10, 2, 5, 1, 1, 1, 6, 0])
        chart.notes.append("One scale.")
        let picture = try ParsedPicture(chart.picture().svg())
        #expect(picture.elements.first?.attributes["role"] == "img")
        #expect(picture.all("title").first?.text == "Reports for drones")
        let summary = try #require(picture.all("desc").first?.text)
        #expect(summary.contains("region:kursk"))
        #expect(summary.contains("most in 2024-W46: 10 reports"))
        // "index of 2026-11-20" gets the full stop that the other note has.
        #expect(summary.contains("index of 2026-11-20. One scale.") && !summary.contains(".."))
        let texts = picture.texts
        for text in chart.lines + [chart.title, chart.timeTitle, "Reports"] {
            #expect(texts.contains(text))
        }
        #expect(texts.contains("Drawn 2026-11-21, index of 2026-11-20"))
        for number in ["0", "2", "4", "6", "8", "10"] { #expect(texts.contains(number)) }
        for name in ["28", "Oct 2024", "11", "Nov 2024", "Dec 2024"] { #expect(texts.contains(name)) }
        let hints = try Self.bars(.week, from: "2024-11-11", [10, 2, 5, 1, 1, 1, 6]).map(\.hint)
        #expect(picture.hints == hints)
    }

    @Test("Bars are as high as their numbers, and stand below each other on one scale")
    func heights() throws {
        var chart = try Self.weeks([4, 8])
        let other = Chart.Series(name: "", bars: try Self.bars(.week, from: "2024-10-28", [2, 0]))
        chart.panels.append(Chart.Panel(name: "ATACMS", valueTitle: "Reports", series: [other]))
        chart.sharesScale = true
        let bars = try ParsedPicture(chart.picture().svg()).all("rect").dropFirst()
        let heights = bars.compactMap { $0.attributes["height"].flatMap(Double.init) }
        try #require(heights.count == 3)
        #expect(abs(heights[1] - 2 * heights[0]) < 0.05)
        #expect(abs(heights[0] - 2 * heights[2]) < 0.05)
        let places = bars.compactMap { $0.attributes["x"].flatMap(Double.init) }
        #expect(places[0] == places[2])
        #expect(places[0] < places[1])
    }

    @Test("Nothing, one period and ten thousand of them", arguments: [0, 1, 10_000])
    func sizes(count: Int) throws {
        var chart = try Self.weeks([])
        chart.precision = .day
        chart.emptyText = "No reports"
        let values = (0..<count).map { $0 % 7 + 1 }
        chart.panels[0].series[0].bars = try Self.bars(.day, from: "1997-01-01", values)
        let svg = chart.picture().svg()
        #expect(svg.utf8.count < 400_000)
        let picture = try ParsedPicture(svg)
        #expect(picture.texts.contains("No reports") == (count == 0))
        #expect(picture.texts.contains { $0.contains("days share a pixel") } == (count == 10_000))
        let boxes = picture.all("path").filter { $0.attributes["fill"] == PictureColor.bar.name }
        let drawn = boxes.reduce(0) { $0 + ($1.attributes["d"]?.split(separator: "M").count ?? 0) }
        #expect(drawn + picture.hints.count == count)
        for mark in chart.picture().marks {
            guard case .boxes(let boxes, _) = mark else { continue }
            #expect(boxes.allSatisfy { $0.width >= 1 && $0.height >= 1 })
        }
    }

    @Test("Points show their range, are hollow where they are not exact, and have a legend")
    func points() throws {
        var chart = Chart(title: "Figures", timeTitle: "Day of the event", precision: .day)
        let first = try Self.day("2024-11-13")
        let last = try Self.day("2024-11-20")
        let hint = "10,000 to 12,000"
        let range = Chart.Point(days: first...first, value: 11_000, least: 10_000, most: 12_000, hint: hint)
        let about = Chart.Point(
            days: first...first,
            value: 11_000,
            isHollow: true,
            isRinged: true,
            weight: 9,
            hint: "about 11,000"
        )
        let long = Chart.Point(days: first...last, value: 500, hint: "500")
        chart.hollowMeaning = "at least, about"
        chart.ringedMeaning = "disputed"
        chart.panels = [
            Chart.Panel(
                valueTitle: "Persons",
                series: [Chart.Series(name: "Ukraine", points: [range]), Chart.Series(name: "Seoul", points: [about])]
            ),
            Chart.Panel(name: "Killed", valueTitle: "Persons", series: [Chart.Series(name: "Seoul", points: [long])]),
        ]
        let picture = chart.picture()
        let parsed = try ParsedPicture(picture.svg())
        for text in ["Ukraine", "Seoul", "at least, about", "disputed", "least to most", "10,000", "Nov 2024"] {
            #expect(parsed.texts.contains(text))
        }
        #expect(parsed.texts.count { $0 == "Seoul" } == 1)
        #expect(Set(parsed.hints) == ["10,000 to 12,000", "about 11,000", "500"])
        let hinted = picture.marks.compactMap { mark -> (x: Double, fill: PictureColor)? in
            switch mark {
            case .circle(let center, _, let fill, _, .some): (center.x, fill)
            case .shape(let points, let fill, _, .some): (points.reduce(0) { $0 + $1.x } / Double(points.count), fill)
            default: nil
            }
        }
        try #require(hinted.count == 3)
        // The two of one day and number stand beside each other.
        #expect(abs(hinted[0].x - hinted[1].x) > 8)
        let rings = picture.marks.flatMap { mark -> [[Picture.Point]] in
            if case .lines(let lines, PlacedPoint.ringStroke) = mark { lines } else { [] }
        }
        // One around the mark, one in the legend.
        try #require(rings.count == 2)
        let (least, most) = (rings[0].map(\.x).min() ?? 0, rings[0].map(\.x).max() ?? 0)
        #expect(abs((least + most) / 2 - hinted[1].x) < 0.01 && most - least > 16)
        var plain = chart
        plain.panels[0].series[1].points[0].isRinged = false
        #expect(!(try ParsedPicture(plain.picture().svg()).texts.contains("disputed")))
        #expect(hinted.map { $0.fill == .paper } == [false, true, false])
    }

    @Test("Series that are many differ in colour or shape")
    func looks() {
        let looks = (0..<42).map { SeriesLook(number: $0, isRest: false) }
        #expect(Set(looks.map { "\($0.color.name) \($0.outline)" }).count == 42)
    }
}
