/// Counts how far a run has come with reading its files.
struct ReadingMeter {
    private let sizes: [Int]
    private var state: RunProgress
    /// Bytes of the files that are done.
    private var bytesOfDone = 0
    /// Bytes of text that came of the present file.
    private var bytesOfPresent = 0

    init(_ jobs: [ChangeScan.Job]) {
        sizes = jobs.map(\.file.status.size)
        state = RunProgress(phase: .reading, files: jobs.count, bytes: sizes.reduce(0, +))
    }

    /// Notes what a part of a file gave; the files come in their order.
    mutating func note(_ events: FileEvents) {
        state.reports += events.outcomes.count
        state.filesDone = events.job + (events.end == nil ? 0 : 1)
        for outcome in events.outcomes {
            switch outcome {
            case .report(let report): bytesOfPresent += report.article.text.utf8.count
            case .known(let record):
                bytesOfPresent += record.bytes
                state.known += 1
            case .failure: break
            }
        }
        if events.end != nil {
            bytesOfDone += sizes[events.job]
            bytesOfPresent = 0
        }
        // A packed file gives more text than it is long.
        let present = state.filesDone < sizes.count ? min(bytesOfPresent, sizes[state.filesDone]) : 0
        state.bytesDone = bytesOfDone + present
    }

    /// Notes that what was read so far was saved.
    mutating func noteSaved() { state.saved = state.reports }

    /// How far it is.
    var progress: RunProgress { state }

    /// The same, at something else.
    func progress(in phase: RunProgress.Phase) -> RunProgress {
        var state = state
        state.phase = phase
        return state
    }
}
