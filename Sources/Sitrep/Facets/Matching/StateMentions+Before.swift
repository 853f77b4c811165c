extension StateMentions {
    /// What the words before the name say: `in Ukraine`, `southern Ukraine`, `attack on Ukraine`, `parts of Ukraine`.
    func roleBefore(_ hit: MatchedPassage.Hit, in passage: MatchedPassage) -> Role? {
        var at = hit.tokens.lowerBound
        while at > 0, !passage.tokens[at].flags.contains(.sentenceStart) {
            if passage.word(at - 1, isIn: StateWordLists.directions) || isPlight(at - 1, in: passage) { return .place }
            guard passage.word(at - 1, isIn: StateWordLists.determiners) else { break }
            at -= 1
        }
        guard passage.isClose(at) else { return nil }
        let before = at - 1
        if passage.word(before, isIn: StateWordLists.inside) { return roleInside(before, hit, in: passage) }
        if passage.word(before, isIn: StateWordLists.aimed) {
            // "Attack on Ukraine", but "tough on China".
            let isAttack = (2...4).contains { passage.word(at - $0, isIn: CapitalWordLists.attacks) }
            return isAttack ? [.place, .actor] : .actor
        }
        if passage.word(before, isIn: StateWordLists.against) {
            // "На Україну" is an attack, «на Украине» a place.
            return passage.endsInLocative(hit) && passage.word(before) == "на" ? .place : [.place, .actor]
        }
        if passage.word(before, isIn: StateWordLists.attacks), passage.word(at - 2, isIn: StateWordLists.verbal) {
            return [.place, .actor]
        }
        if passage.word(before, isIn: StateWordLists.away) { return roleOfOrigin(before, in: passage) }
        if passage.word(before, isIn: StateWordLists.with) {
            return passage.word(at - 2, isIn: StateWordLists.bordering) ? .place : nil
        }
        // Ukrainian and Russian need no word like "of": території України.
        if passage.word(before, isIn: StateWordLists.placesOfCountry) { return .place }
        switch passage.word(before) {
        case "off": return passage.word(at - 2, isIn: StateWordLists.fending) ? nil : .place
        case "between", "між", "между": return roleOfPair(before, in: passage)
        case "for":
            let isBound =
                passage.word(at - 2, isIn: StateWordLists.heading) || passage.word(at - 2, isIn: StateWordLists.cargo)
            return isBound ? .place : nil
        case "to": return before > 0 ? roleOfGoal(before, in: passage) : nil
        case "of":
            if passage.word(at - 2, isIn: StateWordLists.places) || passage.word(at - 2, isIn: StateWordLists.amounts)
                || passage.word(at - 2, isIn: StateWordLists.directions)
            {
                return .place
            }
            return passage.word(at - 2, isIn: StateWordLists.deedsInside) ? [.place, .actor] : nil
        default: return nil
        }
    }

    /// "War-torn Sudan", "Taliban-ruled Afghanistan".
    private func isPlight(_ index: Int, in passage: MatchedPassage) -> Bool {
        passage.tokens[index].flags.contains(.hyphenated) && passage.word(index, isIn: StateWordLists.plights)
    }

    /// "In Ukraine"; but «з Україною» is "with Ukraine", unless a border is.
    private func roleInside(_ before: Int, _ hit: MatchedPassage.Hit, in passage: MatchedPassage) -> Role {
        guard passage.word(before, isIn: StateWordLists.with), passage.endsInInstrumental(hit) else { return .place }
        return passage.word(before - 1, isIn: StateWordLists.bordering) ? .place : .actor
    }

    /// "Refugees from Sudan", but "troops from North Korea", "supplies to Ukraine from the US".
    private func roleOfOrigin(_ before: Int, in passage: MatchedPassage) -> Role {
        func isSent(_ index: Int) -> Bool {
            passage.word(index, isIn: CapitalWordLists.dealings) || passage.word(index, isIn: StateWordLists.senders)
        }
        if passage.word(before) != "from" {
            // "A missile toward Japan", but "policy toward Japan".
            return passage.word(before - 1, isIn: StateWordLists.attitudes) ? .actor : .place
        }
        if isSent(before - 1) { return .actor }
        for to in stride(from: before - 2, through: before - 5, by: -1) where passage.word(to) == "to" {
            return isSent(to - 1) || passage.word(to - 1, isIn: StateWordLists.giving) ? .actor : .place
        }
        return .place
    }

    /// "Trafficking between Iraq and Syria" has two places, "talks between Iraq and Syria" two parties.
    private func roleOfPair(_ between: Int, in passage: MatchedPassage) -> Role? {
        for at in stride(from: between - 1, through: between - 3, by: -1) {
            if passage.word(at, isIn: CapitalWordLists.relations) { return .actor }
            if passage.word(at, isIn: StateWordLists.ways) || passage.word(at, isIn: StateWordLists.bordering) {
                return .place
            }
        }
        return nil
    }

    /// What "to" leads to: "deployment of troops to Russia", but "a plea to Russia".
    private func roleOfGoal(_ to: Int, in passage: MatchedPassage) -> Role {
        if passage.word(to - 1, isIn: StateWordLists.giving) || passage.word(to - 1, isIn: CapitalWordLists.dealings) {
            return .actor
        }
        // What goes somewhere stands before.
        var back = to - 1
        for _ in 0..<5 where back >= 0 {
            if passage.word(back, isIn: StateWordLists.moving) || passage.word(back, isIn: StateWordLists.cargo) {
                return .place
            }
            // "Trains from Poland to Ukraine", but "aid from Norway to Ukraine".
            if passage.word(back) == "from" {
                let isGiven =
                    passage.word(back - 1, isIn: StateWordLists.giving)
                    || passage.word(back - 1, isIn: CapitalWordLists.dealings)
                return isGiven ? .actor : .place
            }
            if passage.tokens[back].flags.contains(.sentenceStart) { break }
            back -= 1
        }
        return .actor
    }
}
