/// Finds the figures that a report gives: how many were launched, shot down, killed, sent or held, and by whose word.
///
/// Numbers are read in digits and words, in English, Ukrainian and Russian; the verb or noun that governs a number says
/// what it is a figure of, and a number that none governs is left out. Whose the things are, where, when and by whose
/// word comes from the names and dates of the clause, then of the sentence, then of the paragraph. A pure function,
/// linear in the length of the text.
public enum ClaimFinder {
    /// A report with more figures than that is a table; the first ones are kept.
    public static let mostClaims = 200
    /// How far the beginning of a text goes, in bytes.
    private static let leadBytes = 600

    /// The claims of title and text, each once where it is said first, in the order of the title and then of the text; no
    /// more than ``mostClaims``.
    ///
    /// - Parameter mentions: what the report mentions, as ``FacetExtractor`` finds it with the same vocabulary.
    public static func find(
        title: String,
        text: String,
        published: PublishedDate,
        mentions: [FacetMention],
        vocabulary: Vocabulary
    ) -> [Claim] {
        let titleTokens = Tokenizer.tokenize(title)
        let textTokens = Tokenizer.tokenize(text)
        return find(
            title: title,
            titleTokens: titleTokens,
            text: text,
            textTokens: textTokens,
            dates: EventDateFinder.places(
                title: title,
                titleTokens: titleTokens,
                text: text,
                textTokens: textTokens,
                published: published
            ),
            mentions: mentions,
            vocabulary: vocabulary
        ).claims
    }

    /// The claims of title and text, when their tokens and dates are at hand.
    static func find(
        title: String,
        titleTokens: TokenizedText,
        text: String,
        textTokens: TokenizedText,
        dates: [EventDatePlace],
        mentions: [FacetMention],
        vocabulary: Vocabulary
    ) -> ClaimList {
        let sides = ClaimSides(mentions: mentions, vocabulary: vocabulary)
        let lead = dates.first { !$0.isInTitle && $0.date.precision == .day && $0.span.lowerBound < leadBytes }?.date
        var claims: [Claim] = []
        var isCut = false
        for (isTitle, passage, tokens) in [(true, title, titleTokens), (false, text, textTokens)] {
            var passage = passage
            passage.withUTF8 { utf8 in
                tokens.bytes.withUnsafeBytes { folded in
                    tokens.tokens.withUnsafeBufferPointer { list in
                        let words = ClaimText(tokens: list, folded: folded, bytes: utf8, lexicon: .shared)
                        guard words.hasEvents else { return }
                        var reader = ClaimReader(
                            passage: ClaimPassage(text: words, isTitle: isTitle, mentions: mentions, dates: dates),
                            sides: sides,
                            lead: lead
                        )
                        claims += reader.read(most: mostClaims + 1)
                        isCut = isCut || !reader.isAtEnd
                    }
                }
            }
        }
        let distinct = ClaimMerging.distinct(claims, sides: sides)
        return ClaimList(claims: Array(distinct.prefix(mostClaims)), isCut: isCut || distinct.count > mostClaims)
    }
}
