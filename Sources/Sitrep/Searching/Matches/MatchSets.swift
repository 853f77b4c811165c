internal import Xapian

/// What a query matches, with and without each of its filters.
///
/// Each part of the query is read once, whatever number of facets leave out their own filter.
final class MatchSets {
    private let compiled: CompiledQuery
    private let relaxed: Query?
    /// Whether the matches without some filter will be asked for.
    private let sharesParts: Bool
    private var whole: DocumentBitmap?
    private var parts: Parts?

    private struct Parts {
        /// What the words match.
        var words: DocumentBitmap
        /// What each filter lets pass, in the order of the query's.
        var filters: [DocumentBitmap]
        var excluded: DocumentBitmap?
    }

    /// - Parameters:
    ///   - relaxed: stands for the words, where these are relaxed.
    ///   - sharesParts: whether the matches without some filter will be asked for too.
    init(_ compiled: CompiledQuery, relaxed: Query? = nil, sharesParts: Bool) {
        self.compiled = compiled
        self.relaxed = relaxed
        self.sharesParts = sharesParts && !compiled.filters.isEmpty
    }

    /// The matches, without the filters of one kind.
    func matches(
        omitting omitted: FilterKind? = nil,
        in database: borrowing some DatabaseReading & ~Copyable
    ) throws(XapianError) -> DocumentBitmap {
        if omitted == nil, let whole { return whole }
        let result =
            sharesParts
            ? try joined(omitting: omitted, database)
            : try database.matchingSet(compiled.query(omitting: omitted, relaxed: relaxed))
        if omitted == nil { whole = result }
        return result
    }

    private func joined(
        omitting omitted: FilterKind?,
        _ database: borrowing some DatabaseReading & ~Copyable
    ) throws(XapianError) -> DocumentBitmap {
        let parts: Parts
        if let known = self.parts { parts = known } else { parts = try read(database) }
        self.parts = parts
        var result = parts.words
        for (filter, passing) in zip(compiled.filters, parts.filters) where filter.kind != omitted {
            result.formIntersection(passing)
        }
        if let excluded = parts.excluded { result.subtract(excluded) }
        return result
    }

    private func read(_ database: borrowing some DatabaseReading & ~Copyable) throws(XapianError) -> Parts {
        let words: Query = relaxed ?? (compiled.clauses.isEmpty ? .matchAll : .and(compiled.clauses))
        var parts = Parts(words: try database.matchingSet(words), filters: [])
        for filter in compiled.filters { parts.filters.append(try database.matchingSet(filter.query)) }
        let excluded = compiled.exclusions + [compiled.hidden].compactMap { $0 }
        if !excluded.isEmpty { parts.excluded = try database.matchingSet(.or(excluded)) }
        return parts
    }
}
