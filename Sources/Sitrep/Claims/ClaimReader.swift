/// Reads the claims of a passage, a sentence at a time.
struct ClaimReader {
    let passage: ClaimPassage
    let sides: ClaimSides
    private let phraseReader: PhraseReader
    private var claims: [Claim] = []
    /// Whether no sentence was left for ``read(most:)`` when it had enough.
    private(set) var isAtEnd = true

    /// What was counted last: `50 of them` and `50 were shot down` are of these.
    private(set) var counted: Counted?
    /// The sentence read last.
    private var before: Range<Int>?
    private var attribution: Attribution
    private var quotation: Quotation
    /// The first claim of the sentence read last.
    private var firstOfLast = 0
    /// The day that the text begins with, for its title.
    private let lead: EventDate?
    /// The sentence, counted from the first.
    private var number = 0
    private var paragraph = 0

    /// Things that were counted.
    struct Counted {
        var phrase: ClaimPhrase
        /// Whose they were.
        var subject: ConceptID?
        /// The number of the sentence.
        var sentence: Int
        /// Those that were listed before it: `122 missiles and 36 drones`.
        var listed: [ClaimPhrase] = []
    }

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

    var text: ClaimText { passage.text }

    /// The claims in order, up to the sentence that makes them `most`.
    mutating func read(most: Int) -> [Claim] {
        var start = 0
        while start < text.count, claims.count < most {
            var end = start + 1
            while end < text.count, end - start < Self.longestSentence, !text.beginsSentence(end) { end += 1 }
            if text.beginsParagraph(start) { paragraph = start }
            if let topic { counted = Counted(phrase: topic, subject: sender, sentence: number) }
            read(start..<end)
            before = start..<end
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
            setting.complete(
                &claim,
                antecedent: isReference && isOfCounted ? recent?.subject : part(kinds[index - 1], phrase),
                earlier: sender
            )
            let tokens = Self.tokens(of: phrase, event)
            claim.span = text.tokens[tokens.lowerBound].start..<text.tokens[tokens.upperBound - 1].end
            claim.surface = text.written(claim.span)
            remember(phrase, subject: claim.subject)
            claims.append(claim)
        }
    }

    /// Whose flying things were counted within the last sentences.
    private var sender: ConceptID? {
        recent.flatMap { !$0.phrase.classes.isDisjoint(with: .flying) ? $0.subject : nil }
    }

    /// Whose those are of which others are a part: `3,000 casualties of 11,000 soldiers`.
    private func part(_ last: Claim.Kind?, _ phrase: ClaimPhrase) -> ConceptID? {
        guard phrase.isTotal, last != nil, phrase.classes.contains(.person) else { return nil }
        return claims.last?.subject
    }

    /// The flying things that the sentence before is about, without a number: `And the drones?`, `Missiles were fired at
    /// the port.`
    private var topic: ClaimPhrase? {
        guard let before, counted.map({ $0.phrase.tokens.lowerBound < before.lowerBound }) ?? true else { return nil }
        var found: (noun: ClaimNoun, at: Int)?
        for at in before where text.role(at) == .noun {
            let noun = ClaimNounList.nouns[text.value(at)]
            guard !noun.classes.isDisjoint(with: [.drone, .missile]) else { continue }
            // Of more than one sort nobody can say which is meant.
            guard found.map({ $0.noun.unit == noun.unit }) ?? true else { return nil }
            found = found ?? (noun, at)
        }
        guard let found, found.at - before.lowerBound <= 3 else { return nil }
        let number = ClaimNumber(tokens: found.at..<found.at, start: found.at, least: nil, most: nil)
        var phrase = ClaimPhrase(number: number, tokens: found.at..<found.at + 1)
        phrase.unit = found.noun.unit
        phrase.classes = found.noun.classes
        let names = passage.names(.weapon, in: before.lowerBound..<found.at + 1)
        phrase.weapon = names.last { $0.tokens.contains(found.at) }?.concept
        return phrase
    }

    /// What was counted within the last sentences.
    var recent: Counted? {
        counted.flatMap { number - $0.sentence <= 3 ? $0 : nil }
    }

    private mutating func remember(_ phrase: ClaimPhrase, subject: ConceptID?) {
        guard !phrase.isBare, !phrase.isArea, !phrase.classes.isDisjoint(with: [.arms, .people]) else {
            if phrase.isBare { counted?.sentence = number }
            return
        }
        let listed = phrase.isListed && counted?.sentence == number ? counted.map { $0.listed + [$0.phrase] } : nil
        counted = Counted(phrase: phrase, subject: subject, sentence: number, listed: listed ?? [])
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
