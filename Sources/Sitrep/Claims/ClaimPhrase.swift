/// A number with what it counts: `about 3,000 North Korean soldiers`.
struct ClaimPhrase {
    var number: ClaimNumber
    /// From the qualifier to the noun.
    var tokens: Range<Int>
    /// English plural; empty for a number that stands alone.
    var unit = ""
    var classes: NounClass = []
    /// The counted weapon, where a name says it.
    var weapon: ConceptID?
    /// Whose they are: `Ukrainian drones`.
    var owner: ConceptID?
    /// What an adjective says: `20 wounded soldiers`.
    var attribute: ClaimEvent?
    /// An area.
    var isArea = false
    /// `50 of them`, `50 were`: the noun stands elsewhere.
    var isBare = false
    /// `of 73 drones`: those of which others are a part.
    var isTotal = false
    /// `including two children`.
    var isPart = false
    /// The number of the phrase before it that it is listed with: `four missiles and 37 drones`.
    var isListed = false
}
