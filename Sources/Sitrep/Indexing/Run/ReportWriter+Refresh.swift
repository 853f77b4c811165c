internal import Xapian

extension ReportWriter {
    /// Finds the facets of all reports anew, from their stored texts, after the vocabulary has changed; those that this
    /// run wrote went through the new vocabulary already.
    mutating func refreshFacets(vocabulary: Vocabulary) throws {
        var preparation = try ReportPreparation(vocabulary: vocabulary)
        for document in try writer.database.documentIDs(containing: []) {
            let record = try StoredRecord(decoding: try writer.database.documentData(document))
            guard !written.contains(PreparedReport.number(ofKey: record.key)),
                let file = try FileKey(of: document, in: writer.database)
            else { continue }
            let stored = try StoredText(
                decoding: try writer.database.metadata(StoredText.metadataKey(reportKey: record.key))
            )
            let report = preparation.prepare(
                Article(record: record, text: stored),
                id: record.id,
                digest: record.digest,
                line: nil,
                removedBytes: record.removedBytes
            )
            try write(report, path: record.path, file: file, replacing: Known(document: document, record: record))
        }
    }
}

extension Article {
    /// The article as the index holds it.
    init(record: StoredRecord, text: StoredText) {
        self.init(
            recordID: record.id,
            title: record.title,
            text: text.text,
            url: record.url,
            source: record.source,
            language: record.language,
            published: record.published,
            given: text.given
        )
    }
}
