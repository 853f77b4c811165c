internal import Xapian

/// What stands in the folder of an index beside the database.
extension CheckRun {
    /// - Returns: `nil` where nothing tells what the index is.
    /// - Throws: ``SitrepError`` where there is no index, or one of another schema.
    func checkManifest() throws -> Manifest? {
        try progress(.manifest)
        let manifest: Manifest
        do throws(SitrepError) {
            manifest = try folder.manifest()
        } catch {
            guard error.code == .data else { throw error }
            try damage(.manifest, error.message)
            return nil
        }
        guard Files.isFolder(folder.generation(of: manifest).path) else {
            try damage(.manifest, "the manifest names \(manifest.generation), which is not there")
            return nil
        }
        return manifest
    }

    /// What an interrupted run left, which is of no harm: nobody reads it, and the next run takes it away.
    func checkLeftovers(_ manifest: Manifest) throws {
        try progress(.leftovers)
        let names = Leftovers(folder, manifest).paths.map { String($0.dropFirst(folder.path.count + 1)) }
        guard !names.isEmpty else { return }
        let shown = names.prefix(5).joined(separator: ", ") + (names.count > 5 ? " and \(names.count - 5) more" : "")
        try note(
            .leftovers,
            .remark,
            "\(shown): left by a run that was interrupted, or of one that is under way; nobody reads that",
            remedy: "\(repair), or the next run"
        )
    }

    /// What persons wrote: marks and saved searches.
    func checkPersonsFiles(_ state: DatabaseState?) throws {
        try progress(.marks)
        var digest: String?
        var mistakes: [(part: CheckPart, error: SitrepError)] = []
        do throws(SitrepError) {
            digest = try MarksFile(folder: folder).read().digest
        } catch {
            mistakes.append((.marks, error))
        }
        if let state, let digest, try AppliedMarksState(in: state.database).digest != digest {
            try note(
                .marks,
                .remark,
                "\(MarksFile.fileName) says something else than the index holds",
                remedy: ShellCommand.reindexing(folder.path)
            )
        }
        try progress(.saved)
        do throws(SitrepError) {
            let searches = SavedSearches(index: folder.path)
            _ = try searches.all()
            _ = try searches.seen(by: "")
        } catch {
            mistakes.append((.saved, error))
        }
        for (part, error) in mistakes { try note(part, .damage, error.message, remedy: error.hint) }
    }

    /// Compares the images beside the database with their digests.
    func checkVocabulary(_ state: DatabaseState) throws {
        let digest = state.metadata.vocabularyDigest
        for (place, path) in IndexVocabulary.paths(state.generation, digest: digest).enumerated() {
            try progress(.vocabulary, place)
            let image = try Vocabulary.open(path: path)
            let name = FileName.last(path)
            guard image.isIntact, path == state.generation.vocabularyPath(digest: image.digest) else {
                try damage(.vocabulary, "\(name) is damaged: its bytes are not those that were written")
                continue
            }
        }
    }

    /// Compares the sources with what is on the disk.
    func checkSources(_ state: DatabaseState) throws {
        let sources = state.metadata.sources
        let gone = sources.filter { !Files.exists($0.path) }
        for source in gone {
            try note(
                .sources,
                .remark,
                "the source \(source.path) cannot be reached now; its reports stay",
                remedy: "make it readable, or take it out with: sitrep forget"
            )
        }
        let paths = Dictionary(
            sources.filter { Files.exists($0.path) }.map { ($0.number, ($0.path, Files.isFolder($0.path))) },
            uniquingKeysWith: { $1 }
        )
        let entries = try state.database.metadataEntries(prefix: FileKey.metadataPrefix)
        var (changed, missing) = (0, 0)
        for (place, entry) in entries.enumerated() {
            if place.isMultiple(of: 1_000) { try progress(.sources, place, of: entries.count) }
            let file = try FileRecord(decoding: entry.value)
            guard let (path, isFolder) = paths[file.source] else { continue }
            guard let status = Files.status(isFolder ? path + "/" + file.relativePath : path) else {
                missing += 1
                continue
            }
            if (status.size, status.modified) != (file.status.size, file.status.modified) { changed += 1 }
        }
        guard changed > 0 || missing > 0 else { return }
        try note(
            .sources,
            .remark,
            "of the files that it was built from \(changed) have changed since and \(missing) are gone",
            remedy: ShellCommand.reindexing(folder.path)
        )
    }
}

/// What interrupted runs left in the folder of an index.
struct Leftovers {
    /// Absolute, in the order of their names; those in the folder first.
    let paths: [String]

    init(_ folder: IndexFolder, _ manifest: Manifest) {
        func names(_ path: String) -> [String] { (try? Files.names(in: path)) ?? [] }
        let generation = folder.generation(of: manifest)
        let inFolder = names(folder.path).filter { name in
            Generation.isUnfinishedName(name) || (Generation.isName(name) && name != manifest.generation)
                || name == Manifest.fileName + ".new"
        }
        let inGeneration = names(generation.path).filter { name in
            name.hasSuffix(".new") || name.hasSuffix(".runs") || name.hasSuffix(".sketches")
                || [
                    Generation.emptyDatabaseName, Generation.addedDatabaseName, Generation.baseDatabaseName,
                ].contains(name)
        }
        paths = inFolder.map { folder.path + "/" + $0 } + inGeneration.map { generation.path + "/" + $0 }
    }

    /// Takes them away; to be called with the writers' lock held.
    func remove() {
        for path in paths {
            if Files.isFolder(path) { try? Files.removeFolder(path) } else { Files.remove(path) }
        }
    }
}
