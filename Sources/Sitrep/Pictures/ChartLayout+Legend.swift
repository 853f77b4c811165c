extension ChartLayout {
    /// An entry of the legend: how it is drawn around a place, and what it means.
    private struct Entry {
        var name: String
        var marks: (Picture.Point) -> [Picture.Mark]
    }

    /// Adds what the marks of points mean; bars are told by their panels' names.
    mutating func addLegend() {
        let entries = entries
        guard !entries.isEmpty else { return }
        y += 22
        var x = Self.margin + 8
        for entry in entries {
            let limit = (width - 2 * Self.margin) * 0.6
            let name = PictureText.cut(PictureText.line(entry.name), width: limit, size: Self.smallSize)
            let room = 12 + PictureText.width(name, size: Self.smallSize) + 22
            if x > Self.margin + 8, x + room - 22 > width - Self.margin {
                x = Self.margin + 8
                y += 20
            }
            marks += entry.marks(Picture.Point(x, y - 4))
            let place = Picture.Point(x + 12, y)
            marks.append(.text(Picture.Label(name, at: place, size: Self.smallSize)))
            x += room
        }
    }

    private var entries: [Entry] {
        var seen: Set<String> = []
        let series = chart.panels.flatMap(\.series).filter { !$0.points.isEmpty }
        var entries: [Entry] = series.compactMap { series in
            guard let look = looks[series.name], seen.insert(series.name).inserted, !series.name.isEmpty else {
                return nil
            }
            return Entry(name: series.name) { [look.mark(at: $0, radius: 5, isHollow: false)] }
        }
        let points = series.flatMap(\.points)
        let stroke = Picture.Stroke(.quietInk, width: 1.5)
        if let meaning = chart.hollowMeaning, points.contains(where: \.isHollow) {
            entries.append(
                Entry(name: meaning) { place in
                    [.circle(center: place, radius: 5, fill: .paper, stroke: stroke, hint: nil)]
                }
            )
        }
        if let meaning = chart.ringedMeaning, points.contains(where: \.isRinged) {
            entries.append(
                Entry(name: meaning) { place in
                    [.lines([PlacedPoint.ring(around: place, radius: 6.5)], PlacedPoint.ringStroke)]
                }
            )
        }
        if points.contains(where: { ($0.least ?? $0.value) < ($0.most ?? $0.value) }) {
            entries.append(
                Entry(name: chart.rangeMeaning) { place in
                    func line(_ x: Double, _ y: Double, _ toX: Double, _ toY: Double) -> [Picture.Point] {
                        [Picture.Point(place.x + x, place.y + y), Picture.Point(place.x + toX, place.y + toY)]
                    }
                    return [.lines([line(0, -6, 0, 6), line(-3, -6, 3, -6), line(-3, 6, 3, 6)], stroke)]
                }
            )
        }
        return entries
    }
}
