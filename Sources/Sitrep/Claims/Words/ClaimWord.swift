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
