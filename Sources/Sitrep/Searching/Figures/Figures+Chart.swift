extension Figures {
    /// A picture has so many figures at most: more are no picture, but a cloud.
    public static let mostChartRows = 5_000
    /// It has so many panels at most, those with most figures.
    static let mostPanels = 12
    /// So many claimants have a look of their own.
    private static let mostClaimants = 6

    /// What a panel is of.
    private struct Matter: Hashable {
        var kind: Claim.Kind
        var unit: String
    }

    /// The figures as a chart over the days of the events: a panel for each kind and unit, a mark for each figure with a
    /// line from its least to its most, and a look for each claimant. A panel has the figures of all places and weapons; what
    /// another figure speaks against has a ring around it.
    ///
    /// It tells the query as it was understood, the counts, what is not drawn, and how old the index is.
    ///
    /// - Parameter today: the day on which it is drawn; `nil` for this day.
    /// - Throws: ``SitrepError`` with the code `usage` for more than ``mostChartRows`` figures.
    public func chart(today: CalendarDate? = nil) throws(SitrepError) -> Chart {
        guard rows.count <= Self.mostChartRows else {
            throw SitrepError(
                .usage,
                "a picture of \(rows.count) figures is too full",
                hint: "ask for fewer, with --kind, --region, --happened-from or words"
            )
        }
        let dated = rows.filter { $0.figure.claim.date != nil }
        let matters = Dictionary(grouping: dated) { Matter(kind: $0.figure.claim.kind, unit: $0.figure.claim.unit) }
        let drawn = Self.drawn(matters.mapValues(\.count))
        let names = Self.claimants(drawn.flatMap { matters[$0] ?? [] })
        var chart = Chart(title: title, timeTitle: "Day of the event", precision: precision)
        chart.hollowMeaning = "not exact: about, at least, dozens"
        chart.ringedMeaning = "another figure speaks against it"
        chart.panels = drawn.map { Self.panel($0, matters[$0] ?? [], names) }
        chart.lines = [Chart.asked(interpreted), counts]
        let left = matters.filter { !drawn.contains($0.key) }.mapValues(\.count)
        chart.notes = notes(dayless: rows.count - dated.count, left: left, today)
        chart.emptyText = "No figure with a known day"
        return chart
    }

    /// The matters that have panels: those with most figures, in the order of kinds and units.
    private static func drawn(_ counts: [Matter: Int]) -> [Matter] {
        let all = ordered(counts.keys)
        let most = all.enumerated().sorted {
            (counts[$1.element] ?? 0, $0.offset) < (counts[$0.element] ?? 0, $1.offset)
        }
        return most.prefix(mostPanels).sorted { $0.offset < $1.offset }.map(\.element)
    }

    /// Matters in the order of kinds and units.
    private static func ordered(_ matters: some Collection<Matter>) -> [Matter] {
        func order(_ matter: Matter) -> (Int, String) {
            (Claim.Kind.allCases.firstIndex(of: matter.kind) ?? 0, matter.unit)
        }
        return matters.sorted { order($0) < order($1) }
    }

    /// The claimants that have a look of their own: those of most figures.
    private static func claimants(_ rows: [FigureRow]) -> [String] {
        var counts: [String: Int] = [:]
        for row in rows { if let name = row.figure.claimant?.last { counts[name, default: 0] += 1 } }
        return counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(mostClaimants).map(\.key)
    }

    private static func panel(_ matter: Matter, _ rows: [FigureRow], _ claimants: [String]) -> Chart.Panel {
        let own = "the report’s own voice"
        let others = "others"
        let groups = Dictionary(grouping: rows) { row in
            row.figure.claimant?.last.map { claimants.contains($0) ? $0 : others } ?? own
        }
        let series = (claimants + [own, others]).compactMap { name -> Chart.Series? in
            guard let rows = groups[name] else { return nil }
            return Chart.Series(name: name, points: rows.compactMap(point), isRest: name == others)
        }
        let values = rows.flatMap { [$0.figure.claim.least, $0.figure.claim.most].compactMap { $0 } }
        let (least, most) = (values.min() ?? 0, values.max() ?? 0)
        let isWide = least > 0 && most / least > 200
        let disputed = rows.count(where: \.isDisputed)
        let unit = matter.unit == "km2" ? "square kilometres" : matter.unit
        return Chart.Panel(
            name: matter.kind.words + ", " + unit,
            detail: NumberText.count(rows.count, "figure") + (disputed > 0 ? ", \(disputed) in dispute" : ""),
            valueTitle: unit.prefix(1).uppercased() + unit.dropFirst() + (isWide ? ", logarithmic" : ""),
            scale: isWide ? .logarithmic : .linear,
            isWhole: values.allSatisfy { $0 == $0.rounded() },
            series: series
        )
    }

    private static func point(_ row: FigureRow) -> Chart.Point? {
        let claim = row.figure.claim
        guard let date = claim.date, let end = claim.least ?? claim.most else { return nil }
        let isRange = claim.least != nil && claim.most != nil && claim.least != claim.most
        let value = isRange ? (end + (claim.most ?? end)) / 2 : end
        var parts = ["\(date.ends.joined(separator: " to ")): \(claim.surface)"]
        if let place = row.figure.place?.last { parts.append("in \(place)") }
        if let claimant = row.figure.claimant?.last { parts.append("says \(claimant)") }
        parts.append(NumberText.count(row.reports.count, "report"))
        if row.isDisputed { parts.append("another figure speaks against it") }
        return Chart.Point(
            days: date.days,
            value: value,
            least: isRange ? claim.least : nil,
            most: isRange ? claim.most : nil,
            isHollow: claim.qualifier != nil,
            isRinged: row.isDisputed,
            weight: row.reports.count,
            hint: parts.joined(separator: ", ")
        )
    }

    private var title: String {
        let kinds = kinds.map { $0.words }.joined(separator: ", ")
        let query = Chart.named(query)
        return "Figures" + (kinds.isEmpty ? "" : " (\(kinds))") + (query.isEmpty ? "" : " for \(query)")
    }

    private var counts: String {
        let disputed = disputed > 0 ? ", \(NumberText.grouped(disputed)) in dispute" : ""
        return NumberText.count(total, "figure") + " of " + NumberText.count(reports, "report")
            + Chart.told(stories, by: reports) + disputed + Chart.leftOut(undated: undated, irrelevant: irrelevant)
    }

    private func notes(dayless: Int, left: [Matter: Int], _ today: CalendarDate?) -> [String] {
        var notes = [Chart.origin(drawn: today, from: updated, revision: revision)]
        if precision != .day {
            notes.append("Each mark stands on its own day: only the axis of days is divided by \(precision.rawValue).")
        }
        let dayless = dayless + self.dayless
        if dayless > 0 { notes.append("Not drawn: " + NumberText.count(dayless, "figure") + " without a day.") }
        if !left.isEmpty {
            let names = Self.ordered(left.keys).map { $0.kind.words + ", " + $0.unit }.joined(separator: "; ")
            let many = NumberText.count(left.values.reduce(0, +), "figure")
            notes.append("Not drawn, as a picture has \(Self.mostPanels) panels at most: \(many) (\(names)).")
        }
        if cut > 0 {
            let many = NumberText.count(cut, "report") + " with more than \(ClaimFinder.mostClaims) figures"
            notes.append(many + ": the first are drawn.")
        }
        return notes
    }
}
