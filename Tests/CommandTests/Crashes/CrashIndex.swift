#if os(Linux)
import Foundation
import Testing

/// The index of a scenario, which is disturbed again and again and looked at.
///
/// It stands in the folder `work`, the only one that is followed; copies of it as it was before stand beside that.
final class CrashIndex {
    let scenario: CrashScenario
    private let store: ReportStore
    private var followed: String { store.folder.path("work") }
    private var index: String { followed + "/Index" }

    /// Of what was recorded, how much the earlier runs did.
    private(set) var earlierCalls = 0
    /// What all runs that were not disturbed did, in their order.
    private(set) var calls: [DiskCall] = []
    /// The steps that the disturbed run comes to.
    private(set) var steps: Set<String> = []
    private var before = State.none
    private var after = State.none
    private var clean: [String: Content] = [:]

    /// How many calls of the run change something.
    var changeCount: Int { calls[earlierCalls...].count(where: \.changesSomething) }

    /// How many calls of the run write.
    var writeCount: Int {
        calls[earlierCalls...].count { if case .write = $0.action { true } else { false } }
    }

    /// How many calls of the run bring something to the disk.
    var syncCount: Int {
        calls[earlierCalls...].count { if case .sync = $0.action { true } else { false } }
    }

    /// All that an index holds, but for when it was built and marked.
    struct Content: Equatable {
        var dump: String
        /// What a search finds and counts, which needs the files beside the database as well.
        var answer: String

        /// The ids of the reports.
        var ids: Set<Substring> {
            let reports = dump.split(separator: "\n").filter { $0.contains(#""line":"report""#) }
            return Set(reports.compactMap { $0.firstMatch(of: /"id":"([^"]*)"/)?.1 })
        }
    }

    /// What is there.
    enum State: Equatable {
        /// No index, as before the first build has ended.
        case none
        case content(Content)
        /// What a command says that cannot use it.
        case refused(status: Int32, message: String)
    }

    init(_ scenario: CrashScenario) throws {
        self.scenario = scenario
        store = try ReportStore()
        try FileManager.default.createDirectory(atPath: followed, withIntermediateDirectories: true)
        try copy("work", to: "first")
        let record = store.folder.path("record")
        for run in scenario.earlier {
            try run.change(store)
            try sitrep(run.command, .none, record: record).requireDone()
        }
        if !scenario.earlier.isEmpty { earlierCalls = try DiskCall.list(record, below: followed).count }
        before = try state()
        try copy("work", to: "before")
        try scenario.run.change(store)
        let names = try store.folder.write("steps", "")
        try sitrep(scenario.run.command, .none, record: record, more: ["SITREP_STEPS": names]).requireDone()
        steps = Set(try String(contentsOfFile: names, encoding: .utf8).split(separator: "\n").map(String.init))
        calls = try DiskCall.list(record, below: followed)
        after = try state()
        // What is disturbed must be something.
        try #require(changeCount > 5 && after != .none)
    }

    private func copy(_ name: String, to other: String) throws {
        try? FileManager.default.removeItem(atPath: store.folder.path(other))
        try Self.copy(store.folder.path(name), to: store.folder.path(other))
    }

    /// Copies a folder; the large images of vocabularies, which nothing writes to where they stand, only by another name.
    private static func copy(_ path: String, to other: String) throws {
        try FileManager.default.createDirectory(atPath: other, withIntermediateDirectories: true)
        for name in try FileManager.default.contentsOfDirectory(atPath: path) {
            let (from, to) = (path + "/" + name, other + "/" + name)
            var isFolder: ObjCBool = false
            _ = FileManager.default.fileExists(atPath: from, isDirectory: &isFolder)
            if isFolder.boolValue {
                try copy(from, to: to)
            } else if name.hasSuffix(".image") {
                try FileManager.default.linkItem(atPath: from, toPath: to)
            } else {
                try FileManager.default.copyItem(atPath: from, toPath: to)
            }
        }
    }

    /// What the names in commands stand for.
    private var paths: [String: String] { ["REPORTS": store.reports, "MORE": store.folder.path("more")] }

    /// Runs the program over the index.
    private func sitrep(
        _ command: [String],
        _ fault: FaultInjection.Fault,
        record: String? = nil,
        more: [String: String] = [:]
    ) throws -> Outcome {
        var environment = FaultInjection.environment(fault, folder: followed, record: record)
        environment.merge(more) { $1 }
        let named = command.map { paths[$0] ?? $0 }
        return try SitrepProcess.run(
            Array(named.prefix(1) + ["--index", index] + named.dropFirst()),
            environment: environment
        )
    }

    // MARK: Faults

    /// How a disturbed run ends.
    func outcome(of fault: FaultInjection.Fault) throws -> Outcome {
        try copy("before", to: "work")
        return try sitrep(scenario.run.command, fault)
    }

    /// Ends a run, or fails one of its calls, and looks at what is left.
    ///
    /// - Returns: whether it came to what was to be disturbed.
    @discardableResult
    func disturb(_ fault: FaultInjection.Fault, _ tally: inout CrashTally) throws -> Bool {
        try copy("before", to: "work")
        let mark = store.folder.path("done")
        try? FileManager.default.removeItem(atPath: mark)
        let outcome = try sitrep(scenario.run.command, fault, more: ["SITREP_FAULT_DONE": mark])
        tally.faults += 1
        var isDisturbed = outcome.status != 0
        switch fault {
        case .none: break
        case .kill, .stop:
            if isDisturbed, outcome.status != 128 + SIGKILL {
                tally.unexplained.append("\(fault): status \(outcome.status): \(outcome.errors)")
            }
        case .fail:
            isDisturbed = FileManager.default.fileExists(atPath: mark)
            if outcome.status != 0, let problem = Self.problem(with: outcome) {
                tally.unexplained.append("\(fault): \(problem)")
            }
        }
        if !isDisturbed { tally.undisturbed += 1 }
        // What says that it has done its work has done it.
        try judge("\(fault)", outcome.status == 0 ? [after] : [before, after], &tally)
        return isDisturbed
    }

    /// Cuts the power after so many calls of the run, and looks at what is left.
    func cut(after count: Int, rule: CutDisk.Rule, luck: Double, seed: UInt64, _ tally: inout CrashTally) throws {
        let disk = try CutDisk(store.folder.path("first"), rule: rule)
        try disk.apply(calls.prefix(earlierCalls + count))
        try? FileManager.default.removeItem(atPath: followed)
        var random = SeededRandom(seed: seed)
        try disk.cut(luck: luck, &random, to: followed)
        tally.faults += 1
        let isEnded = earlierCalls + count >= calls.count
        if isEnded { tally.undisturbed += 1 }
        // A run that has ended has promised that what it did lasts.
        let fault = "cut after \(count) by \(rule), luck \(luck), seed \(seed)"
        try judge(fault, isEnded ? [after] : [before, after], &tally)
    }

    /// What is wrong with how a run ended that could not do its work; `nil` for nothing.
    private static func problem(with outcome: Outcome) -> String? {
        let statuses: [Int32] = [1, 65, 66, 69, 74, 75]
        let lines = outcome.errors.split(separator: "\n")
        if outcome.status == 1, lines.isEmpty { return nil }
        guard statuses.contains(outcome.status) else { return "status \(outcome.status): \(outcome.errors)" }
        guard lines.first?.hasPrefix("sitrep: error: ") == true, lines.count >= 2 else {
            return "no advice: \(outcome.errors)"
        }
        return nil
    }

    // MARK: What is left

    /// The marks as they are kept, but for when they were made.
    private var marks: String {
        Self.plain((try? String(contentsOfFile: index + "/marks.yaml", encoding: .utf8)) ?? "")
    }

    /// A text without times that differ from run to run.
    private static func plain(_ text: String) -> String {
        text.replacing(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ/, with: "TIME")
            .replacing(/"(took_ms|index_revision)":[0-9.]+/, with: "NUMBER")
    }

    /// Looks at the index as a user does.
    private func state() throws -> State {
        var texts: [String] = []
        for command in [
            ["status", "--format", "json"], ["dump"],
            ["search", "convoy", "--all", "--limit", "all", "--facets", "all", "--format", "json"],
        ] {
            let outcome = try sitrep(command, .none)
            if outcome.status == 66, outcome.errors.contains("there is no index") { return .none }
            guard outcome.status == 0 else { return .refused(status: outcome.status, message: outcome.errors) }
            // It is answered from, with a word on what that is worth.
            if outcome.errors.contains("are of different runs") { return .refused(status: 65, message: outcome.errors) }
            texts.append(Self.plain(outcome.text))
        }
        return .content(Content(dump: texts[1], answer: texts[2]))
    }

    /// What an index holds that is built at once from the reports and marks as they are now.
    private func cleanContent(_ sources: [String]) throws -> Content {
        let marks = marks
        let name = sources.joined(separator: " ") + marks
        if let content = clean[name] { return content }
        try copy("work", to: "kept")
        try FileManager.default.removeItem(atPath: followed)
        if !marks.isEmpty {
            try FileManager.default.createDirectory(atPath: index, withIntermediateDirectories: true)
            try FileManager.default.copyItem(
                atPath: store.folder.path("kept/Index/marks.yaml"),
                toPath: index + "/marks.yaml"
            )
        }
        try sitrep(["index"] + sources + scenario.building, .none).requireDone()
        guard case .content(let content) = try state() else { throw DiskCall.Malformed() }
        try copy("kept", to: "work")
        clean[name] = content
        return content
    }

    /// What may be told of instead of answered: shards of which not all have got what the run wrote, and a first build that
    /// was cut off.
    private static let explanations = ["are of different runs", "is missing"]

    /// Expects one of these states, and that the next run mends what there is to be mended.
    private func judge(_ fault: String, _ allowed: [State], _ tally: inout CrashTally) throws {
        let found = try state()
        var mending = ["reindex"]
        if found == before, allowed.contains(before) {
            tally.states["as before", default: 0] += 1
        } else if found == after {
            tally.states["as after", default: 0] += 1
        } else if scenario.savesOnTheWay, case .content(let content) = found, case .content(let whole) = after,
            allowed.contains(before), content.ids.isStrictSubset(of: whole.ids)
        {
            tally.states["saved on the way", default: 0] += 1
        } else if case .refused(let status, let message) = found, status == 65, message.contains("sitrep reindex"),
            Self.explanations.contains(where: message.contains)
        {
            let first = message.prefix { $0 != "\n" }
            tally.explained[String(first).replacing(store.folder.path, with: "…"), default: 0] += 1
            if message.contains("--rebuild") { mending.append("--rebuild") }
        } else {
            tally.unexplained.append("\(fault): \(Self.difference(found, from: after))")
        }
        if found == .none { mending = ["index", "REPORTS"] + scenario.building }
        let outcome = try sitrep(mending, .none)
        guard outcome.status == 0 else {
            tally.unexplained.append("\(fault): cannot be mended: \(outcome.errors)")
            return
        }
        let mended = try state()
        let sources = found == before ? scenario.sources.before : scenario.sources.after
        let expected = State.content(try cleanContent(sources))
        if mended != expected {
            let difference = Self.difference(mended, from: expected)
            tally.unexplained.append("\(fault): mended, it differs from a clean build: \(difference)")
        }
        // All that a check can compare is as the lists and files of a sound index are.
        let check = try sitrep(["check"], .none)
        if check.status != 0 {
            tally.unexplained.append("\(fault): mended, it is damaged: \(check.text)\(check.errors)")
        }
        let manifest = try String(contentsOfFile: index + "/manifest", encoding: .utf8).split(separator: "\n")
        let named = manifest.filter { $0.hasPrefix("source ") }.map { String($0.dropFirst("source ".count)) }
        if named != sources.map({ paths[$0] ?? $0 }) {
            tally.unexplained.append("\(fault): mended, its manifest says \(manifest)")
        }
        let left = try leftovers()
        if !left.isEmpty { tally.unexplained.append("\(fault): left behind: \(left)") }
    }

    /// What is in the folder of the index that a run should have taken away, but for what the next change of a person's
    /// files writes over.
    private func leftovers() throws -> [String] {
        let files = try FileManager.default.subpathsOfDirectory(atPath: index)
        let generations = files.filter { $0.hasPrefix("generation-") && !$0.contains("/") }
        let ends = [".new", ".tmp", ".runs", ".sketches"]
        return files.filter {
            $0.hasPrefix("unfinished-") || ends.contains(where: $0.hasSuffix) && $0 != "marks.yaml.new"
        }
            + (generations.count == 1 ? [] : generations)
    }

    /// A state in a few words, beside the one that was expected.
    private static func difference(_ found: State, from expected: State) -> String {
        switch (found, expected) {
        case (.none, _): return "no index"
        case (.refused(let status, let message), _): return "status \(status): \(message)"
        case (.content(let found), .content(let expected)):
            let lines = Set(found.dump.split(separator: "\n")).symmetricDifference(
                expected.dump.split(separator: "\n")
            )
            let shown = lines.prefix(4).map { String($0.prefix(300)) }
            return "\(lines.count) lines of the dump differ: \(shown)"
                + (found.answer == expected.answer ? "" : "; a search gives: \(found.answer.prefix(2000))")
        case (.content, _): return "an index"
        }
    }
}

extension Outcome {
    /// Requires that a run that nothing disturbs has done its work.
    fileprivate func requireDone() throws { try #require(status == 0, "\(errors)") }
}
#endif
