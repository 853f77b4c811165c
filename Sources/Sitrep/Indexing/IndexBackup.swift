internal import Xapian

/// What a backup holds.
public struct BackupSummary: Sendable, Equatable {
    /// The folder of the backup, absolute.
    public var path = ""
    /// How many reports it holds.
    public var reports = 0
    /// The revision of the index that it is a copy of.
    public var revision = 0
    /// What it takes on the disk, in bytes.
    public var bytes = 0
    /// The time it took.
    public var seconds = 0.0
}

/// A copy of an index as it is at one moment: with all reports and their texts, marks, saved searches, and the user's
/// vocabulary.
///
/// It is an index itself, in the least space: it can be searched where it lies, and copied to where an index is wanted. The
/// files that the reports came from are not in it.
public struct IndexBackup: Sendable {
    private let folder: IndexFolder

    /// Where in a backup the files of the user's vocabulary lie.
    public static let vocabularyName = "vocabulary"

    /// How often a copy is begun before the writer, which makes the one before of no use, is told to wait.
    private static let attempts = 4

    /// - Parameter index: the index folder.
    public init(index: String) { folder = IndexFolder(index) }

    /// Writes a backup; readers and writers go on meanwhile.
    ///
    /// The state is that of the last run that was complete when the copy was begun. A run that changes the index in place
    /// while it is read makes it begin again; after a few times it waits for the writers' lock. Linear in the index.
    ///
    /// - Parameters:
    ///   - path: a folder that is not there yet, in one that is.
    ///   - progress: called when a copy is begun.
    /// - Throws: ``SitrepError``: `usage` where something is there already, `notFound` where there is no index, or no folder
    ///   for the backup, `data` where it is damaged; then there
    ///   is no backup.
    public func write(to path: String, progress: (@Sendable (RunProgress) -> Void)? = nil) throws -> BackupSummary {
        let start = ContinuousClock.now
        guard !folder.readsServers else {
            throw SitrepError(
                .usage,
                "the shards of the index at \(folder.path) stand behind servers",
                hint: "make the backup on the machine where the index is written"
            )
        }
        _ = try folder.manifest()
        var summary: BackupSummary
        do {
            summary = try writeWhenStill(to: path, progress)
        } catch {
            throw SitrepError.translated(error, index: folder.path)
        }
        summary.seconds = (ContinuousClock.now - start).seconds
        return summary
    }

    private func writeWhenStill(
        to path: String,
        _ progress: (@Sendable (RunProgress) -> Void)?
    ) throws -> BackupSummary {
        for _ in 1..<Self.attempts {
            progress?(RunProgress(phase: .compacting))
            let before = try state()
            do {
                return try writeOnce(to: path)
            } catch {
                // What nobody has changed meanwhile is not cured by another try.
                guard try state() != before else { throw error }
            }
        }
        let lock = try WriterLock(folder: folder.path, waiting: { progress?(RunProgress(phase: .waiting)) })
        progress?(RunProgress(phase: .compacting))
        let summary = try writeOnce(to: path)
        _ = consume lock
        return summary
    }

    /// What changes with each run: the generation, and the revisions of its shards.
    private func state() throws -> [String] {
        let manifest = try folder.manifest()
        let revisions = try? IndexMetadata.revisions(in: try folder.generation(of: manifest).openDatabase())
        return [manifest.generation] + (revisions ?? []).map { String($0) }
    }

    private func writeOnce(to path: String) throws -> BackupSummary {
        let manifest = try folder.manifest()
        guard manifest.schema == Schema.version else {
            throw IndexMetadata.wrongSchema(manifest.schema, at: folder.path)
        }
        let draft = try FolderDraft(path: path)
        let name = Generation.name(1)
        try draft.makeFolder(name)
        let copy = Generation(path: draft.draftPath(of: name), shards: manifest.shards)
        let metadata = try GenerationCopy(folder: folder, original: folder.generation(of: manifest), copy: copy).write()
        try writeFiles(to: draft, vocabularyFolder: metadata.vocabularyFolder)
        // The last: what is interrupted is no index.
        try draft.write(
            Manifest.fileName,
            Manifest(generation: name, shards: manifest.shards, metadata: metadata).encoded()
        )
        var summary = BackupSummary(path: draft.path, revision: metadata.revision)
        summary.reports = try copy.openDatabase().documentCount
        try draft.finish()
        summary.bytes = Files.size(ofFolder: draft.path)
        return summary
    }

    /// Copies what persons wrote: each file as it is at one moment, as all are replaced by renaming.
    private func writeFiles(to draft: FolderDraft, vocabularyFolder: String?) throws {
        for name in [MarksFile.fileName, SavedSearches.fileName, SavedSearches.seenName] {
            if let bytes = try Files.readIfThere(folder.path + "/" + name) { try draft.write(name, bytes) }
        }
        guard let vocabularyFolder, !vocabularyFolder.isEmpty, Files.isFolder(vocabularyFolder) else { return }
        try draft.makeFolder(Self.vocabularyName)
        for name in try VocabularySource.fileNames(vocabularyFolder) {
            let bytes = try Files.read(FileName.path(of: name, in: vocabularyFolder))
            try draft.write(Self.vocabularyName + "/" + name, bytes)
        }
    }
}
