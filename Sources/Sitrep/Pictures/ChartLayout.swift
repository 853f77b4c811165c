extension Chart {
    /// Lays the chart out.
    ///
    /// Linear in the number of bars and points; a bar is never thinner than a pixel, so that no day is lost in a long
    /// series.
    ///
    /// - Parameter width: of the whole, in pixels: 300 to 4,000. The height follows from what is drawn.
    public func picture(width: Double = 800) -> Picture {
        var layout = ChartLayout(self, width: width.isFinite ? min(max(width, 300), 4_000) : 800)
        return layout.picture()
    }
}

/// Puts the parts of a chart below each other.
struct ChartLayout {
    let chart: Chart
    let width: Double
    /// The panels with their axes.
    let panels: [PanelPlot]
    /// The axis of days; `nil` where nothing is drawn and no days are asked for.
    let time: TimeAxis?
    /// Where plots begin and end.
    let left: Double
    let right: Double
    /// How each series of points looks.
    let looks: [String: SeriesLook]

    var marks: [Picture.Mark] = []
    /// The foot of what has been laid out.
    var y = ChartLayout.margin

    static let margin = 24.0
    static let titleSize = 18.0
    static let textSize = 13.0
    static let smallSize = 12.0
    static let noteSize = 11.0

    init(_ chart: Chart, width: Double) {
        self.chart = chart
        self.width = width
        let shared = chart.sharesScale ? chart.panels.flatMap(PanelPlot.values) : nil
        panels = chart.panels.map { PanelPlot($0, height: PanelPlot.height(of: $0, in: chart), shared: shared) }
        let names = panels.flatMap(\.axis.ticks).map { PictureText.width(NumberText.text($0), size: Self.smallSize) }
        let left = Self.margin + (names.max() ?? 0) + 8
        let right = width - Self.margin
        let precision = chart.precision
        self.left = left
        self.right = right
        let days = chart.days ?? Self.drawnDays(of: chart)
        // Marks on the first and the last day stand within the frame, and beside the numbers of the axis.
        let hasPoints = chart.panels.contains { $0.series.contains { !$0.points.isEmpty } }
        let inset = hasPoints ? PlacedPoint.widest : 0
        time = days.map { TimeAxis($0, precision: precision, left: left + inset, width: right - left - 2 * inset) }
        var looks: [String: SeriesLook] = [:]
        for series in chart.panels.flatMap(\.series) where !series.points.isEmpty && looks[series.name] == nil {
            looks[series.name] = SeriesLook(number: looks.count, isRest: series.isRest)
        }
        self.looks = looks
    }

    private static func drawnDays(of chart: Chart) -> ClosedRange<CalendarDate>? {
        let series = chart.panels.flatMap(\.series)
        let days = series.flatMap { $0.bars.map(\.days) + $0.points.map(\.days) }
        guard let first = days.map(\.lowerBound).min(), let last = days.map(\.upperBound).max() else { return nil }
        return first...last
    }

    mutating func picture() -> Picture {
        addHeader()
        let ticks = time?.ticks() ?? []
        for index in panels.indices { addPanel(index, ticks) }
        if panels.allSatisfy(\.isEmpty) { addEmptyText() }
        addTimeAxis(ticks)
        addLegend()
        addNotes()
        return Picture(
            width: width,
            height: (y + Self.margin - 4).rounded(.up),
            title: chart.title,
            summary: summary,
            marks: marks
        )
    }

    private var summary: String {
        let shown = panels.map { plot in
            let name = [plot.panel.name, plot.panel.detail].filter { !$0.isEmpty }.joined(separator: ": ")
            let highest = plot.panel.series.flatMap(\.bars).max { $0.value < $1.value }
            let most = highest.map { "most in " + $0.hint }
            return [name, most ?? ""].filter { !$0.isEmpty }.joined(separator: "; ")
        }
        let sentences = chart.lines + shown.filter { !$0.isEmpty } + chart.notes
        guard !sentences.isEmpty else { return chart.title }
        return sentences.map { $0.hasSuffix(".") ? $0 : $0 + "." }.joined(separator: " ")
    }

    /// Adds a line of text whose foot is `height` below what has been laid out.
    mutating func addLine(_ text: String, size: Double, height: Double, isBold: Bool = false, color: PictureColor) {
        y += height
        let position = Picture.Point(Self.margin, y)
        marks.append(.text(Picture.Label(text, at: position, size: size, isBold: isBold, color: color)))
    }

    /// Adds a text in as many lines as it needs, up to `most`.
    private mutating func addText(
        _ text: String,
        size: Double,
        height: Double,
        isBold: Bool = false,
        color: PictureColor,
        most: Int
    ) {
        let room = width - 2 * Self.margin
        let line = PictureText.line(text)
        for part in PictureText.wrapped(line, width: room, size: size, isBold: isBold, most: most) {
            addLine(part, size: size, height: height, isBold: isBold, color: color)
        }
    }

    private mutating func addHeader() {
        y -= 6
        addText(chart.title, size: Self.titleSize, height: 24, isBold: true, color: .ink, most: 2)
        y += 2
        for line in chart.lines {
            addText(line, size: Self.textSize, height: 19, color: .quietInk, most: 3)
        }
        y += 18
    }

    private mutating func addEmptyText() {
        let place = Picture.Point((left + right) / 2, panels.isEmpty ? y + 60 : (y - PanelPlot.height(of: chart) / 2))
        let label = Picture.Label(
            chart.emptyText,
            at: place,
            size: Self.textSize,
            anchor: .middle,
            color: .quietInk
        )
        marks.append(.text(label))
        if panels.isEmpty { y += 120 }
    }

    private mutating func addTimeAxis(_ ticks: [TimeAxis.Tick]) {
        guard time != nil else { return }
        let first = y + 16
        let second = first + 16
        for tick in ticks {
            for (name, line) in [(tick.name, first), (tick.context ?? "", second)] where !name.isEmpty {
                let width = PictureText.width(name, size: TimeAxis.textSize)
                let end = tick.isCentred ? tick.x + width / 2 : tick.x + 3 + width
                guard end <= self.width - 4 else { continue }
                let label = Picture.Label(
                    name,
                    at: Picture.Point(tick.isCentred ? tick.x : tick.x + 3, line),
                    size: TimeAxis.textSize,
                    anchor: tick.isCentred ? .middle : .start,
                    color: line == first ? .ink : .quietInk
                )
                marks.append(.text(label))
            }
        }
        y = ticks.contains { $0.context != nil } ? second : first
        y += 20
        let title = PictureText.cut(PictureText.line(chart.timeTitle), width: right - left, size: Self.smallSize)
        marks.append(
            .text(
                Picture.Label(
                    title,
                    at: Picture.Point((left + right) / 2, y),
                    size: Self.smallSize,
                    anchor: .middle,
                    color: .quietInk
                )
            )
        )
        y += 4
    }

    /// What is said where bars stand on top of each other.
    private var crowding: String? {
        guard let time, panels.contains(where: { $0.panel.series.contains { !$0.bars.isEmpty } }) else { return nil }
        let unit = chart.precision.rawValue
        let each = chart.precision.usualDays * time.dayWidth
        guard each < 0.5 else { return nil }
        return "\(NumberText.grouped(Int((1 / each).rounded()))) \(unit)s share a pixel: the tallest is seen."
    }

    private mutating func addNotes() {
        let notes = chart.notes + (crowding.map { [$0] } ?? [])
        guard !notes.isEmpty else { return }
        y += 14
        let rule = [Picture.Point(Self.margin, y), Picture.Point(width - Self.margin, y)]
        marks.append(.lines([rule], Picture.Stroke(.grid)))
        y += 4
        for note in notes {
            addText(note, size: Self.noteSize, height: 16, color: .quietInk, most: 3)
        }
    }
}

extension EventDate.Precision {
    /// About how many days such a period has.
    var usualDays: Double {
        switch self {
        case .day: 1
        case .week: 7
        case .month: 30.4
        case .year: 365.2
        }
    }
}
