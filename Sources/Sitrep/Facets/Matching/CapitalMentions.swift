/// Takes a capital that speaks or acts for its state: "Moscow said", "Washington's policy", "talks with Tehran".
///
/// The mention is counted to the actor of kind `state` that bears the id of the capital's country, instead of the city.
/// It acts
///
/// - as the subject of a verb, unless that is one of what befalls a city ("Kyiv was hit", "Kyiv came under fire"); see
///   `CapitalMentions+Subject.swift`;
/// - behind words for what is done with or to a party ("talks with Kyiv", "urged Moscow", "supplied to Kyiv", "send Kyiv
///   arms"), and listed with one that is ("asked Paris and Washington");
/// - as the owner of anything but a part of a city ("Moscow's plans", not "Moscow's airports");
/// - before what a state has or does ("Beijing tariff demands");
/// - in front of a hyphen and a participle ("Tehran-backed");
/// - in Ukrainian and Russian where somebody unnamed speaks there («у Києві заявили», «в Москве отвергают»).
///
/// "In Moscow", "Kyiv residents" and all else stay the city. A continent that acts ("Europe relies on gas") is no place,
/// and no state either.
struct CapitalMentions {
    let image: VocabularyImage

    /// What the words before a capital say.
    private enum Verdict {
        case state, city, nothing
    }

    /// Sets the concepts of the hits that are capitals.
    func resolve(_ passage: inout MatchedPassage) {
        var last: (end: Int, verdict: Verdict) = (-1, .nothing)
        for i in passage.hits.indices {
            let hit = passage.hits[i]
            guard hit.concepts.count == 1 else { continue }
            let isContinent = image.kind(of: hit.concepts[0], is: "continent")
            let state = isCapital(hit.concepts[0]) ? state(of: hit.concepts[0]) : nil
            guard isContinent || state != nil else { continue }
            var verdict = verdict(i, in: passage)
            if verdict == .nothing, isListed(hit, after: last.end, in: passage) { verdict = last.verdict }
            last = (hit.tokens.upperBound, verdict)
            if verdict == .nothing, isSubject(i, in: passage) { verdict = .state }
            if verdict == .state { passage.hits[i].concepts = state.map { [$0] } ?? [] }
        }
    }

    /// The vocabulary has capitals directly in their country, and other cities in a division of it.
    func isCapital(_ concept: Int) -> Bool {
        guard image.kind(of: concept, is: "city"), image.facet(of: concept) == .region,
            image.deferral(of: concept) == nil, let country = image.parent(of: concept)
        else { return false }
        return image.parent(of: country) == nil
    }

    /// The state that bears the id of a capital's country: both are codes of ISO 3166-1.
    private func state(of capital: Int) -> Int? {
        guard let country = image.parent(of: capital), image.kind(of: country, is: "country"),
            let state = image.find(image.id(of: country), in: .actor), image.kind(of: state, is: "state")
        else { return nil }
        return state
    }

    /// Whether a hit is listed behind the one that ends at `end`: "Paris and Washington", "Moscow, Beijing and Tehran".
    private func isListed(_ hit: MatchedPassage.Hit, after end: Int, in passage: MatchedPassage) -> Bool {
        let first = hit.tokens.lowerBound
        if first == end {
            return hit.followsComma && passage.word(hit.tokens.upperBound, isIn: CapitalWordLists.joiners)
        }
        return first == end + 1 && passage.isClose(first) && passage.word(end, isIn: CapitalWordLists.joiners)
    }

    /// What the words around say, but for a verb that follows.
    private func verdict(_ index: Int, in passage: MatchedPassage) -> Verdict {
        let tokens = passage.hits[index].tokens
        let end = tokens.upperBound
        if isCompound(end, in: passage) || isCompounded(tokens.lowerBound, in: passage) { return .state }
        if passage.tokens[end - 1].flags.contains(.possessive) {
            guard !passage.isSentenceEnd(end) else { return .nothing }
            let isOfCity = (end..<min(end + 3, passage.tokens.count)).contains {
                passage.word($0, isIn: CapitalWordLists.city)
            }
            return isOfCity ? .city : .state
        }
        if passage.isClose(end), passage.word(end, isIn: CapitalWordLists.governments) { return .state }
        guard passage.isClose(tokens.lowerBound) else { return hasPolicy(end, in: passage) ? .state : .nothing }
        let verdict = verdict(before: index, in: passage)
        if verdict == .nothing, hasPolicy(end, in: passage) { return .state }
        return verdict
    }

    /// `Tehran-backed`, `Moscow-installed`.
    private func isCompound(_ end: Int, in passage: MatchedPassage) -> Bool {
        guard end < passage.tokens.count, passage.tokens[end].flags.contains(.hyphenated) else { return false }
        if passage.word(end, isIn: CapitalWordLists.compounds) { return true }
        let word = passage.word(end)
        return word.hasSuffix("ed") && word != "based"
    }

    /// `pro-Moscow`.
    private func isCompounded(_ first: Int, in passage: MatchedPassage) -> Bool {
        passage.tokens[first].flags.contains(.hyphenated) && passage.word(first - 1, isIn: CapitalWordLists.leanings)
    }

    /// "Beijing tariff demands": what a state has stands behind, after one word at most.
    private func hasPolicy(_ end: Int, in passage: MatchedPassage) -> Bool {
        for at in end..<end + 2 {
            guard passage.isClose(at), !passage.tokens[at].flags.contains(.hyphenated) else { return false }
            if passage.word(at, isIn: CapitalWordLists.policies) { return true }
            guard passage.word(at, isIn: CapitalWordLists.matters) else { return false }
        }
        return false
    }

    private func verdict(before index: Int, in passage: MatchedPassage) -> Verdict {
        let hit = passage.hits[index]
        let before = hit.tokens.lowerBound - 1
        if passage.word(before, isIn: CapitalWordLists.asked) {
            // "Help Kyiv residents", but "help Kyiv defend itself".
            let end = hit.tokens.upperBound
            return passage.isClose(end) && passage.word(end, isIn: CapitalWordLists.townsfolk) ? .city : .state
        }
        if passage.word(before, isIn: SlavicWordLists.dealings) { return .state }
        if passage.word(before, isIn: CapitalWordLists.among) { return pair(index, in: passage) }
        if passage.word(before, isIn: StateWordLists.with), passage.endsInInstrumental(hit) { return .state }
        if passage.word(hit.tokens.upperBound - 1, isIn: SlavicWordLists.datives),
            !passage.word(before, isIn: SlavicWordLists.beforeDatives)
        {
            return .state
        }
        // "The authorities in Tehran".
        if passage.word(before) == "in", passage.isClose(before),
            passage.word(before - 1, isIn: CapitalWordLists.rulers)
        {
            return .state
        }
        if passage.word(before, isIn: CapitalWordLists.inside) {
            return isPlaceOfSpeakers(hit, in: passage) ? .state : .city
        }
        if passage.word(before, isIn: CapitalWordLists.parties) { return .state }
        if passage.word(before, isIn: CapitalWordLists.relating) {
            return passage.word(before - 1, isIn: CapitalWordLists.dealings) ? .state : .city
        }
        return .nothing
    }

    /// "Talks between Moscow and Kyiv": what joins the two, where they stand behind "between".
    private func pair(_ index: Int, in passage: MatchedPassage) -> Verdict {
        var first = passage.hits[index].tokens.lowerBound - 1
        if passage.word(first, isIn: CapitalWordLists.joiners) {
            guard index > 0, passage.hits[index - 1].tokens.upperBound == first else { return .nothing }
            first = passage.hits[index - 1].tokens.lowerBound - 1
            guard passage.word(first, isIn: CapitalWordLists.betweens) else { return .nothing }
        }
        // "Talks in Geneva between Moscow and Kyiv".
        let isRelation = (1...4).contains { passage.word(first - $0, isIn: CapitalWordLists.relations) }
        return isRelation ? .state : .city
    }
}
