internal import Xapian

/// Finds what comes nearest when no report has all the words of a query.
enum Relaxation {
    /// Queries of more parts are texts rather than questions, and are not relaxed: each part is gone through whole.
    static let mostClauses = 40

    /// The query for the reports with the most of the clauses, at least one; `nil` when none has any, and for a query
    /// of more than ``mostClauses``.
    ///
    /// Goes through the matches of each clause once; a hit's score counts the clauses that it has.
    ///
    /// - Parameter compiled: with two clauses or more.
    static func query(
        _ compiled: CompiledQuery,
        in database: borrowing some DatabaseReading & ~Copyable
    ) throws -> Query? {
        guard compiled.clauses.count <= mostClauses else { return nil }
        var matched = [UInt8](repeating: 0, count: Int(try database.lastDocumentID.rawValue) + 1)
        var alone = compiled
        for clause in compiled.clauses where clause != .matchNothing {
            alone.clauses = [clause]
            for document in try database.matchingDocumentIDs(alone.query()) { matched[Int(document.rawValue)] += 1 }
        }
        guard let most = matched.max(), most > 0 else { return nil }
        let best = matched.indices.filter { matched[$0] == most }.map { DocumentID(UInt32($0)) }
        var some = try Query.among(best, in: database, besides: .copies)
        if database.isRemote {
            // Copies have the same words, but need not pass the filters, of which a count of facets leaves out one.
            alone.clauses = [some]
            some = alone.query()
        }
        return .filter(.or(compiled.clauses), by: some)
    }
}
