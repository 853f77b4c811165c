internal import Xapian

/// What an index that is built again takes over from the one before.
struct Heritage {
    /// When each report first came in, and with which run, by its key.
    var arrivals: [String: (added: String, run: Int)] = [:]
    /// The digest of the marks of each report that has some, by its key as a number.
    var marks: [UInt64: String] = [:]
    /// The revision that the new index goes on from.
    var revision = 0
    /// When the index was begun, in nanoseconds since 1970; 0 where that is not known.
    var begun: Int64 = 0
    /// The number for the next new source.
    var nextSource = 1
    /// The state that it was read from, and how that describes itself; `nil` where nothing could be read.
    var former: (generation: Generation, metadata: IndexMetadata)?
    /// How many reports say it in a way that cannot be read, or not be believed.
    private(set) var lost = 0

    static let none = Heritage()

    /// What a person is to know of it.
    var remarks: [String] {
        lost == 0
            ? [] : ["when \(NumberText.count(lost, "report")) first came in could not be read and counts from now on"]
    }

    /// Reads what can be read of a generation that is damaged, or of an older schema.
    ///
    /// - Parameter isVerifying: whether a report is believed only if all of it has the sum that it was written with; that
    ///   takes as long as a check of the reports. What a report without a sum says must be possible in any case.
    /// - Returns: `nil` when that is nothing.
    init?(of generation: Generation, verifying isVerifying: Bool = false) {
        guard let database = try? generation.openDatabase(),
            let schema = try? IndexMetadata.schema(of: database),
            (Schema.oldestReadable...Schema.version).contains(schema),
            let last = try? IndexMetadata.revisions(in: database).max(),
            let documents = try? database.documentIDs(containing: [])
        else { return nil }
        revision = last
        // What it says of its sources may be damaged.
        if let metadata = try? IndexMetadata.readFormer(from: database, at: generation.path) {
            begun = metadata.begun
            nextSource = metadata.nextSource
            former = (generation, metadata)
        }
        // Of an older schema the sums are over something else.
        let comparesSums = isVerifying && schema == Schema.version
        for document in documents {
            guard let data = try? database.documentData(document),
                let (record, bytes, sum) = try? StoredRecord.parts(of: data), isPossible(record)
            else {
                lost += 1
                continue
            }
            if comparesSums, let sum {
                guard let terms = try? database.documentTerms(document, withPositions: true),
                    let found = try? ContentSum(of: document, data: bytes, terms: terms, in: database),
                    found.value == sum
                else {
                    lost += 1
                    continue
                }
            }
            arrivals[record.key] = (record.added, record.run)
            if let applied = record.applied {
                marks[PreparedReport.number(ofKey: record.key)] = AppliedMarks.digest(of: applied.marks)
            }
        }
    }

    /// Whether a record can be one that a run wrote.
    private func isPossible(_ record: StoredRecord) -> Bool {
        // A run that saved its state on the way has the revision from before it.
        record.key == ReportPreparation.key(of: record.id) && Timestamp.isOne(record.added)
            && (0...revision + 1).contains(record.run)
    }

    private init() {}
}
