import Foundation
import Testing

@Suite("Figures, side by side")
struct FiguresCommandTests {
    private func store() throws -> ReportStore {
        let store = try ReportStore()
        try store.write(
            "feed.json",
            """
            [{"id": "a", "date": "2024-11-14", "source": "Amber", "title": "Night of drones", "text": "On Wednesday Russia \
            launched 90 drones at Ukraine, Ukraine’s air force said. A mother and her three children died in Kryvyi Rih on \
            Tuesday."},
             {"id": "b", "date": "2024-11-14", "source": "Birch", "title": "Attack from the air", "text": "The Ukrainian air \
            force said that 90 drones were launched on 13 November. It was a cold night, and people went down into the metro \
            with blankets, as they have done for a thousand nights. More than 10,000 North Korean soldiers are in Kursk \
            region, Kyiv officials said."},
             {"id": "c", "date": "2024-11-15", "source": "Cedar", "title": "Дрони", "text": "У середу, 13 листопада, Росія \
            запустила 145 дронів, повідомив Володимир Зеленський. За даними Повітряних сил, збито близько 70 дронів."},
             {"id": "d", "date": "2024-11-15", "title": "Nothing counted", "text": "The Su-34 flew on November 13, 2024."},
             {"id": "e", "date": "2024-11-15", "title": "Contradiction", "text": "Ukraine shot down 20 missiles on 14 November \
            2024, the air force said in the morning.\\n\\nUkraine shot down 28 missiles on 14 November 2024, the air force said."}]
            """
        )
        try store.build()
        return store
    }

    struct Answer: Decodable {
        var total: Int
        var reports: Int
        var stories: Int
        var disputed: Int
        var dayless: Int
        var undated: Int
        var cut: Int
        var irrelevant: Int
        var interpreted: String
        var claims: [FigureAnswer]

        var lines: [String] { claims.map(\.line) }
    }

    private func figures(_ store: ReportStore, _ arguments: String...) throws -> Answer {
        try store.run(["figures", "--format", "json"] + arguments).json()
    }

    @Test("The same figure of several reports is one row; another one about the same marks both")
    func rows() throws {
        let store = try store()
        let all = try figures(store)
        #expect(
            all.lines == [
                "2024-11-12 killed 4 people Kryvyi Rih - a",
                "2024-11-13 launched 90 drones Ukraine Ukrainian Air Force ab ≠",
                "2024-11-13 launched 145 drones Ukraine Volodymyr Zelenskyy c ≠",
                "2024-11-13 intercepted 70 drones Ukraine Ukrainian Air Force c",
                "2024-11-14 intercepted 20 missiles Ukraine Ukrainian Air Force e ≠",
                "2024-11-14 intercepted 28 missiles Ukraine Ukrainian Air Force e ≠",
                "- troops 10000 people Kursk Oblast Ukraine b",
            ]
        )
        #expect(all.total == 7 && all.reports == 4 && all.stories == 4 && all.disputed == 4)
        #expect(all.claims.last?.most == nil && all.claims.last?.qualifier == "over")
        #expect(all.claims[3].qualifier == "about")
    }

    @Test("Places, actors, weapons and days are those of the figures; the rest chooses reports")
    func filters() throws {
        let store = try store()
        #expect(try figures(store, "--kind", "killed", "--kind", "Lost-From-Radar").total == 1)
        #expect(try figures(store, "--region", "Kryvyi Rih").lines.count == 1)
        #expect(try figures(store, "--region", "Russia").lines.count == 1)
        #expect(try figures(store, "--not-region", "Ukraine").lines.count == 1)
        #expect(try figures(store, "--actor", "North Korea").lines.count == 1)
        #expect(try figures(store, "--actor", "Zelensky").lines.count == 1)
        #expect(try figures(store, "--weapon", "missile").lines.count == 2)
        #expect(try figures(store, "region:kryvyi-rih").total == 2)
        #expect(try figures(store, "blankets").total == 2)
        #expect(try figures(store, "--source", "Cedar").total == 2)
        #expect(try figures(store, "--from", "2024-11-15").total == 4)
        let days = try figures(store, "--happened-from", "2024-11-13", "--happened-to", "2024-11-13")
        #expect(days.total == 3 && days.dayless == 1)
        #expect(
            try figures(store, "--per", "week").claims.map(\.period) == Array(repeating: "2024-W46", count: 6) + [nil]
        )
        #expect(try figures(store, "drones", "-cold").total == 4)
    }

    @Test("Irrelevant and undated reports are told of where they have such figures, in a picture, too")
    func leftOut() throws {
        let store = try store()
        try store.write("f.json", #"[{"id": "f", "text": "Two soldiers were killed."}, {"id": "g", "text": "Quiet."}]"#)
        try store.build()
        try store.run("mark", "d", "e", "--irrelevant").expectDone()
        func leftOut(_ arguments: String...) throws -> [Int] {
            let answer: Answer = try store.run(
                ["figures", "--format", "json", "--from", "2024-11-01"] + arguments
            ).json()
            return [answer.undated, answer.irrelevant]
        }
        #expect(try leftOut() == [1, 1])
        #expect(try leftOut("--kind", "launched") == [0, 0])
        #expect(try leftOut("--kind", "killed") == [1, 0])
        #expect(try leftOut("--kind", "intercepted") == [0, 1])
        let file = store.folder.path("figures.svg")
        #expect(try store.run("figures", "--from", "2024-11-01", "--svg", file).status == 0)
        let svg = try String(contentsOfFile: file, encoding: .utf8)
        #expect(svg.contains("; 1 more without a date; 1 more marked irrelevant"))
    }

    @Test("A report with more figures than are kept is told of")
    func cut() throws {
        let store = try ReportStore()
        for (name, most) in [("whole", 200), ("table", 201)] {
            let text = (1...most).map { "Russia launched \($0) drones." }.joined(separator: " ")
            try store.write(name + ".json", #"{"id": "\#(name)", "date": "2024-11-14", "text": "\#(text)"}"#)
        }
        try store.build()
        let all = try figures(store)
        #expect(all.total == 200 && all.reports == 2 && all.cut == 1)
        let line = "1 report has more figures than the first 200, which alone are kept"
        #expect(try store.run("figures", "--kind", "launched").lines.contains(line))
        #expect(try figures(store, "--kind", "killed").cut == 0)
        let file = store.folder.path("figures.svg")
        #expect(try store.run("figures", "--svg", file).status == 0)
        let svg = try String(contentsOfFile: file, encoding: .utf8)
        #expect(svg.contains("1 report with more than 200 figures: the first are drawn."))
    }

    @Test("With --main a filter is said once")
    func mainOnly() throws {
        let answer = try figures(try store(), "--main", "--region", "Ukraine")
        #expect(answer.interpreted.components(separatedBy: "Ukraine").count == 2, "\(answer.interpreted)")
    }

    @Test func statusesAndMistakes() throws {
        let store = try store()
        let none = try store.run("figures", "--kind", "evacuated")
        #expect(none.status == 1 && none.text == "No figures (evacuated) found\n")
        #expect(try store.run("figures", "convoy", "--format", "json").status == 1)
        try store.run("figures", "--region", "Kyivv").expectError(64, "Kyivv", "Kyiv")
        try store.run("figures", "--happened-from", "soon").expectError(64, "soon")
        #expect(try store.run("figures", "--kind", "eaten").status == 64)
        #expect(try store.run("figures", "--offset", "-1").status == 64)
    }

    @Test func text() throws {
        let store = try store()
        let lines = try store.run("figures", "--kind", "launched", "--kind", "troops").lines
        #expect(
            lines == [
                "3 figures (launched, troops) of 3 reports", "2024-11-13",
                "≠ launched  90 drones        Russia       Ukraine       says Ukrainian Air Force  2 reports: Amber, Birch",
                "≠ launched  145 drones       Russia       Ukraine       says Volodymyr Zelenskyy  Cedar",
                "without a day",
                "  troops    > 10,000 people  North Korea  Kursk Oblast  says Ukraine              Birch",
                "≠ another row gives another number for the same",
            ]
        )
        let narrow = try store.run(["figures"], environment: ["COLUMNS": "70"]).lines
        #expect(narrow.allSatisfy { $0.count <= 70 })
        #expect(narrow.contains("               says Volodymyr Zelenskyy · Cedar"))
        let narrowest = try store.run(["figures"], environment: ["COLUMNS": "50"]).lines
        #expect(narrowest.allSatisfy { $0.count <= 50 } && narrowest.contains { $0.contains("…") })
        #expect(try store.run("figures", "--limit", "2").lines.contains("… 5 more figures: --limit all"))
    }

    @Test func otherFormats() throws {
        let store = try store()
        let csv = try store.run("figures", "--format", "csv", "--kind", "launched").text.components(separatedBy: "\r\n")
        #expect(csv.count == 4)
        #expect(csv[0].hasPrefix("period,kind,least,most,unit,qualifier,subject,weapon,place,day"))
        #expect(
            csv[1]
                == "2024-11-13,launched,90,90,drones,,Russia,Drone,Ukraine,2024-11-13,,day,"
                + "Ukraine/Armed Forces of Ukraine/Ukrainian Air Force,yes,2,2,Amber; Birch,a; b,launched 90 drones; 90 drones were launched"
        )
        #expect(try store.run("figures", "--format", "ndjson").lines.count == 7)
    }

    @Test("A picture tells what was asked, the counts and the date, and has a mark for each figure with a day")
    func picture() throws {
        let store = try store()
        let file = store.folder.path("figures.svg")
        let drawn = try store.run("figures", "drones OR cold OR Night", "--limit", "1", "--svg", file)
        #expect(drawn.status == 0 && drawn.text.contains("more figures: --limit all"))
        let svg = try String(contentsOfFile: file, encoding: .utf8)
        for text in [
            "Figures for drones OR cold OR Night", "Query: ", " figures of ", "Day of the event",
            "launched, drones", "killed, people", "Ukrainian Air Force", "Not drawn: 1 figure without a day",
            "Nov 2024", "another figure speaks against it",
            "2024-11-13: launched 90 drones, in Ukraine, says Ukrainian Air Force, 2 reports",
        ] {
            #expect(svg.contains(text), "\(text)")
        }
        try store.run("figures", "--svg", store.folder.path).expectError(64, "no file")
    }

    @Test("extract and show list the figures of a report, with where they stand")
    func ofOneReport() throws {
        let store = try store()
        struct Report: Decodable {
            var text: String
            var figures: [FigureAnswer]
        }
        let shown: [Report] = try store.run("show", "e", "--format", "json").json()
        let extracted: [Report] = try SitrepProcess.run([
            "extract", store.reports, "--vocabulary", "", "--format", "json",
        ]).json()
        #expect(shown[0].figures.map(\.least) == [20, 28])
        #expect(extracted[4].figures == shown[0].figures)
        for figure in shown[0].figures {
            let span = try #require(figure.span)
            #expect(Array(shown[0].text.utf8)[span[0]..<span[1]].elementsEqual((figure.surface ?? "").utf8))
        }
        #expect(
            try store.run("show", "e").text.contains("intercepted 20 missiles, in Ukraine, 2024-11-14, says")
        )
    }

    @Test("Figures go with their report, come anew with a changed one, and follow a changed vocabulary")
    func upToDate() throws {
        let store = try ReportStore()
        try store.write(
            "a.json",
            #"{"id": "a", "date": "2024-11-14", "text": "The Zubravo legion shot down 7 drones."}"#
        )
        try store.write("b.json", #"{"id": "b", "date": "2024-11-14", "text": "Two soldiers of it were killed."}"#)
        try store.build()
        #expect(try figures(store).lines.map { $0.suffix(1) } == ["a", "b"])
        try store.write("b.json", #"{"id": "b", "date": "2024-11-14", "text": "Nothing is counted any more here."}"#)
        try store.reindex()
        #expect(try figures(store).lines.map { $0.suffix(1) } == ["a"])
        let words = "facet: actor\nconcepts:\n- id: zubravo-legion\n  name: Zubravo Legion\n"
        try store.folder.write("words/actors.yaml", words)
        #expect(try store.run("figures", "--actor", "Zubravo Legion").status != 0)
        try store.write(
            "c.json",
            #"{"id": "c", "date": "2024-11-14", "text": "On Tuesday 7 tanks were destroyed, the Zubravo Legion said."}"#
        )
        try store.reindex()
        try store.reindex("--vocabulary", store.folder.path("words"))
        #expect(try figures(store, "--actor", "Zubravo Legion").lines.map { $0.suffix(1) } == ["c"])
        try store.folder.remove("reports/a.json")
        try store.folder.remove("reports/c.json")
        try store.reindex()
        #expect(try store.run("figures").status == 1)
    }
}

struct FigureAnswer: Decodable, Equatable {
    var kind: String
    var least: Double?
    var most: Double?
    var unit: String
    var qualifier: String?
    var place: [String]?
    var claimant: [String]?
    var day: String?
    var period: String?
    var disputed: Bool?
    var reports: [Report]?
    var surface: String?
    var span: [Int]?

    struct Report: Decodable, Equatable {
        var id: String
    }

    /// Day, kind, number, unit, place, claimant, reports, and a mark where it is disputed.
    var line: String {
        let number = (least ?? most).map { Int($0) } ?? -1
        return "\(day ?? "-") \(kind) \(number) \(unit) \(place?.last ?? "-") \(claimant?.last ?? "-") "
            + (reports ?? []).map(\.id).joined() + (disputed == true ? " ≠" : "")
    }
}
