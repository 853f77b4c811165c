internal import Xapian

extension ReportWriter {
    /// Notes the lines at the edges of a report that was written just now.
    mutating func noteEdges(of report: PreparedReport) throws {
        // What is written when the lines are settled has the lines that it had.
        if decidesAllLines {
            for edge in report.edges.terms { edges.noteAdded(edge) }
            return
        }
        for edge in report.edges.terms where edges.note(edge.line) {
            if try edge.line.isRepeated(in: writer.database) { edges.decide(edge.line, isRepeated: true) }
        }
    }

    /// Notes the lines at the edges of a report that another one replaces, or that leaves.
    mutating func releaseEdges(of document: DocumentID) throws {
        guard !decidesAllLines else { return }
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
        let documents = decidesAllLines ? try decideAllLines() : try decideTouchedLines()
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

    /// Decides the lines that reports of this run had or lost.
    ///
    /// - Returns: the reports that were cleaned otherwise than is right.
    private mutating func decideTouchedLines() throws -> Set<DocumentID> {
        for line in edges.touched.keys.sorted() {
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
        return documents
    }

    /// Decides all lines of the index in one pass over their terms, which stand in the order of the lines.
    ///
    /// - Returns: the reports that were cleaned otherwise than is right.
    private mutating func decideAllLines() throws -> Set<DocumentID> {
        let before = try RepeatedLine.all(in: writer.database)
        var repeated: Set<RepeatedLine> = []
        var documents: Set<DocumentID> = []
        var ofLine: [EdgeTerm] = []
        let prefix = Array(Schema.edgeLine.prefix.utf8)
        var next = prefix
        while true {
            let page = try writer.database.allTerms(prefix: prefix, from: next, limit: Self.termsPerPage)
            for edge in page.compactMap({ EdgeTerm($0.term) }) {
                if let line = ofLine.first?.line, line != edge.line {
                    documents.formUnion(try decide(ofLine, &repeated))
                    ofLine.removeAll(keepingCapacity: true)
                }
                ofLine.append(edge)
            }
            guard page.count == Self.termsPerPage, let last = page.last else { break }
            next = last.term + [0]
        }
        documents.formUnion(try decide(ofLine, &repeated))
        for line in repeated.subtracting(before) { try writer.database.setMetadata([1], for: line.metadataKey) }
        // Among these are lines that no report has any more.
        for line in before.subtracting(repeated) {
            edges.decide(line, isRepeated: false)
            try writer.database.setMetadata([], for: line.metadataKey)
        }
        return documents
    }

    /// So many terms are read at once.
    private static var termsPerPage: Int { 4_096 }

    /// Decides a line by all of its terms.
    ///
    /// - Returns: the reports that were cleaned otherwise than is right.
    private mutating func decide(_ terms: [EdgeTerm], _ repeated: inout Set<RepeatedLine>) throws -> Set<DocumentID> {
        guard let line = terms.first?.line else { return [] }
        let isRepeated = Set(terms.map(\.story)).count >= RepeatedLine.threshold
        edges.decide(line, isRepeated: isRepeated)
        if isRepeated { repeated.insert(line) }
        var documents: Set<DocumentID> = []
        for term in terms where term.isCut != isRepeated {
            documents.formUnion(try writer.database.documentIDs(containing: term.term))
        }
        return documents
    }
}
