internal import Xapian

extension SearchIndex {
    /// What two reports differ in.
    ///
    /// - Throws: ``SitrepError``: `notFound` where a report is not there, `usage` where several begin so.
    public func difference(between first: String, and second: String) throws -> (Telling, Telling, TellingDifference) {
        try withState { state in
            let documents = try [first, second].map { try Self.document(named: $0, state) }
            let records = try documents.map { try Self.record($0, state) }
            let texts = try zip(documents, records).map { try HitMaker.text(of: $0, $1, state).text }
            return (Telling(records[0]), Telling(records[1]), TellingDifference(texts[0], texts[1]))
        }
    }
}
