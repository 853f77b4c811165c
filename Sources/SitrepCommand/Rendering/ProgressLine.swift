import Sitrep

/// One line on stderr that says how far a run has come; used on a terminal only.
final class ProgressLine: @unchecked Sendable {
    // Called from one thread, the one that runs the indexer.
    private var lastShown: ContinuousClock.Instant?
    private var phase: RunProgress.Phase?
    private var phaseStart: ContinuousClock.Instant?
    private let now: () -> ContinuousClock.Instant
    private let width: () -> Int?
    private let write: (String) -> Void

    /// - Parameters:
    ///   - now: the clock.
    ///   - width: the columns of the terminal now; `nil` where it does not tell.
    ///   - write: what shows the line.
    init(
        now: @escaping () -> ContinuousClock.Instant = { .now },
        width: @escaping () -> Int? = { Style.forErrors.width },
        write: @escaping (String) -> Void = Output.status
    ) {
        self.now = now
        self.width = width
        self.write = write
    }

    /// Shows the state of a run, ten times a second at most; a new phase at once.
    func show(_ progress: RunProgress) {
        let moment = now()
        if phase != progress.phase {
            phase = progress.phase
            phaseStart = moment
        } else if let lastShown, moment - lastShown < .milliseconds(100) {
            return
        }
        lastShown = moment
        let time = moment - (phaseStart ?? moment)
        let seconds = Double(time.components.seconds) + Double(time.components.attoseconds) / 1e18
        write("\r\u{1B}[K" + ProgressText(width: width()).line(progress, seconds: seconds))
    }

    /// Takes the line away.
    static func clear() {
        if Output.errorIsTerminal { Output.status("\r\u{1B}[K") }
    }
}
