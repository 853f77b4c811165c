/// Decides whether a bare name like "Kursk" is the city that bears it or the oblast that it defers to.
///
/// - "City of Kursk" and "Kursk city" are the city.
/// - "Kursk border region", "Kursk and Belgorod regions", "regions of Kursk, Belgorod and Bryansk" are oblasts.
/// - Any other bare name is the oblast when the report names that explicitly somewhere and speaks of forces beside a bare
///   name ("the incursion into Kursk"), else the city.
struct DeferredNames {
    let image: VocabularyImage

    func resolve(_ passages: inout [MatchedPassage]) {
        var bare: [(passage: Int, hit: Int, place: Int, concept: Int, other: Int)] = []
        var named = ConceptTable()
        for i in passages.indices {
            for j in passages[i].hits.indices {
                let concepts = passages[i].hits[j].concepts
                for (place, concept) in concepts.enumerated() {
                    guard let other = image.deferral(of: concept) else {
                        named.insert(concept)
                        continue
                    }
                    if isCity(j, in: passages[i]) { continue }
                    if isRegion(j, in: passages[i]) {
                        passages[i].hits[j].concepts[place] = other
                        named.insert(other)
                    } else {
                        bare.append((i, j, place, concept, other))
                    }
                }
            }
        }
        var held = ConceptTable()
        for name in bare where isTheatre(passages[name.passage].hits[name.hit], in: passages[name.passage]) {
            held.insert(name.other)
        }
        for name in bare where named.contains(name.other) && held.contains(name.other) {
            passages[name.passage].hits[name.hit].concepts[name.place] = name.other
        }
    }

    /// Whether a word for forces that move or hold ground stands within five words, in the same sentence.
    private func isTheatre(_ hit: MatchedPassage.Hit, in passage: MatchedPassage) -> Bool {
        var at = hit.tokens.lowerBound
        for _ in 0..<5 where at > 0 && !passage.tokens[at].flags.contains(.sentenceStart) {
            at -= 1
            if passage.word(at, isIn: Self.theatreWords) { return true }
        }
        at = hit.tokens.upperBound
        for _ in 0..<5 where at < passage.tokens.count && !passage.tokens[at].flags.contains(.sentenceStart) {
            if passage.word(at, isIn: Self.theatreWords) { return true }
            at += 1
        }
        return false
    }

    private static let theatreWords: WordSet = [
        "incursion", "offensive", "counteroffensive", "foothold", "salient", "operation", "operations", "troops",
        "soldiers", "forces", "fighting", "battles", "battle", "advance", "advances", "advancing", "occupied",
        "occupation", "territory", "invasion", "deployed", "brigades", "units", "ground", "settlements", "villages",
        "контрнаступ", "наступ", "операція", "операції", "війська", "бої", "вторгнення", "плацдарм", "операция",
        "операции", "войска", "бои", "вторжение", "вторжения", "наступление",
    ]

    private static let cityWords: WordSet = [
        "city", "town", "місто", "міста", "місті", "місту", "містом", "город", "города", "городе", "городу", "городом",
    ]
    private static let regionWords: WordSet = ["region", "oblast", "province", "область", "області", "области"]
    private static let regionsWords: WordSet = [
        "regions", "oblasts", "provinces", "області", "областей", "областях", "областям", "области",
    ]
    private static let modifiers: WordSet = [
        "border", "frontline", "eastern", "western", "southern", "northern", "southwestern", "southeastern",
        "northwestern", "northeastern", "central", "occupied", "russian", "ukrainian",
    ]
    private static let joiners: WordSet = ["and", "or", "as", "well", "та", "і", "й", "и", "или", "або"]
    /// No list of places is followed for more words than this.
    private static let reach = 16

    /// Whether the name, or the words before it, say "city".
    private func isCity(_ index: Int, in passage: MatchedPassage) -> Bool {
        let tokens = passage.hits[index].tokens
        if tokens.contains(where: { passage.word($0, isIn: Self.cityWords) }) { return true }
        let before = passage.word(tokens.lowerBound - 1)
        if before == "of" { return passage.word(tokens.lowerBound - 2, isIn: Self.cityWords) }
        return Self.cityWords.contains(before)
    }

    /// Whether the name stands before or after a word for a region, alone or in a list of places.
    private func isRegion(_ index: Int, in passage: MatchedPassage) -> Bool {
        follows(index, in: passage) || precedes(index, in: passage)
    }

    /// `Kursk border region`, `Kursk and Belgorod regions`.
    private func follows(_ index: Int, in passage: MatchedPassage) -> Bool {
        var at = passage.hits[index].tokens.upperBound
        var next = index + 1
        var isList = false
        let end = min(passage.tokens.count, at + Self.reach)
        while at < end, !passage.tokens[at].flags.contains(.sentenceStart) {
            if next < passage.hits.count, passage.hits[next].tokens.lowerBound == at, isRegion(passage.hits[next]) {
                // A comma or an "and" parts this place from the one before.
                guard isList || passage.hits[next].followsComma else { return false }
                isList = true
                // "Kursk and Belgorod regions" may be a spelling of its own: look at its last word.
                if passage.word(passage.hits[next].tokens.upperBound - 1, isIn: Self.regionsWords) { return true }
                at = passage.hits[next].tokens.upperBound
                next += 1
                continue
            }
            let word = passage.word(at)
            if Self.regionsWords.contains(word) { return true }
            if Self.regionWords.contains(word) { return !isList }
            if Self.joiners.contains(word) {
                isList = true
            } else if !Self.modifiers.contains(word) {
                return false
            }
            at += 1
        }
        return false
    }

    /// `regions of Kursk, Belgorod and Bryansk`.
    private func precedes(_ index: Int, in passage: MatchedPassage) -> Bool {
        var at = passage.hits[index].tokens.lowerBound - 1
        var previous = index - 1
        let end = max(0, at - Self.reach)
        while at > end, !passage.tokens[at + 1].flags.contains(.sentenceStart) {
            if previous >= 0, passage.hits[previous].tokens.upperBound == at + 1, isRegion(passage.hits[previous]) {
                let words = passage.hits[previous].tokens
                if words.contains(where: { passage.word($0, isIn: Self.regionsWords) }) { return true }
                at = words.lowerBound - 1
                previous -= 1
                continue
            }
            let word = passage.word(at)
            if word == "of" { return passage.word(at - 1, isIn: Self.regionsWords) }
            guard Self.joiners.contains(word) else { return false }
            at -= 1
        }
        return false
    }

    private func isRegion(_ hit: MatchedPassage.Hit) -> Bool {
        hit.concepts.contains { image.facet(of: $0) == .region }
    }
}
