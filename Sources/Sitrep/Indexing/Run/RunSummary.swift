/// What a run did.
public struct RunSummary: Sendable, Equatable {
    /// Reports that were not there before.
    public var added = 0
    /// Reports whose content changed.
    public var changed = 0
    /// Reports that vanished with their file, or out of it.
    public var removed = 0
    /// Reports that were left as they are, those of moved files among them.
    public var unchanged = 0
    /// Reports whose file has another name or place than before; they count as unchanged.
    public var moved = 0
    /// Files and records that failed.
    public var failed: Int { failures.reduce(0) { $0 + $1.count } }
    /// Reports that an index that was built again took from what it held before, as their files could not be read.
    public var stored = 0
    /// Files of kinds that are not read, by ending (`.pdf`; empty for a name without one).
    public var skipped: [String: Int] = [:]
    /// Each failure with its reason, in the order of the walk.
    public var failures: [ReadFailure] = []
    /// What a change of the vocabulary made the run look at again; `nil` when there was none.
    public var vocabulary: VocabularyRefresh?
    /// Reports of which a person says something else than before the run: marks that came, went or changed.
    public var marked = 0
    /// What the user may want to know: a newer vocabulary at hand, a source inside another one.
    public var remarks: [String] = []
    /// When it ended, as `2026-11-21T04:05:06Z`.
    public var time = ""
    /// The time it took.
    public var seconds = 0.0
    /// What of it grouping the reports to stories took.
    public var storySeconds = 0.0
    /// The index's revision after the run.
    public var revision = 0

    /// A run in which nothing has happened yet.
    public init() {}
}

/// What a run did about a vocabulary that had changed.
public struct VocabularyRefresh: Sendable, Equatable {
    /// Spellings that came, went or count otherwise.
    public var spellings = 0
    /// Concepts that came, went, or have another name, parent or kind.
    public var concepts = 0
    /// Whether the vocabulary underneath is another one, so that every report was looked at.
    public var isWhole = false
    /// Reports that were looked at again, from their stored texts.
    public var reports = 0
    /// Reports in the index before the run.
    public var total = 0

    /// A change for which nothing was done yet.
    public init() {}
}

/// How far a run has come, for a progress line.
public struct RunProgress: Sendable {
    /// What the run is at.
    public enum Phase: Sendable { case waiting, scanning, reading, keeping, refreshing, writing, compacting }

    /// What the run is at now.
    public var phase: Phase
    /// Files done, of ``files``.
    public var filesDone: Int
    /// Files that this run reads.
    public var files: Int
    /// Reports read, or looked at again.
    public var reports: Int
    /// How many of these were as the index has them, so that they were not looked at again.
    public var known = 0
    /// How many of these are safe already should the run be interrupted now.
    public var saved = 0
    /// Bytes of the files done and of what was read of the present one, of ``bytes``; of a file of many reports, and of
    /// a packed one, what its texts are long.
    public var bytesDone = 0
    /// Bytes of the files that this run reads.
    public var bytes = 0

    /// The state of a run.
    public init(phase: Phase, filesDone: Int = 0, files: Int = 0, reports: Int = 0, bytesDone: Int = 0, bytes: Int = 0)
    {
        self.phase = phase
        self.filesDone = filesDone
        self.files = files
        self.reports = reports
        self.bytesDone = bytesDone
        self.bytes = bytes
    }
}
