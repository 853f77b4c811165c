import Sitrep

extension FigureReport {
    /// The outlet; the report’s short key where that is unknown.
    var outlet: String { source ?? key }
}

/// Figures as people write them.
enum FigureWords {
    /// `73 drones`, `10,000–12,000 people`, `≥ 20 missiles`, `about 800 km²`, `dozens of missiles`.
    static func amount(_ claim: Claim) -> String {
        let isOne = claim.least == 1 && claim.most == 1
        let unit = claim.unit == "km2" ? "km²" : isOne ? singular(claim.unit) : claim.unit
        switch claim.qualifier {
        case .dozens, .hundreds, .thousands, .millions, .tensOfThousands, .hundredsOfThousands:
            return (claim.qualifier?.rawValue ?? "") + " of " + unit
        default: return number(claim) + " " + unit
        }
    }

    private static func singular(_ unit: String) -> String {
        switch unit {
        case "people": "person"
        case _ where unit.hasSuffix("ies"): unit.dropLast(3) + "y"
        case _ where unit.hasSuffix("s"): String(unit.dropLast())
        default: unit
        }
    }

    private static func number(_ claim: Claim) -> String {
        switch (claim.least, claim.most) {
        case (let least?, nil): return (claim.qualifier == .over ? "> " : "≥ ") + NumberText.text(least)
        case (nil, let most?): return "≤ " + NumberText.text(most)
        case (let least?, let most?):
            let hedge = claim.qualifier.map { $0.rawValue + " " } ?? ""
            return hedge + NumberText.text(least) + (least == most ? "" : "–" + NumberText.text(most))
        case (nil, nil): return "?"
        }
    }

    /// Whose things, and what weapon where that says more than the unit: `Russia, Kh-101`.
    static func matter(_ figure: Figure) -> String {
        var parts: [String] = []
        if let subject = figure.subject?.last { parts.append(Printable.line(subject)) }
        if let weapon = figure.weapon?.last {
            // The drone of 73 drones; but people are struck by one.
            let isUnit = figure.claim.unit.hasPrefix(weapon.lowercased())
            if !isUnit { parts.append(Printable.line(weapon)) }
        }
        return parts.joined(separator: ", ")
    }

    /// A figure of one report on one line: number, kind, whose, where, when, by whose word, and how it is written.
    static func line(_ figure: Figure) -> String {
        var parts = [figure.claim.kind.words + " " + amount(figure.claim)]
        let matter = matter(figure)
        if !matter.isEmpty { parts.append(matter) }
        if let place = figure.place?.last { parts.append("in " + Printable.line(place)) }
        if let date = figure.claim.date { parts.append(date.ends.joined(separator: " to ")) }
        if let claimant = figure.claimant?.last { parts.append("says " + Printable.line(claimant)) }
        return parts.joined(separator: ", ") + " (“\(figure.claim.surface)”)"
    }
}
