internal import Xapian

extension Query {
    /// Some documents and no others, without weight.
    ///
    /// A server cannot be asked for documents by their ids: there they are found by the keys of their reports, each of
    /// which is read first; where two indexes have a key, by the content as well.
    ///
    /// - Parameter mayBeMore: whether it does no harm when other documents are among them.
    /// - Throws: ``SitrepError`` `usage` where servers have the same report for two indexes, and no more than one of them
    ///   is wanted.
    static func among(
        _ documents: [DocumentID],
        in database: borrowing some DatabaseReading & ~Copyable,
        mayBeMore: Bool = false
    ) throws -> Query {
        guard database.isRemote else { return .documents(documents) }
        var terms: [[UInt8]] = []
        var shared: [Query] = []
        terms.reserveCapacity(documents.count)
        for document in documents {
            let record = try StoredRecord(decoding: try database.documentData(document))
            let key = Schema.key.term(record.key)
            if !mayBeMore, database.separatesGroups, try database.termFrequency(key) > 1 {
                shared.append(.and([.term(key), .term(Schema.term(ofDigest: record.digest))]))
            } else {
                terms.append(key)
            }
        }
        guard !shared.isEmpty else { return .anyTerm(terms, nil) }
        let query = Query.or((terms.isEmpty ? [] : [.anyTerm(terms, nil)]) + shared)
        guard try database.matchingDocumentIDs(query) == documents.sorted() else {
            throw SitrepError(
                .usage,
                "two of the indexes hold the same reports, which servers cannot tell apart in this search",
                hint: "search these indexes one after the other"
            )
        }
        return query
    }
}
