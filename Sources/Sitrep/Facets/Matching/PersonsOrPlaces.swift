/// Decides between a person and a place that one word names: "Masisi", where the report speaks of the place and names
/// no such person.
///
/// - A person whom the report names in full, or by a role ("President Masisi"), keeps the word, but for where a word that
///   places follow stands before it ("in Masisi").
/// - Else the word is the person where it speaks ("Masisi said"), and the place everywhere else.
///
/// Both must be left in the hit: the place with the evidence that it needs.
struct PersonsOrPlaces {
    let image: VocabularyImage

    /// Takes the person or the place of such hits away.
    func resolve(_ passages: inout [MatchedPassage]) {
        var named: Set<Int> = []
        for passage in passages {
            for hit in passage.hits {
                for concept in hit.concepts where isPerson(concept) && isNamed(hit, in: passage) {
                    named.insert(concept)
                }
            }
        }
        let context = PlaceContext(image: image)
        for i in passages.indices {
            for j in passages[i].hits.indices {
                let hit = passages[i].hits[j]
                guard hit.concepts.count > 1, let person = hit.concepts.first(where: isPerson), !hit.isOwn(person),
                    hit.concepts.contains(where: { image.facet(of: $0) == .region && !hit.isOwn($0) })
                else { continue }
                // No surname stands behind an article: "into the Masisi and Rutshuru regions".
                let isLocated =
                    context.isLocated(j, in: passages[i]) || context.isNamedSettlement(j, in: passages[i])
                    || passages[i].word(hit.tokens.lowerBound - 1, isIn: Self.article)
                let isPlace =
                    isLocated || !named.contains(person) && !passages[i].word(hit.tokens.upperBound, isIn: Self.speaks)
                passages[i].hits[j].concepts.removeAll { isPlace ? isPerson($0) : image.facet(of: $0) == .region }
            }
        }
    }

    private func isPerson(_ concept: Int) -> Bool {
        image.facet(of: concept) == .actor && image.kind(of: concept, is: "person")
    }

    /// By two words or more, or behind a role.
    private func isNamed(_ hit: MatchedPassage.Hit, in passage: MatchedPassage) -> Bool {
        let first = hit.tokens.lowerBound
        return hit.tokens.count > 1
            || (passage.isClose(first) || passage.isAfterAbbreviation(first))
                && passage.word(first - 1, isIn: RoleWords.before)
    }

    private static let article: WordSet = ["the"]
    static let speaks: WordSet = [
        "said", "says", "told", "added", "wrote", "warned", "announced", "called", "met", "spoke", "vowed", "insisted",
        "argued", "stated", "urged", "заявив", "сказав", "заявил", "сказал",
    ]
}
