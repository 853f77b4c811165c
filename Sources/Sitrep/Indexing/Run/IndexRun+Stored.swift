internal import Xapian

/// An index that is built again, and what it takes over from the one before.
extension IndexRun {
    /// Takes over the sources, the vocabulary folder and the limits: from the database, where it can be read, and else from
    /// the manifest.
    static func adopt(_ manifest: Manifest, _ heritage: inout Heritage, into metadata: inout IndexMetadata) {
        metadata.revision = heritage.revision
        metadata.nextSource = heritage.nextSource
        // Reports of no source are those of a damaged index.
        if let known = heritage.former?.metadata, !known.sources.isEmpty || heritage.arrivals.isEmpty {
            metadata.vocabularyFolder = known.vocabularyFolder
            metadata.limits = known.limits
            metadata.sources = manifest.mended(known.sources)
            return
        }
        metadata.vocabularyFolder = manifest.vocabularyFolder
        metadata.limits = manifest.limits
        // Numbers that sources get now are not those that its files and reports bear.
        heritage.former = nil
        for source in manifest.sources {
            metadata.sources.append(
                SourceRecord(number: metadata.nextSource, path: source.path, excluded: source.excluded)
            )
            metadata.nextSource += 1
        }
    }

    /// Refuses to build an index again from its sources alone where one cannot be read, or has lost what it held.
    func checkNothingIsLost(_ manifest: Manifest, _ scan: ChangeScan, _ heritage: Heritage) throws {
        guard heritage.former == nil else { return }
        guard !manifest.sources.isEmpty else {
            throw SitrepError(
                .io,
                "the index cannot be built again: it has no sources, and what it held cannot be read",
                hint: "bring a copy of the index back, or build another one with: sitrep index PATH…"
            )
        }
        if let path = scan.lost.first?.path {
            throw Self.nothingKept(of: path)
        }
        try RebuildGuard(folder, manifest).checkSources()
    }

    private static func nothingKept(of path: String) -> SitrepError {
        SitrepError(
            .io,
            "the index cannot be built again: neither \(path) can be read now, nor what the index held of it",
            hint: "make \(path) readable and run the same command again, or leave this index and build another one "
                + "from what can be read: sitrep index PATH… --index FOLDER"
        )
    }

    /// Takes the reports of what cannot be read now from what the index held of them, and remembers their files as ones
    /// that are read when they can be. Linear in the index where there is something of that kind.
    ///
    /// - Parameter mayLeaveOut: whether reports that are damaged may be left out, and told.
    /// - Throws: ``SitrepError`` `io` where a report that is damaged may not be left out, or none can be read; what reading
    ///   the index throws.
    func takeStored(
        _ scan: ChangeScan,
        of sources: [SourceRecord],
        _ heritage: Heritage,
        into reports: inout ReportWriter,
        vocabulary: Vocabulary,
        mayLeaveOut: Bool
    ) throws {
        let parts = LostParts(scan.lost, files: reports.abandoned.map(\.fileKey), of: sources)
        guard !parts.isEmpty, let (generation, metadata) = heritage.former else { return }
        if !options.verifiesArrivals, try options.canRead?(.reports) == false {
            let path = scan.lost.first?.path ?? reports.abandoned.lazy.compactMap(parts.part).first
            throw Self.nothingKept(of: path ?? folder.path)
        }
        let database = try generation.openDatabase()
        let lost = LostReports(parts, sources: sources, seen: reports.seen, schema: metadata.schema)
        var files: [FileKey: FileRecord] = [:]
        func note(_ file: FileRecord, reports: Int) {
            var known = file
            known.reports = (files[file.fileKey]?.reports ?? 0) + reports
            files[file.fileKey] = known
        }
        var origins: [String] = []
        let stored = StoredReports(snapshot: generation, vocabulary: vocabulary, repeated: reports.edges.repeated)
        try stored.forEach(
            of: try database.documentIDs(containing: []),
            reading: { try lost.read($0, $1) },
            { ready in
                guard let file = ready.file, let part = parts.part(with: file) else { return }
                guard let report = try? ready.report.get() else { return lost.note(file) }
                guard try reports.takeStored(report, path: ready.path, file: file.fileKey) else {
                    return lost.meet(file.fileKey)
                }
                note(file, reports: 1)
                if origins.last != part, !origins.contains(part) { origins.append(part) }
                options.progress?(RunProgress(phase: .keeping, reports: reports.summary.stored))
            }
        )
        // Those without reports are known too.
        let entries = try? database.metadataEntries(prefix: FileKey.metadataPrefix)
        var areFilesKnown = entries != nil
        // In shards of different runs the entry of a file and its reports need not be of one.
        let isTorn = try IndexMetadata.isTorn(database)
        for (_, value) in entries ?? [] {
            guard let file = try? FileRecord(decoding: value) else {
                areFilesKnown = false
                continue
            }
            guard parts.part(with: file) != nil else { continue }
            if !isTorn { lost.compare(file, kept: files[file.fileKey]?.reports ?? 0) }
            note(file, reports: 0)
        }
        try reports.rememberKept(
            files.values.sorted { ($0.source, $0.relativePath) < ($1.source, $1.relativePath) }
        )
        let failures = lost.failures(index: folder.path)
        // What nobody knows the origin of was of no lost file, where none of these lacks a report.
        let isLoss = lost.lacksReports || !areFilesKnown
        if let first = failures.first, isLoss, !mayLeaveOut {
            let more = failures.count == 1 ? "" : " (and \(failures.count - 1) more)"
            throw SitrepError(
                .io,
                "the database is damaged, and if the index were built again reports would be lost: \(first.path) "
                    + "\(first.reason)\(more)",
                hint: "make their files readable and run the same command again, or do without: "
                    + ShellCommand.reindexing(folder.path, "--rebuild")
            )
        }
        reports.summary.failures += failures
        guard !origins.isEmpty else { return }
        let others = origins.count > 3 ? " and \(NumberText.count(origins.count - 3, "other"))" : ""
        reports.summary.remarks.append(
            "kept from what the index held: \(NumberText.count(reports.summary.stored, "report")) of "
                + "\(origins.prefix(3).joined(separator: ", "))\(others), which cannot be read now"
        )
    }
}

extension Heritage {
    /// The files that the index had of a source; `nil` where that cannot be told. Linear in all its files.
    func files(of source: Int) -> Set<FileKey>? {
        guard let generation = former?.generation, let database = try? generation.openDatabase(),
            let entries = try? database.metadataEntries(prefix: FileKey.metadataPrefix),
            let files = try? entries.map({ try FileRecord(decoding: $0.value) })
        else { return nil }
        return Set(files.filter { $0.source == source }.map(\.fileKey))
    }
}
