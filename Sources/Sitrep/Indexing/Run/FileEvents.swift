/// What reading a part of a file gave: the unit that the threads hand over to the writer.
struct FileEvents: Sendable {
    /// The place of the file in the list of jobs.
    var job: Int
    var outcomes: [Outcome]
    /// How the file ended; `nil` when more of it follows.
    var end: End?

    enum Outcome: Sendable {
        case report(PreparedReport)
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
    case file(job: Int)
    case records(job: Int, [Result<ReadRecord, ReadFailure>], end: FileEvents.End?)
}

/// Reads the files of a run and prepares their reports on all processors.
struct FileReading {
    var reader: ReportReader
    var vocabulary: Vocabulary
    /// The lines that are boilerplate, by what the writer has counted so far.
    var repeated: RepeatedLines

    /// Records of a file with many are handed on in groups of so many, or of so many bytes of text.
    private static let recordsPerGroup = 32
    private static let bytesPerGroup = 1 << 20

    /// JSON documents up to this size are read by the threads.
    private static let smallDocument = 1 << 20

    /// Reads `jobs` and hands what they give to `consume`, in the order of the jobs.
    func run(_ jobs: [ChangeScan.Job], consume: (FileEvents) throws -> Void) throws {
        let threads = WorkerThread.processorCount
        let pipeline = OrderedPipeline<FileWork, FileEvents>(threads: threads, window: threads * 4)
        let reader = reader
        let vocabulary = vocabulary
        let repeated = repeated
        try pipeline.run(
            produce: { submit in
                for (index, job) in jobs.enumerated() {
                    guard Self.isOneForThread(job) else {
                        // Many records in one file: read here, prepared by all threads.
                        try Self.stream(job, index, reader, submit)
                        continue
                    }
                    guard submit(.file(job: index)) else { return }
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
        _ index: Int,
        _ reader: ReportReader,
        _ submit: (FileWork) -> Bool
    ) throws {
        var group: [Result<ReadRecord, ReadFailure>] = []
        var bytes = 0
        let end: FileEvents.End
        do {
            let content = try reader.read(path: job.file.path) { result in
                group.append(result)
                if case .success(let record) = result { bytes += record.article.text.utf8.count }
                if group.count >= recordsPerGroup || bytes >= bytesPerGroup {
                    guard submit(.records(job: index, group, end: nil)) else { throw Stopped() }
                    group.removeAll(keepingCapacity: true)
                    bytes = 0
                }
            }
            end = .complete(content)
        } catch is Stopped {
            return
        } catch let failure as ReadFailure {
            end = .failed(failure)
        }
        _ = submit(.records(job: index, group, end: end))
    }

    private static func events(
        of work: FileWork,
        jobs: [ChangeScan.Job],
        reader: ReportReader,
        preparation: PreparationBox
    ) -> FileEvents {
        switch work {
        case .records(let job, let results, let end):
            let outcomes = results.map { outcome(of: $0, from: jobs[job].file, preparation) }
            return FileEvents(job: job, outcomes: outcomes, end: end)
        case .file(let job):
            var outcomes: [FileEvents.Outcome] = []
            let file = jobs[job].file
            do {
                let content = try reader.read(path: file.path) { result in
                    outcomes.append(outcome(of: result, from: file, preparation))
                }
                return FileEvents(job: job, outcomes: outcomes, end: .complete(content))
            } catch let failure as ReadFailure {
                return FileEvents(job: job, outcomes: outcomes, end: .failed(failure))
            } catch {
                let failure = ReadFailure(path: file.path, line: nil, reason: "\(error)")
                return FileEvents(job: job, outcomes: outcomes, end: .failed(failure))
            }
        }
    }

    private static func outcome(
        of result: Result<ReadRecord, ReadFailure>,
        from file: WalkedFile,
        _ box: PreparationBox
    ) -> FileEvents.Outcome {
        switch result {
        case .failure(let failure): return .failure(failure)
        case .success(let record):
            var report = box.preparation.prepare(record, from: file)
            // Here, as all threads pack and one writes.
            report.packedText = report.storedText()
            return .report(report)
        }
    }
}
