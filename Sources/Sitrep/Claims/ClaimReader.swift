/// Reads the claims of a passage, a sentence at a time.
struct ClaimReader {
    let passage: ClaimPassage
    let sides: ClaimSides
    private let phraseReader: PhraseReader
    private var claims: [Claim] = []

    /// What was counted last: `50 of them` and `50 were shot down` are of these.
    private var counted: (phrase: ClaimPhrase, subject: ConceptID?, sentence: Int)?
    private var attribution: Attribution
    /// The sentence, counted from the first.
    private var number = 0
    private var paragraph = 0

    /// A longer sentence is none; it is read in pieces.
    private static let longestSentence = 160

    init(passage: ClaimPassage, sides: ClaimSides) {
        self.passage = passage
        self.sides = sides
        phraseReader = PhraseReader(passage: passage, kinds: sides.weapons)
        attribution = Attribution(passage: passage, sides: sides)
    }

    private var text: ClaimText { passage.text }

    /// The claims in order, no more than `most`.
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
        return claims
    }

    private mutating func read(_ sentence: Range<Int>) {
        attribution.enter(sentence, isParagraph: sentence.lowerBound == paragraph)
        guard sentence.contains(where: { isTelling(text.role($0)) }) else { return }
        let phrases = phraseReader.phrases(in: sentence)
        guard !phrases.isEmpty else { return }
        let events = EventReader(text: text).events(in: sentence)
        let finder = ClaimKindFinder(passage: passage, sentence: sentence, phrases: phrases, events: events)
        var kinds: [Int: Claim.Kind] = [:]
        for index in phrases.indices {
            var phrase = phrases[index]
            guard let found = kind(&phrase, index, finder, kinds) else {
                remember(phrase, subject: phrase.owner)
                continue
            }
            kinds[index] = found.kind
            var claim = Claim(
                kind: found.kind,
                least: phrase.number.least,
                most: phrase.number.most,
                unit: phrase.unit,
                qualifier: phrase.number.qualifier
            )
            claim.isInTitle = passage.isTitle
            let event = found.event.map { events[$0].tokens }
            let setting = ClaimSetting(
                passage: passage,
                sides: sides,
                sentence: sentence,
                paragraph: paragraph,
                phrase: phrase,
                nextPhrase: phrases.dropFirst(index + 1).first { !$0.isListed }?.tokens.lowerBound,
                event: found.event.map { events[$0] },
                attribution: attribution.claimant(at: phrase.tokens, in: sentence, isCarried: isCarried(phrase))
            )
            setting.complete(&claim, antecedent: phrase.isBare || phrase.isTotal ? recent?.subject : nil)
            let tokens = Self.tokens(of: phrase, event)
            claim.span = text.tokens[tokens.lowerBound].start..<text.tokens[tokens.upperBound - 1].end
            claim.surface = text.written(claim.span)
            remember(phrase, subject: claim.subject)
            claims.append(claim)
        }
    }

    private func isTelling(_ role: ClaimWord.Role) -> Bool {
        switch role {
        case .event, .noun, .singularNoun, .shoot, .lose, .square, .jamming, .radar, .take, .bring, .toll: true
        default: false
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
            !finder.phrases[index - 1].classes.isDisjoint(with: phrase.classes)
        {
            return ClaimKindFinder.Finding(kind: whole)
        }
        guard phrase.isBare else { return finder.find(index, classes: phrase.classes) }
        let next = index + 1 < finder.phrases.count ? finder.phrases[index + 1] : nil
        let whole = next.flatMap { $0.isTotal && !$0.isBare ? $0 : nil } ?? recent?.phrase
        if let whole, let found = finder.find(index, classes: whole.classes) {
            phrase.unit = whole.unit
            phrase.classes = whole.classes
            phrase.weapon = whole.weapon
            phrase.owner = whole.owner
            return found
        }
        guard let found = finder.find(index, classes: .person),
            [.killed, .wounded, .killedOrWounded, .missing].contains(found.kind)
        else { return nil }
        phrase.unit = "people"
        phrase.classes = .person
        return found
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
