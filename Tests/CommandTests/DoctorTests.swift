import Foundation
import Testing

@Suite("What an index lacks")
struct DoctorTests {
    struct Checkup: Decodable {
        var reports: Int
        var undated: Findings
        var withoutRegion: Findings
        var withoutActor: Findings
        var names: [Name]
        var designators: [Name]
        var searches: [Search]
        var searchesRemark: String?
        var failures: [Failure]

        struct Findings: Decodable, Equatable {
            var count: Int
            var ids: [String]
        }
        struct Name: Decodable, Equatable {
            var text: String
            var reports: Int
            var example: String
        }
        struct Search: Decodable, Equatable {
            var name: String
            var reason: String
        }
        struct Failure: Decodable {
            var path: String
            var failures: Int
        }
    }

    private let store: ReportStore

    init() throws {
        store = try ReportStore()
        try store.write(
            "a.txt",
            "2024-11-13\n\nAn attack near Zyborovka by Zorbian troops with the XQ-777 was seen in Kyiv."
        )
        try store.write("b.txt", "People fled from Zyborovka; an XQ-777 flew, and later one more.")
        try store.write("c.txt", "Russian troops took the hill.")
        try store.write("d.json", #"[{"id": "d1", "text": "Quiet."}, "none"]"#)
        try store.build(status: 1)
    }

    private func checkup(_ arguments: String...) throws -> Checkup {
        try store.run(["doctor", "--format", "json"] + arguments).json()
    }

    @Test("Undated reports, reports without values, and files that failed are listed")
    func findings() throws {
        let found = try checkup()
        #expect(found.reports == 4)
        #expect(found.undated.count == 3 && !found.undated.ids.contains("a.txt"))
        #expect(found.withoutRegion.ids.contains("b.txt") && !found.withoutRegion.ids.contains("a.txt"))
        #expect(found.withoutActor.ids.contains("d1") && !found.withoutActor.ids.contains("c.txt"))
        #expect(found.failures.map(\.path) == [store.reports + "/d.json"])
        #expect(try checkup("--limit", "1").undated.ids.count == 1)
        #expect(try checkup("--limit", "0").undated == .init(count: 3, ids: []))
    }

    @Test("Names and designators that nobody knows are counted by reports, and go when they are known")
    func unknownNames() throws {
        let before = try checkup()
        #expect(before.names.first == .init(text: "Zyborovka", reports: 2, example: "a.txt"))
        #expect(before.designators.first == .init(text: "XQ-777", reports: 2, example: "a.txt"))
        let environment = ["SITREP_VOCABULARY": store.folder.path("own")]
        for (facet, name) in [("region", "Zyborovka"), ("weapon", "XQ-777")] {
            let command = ["vocabulary", "add", facet, name]
            try SitrepProcess.run(command, environment: environment).expectDone()
        }
        #expect(try store.run("reindex", environment: environment).status == 1)
        let after = try checkup()
        #expect(!after.names.contains { $0.text == "Zyborovka" } && after.designators.isEmpty)
        #expect(!after.withoutRegion.ids.contains("b.txt"))
    }

    @Test("Saved searches that can no longer be run are listed, and a file of them that cannot be read is told of")
    func savedSearches() throws {
        #expect(try checkup().searches.isEmpty)
        let good = "searches:\n- name: good\n  query: attack\n"
        let file = "Index/saved.yaml"
        try store.folder.write(file, good)
        #expect(try checkup().searches.isEmpty)
        try store.folder.write(file, good + "- name: old place\n  region: Nosuchplace\n- name: day\n  from: soon\n")
        let found = try checkup()
        #expect(found.searches.map(\.name) == ["old place", "day"] && found.searchesRemark == nil)
        #expect(found.searches.first?.reason.contains("Nosuchplace") == true)
        #expect(try checkup("--limit", "1").searches.count == 1)
        let text = try store.run("doctor").text
        for part in ["Saved searches that can no longer be run", "old place", "sitrep saved remove 'old place'"] {
            #expect(text.contains(part), "\(part): \(text)")
        }
        try store.folder.write(file, good + "- query: nameless\n")
        #expect(try checkup().searchesRemark?.contains("line 4") == true)
        #expect(try store.run("doctor").text.contains("has no name"))
    }

    @Test("For a person it says what to do, and nothing of a report reaches the terminal raw")
    func text() throws {
        try store.write("e\u{1B}[31m.txt", "Quiet.")
        try store.build(status: 1)
        let outcome = try store.run("doctor", "--limit", "all")
        #expect(outcome.status == 0)
        for part in ["5 reports", "Zyborovka", "sitrep vocabulary", "--undated only", "d.json", "sitrep reindex"] {
            #expect(outcome.text.contains(part), "\(part): \(outcome.text)")
        }
        #expect(!outcome.text.contains("\u{1B}"))
        try SitrepProcess.run(["doctor", "--index", store.folder.path("none")]).expectError(66, "no index")
    }
}
