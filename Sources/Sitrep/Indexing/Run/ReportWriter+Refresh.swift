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
        let written = written
        let stored = StoredReports(snapshot: snapshot, vocabulary: vocabulary, repeated: edges.repeated)
        var done = 0
        try stored.forEach(
            of: documents,
            reading: { document, database in
                let record = try StoredRecord(decoding: try database.documentData(document))
                guard !written.contains(PreparedReport.number(ofKey: record.key)) else { return nil }
                let text = try database.metadata(StoredText.metadataKey(reportKey: record.key), beside: document)
                return StoredReports.Packed(record: record, text: text)
            },
            { found in
                let report = try found.report.get()
                // What the run took out meanwhile is not there any more.
                if let known = try known(id: report.id) {
                    try write(report, path: known.report.record.path, file: known.file, replacing: known.report)
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
