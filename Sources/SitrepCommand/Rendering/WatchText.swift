import Sitrep

/// What happens while an index is watched: a line for each batch on stdout, the rest on stderr.
struct WatchText {
    let format: BatchFormat
    let isQuiet: Bool
    /// The failures of the last run, each of which is told once.
    private var told: Set<String> = []

    init(format: BatchFormat, isQuiet: Bool) {
        self.format = format
        self.isQuiet = isQuiet
    }

    mutating func write(_ event: IndexWatch.Event) throws {
        switch event {
        case .run(let summary): try write(summary)
        case .watching(let folders, let polled, let reason): note(folders, polled, reason)
        case .delayed(let error):
            Output.note("sitrep: " + Printable.line("\(error.message); trying again"))
        }
    }

    private mutating func write(_ summary: RunSummary) throws {
        switch format {
        case .ndjson: try JSONOutput.writeLine(BatchObject(summary))
        case .text:
            let notes = summary.failures.map(\.note)
            for note in notes where !told.contains(note) { Output.note(note) }
            told = Set(notes)
            var line = "\(summary.time)  \(summary.added) added, \(summary.changed) changed, \(summary.removed) removed"
            if summary.moved > 0 { line += ", \(summary.moved) moved" }
            if summary.stored > 0 { line += ", \(summary.stored) from what the index held" }
            if summary.failed > 0 { line += ", \(summary.failed) failed" }
            if !isQuiet { Output.write(line + "\n") }
        }
    }

    private func note(_ folders: Int, _ polled: Int, _ reason: PollingReason?) {
        guard !isQuiet else { return }
        Output.note("sitrep: watching \(Printable.count(folders, "folder")); stop with Ctrl-C")
        guard polled > 0, let reason else { return }
        Output.note(
            "sitrep: \(Printable.count(polled, "folder")) of these cannot be watched (\(reason)) and will be looked at "
                + "every few seconds" + (reason.hint.map { "; " + $0 } ?? "")
        )
    }
}

/// A batch of changes that an index took in, as JSON.
struct BatchObject: Encodable {
    let time: String
    let added: Int
    let changed: Int
    let removed: Int
    let moved: Int
    let unchanged: Int
    let stored: Int
    let failed: Int
    let failures: [SummaryObject.Failure]
    let seconds: Double
    let indexRevision: Int

    init(_ summary: RunSummary) {
        let run = SummaryObject(summary)
        time = summary.time
        added = run.added
        changed = run.changed
        removed = run.removed
        moved = run.moved
        unchanged = run.unchanged
        stored = run.stored
        failed = run.failed
        failures = run.failures
        seconds = run.seconds
        indexRevision = run.indexRevision
    }
}
