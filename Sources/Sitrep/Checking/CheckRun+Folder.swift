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

    /// An index of another schema is no damaged one, and nothing here can tell whether it is sound.
    ///
    /// - Throws: ``SitrepError`` where both the manifest and the database say that it is.
    func checkSchema(_ manifest: Manifest, _ generation: Generation) throws {
        guard manifest.schema != Schema.version else { return }
        // Opening is what some damage makes the library crash at.
        try progress(.database)
        guard let database = try? generation.openDatabase(),
            let schema = try? IndexMetadata.schema(of: database), schema == manifest.schema
        else { return }
        throw IndexMetadata.wrongSchema(schema, at: folder.path)
    }

    /// The stubs by which others find the shards.
    func checkStubs(_ manifest: Manifest, _ generation: Generation) throws {
        try progress(.stubs)
        let wrong = ShardStubs.wrong(generation, named: manifest.generation, in: folder)
        guard !wrong.isEmpty else { return }
        let verbs = wrong.count == 1 ? "is missing, or names" : "are missing, or name"
        try note(
            .stubs,
            .remark,
            "\(wrong.joined(separator: ", ")) \(verbs) another database; searches here are right",
            remedy: repair
        )
    }

    /// What an interrupted run left, which is of no harm: nobody reads it, and the next run takes it away.
    func checkLeftovers(_ manifest: Manifest, _ generation: Generation) throws {
        try progress(.leftovers)
        let names = Leftovers(folder, beside: generation, named: manifest.generation).paths
            .map { String($0.dropFirst(folder.path.count + 1)) }
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
            try Files.checkReadable(path)
            let image = try Vocabulary.open(path: path)
            let name = FileName.last(path)
            guard image.isIntact, path == state.generation.vocabularyPath(digest: image.digest) else {
                try damage(.vocabulary, "\(name) is damaged: its bytes are not those that were written")
                continue
            }
        }
    }

    /// Compares the sources with what is on the disk, as far as the index knows their files; new ones are not looked for.
    func checkSources(_ state: DatabaseState) throws {
        let sources = state.metadata.sources
        for source in sources where !Files.exists(source.path) {
            try note(
                .sources,
                .remark,
                "the source \(source.path) cannot be reached now; its reports stay",
                remedy: "make it readable, or take it out with: sitrep forget"
            )
        }
        let known = Dictionary(
            sources.filter { Files.exists($0.path) }.map { ($0.number, ($0, Files.isFolder($0.path))) },
            uniquingKeysWith: { $1 }
        )
        let entries = try state.database.metadataEntries(prefix: FileKey.metadataPrefix)
        var (changed, gone, hidden) = (0, 0, 0)
        for (place, entry) in entries.enumerated() {
            if place.isMultiple(of: 1_000) { try progress(.sources, place, of: entries.count) }
            let file = try FileRecord(decoding: entry.value)
            guard let (source, isFolder) = known[file.source] else { continue }
            let path = source.absolutePath(of: file.relativePath, isFolder: isFolder)
            guard let status = Files.status(path) else {
                if Files.isAbsent(path) { gone += 1 } else { hidden += 1 }
                continue
            }
            if (status.size, status.modified) != (file.status.size, file.status.modified) { changed += 1 }
        }
        if changed > 0 || gone > 0 {
            try note(
                .sources,
                .remark,
                "of the files that it was built from \(changed) have changed since and \(gone) are gone",
                remedy: ShellCommand.reindexing(folder.path)
            )
        }
        guard hidden > 0 else { return }
        try note(
            .sources,
            .remark,
            "of the files that it was built from \(hidden) cannot be reached now; their reports stay",
            remedy: "make them readable"
        )
    }
}
