internal import Xapian

extension ReportWriter {
    /// Whether the state may be saved now: not within a file that was moved, whose reports are known by that.
    var canBeSaved: Bool { current?.job.movedFrom == nil }

    /// Remembers the file that is being read as one that the next run reads again.
    mutating func noteUnfinished() throws {
        guard let file = current else { return }
        try remember(
            .unfinished(file.job, reports: file.reports + file.known.left, failures: file.failures),
            instead: nil
        )
        current?.isUnfinishedNoted = true
    }

    /// Notes that the state was saved, and that the index has stories from then on.
    mutating func goOn() {
        hasLabels = true
        // Of those that had other marks the summary knows.
        marksBefore = [:]
    }
}

extension FileRecord {
    /// A file of which not all was taken in: with no status of its own, so that it is new to the next run.
    static func unfinished(_ job: ChangeScan.Job, reports: Int, failures: Int) -> FileRecord {
        FileRecord(
            source: job.source,
            relativePath: job.file.relativePath,
            status: FileStatus(size: 0, modified: 0, inode: 0),
            digest: "",
            reports: reports,
            failures: failures
        )
    }
}
