import Foundation
import Testing

@Suite("Rows of figures tell of all their reports and of their own days")
struct FigureRowsTests {
    private func store() throws -> ReportStore {
        let store = try ReportStore()
        try store.write(
            "feed.json",
            """
            [{"id": "a", "date": "2024-11-14", "source": "Amber", "text": "Russia launched 90 drones on 13 November 2024, and \
            the harbour lay dark for an hour."},
             {"id": "b", "date": "2024-11-14", "text": "On 13 November 2024 Russia launched 90 drones. Trains were late."},
             {"id": "c", "date": "2024-11-15", "text": "It was cold when Russia launched 90 drones on 13 November 2024."},
             {"id": "d", "date": "2024-11-15", "source": "Dunlin", "text": "Schools stayed shut. Russia launched 90 drones on \
            13 November 2024, a spokesman wrote in the evening."},
             {"id": "e", "date": "2024-11-16", "text": "Two people were killed in Odesa on 5 November 2024."},
             {"id": "f", "date": "2024-11-16", "text": "Russia launched 40 drones on 2 November 2024."}]
            """
        )
        try store.build()
        return store
    }

    @Test("Reports of unknown outlets are named by their keys, and none is passed over")
    func outlets() throws {
        let store = try store()
        let line = try #require(try store.run("figures", "--kind", "launched").lines.first { $0.contains("90 drones") })
        #expect(line.contains("4 reports") && line.contains("Amber") && line.hasSuffix("+1 more"), "\(line)")
        let whole = try #require(
            try store.run("figures", "--kind", "launched", "--verbose").lines.first { $0.contains("90 drones") }
        )
        #expect(whole.contains("Amber") && whole.hasSuffix("Dunlin") && !whole.contains("more"), "\(whole)")
        let csv = try store.run("figures", "--kind", "launched", "--format", "csv").text
        #expect(csv.contains("Amber; ") && csv.contains("; Dunlin") && !csv.contains("; ;"), "\(csv)")
    }

    @Test("Within a longer period rows are in the order of their days, which they show")
    func days() throws {
        let lines = try store().run("figures", "--per", "month", "--quiet").lines.map { String($0.prefix(22)) }
        #expect(
            Array(lines.dropFirst()) == [
                "2024-11", "  2024-11-02  launched", "  2024-11-05  killed  ", "  2024-11-13  launched",
            ]
        )
    }

    @Test("A picture says that marks stand on their days, and what it does not draw")
    func notes() throws {
        let store = try store()
        let file = store.folder.path("figures.svg")
        #expect(try store.run("figures", "--per", "month", "--svg", file).status == 0)
        let svg = try String(contentsOfFile: file, encoding: .utf8)
        #expect(svg.contains("Each mark stands on its own day: only the axis of days is divided by month."))
        #expect(try store.run("figures", "--svg", file).status == 0)
        #expect(try !String(contentsOfFile: file, encoding: .utf8).contains("Each mark stands"))
    }
}
