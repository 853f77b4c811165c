/// A counted noun.
struct ClaimNoun: Sendable {
    /// English plural.
    var unit: String
    var classes: NounClass
}
