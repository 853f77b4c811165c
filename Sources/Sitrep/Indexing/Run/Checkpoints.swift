/// When a large run saves what it has so far, as a complete state of the index.
///
/// First after so many new reports, then when as many came since as the index held. So the sizes of the saved states
/// double at least, and all of them together take no more writing than the index at the end and as much again.
struct Checkpoints {
    /// How many new reports are worth saving.
    private let first: Int
    /// How many reports the index held when it was saved last, or when the run began.
    private var held: Int
    /// What had been read then, in reports that were written and in bytes.
    private var written = 0
    private var bytes = 0

    init(first: Int, held: Int) {
        self.first = max(1, first)
        self.held = held
    }

    /// Whether it is time: not where the run is soon at its end, which saves everything.
    func areDue(written: Int, _ progress: RunProgress) -> Bool {
        guard written - self.written >= max(first, held) else { return false }
        return (progress.bytes - progress.bytesDone) * 4 >= progress.bytesDone - bytes
    }

    /// Notes that the state was saved.
    mutating func note(written: Int, held: Int, _ progress: RunProgress) {
        self.written = written
        self.held = held
        bytes = progress.bytesDone
    }
}
