import Testing

@testable import Sitrep

@Suite("Changes are taken in when it is quiet, and not put off for ever")
struct SettlingTests {
    private let start = ContinuousClock.now

    private func after(_ milliseconds: Int) -> ContinuousClock.Instant { start + .milliseconds(milliseconds) }

    @Test func aQuietMoment() {
        var settling = Settling()
        #expect(settling.due == nil)
        settling.note(at: after(0))
        #expect(settling.due == after(300))
        settling.note(at: after(200))
        #expect(settling.due == after(500))
        settling.begin()
        #expect(settling.due == nil)
    }

    @Test func aStreamOfChanges() {
        var settling = Settling()
        for moment in stride(from: 0, through: 4_000, by: 100) { settling.note(at: after(moment)) }
        #expect(settling.due == after(1_500))
    }

    @Test func aRestAfterARun() {
        var settling = Settling()
        settling.rest(until: after(900))
        #expect(settling.due == nil)
        settling.note(at: after(100))
        #expect(settling.due == after(900))
        settling.begin()
        settling.note(at: after(1_000))
        #expect(settling.due == after(1_300))
    }

    @Test("Milliseconds are rounded up, and never negative")
    func milliseconds() {
        #expect(Duration.milliseconds(300).milliseconds == 300 && Duration.microseconds(1).milliseconds == 1)
        #expect(Duration.zero.milliseconds == 0 && (Duration.zero - .seconds(3)).milliseconds == 0)
    }
}
