/// Gives "the Ministry of Defence" or "the general staff" to the state that the sentence speaks of.
///
/// A bare name of an institution that every state has becomes that of the state mentioned last, up to 40 words before in
/// the same line ("On the Russian side, the Ministry of Defence said"). It is looked up as the vocabulary spells it with
/// the state's name or demonym; where it has no such spelling, nothing is found.
struct BareInstitutions {
    let image: VocabularyImage

    /// How far back a state may be mentioned, in tokens.
    private static let reach = 40

    /// An institution, as its words are written, of a state.
    private struct Asked: Hashable {
        let name: String
        let state: Int
    }

    /// Adds the hits.
    func resolve(_ passage: inout MatchedPassage) {
        // Each look-up tokenizes the state's spellings: a report names few institutions, often.
        var found: [Asked: Int?] = [:]
        var at = 0
        while at < passage.tokens.count {
            guard let length = length(at: at, in: passage) else {
                at += 1
                continue
            }
            let range = at..<at + length
            at += length
            let touching = passage.hits(touching: range)
            guard touching.isEmpty, let state = state(before: range, in: passage) else { continue }
            let asked = Asked(name: range.map { passage.word($0) }.joined(separator: " "), state: state)
            let answer = found[asked] ?? find(asked)
            found[asked] = .some(answer)
            guard let concept = answer else { continue }
            let span = passage.tokens[range.lowerBound].start..<passage.tokens[range.upperBound - 1].end
            passage.replaceHits(touching, with: .init(tokens: range, span: span, concepts: [concept]))
        }
    }

    /// The number of words of the institution that begins at a token.
    private func length(at index: Int, in passage: MatchedPassage) -> Int? {
        guard passage.word(index, isIn: Self.firstWords), let rest = Self.names[passage.word(index)] else { return nil }
        for words in rest {
            let isThere = words.indices.allSatisfy {
                passage.isClose(index + 1 + $0) && passage.word(index + 1 + $0) == words[$0]
            }
            if isThere { return words.count + 1 }
        }
        return nil
    }

    /// The state mentioned last before a range, not too far and in the same line.
    private func state(before range: Range<Int>, in passage: MatchedPassage) -> Int? {
        var index = passage.hits(touching: range).lowerBound - 1
        while index >= 0 {
            let hit = passage.hits[index]
            guard range.lowerBound - hit.tokens.upperBound <= Self.reach else { return nil }
            let line = hit.tokens.upperBound...range.lowerBound
            if line.contains(where: { passage.tokens[$0].flags.contains(.lineStart) }) { return nil }
            let state = hit.concepts.first { image.facet(of: $0) == .actor && image.kind(of: $0, is: "state") }
            if let state { return state }
            index -= 1
        }
        return nil
    }

    /// The concept that is spelled like the institution after one of the state's own spellings.
    private func find(_ asked: Asked) -> Int? {
        for spelling in image.spellings(of: asked.state).prefix(8) {
            let found = image.concepts(spelled: spelling.text + " " + asked.name, in: .actor)
                .first { $0 != asked.state && image.isAncestor(asked.state, of: $0) }
            if let found { return found }
        }
        return nil
    }

    private static let firstWords: WordSet = [
        "ministry", "defence", "defense", "foreign", "interior", "general", "air", "міноборони", "минобороны",
        "генштаб",
        "генштабу",
    ]
    /// The institutions by their first word.
    private static let names: [String: [[String]]] = [
        "ministry": [
            ["of", "defence"], ["of", "defense"], ["of", "foreign", "affairs"], ["of", "internal", "affairs"],
            ["of", "the", "interior"],
        ],
        "defence": [["ministry"]], "defense": [["ministry"], ["department"]],
        "foreign": [["ministry"]],
        "interior": [["ministry"]],
        "general": [["staff"]],
        "air": [["force"]],
        "міноборони": [[]], "минобороны": [[]], "генштаб": [[]], "генштабу": [[]],
    ]
}
