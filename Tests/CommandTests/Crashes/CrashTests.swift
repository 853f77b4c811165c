#if os(Linux)
import Foundation
import Testing

@testable import Sitrep

/// Runs that are killed, cut from power and failed by the system, in a short form with every change of the program, and in
/// a long one with `make test-crash`; of the release program, which is the one that people use and a tenth as slow.
@Suite("After a crash the index holds the last complete run", .enabled(if: FaultInjection.isAvailable && isRelease))
struct CrashTests {
    /// How many random kills are asked for in all; `nil` for the short form.
    static let asked = ProcessInfo.processInfo.environment["SITREP_CRASH_COUNT"].flatMap(Int.init)
    /// The same numbers come again with the seed that a run printed; the short form always has the same ones.
    private static let seed =
        ProcessInfo.processInfo.environment["SITREP_CRASH_SEED"].flatMap(UInt64.init)
        ?? (asked == nil ? 2024 : UInt64.random(in: 0..<1 << 32))

    /// How likely it is that what was only promised is there after a power cut.
    private static let lucks: [Double] = [0, 0, 0.3, 0.7, 1]

    /// How often something is done for each scenario.
    private static func count(short: Int, share: Int = 1) -> Int {
        guard let asked else { return short }
        let each = share * CrashScenario.all.count
        return (asked + each - 1) / each
    }

    /// Random numbers of a scenario, the same for a seed whatever else runs.
    private static func random(_ scenario: CrashScenario, _ part: UInt64) -> SeededRandom {
        let place = CrashScenario.all.firstIndex { $0.name == scenario.name } ?? 0
        return SeededRandom(seed: seed &* 1_000_003 &+ UInt64(place) &* 7 &+ part)
    }

    @Test("The library is there and sees what the program does", arguments: [CrashScenario.all[0]])
    func library(scenario: CrashScenario) throws {
        #expect(FileManager.default.fileExists(atPath: FaultInjection.library.path))
        let index = try CrashIndex(scenario)
        var tally = CrashTally()
        // Done over again on the model, the calls give the index that the program saw.
        try index.cut(after: index.calls.count, rule: .ordered, luck: 1, seed: 1, &tally)
        #expect(tally.states == ["as after": 1] && tally.unexplained.isEmpty, "\(tally.unexplained)")
    }

    @Test("Killed, cut off or failed", arguments: CrashScenario.all)
    func faults(scenario: CrashScenario) throws {
        let index = try CrashIndex(scenario)
        var tallies: [String: CrashTally] = [:]
        try kill(index, &tallies["random kills", default: .init()])
        try cut(index, &tallies["power cuts", default: .init()])
        try fail(index, &tallies["failing calls", default: .init()])
        CrashTally.report("\(scenario.name), seed \(Self.seed)", tallies)
        for (kind, tally) in tallies {
            #expect(tally.faults > 0 && tally.states.values.reduce(0, +) > 0, "\(kind)")
            let problems = tally.unexplained.joined(separator: "\n")
            #expect(tally.unexplained.isEmpty, "\(kind), seed \(Self.seed): \(problems)")
            // A single database is never torn; only a first build can be cut off before there is a manifest.
            let mayBeExplained = !scenario.building.isEmpty || scenario.earlier.isEmpty
            #expect(tally.explained.isEmpty || mayBeExplained, "\(kind): \(tally.explained)")
        }
    }

    private func kill(_ index: CrashIndex, _ tally: inout CrashTally) throws {
        var random = Self.random(index.scenario, 1)
        for _ in 0..<Self.count(short: 3) {
            let moment = FaultInjection.Moment.allCases.randomElement(using: &random) ?? .before
            try index.disturb(.kill(moment, Int.random(in: 1...index.changeCount, using: &random)), &tally)
        }
    }

    private func cut(_ index: CrashIndex, _ tally: inout CrashTally) throws {
        var random = Self.random(index.scenario, 2)
        let count = index.calls.count - index.earlierCalls
        for number in 0..<Self.count(short: 3, share: 5) {
            let rule: CutDisk.Rule = number.isMultiple(of: 2) ? .any : .ordered
            let luck = Self.lucks.randomElement(using: &random) ?? 0
            // The end is a place of its own: what has ended lasts.
            let after = number == 0 ? count : Int.random(in: 0...count, using: &random)
            try index.cut(after: after, rule: rule, luck: luck, seed: random.next(), &tally)
        }
    }

    /// In the short form some calls, in the long one each of the first 200 of each kind, for each reason once or from there on.
    private func fail(_ index: CrashIndex, _ tally: inout CrashTally) throws {
        var random = Self.random(index.scenario, 3)
        let kinds = FaultInjection.Kind.allCases.shuffled(using: &random)
        for kind in Self.asked == nil ? kinds.prefix(4) : kinds[...] {
            let one = kind.reasons.randomElement(using: &random) ?? 0
            for reason in Self.asked == nil ? [one] : kind.reasons {
                let numbers = Self.asked == nil ? [Int.random(in: 1...12, using: &random)] : Array(1...200)
                for number in numbers {
                    let goesOn = kind != .short && random.next().isMultiple(of: 2)
                    let fault = FaultInjection.Fault.fail(kind, number, reason: reason, goesOn: goesOn)
                    guard try index.disturb(fault, &tally) else { break }
                }
            }
        }
    }

    @Test("What fails when readers have the new state already takes neither it nor the former one away")
    func lastSyncs() throws {
        for name in ["a first build", "a reindex into a new generation", "a rebuild", "a compaction"] {
            let index = try CrashIndex(try #require(CrashScenario.all.first { $0.name == name }))
            var tally = CrashTally()
            for number in index.syncCount - 3...index.syncCount {
                try index.disturb(.fail(.sync, number, reason: EIO, goesOn: true), &tally)
            }
            #expect(tally.unexplained.isEmpty, "\(name): \(tally.unexplained)")
            // A compaction changes nothing that can be told apart.
            let expected = name == "a compaction" ? "as before" : "as after"
            #expect(tally.states[expected] ?? 0 > 0, "\(name): \(tally.states)")
        }
    }

    @Test("A disk that no longer gives what is on it damages nothing: what undoes a change has nothing to read either")
    func unreadableDisk() throws {
        for name in ["a small reindex in place", "a reindex of two shards in place", "marks"] {
            let index = try CrashIndex(try #require(CrashScenario.all.first { $0.name == name }))
            var tally = CrashTally()
            for number in stride(from: 1, to: 200, by: 7) {
                let fault = FaultInjection.Fault.fail(.read, number, reason: EIO, goesOn: true)
                guard try index.disturb(fault, &tally) else { break }
            }
            #expect(tally.faults > 5 && tally.unexplained.isEmpty, "\(name): \(tally.unexplained)")
        }
    }

    @Test("Where Xapian cannot report a full disk, the program still says what to do")
    func lastWords() throws {
        let scenario = try #require(CrashScenario.all.first { $0.run.command == ["reindex"] })
        let index = try CrashIndex(scenario)
        var statuses: Set<Int32> = []
        // One beyond the last, which changes nothing.
        for number in 1...index.writeCount + 1 {
            let outcome = try index.outcome(of: .fail(.write, number, reason: ENOSPC, goesOn: false))
            statuses.insert(outcome.status)
            if outcome.status != 0 { outcome.expectError(74, "disk") }
        }
        #expect(statuses == [0, 74])
    }
}

#if DEBUG
private let isRelease = false
#else
private let isRelease = true
#endif
#endif
