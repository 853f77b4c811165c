/// Drops places and states whose name is a part of a larger one that is neither: "Kyiv Independent", "Minsk agreements",
/// "Washington Post".
struct LargerNames {
    let image: VocabularyImage

    /// Takes the concepts of such hits away.
    func resolve(_ passage: inout MatchedPassage) {
        for i in passage.hits.indices {
            let hit = passage.hits[i]
            guard hit.concepts.contains(where: { isPlaceOrState($0) }) else { continue }
            let end = hit.tokens.upperBound
            guard passage.isClose(end), !passage.tokens[end - 1].flags.contains(.possessive) else { continue }
            let word = passage.word(end)
            let isCapital = passage.tokens[end].flags.contains(.capitalised)
            guard
                (isCapital && Self.media.contains(word)) || (isCapital && Self.bodies.contains(word) && isPlace(hit))
                    || (Self.texts.contains(word) && isPlace(hit) && !isCountry(hit))
            else { continue }
            if passage.hits(touching: end..<end + 1).isEmpty { passage.hits[i].concepts = [] }
        }
    }

    private func isPlaceOrState(_ concept: Int) -> Bool {
        image.facet(of: concept) == .region || image.kind(of: concept, is: "state")
    }

    private func isPlace(_ hit: MatchedPassage.Hit) -> Bool {
        hit.concepts.contains { image.facet(of: $0) == .region }
    }

    private func isCountry(_ hit: MatchedPassage.Hit) -> Bool {
        hit.concepts.contains { image.facet(of: $0) == .region && image.kind(of: $0, is: "country") }
    }

    /// News media name themselves after a place or a nation.
    private static let media: WordSet = [
        "times", "post", "independent", "herald", "tribune", "guardian", "journal", "telegraph", "mirror", "star",
        "sun", "news", "today", "tv", "radio", "gazette", "chronicle", "examiner", "inquirer", "observer", "mail",
        "pravda", "insider", "review", "daily", "magazine", "broadcasting", "globe", "bulletin", "dispatch",
    ]
    /// Bodies that stand in a town and are no place.
    private static let bodies: WordSet = [
        "university", "institute", "school", "college", "academy", "exchange", "fc", "united", "club", "airlines",
        "airways", "symphony", "opera", "orchestra", "philharmonic", "film", "festival", "marathon", "olympics",
        "dynamo", "dynamos", "giants", "cowboys", "bulls", "lakers", "clippers", "knicks", "eagles", "bears",
        "patriots", "steelers", "sox", "yankees", "mets", "raiders", "rams", "chargers", "chiefs", "ravens",
    ]
    /// What is signed or adopted in a town and named after it.
    private static let texts: WordSet = [
        "agreement", "agreements", "accord", "accords", "convention", "conventions", "protocol", "protocols",
        "memorandum", "treaty", "declaration", "statute", "format", "consensus", "principles",
    ]
}
