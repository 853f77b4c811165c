internal import Xapian

extension IndexRun {
    /// Reads the files of a run and brings what they give into the index.
    func read(
        _ jobs: [ChangeScan.Job],
        into reports: inout ReportWriter,
        limits: ReadingLimits,
        vocabulary: Vocabulary,
        present: Generation?,
        saving: Saving?
    ) throws {
        guard !jobs.isEmpty else { return }
        let reading = FileReading(
            reader: ReportReader(limits: limits, today: Timestamp.localToday()),
            vocabulary: vocabulary,
            repeated: reports.edges.repeated,
            present: present
        )
        var meter = ReadingMeter(jobs)
        var saving = saving
        try reading.run(jobs) { events in
            try reports.take(events, job: jobs[events.job])
            meter.note(events)
            if let due = saving, due.checkpoints.areDue(written: reports.written.count, meter.progress),
                reports.canBeSaved
            {
                options.progress?(meter.progress(in: .writing))
                try save(due, &reports)
                let held = try reports.writer.database.documentCount
                saving?.checkpoints.note(written: reports.written.count, held: held, meter.progress)
                meter.noteSaved()
            }
            options.progress?(meter.progress)
        }
        options.progress?(meter.progress(in: .writing))
    }
}
