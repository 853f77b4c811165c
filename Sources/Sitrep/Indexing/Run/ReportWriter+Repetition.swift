internal import Xapian

extension ReportWriter {
    /// Notes the lines at the edges of a report that was written just now.
    mutating func noteEdges(of report: PreparedReport) throws {
        for edge in report.edges.terms where edges.note(edge.line) {
            if try edge.line.isRepeated(in: writer.database) { edges.decide(edge.line, isRepeated: true) }
        }
    }

    /// Notes the lines at the edges of a report that another one replaces, or that leaves.
    mutating func releaseEdges(of document: DocumentID) throws {
        for term in try writer.database.documentTerms(document) {
            if let edge = EdgeTerm(term.term) { edges.release(edge.line) }
        }
    }

    /// Decides of each line that reports of this run had or lost whether its source repeats it, and cleans those reports
    /// anew for which that has changed, from their stored texts.
    ///
    /// To be called when all reports are written and taken out. What comes of it depends on nothing but the reports
    /// that the index then holds. The reports to clean anew are few: those of at most three stories, with their copies,
    /// and those that other threads were cleaning when the line became known.
    mutating func settleRepetition(vocabulary: Vocabulary) throws {
        for line in edges.open(startedEmpty: startsEmpty) {
            edges.decide(line, isRepeated: try line.isRepeated(in: writer.database))
        }
        var documents: Set<DocumentID> = []
        for line in edges.changed.sorted() {
            let isRepeated = edges.repeated.contains(line)
            try writer.database.setMetadata(isRepeated ? [1] : [], for: line.metadataKey)
            let wrong = EdgeTerm.prefix(line, isCut: !isRepeated)
            for (term, _) in try writer.database.allTerms(prefix: wrong) {
                documents.formUnion(try writer.database.documentIDs(containing: term))
            }
        }
        guard !documents.isEmpty else { return }
        var preparation = try ReportPreparation(vocabulary: vocabulary, repeated: edges.repeated)
        for document in documents.sorted() {
            let record = try StoredRecord(decoding: try writer.database.documentData(document))
            guard let file = try FileKey(of: document, in: writer.database) else { continue }
            let text = try StoredText(
                decoding: try writer.database.metadata(StoredText.metadataKey(reportKey: record.key))
            )
            let report = preparation.prepare(record, text: text)
            try write(report, path: record.path, file: file, replacing: Known(document: document, record: record))
        }
    }
}
