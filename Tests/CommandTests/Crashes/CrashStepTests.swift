#if os(Linux) && DEBUG
import Testing

@testable import Sitrep

/// Runs that are ended at a named step of the program, which are those of a debug build.
@Suite("After an end at any named step the index holds the last complete run", .enabled(if: FaultInjection.isAvailable))
struct CrashStepTests {
    /// In the short form each step in the first run that comes to it, in the long one in all of them.
    @Test("Stopped at every named step")
    func steps() throws {
        var left = Set(CrashPoint.allCases.map(\.rawValue))
        var tally = CrashTally()
        for scenario in CrashScenario.all {
            let index = try CrashIndex(scenario)
            let steps = CrashTests.asked == nil ? index.steps.intersection(left) : index.steps
            for step in steps.sorted() { try index.disturb(.stop(step), &tally) }
            left.subtract(index.steps)
        }
        CrashTally.report("every named step", ["named steps": tally])
        #expect(left.isEmpty && tally.undisturbed == 0)
        #expect(tally.unexplained.isEmpty, "\(tally.unexplained.joined(separator: "\n"))")
    }
}
#endif
