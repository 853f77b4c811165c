/// Joins the same claim of several reports into one row.
///
/// Claims are the same when kind, least, most and unit are, and subject, weapon, place, day and claimant do not speak
/// against it: a field that a report leaves out goes with any, and a place or body with one that lies in it. What a
/// report tells without a day may have happened in the week before it was published (``ClaimTimes``). Claims that say
/// most find their row first, so that one without a place or day joins the first row that it may belong to; which claims
/// are one row does not depend on which report was read first. A pure function.
public struct ClaimTable: Sendable {
    private let lineage: @Sendable (ConceptID, FacetKind) -> [ConceptID]

    /// A table whose places, actors and weapons lie in each other as the vocabulary says.
    public init(vocabulary: Vocabulary) {
        self.init { vocabulary.lineage(of: $0, in: $1) }
    }

    /// - Parameter lineage: the concepts from the root down to one.
    init(lineage: @escaping @Sendable (ConceptID, FacetKind) -> [ConceptID]) { self.lineage = lineage }

    /// The rows: those of most reports first, then in the order of their first claims.
    ///
    /// Linear in the number of claims, times the rows of one kind, number and unit within some weeks.
    public func rows(_ claims: [ReportClaim]) -> [ClaimRow] {
        let ranks = claims.map(Self.rank)
        let order = claims.indices.sorted { ranks[$0] != ranks[$1] ? ranks[$0] < ranks[$1] : $0 < $1 }
        var joining = ClaimJoining(lineage: lineage)
        for index in order { joining.take(claims[index], index: index) }
        let rows = joining.rows.map { row -> (first: Int, row: ClaimRow) in
            let sources = row.sources.sorted()
            var claim = row.claim
            let first = claims[sources[0]].claim
            (claim.span, claim.surface, claim.isInTitle) = (first.span, first.surface, first.isInTitle)
            return (sources[0], ClaimRow(claim: claim, sources: sources.map { claims[$0] }))
        }
        let counted = rows.map { (count: $0.row.reportCount, first: $0.first, row: $0.row) }
        return counted.sorted { $0.count != $1.count ? $0.count > $1.count : $0.first < $1.first }.map(\.row)
    }

    /// The place of a claim among those that find their row: what says most is first, else the claims' own words decide.
    private static func rank(_ source: ReportClaim) -> Rank {
        let claim = source.claim
        let fields = [claim.place, claim.subject, claim.claimant, claim.weapon].map { $0?.rawValue ?? "" }
        let days = [claim.date?.first, claim.date?.last, source.published?.lowerBound, source.published?.upperBound]
        return Rank(
            unknown: fields.count(where: \.isEmpty) + (claim.date == nil ? 1 : 0),
            fields: fields,
            days: days.map { $0?.daysSince1970 ?? .max }
        )
    }

    private struct Rank: Comparable {
        /// How many of the fields that may be left out are.
        var unknown: Int
        var fields: [String]
        var days: [Int]

        static func < (a: Rank, b: Rank) -> Bool {
            if a.unknown != b.unknown { return a.unknown < b.unknown }
            if a.fields != b.fields { return a.fields.lexicographicallyPrecedes(b.fields) }
            return a.days.lexicographicallyPrecedes(b.days)
        }
    }

    /// Whether two claims of one kind, number and unit may be the same.
    func areOne(_ a: ReportClaim, _ b: ReportClaim) -> Bool {
        var joining = ClaimJoining(lineage: lineage)
        joining.take(a, index: 0)
        joining.take(b, index: 1)
        return joining.rows.count == 1
    }
}
