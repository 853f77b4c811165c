/// The events behind a number: `50 were shot down`, `12 dead`, `two killed`.
extension ClaimKindFinder {
    /// `50 were shot down`, `12 dead`, `two killed`; what is listed together shares it.
    func behind(_ index: Int, _ classes: NounClass) -> Bound? {
        var last = index
        while last + 1 < phrases.count, phrases[last + 1].isListed, last - index < 8 {
            if let own = ahead(phrases[last], classes) { return own }
            last += 1
        }
        guard let found = ahead(phrases[last], classes) else { return nil }
        // What is said of the last one alone is its own: "50, and 20 were jammed".
        if last > index, phrases[index].isBare != phrases[last].isBare { return (found.event, .loose) }
        return last > index ? (found.event, min(found.bond, .relative)) : found
    }

    private func ahead(_ phrase: ClaimPhrase, _ classes: NounClass) -> Bound? {
        var at = phrase.tokens.upperBound
        var sawAuxiliary = false
        var isRelative = false
        // What is set off with commas and is no clause of its own: `12 people, including two children, were killed`.
        var isAside = false
        // "aimed at the city" may yet be "shot down".
        var passing: Bound?
        var distance = 0
        while at < sentence.upperBound, distance < 22 {
            switch text.gap(before: at) {
            case .stop:
                // "two hostages — an American and an Australian — were released"
                guard let end = endOfAside(at) else { return passing }
                at = end
            case .line: return passing
            case .comma where isAside: isAside = false
            case .comma where isRelative: isRelative = false
            case .comma:
                isAside =
                    [.including, .most, .determiner].contains(text.role(at)) || text.isWord(at, "aged")
                isRelative = text.role(at) == .relative
                let isOwn = distance == 0 && beginning[at] != nil
                guard isAside || isRelative || isOwn else { return passing }
            default: break
            }
            if !isAside, let number = beginning[at], events[number].event.kind(of: classes) != nil {
                let hit = events[number]
                let bond = bond(hit, classes, phrase, distance, sawAuxiliary, isRelative)
                if let bond, bond != .participle || hit.event.kind(of: classes) != .launched { return (number, bond) }
                if let bond { passing = passing ?? (number, bond) } else if hit.event.form != .noun { return passing }
            }
            switch text.role(at) {
            case .auxiliary, .modal: sawAuxiliary = true
            case .relative: isRelative = true
            case .that where !text.isCyrillic(at): isRelative = true
            case .boundary where !isAside: return passing
            case .and where !isAside && !sawAuxiliary && !passage.isTaken(at + 1): return passing
            case .or where !isAside && !sawAuxiliary && !passage.isTaken(at + 1): return passing
            default: break
            }
            if starts[at] != nil, at != phrase.tokens.lowerBound, !isAside, !isBehindPreposition(at) { return passing }
            at += 1
            distance += 1
        }
        return passing
    }

    /// Where what is set between two dashes ends, when a token follows the first.
    private func endOfAside(_ at: Int) -> Int? {
        guard isDash(before: at) else { return nil }
        return (at + 1..<max(at + 1, min(at + 14, sentence.upperBound))).first { isDash(before: $0) }
    }

    private func isDash(before at: Int) -> Bool { text.isSpacedDash(before: at) || text.isGap("—", before: at) }

    /// `people in two cities were killed`: another number between the noun and its verb.
    private func isBehindPreposition(_ at: Int) -> Bool {
        // "80 of these 86"
        let before = text.role(at - 1) == .determiner && text.role(at - 2) == .of ? at - 2 : at - 1
        return [.preposition, .from, .at, .by, .of, .asWord].contains(text.role(before))
    }

    private func bond(
        _ hit: EventHit,
        _ classes: NounClass,
        _ phrase: ClaimPhrase,
        _ distance: Int,
        _ sawAuxiliary: Bool,
        _ isRelative: Bool
    ) -> Bond? {
        guard let kind = hit.event.kind(of: classes) else { return nil }
        switch hit.event.form {
        case .past:
            if hit.isPassive { return isRelative ? .relative : .subject }
            if takesObject(hit) || sawAuxiliary {
                return isAgent(hit.event, classes) && !isRelative ? .participle : nil
            }
            if isRelative { return nil }
            return distance <= 1 || kind == .launched || distance <= 8 && !phrase.isBare ? .participle : nil
        case .intransitive, .state:
            if phrase.isBare, distance > 3, !sawAuxiliary { return nil }
            return isRelative ? .relative : distance <= 3 || sawAuxiliary ? .subject : .participle
        case .free:
            if isRelative { return .relative }
            return sawAuxiliary || distance <= 4 ? .participle : .loose
        case .active:
            return isAgent(hit.event, classes) && distance <= 2 ? .participle : nil
        case .weak: return hit.isPassive && !isRelative ? .participle : nil
        case .noun: return nil
        }
    }

    /// Whether something that a verb acts on stands behind it: `two soldiers killed a man`.
    private func takesObject(_ hit: EventHit) -> Bool {
        let next = hit.tokens.upperBound
        guard next < sentence.upperBound, text.gap(before: next) == .blank else { return false }
        if starts[next] != nil || passage.actor(at: next) != nil || passage.weapon(at: next) != nil { return true }
        if passage.region(at: next) != nil { return true }
        switch text.role(next) {
        case .determiner, .article, .noun, .singularNoun: return true
        default: return false
        }
    }
}
