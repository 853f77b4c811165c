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
    /// The day that the text begins with, for its title.
    let lead: EventDate?
    let attribution: ConceptID?

    var text: ClaimText { passage.text }
    var isFlying: Bool { !phrase.classes.isDisjoint(with: .flying) }
    var isPeople: Bool { !phrase.classes.isDisjoint(with: .people) }

    /// Fills in what the surroundings say.
    ///
    /// - Parameters:
    ///   - antecedent: whose those things were of which the number is a part.
    ///   - earlier: whose flying things were counted in the sentences before.
    func complete(_ claim: inout Claim, antecedent: ConceptID?, earlier: ConceptID?) {
        claim.claimant = attribution
        claim.weapon = isPeople ? nearestWeapon : phrase.weapon
        if claim.kind == .delivered {
            (claim.subject, claim.place) = gift
        } else if isFlying {
            claim.subject = subject(claim, antecedent) ?? earlier
            claim.place = place(claim.kind, of: claim.subject) ?? (isOfOldTimes ? nil : impliedPlace(claim))
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
        case _ where isFlying:
            if let sender = senderBehind { return sender }
            if let antecedent { return antecedent }
            if claim.kind == .launched, let sender = senderBefore { return sides.side(of: sender) ?? sender }
            // "Ukraine was hit by 60 missiles"
            if claim.kind == .launched, let event, event.isPassive, let victim = actor(before: event.tokens.lowerBound),
                text.role(event.tokens.upperBound) == .by || text.role(event.tokens.upperBound) == .with
            {
                return sides.opponent(of: victim)
            }
            let defender = event.flatMap { $0.isPassive ? nil : actor(before: $0.tokens.lowerBound) } ?? claim.claimant
            return defender.flatMap { sides.opponent(of: $0) }
        case .troops: return commander ?? antecedent
        case .area:
            return event.flatMap { actor(before: $0.tokens.lowerBound) } ?? actor(before: phrase.tokens.lowerBound)
        case .killed, .wounded, .killedOrWounded, .captured, .missing, .evacuated, .other:
            guard isPeople else { return nil }
            if let loser { return loser }
            if let antecedent { return antecedent }
            if isOnOwnSide, let claimant = claim.claimant { return sides.side(of: claimant) }
            return phrase.classes.isDisjoint(with: [.soldier, .refugee])
                ? claim.place.flatMap { sides.state(of: $0) } : nil
        case .destroyed where loser != nil: return loser
        case .destroyed, .damaged: return claim.place.flatMap { sides.state(of: $0) }
        default: return nil
        }
    }

    /// `Russia launched 78 missiles`, `Russia's attack with 58 missiles`.
    private var senderBefore: ConceptID? {
        guard let event, !event.isPassive, event.event.form != .weak, event.event.kind(of: phrase.classes) == .launched
        else { return nil }
        let start = event.tokens.lowerBound
        if event.event.form == .noun {
            return passage.names(.actor, in: max(sentence.lowerBound, start - 4)..<start).last {
                $0.tokens.upperBound == start || text.flags($0.tokens.upperBound - 1).contains(.possessive)
            }?.concept
        }
        // "the grid was targeted with", "targeted with": the one before it is the one attacked.
        guard ![.with, .by].contains(text.role(event.tokens.upperBound)) else { return nil }
        return actor(before: start)
    }

    /// `Russia deployed 50,000 troops`, `Russia has 50,000 troops`, `Russia’s 50,000 troops`; who counts them is not whose
    /// they are.
    private var commander: ConceptID? {
        let start = phrase.tokens.lowerBound
        if let event, !event.isPassive, event.tokens.upperBound <= start {
            return actor(before: event.tokens.lowerBound)
        }
        var at = start
        while at > sentence.lowerBound, start - at < 3, text.role(at - 1) == .auxiliary, text.value(at - 1) == 0 {
            at -= 1
        }
        return passage.names(.actor, in: max(sentence.lowerBound, at - 6)..<at).last { name in
            name.tokens.upperBound == at && (at < start || text.flags(at - 1).contains(.possessive))
        }?.concept
    }

    /// `Russia has lost 12,000 soldiers`
    private var loser: ConceptID? {
        // "Russia suffered 100,000 casualties"
        for at in max(sentence.lowerBound, phrase.tokens.lowerBound - 3)..<phrase.tokens.lowerBound
        where text.isWord(at, "suffered") || text.isWord(at, "sustained") || text.isWord(at, "suffering") {
            return actor(before: at)
        }
        guard let event, !event.isPassive, text.role(event.tokens.lowerBound) == .lose else { return nil }
        return actor(before: event.tokens.lowerBound)
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
    func actor(before token: Int) -> ConceptID? {
        let actors = passage.names(.actor, in: sentence.lowerBound..<token)
        for actor in actors.reversed() where token - actor.tokens.upperBound < 12 {
            let between = actor.tokens.upperBound..<token
            if between.contains(where: { text.role($0) == .boundary || text.gap(before: $0) == .stop }) { return nil }
            return actor.concept
        }
        return nil
    }

    private var nearestWeapon: ConceptID? {
        let names = passage.names(.weapon, in: sentence).filter {
            sides.weapons.noun(of: $0.concept) != nil && !isCounted($0)
        }
        let near = names.min { distance($0.tokens) < distance($1.tokens) }
        return near.flatMap { distance($0.tokens) <= 16 && isOneClause($0.tokens) ? $0.concept : nil }
    }

    /// Whether a number of its own stands before a weapon: `5,000 tanks and 12,000 soldiers`.
    private func isCounted(_ weapon: ClaimName) -> Bool {
        switch text.role(weapon.tokens.lowerBound - 1) {
        case .digits, .cardinal, .scale, .vague, .of: true
        default: false
        }
    }

    func distance(_ tokens: Range<Int>) -> Int {
        tokens.lowerBound >= phrase.tokens.upperBound
            ? tokens.lowerBound - phrase.tokens.upperBound
            : max(0, phrase.tokens.lowerBound - tokens.upperBound)
    }

    func isOneClause(_ tokens: Range<Int>) -> Bool {
        let start = min(tokens.upperBound, phrase.tokens.upperBound)
        let end = max(tokens.lowerBound, phrase.tokens.lowerBound)
        guard start < end else { return true }
        return !isOfNextPredicate(end, from: start)
            && !(start..<end).contains { text.role($0) == .boundary || text.gap(before: $0) == .stop }
    }

    /// Whether another predicate begins before a token: `killed five and was recognised in May`.
    func isOfNextPredicate(_ end: Int, from start: Int? = nil) -> Bool {
        let start = start ?? phrase.tokens.upperBound
        return (start..<max(start, end - 1)).contains { text.role($0) == .and && text.role($0 + 1) == .auxiliary }
    }
}
