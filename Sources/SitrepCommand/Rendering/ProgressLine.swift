import Sitrep

/// One line on stderr that says how far a run has come; used on a terminal only.
final class ProgressLine: @unchecked Sendable {
    // Called from one thread, the one that runs the indexer.
    private var lastShown = ContinuousClock.now - .seconds(1)

    /// Shows the state of a run, ten times a second at most.
    func show(_ progress: RunProgress) {
        let now = ContinuousClock.now
        guard now - lastShown > .milliseconds(100) else { return }
        lastShown = now
        let text =
            switch progress.phase {
            case .scanning: "looking for changes…"
            case .reading: "reading \(progress.filesDone) of \(progress.files) files, \(progress.reports) reports"
            case .refreshing: "looking again at reports that the vocabulary touches: \(progress.reports)"
            case .writing: "writing the index…"
            }
        Output.status("\r\u{1B}[K\(text)")
    }

    /// Takes the line away.
    static func clear() {
        if Output.errorIsTerminal { Output.status("\r\u{1B}[K") }
    }
}
