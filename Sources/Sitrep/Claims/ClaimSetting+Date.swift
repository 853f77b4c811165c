/// When the counted things happened.
extension ClaimSetting {
    func date(_ kind: Claim.Kind) -> EventDate? {
        let dates = passage.dates.filter { sentence.contains($0.tokens.lowerBound) }
        let own = dates.filter { !isOfSaying($0.tokens) && isOneClause($0.tokens) && !isOfPast($0.tokens) }
        if let nearest = own.min(by: { distance($0.tokens) < distance($1.tokens) }) {
            let isStanding = kind == .troops || kind == .area || kind == .delivered
            return isStanding && distance(nearest.tokens) > 6 ? nil : nearest.date
        }
        switch kind {
        case .launched, .intercepted, .jammed, .lostFromRadar, .killed, .wounded: break
        case .other where isFlying: break
        default: return nil
        }
        // The sentence speaks of other times, or of when somebody was accused.
        let isOfOthers = dates.contains { !isOfSaying($0.tokens) || isOfAccusing($0.tokens) }
        guard !isOfOthers, !isOfOldTimes else { return nil }
        // A toll is a sum up to now.
        if let event, text.role(event.tokens.lowerBound) == .toll || isSumUpToNow(event) { return nil }
        if passage.isTitle { return lead }
        // The sentences before it say when, but not of a sum up to now.
        guard !sentence.contains(where: { text.isWord($0, "far") && text.isWord($0 - 1, "so") }) else { return nil }
        return dateBefore
    }

    /// The last day that the sentences before name, unless they have come to speak of a year.
    private var dateBefore: EventDate? {
        let before = passage.dates.filter {
            $0.tokens.lowerBound >= sentence.lowerBound - 150 && $0.tokens.lowerBound < sentence.lowerBound
                && !isOfPast($0.tokens)
        }
        guard let last = before.last, last.date.precision != .year, !isOfAccusing(last.tokens) else { return nil }
        return before.last { $0.date.precision == .day }?.date
    }

    /// `8,983 have died`: so many have not died on the day of the report.
    private func isSumUpToNow(_ event: EventHit) -> Bool {
        guard isPeople, phrase.number.value >= 100 else { return false }
        var at = event.tokens.lowerBound - 1
        if text.isWord(at, "been") { at -= 1 }
        return text.isWord(at, "have") || text.isWord(at, "has")
    }

    /// Whether the sentence names a year that is no date of the report, a century or an age: it tells of the past.
    var isOfOldTimes: Bool {
        sentence.contains { at in
            Self.ages.contains { text.isWord(at, $0) } || isYear(at)
                || (text.isWord(at, "war") && text.isWord(at - 1, "world"))
                || (text.isWord(at, "death") && text.isWord(at - 1, "black"))
                || (text.isWord(at, "ages") && text.isWord(at - 1, "middle"))
        }
    }

    private static let ages: [StaticString] = [
        "century", "centuries", "medieval", "antiquity", "bc", "століття", "столітті", "сторіччі", "століть", "веке",
        "веков", "столетии", "столетия",
    ]

    /// `in 1932`, `between 1932-33`, but not the year of a date that is known.
    private func isYear(_ at: Int) -> Bool {
        guard text.role(at) == .digits, !phrase.tokens.contains(at), !passage.isDated(at), text.isFourDigits(at),
            ![.joined, .dot].contains(text.gap(before: at)), ![.joined, .dot].contains(text.gap(before: at + 1))
        else { return false }
        return [.preposition, .from, .to, .by, .boundary, .and].contains(text.role(at - 1))
            && ![.noun, .singularNoun].contains(text.role(at + 1)) && passage.weapon(at: at + 1) == nil
    }

    /// `said on Wednesday`: the day of saying.
    private func isOfSaying(_ tokens: Range<Int>) -> Bool {
        (max(sentence.lowerBound, tokens.lowerBound - 3)..<tokens.lowerBound).contains { text.role($0) == .saying }
    }

    /// `accused on Wednesday`: the day of the accusation.
    private func isOfAccusing(_ tokens: Range<Int>) -> Bool {
        (max(0, tokens.lowerBound - 3)..<tokens.lowerBound).contains { at in
            Self.accusations.contains { text.isWord(at, $0) }
        }
    }

    private static let accusations: [StaticString] = [
        "accused", "accuses", "accusing", "blamed", "blames", "звинуватила", "звинуватили", "звинуватив", "обвинила",
        "обвинили", "обвинил",
    ]

    /// `before Russia invaded in February 2022`, `since 2014`.
    private func isOfPast(_ tokens: Range<Int>) -> Bool {
        let before = tokens.lowerBound - 1
        if text.isWord(before, "since") || text.isWord(before, "until") || text.isWord(before, "before") { return true }
        // "Since Russia invaded in February 2022,"
        var at = before
        while at >= 0, tokens.lowerBound - at < 20,
            text.gap(before: at + 1) == .blank || text.gap(before: at + 1) == .hyphen
        {
            if text.isWord(at, "since") { return true }
            at -= 1
        }
        return false
    }
}
