internal import Xapian

extension IndexRun {
    /// Brings what the file of marks says into the index, in one transaction over the reports whose marks differ.
    ///
    /// Sources are neither walked nor read.
    ///
    /// - Throws: ``SitrepError``: `locked` where another writer holds the index.
    func applyMarks() throws {
        do {
            let lock = try options.lock(folder)
            try applyMarks(lock)
        } catch {
            throw SitrepError.translated(error, index: folder.path)
        }
    }

    private func applyMarks(_ lock: consuming WriterLock) throws {
        let content = try MarksFile(folder: folder).read()
        let manifest = try folder.manifest()
        guard manifest.schema == Schema.version else {
            throw IndexMetadata.wrongSchema(manifest.schema, at: folder.path)
        }
        let generation = folder.generation(of: manifest)
        let (known, own) = try state(of: generation)
        var metadata = known
        let vocabulary = try IndexVocabulary.open(generation, digest: metadata.vocabularyDigest, index: folder.path)
        let writer = try IndexWriter(folder: folder, lock: lock, manifest: manifest, mode: .inPlace)
        guard try AppliedMarksState(in: writer.database) != AppliedMarksState(digest: content.digest) else { return }
        metadata.revision += 1
        metadata.updated = Timestamp.now()
        var reports = try ReportWriter(
            writer: writer,
            directory: ConceptDirectory(vocabulary: vocabulary, own: own),
            summary: RunSummary(),
            jobs: [],
            heritage: .none,
            added: metadata.updated,
            run: metadata.revision
        )
        _ = try reports.settleMarks(content, of: metadata, vocabulary: vocabulary)
        try reports.settleStories()
        try writer.publish(metadata: metadata, vocabulary: vocabulary)
    }

    /// What may not have been meant in a file of marks, but for values that the index has already.
    static func remarks(on marks: MarksFile.Content, _ vocabulary: Vocabulary, own: [Concept]) -> [String] {
        let directory = ConceptDirectory(vocabulary: vocabulary, own: own)
        let doubtful = DoubtfulValue.list(marks.entries, vocabulary).filter {
            !$0.paths.isEmpty || directory.resolve($0.value, in: $0.facet).isEmpty
        }
        let shown = doubtful.prefix(5).map { "\(MarksFile.fileName), line \($0.line): \($0.message)" }
        return shown + (doubtful.count > 5 ? ["\(doubtful.count - 5) more such values: sitrep doctor"] : [])
    }

    private func state(of generation: Generation) throws -> (metadata: IndexMetadata, own: [Concept]) {
        let database = try generation.openDatabase()
        try folder.checkShards(of: database)
        return (
            try IndexMetadata.read(from: database, at: folder.path),
            try ConceptDirectory.ownConcepts(in: database)
        )
    }
}
