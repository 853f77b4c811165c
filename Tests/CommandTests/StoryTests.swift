import Foundation
import Testing

@Suite("A story opened, and two tellings compared")
struct StoryTests {
    private static let wire = """
        Forty-one drones crossed the border near Velmora on Tuesday night, the regional governor said. Air defences shot \
        down 33 of them and five fell into open fields. A warehouse at the depot burned until dawn.
        """

    @Test("As text a story of many reports shows twenty, and says how many more there are")
    func manyReports() throws {
        let store = try ReportStore()
        for number in 10..<35 { try store.write("\(number).txt", Self.wire) }
        try store.build()
        let first = try store.run("story", "12.txt")
        #expect(first.status == 0 && first.lines.first == "25 reports tell this story, 1 to 20 shown")
        #expect(first.lines.last { !$0.isEmpty } == "… 5 more: --limit all")
        let second = try store.run("story", "12.txt", "--offset", "20")
        #expect(second.lines.first == "25 reports tell this story, 21 to 25 shown")
        #expect(!second.text.contains("more: --limit all"))
        let all = try store.run("story", "12.txt", "--limit", "all")
        #expect(all.lines.first == "25 reports tell this story" && !all.text.contains("more: --limit all"))
        #expect(try store.run("story", "12.txt", "--format", "ndjson").lines.count { !$0.isEmpty } == 25)
    }

    @Test("A report is named by the path of its file where that has one report")
    func paths() throws {
        let store = try ReportStore()
        try store.write("a.txt", Self.wire)
        try store.write("b.txt", Self.wire + " Nobody was hurt, said the mayor.")
        try store.write(
            "many.jsonl",
            #"{"id": "m1", "text": "A ferry left."}"# + "\n" + #"{"id": "m2", "text": "A bus came."}"#
        )
        try store.build()
        let (a, b) = (store.reports + "/a.txt", store.reports + "/b.txt")
        #expect(try store.run("story", a).lines.first == "2 reports tell this story")
        #expect(try store.run("diff", a, b).text.contains("Nobody was hurt"))
        #expect([0, 1].contains(try store.run("similar", a).status))
        for command in [["story"], ["diff", a], ["similar"]] {
            try store.run(command + [store.reports + "/many.jsonl"]).expectError(64, "a file of 2 reports", "id or key")
            try store.run(command + [store.reports + "/none.txt"]).expectError(66, "none.txt")
        }
    }

    @Test("On a terminal signs mark what differs, in colour, so that copied text says it too")
    func signs() throws {
        let store = try ReportStore()
        try store.write("a.txt", Self.wire)
        try store.write("b.txt", Self.wire.replacing("burned until dawn", with: "stood in flames"))
        try store.build()
        let arguments = ["diff", "a.txt", "b.txt", "--index", store.index]
        let plain = try SitrepProcess.run(arguments).text
        let shown = try SitrepProcess.runOnTerminal(arguments, columns: 200).text
        for text in [plain, shown.replacing(/\u{1B}\[[0-9;]*m/, with: "")] {
            #expect(text.contains("[-burned until dawn.-] {+stood in flames.+}"), "\(text)")
        }
        #expect(shown.contains("\u{1B}[31m"))
    }

    @Test("A file that is moved stays in its story, and one that takes its name makes no other of it")
    func moved() throws {
        let store = try ReportStore()
        for name in ["a", "b"] { try store.write("\(name).txt", Self.wire) }
        try store.build()
        try FileManager.default.moveItem(atPath: store.reports + "/a.txt", toPath: store.reports + "/z.txt")
        try store.reindex()
        #expect(try store.run("story", "z.txt").lines.first == "2 reports tell this story")
        let other =
            "The river rose by two metres at Lisne over the weekend, and boats brought the people of nine streets "
            + "to the school on the hill, where the town had put up beds; nobody was hurt, the mayor said on Monday."
        for name in ["a", "c"] { try store.write("\(name).txt", other) }
        try store.reindex()
        for name in ["a", "b", "c", "z"] {
            #expect(try store.run("story", "\(name).txt").lines.first == "2 reports tell this story")
        }
        #expect(try store.run("diff", "a.txt", "c.txt").text.contains("The texts are the same."))
        #expect(try !store.run("diff", "a.txt", "z.txt").text.contains("The texts are the same."))
    }
}
