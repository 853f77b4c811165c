import Xapian

/// Brings what was read into the index: decides for each report whether it is new, changed or as it was.
struct ReportWriter {
    let writer: IndexWriter
    private(set) var directory: ConceptDirectory
    private(set) var summary: RunSummary
    /// When the run began, and its number: what new reports carry.
    private let added: String
    private let run: Int
    /// The reports seen in this run: the first 64 bits of their keys.
    private var seen: Set<UInt64> = []
    /// The file that is being taken in.
    private var current: CurrentFile?
    /// Whether a report can be in the index already at all.
    private let startsEmpty: Bool
    /// Whether anything was written, statuses of files apart.
    private(set) var hasChanges = false

    /// A report as the index knows it.
    struct Known {
        var document: DocumentID
        var record: StoredRecord
    }

    private struct CurrentFile {
        var job: ChangeScan.Job
        /// The file's reports before this run, by key.
        var known: [String: Known]
        /// What a moved file's reports were before, by the digest of their content.
        var moved: [String: Known]
        var reports = 0
        var failures = 0
    }

    init(
        writer: IndexWriter,
        directory: ConceptDirectory,
        summary: RunSummary,
        added: String,
        run: Int
    ) throws(XapianError) {
        self.writer = writer
        self.directory = directory
        self.summary = summary
        self.added = added
        self.run = run
        startsEmpty = try writer.database.documentCount == 0
    }

    /// Takes out the reports of a file that is gone.
    mutating func remove(_ file: FileRecord) throws {
        summary.removed += try delete(known(of: file.fileKey).values)
        try writer.database.setMetadata([], for: file.fileKey.metadataKey)
        hasChanges = true
    }

    /// Remembers a file whose status alone changed.
    mutating func touch(_ file: FileRecord) throws {
        try writer.database.setMetadata(file.encoded(), for: file.fileKey.metadataKey)
        summary.unchanged += file.reports
        hasChanges = true
    }

    /// Takes in what a part of a file gave.
    mutating func take(_ events: FileEvents, job: ChangeScan.Job, source: SourceRecord) throws {
        if current == nil { current = try begin(job) }
        for outcome in events.outcomes {
            switch outcome {
            case .report(let report): try take(report, source: source)
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

    private mutating func begin(_ job: ChangeScan.Job) throws -> CurrentFile {
        var file = CurrentFile(job: job, known: [:], moved: [:])
        if job.previous != nil { file.known = try known(of: job.fileKey) }
        if let old = job.movedFrom {
            let before = try known(of: old.fileKey)
            for report in before.values { file.moved[report.record.digest] = report }
            // The old documents give way to those under the new name.
            _ = try delete(before.values)
            try writer.database.setMetadata([], for: old.fileKey.metadataKey)
            hasChanges = true
        }
        return file
    }

    private mutating func fail(_ failure: ReadFailure) {
        current?.failures += 1
        summary.failures.append(failure)
    }

    private mutating func take(_ report: PreparedReport, source: SourceRecord) throws {
        guard let file = current else { return }
        let path = file.job.file.path
        guard seen.insert(UInt64(report.key, radix: 16) ?? 0).inserted else {
            return fail(
                ReadFailure(
                    path: path,
                    line: report.line,
                    reason: "another report has the same id: \(report.id)"
                )
            )
        }
        if let before = file.known[report.key] {
            current?.known[report.key] = nil
            current?.reports += 1
            if before.record.digest == report.digest && before.record.path == path {
                summary.unchanged += 1
            } else {
                try write(report, path: path, file: file.job.fileKey, origin: before, replacing: before.document)
                summary.changed += 1
            }
            return
        }
        if !startsEmpty, try exists(report) {
            return fail(
                ReadFailure(
                    path: path,
                    line: report.line,
                    reason: "another file's report has the same id: \(report.id)"
                )
            )
        }
        current?.reports += 1
        let before = file.moved[report.digest]
        try write(report, path: path, file: file.job.fileKey, origin: before, replacing: nil)
        if before == nil {
            summary.added += 1
        } else {
            summary.moved += 1
            summary.unchanged += 1
        }
    }

    private func exists(_ report: PreparedReport) throws(XapianError) -> Bool {
        try !writer.database.documentIDs(containing: Schema.id.term(report.id)).isEmpty
    }

    private mutating func finish(_ file: CurrentFile, content: FileContent) throws {
        // What the file no longer holds leaves the index.
        let gone = try delete(file.known.values)
        summary.removed += gone
        let record = FileRecord(
            source: file.job.source,
            relativePath: file.job.file.relativePath,
            status: content.status,
            digest: content.digest,
            reports: file.reports,
            failures: file.failures
        )
        if record != file.job.previous {
            try writer.database.setMetadata(record.encoded(), for: record.fileKey.metadataKey)
            hasChanges = true
        }
    }

    /// A file that could not be read, or not to its end: what is known of it stays, and the next run tries again.
    private mutating func abandon(_ file: CurrentFile, failure: ReadFailure) throws {
        summary.failures.append(failure)
        summary.unchanged += file.known.count
        for report in file.known.values { seen.insert(UInt64(report.record.key, radix: 16) ?? 0) }
        let record = FileRecord(
            source: file.job.source,
            relativePath: file.job.file.relativePath,
            status: file.job.file.status,
            digest: "",
            reports: file.reports + file.known.count,
            failures: file.failures + 1
        )
        if record != file.job.previous, record.reports > 0 {
            try writer.database.setMetadata(record.encoded(), for: record.fileKey.metadataKey)
            hasChanges = true
        }
    }
}

extension ReportWriter {
    /// The reports of a file as the index knows them, by key.
    private func known(of file: FileKey) throws -> [String: Known] {
        var result: [String: Known] = [:]
        for document in try writer.database.documentIDs(containing: file.term) {
            let record = try StoredRecord(decoding: try writer.database.documentData(document))
            result[record.key] = Known(document: document, record: record)
        }
        return result
    }

    private mutating func delete(_ reports: some Collection<Known>) throws -> Int {
        for report in reports {
            try writer.database.delete(report.document)
            try writer.database.setMetadata([], for: StoredText.metadataKey(reportKey: report.record.key))
            hasChanges = true
        }
        return reports.count
    }

    /// Writes a report's document and text.
    ///
    /// - Parameters:
    ///   - origin: the report as it was, whose time of arrival stays.
    ///   - replacing: the document that gives way.
    mutating func write(
        _ report: PreparedReport,
        path: String,
        file: FileKey,
        origin: Known?,
        replacing old: DocumentID?
    ) throws {
        let concepts = try place(report)
        let record = StoredRecord(
            id: report.id,
            key: report.key,
            article: report.article,
            path: path,
            digest: report.digest,
            added: origin?.record.added ?? added,
            run: origin?.record.run ?? run,
            mentioned: concepts.mentioned,
            removedBytes: report.removedBytes
        )
        let document = try ReportDocument.make(report, record: record, concepts: concepts.all, file: file)
        if let old {
            try writer.database.replace(old, with: document)
        } else {
            _ = try writer.database.add(document)
        }
        let text = StoredText(text: report.article.text, mentions: report.mentions, given: report.article.given)
        try writer.database.setMetadata(
            text.encoded(),
            for: StoredText.metadataKey(reportKey: report.key)
        )
        hasChanges = true
        try writer.documentWritten()
    }

    /// The concepts of a report: those it mentions or gives, and all of them with their parents.
    private mutating func place(
        _ report: PreparedReport
    ) throws -> (mentioned: [FacetKind: [ConceptID]], all: [FacetKind: [ConceptID]]) {
        var mentioned: [FacetKind: [ConceptID]] = [:]
        for mention in report.mentions { mentioned[mention.facet, default: []].append(mention.concept) }
        for facet in FacetKind.allCases {
            for path in report.article.given[facet] ?? [] {
                guard let (id, new) = directory.place(path, in: facet) else { continue }
                for concept in new {
                    let (key, value) = ConceptDirectory.entry(of: concept)
                    try writer.database.setMetadata(value, for: key)
                }
                directory.add(new)
                if mentioned[facet]?.contains(id) != true { mentioned[facet, default: []].append(id) }
            }
        }
        var all: [FacetKind: [ConceptID]] = [:]
        for (facet, ids) in mentioned {
            all[facet] = Set(ids.flatMap { directory.lineage(of: $0, in: facet) }).sorted()
        }
        return (mentioned, all)
    }
}
