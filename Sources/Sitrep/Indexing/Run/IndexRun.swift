internal import Xapian

/// One run over an index, from taking the lock to making the new state visible.
struct IndexRun {
    let folder: IndexFolder
    let options: Indexer.Options

    /// What is asked of the run.
    enum Task: Equatable {
        /// These existing paths, absolute and without symbolic links, become sources and are read.
        case index([String])
        case reindex
        case rebuild
        case forget(String)
    }

    /// A present index as the run found it.
    struct Present {
        var generation: Generation
        var metadata: IndexMetadata
        var files: KnownFiles
        var ownConcepts: [Concept]
        var vocabulary: Vocabulary
        /// The state of the file of marks that it holds.
        var marks: AppliedMarksState
    }

    /// Up to so many reports whose facets are found anew.
    private static let inPlaceReports = 1_000

    func run(_ task: Task, failures: [ReadFailure]) throws -> RunSummary {
        let start = ContinuousClock.now
        do {
            let lock = try options.lock(folder)
            var summary = try run(task, failures: failures, lock: lock)
            summary.seconds = (ContinuousClock.now - start).seconds
            summary.time = Timestamp.now()
            return summary
        } catch {
            throw SitrepError.translated(error, index: folder.path)
        }
    }

    private func run(_ task: Task, failures: [ReadFailure], lock: consuming WriterLock) throws -> RunSummary {
        let runStart = Timestamp.nanosecondsNow()
        if let shards = options.shards, !(1...Manifest.mostShards).contains(shards) {
            throw SitrepError(.usage, "an index has 1 to \(Manifest.mostShards) shards, not \(shards)")
        }
        try checkLimits()
        try ShardList.checkWritable(folder)
        // Before anything is done: what cannot be understood is mended first, and nothing that it says gets lost.
        let marks = MarksFile(folder: folder)
        let marksBefore = try marks.read()
        try folder.restoreManifest()
        let (manifest, present) = try load(task)
        if let manifest, let present {
            folder.removeLeftovers(beside: present.generation, named: manifest.generation)
            try folder.mendManifest(manifest, of: present.metadata)
        }
        var metadata = present?.metadata ?? IndexMetadata.empty
        var heritage = Heritage.none
        var summary = RunSummary()
        summary.failures = failures
        if present == nil { metadata.begun = runStart }
        if present == nil, let manifest {
            if try options.canRead?(options.verifiesArrivals ? .reports : .arrivals) ?? true,
                let found = Heritage(of: folder.generation(of: manifest), verifying: options.verifiesArrivals)
            {
                heritage = found
                summary.remarks += found.remarks
                metadata.begun = found.begun
            } else {
                summary.remarks.append("when the reports first came in could not be read and counts from now on")
            }
            Self.adopt(manifest, &heritage, into: &metadata)
        }
        metadata.limits = metadata.limits.with(
            maximumFileBytes: options.maximumFileBytes,
            maximumReportBytes: options.maximumReportBytes
        )
        var plan = SourcePlan(sources: metadata.sources, next: metadata.nextSource)
        try plan.apply(task, excluded: options.excluded)
        metadata.nextSource = plan.next

        let (vocabulary, isNew) = try chooseVocabulary(task, present: present, metadata: &metadata)
        let refresh = try planRefresh(vocabulary, isNew: isNew, present: present)
        summary.vocabulary = refresh?.summary
        summary.remarks += plan.remarks + remarks(on: vocabulary, task: task, present: present)

        let scan = try scan(plan, known: present?.files, heritage)
        let isRebuild = present == nil && manifest != nil
        if isRebuild, let manifest { try checkNothingIsLost(manifest, scan, heritage) }
        metadata.sources = Self.noteReading(plan, scan, runStart: runStart)
        summary.failures += scan.failures
        summary.skipped = scan.skipped
        summary.unchanged += scan.unchangedReports

        let sourcesChanged =
            plan.sources != present?.metadata.sources || metadata.limits != present?.metadata.limits
        let isIdle =
            scan.jobs.isEmpty && scan.vanished.isEmpty && scan.touched.isEmpty && refresh == nil
            && present?.marks.digest == marksBefore.digest
            && present?.metadata.isCheckpoint == false
        if let present, isIdle, !sourcesChanged {
            noteComparison(scan, of: present, runStart: runStart)
            summary.revision = metadata.revision
            return summary
        }
        let hasOtherLimits = present.map { $0.metadata.limits != metadata.limits } ?? false
        let isLarge =
            scan.bytes(retrying: hasOtherLimits) > options.inPlaceBytes
            || refresh?.documents.count ?? 0 > Self.inPlaceReports
        let mode: IndexWriter.Mode = present == nil ? .fresh : isLarge ? .copy : .inPlace
        let writer = try IndexWriter(
            folder: folder,
            lock: lock,
            manifest: manifest,
            mode: mode,
            shards: options.shards ?? manifest?.shards ?? 1,
            inBulk: options.writesInBulk
        )
        var reports = try ReportWriter(
            writer: writer,
            directory: ConceptDirectory(vocabulary: vocabulary, own: present?.ownConcepts ?? []),
            summary: summary,
            jobs: scan.jobs,
            heritage: heritage,
            added: Timestamp.now(),
            run: metadata.revision + 1
        )
        for file in scan.vanished { try reports.remove(file) }
        for file in scan.touched { try reports.touch(file) }
        let saving = saving(
            writer,
            plan,
            Saving(
                metadata: metadata,
                vocabulary: vocabulary,
                present: present,
                marks: marks,
                marksBefore: marksBefore,
                checkpoints: Checkpoints(first: options.savesAfter, held: try writer.database.documentCount)
            ),
            isRebuild: isRebuild,
            refreshes: refresh != nil
        )
        try read(
            scan.jobs,
            into: &reports,
            limits: metadata.limits,
            vocabulary: vocabulary,
            present: present?.generation,
            saving: saving
        )
        if isRebuild {
            try takeStored(
                scan,
                of: plan.sources,
                heritage,
                into: &reports,
                vocabulary: vocabulary,
                // Who did not ask for a rebuild has not asked to do without anything.
                mayLeaveOut: task == .rebuild && options.leavesOutDamaged
            )
        }
        try reports.end()
        try reports.settleRepetition(vocabulary: vocabulary)
        if let refresh, let present {
            try self.refresh(refresh.documents, of: present, in: &reports, vocabulary: vocabulary)
        }
        // Those that were made meanwhile count too.
        let marksNow = (try? marks.read()) ?? marksBefore
        reports.summary.marked += try reports.settleMarks(marksNow, of: metadata, vocabulary: vocabulary)
        if refresh != nil { try reports.forgetSupersededValues() }
        let settling = ContinuousClock.now
        try reports.settleStories()
        summary = reports.summary
        summary.storySeconds = (ContinuousClock.now - settling).seconds
        let marksChanged = present?.marks.digest != marksNow.digest
        if marksChanged { summary.remarks += Self.remarks(on: marksNow, vocabulary, own: present?.ownConcepts ?? []) }
        let wasCheckpoint = present?.metadata.isCheckpoint == true
        guard reports.hasChanges || sourcesChanged || present == nil || refresh != nil || marksChanged || wasCheckpoint
        else {
            summary.revision = metadata.revision
            return summary
        }
        metadata.revision += 1
        metadata.checkpoint = 0
        metadata.updated = Timestamp.now()
        metadata.vocabularyDigest = vocabulary.digest
        try writer.publish(
            metadata: metadata,
            vocabulary: vocabulary,
            files: IndexWriter.FileChanges(before: present?.files, changes: reports.files)
        )
        summary.revision = metadata.revision
        summary.remarks += compactionRemarks(writer, metadata)
        return summary
    }

    private func checkLimits() throws(SitrepError) {
        for (bytes, range, name) in [
            (options.maximumFileBytes, ReadingLimits.fileRange, "a file"),
            (options.maximumReportBytes, ReadingLimits.reportRange, "a report"),
        ] {
            guard let bytes, !range.contains(bytes) else { continue }
            throw SitrepError(.usage, "\(name) may have \(range.lowerBound) to \(range.upperBound) bytes, not \(bytes)")
        }
    }

    /// Compacts where that is due, and says so; what the run did is kept whether that succeeds or not.
    private func compactionRemarks(_ writer: IndexWriter, _ metadata: IndexMetadata) -> [String] {
        do {
            guard let done = try writer.compactIfGrown(metadata: metadata, slack: options.compactionSlack) else {
                return []
            }
            let (before, after) = (done.bytesBefore / 1_000_000, done.bytesAfter / 1_000_000)
            return ["many small changes had made the index grow: it was compacted from \(before) MB to \(after) MB"]
        } catch {
            let reason = SitrepError.translated(error, index: folder.path)
            return ["the index has grown and could not be compacted (\(reason)); try it with: sitrep compact"]
        }
    }

    /// Where files had to be read to tell that they are as they were, remembers that they are known since now, so that the
    /// next run need not read them again; and makes the table of files where it was missing.
    private func noteComparison(_ scan: ChangeScan, of present: Present, runStart: Int64) {
        guard !present.files.isStored || !scan.settled.isEmpty else { return }
        var lastRead = present.metadata.lastRead.merging(present.files.table.lastRead) { max($0, $1) }
        for source in scan.settled { lastRead[source] = runStart }
        present.files.store(lastRead: lastRead, in: present.generation)
    }

    /// The index that is there; no content where it has to be built anew.
    private func load(_ task: Task) throws -> (Manifest?, Present?) {
        guard Files.exists(folder.manifestPath) else {
            try folder.prepare()
            return (nil, nil)
        }
        let manifest = try folder.manifest()
        try IndexMetadata.checkNotNewer(manifest, at: folder.path)
        if task == .rebuild || (task == .reindex && manifest.schema < Schema.version) { return (manifest, nil) }
        guard manifest.schema == Schema.version else {
            throw IndexMetadata.wrongSchema(manifest.schema, at: folder.path)
        }
        guard options.shards ?? manifest.shards == manifest.shards else {
            throw SitrepError(
                .usage,
                "the index at \(folder.path) is there, with another number of shards (\(manifest.shards))",
                hint: "spread it anew with: "
                    + ShellCommand.reindexing(folder.path, "--rebuild", "--shards", "\(options.shards ?? 1)")
            )
        }
        let generation = folder.generation(of: manifest)
        let database = try generation.openDatabase()
        do {
            try folder.checkShards(of: database)
        } catch let error as SitrepError {
            // What the shards hold does not fit together, so that nothing of it can be kept.
            if task == .reindex { return (manifest, nil) }
            throw error
        }
        let metadata = try IndexMetadata.read(from: database, at: folder.path)
        let own = try ConceptDirectory.ownConcepts(in: database)
        let vocabulary = try IndexVocabulary.open(generation, digest: metadata.vocabularyDigest, index: folder.path)
        return (
            manifest,
            Present(
                generation: generation,
                metadata: metadata,
                files: try KnownFiles(of: generation, metadata: metadata, index: folder.path),
                ownConcepts: own,
                vocabulary: vocabulary,
                marks: try AppliedMarksState(in: database)
            )
        )
    }

    /// The sources with the time and the device of this reading; one of which nothing could be seen as it was, so that a
    /// disk that is not mounted is missed by the next run too.
    private static func noteReading(_ plan: SourcePlan, _ scan: ChangeScan, runStart: Int64) -> [SourceRecord] {
        plan.sources.map { source in
            let device = plan.toRead.contains(source.number) ? Files.device(of: source.path) : 0
            let isLost = scan.lost.contains(ChangeScan.Lost(source: source.number, path: source.path))
            guard device != 0, !isLost else { return source }
            return SourceRecord(
                number: source.number,
                path: source.path,
                excluded: source.excluded,
                device: device,
                lastRead: runStart
            )
        }
    }

    private func scan(_ plan: SourcePlan, known: KnownFiles?, _ heritage: Heritage) throws -> ChangeScan {
        options.progress?(RunProgress(phase: .scanning))
        var scan = ChangeScan(
            known: known,
            indexPath: SystemPath.real(folder.path) ?? folder.path,
            before: heritage.files(of:)
        )
        for source in plan.sources {
            if plan.toRead.contains(source.number) {
                try scan.scan(source, device: Files.device(of: source.path))
            } else {
                scan.keep(source.number)
            }
        }
        for number in plan.dropped { try scan.drop(number) }
        scan.findMoves()
        return scan
    }
}
