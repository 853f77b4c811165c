/// What reading a part of a file gave: the unit that the threads hand over to the writer.
struct FileEvents: Sendable {
    /// The place of the file in the list of jobs.
    var job: Int
    var outcomes: [Outcome]
    /// How the file ended; `nil` when more of it follows.
    var end: End?
    /// With the first part of a file: what the index held of it before the run.
    var known: KnownReports?

    enum Outcome: Sendable {
        case report(PreparedReport)
        /// A report that is as it was, by its place among the known ones.
        case known(KnownRecord)
        case failure(ReadFailure)
    }

    enum End: Sendable {
        case complete(FileContent)
        /// The whole file failed.
        case failed(ReadFailure)
    }
}

/// What is given to the threads: a whole file, or some records of a large one that are already read.
enum FileWork: Sendable {
    case file(job: Int, known: KnownReports)
    case records(job: Int, [ReadItem], end: FileEvents.End?, known: KnownReports?)
}

/// Reads the files of a run and prepares their reports on all processors.
struct FileReading {
    var reader: ReportReader
    var vocabulary: Vocabulary
    /// The lines that are boilerplate, by what the writer has counted so far.
    var repeated: RepeatedLines
    /// The state of the index that the run found; `nil` where there was none.
    var present: Generation?

    /// Records of a file with many are handed on in groups of so many, or of so many bytes of text.
    private static let recordsPerGroup = 32
    private static let bytesPerGroup = 1 << 20
    /// Records that are known take next to nothing.
    private static let knownPerGroup = 1_024

    /// JSON documents up to this size are read by the threads.
    private static let smallDocument = 1 << 20

    /// Reads `jobs` and hands what they give to `consume`, in the order of the jobs.
    func run(_ jobs: [ChangeScan.Job], consume: (FileEvents) throws -> Void) throws {
        let threads = WorkerThread.processorCount
        let pipeline = OrderedPipeline<FileWork, FileEvents>(threads: threads, window: threads * 4)
        let reader = reader
        let vocabulary = vocabulary
        let repeated = repeated
        let present = present
        try pipeline.run(
            produce: { submit in
                let index = try present.map { try KnownReportsReader($0) }
                for (number, job) in jobs.enumerated() {
                    let known = try index?.reports(of: job) ?? .none
                    guard Self.isOneForThread(job) else {
                        // Many records in one file: read here, prepared by all threads.
                        try Self.stream(job, number, known, reader, submit)
                        continue
                    }
                    guard submit(.file(job: number, known: known)) else { return }
                }
            },
            makeTransform: {
                let preparation = PreparationBox(try ReportPreparation(vocabulary: vocabulary, repeated: repeated))
                return { Self.events(of: $0, jobs: jobs, reader: reader, preparation: preparation) }
            },
            consume: consume
        )
    }

    /// Files with one report, and small ones with several, are read and prepared by one thread.
    private static func isOneForThread(_ job: ChangeScan.Job) -> Bool {
        switch ReportFormat(path: job.file.path) {
        case .jsonLines: false
        // How much a packed document holds is not known before it is read.
        case .json: job.file.status.size <= smallDocument && !ReportFormat.isCompressed(path: job.file.path)
        default: true
        }
    }

    /// The consumer has given up.
    private struct Stopped: Error {}

    private static func stream(
        _ job: ChangeScan.Job,
        _ number: Int,
        _ known: KnownReports,
        _ reader: ReportReader,
        _ submit: (FileWork) -> Bool
    ) throws {
        var group: [ReadItem] = []
        var (records, bytes) = (0, 0)
        var knownOfFirst: KnownReports? = known
        func submitGroup(_ end: FileEvents.End?) -> Bool {
            defer {
                group.removeAll(keepingCapacity: true)
                (records, bytes, knownOfFirst) = (0, 0, nil)
            }
            return submit(.records(job: number, group, end: end, known: knownOfFirst))
        }
        let end: FileEvents.End
        do {
            let (path, found) = (job.file.path, job.file.found)
            let content = try reader.read(path: path, found: found, recognizing: known.recognize) { item in
                group.append(item)
                if case .result(let result) = item {
                    records += 1
                    if case .success(let record) = result { bytes += record.article.text.utf8.count }
                }
                if records >= recordsPerGroup || bytes >= bytesPerGroup || group.count >= knownPerGroup {
                    guard submitGroup(nil) else { throw Stopped() }
                }
            }
            end = .complete(content)
        } catch is Stopped {
            return
        } catch let failure as ReadFailure {
            end = .failed(failure)
        }
        _ = submitGroup(end)
    }

    private static func events(
        of work: FileWork,
        jobs: [ChangeScan.Job],
        reader: ReportReader,
        preparation: PreparationBox
    ) -> FileEvents {
        switch work {
        case .records(let job, let items, let end, let known):
            let outcomes = items.map { outcome(of: $0, from: jobs[job].file, preparation) }
            return FileEvents(job: job, outcomes: outcomes, end: end, known: known)
        case .file(let job, let known):
            var events = FileEvents(job: job, outcomes: [], known: known)
            let file = jobs[job].file
            do {
                let content = try reader.read(path: file.path, found: file.found, recognizing: known.recognize) {
                    item in
                    events.outcomes.append(outcome(of: item, from: file, preparation))
                }
                events.end = .complete(content)
            } catch let failure as ReadFailure {
                events.end = .failed(failure)
            } catch {
                events.end = .failed(ReadFailure(path: file.path, line: nil, reason: "\(error)"))
            }
            return events
        }
    }

    private static func outcome(
        of item: ReadItem,
        from file: WalkedFile,
        _ box: PreparationBox
    ) -> FileEvents.Outcome {
        switch item {
        case .known(let record): return .known(record)
        case .result(.failure(let failure)): return .failure(failure)
        case .result(.success(let record)):
            var report = box.preparation.prepare(record, from: file)
            // Here, as all threads pack and one writes.
            report.packedText = report.storedText()
            return .report(report)
        }
    }
}
