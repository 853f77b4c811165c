/// A number as a text words it, with what the words around it say of how exact it is.
struct ClaimNumber: Equatable {
    /// The tokens of number and range.
    var tokens: Range<Int>
    /// Where its qualifier begins: `at least 20`.
    var start: Int
    var least: Double?
    var most: Double?
    var qualifier: Claim.Qualifier?
    /// `a`, `an` alone.
    var isArticle = false
    /// Digits without any sign in them, which may be a year.
    var isBareDigits = false

    /// The number said, the least of a range.
    var value: Double { least ?? most ?? 0 }
}
