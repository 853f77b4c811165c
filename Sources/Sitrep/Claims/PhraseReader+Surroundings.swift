/// What stands around a number with its noun: lists, totals and parts, families, and persons told by their noun alone.
extension PhraseReader {
    /// `all but one of the drones`: those that are left out of what is told.
    func isLeftOut(_ phrase: ClaimPhrase) -> Bool {
        let before = phrase.number.start - 1
        return text.isWord(before, "but") && (text.isWord(before - 1, "all") || text.isWord(before - 1, "any"))
    }

    /// `the two men`: they have been told of before.
    func isBackReference(_ phrase: ClaimPhrase) -> Bool {
        let before = phrase.number.start - 1
        guard text.gap(before: before + 1) == .blank else { return false }
        let isFew = phrase.number.value < 10 && !phrase.classes.isDisjoint(with: .people)
        if isFew, text.role(before) == .determiner, text.value(before) == 0, !text.isCyrillic(before) { return true }
        // "It was one of 37 drones."
        return phrase.isBare && phrase.number.value == 1 && text.role(before) == .auxiliary
    }

    func isListed(_ phrase: ClaimPhrase, behind last: ClaimPhrase) -> Bool {
        guard last.tokens.upperBound <= phrase.tokens.lowerBound else { return false }
        let between = last.tokens.upperBound..<phrase.tokens.lowerBound
        guard between.count <= 3 else { return false }
        if between.isEmpty { return !phrase.isBare && text.gap(before: phrase.tokens.lowerBound) == .comma }
        return between.allSatisfy {
            [.and, .or, .additional, .determiner].contains(text.role($0)) || text.isWord($0, "also")
        } && between.contains { text.role($0) == .and || text.role($0) == .or }
    }

    func isPart(_ phrase: ClaimPhrase) -> Bool {
        var before = phrase.tokens.lowerBound - 1
        while [.at, .least, .pronoun].contains(text.role(before)) { before -= 1 }
        return text.role(before) == .including
    }

    func isTotal(_ phrase: ClaimPhrase, in sentence: Range<Int>, behind last: ClaimPhrase?) -> Bool {
        var before = phrase.tokens.lowerBound - 1
        if text.role(before) == .determiner { before -= 1 }
        guard before >= sentence.lowerBound else { return false }
        switch text.role(before) {
        case .of:
            if before == sentence.lowerBound || text.gap(before: before) == .comma { return true }
            let end = text.role(before - 1) == .out ? before - 1 : before
            return last.map { $0.tokens.upperBound >= end && $0.isBare } ?? false
        case .from where text.isCyrillic(before):
            return before == sentence.lowerBound || last.map { $0.tokens.upperBound >= before && $0.isBare } ?? false
        default: return false
        }
    }

    /// `one was killed and another wounded`, `another civilian was killed`
    func another(_ at: Int, in sentence: Range<Int>) -> ClaimPhrase? {
        guard text.isWord(at, "another"), at + 1 < sentence.upperBound, text.gap(before: at + 1) == .blank,
            text.role(at - 1) != .determiner
        else { return nil }
        if text.role(at + 1) == .singularNoun {
            let number = ClaimNumber(tokens: at..<at + 1, start: at, least: 1, most: 1)
            guard let phrase = counted(number, in: sentence), phrase.classes.contains(.person), !phrase.isBare,
                phrase.classes.isDisjoint(with: [.death, .injury, .casualty])
            else { return nil }
            return phrase
        }
        guard text.role(at + 1) == .event else { return nil }
        let kind = ClaimEventList.events[text.value(at + 1)].kind(of: .person)
        guard kind == .killed || kind == .wounded else { return nil }
        // "another wounded soldier" has a noun of its own.
        guard ![.noun, .singularNoun].contains(text.role(at + 2)) || text.gap(before: at + 2) != .blank else {
            return nil
        }
        let number = ClaimNumber(tokens: at..<at + 1, start: at, least: 1, most: 1)
        return ClaimPhrase(number: number, tokens: at..<at + 1, isBare: true)
    }

    /// `a mother and her three children`: one figure.
    func addFamily(_ phrase: inout ClaimPhrase, in sentence: Range<Int>) {
        let next = phrase.tokens.upperBound
        guard phrase.classes.contains(.person), phrase.number.least == phrase.number.most, phrase.number.least == 1,
            text.role(next) == .and || text.role(next) == .with || text.role(next) == .from,
            text.gap(before: next) == .blank
        else { return }
        var at = next + 1
        let isOwn = text.role(at) == .determiner && text.value(at) == 1
        if isOwn { at += 1 }
        guard at < sentence.upperBound else { return }
        var member = ClaimNumber(tokens: at..<at, start: at, least: 1, most: 1)
        if let number = numbers.read(at, in: sentence), !number.isArticle {
            member = number
        } else if !isOwn {
            return
        }
        guard member.least == member.most, let least = member.least, isOwn || isChildren(at, member),
            let other = counted(member, in: sentence), other.classes.contains(.person)
        else { return }
        phrase.number.least = 1 + least
        phrase.number.most = 1 + least
        phrase.number.isArticle = false
        phrase.tokens = phrase.tokens.lowerBound..<other.tokens.upperBound
    }

    /// «мати з трьома дітьми», `a mother and three children`.
    private func isChildren(_ at: Int, _ number: ClaimNumber) -> Bool {
        let noun = number.tokens.upperBound
        return text.isWord(noun, "children") || text.isWord(noun, "дітей") || text.isWord(noun, "детей")
            || text.isWord(noun, "дітьми") || text.isWord(noun, "детьми")
    }

    // MARK: One person without a number

    /// «погибла женщина»: where there are no articles, one person told by a noun beside what happened.
    func single(_ at: Int, in sentence: Range<Int>) -> ClaimPhrase? {
        guard text.isCyrillic(at), let token = text.tokens.indices.contains(at) ? text.tokens[at] : nil,
            Self.singles.contains(
                UnsafeRawBufferPointer(rebasing: text.folded[token.foldedStart..<token.foldedEnd])
            )
        else { return nil }
        func tells(_ index: Int) -> Bool {
            guard sentence.contains(index), text.role(index) == .event else { return false }
            let kind = ClaimEventList.events[text.value(index)].kind(of: .person)
            return kind == .killed || kind == .wounded
        }
        var start = at
        // An age and adjectives may stand between: «загинув 52-річний чоловік».
        while start - 1 >= sentence.lowerBound, at - start < 4, text.gap(before: start) != .comma,
            text.gap(before: start) != .line, !tells(start - 1),
            [.other, .digits].contains(text.role(start - 1)) || passage.isTaken(start - 1)
        {
            start -= 1
        }
        guard
            (tells(start - 1) && text.gap(before: start) == .blank)
                || (tells(at + 1) && text.gap(before: at + 1) == .blank)
        else { return nil }
        guard !(start..<at).contains(where: { text.role($0) == .digits && text.gap(before: $0 + 1) != .hyphen }) else {
            return nil
        }
        let number = ClaimNumber(tokens: at..<at, start: at, least: 1, most: 1)
        var phrase = ClaimPhrase(number: number, tokens: at..<at + 1, unit: "people", classes: .person)
        addFamily(&phrase, in: sentence)
        return phrase
    }

    /// One person, as the subject or the object.
    private static let singles: WordSet = [
        "жінка", "жінку", "чоловік", "чоловіка", "дитина", "дитину", "дівчина", "дівчину", "дівчинка", "дівчинку",
        "хлопець", "хлопчик", "хлопчика", "мати", "мешканка", "мешканку", "мешканець", "мешканця", "пенсіонерка",
        "пенсіонерку", "пенсіонер", "пенсіонера", "водій", "водія", "рятувальник", "рятувальника", "підліток",
        "підлітка", "женщина", "женщину", "мужчина", "мужчину", "ребенок", "ребенка", "девочка", "девочку", "мальчик",
        "мальчика", "мать", "жительница", "жительницу", "пенсионерка", "пенсионерку", "пенсионер", "пенсионера",
        "водитель", "водителя", "спасатель", "подросток", "подростка", "девушка", "девушку",
    ]

    /// `a day`, `per day`, `daily`: a rate, never a sum.
    func isDaily(_ at: Int) -> Bool {
        guard text.gap(before: at) == .blank else { return false }
        if text.isWord(at, "daily") || text.isWord(at, "щодня") || text.isWord(at, "ежедневно") { return true }
        let isEach = text.role(at) == .article || text.role(at) == .determiner || text.isWord(at, "per")
        return isEach && (text.isWord(at + 1, "day") || text.isWord(at + 1, "дня"))
    }

    /// Whether a number stands for things named elsewhere: no noun of its own follows.
    func isBare(_ phrase: ClaimPhrase, in sentence: Range<Int>) -> Bool {
        var next = phrase.tokens.upperBound
        // "27 of them"
        if next > phrase.number.tokens.upperBound { return true }
        if [.additional, .more].contains(text.role(next)) { next += 1 }
        guard next < sentence.upperBound, text.gap(before: next) == .blank || text.gap(before: next) == .mark else {
            return true
        }
        if text.role(next) == .other, [.event, .auxiliary].contains(text.role(next + 1)) {
            let token = text.tokens[next]
            return text.folded[token.foldedEnd - 1] == UInt8(ascii: "y")
        }
        switch text.role(next) {
        case .noun, .singularNoun, .other, .digits, .cardinal, .measure, .scale, .vague, .dozen, .saying, .square,
            .determiner, .article, .numbered, .toll, .home, .power, .life, .up, .pronoun, .asWord, .radar:
            return false
        default: return true
        }
    }
}
