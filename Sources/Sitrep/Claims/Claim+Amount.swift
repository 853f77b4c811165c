extension Claim {
    /// The number with its unit, as people write it: `73 drones`, `10,000–12,000 people`, `≥ 20 missiles`,
    /// `about 800 km²`, `dozens of missiles`.
    public var amount: String {
        let isOne = least == 1 && most == 1
        return number + " " + (unit == "km2" ? "km²" : isOne ? Self.singular(unit) : unit)
    }

    /// The number alone, with how exact it is said to be.
    var number: String {
        switch (qualifier, least, most) {
        case (.dozens?, _, _), (.hundreds?, _, _), (.thousands?, _, _), (.millions?, _, _), (.tensOfThousands?, _, _),
            (.hundredsOfThousands?, _, _):
            return (qualifier?.rawValue ?? "") + " of"
        case (_, let least?, nil): return (qualifier == .over ? "> " : "≥ ") + NumberText.text(least)
        case (_, nil, let most?): return "≤ " + NumberText.text(most)
        case (_, let least?, let most?):
            let hedge = qualifier.map { $0.rawValue + " " } ?? ""
            return hedge + NumberText.text(least) + (least == most ? "" : "–" + NumberText.text(most))
        case (_, nil, nil): return "?"
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
}
