internal import Xapian

/// Finds what comes nearest when no report has all the words of a query.
enum Relaxation {
    /// The query for the reports with the most of the clauses, at least one; `nil` when none has any.
    ///
    /// Goes through the matches of each clause once; a hit's score counts the clauses that it has.
    ///
    /// - Parameter compiled: with two clauses or more.
    static func query(
        _ compiled: CompiledQuery,
        in database: borrowing some DatabaseReading & ~Copyable
    ) throws(XapianError) -> Query? {
        var matched: [DocumentID: Int] = [:]
        for clause in compiled.clauses {
            var alone = compiled
            alone.clauses = [clause]
            for document in try database.matchingDocumentIDs(alone.query()) { matched[document, default: 0] += 1 }
        }
        guard let most = matched.values.max() else { return nil }
        let best = matched.filter { $0.value == most }.map(\.key).sorted()
        return .filter(.or(compiled.clauses), by: .documents(best))
    }
}
