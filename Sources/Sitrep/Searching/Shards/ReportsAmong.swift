internal import Xapian

/// Documents beside those that a query is to match, which it may match too.
enum OtherDocuments {
    case none
    /// The same reports, to the byte, in other indexes.
    case copies
    case any
}

extension Query {
    /// Some documents and no others, without weight.
    ///
    /// A server cannot be asked for documents by their ids: there they are found by the keys of their reports, each of
    /// which is read first; where two indexes have a key, by the content as well.
    ///
    /// - Parameter others: which other documents may be among them without harm.
    /// - Throws: ``SitrepError`` `usage` where servers have the same report for two indexes, no more than one of them is
    ///   wanted, and others do harm.
    static func among(
        _ documents: [DocumentID],
        in database: borrowing some DatabaseReading & ~Copyable,
        besides others: OtherDocuments = .none
    ) throws -> Query {
        guard database.isRemote else { return .documents(documents) }
        var terms: [[UInt8]] = []
        var shared: [Query] = []
        terms.reserveCapacity(documents.count)
        for document in documents {
            let record = try StoredRecord(decoding: try database.documentData(document))
            let key = Schema.key.term(record.key)
            if others != .any, database.separatesGroups, try database.termFrequency(key) > 1 {
                shared.append(.and([.term(key), .term(Schema.term(ofDigest: record.digest))]))
            } else {
                terms.append(key)
            }
        }
        guard !shared.isEmpty else { return .anyTerm(terms, nil) }
        let query = Query.or((terms.isEmpty ? [] : [.anyTerm(terms, nil)]) + shared)
        if others == .copies { return query }
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
