internal import Xapian

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

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
    /// The folder of the user's vocabulary whose files are in it, which an index that it becomes looks for there; `nil` for
    /// none.
    public var vocabularyFolder: String?
    /// Where its files are in the backup.
    public var vocabularyCopy: String { path + "/" + IndexBackup.vocabularyName }
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
    /// As long as a writer may take to end a run, in microseconds.
    private static let pause: UInt32 = 600_000

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
    ///   for the backup, `data` where it, or the vocabulary's folder, is damaged; then there
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
            // Shards of different runs: in the end only the lock tells a writer that ends its run from one that was cut off.
            guard let before = try state() else {
                usleep(Self.pause)
                continue
            }
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

    /// What changes with each run and each state that it saves: the generation, and the states of its shards; `nil` while
    /// they are of different ones.
    private func state() throws -> [String]? {
        let manifest = try folder.manifest()
        guard
            let database = try? folder.generation(of: manifest).openDatabase(),
            let states = try? IndexMetadata.states(ofShards: database)
        else { return [manifest.generation] }
        guard Set(states).count == 1 else { return nil }
        return [manifest.generation] + states[0]
    }

    private func writeOnce(to path: String) throws -> BackupSummary {
        let manifest = try folder.manifest()
        guard manifest.schema == Schema.version else {
            throw IndexMetadata.wrongSchema(manifest.schema, at: folder.path)
        }
        let draft = try FolderDraft(path: path)
        try draft.takeRights(of: folder.path)
        let name = Generation.name(1)
        try draft.makeFolder(name)
        try draft.takeRights(of: folder.generation(of: manifest).path, for: name)
        // What was shown is read before the reports are, and marks after them: a run meanwhile brings reports that count as
        // new, and takes in no mark that is not there.
        let seenPath = folder.path + "/" + SavedSearches.seenName
        let seen = try Files.readIfThere(seenPath)
        let copy = Generation(path: draft.draftPath(of: name), shards: manifest.shards)
        let metadata = try GenerationCopy(folder: folder, original: folder.generation(of: manifest), copy: copy).write()
        if let seen { try draft.writeCopy(SavedSearches.seenName, of: seenPath, seen) }
        let own = try writeFiles(to: draft, vocabularyFolder: metadata.vocabularyFolder)
        // The last: what is interrupted is no index.
        try draft.write(
            Manifest.fileName,
            Manifest(generation: name, shards: manifest.shards, metadata: metadata).encoded()
        )
        ShardStubs.update(copy, named: name, in: IndexFolder(draft.draftPath(of: "")))
        var summary = BackupSummary(path: draft.path, revision: metadata.revision)
        summary.vocabularyFolder = own
        summary.reports = try copy.openDatabase().documentCount
        try draft.finish()
        summary.bytes = Files.size(ofFolder: draft.path)
        return summary
    }

    /// Copies what persons wrote: each file as it is at one moment, as all are replaced by renaming.
    ///
    /// - Returns: the folder of the user's vocabulary, where its files were copied.
    private func writeFiles(to draft: FolderDraft, vocabularyFolder: String?) throws -> String? {
        for name in [MarksFile.fileName, SavedSearches.fileName] {
            let path = folder.path + "/" + name
            if let bytes = try Files.readIfThere(path) { try draft.writeCopy(name, of: path, bytes) }
        }
        guard let vocabularyFolder, !vocabularyFolder.isEmpty, Files.isFolder(vocabularyFolder) else { return nil }
        let names: [String]
        do throws(VocabularyError) {
            names = try VocabularySource.fileNames(vocabularyFolder)
        } catch {
            throw IndexVocabulary.unusable(vocabularyFolder, error)
        }
        try draft.makeFolder(Self.vocabularyName)
        try draft.takeRights(of: vocabularyFolder, for: Self.vocabularyName)
        for name in names {
            let path = FileName.path(of: name, in: vocabularyFolder)
            // Of a pipe nobody may ever come to the end.
            guard Files.isFileOrMissing(path) else {
                throw SitrepError(.data, "\(path) is no ordinary file", hint: "take it out of the vocabulary's folder")
            }
            try draft.writeCopy(Self.vocabularyName + "/" + name, of: path, try Files.read(path))
        }
        return names.isEmpty ? nil : vocabularyFolder
    }
}
