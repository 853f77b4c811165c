internal import Xapian

/// Builds an index and keeps it up to date with its sources.
///
/// Each run is atomic: readers see the state before it until it has ended, and an interrupted run changes nothing. Only a
/// run with very many new reports makes what it has so far the present state now and then, each time a complete one, so
/// that readers have it and the next run can go on from there.
public struct Indexer: Sendable {
    /// What a run needs to know beside its sources.
    public struct Options: Sendable {
        /// Globs of what to leave out of the sources named in this run.
        public var excluded: [String] = []
        /// A folder of vocabulary files that extends the built-in one; `nil` keeps what the index has, an empty name
        /// stands for the built-in vocabulary alone.
        public var vocabularyFolder: String?
        /// The user's own folder, used where it has files and the index remembers no other; it need not exist.
        public var standardVocabularyFolder: String?
        /// How many databases the reports of an index that is built are spread over, 1…``Indexer/mostShards``; `nil` keeps
        /// what the index has, and a new one is a single database.
        public var shards: Int?
        /// The most bytes of a file that must be held whole, in ``ReadingLimits/fileRange``; `nil` keeps what the index
        /// has.
        public var maximumFileBytes: Int?
        /// The most bytes of one report, in ``ReadingLimits/reportRange``; `nil` keeps what the index has.
        public var maximumReportBytes: Int?
        /// Whether new generations are written in bulk, where that can be done; both ways give the same index.
        var writesInBulk = true
        /// Asked before something is taken over from a state that may be damaged: whether reading that comes to an end
        /// without a crash; `nil` reads it in any case. What it throws ends the run.
        public var canRead: (@Sendable (FormerState) throws -> Bool)?
        /// Whether what is taken over is compared with the sum of each report first, as of an index that is damaged; that
        /// takes as long as a check of the reports.
        var verifiesArrivals = false
        /// Whether an index that is built again may do without reports whose files cannot be read now, and that are damaged in
        /// the one that is there; else the run ends with an error, and that stays.
        var leavesOutDamaged = true
        /// Up to so many bytes to read go into the present generation, as one transaction.
        public var inPlaceBytes = 8 << 20
        /// How much a database may grow by small changes in any case before it is written anew, in bytes.
        var compactionSlack = Compaction.slack
        /// After so many new reports a large run first saves what it has: what is interrupted then goes on from there.
        public var savesAfter = 250_000
        /// Whether a run waits for another writer of the index, however long that takes, instead of ending at once.
        public var waitsForWriter = false
        /// Called now and then on the calling thread.
        public var progress: (@Sendable (RunProgress) -> Void)?

        public init() {}

        /// Takes the right to write to the index, at once or as soon as another writer has ended.
        ///
        /// - Throws: ``SitrepError`` as ``WriterLock``'s initializer.
        func lock(_ folder: IndexFolder) throws(SitrepError) -> WriterLock {
            LastWords.arm()
            guard waitsForWriter else { return try WriterLock(folder: folder.path) }
            return try WriterLock(folder: folder.path, waiting: { progress?(RunProgress(phase: .waiting)) })
        }
    }

    /// The most databases that the reports of an index can be spread over.
    public static let mostShards = Manifest.mostShards

    let folder: IndexFolder
    let options: Options

    /// - Parameter path: the index folder; it need not exist before ``index(_:)``.
    public init(index path: String, options: Options = Options()) {
        folder = IndexFolder(path)
        self.options = options
    }

    /// Builds or updates the index from files and folders, and remembers them as its sources.
    ///
    /// - Throws: ``SitrepError``; `notFound` when none of the paths exists; `usage` where the index is there and has
    ///   another number of shards than the options ask for.
    public func index(_ paths: [String]) throws -> RunSummary {
        var found: [String] = []
        var failures: [ReadFailure] = []
        for path in paths {
            guard let real = SystemPath.real(path) else {
                failures.append(ReadFailure(path: path, reason: "no such file or folder"))
                continue
            }
            // A file of another kind, named itself, is a failure and no source.
            if !Files.isFolder(real), ReportFormat(path: real) == nil {
                failures.append(ReadFailure(path: real, reason: ReportReader.unknownKind(real)))
            } else {
                found.append(real)
            }
        }
        if found.isEmpty, let failure = failures.first(where: { Files.exists($0.path) }) {
            throw SitrepError(
                .data,
                "\(failure.path): \(failure.reason)",
                hint: "name files of these kinds, or a folder with such files"
            )
        }
        guard !found.isEmpty else {
            throw SitrepError(
                .notFound,
                "no such file or folder: \(paths.joined(separator: ", "))",
                hint: "check the path"
            )
        }
        try folder.prepare()
        return try IndexRun(folder: folder, options: options).run(.index(found), failures: failures)
    }

    /// Brings the index up to date with its sources: reads what is new or changed, removes what is gone.
    ///
    /// An index of an older schema, one whose shards are of different runs, and with `rebuilding` any index, is built again
    /// from its sources, and from what it holds itself where these cannot be read.
    public func reindex(rebuilding: Bool = false) throws -> RunSummary {
        if !folder.lacksManifest { _ = try folder.manifest() }
        return try IndexRun(folder: folder, options: options).run(rebuilding ? .rebuild : .reindex, failures: [])
    }

    /// Takes a source and its reports out of the index; the files stay where they are.
    public func forget(_ path: String) throws -> RunSummary {
        _ = try folder.manifest()
        return try IndexRun(folder: folder, options: options)
            .run(.forget(SystemPath.real(path) ?? SystemPath.absolute(path)), failures: [])
    }

    /// Writes the index anew in the least space; what it holds, and its revision, stay as they are.
    ///
    /// Readers go on meanwhile. A run that makes many small changes does it by itself once the database has doubled.
    ///
    /// - Throws: ``SitrepError``: `notFound` where there is no index, `locked` where another writer holds it, `io` where
    ///   the disk has no room for a second copy.
    public func compact() throws -> CompactionSummary {
        _ = try folder.manifest()
        try ShardList.checkWritable(folder)
        do {
            return try compact(holding: try options.lock(folder))
        } catch {
            throw SitrepError.translated(error, index: folder.path)
        }
    }

    private func compact(holding lock: borrowing WriterLock) throws -> CompactionSummary {
        options.progress?(RunProgress(phase: .compacting))
        return try Compaction(folder: folder).run()
    }
}
