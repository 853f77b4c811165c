/// Finds the first part of a phrase whose last word two parts share: "ballistic and cruise missiles" names both kinds.
///
/// Where a hit has two words or more and stands behind "and", "or", a slash or a comma, the word before that is looked up
/// together with the hit's last word. Numbers may stand between ("six ballistic and 13 cruise missiles").
struct JoinedPhrases {
    let image: VocabularyImage

    /// Adds the hits.
    func resolve(_ passage: inout MatchedPassage) {
        var added: [MatchedPassage.Hit] = []
        for hit in passage.hits where hit.tokens.count > 1 && !hit.concepts.isEmpty {
            guard let facet = image.facet(of: hit.concepts[0]), facet == .weapon else { continue }
            var at = hit.tokens.lowerBound
            while let part = part(before: at, in: passage) {
                let phrase = passage.written(part) + " " + passage.word(hit.tokens.upperBound - 1)
                let concepts = image.concepts(spelled: phrase, in: facet).filter { !hit.concepts.contains($0) }
                guard !concepts.isEmpty, passage.hits(touching: part).isEmpty else { break }
                let span = passage.tokens[part.lowerBound].start..<passage.tokens[part.upperBound - 1].end
                added.append(.init(tokens: part, span: span, concepts: ConceptList(concepts)))
                at = part.lowerBound
            }
        }
        for hit in added {
            let touching = passage.hits(touching: hit.tokens)
            if touching.isEmpty { passage.replaceHits(touching, with: hit) }
        }
    }

    /// The word before "and", "or" or a comma that stands before the token at `index`.
    private func part(before index: Int, in passage: MatchedPassage) -> Range<Int>? {
        var at = index - 1
        while at > 0, passage.word(at, isIn: Self.between) || passage.tokens[at].flags.contains(.number) { at -= 1 }
        guard at >= 0, index - at <= 4 else { return nil }
        let isJoined = at < index - 1 || passage.followsComma(index)
        guard isJoined, !passage.tokens[at + 1].flags.contains(.sentenceStart) else { return nil }
        // "Air-to-air" and "anti-tank" have hyphens.
        var start = at
        while start > 0, at - start < 3, passage.tokens[start].flags.contains(.hyphenated) { start -= 1 }
        return start..<at + 1
    }

    private static let between: WordSet = ["and", "or", "as", "well", "та", "і", "й", "и", "или", "або"]
}
