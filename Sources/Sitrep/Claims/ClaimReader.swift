/// Reads the claims of a passage, a sentence at a time.
struct ClaimReader {
    let passage: ClaimPassage
    let sides: ClaimSides
    private let phraseReader: PhraseReader
    private var claims: [Claim] = []
    /// Whether no sentence was left for ``read(most:)`` when it had enough.
    private(set) var isAtEnd = true

    /// What was counted last: `50 of them` and `50 were shot down` are of these.
    private var counted: (phrase: ClaimPhrase, subject: ConceptID?, sentence: Int)?
    private var attribution: Attribution
    private var quotation: Quotation
    /// The first claim of the sentence read last.
    private var firstOfLast = 0
    /// The day that the text begins with, for its title.
    private let lead: EventDate?
    /// The sentence, counted from the first.
    private var number = 0
    private var paragraph = 0

    /// A longer sentence is none; it is read in pieces.
    private static let longestSentence = 160

    /// - Parameter lead: the first day of the text, which is that of the title too.
    init(passage: ClaimPassage, sides: ClaimSides, lead: EventDate? = nil) {
        self.passage = passage
        self.lead = lead
        self.sides = sides
        phraseReader = PhraseReader(passage: passage, kinds: sides.weapons)
        attribution = Attribution(passage: passage, sides: sides)
        quotation = Quotation(text: passage.text)
    }

    private var text: ClaimText { passage.text }

    /// The claims in order, up to the sentence that makes them `most`.
    mutating func read(most: Int) -> [Claim] {
        var start = 0
        while start < text.count, claims.count < most {
            var end = start + 1
            while end < text.count, end - start < Self.longestSentence, !text.beginsSentence(end) { end += 1 }
            if text.beginsParagraph(start) { paragraph = start }
            read(start..<end)
            number += 1
            start = end
        }
        isAtEnd = start >= text.count
        return claims
    }

    private mutating func read(_ sentence: Range<Int>) {
        let isParagraph = sentence.lowerBound == paragraph
        attribution.enter(sentence, isParagraph: isParagraph)
        let first = claims.count
        defer { firstOfLast = first }
        // “We lost 40 people. There are 20 wounded,” he said.
        let quoted = quotation.enter(sentence, claims: first, isParagraph: isParagraph)
        if let quoted, quoted < first, let speaker = attribution.speaker {
            for index in quoted..<first where claims[index].claimant == nil { claims[index].claimant = speaker }
        }
        if let speaker = attribution.speakerOfBefore(in: sentence) {
            for index in firstOfLast..<first where sides.areOne(claims[index].claimant, speaker, in: .actor) {
                claims[index].claimant = sides.narrower(claims[index].claimant, speaker, in: .actor)
            }
        }
        guard sentence.contains(where: { text.words[$0].isTelling }) else { return }
        let phrases = phraseReader.phrases(in: sentence)
        guard !phrases.isEmpty else { return }
        let actors = passage.names(.actor, in: sentence)
        // "Pakistani Air Force" tells of no force that is sent.
        let events = EventReader(text: text).events(in: sentence).filter { event in
            !actors.contains { $0.tokens.overlaps(event.tokens) }
        }
        let finder = ClaimKindFinder(passage: passage, sentence: sentence, phrases: phrases, events: events)
        var kinds: [Int: Claim.Kind] = [:]
        for index in phrases.indices {
            var phrase = phrases[index]
            guard let found = kind(&phrase, index, finder, kinds) else {
                remember(phrase, subject: phrase.owner)
                continue
            }
            let kind = isGift(found, finder, kinds[index - 1], phrase) ? .delivered : found.kind
            kinds[index] = kind
            var claim = Claim(
                kind: kind,
                least: phrase.number.least,
                most: phrase.number.most,
                unit: phrase.unit,
                qualifier: phrase.number.qualifier
            )
            claim.isInTitle = passage.isTitle
            let event = found.event.map { events[$0].tokens }
            if let event, !claim.unit.hasSuffix("/day"), event.lowerBound >= phrase.tokens.upperBound,
                phraseReader.isDaily(event.upperBound)
            {
                claim.unit += "/day"
            }
            let setting = ClaimSetting(
                passage: passage,
                sides: sides,
                sentence: sentence,
                paragraph: paragraph,
                phrase: phrase,
                nextPhrase: phrases.dropFirst(index + 1).first { !$0.isListed && !isWhole($0, of: phrase) }?.tokens
                    .lowerBound,
                event: found.event.map { events[$0] },
                lead: lead,
                attribution: attribution.claimant(
                    at: phrase.tokens,
                    in: sentence,
                    isCarried: isCarried(phrase) || quoted != nil
                )
            )
            let isOfCounted = recent.map { !$0.phrase.classes.isDisjoint(with: phrase.classes) } ?? false
            let isReference = phrase.isBare || phrase.isTotal
            let earlier = recent.flatMap { !$0.phrase.classes.isDisjoint(with: .flying) ? $0.subject : nil }
            setting.complete(
                &claim,
                antecedent: isReference && isOfCounted ? recent?.subject : nil,
                earlier: earlier
            )
            let tokens = Self.tokens(of: phrase, event)
            claim.span = text.tokens[tokens.lowerBound].start..<text.tokens[tokens.upperBound - 1].end
            claim.surface = text.written(claim.span)
            remember(phrase, subject: claim.subject)
            claims.append(claim)
        }
    }

    /// What was counted within the last sentences.
    private var recent: (phrase: ClaimPhrase, subject: ConceptID?, sentence: Int)? {
        counted.flatMap { number - $0.sentence <= 3 ? $0 : nil }
    }

    private mutating func remember(_ phrase: ClaimPhrase, subject: ConceptID?) {
        guard !phrase.isBare, !phrase.isArea, !phrase.classes.isDisjoint(with: [.arms, .people]) else {
            if phrase.isBare { counted?.sentence = number }
            return
        }
        counted = (phrase, subject, number)
    }

    /// The kind of a phrase; a bare number takes what it counts from what was counted before it, or behind it.
    private func kind(
        _ phrase: inout ClaimPhrase,
        _ index: Int,
        _ finder: ClaimKindFinder,
        _ kinds: [Int: Claim.Kind]
    ) -> ClaimKindFinder.Finding? {
        if phrase.isPart, !phrase.isBare, let whole = kinds[index - 1],
            !finder.phrases[index - 1].classes.isDisjoint(with: phrase.classes), phrase.attribute == nil
        {
            return ClaimKindFinder.Finding(kind: whole)
        }
        guard phrase.isBare else {
            guard let found = finder.find(index, classes: phrase.classes) else { return nil }
            return phrase.number.isArticle && isLoss(found, finder) ? nil : found
        }
        let next = index + 1 < finder.phrases.count ? finder.phrases[index + 1] : nil
        let whole = next.flatMap { isWhole($0, of: phrase) ? $0 : nil } ?? named(before: phrase) ?? recent?.phrase
        if let whole, let found = finder.find(index, classes: whole.classes),
            // "reported two dead"
            found.event.map({ finder.events[$0].event.form != .weak }) ?? true
                || finder.find(index, classes: .person) == nil
        {
            phrase.unit = whole.unit
            phrase.classes = whole.classes
            phrase.weapon = whole.weapon
            phrase.owner = whole.owner
            return found
        }
        // "34 drones shot down, 27 of them over Kursk"
        if let whole = kinds[index - 1], text.gap(before: phrase.tokens.lowerBound) == .comma,
            phrase.tokens.upperBound > phrase.number.tokens.upperBound, let last = counted?.phrase
        {
            phrase.unit = last.unit
            phrase.classes = last.classes
            phrase.weapon = last.weapon
            phrase.owner = last.owner
            return ClaimKindFinder.Finding(kind: whole)
        }
        if let noun = number(before: phrase, in: finder.sentence),
            let kind = finder.implied(phrase, noun.classes, isBare: false)
        {
            phrase.unit = noun.unit
            phrase.classes = noun.classes
            return ClaimKindFinder.Finding(kind: kind)
        }
        guard let found = finder.find(index, classes: .person),
            [.killed, .wounded, .killedOrWounded, .missing].contains(found.kind)
                || text.role(phrase.tokens.lowerBound - 1) == .reach,
            !isLoss(found, finder)
        else {
            // "Almost 8 million have fled": so many are people.
            guard let found = finder.find(index, classes: .person), found.kind == .other, phrase.number.value >= 10_000,
                found.event.map({ finder.events[$0].event.kind(of: .household) }) == .other
            else { return nil }
            phrase.unit = "people"
            phrase.classes = .person
            return found
        }
        phrase.unit = "people"
        phrase.classes = .person
        return found
    }

    /// `Germany will send 500 missiles`: who is no side sends arms, and arms listed with others are sent like these.
    private func isGift(
        _ found: ClaimKindFinder.Finding,
        _ finder: ClaimKindFinder,
        _ last: Claim.Kind?,
        _ phrase: ClaimPhrase
    ) -> Bool {
        guard found.kind == .launched, let event = found.event.map({ finder.events[$0] }),
            event.event.kind(of: .vehicle) == .delivered
        else { return false }
        if phrase.isListed, last == .delivered { return true }
        let start = event.tokens.lowerBound
        let before = max(finder.sentence.lowerBound, start - 12)..<start
        let sender =
            passage.names(.actor, in: before).last?.concept
            ?? passage.names(.region, in: before).last.flatMap { sides.state(of: $0.concept) }
        return sender.map { sides.opponent(of: $0) == nil && sides.side(of: $0) != nil } ?? false
    }

    /// `lost two` may be of wars.
    private func isLoss(_ found: ClaimKindFinder.Finding, _ finder: ClaimKindFinder) -> Bool {
        guard let event = found.event, found.kind == .killedOrWounded else { return false }
        return text.role(finder.events[event].tokens.lowerBound) == .lose
    }

    /// The noun of `put the number of refugees at 5 million`.
    private func number(before phrase: ClaimPhrase, in sentence: Range<Int>) -> ClaimNoun? {
        let start = phrase.tokens.lowerBound
        guard [.at, .to, .reach].contains(text.role(start - 1)) else { return nil }
        for at in max(sentence.lowerBound + 2, start - 14)..<max(sentence.lowerBound + 2, start - 1)
        where text.role(at) == .noun && text.role(at - 1) == .of && text.isWord(at - 2, "number") {
            return ClaimNounList.nouns[text.value(at)]
        }
        return nil
    }

    /// `50 of 73 drones`
    private func isWhole(_ whole: ClaimPhrase, of phrase: ClaimPhrase) -> Bool {
        whole.isTotal && !whole.isBare && whole.tokens.lowerBound - phrase.tokens.upperBound <= 3
            && [.of, .out, .from].contains(text.role(phrase.tokens.upperBound))
    }

    /// Weapons that the sentence names without a number: `Kh-101 missiles, of which 27 were launched`.
    private func named(before phrase: ClaimPhrase) -> ClaimPhrase? {
        var start = phrase.tokens.lowerBound
        while start > 0, phrase.tokens.lowerBound - start < 30, !text.beginsSentence(start) { start -= 1 }
        for name in passage.names(.weapon, in: start..<phrase.tokens.lowerBound).reversed() {
            guard let noun = sides.weapons.noun(of: name.concept), !noun.classes.isDisjoint(with: .flying) else {
                continue
            }
            if let counted, counted.phrase.tokens.upperBound > name.tokens.lowerBound { return nil }
            guard text.role(name.tokens.upperBound - 1) != .singularNoun else { return nil }
            var named = ClaimPhrase(number: phrase.number, tokens: name.tokens)
            named.unit = noun.unit
            named.classes = noun.classes
            named.weapon = name.concept
            return named
        }
        return nil
    }

    private func isCarried(_ phrase: ClaimPhrase) -> Bool {
        phrase.isBare || !phrase.classes.isDisjoint(with: .flying)
    }

    /// The tokens of a phrase, with the event beside it.
    private static func tokens(of phrase: ClaimPhrase, _ event: Range<Int>?) -> Range<Int> {
        guard let event else { return phrase.tokens }
        let all =
            min(phrase.tokens.lowerBound, event.lowerBound)..<max(phrase.tokens.upperBound, event.upperBound)
        return all.count <= phrase.tokens.count + event.count + 6 ? all : phrase.tokens
    }
}
