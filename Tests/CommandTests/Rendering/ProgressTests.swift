import Sitrep
import Testing

@testable import SitrepCommand

@Suite("The line of progress")
struct ProgressTests {
    private func reading(_ done: Int, of bytes: Int = 10_000_000) -> RunProgress {
        RunProgress(phase: .reading, filesDone: 40, files: 100, reports: 4_000, bytesDone: done, bytes: bytes)
    }

    @Test("Files, time left, reports, rate and bytes; the less important go first where there is no room")
    func parts() {
        let progress = reading(2_500_000)
        let whole = "reading 40 of 100 files, 15 s left, 4000 reports, 800/s, 0.5 MB/s"
        #expect(ProgressText(width: 80).line(progress, seconds: 5) == whole)
        #expect(ProgressText(width: nil).line(progress, seconds: 5) == whole)
        for width in 1...80 {
            let line = ProgressText(width: width).line(progress, seconds: 5)
            #expect(line.count <= max(1, width - 1))
            #expect(line.hasPrefix(String("reading 40 of 100 files".prefix(max(1, width - 1)))))
        }
        #expect(ProgressText(width: 40).line(progress, seconds: 5) == "reading 40 of 100 files, 15 s left")
    }

    @Test("What was saved on the way is told")
    func saved() {
        var progress = reading(2_500_000)
        progress.saved = 3_000
        let line = ProgressText(width: 80).line(progress, seconds: 5)
        #expect(line == "reading 40 of 100 files, 15 s left, 4000 reports (3000 saved), 800/s, 0.5 MB/s")
    }

    @Test("No rate and no time before there is anything to tell them from")
    func early() {
        let text = ProgressText(width: 80)
        #expect(text.line(reading(2_500_000), seconds: 0.2) == "reading 40 of 100 files, 4000 reports")
        #expect(text.line(reading(0), seconds: 9) == "reading 40 of 100 files, 4000 reports")
        let one = RunProgress(phase: .reading, filesDone: 0, files: 1, reports: 1)
        #expect(text.line(one, seconds: 9) == "reading 0 of 1 file, 1 report")
        #expect(text.line(reading(10, of: 10), seconds: 2).contains(", 0 s left"))
    }

    @Test("Times in units that people read")
    func times() {
        let times = [0: "0 s", 0.2: "1 s", 59: "59 s", 60: "1 min", 61: "1 min 1 s", 3_600: "1 h", 7_500: "2 h 5 min"]
        for (seconds, text) in times { #expect(ProgressText.time(seconds) == text) }
        #expect(ProgressText.time(.infinity) == "days")
    }

    @Test("Ten times a second at most, and each phase at once")
    func throttle() {
        let start = ContinuousClock.now
        nonisolated(unsafe) var moment = start
        nonisolated(unsafe) var shown: [String] = []
        let line = ProgressLine(now: { moment }, width: { 60 }, write: { shown.append($0) })
        line.show(RunProgress(phase: .scanning))
        for step in 0..<1_000 {
            moment = start + .milliseconds(step)
            line.show(reading(step * 1_000 + 1))
        }
        #expect(shown.count == 11)
        line.show(RunProgress(phase: .writing, reports: 3))
        #expect(shown.count == 12)
        #expect(shown.allSatisfy { $0.hasPrefix("\r\u{1B}[K") && !$0.contains("\n") && $0.count < 60 + 4 })
        #expect(shown.last?.hasSuffix("writing the index, 3 reports") == true)
    }
}
