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
    ///   - findings: what the check found.
    ///   - readsArrivals: asked where the index is to be built again: whether it can be read from the damaged one when each
    ///     report first came in, without crashing or going round in circles.
    /// - Returns: what was done, a sentence each; empty where there was nothing to do.
    /// - Throws: ``SitrepError``: `locked` where another writer holds the index; `data` and `io` where reports would be lost
    ///   if it were built again from what is there, with what they are.
    public func run(_ findings: [CheckFinding], readsArrivals: () -> Bool) throws -> [String] {
        try ShardList.checkWritable(folder)
        let damaged = Set(findings.filter { $0.severity == .damage }.map(\.part))
        do {
            var done: [String] = []
            let found = Set(findings.map(\.part))
            if try mendInPlace(damaged, found, &done, holding: try options.lock(folder)) { return done }
            return done + [try rebuild(readsArrivals: readsArrivals)]
        } catch {
            throw SitrepError.translated(error, index: folder.path)
        }
    }

    /// - Returns: whether nothing else is to be done.
    private func mendInPlace(
        _ damaged: Set<CheckPart>,
        _ found: Set<CheckPart>,
        _ done: inout [String],
        holding lock: borrowing WriterLock
    ) throws -> Bool {
        if damaged.contains(.manifest) {
            guard try restoreManifest() else { return false }
            done.append("the manifest was written again from what the index holds")
            // Nothing but it was looked at.
            return true
        }
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
            Leftovers(folder, manifest).remove()
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
        ShardStubs.update(generation, named: manifest.generation, in: folder)
        return true
    }

    /// Makes the manifest name the newest generation that can be read, and what that says of its sources.
    ///
    /// - Returns: `false` where none can be, but the manifest tells what to build it from.
    /// - Throws: ``SitrepError`` where neither can.
    private func restoreManifest() throws -> Bool {
        let present = try? folder.manifest()
        for number in try folder.generationNumbers().reversed() {
            let name = Generation.name(number)
            let names = Set((try? Files.names(in: folder.path + "/" + name)) ?? [])
            let shards = names.contains("database") ? 1 : names.count(where: ShardStubs.isName)
            guard (1...Manifest.mostShards).contains(shards),
                let database = try? folder.generation(named: name, shards: shards).openDatabase(),
                let metadata = try? IndexMetadata.read(from: database, at: folder.path)
            else { continue }
            // Of two that contradict each other the one that names what is there is right.
            if let present, !metadata.sources.allSatisfy({ Files.exists($0.path) }),
                present.sources.allSatisfy({ Files.exists($0.path) })
            {
                return false
            }
            try folder.publish(Manifest(generation: name, shards: shards, metadata: metadata))
            return true
        }
        guard present == nil else { return false }
        throw SitrepError(
            .data,
            "the index at \(folder.path) cannot be mended: it has lost its \(Manifest.fileName), and no state of it can be read",
            hint: "move the folder away and build the index again: sitrep index PATH…"
        )
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
            for path in paths where intact(path) == nil { Files.remove(path) }
            try IndexVocabulary.store(vocabulary, in: generation)
            return true
        }
        return false
    }

    /// Builds the index again from its sources, if all of them are there.
    private func rebuild(readsArrivals: () -> Bool) throws -> String {
        let manifest = try folder.manifest()
        try checkNothingIsLost(manifest)
        var options = options
        options.takesOverArrivals = readsArrivals()
        let summary = try Indexer(index: folder.path, options: options).reindex(rebuilding: true)
        let built = "the index was built again from its sources: " + NumberText.count(summary.added, "report")
        return ([built] + summary.remarks).joined(separator: "; ")
    }

    private func checkNothingIsLost(_ manifest: Manifest) throws(SitrepError) {
        let paths = manifest.sources.map(\.path)
        let gone = paths.filter { !Files.exists($0) }
        guard !paths.isEmpty, gone.isEmpty else {
            throw SitrepError(
                .io,
                "the database is damaged, and the index cannot be built again: "
                    + (paths.isEmpty
                        ? "it has no sources any more"
                        : "\(gone.joined(separator: ", ")) cannot be read now, and its reports would be lost"),
                hint: paths.isEmpty
                    ? "bring a copy of the index back, or build another one with: sitrep index PATH…"
                    : "make that readable and run the same command again"
            )
        }
        let generation = folder.generation(of: manifest)
        guard let storage = try? ImageStorage.map(path: generation.filesPath), let table = try? FileTable(storage),
            let numbers = try? sourceNumbers(generation, manifest)
        else { return }
        var (files, reports) = (0, 0)
        for place in 0..<table.folderCount {
            let inside = table.folder(place)
            guard let source = numbers[inside.source] else { continue }
            for file in inside.files {
                let path = Files.isFolder(source) ? source + "/" + table.relativePath(of: file, in: inside) : source
                guard !Files.isThere(path), table.file(file).reports > 0 else { continue }
                files += 1
                reports += table.file(file).reports
            }
        }
        guard files > 0 else { return }
        throw SitrepError(
            .io,
            "the database is damaged, and if the index were built again \(NumberText.count(reports, "report")) would be lost: "
                + "\(NumberText.count(files, "file")) of its sources \(files == 1 ? "is" : "are") gone",
            hint: "bring the files back, or do without them: \(ShellCommand.reindexing(folder.path, "--rebuild"))"
        )
    }

    /// The paths of the sources by their numbers, as far as the numbers of the table of files tell them: where there are as
    /// many of both, in their order.
    private func sourceNumbers(_ generation: Generation, _ manifest: Manifest) throws -> [Int: String] {
        let table = try FileTable(try ImageStorage.map(path: generation.filesPath))
        let numbers = table.lastRead.keys.sorted()
        guard numbers.count == manifest.sources.count else { return [:] }
        return Dictionary(zip(numbers, manifest.sources.map(\.path)), uniquingKeysWith: { $1 })
    }
}
