import Foundation
import Testing

@Suite("Dates of events, and timelines")
struct TimelineTests {
    private func store() throws -> ReportStore {
        let store = try ReportStore()
        try store.write(
            "kyiv.json",
            """
            [{"id": "a", "date": "2024-11-13", "title": "Kyiv hit", "text": "A convoy was hit overnight into Wednesday. \
            It was calm in October."},
             {"id": "b", "date": "2024-11-16", "title": "Odesa hit", "text": "A convoy was hit between 12 and 14 \
            November, three days after the bridge. Deliveries go on since 2023."},
             {"id": "c", "date": "2024-12-30", "title": "Without a day", "text": "A convoy passed."},
             {"id": "d", "title": "Undated", "text": "A convoy was hit on 24 February 2022."},
             {"id": "е", "date": "2024-11-15", "title": "Колона", "text": "Колону обстріляли в середу, 13 листопада. \
            У ніч на п’ятницю було тихо."}]
            """
        )
        try store.build()
        return store
    }

    private struct TimelineAnswer: Decodable {
        var by: String
        var date: String
        var total: Int
        var uncounted: Int
        var undated: Int
        var interpreted: String
        var periods: [Period]

        struct Period: Decodable, Equatable {
            var value: String
            var count: Int
            var periods: Int
        }

        var counts: [String] { periods.map { "\($0.value) \($0.count)" } }
    }

    private func timeline(_ store: ReportStore, _ arguments: String...) throws -> TimelineAnswer {
        try store.run(["timeline", "--format", "json"] + arguments).json()
    }

    @Test("Filters and queries by what happened find each report whose dates overlap")
    func filters() throws {
        let store = try store()
        #expect(try store.ids("--happened-from", "2024-11-13", "--happened-to", "2024-11-13") == ["a", "b", "е"])
        #expect(try store.ids("happened:2024-11-13") == ["a", "b", "е"])
        #expect(try store.ids("happened:2024-11-12") == ["b"])
        #expect(try store.ids("happened:2024-10-05") == ["a"])
        #expect(try store.ids("happened:2022..2023") == ["b", "d"])
        #expect(try store.ids("happened>=2024-11-14") == ["b", "е"])
        #expect(try store.ids("happened:<2023") == ["d"])
        #expect(try store.ids("happened:2024-W46 -happened:2024-11-12") == ["a", "е"])
        #expect(try store.ids("(happened:2022 OR happened:2024-10) convoy") == ["a", "d"])
        #expect(try store.ids("--happened-to", "2022-02-24") == ["d"])
        // A date of publication is another thing, and so is being undated.
        #expect(try store.ids("--happened-from", "2022", "--from", "2024-11-16") == ["b"])
        #expect(try store.search("--happened-from", "2022").undated == 0)
        #expect(try store.run("search", "happened:2021").status == 1)
        #expect(try store.search("--happened-from", "2024").interpreted == "happened:2024-01-01..")
    }

    @Test func badDates() throws {
        let store = try store()
        try store.run("search", "--happened-from", "soon").expectError(64, "soon", "--happened-from")
        try store.run("search", "happened:2024-13").expectError(64, "2024-13", "column 1")
        try store.run("timeline", "--happened-from", "2024", "--happened-to", "2023").expectError(64, "ends before")
        try store.run("timeline", "--by", "hour").expectError(64)
        try store.run("timeline", "--date", "added").expectError(64)
    }

    @Test func byPublication() throws {
        let store = try store()
        let days = try timeline(store, "--by", "day")
        #expect(days.by == "day" && days.date == "published")
        #expect(days.total == 5 && days.uncounted == 1)
        #expect(
            days.counts == [
                "2024-11-13 1", "2024-11-14 0", "2024-11-15 1", "2024-11-16 1", "2024-11-17..2024-12-29 0",
                "2024-12-30 1",
            ]
        )
        #expect(days.periods[4].periods == 43)
        #expect(try timeline(store).counts == ["2024-11 3", "2024-12 1"])
        let weeks = try timeline(store, "--by", "week", "--to", "2024-11-24")
        #expect(weeks.counts == ["2024-W46 3", "2024-W47 0"])
        let years = try timeline(store, "--by", "year", "--from", "2023", "--to", "2025")
        #expect(years.counts == ["2023 0", "2024 4", "2025 0"])
        #expect(years.undated == 1)
    }

    @Test func byWhatHappened() throws {
        let store = try store()
        let days = try timeline(store, "--by", "day", "--date", "happened", "--happened-from", "2024-11-11")
        #expect(days.counts == ["2024-11-11 0", "2024-11-12 1", "2024-11-13 3", "2024-11-14 1", "2024-11-15 1"])
        #expect(days.total == 3 && days.uncounted == 0)
        let months = try timeline(store, "--by", "month", "--date", "happened")
        #expect(months.counts == ["2022-02 1", "2022-03..2024-09 0", "2024-10 1", "2024-11 3"])
        #expect(months.uncounted == 1)
        let years = try timeline(store, "--by", "year", "--date", "happened", "convoy")
        #expect(years.counts == ["2022 1", "2023 1", "2024 2"])
    }

    @Test("Drawn with bars that fit the width")
    func text() throws {
        let store = try store()
        let outcome = try store.run("timeline", "--by", "day", "--date", "happened")
        #expect(outcome.lines[0] == "5 reports, by day of events")
        #expect(outcome.lines[1] == "1 of them without a known day")
        let bar = try #require(outcome.lines.first { $0.hasPrefix("2024-11-13  3  ") })
        #expect(bar.count == 80 && bar.hasSuffix("█"))
        #expect(outcome.lines.contains { $0.hasPrefix("…") && $0.hasSuffix("days without a report") })
        let narrow = try store.run("timeline", "--by", "day", environment: ["COLUMNS": "50"])
        #expect(narrow.lines.allSatisfy { $0.count <= 50 })
        #expect(narrow.lines.contains { $0.count == 50 })
    }

    @Test("Rows of values, with what is left over, fitted to the width")
    func rows() throws {
        let store = try store()
        let csv = try store.run("timeline", "--per", "language", "--values", "1", "--format", "csv")
        #expect(
            csv.text.components(separatedBy: "\r\n").filter { !$0.isEmpty } == [
                "kind,path,period,count,stories", "value,en,2024-11,2,2", "value,en,2024-12,1,1",
                "other,,2024-11,1,1", "other,,2024-12,0,0",
            ]
        )
        let text = try store.run("timeline", "--per", "language", "--by", "day", environment: ["COLUMNS": "60"])
        #expect(text.lines[0] == "5 reports, by day of publication, per language")
        #expect(text.lines.allSatisfy { $0.count <= 60 })
        #expect(text.text.contains("█") && text.text.contains("2024-11-13") && text.text.contains("2024-12-30"))
        #expect(text.text.contains("█ stands for 1 report."))
        try store.run(["timeline", "--values", "2"]).expectError(64, "--per")
        try store.run(["timeline", "--per", "month"]).expectError(64, "region")
        try store.run(["timeline", "--per", "weapon", "--values", "0"]).expectError(64, "--values")
    }

    @Test("Pictures tell the query, the counts and the dates, and are written whole or not at all")
    func pictures() throws {
        let store = try store()
        let (svg, png) = (store.folder.path("a <b>&.svg"), store.folder.path("a.png"))
        let outcome = try store.run("timeline", "convoy", "--from", "2024", "--svg", svg, "--format", "json")
        #expect(outcome.status == 0 && outcome.errors == "wrote \(svg)\n")
        #expect(try outcome.object()["total"] as? Int == 3)
        let text = try String(contentsOfFile: svg, encoding: .utf8)
        for part in [
            "Reports for convoy, by month", "date:2024-01-01..", "3 reports", "1 more without a date", "revision 1",
        ]
            + ["Month of publication", "Reports a month", "2024-11: 2 reports"]
        {
            #expect(text.contains(part), "\(part)")
        }
        let nothing = try store.run("timeline", "nosuchword", "--svg", svg, "--quiet")
        #expect(nothing.status == 1 && nothing.errors.isEmpty)
        #expect(try String(contentsOfFile: svg, encoding: .utf8).contains("No report"))
        #expect(try store.run("timeline", "--per", "actor", "--png", png).status == 0)
        #expect(try Data(contentsOf: URL(fileURLWithPath: png)).starts(with: [0x89, 0x50, 0x4E, 0x47]))
        for path in [store.reports, "/dev/null", ""] {
            try store.run(["timeline", "--svg", path]).expectError(64)
        }
        try store.run(["timeline", "--svg", store.folder.path("nosuch/a.svg")]).expectError(74)
        try store.run(["timeline", "--svg", svg, "--png", svg]).expectError(64)
        // Nothing half-written stays beside them.
        let names = try FileManager.default.contentsOfDirectory(atPath: store.folder.path)
        #expect(Set(names) == ["reports", "Index", "a <b>&.svg", "a.png"])
    }

    #if os(Linux)
    @Test("Without the library a PNG is refused with what to install, and nothing is written")
    func missingLibrary() throws {
        let store = try store()
        // The first library of that name on the way is none.
        try store.folder.write("libraries/librsvg-2.so.2", "none")
        let environment = ["LD_LIBRARY_PATH": store.folder.path("libraries")]
        let (svg, png) = (store.folder.path("a.svg"), store.folder.path("a.png"))
        let refused = try store.run(["timeline", "--svg", svg, "--png", png], environment: environment)
        refused.expectError(69, "librsvg2-2", "SVG")
        #expect(!FileManager.default.fileExists(atPath: png) && !FileManager.default.fileExists(atPath: svg))
        #expect(try store.run(["timeline", "--svg", svg], environment: environment).status == 0)
    }
    #endif

    @Test func tables() throws {
        let store = try store()
        let csv = try store.run("timeline", "--format", "csv")
        #expect(csv.text == "period,count,stories\r\n2024-11,3,3\r\n2024-12,1,1\r\n")
        let lines = try store.run("timeline", "--format", "ndjson").lines
        #expect(lines.count == 2 && lines[0].contains("\"2024-11\""))
        let nothing = try store.run("timeline", "nosuchword")
        #expect(nothing.status == 1)
        #expect(nothing.text.hasPrefix("Nothing found for nosuchword"))
        #expect(try timeline(store, "-convoy").total == 1)
    }

    @Test("extract and show say the dates, their precision and how they are written")
    func extracted() throws {
        struct Extracted: Decodable {
            var id: String
            var eventDates: [EventDate]
            struct EventDate: Decodable, Equatable {
                var date: String
                var precision: String
                var surface: String
            }
        }
        let store = try store()
        let reports: [Extracted] = try SitrepProcess.run(["extract", "--format", "ndjson", store.reports]).objects()
        #expect(
            reports[0].eventDates == [
                .init(date: "2024-11-13", precision: "day", surface: "Wednesday"),
                .init(date: "2024-10", precision: "month", surface: "October"),
            ]
        )
        #expect(
            reports[1].eventDates.prefix(2) == [
                .init(date: "2024-11-12", precision: "day", surface: "12 and 14 November"),
                .init(date: "2024-11-14", precision: "day", surface: "12 and 14 November"),
            ]
        )
        let shown: [Extracted] = try store.run("show", "a", "b", "е", "--format", "json").json()
        #expect(shown.map(\.eventDates) == [reports[0], reports[1], reports[4]].map(\.eventDates))
        let text = try store.run("show", "b").text
        #expect(text.contains("2024-11-12 to 2024-11-14 (“12 and 14 November”)"))
        #expect(try store.run("facets", "--format", "csv").text.contains("happened,2024-11,2024-11,3"))
    }

    @Test("A new date of publication moves what is seen from it")
    func reindexed() throws {
        let store = try ReportStore()
        try store.write("a.json", #"{"id": "a", "date": "2024-11-13", "title": "X", "text": "Hit on Monday."}"#)
        try store.build()
        #expect(try store.ids("happened:2024-11-11") == ["a"])
        try store.write("a.json", #"{"id": "a", "date": "2024-11-20", "title": "X", "text": "Hit on Monday."}"#)
        try store.reindex()
        #expect(try store.ids("happened:2024-11-11") == [])
        #expect(try store.ids("happened:2024-11-18") == ["a"])
    }
}
