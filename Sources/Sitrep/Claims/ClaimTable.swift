/// A claim with the report that makes it.
public struct ReportClaim: Sendable, Hashable {
    /// The caller's number of the report.
    public var report: Int
    /// What it says.
    public var claim: Claim

    /// Joins a claim to its report.
    public init(report: Int, claim: Claim) {
        self.report = report
        self.claim = claim
    }
}

/// One claim of all the reports that make it.
public struct ClaimRow: Sendable, Equatable {
    /// What is claimed: of each field the narrowest that a report gives. Span and surface are those of the first report.
    public var claim: Claim
    /// The claims that were joined, in the order in which they were given.
    public var sources: [ReportClaim]

    /// How many reports make it.
    public var reportCount: Int { Set(sources.map(\.report)).count }
}

/// Joins the same claim of several reports into one row.
///
/// Claims are the same when kind, least, most and unit are, and subject, weapon, place, day and claimant do not speak
/// against it: a field that a report leaves out goes with any, and a place or body with one that lies in it. Claims that
/// say most find their row first, so that one without a place or day joins the first row that it may belong to, and the
/// result does not depend on which report was read first but where they are alike. A pure function.
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
    /// Linear in the number of claims, times the rows of one kind, number and unit.
    public func rows(_ claims: [ReportClaim]) -> [ClaimRow] {
        struct Key: Hashable {
            var kind: Claim.Kind
            var least: Double?
            var most: Double?
            var unit: String
        }
        let order = claims.indices.sorted {
            let (a, b) = (Self.known(claims[$0].claim), Self.known(claims[$1].claim))
            return a != b ? a > b : $0 < $1
        }
        var joined: [(claim: Claim, sources: [Int])] = []
        var places: [Key: [Int]] = [:]
        for index in order {
            let claim = claims[index].claim
            let key = Key(kind: claim.kind, least: claim.least, most: claim.most, unit: claim.unit)
            if let row = places[key]?.first(where: { areOne(joined[$0].claim, claim) }) {
                join(claim, into: &joined[row].claim)
                joined[row].sources.append(index)
            } else {
                places[key, default: []].append(joined.count)
                joined.append((claim, [index]))
            }
        }
        let rows = joined.map { row -> (first: Int, row: ClaimRow) in
            let sources = row.sources.sorted()
            var claim = row.claim
            let first = claims[sources[0]].claim
            (claim.span, claim.surface, claim.isInTitle) = (first.span, first.surface, first.isInTitle)
            return (sources[0], ClaimRow(claim: claim, sources: sources.map { claims[$0] }))
        }
        let counted = rows.map { (count: $0.row.reportCount, first: $0.first, row: $0.row) }
        return counted.sorted { $0.count != $1.count ? $0.count > $1.count : $0.first < $1.first }.map(\.row)
    }

    /// How many of the fields that may be left out a claim has.
    private static func known(_ claim: Claim) -> Int {
        [claim.subject, claim.weapon, claim.place, claim.claimant].count { $0 != nil } + (claim.date == nil ? 0 : 1)
    }

    /// Whether two claims of one kind, number and unit may be the same.
    func areOne(_ a: Claim, _ b: Claim) -> Bool {
        areOne(a.date, b.date) && areOne(a.place, b.place, .region) && areOne(a.subject, b.subject, .actor)
            && areOne(a.weapon, b.weapon, .weapon) && areOne(a.claimant, b.claimant, .actor)
    }

    private func areOne(_ a: ConceptID?, _ b: ConceptID?, _ facet: FacetKind) -> Bool {
        guard let a, let b, a != b else { return true }
        return lineage(a, facet).contains(b) || lineage(b, facet).contains(a)
    }

    /// Dates go together when the days of one lie within those of the other.
    private func areOne(_ a: EventDate?, _ b: EventDate?) -> Bool {
        guard let a, let b else { return true }
        return (a.first <= b.first && b.last <= a.last) || (b.first <= a.first && a.last <= b.last)
    }

    private func join(_ claim: Claim, into row: inout Claim) {
        row.subject = narrower(row.subject, claim.subject, .actor)
        row.weapon = narrower(row.weapon, claim.weapon, .weapon)
        row.place = narrower(row.place, claim.place, .region)
        row.claimant = narrower(row.claimant, claim.claimant, .actor)
        row.qualifier = row.qualifier ?? claim.qualifier
        if let date = claim.date, row.date.map({ $0.first < date.first || date.last < $0.last }) ?? true {
            row.date = date
        }
    }

    private func narrower(_ a: ConceptID?, _ b: ConceptID?, _ facet: FacetKind) -> ConceptID? {
        guard let a, let b, a != b else { return a ?? b }
        return lineage(b, facet).contains(a) ? b : a
    }
}
