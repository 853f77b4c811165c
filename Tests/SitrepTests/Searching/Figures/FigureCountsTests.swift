import Testing

@testable import Sitrep

@Suite("Figures of 5,000 reports are those that brute force finds")
struct FigureCountsTests {
    private typealias Given = GeneratedFigures.Given

    /// A request, and what it leaves of the figures.
    private struct Choice {
        var request = FiguresRequest()
        var takesReport: (GeneratedFigures.Report) -> Bool = { _ in true }
        var takesFigure: (Given) -> Bool = { _ in true }
        /// Takes all but the figure's day.
        var takesApartFromDay: (Given) -> Bool = { _ in true }
        var hasDays = false
    }

    private func row(_ row: FigureRow) -> Given {
        let claim = row.figure.claim
        return Given(
            kind: claim.kind,
            number: Int(claim.least ?? -1),
            unit: claim.unit,
            subject: row.figure.subject?.last ?? "-",
            weapon: row.figure.weapon?.last,
            place: row.figure.place?.last ?? "-",
            day: claim.date?.first,
            claimant: row.figure.claimant?.last ?? "-"
        )
    }

    /// What a figure is about, whatever its number and whoever says so.
    private func matter(_ given: Given) -> Given {
        var matter = given
        (matter.number, matter.claimant) = (0, "")
        return matter
    }

    private func check(_ choice: Choice) throws {
        let (corpus, folder) = try GeneratedFigures.shared.get()
        var expected: [Given: Set<String>] = [:]
        var dayless = 0
        for report in corpus.reports where choice.takesReport(report) {
            for figure in report.figures where choice.takesApartFromDay(figure) {
                if choice.hasDays, figure.day == nil { dayless += 1 }
                if choice.takesFigure(figure) { expected[figure, default: []].insert(report.id) }
            }
        }
        let stories = Dictionary(uniqueKeysWithValues: corpus.reports.map { ($0.id, $0.story) })
        func told(_ reports: some Sequence<String>) -> Int { Set(reports.map { stories[$0] }).count }
        let matters = Dictionary(grouping: expected.keys, by: matter)
        let found = try SearchIndex(path: folder.path).figures(choice.request)
        #expect(found.total == expected.count)
        #expect(found.reports == Set(expected.values.joined()).count)
        #expect(found.stories == told(expected.values.joined()))
        #expect(found.dayless == dayless)
        #expect(found.rows.count == expected.count)
        for row in found.rows {
            let given = self.row(row)
            #expect(Set(row.reports.map(\.id)) == expected[given], "\(given)")
            #expect(row.reports.count == expected[given]?.count)
            #expect(row.stories == told(expected[given] ?? []), "\(given)")
            #expect(row.period == given.day.map { choice.request.precision.name(of: $0) })
            // Another number for the same; of people only where not all its reports give this one too, or the reverse.
            let own = expected[given] ?? []
            let isDisputed = (matters[matter(given)] ?? []).contains { other in
                guard other.number != given.number, let reports = expected[other] else { return false }
                return given.unit != "people" || !(reports.isSubset(of: own) || reports.isSuperset(of: own))
            }
            #expect(row.isDisputed == (given.day != nil && isDisputed), "\(given)")
        }
        #expect(found.disputed == found.rows.count { $0.isDisputed })
        let periods = found.rows.map { $0.figure.claim.date?.first.daysSince1970 ?? .max }
        let unit = choice.request.precision
        func start(_ day: Int) -> Int {
            CalendarDate(daysSince1970: day).map { unit.days(around: $0).lowerBound.daysSince1970 } ?? .max
        }
        #expect(periods.map(start) == periods.map(start).sorted())
    }

    @Test func all() throws { try check(Choice()) }

    @Test("Kinds, places with what lies in them, sides and claimants, weapons, days", arguments: 0..<30)
    func random(_ seed: Int) throws {
        var generator = SeededGenerator(seed: UInt64(seed))
        var choice = Choice()
        var filters = Filters()
        choice.request.precision = generator.pick(EventDate.Precision.allCases)
        var conditions: [(Given) -> Bool] = []
        if generator.chance(40) {
            let kinds = Set((0..<2).map { _ in generator.pick([Claim.Kind.launched, .intercepted, .killed, .troops]) })
            choice.request.kinds = kinds
            conditions.append { kinds.contains($0.kind) }
        }
        if generator.chance(50) {
            let path = generator.pick(GeneratedFigures.places.map(\.path))
            let depth = generator.number(1...path.count)
            let named = GeneratedFigures.places.map(\.path).filter {
                $0.prefix(depth).elementsEqual(path.prefix(depth))
            }
            let names = Set(named.compactMap(\.last))
            let isWanted = generator.chance(70)
            let value = path.prefix(depth).joined(separator: "/")
            if isWanted { filters.values[.region] = [value] } else { filters.excludedValues[.region] = [value] }
            conditions.append { names.contains($0.place) == isWanted }
        }
        if generator.chance(40) {
            let value = generator.pick(["Russia", "Ukraine", "Ukrainian Air Force", "Volodymyr Zelenskyy"])
            filters.values[.actor] = [value]
            conditions.append { given in
                let sides = [given.subject, given.claimant == "Ministry of Defence of Russia" ? "Russia" : "Ukraine"]
                return sides.contains(value) || given.claimant == value
            }
        }
        if generator.chance(30) {
            let value = generator.pick(["Drone", "Missile"])
            filters.values[.weapon] = [value]
            conditions.append { $0.weapon == value }
        }
        let apart = conditions
        choice.takesApartFromDay = { given in apart.allSatisfy { $0(given) } }
        if generator.chance(40), let start = CalendarDate(year: 2024, month: 11, day: generator.number(1...15)),
            let end = start.adding(days: generator.number(0...6))
        {
            (filters.happenedFrom, filters.happenedTo) = (start.description, end.description)
            choice.hasDays = true
            conditions.append { $0.day.map { start <= $0 && $0 <= end } ?? false }
        }
        if generator.chance(40), let start = CalendarDate(year: 2024, month: 11, day: generator.number(1...15)) {
            filters.from = start.description
            choice.takesReport = { $0.published >= start }
        }
        choice.request.search.filters = filters
        choice.takesFigure = { given in conditions.allSatisfy { $0(given) } }
        try check(choice)
    }

    @Test("Pages of rows are parts of the whole list")
    func pages() throws {
        let index = try SearchIndex(path: try GeneratedFigures.shared.get().folder.path)
        var request = FiguresRequest()
        request.kinds = [.launched]
        let whole = try index.figures(request).rows.map(row)
        (request.limit, request.offset) = (7, 5)
        let page = try index.figures(request)
        #expect(page.rows.map(row) == Array(whole[5..<12]))
        #expect(page.total == whole.count)
        request.offset = .max
        #expect(try index.figures(request).rows.isEmpty)
    }
}
