/// Finds the rows that speak against each other: another number for the same day, place and things.
struct FigureDispute {
    private struct Key: Hashable {
        var kind: Claim.Kind
        var unit: String
        var place: ConceptID?
        var days: ClosedRange<Int>
    }

    /// About a number is within a tenth of it.
    private static let tolerance = 0.1

    /// Whether each of some rows is disputed by another.
    ///
    /// Rows are of one matter when kind, unit, place and days are the same, and subject and weapon are where both rows
    /// name them. Of people, a row whose reports all give the other number too tells of a part of them: “three killed, one of
    /// them a child”. Rows without a day are never disputed, as land and troops come and go.
    static func disputed(_ rows: [ClaimRow]) -> [Bool] {
        var matters: [Key: [Int]] = [:]
        for (index, row) in rows.enumerated() {
            guard let date = row.claim.date else { continue }
            let days = date.first.daysSince1970...date.last.daysSince1970
            let key = Key(kind: row.claim.kind, unit: row.claim.unit, place: row.claim.place, days: days)
            matters[key, default: []].append(index)
        }
        var result = [Bool](repeating: false, count: rows.count)
        for matter in matters.values where matter.count > 1 {
            let reports = matter.map { Set(rows[$0].sources.map(\.report)) }
            for (place, index) in matter.enumerated() {
                for other in matter.indices.dropFirst(place + 1) where !(result[index] && result[matter[other]]) {
                    let (a, b) = (rows[index].claim, rows[matter[other]].claim)
                    guard areOfOne(a, b), !range(a).overlaps(range(b)) else { continue }
                    let isPart =
                        reports[place].isSubset(of: reports[other]) || reports[other].isSubset(of: reports[place])
                    guard !isPart || !a.kind.isOfPeople else { continue }
                    result[index] = true
                    result[matter[other]] = true
                }
            }
        }
        return result
    }

    private static func areOfOne(_ a: Claim, _ b: Claim) -> Bool {
        (a.subject == nil || b.subject == nil || a.subject == b.subject)
            && (a.weapon == nil || b.weapon == nil || a.weapon == b.weapon)
    }

    /// The numbers that a claim may mean.
    private static func range(_ claim: Claim) -> ClosedRange<Double> {
        let isVague = claim.qualifier == .about || claim.qualifier == .nearly
        let slack = isVague ? tolerance : 0
        let least = (claim.least ?? -.infinity) * (1 - slack)
        let most = (claim.most ?? .infinity) * (1 + slack)
        return least <= most ? least...most : most...least
    }
}

extension Claim.Kind {
    /// Whether people are counted, of whom some are often told apart.
    fileprivate var isOfPeople: Bool {
        switch self {
        case .killed, .wounded, .killedOrWounded, .captured, .missing, .evacuated, .troops, .other: true
        default: false
        }
    }
}
