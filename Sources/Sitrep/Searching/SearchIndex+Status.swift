internal import Xapian

/// What an index holds.
public struct IndexStatus: Sendable {
    /// The index folder, absolute.
    public var path: String
    /// How many reports there are.
    public var reports: Int
    /// Reports without a date.
    public var undated: Int
    /// How many runs changed something.
    public var revision: Int
    /// When the last run that changed something ended.
    public var updated: String
    /// Bytes on disk.
    public var size: Int
    /// The files and folders that it is built from.
    public var sources: [Source]
    /// Whether the index's vocabulary is the one of this program, extended by the index's own folder or not.
    public var vocabularyIsCurrent: Bool
    /// What tells the vocabulary that the facets were found with from any other: 32 hexadecimal digits.
    public var vocabularyDigest: String
    /// The folder that extends the vocabulary; `nil` for the built-in one alone.
    public var vocabularyFolder: String?
    /// The version of the schema that it was written with.
    public var schema: Int
    /// Whether a run that is under way, or was interrupted, saved this state: not all that it finds is here.
    public var isUnfinished: Bool
    /// How much a file and a report may hold when they are read.
    public var limits: ReadingLimits

    /// A source and what it gave.
    public struct Source: Sendable {
        /// Absolute, without symbolic links.
        public var path: String
        /// Globs of what is left out.
        public var excluded: [String]
        /// How many files of it the index knows.
        public var files: Int
        /// How many reports these gave.
        public var reports: Int
        /// Records and files that failed when they were last read.
        public var failures: Int
        /// Whether it can be reached now.
        public var isReachable: Bool
    }
}

extension SearchIndex {
    /// Says what the index holds and whether its sources are there.
    public func status() throws -> IndexStatus {
        let folder = try onlyFolder(for: "the status")
        return try withState { state in
            let member = state.members.first
            var files: [Int: (files: Int, reports: Int, failures: Int)] = [:]
            for (_, value) in try state.database.metadataEntries(prefix: FileKey.metadataPrefix) {
                let file = try FileRecord(decoding: value)
                let sum = files[file.source] ?? (0, 0, 0)
                files[file.source] = (sum.files + 1, sum.reports + file.reports, sum.failures + file.failures)
            }
            return IndexStatus(
                path: folder.path,
                reports: try state.database.documentCount,
                undated: try state.database.termFrequency(Schema.undated.term("")),
                revision: member.metadata.revision,
                updated: member.metadata.updated,
                size: Files.size(ofFolder: member.generation.path),
                sources: member.metadata.sources.map { source in
                    let sum = files[source.number] ?? (0, 0, 0)
                    return IndexStatus.Source(
                        path: source.path,
                        excluded: source.excluded,
                        files: sum.files,
                        reports: sum.reports,
                        failures: sum.failures,
                        isReachable: Files.exists(source.path)
                    )
                },
                vocabularyIsCurrent: member.metadata.vocabularyIsCurrent ?? false,
                vocabularyDigest: member.metadata.vocabularyDigest,
                vocabularyFolder: member.metadata.vocabularyFolder.flatMap { $0.isEmpty ? nil : $0 },
                schema: member.metadata.schema,
                isUnfinished: member.metadata.isCheckpoint,
                limits: member.metadata.limits
            )
        }
    }
}

extension IndexMetadata {
    /// Whether the index's vocabulary is the one of this program, extended by the index's own folder or not; `nil` where
    /// that folder cannot be read here.
    var vocabularyIsCurrent: Bool? {
        guard let path = vocabularyFolder, !path.isEmpty else { return vocabularyDigest == Vocabulary.builtIn.digest }
        return (try? IndexVocabulary.load(folder: path).digest).map { $0 == vocabularyDigest }
    }
}
