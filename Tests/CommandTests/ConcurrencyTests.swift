import Foundation
import Testing

@Suite("Readers and writers at once, and interrupted runs")
struct ConcurrencyTests {
    private func store(reports: Int) throws -> ReportStore {
        let store = try ReportStore()
        for number in 0..<reports {
            try store.write("\(number).txt", "Report \(number)\n\nA convoy of \(number) lorries passed Poltava.")
        }
        try store.build()
        return store
    }

    #if DEBUG
    private static let lines = 400
    #else
    private static let lines = 4000
    #endif

    /// A file of JSON lines; taking it in takes a second or so.
    private func largeFeed(lines: Int, word: String) -> String {
        // Long words: much to read, little to index.
        let filler = (0..<40).map { String(repeating: "filler", count: 9) + String($0) }.joined(separator: " ")
        return (0..<lines)
            .map { #"{"id": "\#(word)-\#($0)", "title": "Item \#($0)", "text": "\#(word) number \#($0) \#(filler)"}"# }
            .joined(separator: "\n")
    }

    /// A run that makes a new generation.
    private func copying(_ store: ReportStore) -> [String] {
        ["reindex", "--in-place-bytes", "0", "--index", store.index]
    }

    @Test("No reader fails while runs change the index in place and by new generations")
    func readers() throws {
        let store = try store(reports: 30)
        let reading = Reading(index: store.index)
        let thread = Thread { reading.run() }
        thread.start()
        for round in 0..<6 {
            try store.write("new-\(round).txt", "A convoy of round \(round) stopped.")
            try store.write("1.txt", "Report 1\n\nA convoy of round \(round) passed Kherson.")
            try store.reindex(round.isMultiple(of: 2) ? [] : ["--rebuild"])
        }
        reading.stop()
        #expect(reading.failures.isEmpty, "\(reading.failures.prefix(3))")
        #expect(reading.totals.count > 5)
        // Every answer is a state between two runs: never fewer reports than at first, never one half taken in.
        #expect(reading.totals == reading.totals.sorted())
        #expect(reading.totals.allSatisfy { (30...36).contains($0) })
        #expect(try store.ids("convoy").count == 36)
        #expect(try generations(store).count == 1)
    }

    @Test("Two writers: one works, the other is told to wait")
    func writers() throws {
        let store = try store(reports: 5)
        try store.write("feed.jsonl", largeFeed(lines: Self.lines, word: "beacon"))
        let first = try SitrepProcess.start(copying(store))
        // It holds the lock as soon as it runs; a second one comes while it reads.
        var outcome = try store.run("reindex")
        while outcome.status == 0, first.isRunning { outcome = try store.run("reindex") }
        #expect([outcome.status, SitrepProcess.wait(for: first)].sorted() == [0, 75], "\(outcome.errors)")
        try store.reindex()
        #expect(try store.ids("beacon").count == Self.lines)
    }

    @Test("A second writer that is to wait does, and finds what the first one wrote")
    func waiting() throws {
        let store = try store(reports: 5)
        try store.write("feed.jsonl", largeFeed(lines: Self.lines, word: "beacon"))
        let first = try SitrepProcess.start(copying(store) + ["--wait"])
        var outcome = try store.run("compact")
        while outcome.status == 0, first.isRunning { outcome = try store.run("compact") }
        outcome.expectError(75, "(process \(first.processIdentifier))", "--wait")
        let mark = try SitrepProcess.start(["mark", "1.txt", "--tag", "lead", "--wait", "--index", store.index])
        let compact = try store.run("compact", "--wait")
        #expect(compact.status == 0 && !first.isRunning, "\(compact.errors)")
        #expect(SitrepProcess.wait(for: first) == 0 && SitrepProcess.wait(for: mark) == 0)
        #expect(try store.ids("beacon").count == Self.lines)
        #expect(try store.ids("tag:lead").count == 1)
    }

    @Test("A run that is killed leaves the former state, and the next one works and cleans up")
    func killed() throws {
        let store = try store(reports: 5)
        try store.write("feed.jsonl", largeFeed(lines: Self.lines, word: "beacon"))
        var kills = 0
        for attempt in 0..<3 {
            let run = try SitrepProcess.start(copying(store))
            // Wait until it has begun a generation of its own, then a little differently each time.
            let end = Date().addingTimeInterval(20)
            while run.isRunning, Date() < end, try generations(store).count < 2 { usleep(1000) }
            usleep(UInt32(attempt) * 60_000)
            kill(run.processIdentifier, SIGKILL)
            guard SitrepProcess.wait(for: run) == 128 + SIGKILL else { continue }
            kills += 1
            #expect(try store.ids("convoy").count == 5)
            #expect(try store.run("search", "beacon").status == 1)
        }
        #expect(kills > 0)
        let run = try store.reindex()
        #expect(run.added == Self.lines)
        #expect(try store.run("search", "beacon", "--format", "json", "--limit", "0").text.contains("\(Self.lines)"))
        #expect(try generations(store).count == 1)
        #expect(try store.reindex().added == 0)
    }

    /// Begins a build of the reports again and again until one is killed in time.
    ///
    /// - Parameter isDue: asked every millisecond.
    private func killBuild(_ store: ReportStore, _ arguments: [String], when isDue: () -> Bool) throws {
        for _ in 0..<10 {
            try? store.folder.remove("Index")
            let run = try SitrepProcess.start(["index", store.reports, "--index", store.index] + arguments)
            let end = Date().addingTimeInterval(40)
            while run.isRunning, Date() < end, !isDue() { usleep(1000) }
            kill(run.processIdentifier, SIGKILL)
            // On a busy machine it may have ended first.
            if SitrepProcess.wait(for: run) == 128 + SIGKILL { return }
        }
        Issue.record("no build was killed before its end")
    }

    @Test("A first build that is killed leaves no index, and can be begun again")
    func killedFirstBuild() throws {
        let store = try ReportStore()
        try store.write("feed.jsonl", largeFeed(lines: Self.lines, word: "beacon"))
        try killBuild(store, []) { (try? generations(store).count) ?? 0 > 0 }
        try store.run("search", "beacon").expectError(66, "no index")
        try store.folder.remove("reports/feed.jsonl")
        try store.write("a.txt", "A convoy passed.")
        #expect(try store.build().counts == [1, 0, 0, 0])
        #expect(try generations(store).count == 1)
    }

    @Test("A first build that is killed after it has saved something goes on from there")
    func killedAfterSaving() throws {
        let store = try ReportStore()
        try store.write("feed.jsonl", largeFeed(lines: Self.lines, word: "beacon"))
        let manifest = store.index + "/manifest"
        try killBuild(store, ["--save-after", "\(Self.lines / 20)"]) {
            FileManager.default.fileExists(atPath: manifest)
        }
        let saved = try store.ids("beacon").count
        #expect(saved >= Self.lines / 20 && saved < Self.lines)
        #expect(try store.run("status").text.contains("not all of its sources are read"))
        #expect(try store.run("status", "--format", "json").object()["unfinished"] as? Bool == true)
        let resumed = try store.build()
        #expect(try store.run("status", "--format", "json").object()["unfinished"] as? Bool == false)
        #expect(resumed.added + resumed.unchanged == Self.lines)
        #expect(resumed.unchanged >= saved && resumed.added > 0)
        #expect(resumed.indexRevision == 1)
        #expect(try generations(store).count == 1)
        // It is the index of a run that nobody interrupted.
        let other = store.folder.path("Other")
        #expect(try SitrepProcess.run(["index", store.reports, "--index", other]).status == 0)
        for query in [
            ["beacon", "--facets", "all"], ["\"beacon number 7*\"", "--all"], ["item 17", "--limit", "all"],
        ] {
            let answers = try [store.index, other].map { index in
                var answer = try SitrepProcess.run(["search", "--index", index, "--format", "json"] + query).object()
                answer["took_ms"] = nil
                let hits = answer["hits"] as? [[String: Any]] ?? []
                answer["hits"] = hits.map { hit in hit.filter { $0.key != "added" } }
                return answer as NSDictionary
            }
            #expect(answers[0] == answers[1])
        }
    }

    private func generations(_ store: ReportStore) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: store.index).filter {
            $0.hasPrefix("generation-") || $0.hasPrefix("unfinished-")
        }
    }
}

/// Searches again and again on a thread of its own until it is stopped.
private final class Reading: @unchecked Sendable {
    private let index: String
    private let condition = NSCondition()
    private var isStopped = false
    private var hasEnded = false
    private(set) var failures: [String] = []
    private(set) var totals: [Int] = []

    init(index: String) { self.index = index }

    func run() {
        while !condition.withLock({ isStopped }) {
            do {
                let command = ["search", "--index", index, "convoy", "--format", "json", "--limit", "all"]
                let outcome = try SitrepProcess.run(command)
                let answer: SearchAnswer? = try? outcome.json()
                guard let answer, outcome.status == 0, answer.hits.count == answer.total else {
                    failures.append("\(outcome.status) \(outcome.errors)")
                    continue
                }
                totals.append(answer.total)
            } catch {
                failures.append("\(error)")
            }
        }
        condition.withLock {
            hasEnded = true
            condition.broadcast()
        }
    }

    /// Returns when the last search has ended.
    func stop() {
        condition.withLock {
            isStopped = true
            while !hasEnded { condition.wait() }
        }
    }
}
