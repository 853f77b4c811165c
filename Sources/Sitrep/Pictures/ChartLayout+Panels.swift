extension ChartLayout {
    /// So many bars each tell what they are where one points at them; more are one shape, so that the file stays small.
    private static let mostHints = 1_000
    /// A single bar does not fill the page.
    private static let widestBar = 64.0

    /// Adds a panel: its name, axis, grid and what it shows.
    mutating func addPanel(_ index: Int, _ ticks: [TimeAxis.Tick]) {
        let plot = panels[index]
        let isTitled = index == 0 || panels[index - 1].panel.valueTitle != plot.panel.valueTitle
        addHeading(plot.panel, valueTitle: isTitled ? plot.panel.valueTitle : "")
        let isCounted = isCounted(plot)
        y += isCounted ? 18 : 13
        let top = y
        let foot = top + plot.height
        addGrid(plot, ticks, top: top, foot: foot)
        if let time {
            addBars(plot, time, foot: foot, isCounted: isCounted)
            addPoints(plot, time, foot: foot)
        }
        marks.append(.lines([[Picture.Point(left, foot), Picture.Point(right, foot)]], Picture.Stroke(.axis)))
        y = foot
        if index < panels.count - 1 { y += 14 }
    }

    /// The name and the unit in one line, or the unit alone.
    private mutating func addHeading(_ panel: Chart.Panel, valueTitle: String) {
        let room = right - Self.margin
        let unit = PictureText.cut(PictureText.line(valueTitle), width: room * 0.4, size: Self.smallSize)
        let name = PictureText.cut(PictureText.line(panel.name), width: room * 0.5, size: Self.textSize, isBold: true)
        guard !name.isEmpty else {
            if !unit.isEmpty { addLine(unit, size: Self.smallSize, height: 4, color: .quietInk) }
            return
        }
        let start = Self.margin + PictureText.width(name, size: Self.textSize, isBold: true) + 8
        let unitWidth = PictureText.width(unit, size: Self.smallSize)
        let rest = right - start - (unit.isEmpty ? 0 : unitWidth + 16)
        let detail = PictureText.cut(PictureText.line(panel.detail), width: rest, size: Self.smallSize)
        y += 10
        let place = Picture.Point(Self.margin, y)
        marks.append(.text(Picture.Label(name, at: place, size: Self.textSize, isBold: true, detail: detail)))
        let end = Picture.Point(right, y)
        marks.append(.text(Picture.Label(unit, at: end, size: Self.smallSize, anchor: .end, color: .quietInk)))
    }

    private mutating func addGrid(_ plot: PanelPlot, _ ticks: [TimeAxis.Tick], top: Double, foot: Double) {
        let grid = Picture.Stroke(.grid)
        let starts = ticks.filter { !$0.isCentred }.map(\.x)
        marks.append(.lines(starts.map { [Picture.Point($0, top), Picture.Point($0, foot + 4)] }, grid))
        var lines: [[Picture.Point]] = []
        for tick in plot.axis.ticks {
            guard let place = plot.axis.place(tick) else { continue }
            let height = foot - place * plot.height
            lines.append([Picture.Point(left, height), Picture.Point(right, height)])
            let label = Picture.Label(
                NumberText.text(tick),
                at: Picture.Point(left - 6, height + Self.smallSize * 0.35),
                size: Self.smallSize,
                anchor: .end,
                color: .ink
            )
            marks.append(.text(label))
        }
        marks.append(.lines(lines, grid))
    }

    /// The bars of a series where they stand; `nil` for what is not drawn.
    private func box(_ bar: Chart.Bar, _ plot: PanelPlot, _ time: TimeAxis, foot: Double) -> Picture.Box? {
        guard bar.value > 0, let place = plot.axis.place(bar.value), let extent = time.extent(bar.days) else {
            return nil
        }
        let slot = extent.to - extent.from
        let gap = slot >= 10 ? slot * 0.2 : slot >= 4 ? 1 : 0
        let width = max(1, min(slot - gap, Self.widestBar))
        let height = max(1, place * plot.height)
        return Picture.Box(x: (extent.from + extent.to - width) / 2, y: foot - height, width: width, height: height)
    }

    private mutating func addBars(_ plot: PanelPlot, _ time: TimeAxis, foot: Double, isCounted: Bool) {
        for series in plot.panel.series {
            let fill: PictureColor = series.isRest ? .quietBar : .bar
            let drawn = series.bars.compactMap { bar in
                box(bar, plot, time, foot: foot).map { (bar: bar, box: $0) }
            }
            guard drawn.count <= Self.mostHints else {
                marks.append(.boxes(drawn.map(\.box), fill: fill))
                continue
            }
            for (bar, box) in drawn {
                marks.append(.box(box, fill: fill, hint: bar.hint))
                guard isCounted else { continue }
                let place = Picture.Point(box.x + box.width / 2, box.y - 4)
                let text = NumberText.text(bar.value)
                marks.append(.text(Picture.Label(text, at: place, size: Self.noteSize, anchor: .middle)))
            }
        }
    }

    /// Whether the number of each bar stands above it: where the panel is the only one and they fit.
    private func isCounted(_ plot: PanelPlot) -> Bool {
        guard panels.count == 1, let time else { return false }
        let bars = plot.panel.series.flatMap(\.bars)
        guard !bars.isEmpty, bars.count <= 40 else { return false }
        return bars.allSatisfy { bar in
            guard let extent = time.extent(bar.days) else { return true }
            let text = PictureText.width(NumberText.text(bar.value), size: Self.noteSize)
            return extent.to - extent.from >= text + 4
        }
    }
}
