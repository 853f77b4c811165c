internal import Xapian

extension IndexRun {
    /// What a run needs to save a state before its end.
    struct Saving {
        /// As the index is described at the run's end, but for its revision and time.
        var metadata: IndexMetadata
        var vocabulary: Vocabulary
        var present: Present?
        var marks: MarksFile
        var marksBefore: MarksFile.Content
        var checkpoints: Checkpoints
    }

    /// The way to save states before the end; `nil` for a run whose states on the way are none that should be seen.
    ///
    /// These are a small run, which is one transaction; one that builds an index again, of which the whole is there still;
    /// one whose reports get other facets at its end; and one that takes in the files of a source that it takes out.
    func saving(
        _ writer: IndexWriter,
        _ plan: SourcePlan,
        _ saving: Saving,
        isRebuild: Bool,
        refreshes: Bool
    ) -> Saving? {
        guard writer.mode != .inPlace, !isRebuild, !refreshes, plan.dropped.isEmpty else { return nil }
        var saving = saving
        // A file of a source that was there before may be one of those that are still to be read: it must not be taken
        // for one that was read just now. Of a new source only what was read is known.
        let before = Dictionary((saving.present?.metadata.sources ?? []).map { ($0.number, $0) }) { $1 }
        saving.metadata.sources = saving.metadata.sources.map { source in
            guard let old = before[source.number] else { return source }
            var source = source
            (source.device, source.lastRead) = (old.device, old.lastRead)
            return source
        }
        return saving
    }

    /// Makes what was taken in so far the index's present state, and goes on from there.
    ///
    /// The state is complete: lines at edges are decided, stories are settled, marks are applied. What only the end of the
    /// run can tell is left: what no file holds any more is still there, and files with such reports, and the one that
    /// is being read, are known as files to be read again. It has the revision from before the run, so that nobody takes
    /// its reports for all that this run brought.
    func save(_ saving: Saving, _ reports: inout ReportWriter) throws {
        try reports.noteUnfinished()
        try reports.writer.endAdditions()
        try reports.settleRepetition(vocabulary: saving.vocabulary)
        let marks = (try? saving.marks.read()) ?? saving.marksBefore
        reports.summary.marked += try reports.settleMarks(marks, of: saving.metadata, vocabulary: saving.vocabulary)
        try reports.settleStories(revision: saving.metadata.revision)
        var metadata = saving.metadata
        metadata.checkpoint = reports.writer.generationNumber
        metadata.updated = Timestamp.now()
        metadata.vocabularyDigest = saving.vocabulary.digest
        try reports.writer.publishAndGoOn(
            metadata: metadata,
            vocabulary: saving.vocabulary,
            files: IndexWriter.FileChanges(before: saving.present?.files, changes: reports.files)
        )
        reports.goOn()
    }
}
