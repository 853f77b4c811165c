/// Says what happened to the things that the numbers of a sentence count, from the verb or noun that governs them.
struct ClaimKindFinder {
    let passage: ClaimPassage
    let sentence: Range<Int>
    let phrases: [ClaimPhrase]
    let events: [EventHit]
    /// The event that ends at a token, and the one that begins there.
    private var ending: [Int: Int] = [:]
    private var beginning: [Int: Int] = [:]
    private var starts: [Int: Int] = [:]

    /// A number with its kind and the event that tells it.
    struct Finding {
        var kind: Claim.Kind
        var event: Int?
    }

    /// How an event is bound to a number.
    private enum Bond: Int, Comparable {
        /// In the same clause.
        case loose
        /// `50 drones … shot down`: a participle alone.
        case participle
        /// `50 drones that were shot down`
        case relative
        /// `shot down 50`
        case direct
        /// `50 were shot down`
        case subject

        static func < (a: Bond, b: Bond) -> Bool { a.rawValue < b.rawValue }
    }

    init(passage: ClaimPassage, sentence: Range<Int>, phrases: [ClaimPhrase], events: [EventHit]) {
        self.passage = passage
        self.sentence = sentence
        self.phrases = phrases
        self.events = events
        for (number, event) in events.enumerated() {
            ending[event.tokens.upperBound] = number
            beginning[event.tokens.lowerBound] = number
        }
        for (number, phrase) in phrases.enumerated() { starts[phrase.tokens.lowerBound] = number }
    }

    private var text: ClaimText { passage.text }

    /// The kind of a phrase whose nouns are of some classes; `nil` where nothing tells it.
    func find(_ index: Int, classes: NounClass) -> Finding? {
        let phrase = phrases[index]
        if phrase.isArea { return Finding(kind: .area) }
        if let attribute = phrase.attribute?.kind(of: classes), attribute != .other {
            return Finding(kind: attribute)
        }
        let left = direct(index, classes)
        let right = behind(index, classes)
        let best = choose(phrase, left, right) ?? loose(index, classes)
        if let (event, _) = best, !events[event].isNegated, let kind = events[event].event.kind(of: classes) {
            if phrase.isTotal, !classes.isDisjoint(with: .flying), kind != .launched {
                return Finding(kind: .launched, event: event)
            }
            return Finding(kind: kind, event: event)
        }
        if best != nil { return nil }
        return implied(phrase, classes).map { Finding(kind: $0) }
    }

    private typealias Bound = (event: Int, bond: Bond)

    private func choose(_ phrase: ClaimPhrase, _ left: Bound?, _ right: Bound?) -> Bound? {
        guard let left else { return right }
        guard let right else { return left }
        // "counted 23 drones destroyed"
        if events[left.event].event.form == .weak, events[right.event].event.form != .weak { return right }
        return right.bond > left.bond ? right : left
    }

    /// What the noun itself says, or what it is where no word tells more.
    private func implied(_ phrase: ClaimPhrase, _ classes: NounClass) -> Claim.Kind? {
        if classes.contains(.death) { return .killed }
        if classes.contains(.injury) { return .wounded }
        if classes.contains(.casualty) { return .killedOrWounded }
        if phrase.isTotal, !classes.isDisjoint(with: .flying) { return .launched }
        if phrase.isBare { return nil }
        if classes.contains(.soldier), phrase.number.value >= 100 { return .troops }
        if classes.contains(.refugee), phrase.number.value >= 10 { return .other }
        return nil
    }

    // MARK: Before the number

    /// `shot down 50`, `shot down four missiles and 37 drones`, `loss of 25,000 soldiers`.
    private func direct(_ index: Int, _ classes: NounClass) -> Bound? {
        var index = index
        var steps = 0
        while phrases[index].isListed, index > 0, steps < 8 {
            // "50, and another 20 were jammed": each of its own.
            if let found = directly(phrases[index], classes) { return found }
            index -= 1
            steps += 1
        }
        return directly(phrases[index], classes)
    }

    private func directly(_ phrase: ClaimPhrase, _ classes: NounClass) -> Bound? {
        var at = phrase.tokens.lowerBound
        var link: ClaimWord.Role?
        var unknown = 0
        while at > sentence.lowerBound {
            switch text.gap(before: at) {
            case .blank, .mark, .hyphen: break
            default: return nil
            }
            if let event = ending[at] {
                guard fits(event, classes, link, phrase) else { return nil }
                return (event, .direct)
            }
            let before = at - 1
            switch text.role(before) {
            case .determiner, .additional, .article, .nearly: break
            case .of, .with, .by, .to, .at:
                guard link == nil else { return nil }
                link = text.role(before)
            case .from where text.isCyrillic(before): link = .with
            case .down: break
            case .reach: link = .reach
            case .other, .numbered, .preposition:
                unknown += 1
                guard unknown <= 2, text.role(before) == .other || link == nil else { return nil }
            default: return nil
            }
            at = before
        }
        return nil
    }

    /// Whether an event before a number governs it.
    private func fits(_ number: Int, _ classes: NounClass, _ link: ClaimWord.Role?, _ phrase: ClaimPhrase) -> Bool {
        let hit = events[number]
        guard hit.event.kind(of: classes) != nil else { return false }
        switch hit.event.form {
        case .past:
            if hit.isPassive { return (link == .by || link == .with) && isAgent(hit.event, classes) }
            return link == nil || link == .with || link == .of || (link == .by && isAgent(hit.event, classes))
        case .active: return link == nil || link == .with
        case .noun:
            if phrase.isBare { return link == .of || link == .at || link == .to || link == .reach }
            return link == .of || link == .with || link == .at
        case .free, .weak: return link == nil || link == .with
        case .intransitive, .state: return false
        }
    }

    /// Whether the things do it themselves: drones attack.
    private func isAgent(_ event: ClaimEvent, _ classes: NounClass) -> Bool {
        !classes.isDisjoint(with: .flying) && event.kind(of: classes) == .launched
    }

    /// The last event of the clause before a number that may govern it.
    private func loose(_ index: Int, _ classes: NounClass) -> Bound? {
        let phrase = phrases[index]
        var at = phrase.tokens.lowerBound
        var link: ClaimWord.Role?
        while at > sentence.lowerBound, phrase.tokens.lowerBound - at < 24 {
            if text.gap(before: at) == .stop || text.gap(before: at) == .line { return nil }
            if let number = ending[at], events[number].event.kind(of: classes) != nil {
                let hit = events[number]
                switch hit.event.form {
                case .noun: return phrase.isBare && link != nil ? (number, .loose) : nil
                case .past where hit.isPassive: return nil
                case .past, .active, .free:
                    // A number alone needs its verb beside it, but "put killed or wounded at 3,000".
                    if phrase.isBare { return link == .at && hit.event.form == .past ? (number, .loose) : nil }
                    return hit.tokens.upperBound + 9 > phrase.tokens.lowerBound ? (number, .loose) : nil
                default: return nil
                }
            }
            switch text.role(at - 1) {
            case .boundary, .relative, .that: return nil
            case .at, .to, .reach: if at == phrase.tokens.lowerBound { link = text.role(at - 1) }
            default: break
            }
            at -= 1
        }
        return nil
    }

    // MARK: Behind the number

    /// `50 were shot down`, `12 dead`, `two killed`; what is listed together shares it.
    private func behind(_ index: Int, _ classes: NounClass) -> Bound? {
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
        var isApposition = false
        var distance = 0
        while at < sentence.upperBound, distance < 22 {
            switch text.gap(before: at) {
            case .stop, .line: return nil
            case .comma:
                let isAppended =
                    [.including, .relative, .of, .most].contains(text.role(at))
                    || text.isWord(at, "all") || text.isWord(at, "mostly")
                if isApposition {
                    isApposition = false
                } else if isAppended {
                    isApposition = true
                } else if distance > 0
                    || beginning[at] == nil || text.role(at) == .relative
                {
                    return nil
                }
            default: break
            }
            if let number = beginning[at], !(isApposition && !isRelative) {
                let hit = events[number]
                if let bond = bond(hit, classes, phrase, distance, sawAuxiliary, isRelative) { return (number, bond) }
                if hit.event.form != .noun, hit.event.kind(of: classes) != nil { return nil }
            }
            switch text.role(at) {
            case .auxiliary, .modal: sawAuxiliary = true
            case .relative: isRelative = true
            case .that where !text.isCyrillic(at): isRelative = true
            case .boundary: if !isApposition { return nil }
            case .and, .or:
                if !isApposition, !sawAuxiliary, !passage.isTaken(at + 1) { return nil }
            default: break
            }
            if starts[at] != nil, at != phrase.tokens.lowerBound, !isApposition, !isBehindPreposition(at) { return nil }
            at += 1
            distance += 1
        }
        return nil
    }

    /// `people in two cities were killed`: another number between the noun and its verb.
    private func isBehindPreposition(_ at: Int) -> Bool {
        [.preposition, .from, .at, .by, .of, .asWord].contains(text.role(at - 1))
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
