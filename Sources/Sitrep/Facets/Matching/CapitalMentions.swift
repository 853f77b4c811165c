/// Takes a capital that speaks or acts for its state: "Moscow said", "Washington's policy", "talks with Tehran".
///
/// The mention is counted to the actor of kind `state` that bears the name of the capital's country, instead of the city.
/// It acts
///
/// - as the subject of a verb, unless that is one of what befalls a city ("Kyiv was hit", "Kyiv came under fire");
/// - behind words for what is done with or to a party ("talks with Kyiv", "urged Moscow", "supplied to Kyiv");
/// - as the owner of anything but a part of a city ("Moscow's plans", not "Moscow's airports");
/// - in front of a hyphen and a participle ("Tehran-backed").
///
/// "In Moscow", "Kyiv residents" and all else stay the city.
struct CapitalMentions {
    let image: VocabularyImage

    /// Sets the concepts of the hits that are capitals.
    func resolve(_ passage: inout MatchedPassage) {
        for i in passage.hits.indices {
            let hit = passage.hits[i]
            guard hit.concepts.count == 1, isCapital(hit.concepts[0]), acts(i, in: passage),
                let state = state(of: hit.concepts[0])
            else { continue }
            passage.hits[i].concepts = [state]
        }
    }

    /// The vocabulary has capitals directly in their country, and other cities in a division of it.
    private func isCapital(_ concept: Int) -> Bool {
        image.facet(of: concept) == .region && image.kind(of: concept, is: "city")
            && image.deferral(of: concept) == nil && image.ancestry(of: concept).count == 2
    }

    /// The state that bears the name of the country at the root of a city's path.
    private func state(of city: Int) -> Int? {
        guard let country = image.ancestry(of: city).first(where: { image.kind(of: $0, is: "country") }) else {
            return nil
        }
        return image.concepts(spelled: image.name(of: country), in: .actor).first { image.kind(of: $0, is: "state") }
    }

    private func acts(_ index: Int, in passage: MatchedPassage) -> Bool {
        let tokens = passage.hits[index].tokens
        let begins = passage.tokens[tokens.lowerBound].flags.contains(.sentenceStart)
        let before = begins ? "" : passage.word(tokens.lowerBound - 1)
        let end = tokens.upperBound
        if isCompound(end, in: passage) { return true }
        if ["pro", "anti"].contains(before), passage.tokens[tokens.lowerBound].flags.contains(.hyphenated) {
            return true
        }
        if passage.tokens[end - 1].flags.contains(.possessive) {
            guard end < passage.tokens.count, !passage.tokens[end].flags.contains(.sentenceStart) else { return false }
            return !(end..<min(end + 3, passage.tokens.count)).contains {
                passage.word($0, isIn: CapitalWordLists.city)
            }
        }
        if passage.isClose(end), passage.word(end, isIn: CapitalWordLists.governments) { return true }
        if let verdict = verdict(of: before, index, in: passage) { return verdict }
        return isSubject(index, in: passage)
    }

    /// `Tehran-backed`, `Moscow-installed`.
    private func isCompound(_ end: Int, in passage: MatchedPassage) -> Bool {
        guard end < passage.tokens.count, passage.tokens[end].flags.contains(.hyphenated) else { return false }
        let word = passage.word(end)
        return word.hasSuffix("ed") && word != "based" || ["led", "run", "friendly", "allied", "held"].contains(word)
    }

    /// What the word before says; `nil` when it says nothing.
    private func verdict(of before: String, _ index: Int, in passage: MatchedPassage) -> Bool? {
        let earlier = passage.word(passage.hits[index].tokens.lowerBound - 2)
        switch before {
        case "": return nil
        case "with", "by", "whether", "unless": return true
        case "to", "from", "for", "of", "on", "against": return CapitalWordLists.dealings.contains(earlier)
        case "between", "and", "або", "та", "і", "и":
            guard let pair = pair(index, in: passage) else { return before == "between" ? false : nil }
            return pair
        default: break
        }
        if CapitalWordLists.asked.contains(before) { return true }
        return CapitalWordLists.inside.contains(before) ? false : nil
    }

    /// "Talks between Moscow and Kyiv": what joins the two, where they stand behind "between".
    private func pair(_ index: Int, in passage: MatchedPassage) -> Bool? {
        var first = passage.hits[index].tokens.lowerBound - 1
        if passage.word(first) != "between" {
            guard index > 0, passage.hits[index - 1].tokens.upperBound == first else { return nil }
            first = passage.hits[index - 1].tokens.lowerBound - 1
            guard passage.word(first) == "between" else { return nil }
        }
        return passage.word(first - 1, isIn: CapitalWordLists.relations)
    }

    /// Whether a verb follows that a government can be the subject of.
    private func isSubject(_ index: Int, in passage: MatchedPassage) -> Bool {
        var end = passage.hits[index].tokens.upperBound
        // "Moscow and Kyiv launched", "Washington and the Taliban agreed": both do what the second does.
        if index + 1 < passage.hits.count, passage.word(end, isIn: CapitalWordLists.joiners) {
            let next = passage.hits[index + 1]
            let gap = next.tokens.lowerBound - end
            if gap == 1 || gap == 2 && passage.word(end + 1) == "the",
                next.concepts.contains(where: { isCapital($0) || image.facet(of: $0) == .actor })
            {
                end = next.tokens.upperBound
            }
        }
        guard end < passage.tokens.count, passage.isClose(end) else { return false }
        var at = end
        var helped = false
        while at < end + 3, passage.word(at, isIn: CapitalWordLists.auxiliaries) {
            helped = true
            at += 1
        }
        guard at < passage.tokens.count, at == end || passage.isClose(at),
            !passage.tokens[at].flags.contains(.capitalised)
        else { return false }
        let word = passage.word(at)
        if word == "been" { return helped && passage.word(at + 1).hasSuffix("ing") }
        if CapitalWordLists.befalls.contains(word) { return false }
        if helped { return !CapitalWordLists.notVerbs.contains(word) }
        if word == "is" || word == "was" {
            let next = passage.word(at + 1)
            return next.hasSuffix("ing") || CapitalWordLists.states.contains(next)
        }
        if CapitalWordLists.deeds.contains(word) { return true }
        return word.hasSuffix("ed") && !word.hasSuffix("eed") && passage.word(at + 1) != "by"
    }
}
