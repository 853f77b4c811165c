internal import Xapian

extension SearchIndex {
    /// What two reports differ in.
    ///
    /// - Throws: ``SitrepError``: `notFound` where a report is not there, `usage` where several begin so.
    public func difference(between first: String, and second: String) throws -> (Telling, Telling, TellingDifference) {
        try withState { state in
            let records = try [first, second].map { name in
                try StoredRecord(decoding: try state.database.documentData(try Self.document(named: name, state)))
            }
            let texts = try records.map { try HitMaker.text(of: $0, state).text }
            return (Telling(records[0]), Telling(records[1]), TellingDifference(texts[0], texts[1]))
        }
    }
}
