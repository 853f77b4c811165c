import Foundation
import Testing

@Suite("A person's corrections reach figures")
struct StruckFigureTests {
    private let store: ReportStore

    init() throws {
        store = try ReportStore()
        try store.write(
            "a.txt",
            "2024-11-14\n\nRussia launched 90 drones at Kharkiv on Wednesday, Ukraine’s air force said. "
                + "It launched 3 Iskander missiles at Odesa on Wednesday, too."
        )
        try store.write("b.txt", "2024-11-14\n\nOn Wednesday Russia launched 90 drones at Kharkiv, officials said.")
        try store.build()
    }

    struct Answer: Decodable {
        var total: Int
        var struck: Int
        var claims: [Claim]
    }

    struct Claim: Decodable {
        var least: Double?
        var weapon: [String]?
        var place: [String]?
        var reports: [Report]
    }

    struct Report: Decodable {
        var id: String
    }

    private func figures(_ arguments: String...) throws -> Answer {
        try store.run(["figures", "--format", "json"] + arguments).json()
    }

    private func mark(_ arguments: String...) throws {
        let outcome = try store.run(["mark", "a.txt"] + arguments)
        #expect(outcome.status == 0, "\(outcome.errors)")
    }

    private func launched(_ least: Double) throws -> Claim? {
        try figures("--kind", "launched").claims.first { $0.least == least }
    }

    @Test("What a report has not its figures have not")
    func values() throws {
        #expect(try launched(3)?.weapon?.last?.contains("Iskander") == true)
        #expect(try launched(3)?.place?.last == "Odesa")
        try mark("--drop-weapon", "Iskander", "--drop-region", "Odesa Oblast")
        let figure = try #require(try launched(3))
        #expect(figure.weapon == nil && figure.place == nil)
        #expect(try store.run("reindex", "--rebuild").status == 0)
        #expect(try launched(3)?.weapon == nil)
        try mark("--unset", "weapon")
        #expect(try launched(3)?.weapon?.last?.contains("Iskander") == true)
    }

    @Test("A figure that was struck is not shown but counted, told with the report, and can be taken back")
    func struck() throws {
        #expect(try launched(90)?.reports.count == 2)
        try mark("--drop-figure", "launched 90", "--by", "olha")
        let file = try String(contentsOfFile: store.index + "/marks.yaml", encoding: .utf8)
        #expect(file.contains("  drop-figure:\n  - launched 90 drones\n"))
        #expect(try launched(90)?.reports.count == 1)
        #expect(try figures().struck == 1)
        #expect(try figures("--kind", "killed").struck == 0)
        #expect(try figures("--region", "Kharkiv", "--kind", "launched").struck == 1)
        #expect(try figures("--path", "**/b.txt").struck == 0)
        #expect(try store.run("figures").text.contains("1 figure struck by a person, not shown"))
        let shown = try store.run("show", "a.txt").text
        #expect(shown.contains("− launched 90 drones") && !shown.contains("Figures    launched 90"))
        #expect(try store.run("reindex", "--rebuild").status == 0)
        #expect(try figures().struck == 1)
        try store.run("mark", "a.txt", "--drop-figure", "launched 91").expectError(
            64,
            "is no figure",
            "launched 90 drones"
        )
        // Struck already.
        #expect(try store.run("mark", "a.txt", "--drop-figure", "90 drones").text.contains("0 reports marked"))
        try mark("--keep-figure", "launched 90")
        #expect(try figures().struck == 0 && launched(90)?.reports.count == 2)
        try mark("--drop-figure", "launched 3", "--drop-figure", "90 drones")
        #expect(try figures().struck == 2)
        try mark("--unset", "figure")
        #expect(try figures().struck == 0)
    }
}
