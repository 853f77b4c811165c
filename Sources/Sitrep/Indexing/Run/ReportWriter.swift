internal import Xapian

/// Brings what was read into the index: decides for each report whether it is new, changed, moved or as it was.
///
/// What a file no longer holds is taken out at the end of the run only, so that a report that turns up in another file
/// of the run is the same report, with the time when it first came in.
struct ReportWriter {
    let writer: IndexWriter
    var directory: ConceptDirectory
    var summary: RunSummary
    /// What new reports carry: the moment, and the number of the run.
    let added: String
    let run: Int
    /// When the reports of an index that is built again first came in, by key.
    private let heritage: Heritage
    /// The reports seen in this run: their keys as numbers.
    var seen: Set<UInt64> = []
    /// The reports written in this run.
    var written: Set<UInt64> = []
    /// The file that is being taken in.
    var current: CurrentFile?
    /// Files of this run that are still to come and had reports before.
    private var pending: Set<FileKey>
    /// Reports whose file is gone or holds them no longer, by key; at the end they leave the index.
    private var leaving: [String: Known] = [:]
    /// Files that are gone, forgotten at the end together with their reports.
    var vanished: [FileRecord] = []
    /// Files that are still to be read and that other files took reports of.
    var takenFrom: Set<FileKey> = []
    /// Files that could not be read, or not to their end.
    private(set) var abandoned: [FileRecord] = []
    /// What is to be known at the end of files of which reports are leaving.
    private var settled: [FileRecord] = []
    /// Whether any document may be of a story already.
    var hasLabels: Bool
    /// Whether a report can be in the index already at all, but for those of this run.
    let startsEmpty: Bool
    /// Whether all lines at edges are decided at the end: where all reports come in this run, and where reports are added
    /// in bulk, so that the run cannot count lines in the index.
    let decidesAllLines: Bool
    /// The lines at the edges of the reports that come and go.
    var edges: EdgeLedger
    /// The digests of the marks that reports had which this run wrote without, by key as a number.
    var marksBefore: [UInt64: String]
    /// The reports whose stories may have changed.
    var stories = StoryLedger()
    /// What the run learned of files.
    var files = FileTableChanges()
    /// What the paths that records gave name: values that the index has.
    var placedPaths = PlacedPaths()
    /// Whether anything was written.
    var hasChanges = false

    /// A report as the index knows it.
    struct Known {
        var document: DocumentID
        var record: StoredRecord
    }

    struct CurrentFile {
        var job: ChangeScan.Job
        /// The file's reports before this run.
        var known: MetReports
        /// What a moved file's reports were before, by the digest of their content.
        var moved: [String: Known] = [:]
        var reports = 0
        var failures = 0
        /// What of these is told of.
        var refused = RecordFailures()
        /// Whether a state was saved in which the file is unfinished.
        var isUnfinishedNoted = false

        /// What the index knows of the file now, where that may be what it is to know.
        var noted: FileRecord? { isUnfinishedNoted ? nil : job.previous }
    }

    init(
        writer: IndexWriter,
        directory: ConceptDirectory,
        summary: RunSummary,
        jobs: [ChangeScan.Job],
        heritage: Heritage,
        added: String,
        run: Int
    ) throws(XapianError) {
        self.writer = writer
        self.directory = directory
        self.summary = summary
        self.heritage = heritage
        marksBefore = heritage.marks
        self.added = added
        self.run = run
        pending = Set(jobs.lazy.filter { $0.previous != nil }.map(\.fileKey))
        startsEmpty = try writer.database.documentCount == 0
        hasLabels = !startsEmpty
        decidesAllLines = startsEmpty || writer.addsInBulk
        edges = EdgeLedger(
            repeated: RepeatedLines(try RepeatedLine.all(in: writer.database)),
            decidesAll: decidesAllLines
        )
    }

    /// Notes that a file is gone.
    mutating func remove(_ file: FileRecord) throws {
        for report in try known(of: file.fileKey).values { leaving[report.record.key] = report }
        vanished.append(file)
    }

    /// Remembers a file whose status alone changed.
    mutating func touch(_ file: FileRecord) throws {
        try remember(file, instead: nil)
        summary.unchanged += file.reports
    }

    /// Takes in what a part of a file gave.
    mutating func take(_ events: FileEvents, job: ChangeScan.Job) throws {
        if current == nil { current = try begin(job, known: events.known ?? .none) }
        for outcome in events.outcomes {
            switch outcome {
            case .report(let report): try take(report)
            case .known(let record): try take(record)
            case .failure(let failure): fail(failure)
            }
        }
        guard let end = events.end, let file = current else { return }
        current = nil
        switch end {
        case .complete(let content): try finish(file, content: content)
        case .failed(let failure): try abandon(file, failure: failure)
        }
    }

    /// Takes out what no file of the run held any more; from then on the database can be read.
    mutating func end() throws {
        try writer.endAdditions()
        summary.removed += leaving.count
        for report in leaving.values { try delete(report) }
        leaving = [:]
        for file in vanished { try forget(file) }
        for file in settled { try remember(file, instead: nil) }
    }

    private mutating func begin(_ job: ChangeScan.Job, known reports: KnownReports) throws -> CurrentFile {
        pending.remove(job.fileKey)
        var file = CurrentFile(job: job, known: MetReports(reports))
        // What is known of it may be what a saved state said.
        file.isUnfinishedNoted = takenFrom.remove(job.fileKey) != nil
        if let old = job.movedFrom {
            for report in try known(of: old.fileKey).values { file.moved[report.record.digest] = report }
        }
        return file
    }

    private mutating func fail(_ failure: ReadFailure) {
        current?.failures += failure.count
        if current?.refused.isListed(failure) ?? true { summary.failures.append(failure) }
    }

    private mutating func take(_ report: PreparedReport) throws {
        guard let file = current else { return }
        let path = file.job.file.path
        guard seen.insert(report.number).inserted else {
            return fail(
                ReadFailure(path: path, line: report.line, reason: "another report has the same id: \(report.id)")
            )
        }
        let present = try startsEmpty ? nil : known(id: report.id)
        if let present, present.file == file.job.fileKey {
            let before = present.report
            if let place = file.known.known.place(digest: before.record.digest, key: report.number) {
                current?.known.meet(place)
            }
            current?.reports += 1
            let isSame = before.record.digest == report.digest && before.record.path == path
            if isSame { summary.unchanged += 1 } else { summary.changed += 1 }
            // What was kept from an earlier index may be otherwise than what the file gives.
            guard !isSame || file.job.isKept else { return }
            try releaseEdges(of: before.document)
            try write(report, path: path, file: file.job.fileKey, replacing: before)
            return
        }
        let before = sameReportElsewhere(report, file, present)
        if case .taken = before {
            return fail(
                ReadFailure(
                    path: path,
                    line: report.line,
                    reason: "another file's report has the same id: \(report.id)"
                )
            )
        }
        current?.reports += 1
        if case .moved(let before) = before {
            try releaseEdges(of: before.document)
            try write(report, path: path, file: file.job.fileKey, replacing: before)
            if before.record.digest == report.digest {
                summary.moved += 1
                summary.unchanged += 1
            } else {
                summary.changed += 1
            }
        } else {
            try write(report, path: path, file: file.job.fileKey, replacing: nil)
            summary.added += 1
        }
    }

    /// Takes in a report that is as it was.
    private mutating func take(_ record: KnownRecord) throws {
        guard let file = current else { return }
        let key = file.known.known.key(at: record.place)
        guard seen.insert(key).inserted else {
            let id = try known(key: key)?.record.id ?? ""
            let reason = "another report has the same id: \(id)"
            return fail(ReadFailure(path: file.job.file.path, line: record.line, reason: reason))
        }
        current?.known.meet(record.place)
        current?.reports += 1
        summary.unchanged += 1
    }

    /// Where a report that its file did not hold before stood.
    private enum Elsewhere {
        case nowhere
        /// In a file that is gone, that no longer holds it, or that this run reads later.
        case moved(Known)
        /// In a file that stays as it is.
        case taken
    }

    /// - Parameter present: the report with this id in the index.
    private mutating func sameReportElsewhere(
        _ report: PreparedReport,
        _ file: CurrentFile,
        _ present: (report: Known, file: FileKey)?
    ) -> Elsewhere {
        if let before = leaving.removeValue(forKey: report.key) { return .moved(before) }
        if let before = file.moved[report.digest] {
            current?.moved[report.digest] = nil
            return .moved(before)
        }
        guard let present else { return .nowhere }
        guard pending.contains(present.file) else { return .taken }
        takenFrom.insert(present.file)
        return .moved(present.report)
    }

    /// The reports that a file held before, or the one that it was before it moved, and holds no more.
    private func left(of file: CurrentFile) throws -> [Known] {
        // What another file of the run had is met as well.
        try file.known.unmetKeys.filter { !seen.contains($0) }.compactMap { try known(key: $0) } + file.moved.values
    }

    private mutating func finish(_ file: CurrentFile, content: FileContent) throws {
        if let rest = file.refused.rest(of: file.job.file.path) { summary.failures.append(rest) }
        let left = try left(of: file)
        for report in left { leaving[report.record.key] = report }
        if let old = file.job.movedFrom { vanished.append(old) }
        let record = FileRecord(
            source: file.job.source,
            relativePath: file.job.file.relativePath,
            status: content.status,
            digest: content.digest,
            reports: file.reports,
            failures: file.failures
        )
        guard !left.isEmpty else { return try remember(record, instead: file.noted) }
        // A state that is saved before the end has them still, and the next run must find them.
        try remember(.unfinished(file.job, reports: file.reports + left.count, failures: file.failures), instead: nil)
        settled.append(record)
    }

    /// A file that could not be read, or not to its end: what is known of it stays, and the next run tries again.
    private mutating func abandon(_ file: CurrentFile, failure: ReadFailure) throws {
        if let rest = file.refused.rest(of: file.job.file.path) { summary.failures.append(rest) }
        summary.failures.append(failure)
        let unmet = file.known.unmetKeys.filter { !seen.contains($0) }
        summary.unchanged += unmet.count + file.moved.count
        seen.formUnion(unmet)
        for key in file.moved.values.map(\.record.key) { seen.insert(PreparedReport.number(ofKey: key)) }
        let record = FileRecord(
            source: file.job.source,
            relativePath: file.job.file.relativePath,
            status: file.job.file.status,
            digest: file.job.previous?.unreadDigest ?? "",
            reports: file.reports + unmet.count,
            failures: file.failures + 1
        )
        abandoned.append(record)
        // Remembered also where it gave nothing, so that the index can say how much of a source failed.
        try remember(record, instead: file.noted)
    }

    /// When a report first came in, and with which run.
    func arrival(of report: PreparedReport, before: Known?) -> (added: String, run: Int) {
        if let before { return (before.record.added, before.record.run) }
        return heritage.arrivals[report.key] ?? (added, run)
    }
}
