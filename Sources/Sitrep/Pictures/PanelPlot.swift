/// A panel with its axis of numbers.
struct PanelPlot {
    let panel: Chart.Panel
    let axis: ValueAxis
    let height: Double
    /// Whether it has neither bars nor points.
    let isEmpty: Bool

    /// - Parameter shared: the values of all panels, where they have one scale.
    init(_ panel: Chart.Panel, height: Double, shared: [Double]?) {
        self.panel = panel
        self.height = height
        let values = Self.values(of: panel)
        axis = ValueAxis(
            shared ?? values,
            scale: panel.scale,
            isWhole: panel.isWhole,
            most: height > 200 ? 6 : height > 100 ? 4 : height > 60 ? 3 : 2
        )
        isEmpty = !panel.series.contains { series in
            series.bars.contains { $0.value != 0 } || !series.points.isEmpty
        }
    }

    /// The numbers that a panel draws.
    static func values(of panel: Chart.Panel) -> [Double] {
        panel.series.flatMap { series in
            series.bars.map(\.value) + series.points.flatMap { [$0.value, $0.least ?? $0.value, $0.most ?? $0.value] }
        }
    }

    /// How high a panel of a chart is: one of several that has few points is low.
    static func height(of panel: Chart.Panel, in chart: Chart) -> Double {
        let usual = height(of: chart)
        let points = panel.series.reduce(0) { $0 + $1.points.count }
        guard chart.panels.count > 2, points > 0 else { return usual }
        return switch points {
        case 1: min(usual, 40)
        case 2...3: min(usual, 64)
        case 4...7: min(usual, 96)
        default: usual
        }
    }

    /// How high a panel of a chart is that shows much: the more panels there are, the lower.
    static func height(of chart: Chart) -> Double {
        let hasPoints = chart.panels.contains { $0.series.contains { !$0.points.isEmpty } }
        return switch chart.panels.count {
        case ...1: hasPoints ? 360 : 280
        case 2: hasPoints ? 220 : 170
        case 3...4: hasPoints ? 180 : 110
        case 5...8: hasPoints ? 150 : 76
        default: hasPoints ? 120 : 56
        }
    }
}

/// The colour and shape of a series of points; both differ, so that it is known in grey, too.
struct SeriesLook {
    /// The outlines of marks.
    enum Outline: CaseIterable { case circle, square, triangle, diamond, pointingDown, hourglass }

    let color: PictureColor
    let outline: Outline

    /// - Parameter number: of the series; the first 42 all differ.
    init(number: Int, isRest: Bool) {
        let colors = PictureColor.series
        let outlines = Outline.allCases
        color = isRest ? .quietBar : colors[number % colors.count]
        outline = outlines[(number + number / (colors.count * outlines.count)) % outlines.count]
    }

    /// The mark at a place.
    func mark(at center: Picture.Point, radius: Double, isHollow: Bool, hint: String? = nil) -> Picture.Mark {
        let fill = isHollow ? PictureColor.paper : color
        let stroke = Picture.Stroke(color, width: 1.5)
        let corners: [(x: Double, y: Double)]
        // Each about as large as the circle.
        switch outline {
        case .circle:
            return .circle(center: center, radius: radius, fill: fill, stroke: stroke, hint: hint)
        case .square: corners = [(-0.88, -0.88), (0.88, -0.88), (0.88, 0.88), (-0.88, 0.88)]
        case .triangle: corners = [(0, -1.2), (1.15, 0.85), (-1.15, 0.85)]
        case .diamond: corners = [(0, -1.3), (1.15, 0), (0, 1.3), (-1.15, 0)]
        case .pointingDown: corners = [(0, 1.2), (1.15, -0.85), (-1.15, -0.85)]
        case .hourglass: corners = [(-1, -1.1), (1, -1.1), (-1, 1.1), (1, 1.1)]
        }
        let points = corners.map { Picture.Point(center.x + $0.x * radius, center.y + $0.y * radius) }
        return .shape(points, fill: fill, stroke: stroke, hint: hint)
    }
}
