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

    /// What title and text mention, sorted by facet, then the most salient first, then by id.
    public func extract(title: String, text: String) -> [FacetMention] {
        extract(
            title: title,
            titleTokens: Tokenizer.tokenize(title),
            text: text,
            textTokens: Tokenizer.tokenize(text)
        )
    }

    /// What title and text mention, when their tokens are at hand; `titleTokens` and `textTokens` must be theirs.
    public func extract(title: String, titleTokens: TokenizedText, text: String, textTokens: TokenizedText)
        -> [FacetMention]
    {
        var passages = [
            MatchedPassage(matcher: matcher, text: title, tokens: titleTokens),
            MatchedPassage(matcher: matcher, text: text, tokens: textTokens),
        ]
        MentionResolver(image: matcher.image).resolve(&passages)
        return collect(title: passages[0], text: passages[1], length: text.utf8.count)
    }

    private func collect(title: MatchedPassage, text: MatchedPassage, length: Int) -> [FacetMention] {
        var places: [Int: Int] = [:]
        var found: [FacetMention] = []
        for (passage, isTitle) in [(title, true), (text, false)] {
            for hit in passage.hits {
                for concept in hit.concepts {
                    guard let facet = matcher.image.facet(of: concept) else { continue }
                    let place = places[concept] ?? found.count
                    if place == found.count {
                        places[concept] = place
                        let id = matcher.image.id(of: concept)
                        found.append(FacetMention(facet: facet, concept: id, spans: [], surfaces: [], salience: 0))
                    }
                    if isTitle { found[place].titleSpans.append(hit.span) } else { found[place].spans.append(hit.span) }
                    if found[place].surfaces.count < Self.mostSurfaces {
                        let surface = passage.surface(of: hit)
                        if !found[place].surfaces.contains(surface) { found[place].surfaces.append(surface) }
                    }
                }
            }
        }
        for i in found.indices {
            found[i].salience = FacetMention.salience(
                count: found[i].count,
                inTitle: !found[i].titleSpans.isEmpty,
                first: found[i].spans.first?.lowerBound,
                length: length
            )
        }
        return found.sorted { a, b in
            if a.facet != b.facet { return a.facet.order < b.facet.order }
            return a.salience != b.salience ? a.salience > b.salience : a.concept < b.concept
        }
    }

    /// A concept has no more ways to be written than that in a text of sane size; more are not listed.
    private static let mostSurfaces = 64
}
