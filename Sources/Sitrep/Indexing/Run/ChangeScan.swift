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
    }

    var jobs: [Job] = []
    /// Files that are as they were.
    var unchanged: [FileRecord] = []
    /// Files of which only the status changed; their reports stay untouched.
    var touched: [FileRecord] = []
    /// Files that are no longer there.
    var vanished: [FileRecord] = []
    var skipped: [String: Int] = [:]
    var failures: [ReadFailure] = []
    /// Folders and sources of which nothing is known now.
    private(set) var unreachable: [String] = []
    /// The folder of the index itself, which is never read as a source.
    var indexPath = ""

    /// The bytes of the files to read that are new or changed; those that only failed before are not counted.
    var bytes: Int {
        jobs.filter { $0.previous?.status != $0.file.status }.reduce(0) { $0 + $1.file.status.size }
    }

    /// Walks a source and compares it with what the index remembers.
    ///
    /// - Parameters:
    ///   - known: the source's files as the index knows them.
    ///   - device: the device that holds the source now; 0 when it cannot be reached.
    ///   - readsAll: reads every file, changed or not.
    mutating func scan(
        _ source: SourceRecord,
        known: [FileKey: FileRecord],
        device: UInt64,
        readsAll: Bool
    ) throws {
        var seen: Set<FileKey> = []
        var lost: [String] = []
        try SourceWalker(excluding: source.excluded).walk(source.path) { item in
            switch item {
            case .file(let file):
                guard !isInIndex(file.path) else { return }
                let key = FileKey(source: source.number, relativePath: file.relativePath)
                seen.insert(key)
                compare(file, with: known[key], source, readsAll: readsAll)
            case .skipped(let path, let ending):
                if !isInIndex(path) { skipped[ending, default: 0] += 1 }
            case .failure(let failure, let isFolder):
                // What cannot be seen now, a folder with all below it or the whole source, is not taken for gone.
                failures.append(failure)
                lost.append(failure.path)
                if isFolder { unreachable.append(failure.path) }
            }
        }
        if !known.isEmpty, seen.isDisjoint(with: known.keys), source.device != 0, device != 0, device != source.device {
            // The place is there and empty of all that was known, on another device: a disk that is not mounted.
            failures.append(
                ReadFailure(
                    path: source.path,
                    reason: "is on another device than before and holds none of its files: is its disk mounted?"
                )
            )
            unreachable.append(source.path)
            lost.append(source.path)
        }
        for record in known.values.sorted(by: { $0.relativePath < $1.relativePath })
        where !seen.contains(record.fileKey) {
            let path = source.absolutePath(of: record)
            let isHidden = lost.contains { path == $0 || path.utf8.starts(with: ($0 + "/").utf8) }
            if isHidden { unchanged.append(record) } else { vanished.append(record) }
        }
    }

    private func isInIndex(_ path: String) -> Bool {
        !indexPath.isEmpty && path.utf8.starts(with: (indexPath + "/").utf8)
    }

    /// Pairs new files with vanished ones of the same content: a moved file is no new report.
    mutating func findMoves() {
        guard !vanished.isEmpty else { return }
        var candidates: [String: [FileRecord]] = [:]
        var sizes: Set<Int> = []
        for record in vanished.reversed() where record.failures == 0 && !record.digest.isEmpty {
            candidates[record.digest, default: []].append(record)
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

    private mutating func compare(
        _ file: WalkedFile,
        with previous: FileRecord?,
        _ source: SourceRecord,
        readsAll: Bool
    ) {
        let job = Job(source: source.number, file: file, previous: previous, movedFrom: nil)
        guard let previous, !readsAll, previous.failures == 0 else {
            jobs.append(job)
            return
        }
        // A file changed while or shortly before it was read may have been changed again within the same tick.
        let isSettled = file.status.modified < source.lastRead - Self.clockTick
        if file.status == previous.status && isSettled {
            unchanged.append(previous)
        } else if file.status.size == previous.status.size,
            let digest = try? SHA256Digest.hex(ofFile: file.path), digest == previous.digest
        {
            if file.status == previous.status {
                unchanged.append(previous)
            } else {
                var record = previous
                record.status = file.status
                touched.append(record)
            }
        } else {
            jobs.append(job)
        }
    }

    /// The coarsest file times that are common (two seconds, FAT), in nanoseconds.
    private static let clockTick: Int64 = 2_000_000_000
}

extension SourceRecord {
    /// The path of a file of this source.
    func absolutePath(of record: FileRecord) -> String {
        // A source that is a file holds that one file.
        let name = path.split(separator: "/").last.map(String.init) ?? ""
        if record.relativePath == name, !Files.isFolder(path) { return path }
        return path.hasSuffix("/") ? path + record.relativePath : path + "/" + record.relativePath
    }
}
