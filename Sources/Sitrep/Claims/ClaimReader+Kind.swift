/// What was done to the things that a number counts.
extension ClaimReader {
    /// The kind of a phrase; a bare number takes what it counts from what was counted before it, or behind it.
    func kind(
        _ phrase: inout ClaimPhrase,
        _ index: Int,
        _ finder: ClaimKindFinder,
        _ kinds: [Int: Claim.Kind]
    ) -> ClaimKindFinder.Finding? {
        if phrase.isPart, !phrase.isBare, let whole = kinds[index - 1],
            !finder.phrases[index - 1].classes.isDisjoint(with: phrase.classes), phrase.attribute == nil
        {
            return ClaimKindFinder.Finding(kind: whole)
        }
        guard phrase.isBare else {
            guard let found = finder.find(index, classes: phrase.classes) else { return nil }
            return phrase.number.isArticle && isLoss(found, finder) ? nil : found
        }
        if let shared = shared(phrase, index, finder, kinds) {
            phrase.unit = "people"
            phrase.classes = .person
            return shared
        }
        let next = index + 1 < finder.phrases.count ? finder.phrases[index + 1] : nil
        let whole =
            next.flatMap { isWhole($0, of: phrase) ? $0 : nil } ?? named(before: phrase)
            ?? respective(index, finder.phrases) ?? recent?.phrase
        if let whole, let found = finder.find(index, classes: whole.classes),
            // "reported two dead"
            found.event.map({ finder.events[$0].event.form != .weak }) ?? true
                || finder.find(index, classes: .person) == nil
        {
            phrase.unit = whole.unit
            phrase.classes = whole.classes
            phrase.weapon = whole.weapon
            phrase.owner = whole.owner
            if phrase.number.value > whole.number.value { phrase.weapon = sides.weapons.root(phrase.weapon) }
            takeList(&phrase, total: next.flatMap { $0.isTotal ? $0.number.value : nil } ?? phrase.number.value)
            return found
        }
        // "34 drones shot down, 27 of them over Kursk"
        if let whole = kinds[index - 1], text.gap(before: phrase.tokens.lowerBound) == .comma,
            phrase.tokens.upperBound > phrase.number.tokens.upperBound, let last = counted?.phrase
        {
            phrase.unit = last.unit
            phrase.classes = last.classes
            phrase.weapon = last.weapon
            phrase.owner = last.owner
            return ClaimKindFinder.Finding(kind: whole)
        }
        if let noun = number(before: phrase, in: finder.sentence),
            let kind = finder.implied(phrase, noun.classes, isBare: false)
        {
            phrase.unit = noun.unit
            phrase.classes = noun.classes
            phrase.owner = phrase.owner ?? owner(before: phrase, in: finder.sentence)
            return ClaimKindFinder.Finding(kind: kind)
        }
        guard let found = finder.find(index, classes: .person),
            [.killed, .wounded, .killedOrWounded, .missing].contains(found.kind)
                || text.role(phrase.tokens.lowerBound - 1) == .reach,
            !isLoss(found, finder)
        else {
            // "Almost 8 million have fled": so many are people.
            guard let found = finder.find(index, classes: .person), found.kind == .other, phrase.number.value >= 10_000,
                found.event.map({ finder.events[$0].event.kind(of: .household) }) == .other
            else { return nil }
            phrase.unit = "people"
            phrase.classes = .person
            return found
        }
        phrase.unit = "people"
        phrase.classes = .person
        phrase.owner = phrase.owner ?? owner(before: phrase, in: finder.sentence)
        return found
    }

    /// `two died in Kherson, three in Odesa`: the second number shares the verb of the first.
    private func shared(
        _ phrase: ClaimPhrase,
        _ index: Int,
        _ finder: ClaimKindFinder,
        _ kinds: [Int: Claim.Kind]
    ) -> ClaimKindFinder.Finding? {
        guard let kind = kinds[index - 1], [.killed, .wounded, .killedOrWounded, .missing].contains(kind),
            finder.phrases[index - 1].classes.contains(.person) || finder.phrases[index - 1].isBare
        else { return nil }
        let (start, end) = (phrase.tokens.lowerBound, phrase.tokens.upperBound)
        guard text.gap(before: start) == .comma || text.role(start - 1) == .and, finder.sentence.contains(end + 1),
            text.role(end) == .preposition, text.flags(end + 1).contains(.capitalised), !passage.isDated(end + 1),
            finder.find(index, classes: .person) == nil
        else { return nil }
        return ClaimKindFinder.Finding(kind: kind)
    }

    /// `88 missiles and 63 drones, of which 37 and 55 were shot down`: the first of the first, the second of the second.
    private func respective(_ index: Int, _ phrases: [ClaimPhrase]) -> ClaimPhrase? {
        guard let recent, !recent.listed.isEmpty else { return nil }
        let all = recent.listed + [recent.phrase]
        var start = index
        while start > 0, phrases[start].isListed, phrases[start - 1].isBare { start -= 1 }
        var end = index + 1
        while end < phrases.count, phrases[end].isListed, phrases[end].isBare { end += 1 }
        guard end - start == all.count,
            zip(phrases[start..<end], all).allSatisfy({ $0.number.value <= $1.number.value })
        else { return nil }
        return all[index - start]
    }

    /// Takes a number for one of all that were listed, where their sum is meant: `122 missiles and 36 drones; of the 158`.
    private func takeList(_ phrase: inout ClaimPhrase, total: Double) {
        guard let recent, !recent.listed.isEmpty else { return }
        let all = recent.listed + [recent.phrase]
        guard total == all.reduce(0, { $0 + $1.number.value }) else { return }
        phrase.weapon = sides.weapons.root(phrase.weapon)
        for other in recent.listed.reversed()
        where other.unit != phrase.unit && !other.classes.isDisjoint(with: .arms) {
            phrase.unit = other.unit + " and " + phrase.unit
            phrase.classes.formUnion(other.classes)
            phrase.weapon = nil
        }
    }

    /// `the number of North Koreans killed at 3,000`, `North Korean casualties at 3,000`: whose they are.
    private func owner(before phrase: ClaimPhrase, in sentence: Range<Int>) -> ConceptID? {
        let start = phrase.tokens.lowerBound
        guard [.at, .to, .reach].contains(text.role(start - 1)) else { return nil }
        for at in max(sentence.lowerBound, start - 14)..<max(sentence.lowerBound, start - 1) {
            if text.isWord(at, "number"), text.role(at + 1) == .of {
                return passage.actor(at: at + 2)?.concept ?? passage.actor(at: at + 3)?.concept
            }
        }
        return nil
    }

    /// `Germany will send 500 missiles`: who is no side sends arms, and arms listed with others are sent like these.
    func isGift(
        _ found: ClaimKindFinder.Finding,
        _ finder: ClaimKindFinder,
        _ last: Claim.Kind?,
        _ phrase: ClaimPhrase
    ) -> Bool {
        guard found.kind == .launched, let event = found.event.map({ finder.events[$0] }),
            event.event.kind(of: .vehicle) == .delivered
        else { return false }
        if phrase.isListed, last == .delivered { return true }
        let start = event.tokens.lowerBound
        let before = max(finder.sentence.lowerBound, start - 12)..<start
        let sender =
            passage.names(.actor, in: before).last?.concept
            ?? passage.names(.region, in: before).last.flatMap { sides.state(of: $0.concept) }
        return sender.map { sides.opponent(of: $0) == nil && sides.side(of: $0) != nil } ?? false
    }

    /// `lost two` may be of wars.
    private func isLoss(_ found: ClaimKindFinder.Finding, _ finder: ClaimKindFinder) -> Bool {
        guard let event = found.event, found.kind == .killedOrWounded else { return false }
        return text.role(finder.events[event].tokens.lowerBound) == .lose
    }

    /// The noun of `put the number of refugees at 5 million`.
    private func number(before phrase: ClaimPhrase, in sentence: Range<Int>) -> ClaimNoun? {
        let start = phrase.tokens.lowerBound
        guard [.at, .to, .reach].contains(text.role(start - 1)) else { return nil }
        for at in max(sentence.lowerBound + 2, start - 14)..<max(sentence.lowerBound + 2, start - 1)
        where text.role(at) == .noun && text.role(at - 1) == .of && text.isWord(at - 2, "number") {
            return ClaimNounList.nouns[text.value(at)]
        }
        return nil
    }

    /// `50 of 73 drones`
    func isWhole(_ whole: ClaimPhrase, of phrase: ClaimPhrase) -> Bool {
        whole.isTotal && !whole.isBare && whole.tokens.lowerBound - phrase.tokens.upperBound <= 3
            && [.of, .out, .from].contains(text.role(phrase.tokens.upperBound))
    }

    /// Weapons that the sentence names without a number: `Kh-101 missiles, of which 27 were launched`.
    private func named(before phrase: ClaimPhrase) -> ClaimPhrase? {
        var start = phrase.tokens.lowerBound
        while start > 0, phrase.tokens.lowerBound - start < 30, !text.beginsSentence(start) { start -= 1 }
        for name in passage.names(.weapon, in: start..<phrase.tokens.lowerBound).reversed() {
            guard let noun = sides.weapons.noun(of: name.concept), !noun.classes.isDisjoint(with: .flying) else {
                continue
            }
            if let counted, counted.phrase.tokens.upperBound > name.tokens.lowerBound { return nil }
            guard text.role(name.tokens.upperBound - 1) != .singularNoun else { return nil }
            var named = ClaimPhrase(number: phrase.number, tokens: name.tokens)
            named.unit = noun.unit
            named.classes = noun.classes
            named.weapon = name.concept
            return named
        }
        return nil
    }
}
