internal import Xapian

/// Makes reports ready again from what a state of an index holds of them.
///
/// Texts are unpacked, looked through and packed again on all processors.
struct StoredReports: Sendable {
    /// The state whose reports are read.
    var snapshot: Generation
    /// What their facets are found with.
    var vocabulary: Vocabulary
    /// The lines that are boilerplate, by what the run has counted so far.
    var repeated: RepeatedLines

    /// A report as the database gives it.
    struct Packed: Sendable {
        var record: StoredRecord
        var text: [UInt8]
        /// The file that it came from, where that is asked for.
        var file: FileRecord?
    }

    /// A report made ready, or why that cannot be done.
    struct Ready: Sendable {
        var report: Result<PreparedReport, any Error>
        /// The path that its file had.
        var path: String
        var file: FileRecord?
    }

    /// Hands over reports in the order in which they are asked for.
    ///
    /// - Parameters:
    ///   - documents: the reports, as documents of the state.
    ///   - read: called for each on a thread of its own; gives `nil` for one that is passed over.
    ///   - body: called on this thread.
    /// - Throws: what `read` and `body` throw.
    func forEach(
        of documents: [DocumentID],
        reading read: @escaping @Sendable (DocumentID, borrowing Database) throws -> Packed?,
        _ body: (Ready) throws -> Void
    ) throws {
        let threads = WorkerThread.processorCount
        let pipeline = OrderedPipeline<Packed, Ready>(threads: threads, window: threads * 8)
        let (snapshot, vocabulary, repeated) = (snapshot, vocabulary, repeated)
        try pipeline.run(
            produce: { submit in
                // A handle of its own: one is for one thread.
                let database = try snapshot.openDatabase()
                for document in documents {
                    guard let packed = try read(document, database) else { continue }
                    guard submit(packed) else { return }
                }
            },
            makeTransform: {
                let preparation = PreparationBox(try ReportPreparation(vocabulary: vocabulary, repeated: repeated))
                return { packed in
                    Ready(
                        report: Result { try Self.report(packed, preparation) },
                        path: packed.record.path,
                        file: packed.file
                    )
                }
            },
            consume: body
        )
    }

    private static func report(_ packed: Packed, _ box: PreparationBox) throws -> PreparedReport {
        var report = box.preparation.prepare(packed.record, text: try StoredText(decoding: packed.text))
        // Here, as all threads pack and one writes.
        report.packedText = report.storedText()
        return report
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
