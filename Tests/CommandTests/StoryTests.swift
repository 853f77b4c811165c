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
