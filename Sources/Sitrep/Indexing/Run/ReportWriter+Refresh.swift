import Xapian

extension ReportWriter {
    /// Finds the facets of all reports anew, from their stored texts, after the vocabulary has changed.
    ///
    /// - Parameter jobs: files of this run, whose reports already went through the new vocabulary.
    mutating func refreshFacets(vocabulary: Vocabulary, skipping jobs: [ChangeScan.Job]) throws {
        let fresh = Set(jobs.map { $0.fileKey.term })
        var preparation = try ReportPreparation(vocabulary: vocabulary)
        for document in try writer.database.documentIDs(containing: []) {
            let prefix = Schema.file.prefix.utf8
            let terms = try writer.database.documentTerms(document)
            guard let term = terms.first(where: { $0.term.starts(with: prefix) })?.term, !fresh.contains(term) else {
                continue
            }
            let record = try StoredRecord(decoding: try writer.database.documentData(document))
            let stored = try StoredText(
                decoding: try writer.database.metadata(StoredText.metadataKey(reportKey: record.key))
            )
            let article = Article(record: record, text: stored)
            let report = preparation.prepare(
                article,
                id: record.id,
                digest: record.digest,
                line: nil,
                removedBytes: record.removedBytes
            )
            let file = FileKey(rawValue: String(decoding: term.dropFirst(prefix.count), as: UTF8.self))
            try write(
                report,
                path: record.path,
                file: file,
                origin: Known(document: document, record: record),
                replacing: document
            )
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
