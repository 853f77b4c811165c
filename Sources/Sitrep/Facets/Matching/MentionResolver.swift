/// Decides which concept each hit stands for in its report.
struct MentionResolver {
    let image: VocabularyImage

    /// Sets the concepts of every hit of a report's title and text.
    func resolve(_ passages: inout [MatchedPassage]) {
    }
}
