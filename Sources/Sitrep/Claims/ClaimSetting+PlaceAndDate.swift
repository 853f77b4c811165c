/// Where and when the counted things happened.
extension ClaimSetting {
    // MARK: Where

    /// - Parameter sender: whose the flying things are; they were not shot down over their own country.
    func place(_ kind: Claim.Kind, of sender: ConceptID?) -> ConceptID? {
        let home = sender.flatMap { sides.side(of: $0) }
        let regions = passage.names(.region, in: sentence).filter {
            !isOrigin($0) && (home == nil || sides.state(of: $0.concept) != home)
        }
        let bound = nextPhrase ?? sentence.upperBound
        let behind = regions.first {
            $0.tokens.lowerBound >= phrase.tokens.lowerBound && $0.tokens.lowerBound < bound
                && distance($0.tokens) < 20 && isOneClause($0.tokens)
        }
        let before = regions.last {
            $0.tokens.lowerBound < phrase.tokens.lowerBound
                && !passage.isInRelativeClause($0.tokens.lowerBound, from: sentence.lowerBound) && !isDateline($0)
        }
        let any = regions.first {
            $0.tokens.lowerBound >= phrase.tokens.upperBound && (isPeople || $0.tokens.lowerBound < bound)
        }
        if let found = behind ?? before ?? any {
            return narrowest(found, regions)
        }
        guard (isPeople && kind != .troops) || kind == .area else { return nil }
        // Civilians are at home; what else is told of people happened where the text was last.
        if let owner = phrase.owner, kind != .captured, !phrase.classes.contains(.soldier) {
            return sides.country(of: owner)
        }
        let reach = phrase.classes.contains(.soldier) ? 0 : 40
        let start = max(0, min(sentence.lowerBound - reach, max(paragraph, sentence.lowerBound - 80)))
        return passage.names(.region, in: start..<sentence.lowerBound).last {
            !passage.isInRelativeClause($0.tokens.lowerBound, from: 0)
        }?.concept
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
        // "a Kyiv suburb" is not Kyiv.
        if text.isWord(best.tokens.upperBound, "suburb") || text.isWord(best.tokens.upperBound, "suburbs") {
            return sides.lineage(best.concept, in: .region).dropLast().last ?? best.concept
        }
        // "in Brovary near Kyiv"
        let before = best.tokens.lowerBound - 1
        if Self.near.contains(where: { text.isWord(before, $0) }),
            let other = regions.last(where: { $0.tokens.upperBound <= before && before - $0.tokens.upperBound <= 2 })
        {
            return other.concept
        }
        return best.concept
    }

    private static let near: [StaticString] = ["near", "outside", "під", "под", "біля", "возле", "поблизу"]

    /// `KHARKIV, March 19 — …`
    private func isDateline(_ place: ClaimName) -> Bool {
        text.beginsParagraph(place.tokens.lowerBound) && text.flags(place.tokens.lowerBound).contains(.allCapitals)
    }

    /// `launched from Kursk`: where it came from, not where it happened.
    private func isOrigin(_ place: ClaimName) -> Bool {
        guard isFlying else { return false }
        var at = place.tokens.lowerBound - 1
        // "from Kursk and the Black Sea", "from the airspace over the Caspian Sea"
        while at >= sentence.lowerBound, place.tokens.lowerBound - at < 16 {
            switch text.role(at) {
            case .from: return true
            case .event, .at, .to, .saying, .shoot, .digits, .cardinal, .boundary, .auxiliary, .noun: return false
            default: break
            }
            at -= 1
        }
        return false
    }

    /// The country of those who shot down, or of those attacked.
    func impliedPlace(_ claim: Claim) -> ConceptID? {
        claim.subject.flatMap { sides.opponent(of: $0) }.flatMap { sides.country(of: $0) }
            ?? claim.claimant.flatMap { sides.country(of: $0) }
    }

    // MARK: When

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
        // A toll is a sum up to now.
        if let event, text.role(event.tokens.lowerBound) == .toll { return nil }
        if passage.isTitle { return lead }
        // The sentences before it say when, but not of a sum up to now.
        guard !sentence.contains(where: { text.isWord($0, "far") && text.isWord($0 - 1, "so") }) else { return nil }
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
