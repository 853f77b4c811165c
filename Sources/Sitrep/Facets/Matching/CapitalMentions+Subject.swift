extension CapitalMentions {
    /// Whether a verb goes with the capital that a government can be the subject of.
    func isSubject(_ index: Int, in passage: MatchedPassage) -> Bool {
        let hit = passage.hits[index]
        var end = hit.tokens.upperBound
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
        guard end < passage.tokens.count else { return false }
        if isAccused(index, behind: end, in: passage) { return true }
        // "Washington, however, has"; "Moscow, which denies".
        if let verb = behindInsertion(end, in: passage) {
            return !passage.isSentenceEnd(verb) && isDeed(of: hit, at: verb, in: passage)
        }
        return passage.isClose(end) && (isInverted(hit, in: passage) || isDeed(of: hit, at: end, in: passage))
    }

    /// The word behind "however" between commas, or behind "which".
    private func behindInsertion(_ end: Int, in passage: MatchedPassage) -> Int? {
        guard passage.followsComma(end) else { return nil }
        if passage.word(end, isIn: CapitalWordLists.relatives) { return end + 1 }
        var at = end
        while at < end + 3, at == end || passage.isClose(at), passage.word(at, isIn: CapitalWordLists.insertions) {
            at += 1
        }
        return at > end && passage.followsComma(at) ? at : nil
    }

    /// "Caracas, which Bogotá accuses of": somebody does to it what is done to a party.
    private func isAccused(_ index: Int, behind end: Int, in passage: MatchedPassage) -> Bool {
        guard index + 1 < passage.hits.count, passage.word(end, isIn: CapitalWordLists.relatives),
            passage.followsComma(end)
        else { return false }
        let accuser = passage.hits[index + 1]
        let gap = accuser.tokens.lowerBound - end
        guard gap == 1 || gap == 2 && passage.word(end + 1) == "the",
            accuser.concepts.contains(where: { isCapital($0) || image.facet(of: $0) == .actor })
        else { return false }
        var at = accuser.tokens.upperBound
        for _ in 0..<3 where passage.word(at, isIn: CapitalWordLists.auxiliaries) { at += 1 }
        return passage.isClose(at) && passage.word(at, isIn: CapitalWordLists.asked)
    }

    /// "Only then did Moscow finally acknowledge", "will Washington agree?"
    private func isInverted(_ hit: MatchedPassage.Hit, in passage: MatchedPassage) -> Bool {
        let first = hit.tokens.lowerBound
        guard passage.isClose(first), passage.word(first - 1, isIn: CapitalWordLists.inverting) else { return false }
        var at = hit.tokens.upperBound
        for _ in 0..<2 where passage.word(at, isIn: CapitalWordLists.auxiliaries) { at += 1 }
        return passage.isClose(at) && !passage.tokens[at].flags.contains(.capitalised)
            && !passage.word(at, isIn: CapitalWordLists.befalls) && !passage.word(at, isIn: CapitalWordLists.notVerbs)
            && !passage.word(at, isIn: CapitalWordLists.city)
    }

    /// Whether the words from `end` on, auxiliaries and adverbs passed over, are a government's deed.
    private func isDeed(of hit: MatchedPassage.Hit, at end: Int, in passage: MatchedPassage) -> Bool {
        var at = end
        while at < end + 3, passage.word(at, isIn: CapitalWordLists.auxiliaries) { at += 1 }
        guard at < passage.tokens.count, at == end || passage.isClose(at),
            passage.tokens[at].flags.isDisjoint(with: [.capitalised, .number])
        else { return false }
        let word = passage.word(at)
        if word == "been" {
            return at > end
                && (passage.word(at + 1).hasSuffix("ing") || passage.word(at + 1, isIn: CapitalWordLists.states))
        }
        if passage.word(at, isIn: CapitalWordLists.befalls) { return false }
        if at > end { return !passage.word(at, isIn: CapitalWordLists.notVerbs) }
        if word == "is" || word == "was" {
            return passage.word(at + 1).hasSuffix("ing") || passage.word(at + 1, isIn: CapitalWordLists.states)
        }
        if passage.word(at, isIn: CapitalWordLists.deeds) { return true }
        if word.hasSuffix("ed") { return !word.hasSuffix("eed") && passage.word(at + 1) != "by" }
        return isSlavicDeed(of: hit, at: at, in: passage)
    }

    /// «Київ заперечує», «Москва снова отказалась»: the verb agrees with the name, which so is no genitive («мэр Киева
    /// заявил»).
    private func isSlavicDeed(of hit: MatchedPassage.Hit, at start: Int, in passage: MatchedPassage) -> Bool {
        var at = start
        for _ in 0..<2 where passage.isClose(at + 1) && passage.word(at, isIn: SlavicWordLists.adverbs) { at += 1 }
        if passage.endsInVowel(hit) {
            guard passage.endsLikeFeminine(hit) else { return false }
            if passage.word(at, isIn: SlavicWordLists.femininePast) { return true }
            let first = hit.tokens.lowerBound
            let isApart = !passage.isClose(first) || passage.word(first - 1, isIn: SlavicWordLists.conjunctions)
            return isApart && passage.word(at, isIn: SlavicWordLists.present)
        }
        return passage.word(at, isIn: SlavicWordLists.masculinePast) || passage.word(at, isIn: SlavicWordLists.present)
    }
}
