/// Takes acronyms as the report itself explains them: "Multinational Security Support (MSS)", "National Liberation Army
/// (ELN)".
///
/// An acronym in parentheses behind a body's name, made of letters that begin its words, stands for that body in the
/// whole report, whoever else bears it. Where several bodies bear the name and one of them the acronym, it is that one.
struct Acronyms {
    let image: VocabularyImage

    /// What an acronym stands for in a report.
    private enum Meaning: Equatable {
        case concept(Int)
        case unknown(String)
    }

    /// Changes hits of names and acronyms, and adds hits of acronyms. One pass over the hits, and one over the tokens of
    /// a report that explains any.
    func resolve(_ passages: inout [MatchedPassage]) {
        var meanings: [String: Meaning] = [:]
        for i in passages.indices {
            for place in passages[i].hits.indices { explain(place, in: &passages[i], &meanings) }
        }
        guard !meanings.isEmpty else { return }
        for i in passages.indices { apply(meanings, to: &passages[i]) }
    }

    /// Notes what the acronym behind a hit stands for.
    private func explain(_ place: Int, in passage: inout MatchedPassage, _ meanings: inout [String: Meaning]) {
        let hit = passage.hits[place]
        let at = hit.tokens.upperBound
        guard at < passage.tokens.count, isAcronym(passage.tokens[at]), hit.tokens.count > 1,
            passage.isInParentheses(at)
        else { return }
        let acronym = passage.word(at)
        if let name = hit.unknown {
            if begins(acronym, words: hit.tokens, passage) { meanings[acronym] = .unknown(name) }
            return
        }
        let bodies = hit.concepts.filter { image.facet(of: $0) == .actor }
        guard !bodies.isEmpty, bodies.count == hit.concepts.count else { return }
        let bearers = passage.hits(touching: at..<at + 1).first.map { Array(passage.hits[$0].concepts) } ?? []
        let shared = bodies.filter(bearers.contains)
        if shared.count == 1 {
            passage.hits[place].concepts = [shared[0]]
            meanings[acronym] = .concept(shared[0])
        } else if bodies.count == 1, begins(acronym, words: hit.tokens, passage) {
            meanings[acronym] = .concept(bodies[0])
        }
    }

    /// Two to eight capitals.
    private func isAcronym(_ token: Token) -> Bool {
        token.flags.contains(.allCapitals) && !token.flags.contains(.number)
            && (2...8).contains(token.foldedEnd - token.foldedStart)
    }

    /// Whether the letters of an acronym begin words of a name, in order, the first letter the first word.
    private func begins(_ acronym: String, words: Range<Int>, _ passage: MatchedPassage) -> Bool {
        var letters = Substring(acronym)
        for (order, at) in words.enumerated() {
            guard let letter = letters.first else { break }
            if passage.word(at).first == letter {
                letters = letters.dropFirst()
            } else if order == 0 {
                return false
            }
        }
        return letters.isEmpty
    }

    private func apply(_ meanings: [String: Meaning], to passage: inout MatchedPassage) {
        for at in passage.tokens.indices where isAcronym(passage.tokens[at]) {
            let word = passage.word(at)
            guard let meaning = meanings[word], !passage.isCommonWord(word, at: at) else { continue }
            let touching = passage.hits(touching: at..<at + 1)
            // Inside of a larger name it is a part of that.
            guard touching.allSatisfy({ passage.hits[$0].tokens.count == 1 }) else { continue }
            if let first = touching.first, isOwn(passage.hits[first]) { continue }
            let token = passage.tokens[at]
            var hit = MatchedPassage.Hit(tokens: at..<at + 1, span: token.start..<token.end, concepts: [])
            switch meaning {
            case .concept(let concept): hit.concepts = [concept]
            case .unknown(let name): hit.unknown = name
            }
            passage.replaceHits(touching, with: hit)
        }
    }

    /// Whether a user has given the spelling to a concept.
    private func isOwn(_ hit: MatchedPassage.Hit) -> Bool { hit.concepts.contains { hit.isOwn($0) } }
}
