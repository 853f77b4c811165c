/// Says what happened to the things that the numbers of a sentence count, from the verb or noun that governs them.
struct ClaimKindFinder {
    let passage: ClaimPassage
    let sentence: Range<Int>
    let phrases: [ClaimPhrase]
    let events: [EventHit]
    /// The event that ends at a token, and the one that begins there.
    private(set) var ending: [Int: Int] = [:]
    private(set) var beginning: [Int: Int] = [:]
    private(set) var starts: [Int: Int] = [:]

    /// A number with its kind and the event that tells it.
    struct Finding {
        var kind: Claim.Kind
        var event: Int?
    }

    /// How an event is bound to a number.
    enum Bond: Int, Comparable {
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

    var text: ClaimText { passage.text }

    /// The kind of a phrase whose nouns are of some classes; `nil` where nothing tells it.
    func find(_ index: Int, classes: NounClass) -> Finding? {
        let phrase = phrases[index]
        if phrase.isArea { return isHeld(phrase) ? Finding(kind: .area) : nil }
        if let attribute = phrase.attribute?.kind(of: classes), attribute != .other || phrase.number.value >= 10 {
            return Finding(kind: attribute)
        }
        if isShare(phrase) {
            // "80% of 90 missiles": the number is that of all.
            return classes.isDisjoint(with: .flying) ? nil : Finding(kind: .launched)
        }
        let left = direct(index, classes)
        let right = behind(index, classes)
        let best = choose(phrase, left, right) ?? (phrase.isTotal ? nil : loose(index, classes))
        if let (event, bond) = best, !events[event].isNegated, let kind = events[event].event.kind(of: classes) {
            // "a man of the left", "men on earth who left": the vaguest kind needs the closest bond.
            if kind == .other, phrase.number.isArticle || (bond == .loose && !phrase.isBare) { return nil }
            if phrase.isTotal, !classes.isDisjoint(with: .flying), kind != .launched {
                return Finding(kind: .launched, event: event)
            }
            return Finding(kind: kind, event: event)
        }
        if best != nil { return nil }
        return implied(phrase, classes, isBare: phrase.isBare).map { Finding(kind: $0) }
    }

    /// `80% of 90 missiles`, `half of the 90 missiles`
    private func isShare(_ phrase: ClaimPhrase) -> Bool {
        var at = phrase.tokens.lowerBound - 1
        if text.role(at) == .determiner { at -= 1 }
        guard text.role(at) == .of, at > sentence.lowerBound else { return false }
        let gap = text.bytes[text.tokens[at - 1].end..<text.tokens[at].start]
        let isPercent = text.isWord(at - 1, "percent") || text.isWord(at - 1, "cent")
        return gap.first == UInt8(ascii: "%") || isPercent || text.role(at - 1) == .half
    }

    /// Whether the words around speak of land held, gained or lost; the size of a country is no figure of war.
    private func isHeld(_ phrase: ClaimPhrase) -> Bool {
        let start = max(sentence.lowerBound, phrase.tokens.lowerBound - 30)
        let end = min(sentence.upperBound, phrase.tokens.upperBound + 20)
        return (start..<end).contains { index in
            let token = text.tokens[index]
            return Self.holding.contains(
                UnsafeRawBufferPointer(rebasing: text.folded[token.foldedStart..<token.foldedEnd])
            )
        }
    }

    private static let holding: WordSet = [
        "control", "controls", "controlled", "controlling", "hold", "holds", "held", "holding", "seize", "seized",
        "seizing", "occupy", "occupied", "occupies", "occupying", "gain", "gained", "gains", "regain", "regained",
        "recapture", "recaptured", "retake", "retaken", "retook", "liberate", "liberated", "liberating", "capture",
        "captured", "capturing", "lost", "lose", "losing", "loss", "advance", "advanced", "advances", "territory",
        "taken", "took", "takes", "conquered", "diminished", "shrunk", "shrank", "ceded", "reclaimed", "overrun",
        "offensive", "counteroffensive", "incursion", "frontline",
        "контролює", "контролюють", "контролем", "контролирует", "контролируют", "зайняли", "зайняла", "зайнято",
        "заняли", "заняла", "занято", "звільнили", "звільнено", "звільнила", "освободили", "освобождено", "освободила",
        "окупували", "окупувала", "окуповано", "оккупировали", "оккупировано", "втратили", "втратила", "потеряли",
        "потеряла", "території", "територію", "территории", "территорию", "захопили", "захопила", "захоплено",
        "захватили", "захватила", "захвачено", "утримують", "утримує", "удерживают", "удерживает", "просунулися",
        "продвинулись",
    ]

    typealias Bound = (event: Int, bond: Bond)

    private func choose(_ phrase: ClaimPhrase, _ left: Bound?, _ right: Bound?) -> Bound? {
        guard let left else { return right }
        guard let right else { return left }
        // "counted 23 drones destroyed"
        if events[left.event].event.form == .weak, events[right.event].event.form != .weak { return right }
        return right.bond > left.bond ? right : left
    }

    /// What the noun itself says, or what it is where no word tells more.
    ///
    /// - Parameter isBare: whether the number has no noun of its own.
    func implied(_ phrase: ClaimPhrase, _ classes: NounClass, isBare: Bool) -> Claim.Kind? {
        if classes.contains(.death) { return .killed }
        if classes.contains(.injury) { return .wounded }
        if classes.contains(.casualty) { return .killedOrWounded }
        if phrase.isTotal, !classes.isDisjoint(with: .flying) { return .launched }
        if isBare { return nil }
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
            // "the package includes: 90 vehicles"
            default:
                guard text.bytes[text.tokens[at - 1].end] == UInt8(ascii: ":"), ending[at] != nil else { return nil }
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
            // "came under attack from 20 drones"
            case .from:
                guard link == nil, let event = ending[before], events[event].event.form == .noun else { return nil }
                link = .with
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
            return link == .of || link == .with || link == .at || link == .by
        case .free, .weak: return link == nil || link == .with
        case .intransitive, .state: return false
        }
    }

    /// Whether the things do it themselves: drones attack.
    func isAgent(_ event: ClaimEvent, _ classes: NounClass) -> Bool {
        !classes.isDisjoint(with: .flying) && event.kind(of: classes) == .launched
    }

    /// The last event of the clause before a number that may govern it.
    private func loose(_ index: Int, _ classes: NounClass) -> Bound? {
        let phrase = phrases[index]
        var at = phrase.tokens.lowerBound
        var link: ClaimWord.Role?
        while at > sentence.lowerBound, phrase.tokens.lowerBound - at < 40 {
            let gap = text.gap(before: at)
            if gap == .stop || gap == .line || (gap == .comma && !phrase.isBare) { return nil }
            if let number = ending[at], events[number].event.kind(of: classes) != nil {
                let hit = events[number]
                switch hit.event.form {
                case .noun: return phrase.isBare && link != nil ? (number, .loose) : nil
                case .past where hit.isPassive: return nil
                case .past, .active, .free:
                    // A number alone needs its verb beside it, but "put killed or wounded at 3,000".
                    if phrase.isBare { return link != nil && hit.event.form == .past ? (number, .loose) : nil }
                    return hit.tokens.upperBound + 9 > phrase.tokens.lowerBound ? (number, .loose) : nil
                default: return nil
                }
            }
            switch text.role(at - 1) {
            case .boundary, .relative, .that: return nil
            case .at, .reach: if at == phrase.tokens.lowerBound { link = text.role(at - 1) }
            case .to: if at == phrase.tokens.lowerBound, text.role(at - 2) == .reach { link = .reach }
            default: break
            }
            at -= 1
        }
        return nil
    }
}
