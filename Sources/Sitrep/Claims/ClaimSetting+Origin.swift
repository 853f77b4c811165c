/// Places that are named beside a number, but are not where it happened: where things came from, and who speaks.
extension ClaimSetting {
    /// `launched from Kursk`, `a missile fired from the Belgorod region`: where it came from, not where it happened.
    ///
    /// - Parameter start: the first token of the place's sentence.
    func isOrigin(_ place: ClaimName, from start: Int) -> Bool {
        isOfCarrier(place, from: start) || isBehindFrom(place, from: start)
    }

    private func isBehindFrom(_ place: ClaimName, from start: Int) -> Bool {
        var at = place.tokens.lowerBound - 1
        // "from Kursk and the Black Sea", "from the airspace over the Caspian Sea"
        while at >= start, place.tokens.lowerBound - at < 16 {
            switch text.role(at) {
            case .from: return isFlying && start == sentence.lowerBound || isSent(at, from: start)
            // "from warships in the Black Sea"
            case .noun where isCarrier(at): break
            case .event, .at, .to, .saying, .shoot, .digits, .cardinal, .boundary, .auxiliary, .noun: return false
            default: break
            }
            at -= 1
        }
        return false
    }

    /// Whether what stands before `from` was fired, or is what is fired: `people from Kherson` are of Kherson.
    private func isSent(_ from: Int, from start: Int) -> Bool {
        for at in stride(from: from - 1, through: max(start, from - 5), by: -1) {
            if isLaunch(at) || Self.moves.contains(where: { text.isWord(at, $0) }) { return true }
            if text.gap(before: at + 1) != .blank { return false }
        }
        if case .noun = text.role(from - 1) { return isFlyingNoun(from - 1) }
        if case .singularNoun = text.role(from - 1) { return isFlyingNoun(from - 1) }
        return passage.names(.weapon, in: max(start, from - 5)..<max(start, from)).contains {
            $0.tokens.upperBound == from
        }
    }

    private static let moves: [StaticString] = [
        "came", "come", "coming", "flew", "flying", "flown", "sent", "off", "taken", "released", "arrived", "entered",
    ]

    private func isFlyingNoun(_ at: Int) -> Bool {
        !ClaimNounList.nouns[text.value(at)].classes.isDisjoint(with: .flying)
    }

    private func isLaunch(_ at: Int) -> Bool {
        text.role(at) == .event && ClaimEventList.events[text.value(at)].kind(of: .missile) == .launched
    }

    /// `fired by ships in the Black Sea`, `released by bombers over the Caspian Sea`
    private func isOfCarrier(_ place: ClaimName, from start: Int) -> Bool {
        var hasCarrier = false
        for at in stride(from: place.tokens.lowerBound - 1, through: max(start, place.tokens.lowerBound - 12), by: -1) {
            switch text.role(at) {
            case .noun, .singularNoun:
                if isCarrier(at) { hasCarrier = true }
            case .by: return hasCarrier && at > start && isBehindLaunch(at, from: start)
            case .at, .to, .boundary, .saying: return false
            case .digits where !passage.isTaken(at), .cardinal: return false
            default: break
            }
            if let weapon = passage.weapon(at: at), let noun = sides.weapons.noun(of: weapon.concept),
                !noun.classes.isDisjoint(with: [.aircraft, .ship])
            {
                hasCarrier = true
            }
        }
        return false
    }

    private func isCarrier(_ at: Int) -> Bool {
        !ClaimNounList.nouns[text.value(at)].classes.isDisjoint(with: [.aircraft, .ship])
    }

    private func isBehindLaunch(_ by: Int, from start: Int) -> Bool {
        isLaunch(by - 1) || text.isWord(by - 1, "released")
    }

    /// `the ministry in Moscow`, `officials in Kyiv`, «за оцінкою Києва»: who speaks, not where.
    func isSeat(_ place: ClaimName) -> Bool {
        let at = place.tokens.lowerBound
        if Self.opinions.contains(where: { text.isWord(at - 1, $0) }) { return true }
        guard Self.seats.contains(where: { text.isWord(at, $0) }), text.isWord(at - 1, "in") || text.isCyrillic(at - 1)
        else { return false }
        return (max(0, at - 3)..<max(0, at - 1)).contains { index in
            Self.offices.contains { text.isWord(index, $0) }
        }
    }

    private static let opinions: [StaticString] = [
        "оцінкою", "оцінками", "даними", "словами", "версією", "оценке", "оценкам", "данным", "словам", "версии",
    ]

    private static let offices: [StaticString] = [
        "ministry", "officials", "government", "force", "forces", "authorities", "command", "defence",
        "defense", "staff", "leaders", "leadership", "administration", "diplomats", "посадовці", "влада", "власти",
    ]

    /// The capitals of which states are told as if they spoke.
    private static let seats: [StaticString] = [
        "kyiv", "kiev", "moscow", "washington", "seoul", "pyongyang", "minsk", "london", "paris", "berlin", "warsaw",
        "tehran", "jerusalem", "beirut", "damascus", "ankara", "brussels", "києві", "москві", "киеве", "москве",
    ]
}
