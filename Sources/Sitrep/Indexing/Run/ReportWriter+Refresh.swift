internal import Xapian

extension ReportWriter {
    /// Finds the facets of reports anew, from their stored texts, after the vocabulary has changed; those that this run
    /// wrote went through the new vocabulary already.
    ///
    /// Texts are unpacked and looked through on all processors, and written in the order of the index.
    ///
    /// - Parameters:
    ///   - documents: the reports, as documents of `snapshot`.
    ///   - snapshot: the generation that the run found, whose reports are read.
    ///   - progress: called after each report with how many there were.
    /// - Returns: how many reports were looked through.
    mutating func refreshFacets(
        of documents: [DocumentID],
        in snapshot: Generation,
        vocabulary: Vocabulary,
        progress: (Int) -> Void
    ) throws -> Int {
        let threads = WorkerThread.processorCount
        let pipeline = OrderedPipeline<PackedReport, Result<UnpackedReport, any Error>>(
            threads: threads,
            window: threads * 8
        )
        let written = written
        let repeated = edges.repeated
        var done = 0
        try pipeline.run(
            produce: { submit in
                // A handle of its own: one is for one thread.
                let database = try snapshot.openDatabase()
                for document in documents {
                    let record = try StoredRecord(decoding: try database.documentData(document))
                    guard !written.contains(PreparedReport.number(ofKey: record.key)) else { continue }
                    let text = try database.metadata(StoredText.metadataKey(reportKey: record.key))
                    guard submit(PackedReport(record: record, text: text)) else { return }
                }
            },
            makeTransform: {
                let preparation = PreparationBox(try ReportPreparation(vocabulary: vocabulary, repeated: repeated))
                return { packed in Result { try UnpackedReport(packed, preparation) } }
            },
            consume: { result in
                let found = try result.get()
                // What the run took out meanwhile is not there any more.
                if let known = try known(id: found.report.id) {
                    try write(found.report, path: known.report.record.path, file: known.file, replacing: known.report)
                }
                done += 1
                progress(done)
            }
        )
        return done
    }

    /// Forgets the values of this index alone that no report has any more and whose name another value bears too, as the
    /// one of the vocabulary that the name was taught for: they would make it ambiguous, and an index that is built anew
    /// does not have them. Other values without a report stay known, as after a deletion.
    ///
    /// To be called when all reports are written. Takes time in proportion to the index's own values.
    func forgetSupersededValues() throws {
        for facet in FacetKind.allCases {
            let field = Schema.field(of: facet)
            for concept in (directory.own[facet] ?? [:]).values {
                guard try writer.database.termFrequency(field.term(concept.id.rawValue)) == 0,
                    directory.resolve(concept.name, in: facet).contains(where: { $0 != concept.id })
                else { continue }
                try writer.database.setMetadata([], for: ConceptDirectory.entry(of: concept).key)
            }
        }
    }
}

/// A report as the database gives it.
private struct PackedReport: Sendable {
    var record: StoredRecord
    var text: [UInt8]
}

/// A report from the index with the facets that a new vocabulary finds in it.
private struct UnpackedReport: Sendable {
    var report: PreparedReport

    init(_ packed: PackedReport, _ box: PreparationBox) throws {
        report = box.preparation.prepare(packed.record, text: try StoredText(decoding: packed.text))
    }
}

extension Article {
    /// The article as it was found, with the lines that were cut, without what a person says of it.
    init(record: StoredRecord, text: StoredText) {
        self.init(
            recordID: record.id,
            title: record.foundTitle,
            text: text.whole,
            url: record.url,
            source: record.source,
            language: record.language,
            published: record.foundPublished,
            given: text.given
        )
        credit = record.credit
    }
}
