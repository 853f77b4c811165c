/// Whose the counted things are, what weapon, where, when and who says so, from the names and dates around a number.
struct ClaimSetting {
    let passage: ClaimPassage
    let sides: ClaimSides
    let sentence: Range<Int>
    /// The first token of the paragraph.
    let paragraph: Int
    let phrase: ClaimPhrase
    /// Where the next number begins that is not listed with this one.
    let nextPhrase: Int?
    let event: EventHit?
    let attribution: ConceptID?

    private var text: ClaimText { passage.text }
    private var isFlying: Bool { !phrase.classes.isDisjoint(with: .flying) }
    private var isPeople: Bool { !phrase.classes.isDisjoint(with: .people) }

    /// Fills in what the surroundings say.
    ///
    /// - Parameter antecedent: whose those things were of which the number is a part.
    func complete(_ claim: inout Claim, antecedent: ConceptID?) {
        claim.claimant = attribution
        claim.weapon = isPeople ? nearestWeapon : phrase.weapon
        if isFlying {
            claim.subject = subject(claim, antecedent)
            claim.place = place(claim.kind, of: claim.subject) ?? impliedPlace(claim)
            if claim.subject == nil, claim.kind == .launched {
                claim.subject = claim.place.flatMap { sides.state(of: $0) }.flatMap { sides.opponent(of: $0) }
            }
        } else {
            claim.place = place(claim.kind, of: nil)
            claim.subject = subject(claim, antecedent)
        }
        claim.date = date(claim.kind)
    }

    // MARK: Whose

    private func subject(_ claim: Claim, _ antecedent: ConceptID?) -> ConceptID? {
        if let owner = phrase.owner { return owner }
        switch claim.kind {
        case _ where isFlying && claim.kind != .delivered:
            if let sender = senderBehind { return sender }
            if let antecedent { return antecedent }
            if claim.kind == .launched, let event, !event.isPassive, event.event.form != .weak,
                event.event.form != .noun,
                let actor = actor(before: event.tokens.lowerBound)
            {
                return sides.side(of: actor) ?? actor
            }
            let defender = event.flatMap { $0.isPassive ? nil : actor(before: $0.tokens.lowerBound) } ?? claim.claimant
            return defender.flatMap { sides.opponent(of: $0) }
        case .troops, .delivered, .area:
            return event.flatMap { actor(before: $0.tokens.lowerBound) } ?? actor(before: phrase.tokens.lowerBound)
        case .killed, .wounded, .killedOrWounded, .captured, .missing, .evacuated, .other:
            guard isPeople else { return nil }
            if let antecedent { return antecedent }
            return phrase.classes.contains(.soldier) ? nil : claim.place.flatMap { sides.state(of: $0) }
        case .destroyed, .damaged: return claim.place.flatMap { sides.state(of: $0) }
        default: return nil
        }
    }

    /// `launched by Russia` behind the number.
    private var senderBehind: ConceptID? {
        let end = min(sentence.upperBound, phrase.tokens.upperBound + 6, nextPhrase ?? Int.max)
        for at in phrase.tokens.upperBound..<max(end, phrase.tokens.upperBound) where text.role(at) == .by {
            for next in at + 1...at + 2 {
                if let actor = passage.actor(at: next) { return actor.concept }
            }
        }
        return nil
    }

    /// The last actor before a token in its clause, the one who is only quoted apart.
    private func actor(before token: Int) -> ConceptID? {
        let actors = passage.names(.actor, in: sentence.lowerBound..<token)
        for actor in actors.reversed() where token - actor.tokens.upperBound < 12 {
            let between = actor.tokens.upperBound..<token
            if between.contains(where: { text.role($0) == .boundary || text.gap(before: $0) == .stop }) { return nil }
            return actor.concept
        }
        return nil
    }

    private var nearestWeapon: ConceptID? {
        let names = passage.names(.weapon, in: sentence).filter { sides.weapons.noun(of: $0.concept) != nil }
        let near = names.min { distance($0.tokens) < distance($1.tokens) }
        return near.flatMap { distance($0.tokens) <= 16 && isOneClause($0.tokens) ? $0.concept : nil }
    }

    private func distance(_ tokens: Range<Int>) -> Int {
        tokens.lowerBound >= phrase.tokens.upperBound
            ? tokens.lowerBound - phrase.tokens.upperBound
            : max(0, phrase.tokens.lowerBound - tokens.upperBound)
    }

    private func isOneClause(_ tokens: Range<Int>) -> Bool {
        let start = min(tokens.upperBound, phrase.tokens.upperBound)
        let end = max(tokens.lowerBound, phrase.tokens.lowerBound)
        guard start < end else { return true }
        return !(start..<end).contains { text.role($0) == .boundary || text.gap(before: $0) == .stop }
    }

    // MARK: Where

    /// - Parameter sender: whose the flying things are; they were not shot down over their own country.
    private func place(_ kind: Claim.Kind, of sender: ConceptID?) -> ConceptID? {
        let home = sender.flatMap { sides.side(of: $0) }
        let regions = passage.names(.region, in: sentence).filter {
            !isOrigin($0) && (home == nil || sides.state(of: $0.concept) != home)
        }
        let bound = nextPhrase ?? sentence.upperBound
        let behind = regions.first {
            $0.tokens.lowerBound >= phrase.tokens.lowerBound && $0.tokens.lowerBound < bound
                && distance($0.tokens) < 20 && isOneClause($0.tokens)
        }
        let before = regions.last { $0.tokens.lowerBound < phrase.tokens.lowerBound }
        if let found = behind ?? before {
            return narrowest(found, regions)
        }
        // What a paragraph goes on to tell of people happened where it began.
        guard isPeople, kind != .troops, paragraph < sentence.lowerBound else { return nil }
        return passage.names(.region, in: max(paragraph, sentence.lowerBound - 80)..<sentence.lowerBound).last?.concept
    }

    /// A place that lies in the one found and is named beside it: `Nikopol in Dnipropetrovsk region`.
    private func narrowest(_ place: ClaimName, _ regions: [ClaimName]) -> ConceptID {
        var best = place
        for other in regions where sides.lies(other.concept, in: best.concept) {
            let gap =
                max(other.tokens.lowerBound, best.tokens.lowerBound)
                - min(other.tokens.upperBound, best.tokens.upperBound)
            if gap <= 8 { best = other }
        }
        return best.concept
    }

    /// `launched from Kursk`: where it came from, not where it happened.
    private func isOrigin(_ place: ClaimName) -> Bool {
        guard isFlying else { return false }
        let at = place.tokens.lowerBound
        return (max(sentence.lowerBound, at - 3)..<at).contains { text.role($0) == .from }
    }

    /// The country of those who shot down, or of those attacked.
    private func impliedPlace(_ claim: Claim) -> ConceptID? {
        claim.subject.flatMap { sides.opponent(of: $0) }.flatMap { sides.country(of: $0) }
            ?? claim.claimant.flatMap { sides.country(of: $0) }
    }

    // MARK: When

    private func date(_ kind: Claim.Kind) -> EventDate? {
        let dates = passage.dates.filter { sentence.contains($0.tokens.lowerBound) }
        let own = dates.filter { !isOfSaying($0.tokens) && isOneClause($0.tokens) && !isOfPast($0.tokens) }
        if let nearest = own.min(by: { distance($0.tokens) < distance($1.tokens) }) {
            let isStanding = kind == .troops || kind == .area || kind == .delivered
            return isStanding && distance(nearest.tokens) > 6 ? nil : nearest.date
        }
        guard !passage.isTitle else { return nil }
        switch kind {
        case .launched, .intercepted, .jammed, .lostFromRadar, .killed, .wounded: break
        case .other where isFlying: break
        default: return nil
        }
        // The sentences before it say when.
        return passage.dates.last {
            $0.tokens.lowerBound >= sentence.lowerBound - 150 && $0.tokens.lowerBound < sentence.lowerBound
                && $0.date.precision == .day && !isOfPast($0.tokens)
        }?.date
    }

    /// `said on Wednesday`: the day of saying.
    private func isOfSaying(_ tokens: Range<Int>) -> Bool {
        (max(sentence.lowerBound, tokens.lowerBound - 3)..<tokens.lowerBound).contains { text.role($0) == .saying }
    }

    /// `before Russia invaded in February 2022`, `since 2014`.
    private func isOfPast(_ tokens: Range<Int>) -> Bool {
        let before = tokens.lowerBound - 1
        return text.isWord(before, "since") || text.isWord(before, "until") || text.isWord(before, "before")
    }
}
