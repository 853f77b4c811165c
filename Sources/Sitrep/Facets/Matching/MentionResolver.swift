/// Decides which concept each hit stands for in its report.
///
/// 1. A spelling of several concepts of one facet is given to one of them (``AmbiguousNames``).
/// 2. A bare name that defers to another concept ("Kursk" to Kursk Oblast) is counted to that one when the words around
///    it or the rest of the report say so (``DeferredNames``).
/// 3. A country's name becomes a place, an actor or both (``StateMentions``).
/// 4. A capital that speaks or acts becomes its state (``CapitalMentions``).
struct MentionResolver {
    let image: VocabularyImage

    /// Sets the concepts of every hit of a report's title and text.
    func resolve(_ passages: inout [MatchedPassage]) {
        AmbiguousNames(image: image).resolve(&passages)
        DeferredNames(image: image).resolve(&passages)
        let states = StateMentions(image: image)
        let capitals = CapitalMentions(image: image)
        for i in passages.indices {
            states.resolve(&passages[i])
            capitals.resolve(&passages[i])
        }
    }
}
