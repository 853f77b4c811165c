import Foundation
import Testing

/// Ways to ask for the same, and what a reader who knows the reports would hand over.
struct QueryRow: Sendable, CustomTestStringConvertible {
    /// Each finds the same; an empty one is no query at all.
    var queries: [String]
    var options: [String] = []
    /// The ids of all reports that are found, sorted; `nil` where they are many.
    var only: [String]?
    /// Reports that are found.
    var finds: [String] = []
    /// Reports that are not.
    var misses: [String] = []

    var testDescription: String { ([queries.first ?? ""] + options).joined(separator: " ") }

    /// Runs all queries and compares.
    ///
    /// - Parameter run: a search with its arguments.
    func check(_ run: ([String]) throws -> Outcome, sourceLocation: SourceLocation = #_sourceLocation) throws {
        for query in queries {
            let words = query.isEmpty ? [] : ["--", query]
            let outcome = try run(
                ["search", "--all", "--format", "json", "--limit", "all", "--facets", "0"] + options + words
            )
            guard outcome.status < 2 else {
                Issue.record("\(query) \(options): \(outcome.errors)", sourceLocation: sourceLocation)
                continue
            }
            let answer: SearchAnswer = try outcome.json()
            // What a relaxed search shows was not found.
            let found = answer.relaxed ? [] : Set(answer.ids)
            let remark: Comment = "\(query) \(options), understood as \(answer.interpreted)"
            if let only { #expect(found.sorted() == only, remark, sourceLocation: sourceLocation) }
            #expect(Set(finds).subtracting(found).isEmpty, remark, sourceLocation: sourceLocation)
            #expect(found.intersection(misses).isEmpty, remark, sourceLocation: sourceLocation)
        }
    }
}

/// The tables were written from the reports, by reading them, not from what a search printed.
@Suite("What each query must find, and what it must not")
struct QueryTableTests {
    @Test("In the sample reports", arguments: QueryRow.words + QueryRow.names + QueryRow.filters + QueryRow.dates)
    func sample(row: QueryRow) throws {
        let index = try SampleIndex.shared
        try row.check { try index.run($0) }
    }

    @Test("The tables are large enough and each row says something")
    func size() {
        let rows = QueryRow.words + QueryRow.names + QueryRow.filters + QueryRow.dates
        #expect(rows.count >= 60)
        #expect(rows.allSatisfy { $0.only != nil || !$0.finds.isEmpty || !$0.misses.isEmpty })
    }
}

/// Publishers' texts, which are not part of the project: the suite runs where they lie beside the package.
private let realReports: [String]? = {
    let folder = SampleIndex.package.appendingPathComponent("../shared/data").standardizedFileURL.path
    let paths = [folder + "/reports", folder + "/gold/reports.jsonl"]
    return paths.allSatisfy { FileManager.default.fileExists(atPath: $0) } ? paths : nil
}()

@Suite(
    "What each query must find in real reports",
    .enabled(if: realReports != nil, "no ../shared/data beside the package")
)
struct RealQueryTableTests {
    @Test("All rows")
    func real() throws {
        let store = try ReportStore()
        let outcome = try store.run(["index"] + (try #require(realReports)))
        #expect(outcome.status == 0, "\(outcome.errors)")
        for row in QueryRow.real { try row.check { try store.run($0) } }
    }
}
