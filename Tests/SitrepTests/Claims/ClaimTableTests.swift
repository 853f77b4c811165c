import Testing

@testable import Sitrep

@Suite("The same claim of several reports is one row")
struct ClaimTableTests {
    /// Kursk lies in Russia, Kyiv in Ukraine; all else lies in nothing.
    private static let table = ClaimTable { concept, _ in
        switch concept.rawValue {
        case "kursk": [ConceptID(rawValue: "ru"), concept]
        case "kyiv": [ConceptID(rawValue: "ua"), concept]
        default: [concept]
        }
    }

    private static func day(_ number: Int) -> EventDate? {
        CalendarDate(year: 2024, month: 11, day: number).map { EventDate($0, .day) }
    }

    private func claim(_ least: Double, place: String? = nil, day: Int? = nil, claimant: String? = nil) -> Claim {
        Claim(
            kind: .intercepted,
            least: least,
            most: least,
            unit: "drones",
            place: place.map { ConceptID(rawValue: $0) },
            date: day.flatMap { Self.day($0) },
            claimant: claimant.map { ConceptID(rawValue: $0) }
        )
    }

    /// The rows of claims of as many reports, all published on 26 November.
    private func rows(_ claims: [Claim]) -> [ClaimRow] {
        let published = Self.day(26)?.days
        return Self.table.rows(claims.enumerated().map { ReportClaim(report: $0, claim: $1, published: published) })
    }

    @Test func joins() throws {
        let found = rows([
            claim(34), claim(34, place: "ru"), claim(34, place: "kursk", day: 24), claim(34, day: 25), claim(35),
        ])
        #expect(found.map(\.reportCount) == [3, 1, 1])
        #expect(found[0].claim.place?.rawValue == "kursk")
        #expect(found[0].claim.date == Self.day(24))
        #expect(found[0].sources.map(\.report) == [0, 1, 2])
        #expect(found[1].claim.date == Self.day(25))
    }

    @Test("Two sides that give the same number are two rows")
    func claimants() {
        #expect(rows([claim(27, claimant: "ua"), claim(27, claimant: "ru")]).count == 2)
    }

    @Test("A day joins its week, and another week does not")
    func periods() throws {
        let monday = try #require(CalendarDate(year: 2024, month: 11, day: 11))
        var week = claim(5)
        week.date = EventDate(monday, .week)
        #expect(rows([week, claim(5, day: 13)]).map(\.claim.date) == [Self.day(13)])
        #expect(rows([week, claim(5, day: 20)]).count == 2)
    }

    @Test("What has no day happened in the week before it was told, but for what simply stands")
    func times() {
        func rows(_ kind: Claim.Kind, _ days: [(published: Int?, day: Int?)]) -> [[Int]] {
            let list = days.enumerated().map { report, days in
                var claim = claim(20, day: days.day)
                claim.kind = kind
                return ReportClaim(
                    report: report,
                    claim: claim,
                    published: days.published.flatMap { Self.day($0)?.days }
                )
            }
            return Self.table.rows(list).map { $0.sources.map(\.report) }
        }
        #expect(rows(.killed, [(14, 12), (15, nil)]) == [[0, 1]])
        #expect(rows(.killed, [(14, 2), (15, nil)]) == [[0], [1]])
        #expect(rows(.killed, [(10, nil), (15, nil)]) == [[0, 1]])
        #expect(rows(.killed, [(2, nil), (15, nil)]) == [[0], [1]])
        #expect(rows(.killed, [(14, 12), (nil, nil), (nil, nil)]) == [[1, 2], [0]])
        #expect(rows(.troops, [(2, nil), (28, nil), (nil, nil)]) == [[0, 1, 2]])
    }

    @Test("Copies of one wire are one voice")
    func stories() throws {
        let list = (0..<3).map { ReportClaim(report: $0, claim: claim(20, day: 12), story: $0 == 2 ? 0 : $0) }
        let row = try #require(Self.table.rows(list).first)
        #expect(row.reportCount == 3 && row.storyCount == 2)
    }

    @Test("Every claim stands in one row, whose claims go together, and no two rows do")
    func bruteForce() {
        var generator = SeededGenerator(seed: 3)
        let places: [String?] = [nil, nil, "ru", "kursk", "ua", "kyiv"]
        let days: [Int?] = [nil, 12, 13]
        let claimants: [String?] = [nil, "ua", "ru"]
        let publications: [Int?] = [nil, 13, 16, 28]
        for _ in 0..<300 {
            let list = (0..<generator.number(0...14)).map { report in
                ReportClaim(
                    report: report,
                    claim: claim(
                        Double(generator.number(1...2)),
                        place: generator.pick(places),
                        day: generator.pick(days),
                        claimant: generator.pick(claimants)
                    ),
                    published: generator.pick(publications).flatMap { Self.day($0)?.days }
                )
            }
            let found = Self.table.rows(list)
            #expect(found.flatMap { $0.sources.map(\.report) }.sorted() == Array(list.indices))
            for row in found {
                for a in row.sources {
                    #expect(a.claim.least == row.claim.least)
                    for b in row.sources { #expect(Self.table.areOne(a, b)) }
                }
            }
            for (number, a) in found.enumerated() {
                for b in found[(number + 1)...] where a.claim.least == b.claim.least {
                    #expect(a.sources.contains { one in b.sources.contains { !Self.table.areOne(one, $0) } })
                }
            }
            #expect(found.map(\.reportCount) == found.map(\.reportCount).sorted(by: >))
            var shuffled = list
            for last in shuffled.indices.dropFirst().reversed() {
                shuffled.swapAt(last, generator.number(0...last))
            }
            // Those that are alike in all may change places.
            func alike(_ rows: [ClaimRow]) -> [[String]] {
                rows.map { $0.sources.map { "\($0.claim) \(String(describing: $0.published))" }.sorted() }
                    .sorted { $0.lexicographicallyPrecedes($1) }
            }
            #expect(alike(Self.table.rows(shuffled)) == alike(found))
        }
    }
}
