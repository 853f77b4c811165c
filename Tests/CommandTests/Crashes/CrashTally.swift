#if os(Linux)
import Foundation
import Synchronization

/// What came of faults: in what state they left the index, and what was wrong.
struct CrashTally {
    var faults = 0
    /// Of those, the ones in which the run ended before what was to be disturbed came.
    var undisturbed = 0
    var states: [String: Int] = [:]
    /// What a command said of the index when it could not be used, and that mended it as it said.
    var explained: [String: Int] = [:]
    /// What must not be.
    var unexplained: [String] = []

    static func += (total: inout CrashTally, other: CrashTally) {
        total.faults += other.faults
        total.undisturbed += other.undisturbed
        total.states.merge(other.states, uniquingKeysWith: +)
        total.explained.merge(other.explained, uniquingKeysWith: +)
        total.unexplained += other.unexplained
    }

    /// A line with the numbers.
    var summary: String {
        let states = states.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }.joined(separator: ", ")
        let explained = explained.sorted { $0.key < $1.key }.map { "; \($0.value) × “\($0.key)”" }.joined()
        return "\(faults) faults (\(undisturbed) beyond the run's end): \(states)\(explained); "
            + "\(unexplained.count) unexplained"
    }

    private static let totals = Mutex<[String: CrashTally]>([:])

    /// Adds what a test counted to the numbers of all, by the kind of fault, and prints both.
    static func report(_ name: String, _ tallies: [String: CrashTally]) {
        let lines = totals.withLock { totals in
            for (kind, tally) in tallies { totals[kind, default: CrashTally()] += tally }
            return tallies.sorted { $0.key < $1.key }.map { "crashes: \(name): \($0.key): \($0.value.summary)" }
                + totals.sorted { $0.key < $1.key }.map { "crashes: in all: \($0.key): \($0.value.summary)" }
        }
        print(lines.joined(separator: "\n"))
    }
}
#endif
