internal import Xapian

/// Mends what a check found: makes anew what can be derived, and builds the index again where its database is damaged.
///
/// Marks and saved searches stay as they are. Readers go on meanwhile: each file takes the place of the old one in one step.
public struct IndexRepair {
    private let folder: IndexFolder
    private let options: Indexer.Options

    /// - Parameters:
    ///   - path: the index folder.
    ///   - options: those of the run that builds the index again, should it have to be.
    public init(index path: String, options: Indexer.Options = Indexer.Options()) {
        folder = IndexFolder(path)
        self.options = options
    }

    /// Where a damage shows that the database has to be built again.
    private static let ofDatabase: Set<CheckPart> = [
        .database, .description, .reports, .words, .texts, .stories, .files,
    ]

    /// Mends what can be mended, for a check that is made next to judge.
    ///
    /// - Parameters:
    ///   - findings: what the check found. Where reading did not end, nothing that is read for a mending may end either: then
    ///     nothing is done, unless the index is to be built again.
    ///   - rebuildsOnDoubt: whether a finding that is doubtful counts as one of a damaged database.
    /// - Returns: what was done, a sentence each; empty where there was nothing to do.
    /// - Throws: ``SitrepError``: `locked` where another writer holds the index; `data` and `io` where reports would be lost
    ///   if it were built again from what is there, with what they are; `data` for an index of a newer version; and what
    ///   ``Indexer/Options/canRead`` throws. Then the index is as it was.
    public func run(
        _ findings: [CheckFinding],
        rebuildsOnDoubt: Bool = false
    ) throws -> [String] {
        try ShardList.checkWritable(folder)
        let isDoubtful = findings.contains(where: \.isDoubtful)
        guard !isDoubtful || rebuildsOnDoubt else { return [] }
        let damaged = Set(findings.filter { $0.severity == .damage && !$0.isDoubtful }.map(\.part))
        do {
            var done: [String] = []
            let found = Set(findings.map(\.part))
            let isMended = try mendInPlace(
                damaged,
                found,
                isBuiltAgain: isDoubtful,
                &done,
                holding: try options.lock(folder)
            )
            return isMended ? done : done + [try rebuild()]
        } catch {
            throw SitrepError.translated(error, index: folder.path)
        }
    }

    /// - Returns: whether nothing else is to be done.
    private func mendInPlace(
        _ damaged: Set<CheckPart>,
        _ found: Set<CheckPart>,
        isBuiltAgain: Bool,
        _ done: inout [String],
        holding lock: borrowing WriterLock
    ) throws -> Bool {
        if damaged.contains(.manifest) {
            guard try restoreManifest() else { return false }
            done.append("the manifest was written again from what the index holds")
            // Nothing but it was looked at.
            return true
        }
        if isBuiltAgain { return false }
        guard damaged.isDisjoint(with: Self.ofDatabase) else { return false }
        let manifest = try folder.manifest()
        let generation = folder.generation(of: manifest)
        let database = try generation.openDatabase()
        let metadata = try IndexMetadata.read(from: database, at: folder.path)
        if damaged.contains(.vocabulary) {
            guard try restoreVocabulary(generation, metadata) else { return false }
            done.append("the vocabulary was written again")
        }
        if found.contains(.leftovers) {
            Leftovers(folder, beside: generation, named: manifest.generation).remove()
            done.append("what interrupted runs had left was taken away")
        }
        if found.contains(.bands) {
            try BandFile.write(database, revision: metadata.revision, to: generation.bandsPath)
            done.append("the file of bands was made anew")
        }
        if found.contains(.columns) {
            try ColumnFile.write(database, revision: metadata.revision, to: generation.columnsPath)
            done.append("the file of columns was made anew")
        }
        if found.contains(.known) {
            let files = try KnownFiles(of: generation, metadata: metadata, index: folder.path, usingTable: false)
            files.store(lastRead: metadata.lastRead, in: generation)
            done.append("the table of known files was made anew")
        }
        if found.contains(.stubs) {
            ShardStubs.update(generation, named: manifest.generation, in: folder)
            done.append("the names of the shards were written again")
        }
        return true
    }

    /// Makes the manifest name the newest generation, and what that says of its sources: a run that is cut off has changed
    /// the database already when it comes to the manifest, and the entry of the sources has a sum.
    ///
    /// - Returns: `false` where it cannot be read, but the manifest tells what to build it from.
    /// - Throws: ``SitrepError`` where neither can, or the index is of a newer version.
    private func restoreManifest() throws -> Bool {
        let present = try? folder.manifest()
        do throws(SitrepError) {
            try folder.publish(try folder.newestManifest())
            return true
        } catch {
            guard error.code == .data, let present, present.schema <= Schema.version else { throw error }
            return false
        }
    }

    /// Writes the images of the vocabulary again, from the program and from the user's own folder.
    ///
    /// - Returns: `false` where these are others by now.
    private func restoreVocabulary(_ generation: Generation, _ metadata: IndexMetadata) throws -> Bool {
        let paths = IndexVocabulary.paths(generation, digest: metadata.vocabularyDigest)
        func intact(_ path: String) -> Vocabulary? {
            guard let image = try? Vocabulary.open(path: path), image.isIntact,
                path == generation.vocabularyPath(digest: image.digest)
            else { return nil }
            return image
        }
        let folder = metadata.vocabularyFolder ?? ""
        let candidates: [() -> Vocabulary?] = [
            { .builtIn },
            { folder.isEmpty ? nil : try? IndexVocabulary.load(folder: folder) },
            { paths.count == 2 ? try? Vocabulary.builtIn.extended(overlay: paths[1]) : nil },
            { paths.count == 2 ? try? intact(paths[0])?.extended(overlay: paths[1]) : intact(paths[0]) },
        ]
        for candidate in candidates {
            guard let vocabulary = candidate(), vocabulary.digest == metadata.vocabularyDigest else { continue }
            try IndexVocabulary.store(vocabulary, in: generation, keeping: { intact($0) != nil })
            return true
        }
        return false
    }

    /// Builds the index again from its sources, and from what it holds itself of those that cannot be read now.
    private func rebuild() throws -> String {
        let manifest = try folder.manifest()
        try IndexMetadata.checkNotNewer(manifest, at: folder.path)
        guard !manifest.sources.isEmpty else {
            throw SitrepError(
                .io,
                "the database is damaged, and the index cannot be built again: it has no sources any more",
                hint: "bring a copy of the index back, or build another one with: sitrep index PATH…"
            )
        }
        try RebuildGuard(folder, manifest).checkFiles()
        var options = options
        options.verifiesArrivals = true
        options.leavesOutDamaged = false
        let summary = try Indexer(index: folder.path, options: options).reindex(rebuilding: true)
        var built = ["the index was built again from its sources: " + NumberText.count(summary.added, "report")]
        if let first = summary.failures.first {
            let others = summary.failed - first.count
            built.append("failed: \(first.path): \(first)" + (others == 0 ? "" : " (and \(others) more)"))
        }
        return (built + summary.remarks).joined(separator: "; ")
    }
}
