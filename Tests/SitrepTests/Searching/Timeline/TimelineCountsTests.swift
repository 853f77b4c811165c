import Testing

@testable import Sitrep

@Suite("A timeline's counts agree with a count by hand")
struct TimelineCountsTests {
    private struct Report {
        var id: String
        var published: CalendarDate?
        var events: [EventDate]
        var isRed: Bool
        var source: String?
    }

    /// Words for a date as a report would have them, which leave no doubt.
    private static func words(_ date: EventDate) -> String {
        func day(_ date: CalendarDate) -> String { "\(date.day) \(months[date.month - 1]) \(date.year)" }
        switch date.precision {
        case .day where date.first == date.last: return "on " + day(date.first)
        case .day: return "from \(day(date.first)) to \(day(date.last))"
        case .month: return "in \(months[date.first.month - 1]) \(date.first.year)"
        default: return "in \(date.first.year)"
        }
    }

    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]

    private static func reports() throws -> [Report] {
        var generator = SeededGenerator(seed: 77)
        return try (0..<400).map { number in
            let events = try (0..<generator.number(0...4)).map { _ in
                var date = try HappenedTermsTests.date(&generator)
                while date.precision == .week { date = try HappenedTermsTests.date(&generator) }
                return date
            }
            return Report(
                id: "r\(number)",
                published: generator.chance(90) ? CalendarDate(daysSince1970: generator.number(20_100...20_300)) : nil,
                events: events,
                isRed: generator.chance(50),
                source: generator.pick(["Amber", "Birch", "Cedar", "Cedar", nil])
            )
        }
    }

    private static func index(_ reports: [Report]) throws -> SmallIndex {
        let lines = reports.map { report in
            let date = report.published.map { "\"date\": \"\($0)\", " } ?? ""
            let source = report.source.map { "\"source\": \"\($0)\", " } ?? ""
            let text = report.events.map { "It was hit \(words($0)), they said." }.joined(separator: " ")
            return """
                {"id": "\(report.id)", \(date)\(source)"title": "A headline", "text": "A \(report.isRed ? "red" : "blue") car. \
                \(text)"}
                """
        }
        return try SmallIndex(["all.jsonl": lines.joined(separator: "\n") + "\n"])
    }

    private static func overlaps(_ date: EventDate, _ span: DateSpan) -> Bool {
        max(date.first, span.first ?? date.first) <= min(date.last, span.last ?? date.last)
    }

    /// Counts by the name of the period, as the timeline defines them.
    private static func counts(
        _ reports: [Report],
        _ precision: EventDate.Precision,
        _ dates: Timeline.Dates,
        _ span: DateSpan?
    ) -> [String: Int] {
        var counts: [String: Int] = [:]
        for report in reports {
            var days: Set<CalendarDate> = []
            switch dates {
            case .published:
                if let date = report.published { days.insert(precision.days(around: date).lowerBound) }
            case .happened:
                for date in report.events where date.precision <= precision {
                    var day = precision.days(around: date.first).lowerBound
                    while day <= date.last {
                        days.insert(day)
                        day = precision.days(around: day).upperBound.adding(days: 1) ?? .firstDay
                    }
                }
            }
            for day in days {
                let period = EventDate(day, precision)
                if span.map({ overlaps(period, $0) }) ?? true { counts[period.ends[0], default: 0] += 1 }
            }
        }
        return counts
    }

    private func counted(_ timeline: Timeline) -> [String: Int] {
        timeline.periods.reduce(into: [:]) { if $1.count > 0 { $0[$1.name] = $1.count } }
    }

    @Test func agree() throws {
        let reports = try Self.reports()
        let small = try Self.index(reports)
        // What was found in the texts is what was meant, or nothing below says anything.
        for report in reports.prefix(40) {
            let found = try small.index.report(report.id).eventDates
            #expect(Set(found.map(\.days)) == Set(report.events.map(\.days)), "\(report.id)")
        }
        for precision in EventDate.Precision.allCases {
            for dates in Timeline.Dates.allCases {
                for query in ["", "red"] {
                    var request = SearchRequest()
                    request.query = query
                    let matching = reports.filter { query.isEmpty || $0.isRed }
                    let timeline = try small.index.timeline(request, by: precision, of: dates)
                    #expect(timeline.total == matching.count)
                    #expect(counted(timeline) == Self.counts(matching, precision, dates, nil), "\(precision) \(dates)")
                    let uncounted = matching.filter { Self.counts([$0], precision, dates, nil).isEmpty }
                    #expect(timeline.uncounted == uncounted.count)
                }
            }
        }
    }

    @Test("The rows of outlets, those that are left over and none", arguments: EventDate.Precision.allCases)
    func rows(precision: EventDate.Precision) throws {
        let reports = try Self.reports()
        let small = try Self.index(reports)
        for dates in Timeline.Dates.allCases {
            var request = SearchRequest()
            request.query = "red"
            request.facetValues = 1
            let timeline = try small.index.timeline(request, by: precision, of: dates, per: TableAxis(.source))
            #expect(timeline.rows.map(\.kind) == [.value(path: ["Cedar"]), .other(values: 2), .none])
            let outlets: [Set<String?>] = [["Cedar"], ["Amber", "Birch"], [nil]]
            for (row, outlets) in zip(timeline.rows, outlets) {
                let matching = reports.filter { $0.isRed && outlets.contains($0.source) }
                let expected = Self.counts(matching, precision, dates, nil)
                let found = zip(timeline.periods, row.counts).filter { $0.1 > 0 }.map { ($0.0.name, $0.1) }
                #expect(row.total == matching.count)
                #expect(Dictionary(uniqueKeysWithValues: found) == expected, "\(row.name) \(dates)")
                let uncounted = matching.filter { Self.counts([$0], precision, dates, nil).isEmpty }
                #expect(row.uncounted == uncounted.count)
                #expect(zip(row.counts, row.storyCounts).allSatisfy { ($0 > 0) == ($1 > 0) && $1 <= $0 })
            }
        }
    }

    @Test("Filters by what happened: overlap counts, both ends are taken in")
    func filtered() throws {
        let reports = try Self.reports()
        let small = try Self.index(reports)
        var generator = SeededGenerator(seed: 78)
        for _ in 0..<25 {
            let start = generator.number(17_900...20_000)
            let first = try #require(CalendarDate(daysSince1970: start))
            let last = try #require(CalendarDate(daysSince1970: start + generator.number(0...400)))
            let span = DateSpan(first: first, last: last)
            let matching = reports.filter { $0.events.contains { Self.overlaps($0, span) } }
            var request = SearchRequest()
            request.filters.happenedFrom = first.description
            request.filters.happenedTo = last.description
            for precision in EventDate.Precision.allCases {
                let timeline = try small.index.timeline(request, by: precision, of: .happened)
                #expect(timeline.total == matching.count)
                #expect(counted(timeline) == Self.counts(matching, precision, .happened, span), "\(span) \(precision)")
            }
            request.limit = nil
            let results = try small.index.search(request)
            #expect(Set(results.hits.map(\.id)) == Set(matching.map(\.id)))
            #expect(try small.ids("happened:\(first)..\(last)") == matching.map(\.id).sorted())
            // A facet leaves out its own filter.
            let months = Self.counts(reports, .month, .happened, nil)
            #expect(results.facets.happened.allSatisfy { months[$0.value] == $0.count })
            #expect(results.facets.happened.filter { !$0.isChosen }.count <= 10)
            #expect(results.facets.happened.count >= min(10, months.count))
        }
    }
}
