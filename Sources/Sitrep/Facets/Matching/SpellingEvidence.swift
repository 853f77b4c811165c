/// Which concepts of a hit need evidence, and which need none. Most hits have neither, and carry nothing.
final class SpellingEvidence: Sendable {
    /// The concepts for which the spelling is weak: also a common word or a person's name, so that it counts only with
    /// evidence.
    let weak: [Int]
    /// The concepts to which the user has given the spelling: it needs no evidence.
    let own: [Int]

    /// Nothing where there is nothing to say.
    init?(weak: [Int], own: [Int]) {
        if weak.isEmpty, own.isEmpty { return nil }
        self.weak = weak
        self.own = own
    }
}
