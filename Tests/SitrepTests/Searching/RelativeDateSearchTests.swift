import Testing
import Xapian

@testable import Sitrep

@Suite("Dates that count from today, on a day that is given")
struct RelativeDateSearchTests {
    /// 1 March 2024, a Friday after a leap day.
    private static let today = DateSpanTests.today

    /// Reports of these days, named by them.
    private static let days = [
        "2022-12-31", "2023-03-01", "2023-12-31", "2024-01-01", "2024-01-31", "2024-02-01", "2024-02-18", "2024-02-19",
        "2024-02-23", "2024-02-25", "2024-02-26", "2024-02-29", "2024-03-01", "2024-03-03", "2024-03-04", "2024-04-01",
    ]

    /// What each finds, and one day on either side that it does not.
    @Test(
        arguments: [
            ("date:today", ["2024-03-01"]),
            ("date:yesterday", ["2024-02-29"]),
            ("date:7d..today", ["2024-02-23", "2024-02-25", "2024-02-26", "2024-02-29", "2024-03-01"]),
            ("date:7d", ["2024-02-23"]),
            ("date:this-week", ["2024-02-26", "2024-02-29", "2024-03-01", "2024-03-03"]),
            ("date:\"last week\"", ["2024-02-19", "2024-02-23", "2024-02-25"]),
            (
                "date:last-month",
                ["2024-02-01", "2024-02-18", "2024-02-19", "2024-02-23", "2024-02-25", "2024-02-26", "2024-02-29"]
            ),
            ("date:>today", ["2024-03-03", "2024-03-04", "2024-04-01"]),
            ("date:<1y", ["2022-12-31"]),
            ("date:..1y", ["2022-12-31", "2023-03-01"]),
            ("date:last-year", ["2023-03-01", "2023-12-31"]),
            ("date:1m..yesterday -date:last-week", ["2024-02-01", "2024-02-18", "2024-02-26", "2024-02-29"]),
            ("date:2w -date:today", []),
        ] as [(String, [String])]
    )
    func found(query: String, expected: [String]) throws {
        let files = Self.days.map { ("\($0).json", #"{"title": "A convoy", "text": "It passed.", "date": "\#($0)"}"#) }
        let small = try SmallIndex(Dictionary(uniqueKeysWithValues: files))
        var request = SearchRequest()
        request.query = query
        let found = try small.index.withState { state in
            var compiler = try QueryCompiler(state, today: Self.today)
            let compiled = try compiler.compile(request, in: state.database)
            var ids: [String] = []
            for document in try state.database.matchingDocumentIDs(compiled.query()) {
                ids.append(String(try StoredRecord(decoding: try state.database.documentData(document)).id.dropLast(5)))
            }
            return ids.sorted()
        }
        #expect(found == expected)
    }
}
