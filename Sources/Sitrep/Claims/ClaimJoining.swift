/// The rows of a ``ClaimTable`` while claims come in.
struct ClaimJoining {
    /// Claims that were taken for one.
    struct Row {
        var claim: Claim
        var times: ClaimTimes
        var sources: [Int]
    }

    private struct Key: Hashable {
        var kind: Claim.Kind
        var least: Double?
        var most: Double?
        var unit: String
    }

    /// The rows of one kind, number and unit, ascending.
    private struct Group {
        var all: [Int] = []
        /// By the weeks that their times have a day in.
        var weekly: [Int: [Int]] = [:]
        /// Those of any time, or of very many weeks.
        var wide: [Int] = []
    }

    private(set) var rows: [Row] = []
    private var groups: [Key: Group] = [:]
    private var lineages: ConceptLineages

    /// Longer times are no help in finding a row.
    private static let mostWeeks = 60

    /// - Parameter lineage: the concepts from the root down to one.
    init(lineage: @escaping (ConceptID, FacetKind) -> [ConceptID]) { lineages = ConceptLineages(lineage) }

    /// Adds a claim to the first row that it may belong to, or makes it one.
    mutating func take(_ source: ReportClaim, index: Int) {
        let claim = source.claim
        let times = ClaimTimes(source)
        let key = Key(kind: claim.kind, least: claim.least, most: claim.most, unit: claim.unit)
        let weeks = Self.weeks(times)
        let group = groups[key] ?? Group()
        let lists = weeks.map { weeks in weeks.map { group.weekly[$0] ?? [] } + [group.wide] } ?? [group.all]
        if let (row, joined) = firstRow(of: lists, for: claim, times) {
            var merged = rows[row].claim
            join(claim, into: &merged)
            merged.date = joined.date
            rows[row].claim = merged
            rows[row].times = joined
            rows[row].sources.append(index)
            return
        }
        let row = rows.count
        rows.append(Row(claim: claim, times: times, sources: [index]))
        groups[key, default: Group()].all.append(row)
        if let weeks {
            for week in weeks { groups[key]?.weekly[week, default: []].append(row) }
        } else {
            groups[key]?.wide.append(row)
        }
    }

    /// The weeks that times have a day in; `nil` where these are any, or very many.
    private static func weeks(_ times: ClaimTimes) -> ClosedRange<Int>? {
        guard let days = times.days else { return nil }
        let precision = EventDate.Precision.week
        let weeks = precision.number(of: days.lowerBound)...precision.number(of: days.upperBound)
        return weeks.count > mostWeeks ? nil : weeks
    }

    /// The first row that a claim may belong to, with the times that are left then.
    private mutating func firstRow(of lists: [[Int]], for claim: Claim, _ times: ClaimTimes) -> (Int, ClaimTimes)? {
        var best: (Int, ClaimTimes)?
        for list in lists {
            for row in list {
                if let best, row >= best.0 { break }
                guard let joined = rows[row].times.joined(times), areOne(rows[row].claim, claim) else { continue }
                best = (row, joined)
                break
            }
        }
        return best
    }

    /// Whether two claims of one kind, number, unit and time may be the same.
    private mutating func areOne(_ a: Claim, _ b: Claim) -> Bool {
        lineages.areOne(a.place, b.place, in: .region) && lineages.areOne(a.subject, b.subject, in: .actor)
            && lineages.areOne(a.weapon, b.weapon, in: .weapon) && lineages.areOne(a.claimant, b.claimant, in: .actor)
    }

    private mutating func join(_ claim: Claim, into row: inout Claim) {
        row.subject = lineages.narrower(row.subject, claim.subject, in: .actor)
        row.weapon = lineages.narrower(row.weapon, claim.weapon, in: .weapon)
        row.place = lineages.narrower(row.place, claim.place, in: .region)
        row.claimant = lineages.narrower(row.claimant, claim.claimant, in: .actor)
        row.qualifier = row.qualifier ?? claim.qualifier
    }
}
