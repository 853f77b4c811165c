internal import Xapian

extension ReportWriter {
    /// Gives each report the marks that the file has for it: those whose marks came, went or changed are written anew
    /// from what the index holds of them.
    ///
    /// To be called when all reports are written and taken out, for a report that a run writes comes without marks. What
    /// comes of it depends on nothing but the file, the reports that the index then holds and when it was begun.
    ///
    /// - Returns: how many reports have other marks than before the run; one that the run wrote and that has its marks
    ///   again is none of them.
    mutating func settleMarks(
        _ content: MarksFile.Content,
        of index: IndexMetadata,
        vocabulary: Vocabulary
    ) throws -> Int {
        let resolution = MarkResolution(begun: index.begunMoment)
        var wanted = try resolution.marks(content.entries, in: writer.database)
        let all = wanted
        var stale: Set<DocumentID> = []
        let prefix = Array(Schema.marked.prefix.utf8)
        for (term, _) in try writer.database.allTerms(prefix: prefix) {
            let digest = String(decoding: term.dropFirst(prefix.count), as: UTF8.self)
            for document in try writer.database.documentIDs(containing: term) {
                if let marks = wanted[document], AppliedMarks.digest(of: marks) == digest {
                    wanted[document] = nil
                } else if wanted[document] == nil, all[document] == nil {
                    stale.insert(document)
                }
            }
        }
        try AppliedMarksState(digest: content.digest).write(to: &writer.database)
        let documents = stale.union(wanted.keys).sorted()
        var before = marksBefore
        guard !documents.isEmpty else { return unmarked(before) }
        var changed = 0
        var preparation = try ReportPreparation(vocabulary: vocabulary, repeated: edges.repeated)
        for document in documents {
            let record = try StoredRecord(decoding: try writer.database.documentData(document))
            guard let file = try FileKey(of: document, in: writer.database) else { continue }
            let text = try StoredText(
                decoding: try writer.database.metadata(StoredText.metadataKey(reportKey: record.key))
            )
            let report = preparation.prepare(record, text: text, marks: all[document])
            let said = record.applied.map { AppliedMarks.digest(of: $0.marks) } ?? before[report.number]
            before[report.number] = nil
            if said != all[document].map(AppliedMarks.digest) { changed += 1 }
            try write(report, path: record.path, file: file, replacing: Known(document: document, record: record))
        }
        return changed + unmarked(before)
    }

    /// How many of these reports the run wrote; of them nothing is said any more.
    private func unmarked(_ reports: [UInt64: String]) -> Int { reports.keys.count { written.contains($0) } }
}

/// Which state of the file of marks an index holds, kept in its database.
struct AppliedMarksState: Equatable {
    /// The digest of the file; empty where there was none.
    var digest = ""

    private static let key = "marks"

    init(digest: String) { self.digest = digest }

    init(in database: borrowing some DatabaseReading & ~Copyable) throws(XapianError) {
        digest = String(decoding: try database.metadata(Self.key), as: UTF8.self)
    }

    func write(to database: inout WritableDatabase) throws(XapianError) {
        try database.setMetadata(Array(digest.utf8), for: Self.key)
    }
}
