extension Timeline {
    /// A picture has so many rows at most: more are too many to look at, and a page too long to print.
    public static let mostChartRows = 40

    /// The timeline as a chart: bars by period, and where there are rows a panel for each, on one scale.
    ///
    /// It tells the query as it was understood, the counts, what is left out, and how old the index is. Periods without
    /// a report have their place, so that time runs evenly.
    ///
    /// - Parameter today: the day on which it is drawn; `nil` for this day.
    /// - Throws: ``SitrepError`` with the code `usage` for more than ``mostChartRows`` rows.
    public func chart(today: CalendarDate? = nil) throws(SitrepError) -> Chart {
        guard rows.count <= Self.mostChartRows else {
            throw SitrepError(
                .usage,
                "a picture of \(rows.count) rows is too long",
                hint: "show \(Self.mostChartRows - 2) values at most"
            )
        }
        let unit = precision.rawValue
        var chart = Chart(
            title: title,
            timeTitle: (dates == .published ? "\(unit) of publication" : "\(unit) of the event").firstUppercased,
            precision: precision
        )
        chart.lines = lines
        chart.notes = notes(today)
        chart.emptyText = total == 0 ? "No report" : "No report with a known \(unit)"
        chart.sharesScale = true
        if let first = periods.first?.days.lowerBound, let last = periods.last?.days.upperBound {
            chart.days = first...last
        }
        let valueTitle = "Reports a \(unit)"
        if facet == nil {
            let bars = bars(periods.map(\.count), periods.map(\.stories))
            chart.panels = [Chart.Panel(valueTitle: valueTitle, series: [Chart.Series(name: "", bars: bars)])]
        } else {
            chart.panels = rows.map { row in
                let series = Chart.Series(name: "", bars: bars(row.counts, row.storyCounts), isRest: row.kind.isRest)
                let detail = NumberText.count(row.total, "report") + Chart.told(row.stories, by: row.total)
                return Chart.Panel(name: row.name, detail: detail, valueTitle: valueTitle, series: [series])
            }
        }
        return chart
    }

    private var title: String {
        let query = Chart.named(query)
        let by = "by \(precision.rawValue)" + (facet.map { " and \($0.kind.rawValue)" } ?? "")
        return query.isEmpty ? "Reports \(by)" : "Reports for \(query), \(by)"
    }

    private var lines: [String] {
        var counts = NumberText.count(total, "report") + Chart.told(stories, by: total)
        if uncounted > 0 { counts += "; \(NumberText.grouped(uncounted)) without a known \(precision.rawValue)" }
        return [Chart.asked(interpreted), counts + Chart.leftOut(undated: undated, irrelevant: irrelevant)]
    }

    private func notes(_ today: CalendarDate?) -> [String] {
        var notes = [Chart.origin(drawn: today, from: updated, revision: revision)]
        if rows.contains(where: { !$0.kind.isRest }) {
            notes.append("A report with several values counts in each of them; all rows have one scale.")
        }
        if dates == .happened {
            notes.append("A report counts once in each \(precision.rawValue) in which it tells of an event.")
        }
        return notes
    }

    private func bars(_ counts: [Int], _ stories: [Int]) -> [Chart.Bar] {
        zip(periods, zip(counts, stories)).compactMap { period, numbers in
            let (count, stories) = numbers
            guard count > 0 else { return nil }
            let hint = "\(period.name): " + NumberText.count(count, "report") + Chart.told(stories, by: count)
            return Chart.Bar(days: period.days, value: Double(count), hint: hint)
        }
    }
}

extension Timeline.Row {
    /// The path of the value, or what is left over.
    public var name: String {
        switch kind {
        case .value(let path): path.joined(separator: "/")
        case .other(let values): values == 1 ? "(1 other value)" : "(\(values) other values)"
        case .none: "(none)"
        }
    }
}

extension Timeline.Row.Kind {
    /// Whether it is what is left over.
    public var isRest: Bool {
        if case .value = self { return false }
        return true
    }
}

extension String {
    /// With a capital at its start.
    fileprivate var firstUppercased: String { prefix(1).uppercased() + dropFirst() }
}
