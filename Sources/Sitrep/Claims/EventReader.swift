/// An event as a sentence words it.
struct EventHit {
    var tokens: Range<Int>
    var event: ClaimEvent
    /// Behind `were`: what it happened to stands before it.
    var isPassive = false
    /// `did not intercept`.
    var isNegated = false
}

/// Finds the words in a sentence that say what happened.
struct EventReader {
    let text: ClaimText

    /// The events, in order, without overlaps.
    func events(in sentence: Range<Int>) -> [EventHit] {
        var hits: [EventHit] = []
        var at = sentence.lowerBound
        while at < sentence.upperBound {
            if var hit = event(at, in: sentence) {
                hit.isPassive = isPassive(hit.tokens.lowerBound, from: sentence.lowerBound)
                hit.isNegated = isNegated(hit.tokens, in: sentence)
                hits.append(hit)
                at = max(at + 1, hit.tokens.upperBound)
            } else {
                at += 1
            }
        }
        jam(&hits, in: sentence)
        return hits
    }

    private func event(_ at: Int, in sentence: Range<Int>) -> EventHit? {
        func joined(_ event: ClaimEventList.Joined, _ end: Int, active: Bool = false) -> EventHit {
            var found = ClaimEventList.events[event.number]
            if active, found.form == .past { found.form = .active }
            return EventHit(tokens: at..<end, event: found)
        }
        if text.isWord(at, "hand"), text.isWord(at + 1, "over"), sentence.contains(at + 1) {
            return joined(.given, at + 2, active: true)
        }
        switch text.role(at) {
        case .event: break
        case .shoot, .bring, .take:
            if text.role(at) == .take, let end = ahead(.prisoner, at, 4, sentence) {
                return joined(.takenPrisoner, end == at + 2 ? end : at + 1, active: text.value(at) == 1)
            }
            // "has taken in a million refugees"
            if text.role(at) == .take, text.isWord(at + 1, "in"), sentence.contains(at + 1),
                [.more, .digits, .article, .about, .nearly, .cardinal, .vague].contains(text.role(at + 2))
            {
                return joined(.drivenFromHome, at + 2, active: true)
            }
            // "took 20 prisoners"
            if text.role(at) == .take, (at + 1...at + 4).contains(where: { sentence.contains($0) && isPrisoners($0) }) {
                return joined(.takenPrisoner, at + 1, active: text.value(at) == 1)
            }
            guard let end = ahead(.down, at, 5, sentence) else { return nil }
            return joined(.shotDown, end == at + 2 ? end : at + 1, active: text.value(at) == 1)
        case .lose, .go:
            if let end = ahead(.radar, at, 6, sentence) { return joined(.offRadar, end) }
            if text.role(at) == .go { return nil }
            if let end = ahead(.life, at, 3, sentence) {
                return joined(
                    text.isWord(end - 1, "lives") || text.isWord(end - 1, "life") ? .lostLife : .lostLimb,
                    end
                )
            }
            return joined(.lost, at + 1, active: text.value(at) == 1)
        case .drive:
            return ahead(.home, at, 4, sentence).map { joined(.drivenFromHome, $0) }
        case .without:
            return ahead(.power, at, 3, sentence).map { joined(.withoutPower, $0) }
        case .noun:
            let classes = ClaimNounList.nouns[text.value(at)].classes
            guard !classes.isDisjoint(with: [.death, .injury, .casualty]) else { return nil }
            var hit = joined(classes.contains(.casualty) ? .killedOrWounded : .lostLife, at + 1)
            if classes.contains(.injury) { hit = joined(.lostLimb, at + 1) }
            hit.event.form = .noun
            return hit
        case .saying where text.value(at) == 1: return joined(.counted, at + 1)
        case .contain:
            // "the package includes four launchers"
            let start = max(sentence.lowerBound, at - 14)
            guard (start..<at).contains(where: { index in Self.gifts.contains { text.isWord(index, $0) } }) else {
                return nil
            }
            return joined(.given, at + 1, active: true)
        case .toll where text.value(at) == 1:
            // «кількість загиблих зросла до 45», beside which the word itself tells nothing.
            return nil
        case .toll:
            var hit = joined(.lostLife, at + 1)
            hit.event.form = .noun
            return hit
        default: return nil
        }
        let event = ClaimEventList.events[text.value(at)]
        let kind = event.kind(of: .person)
        // «зникли з радарів»
        if kind == .missing, let end = ahead(.radar, at, 4, sentence) { return joined(.offRadar, end) }
        if kind == .captured, text.isCyrillic(at), let end = ahead(.prisoner, at, 3, sentence) {
            return EventHit(tokens: at..<end, event: event)
        }
        // "killed or wounded"
        if kind == .killed || kind == .wounded, [.or, .and].contains(text.role(at + 1)), sentence.contains(at + 2),
            text.role(at + 2) == .event, text.gap(before: at + 2) == .blank
        {
            let other = ClaimEventList.events[text.value(at + 2)].kind(of: .person)
            if other == .killed || other == .wounded, other != kind {
                var hit = joined(.killedOrWounded, at + 3)
                if event.form == .free || event.form == .active { hit.event.form = event.form }
                return hit
            }
        }
        var hit = EventHit(tokens: at..<at + 1, event: event)
        if isCount(at, in: sentence) { hit.event.form = .noun }
        return hit
    }

    /// `the number of dead`, `the number of people killed`, «число погибших».
    private func isCount(_ at: Int, in sentence: Range<Int>) -> Bool {
        if text.role(at - 1) == .toll, text.value(at - 1) == 1 { return true }
        var before = at - 1
        while before > at - 4, before > sentence.lowerBound, [.noun, .determiner].contains(text.role(before)) {
            before -= 1
        }
        return text.role(before) == .of && text.isWord(before - 1, "number") && before - 1 >= sentence.lowerBound
    }

    private func isPrisoners(_ at: Int) -> Bool {
        text.isWord(at, "prisoners") || text.isWord(at, "hostages") || text.isWord(at, "captives")
    }

    private static let gifts: [StaticString] = [
        "package", "aid", "assistance", "tranche", "shipment", "weapons", "equipment", "support", "delivery",
    ]

    /// Behind the next word of a role, within the same clause.
    private func ahead(_ role: ClaimWord.Role, _ at: Int, _ most: Int, _ sentence: Range<Int>) -> Int? {
        for next in at + 1..<min(at + 1 + most, max(at + 1, sentence.upperBound)) {
            if text.role(next) == role { return next + 1 }
            switch text.gap(before: next) {
            case .comma, .stop, .line: return nil
            default: break
            }
            if [.and, .boundary, .event].contains(text.role(next)) { return nil }
        }
        return nil
    }

    /// Whether a form of to be stands before a participle, adverbs apart.
    private func isPassive(_ at: Int, from start: Int) -> Bool {
        var before = at - 1
        while before >= start, at - before <= 4 {
            switch text.role(before) {
            case .auxiliary where text.value(before) == 1: return true
            case .auxiliary, .other, .not, .additional, .modal, .saying: break
            // "were among the wounded"
            case .determiner, .including:
                guard text.role(before) == .including || text.role(before - 1) == .including else { return false }
            case .and:
                // "were killed and wounded", "were fired and not intercepted"
                guard text.role(before - 1) == .event else { return false }
                return isPassive(before - 1, from: start)
            default: return false
            }
            guard text.gap(before: before + 1) == .blank else { return false }
            before -= 1
        }
        return false
    }

    private func isNegated(_ tokens: Range<Int>, in sentence: Range<Int>) -> Bool {
        let at = tokens.lowerBound
        // «перехопити не вдалося»
        let next = tokens.upperBound
        if text.role(next) == .not, text.role(next + 1) == .failed, sentence.contains(next + 1) { return true }
        for before in stride(from: at - 1, through: max(sentence.lowerBound, at - 4), by: -1) {
            switch text.role(before) {
            case .not where at - before <= 3, .failed, .without: return true
            case .auxiliary, .to, .other, .modal, .not, .up: break
            default: return false
            }
            // "не" stands close to its verb.
            if text.isCyrillic(before), text.role(before) == .other { return false }
        }
        return false
    }

    /// Says of what jamming did that it was jammed: `stopped by electronic jamming`, `jamming neutralized 52`.
    private func jam(_ hits: inout [EventHit], in sentence: Range<Int>) {
        let jammed = ClaimEventList.events[ClaimEventList.Joined.jammed.number]
        for at in sentence where text.role(at) == .jamming {
            let near = hits.indices.filter { index in
                let tokens = hits[index].tokens
                let distance = tokens.lowerBound > at ? tokens.lowerBound - at : at - tokens.upperBound + 1
                let kind = hits[index].event.kind(of: .drone)
                return distance <= 5 && (kind == .intercepted || kind == .lostFromRadar || kind == .jammed)
            }
            if let nearest = near.min(by: {
                abs(hits[$0].tokens.lowerBound - at) < abs(hits[$1].tokens.lowerBound - at)
            }) {
                hits[nearest].event.kinds = jammed.kinds
                hits[nearest].isNegated = false
                continue
            }
            let place = hits.firstIndex { $0.tokens.lowerBound > at } ?? hits.count
            var event = jammed
            event.form = .free
            hits.insert(EventHit(tokens: at..<at + 1, event: event), at: place)
        }
    }
}
