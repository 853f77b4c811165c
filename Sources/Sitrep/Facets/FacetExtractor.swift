/// Finds the concepts that a report mentions.
///
/// One pass over the tokens of the title and of the text finds the longest spellings of the vocabulary
/// (``VocabularyMatcher``); then ``MentionResolver`` decides what each stands for in this report. A pure function of the
/// vocabulary and the report: use one extractor on as many threads as you like.
public struct FacetExtractor: Sendable {
    private let matcher: VocabularyMatcher

    /// An extractor for the concepts of `vocabulary`. Costs nothing.
    public init(vocabulary: Vocabulary) {
        matcher = VocabularyMatcher(image: vocabulary.image)
    }

    /// What title and text mention.
    public func extract(title: String, text: String) -> FacetFindings {
        extract(
            title: title,
            titleTokens: Tokenizer.tokenize(title),
            text: text,
            textTokens: Tokenizer.tokenize(text)
        )
    }

    /// What title and text mention, when their tokens are at hand; `titleTokens` and `textTokens` must be theirs.
    public func extract(title: String, titleTokens: TokenizedText, text: String, textTokens: TokenizedText)
        -> FacetFindings
    {
        var passages = [
            MatchedPassage(matcher: matcher, text: title, tokens: titleTokens),
            MatchedPassage(matcher: matcher, text: text, tokens: textTokens),
        ]
        let candidates = MentionResolver(image: matcher.image).resolve(&passages)
        var mentions = MentionCollection(image: matcher.image)
        mentions.add(passages[0], isTitle: true)
        mentions.add(passages[1], isTitle: false)
        return FacetFindings(mentions: mentions.sorted(length: text.utf8.count), candidates: candidates)
    }
}
