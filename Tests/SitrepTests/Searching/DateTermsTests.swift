import Testing
import Xapian

@testable import Sitrep

@Suite("A span of days becomes terms that cover it exactly")
struct DateTermsTests {
    /// The terms of a query of ``DateTerms``.
    private func cover(_ query: Query) -> [String]? {
        switch query {
        case .matchNothing: return []
        case .or(let parts):
            return parts.compactMap { part in
                if case .term(let term) = part { String(decoding: term, as: UTF8.self) } else { nil }
            }
        default: return nil
        }
    }

    @Test("Random spans match the reports whose whole date lies in them")
    func bruteForce() throws {
        var generator = SeededGenerator(seed: 21)
        let years = 2019...2024
        for _ in 0..<300 {
            func day() -> CalendarDate? {
                guard generator.chance(85) else { return nil }
                return CalendarDate(daysSince1970: generator.number(17_500...20_300))
            }
            let span = DateSpan(first: day(), last: day())
            let terms = try #require(cover(DateTerms.query(span, years: years)))
            #expect(Set(terms).count == terms.count)
            let wanted = Set(terms)
            for _ in 0..<60 {
                let date = try #require(CalendarDate(daysSince1970: generator.number(17_897...20_088)))
                let length = generator.pick([4, 6, 8])
                let own = GeneratedCorpus.Day(
                    year: date.year,
                    month: length > 4 ? date.month : 0,
                    day: length > 6 ? date.day : 0
                )
                let first = span.first?.daysSince1970 ?? .min
                let last = span.last?.daysSince1970 ?? .max
                let expected = own.days.lowerBound >= first && own.days.upperBound <= last
                let carried = [("Y", 4), ("M", 6), ("D", 8)].filter { $0.1 <= length }.map {
                    $0.0 + date.compact.prefix($0.1)
                }
                #expect(!wanted.isDisjoint(with: carried) == expected, "\(span) \(own)")
            }
        }
    }

    @Test func fewTerms() throws {
        func terms(_ text: String) throws -> [String] {
            let span = try #require(DateSpan(range: text, today: DateSpanTests.today))
            return try #require(cover(DateTerms.query(span, years: 2020...2023)))
        }
        #expect(try terms("2019..2022-02-02") == ["Y2020", "Y2021", "M202201", "D20220201", "D20220202"])
        #expect(try terms("2021-11-29..2021-12") == ["D20211129", "D20211130", "M202112"])
        #expect(try terms("1990..1999") == [])
        #expect(try terms("2024..") == [])
        #expect(try terms("2022..2021") == [])
        #expect(try terms("0001..9999") == ["Y2020", "Y2021", "Y2022", "Y2023"])
    }
}
