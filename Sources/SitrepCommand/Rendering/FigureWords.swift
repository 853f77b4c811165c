import Sitrep

extension FigureReport {
    /// The outlet; the report’s short key where that is unknown.
    var outlet: String { source ?? key }
}

/// Figures as people write them.
enum FigureWords {
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
        var parts = [FigureName.of(figure.claim)]
        let matter = matter(figure)
        if !matter.isEmpty { parts.append(matter) }
        if let place = figure.place?.last { parts.append("in " + Printable.line(place)) }
        if let date = figure.claim.date { parts.append(date.ends.joined(separator: " to ")) }
        if let claimant = figure.claimant?.last { parts.append("says " + Printable.line(claimant)) }
        return parts.joined(separator: ", ") + " (“\(figure.claim.surface)”)"
    }
}
