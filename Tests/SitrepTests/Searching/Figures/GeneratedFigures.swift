import Testing

@testable import Sitrep

/// Reports of nonsense words and sentences with figures, of which everything is known without an index.
struct GeneratedFigures {
    /// A figure as a report gives it, by the names of what it is about.
    struct Given: Hashable {
        var kind: Claim.Kind
        var number: Int
        var unit: String
        var subject: String
        var weapon: String?
        var place: String
        /// `nil` for what has no day.
        var day: CalendarDate?
        var claimant: String
    }

    struct Report {
        var id: String
        var text: String
        var published: CalendarDate
        var figures: [Given]
        /// The number of the report whose text it has, its own for most: that of its story.
        var story: Int
    }

    /// Places as texts write them and as they are named, with what they lie in.
    static let places: [(written: String, path: [String])] = [
        ("Kharkiv", ["Ukraine", "Kharkiv Oblast", "Kharkiv"]), ("Odesa", ["Ukraine", "Odesa Oblast", "Odesa"]),
        ("Kryvyi Rih", ["Ukraine", "Dnipropetrovsk Oblast", "Kryvyi Rih"]),
        ("Kherson Oblast", ["Ukraine", "Kherson Oblast"]), ("Belgorod", ["Russia", "Belgorod Oblast", "Belgorod"]),
        ("Kursk Oblast", ["Russia", "Kursk Oblast"]),
    ]

    private(set) var reports: [Report] = []

    init(reports count: Int) throws {
        var generator = SeededGenerator(seed: 77)
        let words = GeneratedCorpus.words(300, &generator)
        for number in 0..<count {
            // Some are copies of one shortly before them, of the same day.
            if number > 0, generator.chance(12) {
                var copy = reports[generator.number(max(0, number - 30)...number - 1)]
                copy.id = "r\(number)"
                reports.append(copy)
                continue
            }
            let published = try #require(CalendarDate(year: 2024, month: 11, day: generator.number(1...21)))
            var report = Report(id: "r\(number)", text: "", published: published, figures: [], story: number)
            // So long that the sentences with figures, which are much alike, make no copies of them.
            let filler = (0..<500).map { _ in generator.pick(words) }
            // Whose drones are shot down can be told where both sides are named.
            var paragraphs = ["Russia and Ukraine spoke. " + filler.prefix(250).joined(separator: " ") + "."]
            for _ in 0..<generator.pick([0, 1, 1, 2, 3]) {
                let (sentence, given) = try Self.figure(before: published, &generator)
                guard !report.figures.contains(given) else { continue }
                report.figures.append(given)
                paragraphs.append(sentence)
            }
            report.text = (paragraphs + [filler.suffix(250).joined(separator: " ") + "."]).joined(separator: "\n\n")
            reports.append(report)
        }
    }

    private static func figure(
        before published: CalendarDate,
        _ generator: inout SeededGenerator
    ) throws -> (String, Given) {
        let place = generator.pick(places.indices.map { $0 })
        let (written, path) = places[place]
        let day = try #require(published.adding(days: -generator.number(0...14)))
        let date = "\(day.day) \(day.month == 11 ? "November" : "October") 2024"
        let number = generator.number(2...6) * 3
        let (owner, defender) = path[0] == "Ukraine" ? ("Russia", "Ukraine") : ("Ukraine", "Russia")
        let (speaker, claimant) = generator.pick([
            ("the Ukrainian air force", "Ukrainian Air Force"), ("Volodymyr Zelensky", "Volodymyr Zelenskyy"),
            ("the Russian defence ministry", "Ministry of Defence of Russia"),
        ])
        let things = generator.pick(["drones", "missiles"])
        let weapon = things == "drones" ? "Drone" : "Missile"
        var given = Given(
            kind: .launched,
            number: number,
            unit: things,
            subject: owner,
            weapon: weapon,
            place: path.last ?? "",
            day: day,
            claimant: claimant
        )
        switch generator.number(0...4) {
        case 0: return ("On \(date), \(owner) launched \(number) \(things) at \(written), \(speaker) said.", given)
        case 1:
            given.kind = .intercepted
            return ("On \(date), \(defender) shot down \(number) \(things) over \(written), \(speaker) said.", given)
        case 2, 3:
            let isKilled = generator.chance(50)
            (given.kind, given.unit, given.subject, given.weapon) =
                (isKilled ? .killed : .wounded, "people", defender, nil)
            let verb = isKilled ? "killed" : "wounded"
            return ("On \(date), \(number) people were \(verb) in \(written), \(speaker) said.", given)
        default:
            (given.kind, given.number, given.unit, given.subject, given.weapon, given.day) =
                (.troops, number * 1_000, "people", "Russia", nil, nil)
            return (
                "\(speaker.prefix(1).uppercased() + speaker.dropFirst()) said Russia had deployed \(number),000 troops to \(written).",
                given
            )
        }
    }

    /// Writes the reports as one file of lines.
    func write(to folder: ScratchFolder) throws {
        let lines = reports.map { report in
            let text = report.text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\\n")
            return #"{"id":"\#(report.id)","date":"\#(report.published)","text":"\#(text)"}"#
        }
        try folder.write("figures.jsonl", lines.joined(separator: "\n"))
    }

    /// An index of 5,000 such reports, built once.
    static let shared = Result { () throws -> (corpus: GeneratedFigures, folder: ScratchFolder) in
        let corpus = try GeneratedFigures(reports: 5_000)
        let sources = try ScratchFolder()
        try corpus.write(to: sources)
        let folder = try ScratchFolder()
        let summary = try Indexer(index: folder.path).index([sources.path])
        try #require(summary.added == corpus.reports.count)
        return (corpus, folder)
    }
}
