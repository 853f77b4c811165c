import Testing

@testable import Sitrep

@Suite("The rows of a timeline agree with a count by hand")
struct TimelineRowsTests {
    /// A report, and the number of its story.
    private typealias Told = (report: GeneratedCorpus.Report, story: Int)
    private typealias Count = BruteForce.Count

    /// The names of a report's values, folded, as far down as the axis goes.
    private static func values(_ report: GeneratedCorpus.Report, _ axis: TableAxis) -> Set<String> {
        switch axis.kind {
        case .source: return Set([report.plainSource].compactMap(\.self))
        case .language: return Set([report.language].compactMap(\.self))
        default:
            let paths = (axis.facet.flatMap { report.values[$0] } ?? []).map(\.path)
            let seen = paths.filter { $0.count <= axis.depth ?? .max }
            return Set(seen.map { $0.joined(separator: "/").lowercased() })
        }
    }

    private static func name(_ path: [String], _ axis: TableAxis) -> String {
        axis.kind == .source ? PlainName.of(path.joined()) : path.joined(separator: "/").lowercased()
    }

    /// The period of a report's publication, where that is known.
    private static func period(_ report: GeneratedCorpus.Report, _ precision: EventDate.Precision) -> String? {
        guard let date = report.date else { return nil }
        switch precision {
        case .year: return String(date.year)
        case .month: return report.month
        case .day, .week:
            return CalendarDate(year: date.year, month: date.month, day: date.day).map { precision.name(of: $0) }
        }
    }

    private static func count(_ told: [Told]) -> Count {
        Count(reports: told.count, stories: Set(told.map(\.story)).count)
    }

    private static func counts(_ told: [Told], _ precision: EventDate.Precision) -> [String: Count] {
        var periods: [String: [Told]] = [:]
        for one in told { if let name = period(one.report, precision) { periods[name, default: []].append(one) } }
        return periods.mapValues(count)
    }

    private func check(_ timeline: Timeline, _ told: [Told], _ axis: TableAxis) {
        let paths = timeline.rows.compactMap { row in
            if case .value(let path) = row.kind { Self.name(path, axis) } else { nil }
        }
        let shown = Set(paths)
        for row in timeline.rows {
            let matching: [Told]
            switch row.kind {
            case .value(let path):
                let name = Self.name(path, axis)
                // Two values may have the same path and are then not told apart here.
                guard paths.count(where: { $0 == name }) == 1 else { continue }
                matching = told.filter { Self.values($0.report, axis).contains(name) }
            case .other:
                matching = told.filter {
                    let values = Self.values($0.report, axis)
                    return !values.isEmpty && values.isDisjoint(with: shown)
                }
            case .none: matching = told.filter { Self.values($0.report, axis).isEmpty }
            }
            let expected = Self.counts(matching, timeline.precision)
            let found = timeline.periods.indices.map { index in
                (timeline.periods[index].name, Count(reports: row.counts[index], stories: row.storyCounts[index]))
            }.filter { $0.1.reports > 0 }
            #expect(Count(reports: row.total, stories: row.stories) == Self.count(matching), "\(row.name)")
            #expect(Dictionary(uniqueKeysWithValues: found) == expected, "\(row.name)")
            #expect(row.uncounted == matching.count - expected.values.reduce(0) { $0 + $1.reports }, "\(row.name)")
        }
    }

    @Test(
        "5,000 reports, each period and facet",
        arguments: EventDate.Precision.allCases,
        ["region", "actor:1", "weapon:2", "source", "language"]
    )
    func agree(precision: EventDate.Precision, facet: String) throws {
        let generated = try GeneratedIndex.shared()
        let index = try generated.open()
        let axis = try #require(TableAxis(facet))
        let word = generated.corpus.words[3]
        let told: [Told] = Array(zip(generated.corpus.reports, generated.corpus.stories))
        for query in ["", word] {
            var request = SearchRequest()
            request.query = query
            request.facetValues = 4
            let matching = told.filter { query.isEmpty || ($0.report.title + $0.report.text).contains(word) }
            let timeline = try index.timeline(request, by: precision, per: axis)
            #expect(Count(reports: timeline.total, stories: timeline.stories) == Self.count(matching))
            let counts = timeline.periods.filter { $0.count > 0 }.map {
                ($0.name, Count(reports: $0.count, stories: $0.stories))
            }
            #expect(Dictionary(uniqueKeysWithValues: counts) == Self.counts(matching, precision))
            check(timeline, matching, axis)
            // Nothing is lost: each report is in a row.
            let values = timeline.rows.count { !$0.kind.isRest }
            #expect(values == min(4, Set(matching.flatMap { Self.values($0.report, axis) }).count))
        }
    }

    @Test("A story counts once in a period, however many reports tell it")
    func stories() throws {
        let lines = GeneratedStories.tellings.enumerated().map { number, telling in
            #"{"id": "r\#(number)", "date": "\#(telling.date)", "title": "A headline", "text": "\#(telling.text)"}"#
        }
        let small = try SmallIndex(["all.jsonl": lines.joined(separator: "\n") + "\n"])
        let request = SearchRequest()
        let weeks = try small.index.timeline(request, by: .week, per: TableAxis(.language))
        let days = try small.index.timeline(request, by: .day)
        #expect(days.total == 4 && days.stories == 2)
        let told = days.periods.filter { $0.count > 0 }
        #expect(told.map(\.count) == [1, 2, 1])
        #expect(told.map(\.stories) == [1, 1, 1])
        #expect(weeks.periods.map(\.count) == [3, 1])
        #expect(weeks.periods.map(\.stories) == [1, 1])
        let sums = weeks.periods.indices.map { index in weeks.rows.reduce(0) { $0 + $1.storyCounts[index] } }
        #expect(sums == [1, 1])
    }
}

extension GeneratedStories {
    /// Three copies of a text in one week, and another text in the next.
    fileprivate static var tellings: [(date: String, text: String)] {
        let copy = """
            The regional governor said that nine drones were shot down over the harbour before dawn on Tuesday, that two \
            warehouses burned out, and that the grain terminal would stay closed until engineers had looked at its roof.
            """
        let other = """
            Farmers in the southern valley began to bring in their apples a fortnight early, since the summer had been \
            warm and wet; a cooperative of eighty growers expects to press more juice than in any year before.
            """
        return [("2024-11-12", copy), ("2024-11-13", copy), ("2024-11-13", copy), ("2024-11-20", other)]
    }
}
