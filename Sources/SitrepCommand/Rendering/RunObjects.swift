import Sitrep

/// What a run did, as JSON.
struct SummaryObject: Encodable {
    let added: Int
    let changed: Int
    let removed: Int
    let unchanged: Int
    let moved: Int
    let stored: Int
    let marked: Int
    let failed: Int
    let skipped: [String: Int]
    let seconds: Double
    let failures: [Failure]
    let remarks: [String]
    let vocabulary: Refresh?
    let indexRevision: Int

    struct Refresh: Encodable {
        let spellings: Int
        let concepts: Int
        let whole: Bool
        let reports: Int
        let total: Int
    }

    struct Failure: Encodable {
        let path: String
        let line: Int?
        let reason: String
    }

    init(_ summary: RunSummary) {
        added = summary.added
        changed = summary.changed
        removed = summary.removed
        unchanged = summary.unchanged
        moved = summary.moved
        stored = summary.stored
        marked = summary.marked
        failed = summary.failed
        skipped = summary.skipped
        seconds = (summary.seconds * 1000).rounded() / 1000
        failures = summary.failures.map { Failure(path: $0.path, line: $0.line, reason: $0.reason) }
        remarks = summary.remarks
        vocabulary = summary.vocabulary.map {
            Refresh(
                spellings: $0.spellings,
                concepts: $0.concepts,
                whole: $0.isWhole,
                reports: $0.reports,
                total: $0.total
            )
        }
        indexRevision = summary.revision
    }
}

/// What an index holds, as JSON.
struct StatusObject: Encodable {
    let path: String
    let reports: Int
    let undated: Int
    let indexRevision: Int
    let updated: String
    let bytes: Int
    let indexSchema: Int
    let unfinished: Bool
    let limits: Limits
    let vocabulary: VocabularyState
    let sources: [Source]

    struct VocabularyState: Encodable {
        let digest: String
        let current: Bool
        let folder: OrNull<String>
    }

    struct Limits: Encodable {
        let fileBytes: Int
        let reportBytes: Int
    }

    struct Source: Encodable {
        let path: String
        let excluded: [String]
        let files: Int
        let reports: Int
        let failures: Int
        let reachable: Bool
    }

    init(_ status: IndexStatus) {
        path = status.path
        reports = status.reports
        undated = status.undated
        indexRevision = status.revision
        updated = status.updated
        bytes = status.size
        indexSchema = status.schema
        unfinished = status.isUnfinished
        limits = Limits(fileBytes: status.limits.maximumFileBytes, reportBytes: status.limits.maximumReportBytes)
        vocabulary = VocabularyState(
            digest: status.vocabularyDigest,
            current: status.vocabularyIsCurrent,
            folder: OrNull(status.vocabularyFolder)
        )
        sources = status.sources.map {
            Source(
                path: $0.path,
                excluded: $0.excluded,
                files: $0.files,
                reports: $0.reports,
                failures: $0.failures,
                reachable: $0.isReachable
            )
        }
    }
}
