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
    /// The bytes of the files to read.
    var bytes: Int { jobs.reduce(0) { $0 + $1.file.status.size } }

    /// Walks a source and compares it with what the index remembers.
    ///
    /// - Parameters:
    ///   - known: the source's files as the index knows them.
    ///   - lastRunStart: files modified since then may have changed again without a trace in their times, and are
    ///     compared by content.
    ///   - readsAll: reads every file, changed or not.
    mutating func scan(
        _ source: SourceRecord,
        known: [FileKey: FileRecord],
        lastRunStart: Int64,
        readsAll: Bool
    ) throws {
        var seen: Set<FileKey> = []
        var unreachable: [String] = []
        try SourceWalker(excluding: source.excluded).walk(source.path) { item in
            switch item {
            case .file(let file):
                let key = FileKey(source: source.number, relativePath: file.relativePath)
                seen.insert(key)
                compare(file, source: source.number, with: known[key], lastRunStart, readsAll: readsAll)
            case .skipped(_, let ending):
                skipped[ending, default: 0] += 1
            case .failure(let failure, _):
                // What cannot be seen now, a folder with all below it or the whole source, is not taken for gone.
                failures.append(failure)
                unreachable.append(failure.path)
            }
        }
        for record in known.values.sorted(by: { $0.relativePath < $1.relativePath })
        where !seen.contains(record.fileKey) {
            let path = source.absolutePath(of: record)
            if unreachable.contains(where: { path == $0 || path.hasPrefix($0 + "/") }) {
                unchanged.append(record)
            } else {
                vanished.append(record)
            }
        }
    }

    /// Pairs new files with vanished ones of the same content: a moved file is no new report.
    mutating func findMoves() {
        guard !vanished.isEmpty else { return }
        var candidates: [Int: [FileRecord]] = [:]
        for record in vanished where record.failures == 0 && !record.digest.isEmpty {
            candidates[record.status.size, default: []].append(record)
        }
        for index in jobs.indices where jobs[index].previous == nil {
            let size = jobs[index].file.status.size
            guard let sameSize = candidates[size], !sameSize.isEmpty,
                let digest = try? SHA256Digest.hex(ofFile: jobs[index].file.path),
                let place = sameSize.firstIndex(where: { $0.digest == digest })
            else { continue }
            jobs[index].movedFrom = sameSize[place]
            candidates[size]?.remove(at: place)
        }
        let moved = Set(jobs.compactMap(\.movedFrom?.fileKey))
        vanished.removeAll { moved.contains($0.fileKey) }
    }

    private mutating func compare(
        _ file: WalkedFile,
        source: Int,
        with previous: FileRecord?,
        _ lastRunStart: Int64,
        readsAll: Bool
    ) {
        let job = Job(source: source, file: file, previous: previous, movedFrom: nil)
        guard let previous, !readsAll, previous.failures == 0 else {
            jobs.append(job)
            return
        }
        // A file changed while or shortly before it was read may have been changed again within the same tick.
        let isSettled = file.status.modified < lastRunStart - Self.clockTick
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
