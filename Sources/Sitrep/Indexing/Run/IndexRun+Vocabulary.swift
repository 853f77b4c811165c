internal import Xapian

extension IndexRun {
    /// The vocabulary of the run, and which reports that are there must be looked through again with it.
    ///
    /// The folder that extends it is the one named for this run, else the one that the index remembers, else the user's
    /// own where there is one; the index remembers what it was.
    func chooseVocabulary(
        _ task: Task,
        present: Present?,
        metadata: inout IndexMetadata
    ) throws -> (vocabulary: Vocabulary, isNew: Bool) {
        if let path = options.vocabularyFolder {
            // An empty name is remembered too: as the wish for the built-in vocabulary alone.
            metadata.vocabularyFolder = path.isEmpty ? "" : SystemPath.absolute(path)
        }
        let takesNew = present == nil || task == .reindex || options.vocabularyFolder != nil
        guard takesNew else { return (present?.vocabulary ?? .builtIn, false) }
        let user = UserVocabulary(standardFolder: options.standardVocabularyFolder)
        if metadata.vocabularyFolder == nil { metadata.vocabularyFolder = user.standardFolderInUse }
        let vocabulary = try user.load(
            folder: metadata.vocabularyFolder,
            mustExist: options.vocabularyFolder != nil,
            wasUsed: options.vocabularyFolder == nil && (present == nil || present?.vocabulary.overlayBytes != nil)
        )
        return (vocabulary, present.map { $0.vocabulary.digest != vocabulary.digest } ?? false)
    }

    /// What a new vocabulary asks to look at again.
    struct RefreshPlan {
        var summary: VocabularyRefresh
        /// Documents of the generation that the run found.
        var documents: [DocumentID]
    }

    /// - Returns: `nil` when the vocabulary is the one that the index has.
    func planRefresh(_ vocabulary: Vocabulary, isNew: Bool, present: Present?) throws -> RefreshPlan? {
        guard isNew, let present else { return nil }
        let database = try present.generation.openDatabase()
        var summary = VocabularyRefresh()
        summary.total = try database.documentCount
        guard let changes = vocabulary.changes(since: present.vocabulary) else {
            summary.isWhole = true
            return RefreshPlan(summary: summary, documents: try database.documentIDs(containing: []))
        }
        summary.spellings = changes.spellings.count
        summary.concepts = changes.concepts.count
        var touched = TouchedReports()
        return RefreshPlan(
            summary: summary,
            documents: try touched.documents(changes, in: database).sorted()
        )
    }

    /// Finds the facets of reports anew.
    func refresh(
        _ documents: [DocumentID],
        of present: Present,
        in reports: inout ReportWriter,
        vocabulary: Vocabulary
    ) throws {
        let options = options
        let count = try reports.refreshFacets(
            of: documents,
            in: present.generation,
            vocabulary: vocabulary
        ) { done in
            options.progress?(
                RunProgress(phase: .refreshing, reports: done)
            )
        }
        reports.summary.vocabulary?.reports = count
    }

    func remarks(on vocabulary: Vocabulary, task: Task, present: Present?) -> [String] {
        guard let present, case .index = task, present.metadata.vocabularyFolder?.isEmpty ?? true,
            present.vocabulary.digest != Vocabulary.builtIn.digest, vocabulary.digest == present.vocabulary.digest
        else { return [] }
        return ["a newer vocabulary is at hand; take it over with: sitrep reindex"]
    }
}
