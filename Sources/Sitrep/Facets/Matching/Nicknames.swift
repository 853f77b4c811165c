/// Drops places and states that are somebody's nickname: "Mister Odesa", "call sign Moscow", «з позивним "Крим"», "whom
/// the drivers call the Turk".
struct Nicknames {
    let image: VocabularyImage

    /// Takes the places and states of such hits away.
    func resolve(_ passage: inout MatchedPassage) {
        for i in passage.hits.indices {
            let hit = passage.hits[i]
            guard hit.concepts.contains(where: { isPlaceOrState($0) && !hit.isOwn($0) }),
                isNickname(hit, in: passage) || PlaceContext(image: image).isTitled(i, in: passage)
            else { continue }
            passage.hits[i].concepts.removeAll(where: isPlaceOrState)
        }
    }

    private func isPlaceOrState(_ concept: Int) -> Bool {
        image.facet(of: concept) == .region || image.kind(of: concept, is: "state")
    }

    private func isNickname(_ hit: MatchedPassage.Hit, in passage: MatchedPassage) -> Bool {
        let first = hit.tokens.lowerBound
        guard first > 0, !passage.tokens[first].flags.contains(.sentenceStart) else { return false }
        if passage.word(first - 1, isIn: Self.nicknames) {
            return passage.isClose(first) || passage.isQuoted(hit.tokens)
        }
        if passage.word(first - 1) == "sign", passage.word(first - 2) == "call" { return true }
        // "The Turk" is one man where it is what somebody is called; "what he called the Turkish army" goes on.
        return passage.word(first - 1) == "the" && passage.word(first - 2, isIn: Self.calls)
            && hit.concepts.allSatisfy { image.facet(of: $0) == .actor } && endsClause(hit, in: passage)
            && !isPlural(passage.word(hit.tokens.upperBound - 1))
    }

    /// "The Russians", "the Chinese", "the British" are all of a people.
    private func isPlural(_ word: String) -> Bool { ["s", "ese", "ish", "ch", "iss"].contains(where: word.hasSuffix) }

    private func endsClause(_ hit: MatchedPassage.Hit, in passage: MatchedPassage) -> Bool {
        let end = hit.tokens.upperBound
        if end < passage.tokens.count, passage.tokens[end].flags.contains(.lineStart) {
            // A line may be broken inside of a sentence.
            return passage.tokens[end].flags.contains(.capitalised)
        }
        return passage.isSentenceEnd(end) || !passage.isClose(end) || passage.word(end) == "and"
    }

    private static let nicknames: WordSet = [
        "nicknamed", "nickname", "callsign", "codename", "codenamed", "alias", "позивний", "позивним", "позивного",
        "позывной", "позывным", "позывного", "прізвисько", "прізвиськом", "прозвище", "прозвищем", "псевдо",
    ]
    private static let calls: WordSet = ["call", "calls", "called", "nickname", "nicknamed", "dubbed"]
}
