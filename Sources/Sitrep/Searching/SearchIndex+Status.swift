internal import Xapian

/// What an index holds.
public struct IndexStatus: Sendable {
    public var path: String
    public var reports: Int
    /// Reports without a date.
    public var undated: Int
    public var revision: Int
    /// When the last run that changed something ended.
    public var updated: String
    /// Bytes on disk.
    public var size: Int
    public var sources: [Source]
    /// Whether the index's vocabulary is the one of this program, extended by the index's own folder or not.
    public var vocabularyIsCurrent: Bool
    public var vocabularyDigest: String
    public var vocabularyFolder: String?
    public var schema: Int

    /// A source and what it gave.
    public struct Source: Sendable {
        public var path: String
        public var excluded: [String]
        public var files: Int
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
        try withState { state in
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
                revision: state.metadata.revision,
                updated: state.metadata.updated,
                size: Files.size(ofFolder: state.generation.path),
                sources: state.metadata.sources.map { source in
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
                vocabularyIsCurrent: isCurrent(state.metadata),
                vocabularyDigest: state.metadata.vocabularyDigest,
                vocabularyFolder: state.metadata.vocabularyFolder,
                schema: state.metadata.schema
            )
        }
    }

    private func isCurrent(_ metadata: IndexMetadata) -> Bool {
        guard let path = metadata.vocabularyFolder else {
            return metadata.vocabularyDigest == Vocabulary.builtIn.digest
        }
        return (try? IndexVocabulary.load(folder: path).digest) == metadata.vocabularyDigest
    }
}
