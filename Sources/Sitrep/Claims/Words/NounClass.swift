/// What is counted, by what can happen to it.
struct NounClass: OptionSet, Sendable, Hashable {
    let rawValue: UInt16

    static let drone = NounClass(rawValue: 1 << 0)
    static let missile = NounClass(rawValue: 1 << 1)
    /// Shells, bombs, rounds.
    static let ammunition = NounClass(rawValue: 1 << 2)
    static let aircraft = NounClass(rawValue: 1 << 3)
    /// Tanks, guns, systems.
    static let vehicle = NounClass(rawValue: 1 << 4)
    static let ship = NounClass(rawValue: 1 << 5)
    static let building = NounClass(rawValue: 1 << 6)
    static let person = NounClass(rawValue: 1 << 7)
    static let soldier = NounClass(rawValue: 1 << 8)
    static let refugee = NounClass(rawValue: 1 << 9)
    static let household = NounClass(rawValue: 1 << 10)
    /// Nouns that say what happened: `deaths`, `injuries`, `casualties`.
    static let death = NounClass(rawValue: 1 << 11)
    static let injury = NounClass(rawValue: 1 << 12)
    static let casualty = NounClass(rawValue: 1 << 13)

    static let flying: NounClass = [.drone, .missile]
    static let people: NounClass = [.person, .soldier, .refugee]
    static let arms: NounClass = [.drone, .missile, .ammunition, .aircraft, .vehicle, .ship]
}
