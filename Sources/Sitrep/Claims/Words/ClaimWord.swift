/// What a word has to do with figures.
struct ClaimWord: Equatable, Sendable {
    enum Role: UInt8, Sendable {
        case other
        /// Digits.
        case digits
        /// A number in words; value 0…900.
        case cardinal
        /// What a number before it is multiplied by; value is the power of ten, 1…9.
        case scale
        /// 12, and 2.
        case dozen, pair
        /// Many, without a number: value is the power of ten; `dozens` are of 1.
        case vague
        case several
        /// 1/2, and 3/2.
        case half, oneAndHalf
        /// `a`, `an`.
        case article
        /// Parts of `about`, `at least`, `no fewer than`, `up to`.
        case about, nearly, more, fewer, than, at, least, up, to, asWord, many, no, most
        case not, failed
        case and, or, of, out, by, with, from
        /// Any other preposition.
        case preposition
        case that
        /// `which`, `who`: value 1 after a preposition only.
        case relative
        /// A clause ends before it: `while`, `after`, `where`.
        case boundary
        /// `the`, `these`; value 1 for `his`, `her`, `their`.
        case determiner
        /// `of them`, `it`.
        case pronoun
        /// Forms of to be and to have before a participle.
        case auxiliary
        case modal
        case including
        /// `another`, `other`, `more` of the same.
        case additional
        /// The place of a ``ClaimNoun`` in its table.
        case noun, singularNoun
        /// The place of an ``ClaimEvent`` in its table.
        case event
        /// Verbs that mean something together with another word.
        case contain, shoot, bring, take, down, lose, go, radar, jamming, prisoner, drive, home, power, without, life
        /// Units that make a number no figure of ours: `percent`, `years`; value 1 for lengths that may be squared.
        case measure
        case square
        /// `killed on day 23`: a number behind it is a name.
        case numbered
        /// `said`, `reported`; value 1 for those that need not be said by a person.
        case saying
        case according
        /// Death tolls: a number that it reaches is of the dead (value: place of an event).
        case toll
        case reach
    }

    var role: Role
    var value: Int16 = 0

    static let other = ClaimWord(role: .other)

    /// Whether a sentence with the word may give a figure; without any such word it gives none.
    var isTelling: Bool {
        switch role {
        case .event, .noun, .singularNoun, .shoot, .lose, .square, .jamming, .radar, .take, .bring, .toll, .contain:
            true
        case .measure: value == 1
        default: false
        }
    }
}

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

/// A counted noun.
struct ClaimNoun: Sendable {
    /// English plural.
    var unit: String
    var classes: NounClass
}

/// What a verb, participle or noun says of the things counted beside it.
struct ClaimEvent: Sendable {
    enum Form: UInt8, Sendable {
        /// `killed`: of what follows, or, behind `were`, of what stands before.
        case past
        /// `kills`, `killing`: of what follows alone.
        case active
        /// `died`: of what stands before.
        case intransitive
        /// `dead`, `missing`: of what stands before, or behind `left`.
        case state
        /// `loss of`, `attack with`.
        case noun
        /// Slavic words, whose order is free.
        case free
        /// `counted`, `reported`: says nothing where another word says more.
        case weak
    }

    var form: Form
    var kinds: [(classes: NounClass, kind: Claim.Kind)]

    /// What is said of things of a class; `nil` where the word does not go with them.
    func kind(of classes: NounClass) -> Claim.Kind? {
        kinds.first { !$0.classes.isDisjoint(with: classes) }?.kind
    }
}
