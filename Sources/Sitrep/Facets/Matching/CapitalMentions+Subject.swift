extension CapitalMentions {
    /// A list is followed over no more names.
    private static let longestList = 6

    /// Whether a verb goes with the capital that a government can be the subject of.
    func isSubject(_ index: Int, in passage: MatchedPassage) -> Bool {
        let hit = passage.hits[index]
        let end = endOfList(index, in: passage)
        guard end < passage.tokens.count else { return false }
        // "Moscow and its allies".
        if passage.word(end, isIn: CapitalWordLists.joiners), passage.word(end + 1) == "its",
            passage.word(end + 2, isIn: CapitalWordLists.companions)
        {
            return true
        }
        if isAccused(index, behind: end, in: passage) { return true }
        // "Washington, however, has"; "Moscow, which denies".
        if let verb = behindInsertion(end, in: passage) {
            return !passage.isSentenceEnd(verb) && isDeed(of: hit, at: verb, in: passage)
        }
        guard passage.isClose(end) else { return false }
        let isJoined = end > hit.tokens.upperBound || isSecond(hit, in: passage)
        if isJoined, isDeedOfTwo(at: end, in: passage) { return true }
        return isInverted(hit, in: passage) || isDeed(of: hit, at: end, in: passage)
    }

    /// Where the list that a capital is in ends, by tokens: in "Moscow and Kyiv launched", "Washington and the Taliban
    /// agreed", "Seoul, Tokyo and Washington condemned" all do what the last does.
    private func endOfList(_ index: Int, in passage: MatchedPassage) -> Int {
        var end = passage.hits[index].tokens.upperBound
        var next = index + 1
        for _ in 0..<Self.longestList where next < passage.hits.count {
            let hit = passage.hits[next]
            let gap = hit.tokens.lowerBound - end
            guard hit.concepts.contains(where: { isCapital($0) || image.facet(of: $0) == .actor }) else { break }
            if passage.word(end, isIn: CapitalWordLists.joiners) {
                return gap == 1 || gap == 2 && passage.word(end + 1) == "the"
                    ? hit.tokens.upperBound : passage.hits[index].tokens.upperBound
            }
            guard gap == 0, hit.followsComma else { break }
            end = hit.tokens.upperBound
            next += 1
        }
        return passage.hits[index].tokens.upperBound
    }

    private func isSecond(_ hit: MatchedPassage.Hit, in passage: MatchedPassage) -> Bool {
        let before = hit.tokens.lowerBound - 1
        return passage.word(before, isIn: CapitalWordLists.joiners)
            && passage.hits(touching: before - 1..<before).contains { place in
                passage.hits[place].concepts.contains { isCapital($0) || image.facet(of: $0) == .actor }
            }
    }

    /// "Berlin and Paris want", «Лондон і Париж обговорили»: a verb in the plural.
    private func isDeedOfTwo(at end: Int, in passage: MatchedPassage) -> Bool {
        var at = end
        for _ in 0..<2 where passage.isClose(at + 1) && passage.word(at, isIn: SlavicWordLists.adverbs) { at += 1 }
        if passage.word(at) == "are" {
            return passage.word(at + 1).hasSuffix("ing") || passage.word(at + 1, isIn: CapitalWordLists.states)
        }
        return passage.word(at, isIn: CapitalWordLists.pluralDeeds) || passage.word(at, isIn: SlavicWordLists.spoken)
            || passage.word(at, isIn: SlavicWordLists.together)
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
}
