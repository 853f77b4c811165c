#if os(Linux)
import Foundation
import Testing

/// A run over a small index that is disturbed in every way, and what there was before it.
struct CrashScenario: Sendable, CustomTestStringConvertible {
    let name: String
    /// A run that ended well before, with the changes of the reports that it takes in.
    struct Run: Sendable {
        var change: @Sendable (ReportStore) throws -> Void
        /// Without `--index`; `REPORTS` stands for the folder of the reports, `MORE` for another one.
        var command: [String]
    }

    /// Those that came before: what they wrote need not all be on the disk.
    var earlier: [Run] = []
    /// The one that is disturbed.
    var run: Run
    /// The sources before the disturbed run and after it.
    var sources = (before: ["REPORTS"], after: ["REPORTS"])
    /// The options of a first build.
    var building: [String] = []
    /// Whether states between the one before and the one after are saved.
    var savesOnTheWay = false

    var testDescription: String { name }

    private static let build = Run(change: { try CrashReports.write(to: $0) }, command: ["index", "REPORTS"])
    private static let firstChanges = Run(change: { try CrashReports.change($0, round: 1) }, command: ["reindex"])
    private static let more = Run(change: { try CrashReports.writeMore(to: $0) }, command: ["index", "MORE"])
    private static let changes: @Sendable (ReportStore) throws -> Void = { try CrashReports.change($0, round: 2) }

    /// All of them.
    static let all: [CrashScenario] = [
        CrashScenario(name: "a first build", run: build),
        CrashScenario(
            name: "a first build that saves on its way",
            run: Run(change: build.change, command: ["index", "REPORTS", "--save-after", "4"]),
            savesOnTheWay: true
        ),
        CrashScenario(
            name: "a small reindex in place",
            earlier: [build, firstChanges],
            run: Run(change: changes, command: ["reindex"])
        ),
        CrashScenario(
            name: "a reindex into a new generation",
            earlier: [build, firstChanges],
            run: Run(change: changes, command: ["reindex", "--in-place-bytes", "0"])
        ),
        CrashScenario(
            name: "a rebuild",
            earlier: [build, firstChanges],
            run: Run(change: changes, command: ["reindex", "--rebuild"])
        ),
        CrashScenario(
            name: "a compaction",
            earlier: [build, firstChanges],
            run: Run(change: { _ in }, command: ["compact"])
        ),
        CrashScenario(
            name: "marks",
            earlier: [build, firstChanges],
            run: Run(
                change: { _ in },
                command: ["mark", "0.txt", "4.txt", "--tag", "lead", "--set-region", "Kharkiv", "--by", "olha"]
            )
        ),
        CrashScenario(
            name: "a second source in place",
            earlier: [build, firstChanges],
            run: more,
            sources: (before: ["REPORTS"], after: ["REPORTS", "MORE"])
        ),
        CrashScenario(
            name: "a source taken out in place",
            earlier: [build, more],
            run: Run(change: { _ in }, command: ["forget", "MORE"]),
            sources: (before: ["REPORTS", "MORE"], after: ["REPORTS"])
        ),
        CrashScenario(
            name: "a reindex of two shards in place",
            earlier: [
                Run(change: build.change, command: build.command + ["--shards", "2"]), firstChanges,
            ],
            run: Run(change: changes, command: ["reindex"]),
            building: ["--shards", "2"]
        ),
        CrashScenario(
            name: "a first build of two shards",
            run: Run(change: build.change, command: build.command + ["--shards", "2"]),
            building: ["--shards", "2"]
        ),
    ]
}

/// The reports of the scenarios: some tell the same story, some have lines that their source repeats.
enum CrashReports {
    private static let places = ["Kyiv", "Харків", "Kherson", "Donetsk", "Kursk", "Odesa"]
    private static let weapons = ["Storm Shadow", "Kh-101", "шахедів", "ATACMS", "F-16"]
    private static let count = 24

    private static func text(_ number: Int, version: Int = 0) -> String {
        var random = SeededRandom(seed: UInt64(number * 100 + version))
        let words = (0..<30).map { _ in "word\(Int.random(in: 0..<200, using: &random))" }.joined(separator: " ")
        let (place, weapon) = (places[(number + version) % places.count], weapons[number % weapons.count])
        return """
            2024-11-\(10 + number % 9)

            A convoy of \(number + 2) lorries passed \(place) after \(weapon) fell on 3 May 2024. \(words).

            Share the page of outlet \(number % 3)
            """
    }

    /// Writes those of a first build.
    static func write(to store: ReportStore) throws {
        for number in 0..<count { try store.write("\(number).txt", text(number)) }
        try store.write("copy.txt", text(3) + "\nOffice 9")
        let lines = (0..<8).map {
            #"{"id":"line-\#($0)","source":"Outlet","region":["Own place/\#($0 % 3)"],"text":"A convoy, line \#($0)."}"#
        }
        try store.write("feed.jsonl", lines.joined(separator: "\n") + "\n")
    }

    /// Writes those of another source, of which one tells what one of the first does.
    static func writeMore(to store: ReportStore) throws {
        for number in 0..<4 { try store.folder.write("more/more-\(number).txt", text(3 + number, version: number)) }
    }

    /// Adds, changes and removes reports.
    static func change(_ store: ReportStore, round: Int) throws {
        for number in [0, 5, 11 + round] { try store.write("\(number).txt", text(number, version: round)) }
        for number in 0..<3 { try store.write("new-\(round)-\(number).txt", text(100 * round + number)) }
        try FileManager.default.removeItem(atPath: store.reports + "/\(6 + round).txt")
        let feed = store.reports + "/feed.jsonl"
        let lines = try String(contentsOfFile: feed, encoding: .utf8)
        try store.write("feed.jsonl", lines + #"{"id":"more-\#(round)","text":"A convoy of round \#(round)."}"# + "\n")
    }
}
#endif
