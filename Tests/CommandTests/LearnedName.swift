import Foundation
import Testing

/// An index with marks, saved searches and a story, whose vocabulary learns a name late: Nightreed, for Storm Shadow.
final class LearnedName {
    let store: ReportStore
    private var environment: [String: String] { ["SITREP_VOCABULARY": store.folder.path("own")] }

    static let value = "Missile/Cruise missile/Storm Shadow"
    private static let night = """
        41 drones were fired at the Kursk region on Tuesday night, the regional governor said. Air defences shot down 33 \
        of the drones and five fell into open fields. A warehouse at the depot burned until dawn, and 7 people were \
        wounded, two of them firefighters
        """

    /// What each file holds; the name that is learned is Nightreed.
    private static let reports = [
        "wire/first.txt": "Depot burns after a night of strikes\n\n2024-11-20\n\nTwelve cruise missiles and \(night).",
        "wire/second.txt": "Warehouse hit overnight\n\n2024-11-20\n\nTwelve cruise missiles and \(night), it is said.",
        "wire/third.txt": "Fire at a depot\n\n2024-11-21\n\nTwelve Nightreed cruise missiles and \(night).",
        "headline.txt":
            "Nightreed debris shown to reporters in Kyiv\n\n2024-11-22\n\nOfficers laid out a wing and an engine.",
        "body.txt":
            "2024-11-23\n\nFour Nightreed missiles were launched at a bridge near Odesa on Friday, a spokesman said.",
        "cyrillic.txt": "2024-11-24\n\nНочетрост влучив у склад біля Запоріжжя вночі. Пожежу загасили до ранку.",
        "known.txt":
            "2024-11-24\n\nA Storm Shadow struck a command post near Luhansk on Saturday, and nobody was hurt.",
        "bar.txt": "2024-11-25\n\nThe Nightreed, a bar by the harbour of Mykolaiv, served soup after the blackout.",
        "play.txt": "2024-11-26\n\nTickets for the play Nightreed in Lviv are sold out until spring, the theatre said.",
        "field.txt": "2024-11-27\n\nA Nightreed fell into a field without exploding, said the police of Kharkiv.",
        "plain.txt":
            "2024-11-28\n\nTwo convoys with medicine reached Kherson in the morning, drivers said on the road.",
    ]

    /// The reports with the value before and after.
    static let before = ["known.txt", "plain.txt"]
    static let after = [
        "body.txt", "cyrillic.txt", "field.txt", "headline.txt", "known.txt", "plain.txt", "wire/third.txt",
    ]

    init() throws {
        store = try ReportStore()
        for (name, text) in Self.reports { try store.write(name, text) }
        try sitrep("index", store.reports).expectDone()
        for arguments in [
            ["body.txt", "--tag", "lead", "--note", "Ask the navy."], ["play.txt", "--irrelevant"],
            ["bar.txt", "--drop-weapon", "Storm Shadow", "--tag", "bar"], ["wire/third.txt", "--drop-weapon", "Drone"],
            ["field.txt", "--set-region", "Sumy", "--drop-region", "Kharkiv"], ["plain.txt", "--set-weapon", "SCALP"],
        ] { try sitrep(["mark"] + arguments).expectDone() }
        try sitrep("saved add", "words", "depot OR bridge").expectDone()
        try sitrep("saved add", "shadow", "--weapon", "Storm Shadow").expectDone()
    }

    /// Runs a command of one or two words on an index, with the own vocabulary.
    func sitrep(_ command: String, _ arguments: String..., index: String? = nil) throws -> Outcome {
        try sitrep([command] + arguments, index: index)
    }

    func sitrep(_ arguments: [String], index: String? = nil) throws -> Outcome {
        let command = arguments[0].split(separator: " ").map(String.init)
        let options = ["--index", index ?? store.index] + arguments.dropFirst()
        return try SitrepProcess.run(command + options, environment: environment)
    }

    /// Teaches the name, and has the index take it over.
    func learn() throws {
        try sitrep("vocabulary alias", "Storm Shadow", "Nightreed", "Ночетрост").expectDone()
        try sitrep("reindex").expectDone()
    }

    /// Takes it away again.
    func unlearn() throws {
        for name in ["Nightreed", "Ночетрост"] {
            try sitrep("vocabulary remove", "Storm Shadow", "--alias", name).expectDone()
        }
        try sitrep("reindex").expectDone()
    }

    private struct Hit: Decodable { var id: String }

    /// The ids that a saved search finds.
    func saved(_ name: String, _ options: String...) throws -> [String] {
        let hits: [Hit] = try sitrep(["saved run", name, "--ungrouped", "--format", "ndjson"] + options).objects()
        return hits.map(\.id).sorted()
    }

    // MARK: - What an index answers

    private static let questions = [
        ["search", "--all", "--facets", "all", "--limit", "all"], ["search", "--facets", "all"],
        ["search", "--irrelevant", "only"], ["search", "--weapon", "Storm Shadow", "--facets", "all", "--all"],
        ["search", "--tag", "lead"], ["search", "nightreed", "--all", "--explain"], ["search", "depot OR bridge"],
        ["facets", "--by", "weapon", "--by", "region"], ["figures"], ["figures", "--weapon", "Storm Shadow"],
        ["timeline", "--by", "week", "--per", "weapon"], ["timeline", "--by", "day", "--date", "happened"],
        ["story", "wire/first.txt"], ["story", "wire/third.txt"], ["diff", "wire/first.txt", "wire/third.txt"],
        ["similar", "wire/second.txt"], ["show", "bar.txt", "field.txt", "plain.txt", "wire/third.txt"],
        ["mark", "--list"], ["doctor"], ["saved run", "words"], ["saved run", "shadow"],
    ]

    /// The answers to ``questions`` with their exit status, but for what depends on when the index was built.
    func answers(_ index: String? = nil) throws -> [[String]: String] {
        var answers: [[String]: String] = [:]
        for question in Self.questions {
            let outcome = try sitrep(question + ["--format", "json"], index: index)
            #expect([0, 1].contains(outcome.status), "\(question) \(outcome.errors)")
            let whole = Self.timeless(try JSONSerialization.jsonObject(with: outcome.output))
            let data = try JSONSerialization.data(withJSONObject: whole, options: .sortedKeys)
            answers[question] = "\(outcome.status) " + String(decoding: data, as: UTF8.self)
        }
        return answers
    }

    private static func timeless(_ value: Any) -> Any {
        if let list = value as? [Any] { return list.map(timeless) }
        guard let object = value as? [String: Any] else { return value }
        let passing: Set = ["added", "took_ms", "index_revision"]
        return object.filter { !passing.contains($0.key) }.mapValues(timeless)
    }

    /// The answers of an index that is built from nothing, with the marks and the saved searches of this one.
    func answersBuiltAnew() throws -> [[String]: String] {
        let fresh = store.folder.path("Fresh")
        for name in ["marks.yaml", "saved.yaml"] {
            try store.folder.write(
                "Fresh/" + name,
                try Data(contentsOf: URL(fileURLWithPath: store.index + "/" + name))
            )
        }
        defer { try? FileManager.default.removeItem(atPath: fresh) }
        try sitrep("index", store.reports, index: fresh).expectDone()
        return try answers(fresh)
    }

    /// Checks question by question, so that a failure names its own.
    func expectEqual(
        _ answers: [[String]: String],
        _ others: [[String]: String],
        sourceLocation: SourceLocation = #_sourceLocation
    ) {
        for question in Self.questions {
            #expect(answers[question] == others[question], "\(question)", sourceLocation: sourceLocation)
        }
    }
}
