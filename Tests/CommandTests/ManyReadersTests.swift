import Foundation
import Sitrep
import Synchronization
import Testing

/// Readers of all kinds beside writers of all kinds: for some seconds with every change of the program, for minutes with
/// `make test-readers`.
@Suite("One writer, sixteen readers", .serialized)
struct ManyReadersTests {
    private static let asked = ProcessInfo.processInfo.environment["SITREP_READERS_SECONDS"].flatMap(Double.init)
    private static let seconds = asked ?? 4
    /// Between two questions of a reader, in microseconds: other tests want the machine too.
    private static let pause: UInt32 = asked == nil ? 500_000 : 0
    /// Readers in this process hold the index open, those that start the program open it each time.
    private static let (held, started) = (12, 4)
    /// So many reports are there at all times, and so many come and go.
    private static let (lasting, passing) = (40, 20)

    @Test("Every answer is one state, no state is older than the one before, and no reader fails", arguments: [1, 3])
    func beside(shards: Int) throws {
        let store = try ReportStore()
        for number in 0..<Self.lasting { try store.write("\(number).txt", Self.text(number, round: 0)) }
        try store.build("--shards", "\(shards)", store.reports)
        let tally = Tally()
        let threads = (0..<Self.held + Self.started).map { number in
            Thread { number < Self.held ? Self.hold(store, number, tally) : Self.start(store, tally) }
        }
        for thread in threads { thread.start() }
        let end = Date().addingTimeInterval(Self.seconds / 2)
        var round = 0
        while Date() < end || round < 7 {
            round += 1
            try Self.write(store, round)
        }
        tally.isOver.store(true, ordering: .relaxed)
        while threads.contains(where: { !$0.isFinished }) { usleep(20_000) }
        print("\(shards) shards: \(round) changes, \(tally.summary)")
        #expect(tally.errors.isEmpty, "\(tally.errors.prefix(3))")
        #expect(tally.answers > Self.held + Self.started)
        let check = try store.run("check")
        #expect(check.status == 0, "\(check.text)\(check.errors)")
    }

    @Test("watch, reindex and search work beside each other")
    func watching() throws {
        let store = try ReportStore()
        for number in 0..<Self.lasting { try store.write("\(number).txt", Self.text(number, round: 0)) }
        try store.build()
        let watch = try SitrepProcess.start(["watch", "--index", store.index])
        let tally = Tally()
        let readers = (0..<4).map { number in
            Thread { number < 2 ? Self.hold(store, number, tally) : Self.start(store, tally) }
        }
        for reader in readers { reader.start() }
        for round in 1...6 {
            for number in 0..<5 { try store.write("\(number).txt", Self.text(number, round: round)) }
            let outcome = try store.run("reindex", "--wait")
            #expect(outcome.status == 0, "\(outcome.errors)")
        }
        tally.isOver.store(true, ordering: .relaxed)
        while readers.contains(where: { !$0.isFinished }) { usleep(20_000) }
        #expect(watch.isRunning)
        watch.interrupt()
        #expect([0, 130].contains(SitrepProcess.wait(for: watch)))
        #expect(tally.errors.isEmpty, "\(tally.errors.prefix(3))")
        #expect(try store.ids("round6").count == 5)
        #expect(try store.run("check").status == 0)
    }

    @Test("An index that is moved or taken away under a reader is answered from, or told of")
    func moved() throws {
        let store = try ReportStore()
        for number in 0..<Self.lasting { try store.write("\(number).txt", Self.text(number, round: 0)) }
        try store.build()
        let index = try SearchIndex(path: store.index)
        var request = SearchRequest()
        request.query = "convoy"
        #expect(try index.search(request).total == Self.lasting)
        try FileManager.default.moveItem(atPath: store.index, toPath: store.folder.path("Moved"))
        for round in 0..<3 {
            do {
                // What is open stays so, whatever its name.
                #expect(try index.search(request).total == Self.lasting)
            } catch let error as SitrepError {
                #expect(error.code == .notFound, "\(error.message)")
            }
            if round == 1 { try FileManager.default.removeItem(atPath: store.folder.path("Moved")) }
        }
        try store.run("search", "convoy").expectError(66, "no index")
        // Built again in its place, it is read.
        try store.build()
        #expect(try index.search(request).total == Self.lasting)
    }

    private static func text(_ number: Int, round: Int) -> String {
        "Report \(number)\n\n2024-11-13\n\nA convoy of \(number + 2) lorries passed Poltava in round\(round)."
    }

    /// One change: small ones in place, new generations, compaction, marks.
    private static func write(_ store: ReportStore, _ round: Int) throws {
        let passing = (lasting..<lasting + passing).map { "\($0).txt" }
        // All of them come, and all of them go, in one run.
        for name in passing {
            if round.isMultiple(of: 2) {
                try FileManager.default.removeItem(atPath: store.reports + "/" + name)
            } else {
                try store.write(name, text(Int(name.dropLast(4)) ?? 0, round: round))
            }
        }
        for number in 0..<5 { try store.write("\(number).txt", text(number, round: round)) }
        let commands: [[String]] = [["reindex"], ["reindex", "--in-place-bytes", "0"], ["reindex", "--rebuild"]]
        #expect(try store.run(commands[round % 3]).status == 0)
        if round.isMultiple(of: 5) { #expect(try store.run("compact").status == 0) }
        if round.isMultiple(of: 4) { #expect(try store.run("mark", "1.txt", "--tag", "t\(round)").status == 0) }
    }

    /// Asks an index that stays open.
    private static func hold(_ store: ReportStore, _ number: Int, _ tally: Tally) {
        var last = 0
        var request = SearchRequest()
        request.query = ["convoy", "\"lorries passed\"", "region:poltava", "convoy OR lorries"][number % 4]
        request.limit = nil
        do {
            var index = try SearchIndex(path: store.index)
            while !tally.isOver.load(ordering: .relaxed) {
                // Now and then another reader comes in the place of this one.
                if Int.random(in: 0..<50) == 0 { index = try SearchIndex(path: store.index) }
                let answer = try index.search(request)
                let counts = answer.facets.values[.region]?.first?.count
                tally.note(total: answer.total, hits: answer.hits.count, regions: counts, answer.revision, &last)
                usleep(pause)
            }
        } catch {
            tally.fail("held: \(error)")
        }
    }

    /// Starts the program each time.
    private static func start(_ store: ReportStore, _ tally: Tally) {
        struct Answer: Decodable {
            var total: Int
            var hits: [Hit]
            var indexRevision: Int
            struct Hit: Decodable { var id: String }
        }
        var last = 0
        do {
            while !tally.isOver.load(ordering: .relaxed) {
                let outcome = try store.run("search", "convoy", "--format", "json", "--limit", "all")
                guard outcome.status == 0 else {
                    tally.fail("started: \(outcome.status) \(outcome.errors)")
                    continue
                }
                let answer: Answer = try outcome.json()
                tally.note(total: answer.total, hits: answer.hits.count, regions: nil, answer.indexRevision, &last)
                usleep(pause)
            }
        } catch {
            tally.fail("started: \(error)")
        }
    }

    /// What the readers saw.
    private final class Tally: Sendable {
        let isOver = Atomic(false)
        private let state = Mutex(State())

        private struct State {
            var answers = 0
            var revisions: Set<Int> = []
            var errors: [String] = []
        }

        var answers: Int { state.withLock { $0.answers } }
        var errors: [String] { state.withLock { $0.errors } }
        var summary: String {
            state.withLock { "\($0.answers) answers of \($0.revisions.count) states, \($0.errors.count) errors" }
        }

        func fail(_ message: String) { state.withLock { $0.errors.append(message) } }

        func note(total: Int, hits: Int, regions: Int?, _ revision: Int, _ last: inout Int) {
            let allowed = [ManyReadersTests.lasting, ManyReadersTests.lasting + ManyReadersTests.passing]
            if !allowed.contains(total) { fail("\(total) reports, which no state has") }
            if hits != total { fail("\(hits) hits of \(total)") }
            if let regions, regions != total { fail("\(regions) reports in the first region of \(total)") }
            if revision < last { fail("revision \(revision) after \(last)") }
            last = revision
            state.withLock {
                $0.answers += 1
                $0.revisions.insert(revision)
            }
        }
    }
}
