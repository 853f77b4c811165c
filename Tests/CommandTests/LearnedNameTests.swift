import Foundation
import Testing

@Suite("A name that the vocabulary learns late, in an index with marks, saved searches and stories")
struct LearnedNameTests {
    private let index: LearnedName
    private var store: ReportStore { index.store }

    init() throws { index = try LearnedName() }

    @Test("Filters and counts find the reports that it names, and each mark still counts")
    func filters() throws {
        struct Answer: Decodable {
            var total: Int
            var stories: Int
            var irrelevant: Int
            var facets: Facets
            struct Facets: Decodable { var weapon: [CountAnswer] }

            func count(_ path: String) -> Int? {
                facets.weapon.first { $0.path?.joined(separator: "/") == path }?.count
            }
        }
        func answer() throws -> Answer {
            try index.sitrep("search", "--weapon", "Storm Shadow", "--facets", "all", "--format", "json").json()
        }
        #expect(try store.ids("--weapon", "Storm Shadow") == LearnedName.before)
        #expect(try answer().irrelevant == 0)
        try index.learn()
        #expect(try store.ids("--weapon", "Storm Shadow") == LearnedName.after)
        #expect(try store.ids("--weapon", "nightreed") == LearnedName.after)
        let found = try answer()
        #expect(found.total == 7 && found.stories == 7 && found.irrelevant == 1)
        #expect(found.count(LearnedName.value) == 7 && found.count("Missile/Cruise missile") == 9)
        #expect(found.count("Drone") == 2)
        #expect(try store.ids("--weapon", "Storm Shadow", "--irrelevant", "only") == ["play.txt"])
        #expect(try store.ids("tag:lead", "weapon:nightreed") == ["body.txt"])
        #expect(try store.ids("tag:bar") == ["bar.txt"])
        #expect(try store.ids("--region", "Sumy") == ["field.txt"])
        #expect(try store.ids("--region", "Kharkiv") == [])
        #expect(try index.sitrep("show", "body.txt").text.contains("Note       Ask the navy."))
        let figures = try index.sitrep("figures", "--weapon", "Storm Shadow", "--format", "csv").text
        #expect(figures.contains("body.txt") && figures.contains("wire/third.txt"))
        #expect(try index.sitrep("story", "wire/third.txt").lines.first == "3 reports tell this story")
    }

    @Test("No old report is new for a saved search, which finds more than before")
    func savedSearches() throws {
        let words = ["body.txt", "wire/first.txt", "wire/second.txt", "wire/third.txt"]
        #expect(try index.saved("words", "--new") == words)
        #expect(try index.saved("shadow", "--new") == LearnedName.before)
        try index.learn()
        for options in [[], ["--rebuild"]] {
            try index.sitrep(["reindex"] + options).expectDone()
            #expect(try index.saved("words", "--new") == [])
            #expect(try index.saved("shadow", "--new") == [])
            #expect(try index.saved("words") == words)
            #expect(try index.saved("shadow") == LearnedName.after)
        }
        try store.write("late.txt", "2024-11-29\n\nA Nightreed was found on a roof in Poltava, its engine in a yard.")
        try index.sitrep("reindex").expectDone()
        #expect(try index.saved("words", "--new") == [])
        #expect(try index.saved("shadow", "--new") == ["late.txt"])
    }

    @Test("All answers are those of an index built anew, after a rebuild too; unlearned, all is as it was")
    func answersAgree() throws {
        let unlearned = try index.answers()
        try index.learn()
        let learned = try index.answers()
        #expect(learned != unlearned)
        index.expectEqual(learned, try index.answersBuiltAnew())
        try index.sitrep("reindex", "--rebuild").expectDone()
        index.expectEqual(learned, try index.answers())
        try index.unlearn()
        index.expectEqual(unlearned, try index.answers())
        #expect(try store.ids("--weapon", "Storm Shadow") == LearnedName.before)
    }

    @Test("A file that moves before the same reindex keeps its marks and its story, and is not new")
    func moved() throws {
        for name in ["shadow", "words"] { _ = try index.saved(name, "--new") }
        // Whether a report came in before it was marked or after is told by the second.
        Thread.sleep(forTimeInterval: 1.1)
        for (name, target) in [
            ("body.txt", "sent/bridge.txt"), ("bar.txt", "sent/bar.txt"), ("play.txt", "sent/play.txt"),
            ("wire/third.txt", "sent/third.txt"),
        ] { try store.folder.move("reports/" + name, to: "reports/" + target) }
        // Another report takes the place of one that moved.
        try store.write(
            "bar.txt",
            "2024-11-30\n\nA Nightreed hit the port of Izmail, where cranes stood still on Friday."
        )
        try index.learn()
        let names = [
            "bar.txt", "cyrillic.txt", "field.txt", "headline.txt", "known.txt", "plain.txt", "sent/bridge.txt",
            "sent/third.txt",
        ]
        #expect(try store.ids("--weapon", "Storm Shadow") == names)
        #expect(try store.ids("--weapon", "Storm Shadow", "--irrelevant", "only") == ["sent/play.txt"])
        #expect(try store.ids("tag:bar") == ["sent/bar.txt"])
        #expect(try store.ids("tag:lead") == ["sent/bridge.txt"])
        #expect(try store.ids("--weapon", "Drone") == ["wire/first.txt", "wire/second.txt"])
        let story = try index.sitrep("story", "sent/third.txt").text
        #expect(story.hasPrefix("3 reports tell this story") && story.contains("wire/second.txt"))
        let new = try index.saved("shadow", "--new")
        #expect(Set(new).isDisjoint(with: names.dropFirst()))
        #expect(try index.saved("words", "--new") == [])
    }

    @Test("A mark that names it before anyone knows it counts for what it then stands for")
    func namedBefore() throws {
        let file = store.index + "/marks.yaml"
        let marks = try String(contentsOfFile: file, encoding: .utf8)
        let added = "- id: known.txt\n  drop-weapon:\n  - Nightreed\n- id: wire/first.txt\n  set-weapon: [Nightreed]\n"
        try (marks + added).write(toFile: file, atomically: true, encoding: .utf8)
        try index.sitrep("reindex").expectDone()
        #expect(try store.ids("--weapon", "Storm Shadow") == LearnedName.before)
        #expect(try store.ids("--weapon", "Nightreed") == ["wire/first.txt"])
        let unlearned = try index.answers()
        try index.learn()
        let names = (LearnedName.after.filter { $0 != "known.txt" } + ["wire/first.txt"]).sorted()
        #expect(try store.ids("--weapon", "Nightreed") == names)
        index.expectEqual(try index.answers(), try index.answersBuiltAnew())
        try index.unlearn()
        index.expectEqual(unlearned, try index.answers())
    }

    @Test("What was a value of the index alone is one no more, and its name means what was taught")
    func ownValue() throws {
        try store.write(
            "village.txt",
            "The village of Probegrad was without light for a day, its council said. A line to the village of Probegrad fell."
        )
        try store.write("given.json", #"{"id": "g", "text": "All was quiet.", "weapon": ["Nightreed/Block Two"]}"#)
        try store.write("brief.json", #"{"id": "b", "text": "All was quiet there too.", "weapon": ["Zorbelator"]}"#)
        try index.sitrep("reindex").expectDone()
        #expect(try store.ids("--region", "Probegrad") == ["village.txt"])
        #expect(try store.ids("--weapon", "Nightreed/Block Two") == ["g"])
        try store.folder.remove("reports/brief.json")
        try index.sitrep("vocabulary alias", "Brovary", "Probegrad").expectDone()
        try index.learn()
        let found = try store.search("--region", "Probegrad")
        #expect(found.ids == ["village.txt"] && found.interpreted == #"region:"Ukraine/Kyiv Oblast/Brovary""#)
        #expect(try store.search("--weapon", "Nightreed").interpreted == "weapon:\"\(LearnedName.value)\"")
        #expect(try store.search("--weapon", "Block Two").interpreted == "weapon:\"\(LearnedName.value)/Block Two\"")
        #expect(try store.ids("--weapon", "Storm Shadow") == (LearnedName.after + ["g"]).sorted())
        let marked = try index.sitrep("mark", "headline.txt", "--set-region", "Probegrad")
        #expect(marked.text.contains("+Ukraine/Kyiv Oblast/Brovary"), "\(marked.errors)")
        // One whose report is gone was not taught, and stays known.
        #expect(try store.run("search", "--weapon", "Zorbelator").status == 1)
        // Unlearned, it is one again.
        try index.sitrep("vocabulary remove", "Brovary", "--alias", "Probegrad").expectDone()
        try index.unlearn()
        #expect(try store.ids("--region", "Probegrad") == ["village.txt"])
        #expect(try store.search("--weapon", "Block Two").interpreted == #"weapon:"Nightreed/Block Two""#)
    }

    @Test("A run tells of marks only where a person says something else than before")
    func marked() throws {
        struct Run: Decodable { var marked: Int }
        func run(_ options: String...) throws -> Int {
            let run: Run = try index.sitrep(["reindex", "--format", "json"] + options).json()
            return run.marked
        }
        try index.sitrep("vocabulary alias", "Storm Shadow", "Nightreed").expectDone()
        #expect(try run() == 0)
        #expect(try run("--rebuild") == 0)
        try store.write("body.txt", "Five Nightreed missiles were launched at a bridge near Odesa on Friday.")
        try store.folder.move("reports/bar.txt", to: "reports/other.txt")
        #expect(try run() == 0)
        #expect(try store.ids("tag:any") == ["body.txt", "other.txt"])
        // The file is edited by hand, and reports that lose or change their marks change themselves.
        let file = store.index + "/marks.yaml"
        let marks = try String(contentsOfFile: file, encoding: .utf8).replacingOccurrences(of: "- lead", with: "- led")
        try marks.replacingOccurrences(of: "irrelevant: true", with: "tags: [x, y]")
            .write(toFile: file, atomically: true, encoding: .utf8)
        try store.write("body.txt", "Six Nightreed missiles were launched at a bridge near Odesa on Friday.")
        #expect(try run() == 2)
        try "marks:\n".write(toFile: file, atomically: true, encoding: .utf8)
        try store.write("body.txt", "Seven Nightreed missiles were launched at a bridge near Odesa on Friday.")
        #expect(try run() == 6)
        #expect(try run() == 0)
    }
}
