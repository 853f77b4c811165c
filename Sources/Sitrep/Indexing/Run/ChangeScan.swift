/// What there is to do for a source: which files are new, changed, moved or gone.
struct ChangeScan {
    /// A file that a run reads.
    struct Job: Sendable {
        var source: Int
        var file: WalkedFile
        /// What the index knows of it; `nil` for a new file.
        var previous: FileRecord?
        /// The vanished file whose content this new one has.
        var movedFrom: FileRecord?

        var fileKey: FileKey { FileKey(source: source, relativePath: file.relativePath) }

        /// Whether what the index has of the file comes from what an earlier index held.
        var isKept: Bool { previous?.isKept ?? false }

        /// About how many of its bytes are new: none of a file that only failed before, and of a file with a report a
        /// line, to which lines are added as a rule, what it has grown by.
        var newBytes: Int {
            let size = file.status.size
            guard let before = previous?.status else { return size }
            if before == file.status { return 0 }
            if isKept { return size }
            let hasGrown = ReportFormat(path: file.path) == .jsonLines && before.size <= size
            return hasGrown ? size - before.size : size
        }
    }

    var jobs: [Job] = []
    /// Files of which only the status changed; their reports stay untouched.
    var touched: [FileRecord] = []
    /// Files that are no longer there.
    var vanished: [FileRecord] = []
    var skipped: [String: Int] = [:]
    var failures: [ReadFailure] = []
    /// A part of a source of which nothing is known now: all of it, a folder or a file.
    struct Lost: Equatable {
        var source: Int
        var path: String
    }

    private(set) var lost: [Lost] = []
    /// The sources of which many files had to be read to tell that they are as they were, though every file was met.
    private(set) var settled: Set<Int> = []
    /// The folder of the index itself, which is never read as a source.
    let indexPath: String
    /// What the index remembers; `nil` where it remembers nothing, and every file is read.
    private let known: KnownFiles?
    private let sightings: FileSightings?
    private let before: (Int) -> Set<FileKey>?

    /// - Parameter before: gives the files that an index had of a source by its number, where that index is built again, so
    ///   that none are known; `nil` where it cannot be told.
    init(known: KnownFiles?, indexPath: String, before: @escaping (Int) -> Set<FileKey>? = { _ in nil }) {
        self.known = known
        self.indexPath = indexPath
        self.before = before
        sightings = known.map { FileSightings($0.table) }
    }

    /// Reports of the files that are as they were.
    var unchangedReports: Int { sightings?.unchangedReports ?? 0 }

    /// About how many bytes there are to take in, which tells a large run from a small one.
    ///
    /// - Parameter retrying: whether files that failed may be taken in now, as where they were larger than a limit that
    ///   was raised: then all of them counts.
    func bytes(retrying: Bool) -> Int {
        jobs.reduce(0) { sum, job in
            let isRetried = retrying && job.previous.map { $0.failures > 0 } ?? false
            return sum + (isRetried ? job.file.status.size : job.newBytes)
        }
    }

    /// Walks a source and compares it with what the index remembers.
    ///
    /// - Parameter device: the device that holds the source now; 0 when it cannot be reached.
    mutating func scan(_ source: SourceRecord, device: UInt64) throws {
        let lostBefore = lost.count
        // A file changed while or shortly before it was read may have been changed again within the same tick.
        let lastRead = max(source.lastRead, known?.table.lastRead[source.number] ?? source.lastRead)
        let settledBefore = lastRead - Self.clockTick
        var hashed = 0
        let sightings = sightings
        let isIndex = isInIndex
        try SourceWalker(excluding: source.excluded).walk(
            source.path,
            recognizing: { folder in
                guard let sightings, !isIndex(FileName.path(of: folder, in: source.path)) else { return nil }
                return sightings.recognizer(ofFolder: folder, in: source.number, settled: settledBefore)
            },
            visit: { item in
                switch item {
                case .file(let file):
                    guard !isIndex(file.path) else { return }
                    if try compare(file, source.number, settledBefore: settledBefore) { hashed += 1 }
                case .skipped(let path, let ending):
                    if !isIndex(path) { skipped[ending, default: 0] += 1 }
                case .failure(let failure, _):
                    // What cannot be seen now, a folder with all below it or the whole source, is not taken for gone.
                    lose(failure, of: source)
                }
            }
        )
        if hashed >= Self.manyFiles, lost.count == lostBefore { settled.insert(source.number) }
        if source.device != 0, device != 0, device != source.device, hasNoneOfItsFiles(source) {
            // The place is there and empty of all that was known, on another device: a disk that is not mounted.
            let reason = "is on another device than before and holds none of its files: is its disk mounted?"
            lose(ReadFailure(path: source.path, reason: reason), of: source)
            // What lies there meanwhile would pass for one of its files the next time.
            jobs.removeAll { $0.source == source.number }
        }
        guard let known, let sightings else { return }
        let lost = lost[lostBefore...].map(\.path)
        var gone: [String] = []
        let isFolder = Files.isFolder(source.path)
        sightings.forEachUnmet(of: source.number) { file, relativePath in
            let path = source.absolutePath(of: relativePath, isFolder: isFolder)
            let isHidden = lost.contains { path == $0 || path.utf8.starts(with: ($0 + "/").utf8) }
            if isHidden { sightings.pass(file) } else { gone.append(relativePath) }
        }
        for path in gone.sorted() { vanished.append(try known.record(source: source.number, path)) }
    }

    private mutating func lose(_ failure: ReadFailure, of source: SourceRecord) {
        failures.append(failure)
        lost.append(Lost(source: source.number, path: failure.path))
    }

    /// Whether a source that was walked had files and has none of them now.
    private func hasNoneOfItsFiles(_ source: SourceRecord) -> Bool {
        if let sightings {
            let knowledge = sightings.knows(source.number)
            return knowledge.any && !knowledge.met
        }
        let found = jobs.lazy.filter { $0.source == source.number }
        guard let before = self.before(source.number) else { return found.isEmpty }
        return !before.isEmpty && !found.contains { before.contains($0.fileKey) }
    }

    /// Takes the files of a source that is not walked as they were.
    func keep(_ source: Int) {
        guard let sightings else { return }
        for place in sightings.table.folders(of: source) {
            for file in sightings.table.folder(place).files { sightings.pass(file) }
        }
    }

    /// Takes all files of a source for gone.
    mutating func drop(_ source: Int) throws {
        guard let known, let sightings else { return }
        var gone: [String] = []
        sightings.forEachUnmet(of: source) { gone.append($1) }
        for path in gone.sorted() { vanished.append(try known.record(source: source, path)) }
    }

    /// Tells whether something lies in the index folder, or is it.
    private var isInIndex: (String) -> Bool {
        let (folder, below) = (indexPath, indexPath + "/")
        return { !folder.isEmpty && ($0 == folder || $0.utf8.starts(with: below.utf8)) }
    }

    /// Pairs new files with vanished ones of the same content: a moved file is no new report.
    mutating func findMoves() {
        guard !vanished.isEmpty else { return }
        var candidates: [String: [FileRecord]] = [:]
        var sizes: Set<Int> = []
        for record in vanished.reversed() where record.failures == 0 && !record.contentDigest.isEmpty {
            candidates[record.contentDigest, default: []].append(record)
            sizes.insert(record.status.size)
        }
        for index in jobs.indices where jobs[index].previous == nil {
            guard sizes.contains(jobs[index].file.status.size),
                let digest = try? SHA256Digest.hex(ofFile: jobs[index].file.path)
            else { continue }
            jobs[index].movedFrom = candidates[digest]?.popLast()
        }
        let moved = Set(jobs.compactMap(\.movedFrom?.fileKey))
        vanished.removeAll { moved.contains($0.fileKey) }
    }

    /// Compares a file that its walk did not recognize.
    ///
    /// - Returns: whether its content had to be read to tell that it is as it was.
    private mutating func compare(_ file: WalkedFile, _ source: Int, settledBefore: Int64) throws -> Bool {
        guard let known, let sightings, let place = known.table.place(of: file.relativePath, in: source) else {
            jobs.append(Job(source: source, file: file, previous: nil, movedFrom: nil))
            return false
        }
        let state = known.table.file(place)
        if !state.hasFailures, state.status == file.status, file.status.modified < settledBefore {
            sightings.pass(place)
            return false
        }
        sightings.meet(place)
        let previous = try known.record(source: source, file.relativePath)
        if previous.failures == 0, file.status.size == previous.status.size,
            let digest = try? SHA256Digest.hex(ofFile: file.path), digest == previous.digest
        {
            if file.status == previous.status {
                sightings.pass(place)
                return true
            }
            var record = previous
            record.status = file.status
            touched.append(record)
        } else {
            jobs.append(Job(source: source, file: file, previous: previous, movedFrom: nil))
        }
        return false
    }

    /// To read fewer files once more costs less than to write the table of all of them.
    private static let manyFiles = 100

    /// The coarsest file times that are common (two seconds, FAT), in nanoseconds.
    private static let clockTick: Int64 = 2_000_000_000
}

extension SourceRecord {
    /// The path of a file of this source.
    func absolutePath(of record: FileRecord) -> String {
        absolutePath(of: record.relativePath, isFolder: Files.isFolder(path))
    }

    /// The path of a file of this source.
    ///
    /// - Parameter isFolder: whether the source is a folder now.
    func absolutePath(of relativePath: String, isFolder: Bool) -> String {
        // A source that is a file holds that one file.
        if !isFolder, relativePath == FileName.last(path) { return path }
        return FileName.path(of: relativePath, in: path)
    }
}
