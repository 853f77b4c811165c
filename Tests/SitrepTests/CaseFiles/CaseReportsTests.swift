import Testing

@testable import Sitrep

@Suite("The reports of a case file are those of one state of the index")
struct CaseReportsTests {
    private static let count = 400

    private let folder: ScratchFolder

    init() throws { folder = try ScratchFolder() }

    private func write(_ word: String) throws {
        let filler = String(repeating: "\(word) lorries passed Poltava on the road to the east ", count: 12)
        let records = (0..<Self.count).map { #"{"id": "r-\#($0)", "text": "\#(word) convoy \#($0): \#(filler)."}"# }
        try folder.write("reports/feed.jsonl", records.joined(separator: "\n"))
    }

    @Test("Where writers come in between all begins anew, with the state that is there then")
    func overtaken() throws {
        let index = folder("index")
        try write("first")
        _ = try Indexer(index: index).index([folder("reports")])
        var begun: [CaseContents] = []
        var reports: [ReportDetails] = []
        try SearchIndex(path: index).forEachCaseReport(SearchRequest()) { contents in
            begun.append(contents)
            reports = []
            guard begun.count == 1 else { return }
            for word in ["second", "third", "fourth"] {
                try write(word)
                _ = try Indexer(index: index).reindex()
            }
        } sink: { report in
            reports.append(report)
        }
        #expect(begun.map(\.revision) == [1, 4])
        #expect(begun.allSatisfy { $0.total == Self.count })
        #expect(reports.count == Self.count && Set(reports.map(\.wholeKey)).count == Self.count)
        #expect(reports.allSatisfy { $0.text.hasPrefix("fourth") })
    }
}
