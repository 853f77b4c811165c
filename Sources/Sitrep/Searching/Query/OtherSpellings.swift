/// What a word or a name of a query is also written as.
struct OtherSpellings: Sendable {
    /// Another spelling.
    struct Spelling: Sendable {
        var text: String
        var folded: String
        /// How much of a text's word must be as it is here.
        var demand: Demand = .stem
        /// A rule made it of another one.
        var isDerived = false
    }

    /// When a word of a text is taken for a spelling.
    enum Demand: Sendable, Hashable {
        /// Under any form.
        case stem
        /// As it is given: other forms of its stem are words of another sense.
        case exact
        /// In reports with one of these concepts, by their terms: in small letters it is another word.
        case concepts([[UInt8]])
    }

    /// The usual ones first.
    var spellings: [Spelling] = []
    /// The spelling that a rule made another one of; the other one itself for a given one.
    func lemma(of spelling: Spelling) -> String {
        guard spelling.isDerived else { return spelling.text }
        return spellings.first { !$0.isDerived && CaseForms.forms(of: $0.text).contains(spelling.text) }?.text
            ?? spelling.text
    }

    /// The terms of concepts of which a report must have one where the word counts as it was typed: `US`, `IT`.
    var typed: [[UInt8]] = []
}
