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
