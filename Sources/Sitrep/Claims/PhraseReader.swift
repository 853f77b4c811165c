/// Reads the numbers of a sentence with their nouns.
struct PhraseReader {
    let passage: ClaimPassage
    let kinds: WeaponClasses
    let numbers: NumberReader

    /// A sentence with more figures is a table.
    private static let mostPhrases = 40

    init(passage: ClaimPassage, kinds: WeaponClasses) {
        self.passage = passage
        self.kinds = kinds
        numbers = NumberReader(text: passage.text) { passage.isTaken($0) }
    }

    var text: ClaimText { passage.text }

    /// The phrases of a sentence, in order.
    func phrases(in sentence: Range<Int>) -> [ClaimPhrase] {
        var phrases: [ClaimPhrase] = []
        var at = sentence.lowerBound
        while at < sentence.upperBound, phrases.count < Self.mostPhrases {
            if let phrase = phrase(at, in: sentence) {
                var phrase = phrase
                phrase.isListed = phrases.last.map { isListed(phrase, behind: $0) } ?? false
                phrase.isPart = isPart(phrase) || (phrase.isListed && phrases.last?.isPart ?? false)
                phrase.isTotal = isTotal(phrase, in: sentence, behind: phrases.last)
                phrases.append(phrase)
                at = max(at + 1, phrase.tokens.upperBound)
            } else {
                at += 1
            }
        }
        return phrases
    }

    private func phrase(_ at: Int, in sentence: Range<Int>) -> ClaimPhrase? {
        switch text.role(at) {
        case .digits, .cardinal, .scale, .dozen, .pair, .vague, .several, .half, .oneAndHalf, .article: break
        case .noun: return single(at, in: sentence)
        case .additional: return another(at, in: sentence)
        default: return nil
        }
        guard let number = numbers.read(at, in: sentence) else { return nil }
        let end = number.tokens.upperBound
        if let area = numbers.area(end), text.gap(before: end) != .line {
            return ClaimPhrase(number: number, tokens: number.start..<area.end, unit: area.unit, isArea: true)
        }
        guard var phrase = counted(number, in: sentence) else { return nil }
        guard !isBackReference(phrase), !isLeftOut(phrase) else { return nil }
        addFamily(&phrase, in: sentence)
        return phrase
    }

    // MARK: The noun

    /// What has been read behind a number.
    private struct Reading {
        var at: Int
        var unknown = 0
        var hasOf = false
        var isNamed = false
        var isPending = false
        /// What follows is joined to weapons before it: `Kh-101 and Kh-555 missiles` are of neither.
        var isMixed = false
    }

    func counted(_ number: ClaimNumber, in sentence: Range<Int>) -> ClaimPhrase? {
        var phrase = ClaimPhrase(number: number, tokens: number.start..<number.tokens.upperBound)
        var state = Reading(at: number.tokens.upperBound)
        var steps = 0
        while state.at < sentence.upperBound, steps < 14, isClose(state, phrase) {
            steps += 1
            guard step(&state, &phrase, sentence) else { break }
        }
        let isSingle = number.least == 1 && number.most == 1
        if !phrase.unit.isEmpty {
            guard !isModifier(state, phrase), !number.isArticle || (isSingle && isOnePerson(phrase)) else { return nil }
            if isDaily(phrase.tokens.upperBound) { phrase.unit += "/day" }
            return phrase
        }
        guard !number.isArticle, state.unknown == 0, !state.isPending, isBare(phrase, in: sentence) else { return nil }
        phrase.isBare = true
        return phrase
    }

    /// `a woman`, not `a death sentence`.
    private func isOnePerson(_ phrase: ClaimPhrase) -> Bool {
        phrase.classes.contains(.person) && phrase.classes.isDisjoint(with: [.death, .injury, .casualty])
            && phrase.attribute == nil
    }

    private func isClose(_ state: Reading, _ phrase: ClaimPhrase) -> Bool {
        switch text.gap(before: state.at) {
        case .blank, .hyphen, .joined, .mark: true
        case .dot: !text.beginsSentence(state.at)
        // "short-range, highly manoeuvrable launchers"
        case .comma:
            phrase.unit.isEmpty && text.role(state.at) == .other
                && (text.gap(before: state.at - 1) == .hyphen && state.at - 1 > phrase.number.tokens.upperBound
                    || isNameList(state.at))
        default: false
        }
    }

    /// `Husky, Wolfhound and Mastiff vehicles`: names behind a comma that lead to a noun.
    private func isNameList(_ at: Int) -> Bool {
        func isName(_ at: Int) -> Bool { text.role(at) == .other && text.flags(at).contains(.capitalised) }
        guard isName(at - 1), isName(at) else { return false }
        return (at + 1...at + 4).contains { text.role($0) == .noun && (isName($0 - 1) || text.role($0 - 1) == .other) }
    }

    /// Takes the next word or name into the phrase; `false` where the phrase has ended.
    private func step(_ state: inout Reading, _ phrase: inout ClaimPhrase, _ sentence: Range<Int>) -> Bool {
        let at = state.at
        let isMany = phrase.number.value != 1
        if let weapon = passage.weapon(at: at), let known = kinds.noun(of: weapon.concept) {
            let last = weapon.tokens.upperBound - 1
            let role = text.role(last)
            // "missile strikes": the singular is an adjective.
            if isMany, role == .singularNoun {
                state.isPending = true
                phrase.weapon = weapon.concept
            } else {
                if state.isMixed, let mixed = phrase.weapon, kinds.isWithin(mixed, weapon.concept) {
                    // "Iskander-M or KN-23 missiles": what both are has been said.
                } else if state.isMixed {
                    phrase.weapon = phrase.weapon.map { kinds.common($0, weapon.concept) } ?? kinds.root(weapon.concept)
                } else if kinds.isWithin(weapon.concept, phrase.weapon) {
                    phrase.weapon = weapon.concept
                }
                var noun = role == .noun ? ClaimNounList.nouns[text.value(last)] : known
                // "unmanned aerial vehicles" are drones.
                // But artillery rounds are no guns.
                if noun.classes != known.classes, noun.classes != .ammunition { noun = known }
                phrase.unit = noun.unit
                phrase.classes = noun.classes
                state.isNamed = role != .noun
                phrase.tokens = phrase.tokens.lowerBound..<weapon.tokens.upperBound
            }
            state.at = weapon.tokens.upperBound
            return true
        }
        if let actor = passage.actor(at: at), text.role(at) != .noun {
            guard phrase.unit.isEmpty else { return false }
            phrase.owner = actor.concept
            state.at = actor.tokens.upperBound
            // "3,000 North Koreans"
            let last = actor.tokens.upperBound - 1
            if text.role(last) == .noun, ClaimNounList.nouns[text.value(last)].classes == .person {
                take(ClaimNounList.nouns[text.value(last)], last, &state, &phrase)
            }
            return true
        }
        if let region = passage.region(at: at) {
            guard phrase.unit.isEmpty else { return false }
            state.at = region.tokens.upperBound
            return true
        }
        switch text.role(at) {
        case .noun:
            take(ClaimNounList.nouns[text.value(at)], at, &state, &phrase)
            if phrase.owner == nil, let actor = passage.actor(at: at) { phrase.owner = actor.concept }
        case .singularNoun:
            if isMany { state.isPending = true } else { take(ClaimNounList.nouns[text.value(at)], at, &state, &phrase) }
            state.at = at + 1
        case .life where text.isWord(at, "lives"):
            take(ClaimNoun(unit: "people", classes: [.person, .death]), at, &state, &phrase)
        case .of, .out, .from: return takeOf(&state, &phrase)
        case .additional, .more:
            guard phrase.unit.isEmpty else { return false }
            state.at += 1
        case .and, .or: return takeConjunction(&state, &phrase)
        case .digits where phrase.unit.isEmpty:
            // "a 52-year-old woman", «45-летнюю женщину»
            guard let end = ageEnd(at) else { return false }
            state.at = end
        case .event where text.gap(before: at) == .hyphen:
            // "British-provided missiles"
            guard phrase.unit.isEmpty else { return false }
            state.at += 1
        case .event, .jamming:
            guard phrase.unit.isEmpty, isAdjective(at) else { return false }
            let event = text.role(at) == .event ? ClaimEventList.events[text.value(at)] : nil
            if let event, [.past, .state, .free].contains(event.form) { phrase.attribute = event }
            state.at += 1
        case .other, .power, .home, .square, .most, .least, .numbered, .up, .down, .measure:
            guard phrase.unit.isEmpty, state.unknown < 4,
                at == phrase.number.tokens.upperBound || text.role(at) == .other
            else { return false }
            if text.gap(before: at) != .hyphen { state.unknown += 1 }
            state.at += 1
        default: return false
        }
        return true
    }

    private func take(_ noun: ClaimNoun, _ at: Int, _ state: inout Reading, _ phrase: inout ClaimPhrase) {
        // "F-16 fighters" are aircraft.
        let noun = phrase.classes == .aircraft && noun.classes.contains(.soldier) ? nounOfAircraft : noun
        phrase.unit = noun.unit
        phrase.classes = noun.classes
        phrase.tokens = phrase.tokens.lowerBound..<at + 1
        state.at = at + 1
        state.isNamed = false
    }

    private var nounOfAircraft: ClaimNoun { ClaimNoun(unit: "aircraft", classes: .aircraft) }

    /// `50 of the drones`, `50 of them`, «50 із 73».
    private func takeOf(_ state: inout Reading, _ phrase: inout ClaimPhrase) -> Bool {
        guard phrase.unit.isEmpty, !state.hasOf, state.unknown == 0 else { return false }
        if text.role(state.at) == .out, text.role(state.at + 1) != .of { return false }
        if text.role(state.at) == .from, !text.isCyrillic(state.at) { return false }
        var next = state.at + (text.role(state.at) == .out ? 2 : 1)
        state.hasOf = true
        while text.role(next) == .determiner || text.role(next) == .article { next += 1 }
        guard text.role(state.at) != .from || [.noun, .pronoun].contains(text.role(next)) else { return false }
        if text.role(next) == .pronoun || text.role(next) == .relative {
            phrase.tokens = phrase.tokens.lowerBound..<next + 1
            return false
        }
        // The total is a phrase of its own.
        if [.digits, .cardinal, .about, .dozen, .vague].contains(text.role(next)), !passage.isTaken(next) {
            return false
        }
        guard phrase.number.isArticle == false else { return false }
        state.at = next
        // "of these being taken down"
        if text.role(next) == .auxiliary {
            phrase.tokens = phrase.tokens.lowerBound..<next
            return false
        }
        return true
    }

    /// `ballistic and cruise missiles`, `Kh-101 and Kh-555 missiles`, `missiles and drones`.
    private func takeConjunction(_ state: inout Reading, _ phrase: inout ClaimPhrase) -> Bool {
        let next = state.at + 1
        guard text.gap(before: next) == .blank else { return false }
        if phrase.unit.isEmpty {
            guard state.unknown > 0 || state.isPending,
                text.role(next) == .other || passage.weapon(at: next) != nil
                    || text.role(next) == .singularNoun || passage.actor(at: next) != nil
            else { return false }
            state.at = next
            state.isMixed = true
            return true
        }
        if state.isNamed, let other = passage.weapon(at: next), let noun = kinds.noun(of: other.concept),
            noun.classes == phrase.classes
        {
            state.at = next
            state.isMixed = true
            return true
        }
        guard text.role(state.at) == .and, !phrase.classes.isDisjoint(with: .arms), text.role(next) == .noun else {
            return false
        }
        let noun = ClaimNounList.nouns[text.value(next)]
        guard !noun.classes.isDisjoint(with: .arms), noun.unit != phrase.unit else { return false }
        phrase.unit += " and " + noun.unit
        phrase.weapon = nil
        phrase.tokens = phrase.tokens.lowerBound..<next + 1
        state.at = next + 1
        return false
    }

    /// Where an age ends that begins with digits: `52-year-old`, «45-летняя».
    private func ageEnd(_ at: Int) -> Int? {
        guard text.gap(before: at + 1) == .hyphen, text.role(at + 1) != .digits else { return nil }
        return text.gap(before: at + 2) == .hyphen ? at + 3 : at + 2
    }

    /// Whether a participle stands before a noun: `20 wounded soldiers`.
    private func isAdjective(_ at: Int) -> Bool {
        for next in at + 1...at + 2 {
            guard text.gap(before: next) == .blank else { return false }
            if [.noun, .singularNoun].contains(text.role(next)) { return true }
            guard text.role(next) == .other || passage.actor(at: next) != nil else { return false }
        }
        return false
    }

    /// Whether the noun is an adjective of another one that nobody counts: `20 Patriot crews`.
    private func isModifier(_ state: Reading, _ phrase: ClaimPhrase) -> Bool {
        let next = phrase.tokens.upperBound
        guard state.isNamed, phrase.number.value > 1, text.role(next) == .other, text.gap(before: next) == .blank,
            !text.flags(next).contains(.capitalised), !text.isCyrillic(next)
        else { return false }
        let token = text.tokens[next]
        return token.foldedEnd - token.foldedStart > 2 && text.folded[token.foldedEnd - 1] == UInt8(ascii: "s")
            && !text.isWord(next, "types")
    }
}
