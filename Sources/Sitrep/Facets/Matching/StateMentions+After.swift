extension StateMentions {
    /// No more words than this stand between a country and what is said to belong to it.
    private static let mostModifiers = 4

    /// `U.S. president`, `US soil`: initials serve as an adjective, where a whole name hardly does.
    func roleOfInitials(_ hit: MatchedPassage.Hit, in passage: MatchedPassage) -> Role? {
        let first = passage.tokens[hit.tokens.lowerBound]
        guard first.flags.contains(.allCapitals) || first.foldedEnd - first.foldedStart == 1,
            passage.isFollowedByWord(hit)
        else { return nil }
        let end = hit.tokens.upperBound
        if passage.word(end, isIn: StateWordLists.places), !passage.word(end, isIn: StateWordLists.shares) {
            return isBody(end + 1, in: passage) ? .actor : .place
        }
        return passage.word(end, isIn: StateWordLists.functions) ? nil : .actor
    }

    /// What the words behind the name say: `Russia's Kursk region`, `Ukraine's capital`, `the Ukraine war`.
    func roleAfter(_ index: Int, _ state: Int, in passage: MatchedPassage) -> Role? {
        let end = passage.hits[index].tokens.upperBound
        guard end < passage.tokens.count, !passage.tokens[end].flags.contains(.sentenceStart) else { return nil }
        if passage.tokens[end - 1].flags.contains(.possessive) { return roleOfOwner(index, state, in: passage) }
        guard passage.isClose(end) else { return nil }
        if passage.tokens[end].flags.contains(.hyphenated), passage.word(end, isIn: StateWordLists.seats) {
            return .place
        }
        if passage.word(end, isIn: StateWordLists.bordering) { return isBody(end + 1, in: passage) ? .actor : .place }
        if passage.word(end, isIn: CapitalWordLists.governments) { return .actor }
        return passage.word(end, isIn: StateWordLists.conflicts) ? [.place, .actor] : nil
    }

    /// What a country with a possessive is, by what belongs to it.
    private func roleOfOwner(_ index: Int, _ state: Int, in passage: MatchedPassage) -> Role {
        var at = passage.hits[index].tokens.upperBound
        for _ in 0..<Self.mostModifiers {
            if passage.word(at, isIn: StateWordLists.places) || passage.word(at, isIn: StateWordLists.events) { break }
            if passage.word(at, isIn: StateWordLists.directions) || passage.word(at, isIn: StateWordLists.modifiers) {
                at += 1
            } else if passage.isClose(at + 1), passage.tokens[at + 1].flags.contains(.hyphenated),
                passage.word(at + 1, isIn: StateWordLists.partisans)
            {
                // "Lebanon's Iran-backed Hezbollah".
                at += 2
            } else {
                break
            }
            guard !passage.isSentenceEnd(at) else { return .actor }
        }
        if passage.word(at, isIn: StateWordLists.places), !passage.word(at, isIn: StateWordLists.shares) {
            return isBody(at + 1, in: passage) ? .actor : .place
        }
        if passage.word(at) == "civil", passage.word(at + 1, isIn: StateWordLists.conflicts) { return .place }
        if passage.word(at, isIn: StateWordLists.events) || passage.word(at, isIn: StateWordLists.rebels) {
            // "Ukraine's conflict with Russia" is one that it is a party of.
            return passage.word(at + 1, isIn: StateWordLists.opposing) ? .actor : .place
        }
        let touching = passage.hits(touching: at..<at + 1)
        if let next = touching.first.map({ passage.hits[$0] }), next.tokens.lowerBound == at, touching.first != index,
            isPlaceBelowCountry(next) || isArmedGroup(next, notOf: state)
        {
            return .place
        }
        // "In Russia's army" is nothing in Russia: what stands before a possessive belongs to the noun.
        return .actor
    }

    /// Whether the word is a body of the state or an official: "coast guard", "border service", "regional governor".
    private func isBody(_ index: Int, in passage: MatchedPassage) -> Bool {
        passage.isClose(index) && passage.word(index, isIn: StateWordLists.bodies)
    }

    private func isArmedGroup(_ hit: MatchedPassage.Hit, notOf state: Int) -> Bool {
        hit.concepts.contains { image.kind(of: $0, is: "armed-group") && !image.isAncestor(state, of: $0) }
    }

    /// "Chad, which shares a long border with Darfur,": a clause says where the country lies.
    func isDescribed(_ hit: MatchedPassage.Hit, in passage: MatchedPassage) -> Bool {
        let end = hit.tokens.upperBound
        guard passage.word(end, isIn: CapitalWordLists.relatives), passage.followsComma(end) else { return false }
        for at in end + 1..<end + 6 {
            if passage.isSentenceEnd(at) { return false }
            if passage.word(at, isIn: StateWordLists.lying) { return true }
        }
        return false
    }
}
