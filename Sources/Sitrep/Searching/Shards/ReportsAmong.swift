internal import Xapian

extension Query {
    /// Some documents and no others, without weight.
    ///
    /// A server cannot be asked for documents by their ids: there they are found by the keys of their reports, each of
    /// which is read first.
    static func among(
        _ documents: [DocumentID],
        in database: borrowing some DatabaseReading & ~Copyable
    ) throws -> Query {
        guard database.isRemote else { return .documents(documents) }
        var terms: [[UInt8]] = []
        terms.reserveCapacity(documents.count)
        for document in documents {
            terms.append(Schema.key.term(try StoredRecord(decoding: try database.documentData(document)).key))
        }
        return .anyTerm(terms, nil)
    }
}
