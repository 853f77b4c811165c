/// Tells which claims are the same one, said twice.
enum ClaimMerging {
    /// The claims of one report, each once: what is said again of the same things adds what it says more.
    static func distinct(_ claims: [Claim], sides: ClaimSides) -> [Claim] {
        var result: [Claim] = []
        var places: [Key: [Int]] = [:]
        for claim in claims {
            let key = Key(kind: claim.kind, number: claim.least ?? claim.most ?? 0, unit: claim.unit)
            let same = places[key]?.first { isSame(result[$0], claim, sides) }
            if let same {
                merge(claim, into: &result[same], sides)
            } else {
                places[key, default: []].append(result.count)
                result.append(claim)
            }
        }
        return result
    }

    private struct Key: Hashable {
        var kind: Claim.Kind
        var number: Double
        var unit: String
    }

    private static func isSame(_ a: Claim, _ b: Claim, _ sides: ClaimSides) -> Bool {
        let isOneNumber = a.least == b.least && a.most == b.most
        // "400 vehicles" and "more than 400 vehicles"; "10,000" and "10,000 to 12,000" are two figures.
        let isHedged = (a.qualifier == nil) != (b.qualifier == nil) && !a.isRange && !b.isRange
        guard isOneNumber || isHedged else { return false }
        let areDatesOne = a.date == nil || b.date == nil || a.date?.days == b.date?.days
        return areDatesOne && sides.areOne(a.subject, b.subject, in: .actor)
            && sides.areOne(a.place, b.place, in: .region)
            && sides.areOne(a.claimant, b.claimant, in: .actor) && sides.areOne(a.weapon, b.weapon, in: .weapon)
    }

    private static func merge(_ claim: Claim, into known: inout Claim, _ sides: ClaimSides) {
        if known.qualifier == nil, claim.qualifier != nil {
            known.least = claim.least
            known.most = claim.most
            known.qualifier = claim.qualifier
        }
        known.subject = sides.narrower(known.subject, claim.subject, in: .actor)
        known.weapon = sides.narrower(known.weapon, claim.weapon, in: .weapon)
        known.place = sides.narrower(known.place, claim.place, in: .region)
        known.claimant = sides.narrower(known.claimant, claim.claimant, in: .actor)
        known.date = known.date ?? claim.date
    }
}

extension Claim {
    /// Whether a least and another most are said.
    fileprivate var isRange: Bool { least != nil && most != nil && least != most }
}
