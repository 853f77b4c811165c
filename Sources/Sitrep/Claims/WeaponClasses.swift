/// What weapons are as counted things, by the class at the root above them.
final class WeaponClasses {
    private var lineages: ConceptLineages

    init(vocabulary: Vocabulary) { lineages = ConceptLineages { vocabulary.lineage(of: $0, in: $1) } }

    /// The counted noun that a weapon's name stands for; `nil` for what is no single thing.
    func noun(of weapon: ConceptID) -> ClaimNoun? {
        let lineage = lineage(weapon)
        if lineage.contains(Self.tank) { return ClaimNoun(unit: "tanks", classes: .vehicle) }
        return lineage.first.flatMap { Self.roots[$0.rawValue] }
    }

    /// Whether a weapon is of a kind of another, or the same; `true` for none.
    func isWithin(_ weapon: ConceptID, _ other: ConceptID?) -> Bool {
        other.map { lineage(weapon).contains($0) } ?? true
    }

    /// The nearest kind that both are of; `nil` where there is none.
    func common(_ a: ConceptID?, _ b: ConceptID) -> ConceptID? {
        guard let a else { return b }
        let others = lineage(b)
        return lineage(a).last { others.contains($0) }
    }

    /// The widest kind that a weapon is of.
    func root(_ weapon: ConceptID?) -> ConceptID? { weapon.flatMap { lineage($0).first ?? $0 } }

    private func lineage(_ weapon: ConceptID) -> [ConceptID] { lineages.lineage(of: weapon, in: .weapon) }

    private static let tank = ConceptID(rawValue: "tank")

    private static let roots: [String: ClaimNoun] = [
        "drone": ClaimNoun(unit: "drones", classes: .drone),
        "missile": ClaimNoun(unit: "missiles", classes: .missile),
        "rocket": ClaimNoun(unit: "missiles", classes: .missile),
        "bomb": ClaimNoun(unit: "bombs", classes: .ammunition),
        "cluster-munition": ClaimNoun(unit: "bombs", classes: .ammunition),
        "mine-weapon": ClaimNoun(unit: "mines", classes: .ammunition),
        "grenade": ClaimNoun(unit: "grenades", classes: .ammunition),
        "torpedo": ClaimNoun(unit: "torpedoes", classes: .ammunition),
        "aircraft": ClaimNoun(unit: "aircraft", classes: .aircraft),
        "helicopter": ClaimNoun(unit: "helicopters", classes: .aircraft),
        "warship": ClaimNoun(unit: "ships", classes: .ship),
        "submarine": ClaimNoun(unit: "ships", classes: .ship),
        "armoured-vehicle": ClaimNoun(unit: "vehicles", classes: .vehicle),
        "military-truck": ClaimNoun(unit: "vehicles", classes: .vehicle),
        "artillery": ClaimNoun(unit: "guns", classes: .vehicle),
        "air-defence": ClaimNoun(unit: "systems", classes: .vehicle),
        "anti-tank-weapon": ClaimNoun(unit: "systems", classes: .vehicle),
        "grenade-launcher": ClaimNoun(unit: "systems", classes: .vehicle),
        "electronic-warfare": ClaimNoun(unit: "systems", classes: .vehicle),
        "radar": ClaimNoun(unit: "systems", classes: .vehicle),
    ]
}
