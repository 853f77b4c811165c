/// What is found in an article: the same where it is indexed and where `extract` shows what would be.
struct ArticleFindings {
    let mentions: [FacetMention]
    let candidates: [CandidateName]
    /// Each once, in the order of the title and then of the text.
    let eventDates: [EventDate]
    let claims: ClaimList

    /// Reads the headline and the text.
    ///
    /// - Parameters:
    ///   - headline: the words of the article's headline.
    ///   - text: the words of its text.
    ///   - extractor: one with that vocabulary.
    init(
        _ article: Article,
        headline: TokenizedText,
        text: TokenizedText,
        _ extractor: FacetExtractor,
        _ vocabulary: Vocabulary
    ) {
        let found = extractor.extract(
            title: article.headline,
            titleTokens: headline,
            text: article.text,
            textTokens: text
        )
        let dates = EventDateFinder.places(
            title: article.headline,
            titleTokens: headline,
            text: article.text,
            textTokens: text,
            published: article.published
        )
        mentions = found.mentions
        candidates = found.candidates
        eventDates = EventDateFinder.distinct(dates, title: article.headline, text: article.text)
        claims = ClaimFinder.find(
            title: article.headline,
            titleTokens: headline,
            text: article.text,
            textTokens: text,
            dates: dates,
            mentions: found.mentions,
            vocabulary: vocabulary
        )
    }
}
