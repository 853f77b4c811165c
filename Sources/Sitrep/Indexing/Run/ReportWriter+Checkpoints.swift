internal import Xapian

extension ReportWriter {
    /// Whether the state may be saved now: not within a file that was moved, whose reports are known by that.
    var canBeSaved: Bool { current?.job.movedFrom == nil }

    /// Remembers the file that is being read as one that the next run reads again; and those that are gone, or gave reports
    /// to others, as they may come back as they were before that run.
    mutating func noteUnfinished() throws {
        for file in vanished { try remember(.unfinished(file), instead: nil) }
        for file in takenFrom.sorted(by: { $0.rawValue < $1.rawValue }) {
            let bytes = try writer.database.metadata(file.metadataKey)
            guard !bytes.isEmpty else { continue }
            try remember(.unfinished(try FileRecord(decoding: bytes)), instead: nil)
        }
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
    /// A known file that the next run is to read again where it is there.
    static func unfinished(_ file: FileRecord) -> FileRecord {
        var file = file
        file.status = FileStatus(size: 0, modified: 0, inode: 0)
        file.digest = file.unreadDigest
        return file
    }

    /// A file of which not all was taken in: with no status of its own, so that it is new to the next run.
    static func unfinished(_ job: ChangeScan.Job, reports: Int, failures: Int) -> FileRecord {
        FileRecord(
            source: job.source,
            relativePath: job.file.relativePath,
            status: FileStatus(size: 0, modified: 0, inode: 0),
            digest: job.previous?.unreadDigest ?? "",
            reports: reports,
            failures: failures
        )
    }
}
