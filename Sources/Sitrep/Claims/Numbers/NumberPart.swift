/// A part of a number: without qualifier and range.
struct NumberPart: Equatable {
    var value: Double
    var end: Int
    /// The word where it is no number: `dozens`.
    var vague: Claim.Qualifier?
    /// A scale is in it: `12 thousand`.
    var scale: Double = 1
    var isDigits = false
    var isBareDigits = false
    var isArticle = false
}
