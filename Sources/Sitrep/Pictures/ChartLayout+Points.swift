/// A point on paper, before it is known which others stand beside it.
struct PlacedPoint {
    var point: Chart.Point
    var look: SeriesLook
    /// Where its days begin and end.
    var extent: (from: Double, to: Double)
    var height: Double
    /// The upper and the lower end of its range.
    var range: (high: Double, low: Double)
    var radius: Double
    /// Which of the columns of its days it stands in, and how many there are.
    var column = 0
    var columns = 1
    /// Whether a mark of these days has a ring.
    var hasRings = false

    /// The columns of one day are so far apart at most.
    private static let widestColumn = 11.0
    /// So far is a ring from the mark within it.
    private static let ringGap = 3.5
    /// So far reaches the largest mark with its ring.
    static let widest = 12.0
    static let ringStroke = Picture.Stroke(.ink, width: 1.2)

    /// How far the mark reaches, with its ring.
    var reach: Double { point.isRinged ? radius + Self.ringGap : radius }

    /// A circle that is not filled, so that nothing is lost beneath it.
    static func ring(around center: Picture.Point, radius: Double) -> [Picture.Point] {
        // The corners of a polygon of 16 with edges of one length.
        let (near, middle, far) = (0.3827, 0.7071, 0.9239)
        let quarter = [(1, 0), (far, near), (middle, middle), (near, far)]
        let half = quarter + quarter.map { (-$0.1, $0.0) }
        let whole = half + half.map { (-$0.0, -$0.1) } + [(1, 0)]
        return whole.map { Picture.Point(center.x + $0.0 * radius, center.y + $0.1 * radius) }
    }

    var x: Double {
        let widest = Self.widestColumn + (hasRings ? Self.ringGap : 0)
        let distance = min(widest, (extent.to - extent.from) / Double(columns))
        return (extent.from + extent.to) / 2 + (Double(column) - Double(columns - 1) / 2) * distance
    }

    var top: Double { min(range.high, height - reach) - 1 }
    var bottom: Double { max(range.low, height + reach) + 1 }

    /// The lines through it, across its days and from its least to its most.
    var lines: [[Picture.Point]] {
        var lines: [[Picture.Point]] = []
        if point.days.lowerBound < point.days.upperBound {
            lines.append([Picture.Point(extent.from, height), Picture.Point(extent.to, height)])
        }
        if range.high < range.low {
            lines.append([Picture.Point(x, range.low), Picture.Point(x, range.high)])
            for end in [range.low, range.high] {
                lines.append([Picture.Point(x - 3, end), Picture.Point(x + 3, end)])
            }
        }
        return lines
    }
}

extension ChartLayout {
    /// Adds the points of a panel; those of the same days that would cover each other stand in columns.
    ///
    /// Within days it is quadratic in the number of columns alone.
    mutating func addPoints(_ plot: PanelPlot, _ time: TimeAxis, foot: Double) {
        var placed = plot.panel.series.flatMap { series in
            series.points.compactMap { place($0, looks[series.name], plot, time, foot: foot) }
        }
        let sameDays = Dictionary(grouping: placed.indices) { placed[$0].point.days }
        for indices in sameDays.values where indices.count > 1 {
            // The lowest end of each column, from the top of the page down.
            var ends: [Double] = []
            for index in indices.sorted(by: { (placed[$0].top, $0) < (placed[$1].top, $1) }) {
                let free = ends.firstIndex { $0 <= placed[index].top } ?? ends.count
                if free == ends.count { ends.append(0) }
                ends[free] = placed[index].bottom
                placed[index].column = free
            }
            let hasRings = indices.contains { placed[$0].point.isRinged }
            for index in indices { (placed[index].columns, placed[index].hasRings) = (ends.count, hasRings) }
        }
        for point in placed where !point.lines.isEmpty {
            marks.append(.lines(point.lines, Picture.Stroke(point.look.color, width: 1.5)))
        }
        let rings = placed.filter(\.point.isRinged).map { point in
            PlacedPoint.ring(around: Picture.Point(point.x, point.height), radius: point.reach)
        }
        if !rings.isEmpty { marks.append(.lines(rings, PlacedPoint.ringStroke)) }
        for point in placed {
            let center = Picture.Point(point.x, point.height)
            let (isHollow, hint) = (point.point.isHollow, point.point.hint)
            marks.append(point.look.mark(at: center, radius: point.radius, isHollow: isHollow, hint: hint))
        }
    }

    private func place(
        _ point: Chart.Point,
        _ look: SeriesLook?,
        _ plot: PanelPlot,
        _ time: TimeAxis,
        foot: Double
    ) -> PlacedPoint? {
        guard let look, let extent = time.extent(point.days), let place = plot.axis.place(point.value) else {
            return nil
        }
        let least = plot.axis.place(point.least ?? point.value) ?? place
        let most = plot.axis.place(point.most ?? point.value) ?? place
        return PlacedPoint(
            point: point,
            look: look,
            extent: extent,
            height: foot - place * plot.height,
            range: (foot - max(most, place) * plot.height, foot - min(least, place) * plot.height),
            radius: 4 + min(4, 1.2 * (Double(max(1, point.weight)).squareRoot() - 1))
        )
    }
}
