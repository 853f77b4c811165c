import Foundation
import Testing

/// Publishers' texts, which are not part of the project: the suite runs where they lie beside the package.
private let realReports: String? = {
    let folder = SampleIndex.package.appendingPathComponent("../shared/data/reports").standardizedFileURL.path
    return FileManager.default.fileExists(atPath: folder) ? folder : nil
}()

@Suite("Real reports", .enabled(if: realReports != nil, "no ../shared/data/reports beside the package"))
struct RealReportsTests {
    private let store: ReportStore

    init() throws {
        store = try ReportStore()
        #expect(try store.build(try #require(realReports)).counts == [5, 0, 0, 0])
    }

    /// The numbers that file names begin with.
    private func numbers(_ ids: [String]) -> [String] { ids.map { String($0.prefix(3)) } }

    @Test("Dates")
    func dates() throws {
        let hits = try store.search("--limit", "all").hits.sorted { $0.id < $1.id }
        #expect(numbers(hits.map(\.id)) == ["000", "001", "002", "003", "004"])
        #expect(hits.map(\.published) == ["2024-11-24", nil, "2024-11-13", "2024-11-13", "2024-12-29"])
        #expect(numbers(try store.ids("--from", "2024-11-13", "--to", "2024-11-13")) == ["002", "003"])
    }

    @Test("Places in every spelling")
    func places() throws {
        let kyiv = try store.ids("--region", "Kyiv")
        #expect(try store.ids("--region", "Kiev") == kyiv)
        #expect(Set(numbers(kyiv)).isSuperset(of: ["000", "001", "002", "003"]))
        #expect(numbers(try store.ids("--region", "Krivoy Rog")).contains("003"))
    }

    @Test("Facet counts")
    func counts() throws {
        let answer: CountsAnswer = try store.run("facets", "--format", "json", "--facets", "all").json()
        #expect(answer.facets.region.first { $0.value == "Kursk Oblast" }?.count == 5)
        #expect(answer.facets.actor.first { $0.value == "North Korea" }?.count == 5)
    }

    @Test("Notices and forms cannot be searched", arguments: ["cookie", "cookies", "\"leave a reply\""])
    func boilerplate(query: String) throws {
        #expect(try store.run("search", query).status == 1)
    }
}
