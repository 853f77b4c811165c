/// Says by whose word a sentence gives a figure: `…, the air force said`, `according to …`, `it added`.
struct Attribution {
    let passage: ClaimPassage
    let sides: ClaimSides
    /// Who spoke last, for `it added`.
    private var last: ConceptID?
    /// Who spoke in the paragraph's last sentence that had a speaker.
    private var carried: ConceptID?
    private var sources: [Source] = []

    private struct Source {
        /// The verb of saying.
        var at: Int
        /// `nil` for somebody without a name.
        var claimant: ConceptID?
    }

    init(passage: ClaimPassage, sides: ClaimSides) {
        self.passage = passage
        self.sides = sides
    }

    private var text: ClaimText { passage.text }

    /// Reads who speaks in a sentence; to be called for each, in order.
    mutating func enter(_ sentence: Range<Int>, isParagraph: Bool) {
        if isParagraph { carried = nil }
        sources = []
        for at in sentence where text.role(at) == .saying || text.role(at) == .according || isEstimating(at) {
            guard !passage.isTaken(at), !passage.isInRelativeClause(at, from: sentence.lowerBound),
                let source = source(at, in: sentence)
            else { continue }
            sources.append(source)
            if source.claimant != nil { last = source.claimant }
        }
        if let first = sources.first { carried = first.claimant }
    }

    /// Who gives the figure at some tokens of the sentence entered last.
    ///
    /// - Parameter isCarried: a sentence without a speaker goes on with the words of the one before it.
    func claimant(at tokens: Range<Int>, in sentence: Range<Int>, isCarried: Bool) -> ConceptID? {
        if let before = sources.last(where: { $0.at < tokens.lowerBound && reaches(from: $0.at, to: tokens.lowerBound) }
        ) {
            return before.claimant ?? sources.first { text.isWord($0.at, "according") }?.claimant
        }
        if let behind = sources.first(where: { $0.at >= tokens.upperBound }) { return behind.claimant }
        if let before = sources.last { return before.claimant }
        // What stands in quotation marks goes on with the words of the one quoted.
        return isCarried ? carried : isQuoted(sentence) ? last : nil
    }

    /// Who gave what the sentence before tells: `X shared this information`, «про це повідомив X».
    func speakerOfBefore(in sentence: Range<Int>) -> ConceptID? {
        for source in sources {
            guard let claimant = source.claimant else { continue }
            let at = source.at
            let isBehind = text.isWord(at + 1, "this") || text.isWord(at + 1, "these") || text.isWord(at + 1, "the")
            if isBehind, Self.matters.contains(where: { text.isWord(at + 2, $0) }) { return claimant }
            let start = sentence.lowerBound
            if text.isWord(start, "про"), text.isWord(start + 1, "це") { return claimant }
            if text.isWord(start, "об"), text.isWord(start + 1, "этом") { return claimant }
        }
        return nil
    }

    private static let matters: [StaticString] = ["information", "figure", "figures", "data", "details", "numbers"]

    /// `the ministry estimated that`, not `an estimated 200`.
    private func isEstimating(_ at: Int) -> Bool {
        text.isWord(at, "estimated") && (text.role(at + 1) == .that || text.role(at - 1) == .auxiliary)
    }

    /// Who speaks first in the sentence entered last.
    var speaker: ConceptID? { sources.first?.claimant }

    /// Whether a sentence begins with a quotation mark.
    private func isQuoted(_ sentence: Range<Int>) -> Bool {
        let start = text.tokens[sentence.lowerBound].start
        let before = text.bytes[max(0, start - 3)..<start]
        return before.suffix(3).elementsEqual("“".utf8) || before.last == UInt8(ascii: "\"")
    }

    /// Whether what is said from a verb on goes as far as a figure: a semicolon ends it.
    private func reaches(from verb: Int, to figure: Int) -> Bool {
        guard figure - verb < 60 else { return false }
        return !(verb + 1...figure).contains {
            text.role($0) == .boundary && text.gap(before: $0) == .comma && text.isWord($0, "while")
        }
    }

    private func source(_ at: Int, in sentence: Range<Int>) -> Source? {
        if text.role(at) == .according || text.isWord(at, "according") {
            return Source(at: at, claimant: actor(behind: at, within: 7, in: sentence))
        }
        // "Ukraine was accused of" is not Ukraine's word; "was accused by Russia of" is Russia's.
        if isAccusedPassively(at) {
            return Source(at: at, claimant: text.role(at + 1) == .by ? actor(behind: at, within: 4, in: sentence) : nil)
        }
        // "Ukraine claiming to have", "since announcing that": of the sentence's subject.
        let isParticiple = isParticiple(at)
        if isParticiple, let subject = passage.names(.actor, in: sentence.lowerBound..<at).first {
            let nearest = actor(before: at, in: sentence, within: 3)
            return Source(at: at, claimant: nearest ?? subject.concept)
        }
        if let actor = actor(before: at, in: sentence, within: 16) { return Source(at: at, claimant: actor) }
        if let state = seat(before: at, in: sentence) { return Source(at: at, claimant: state) }
        var subject = at - 1
        while subject > sentence.lowerBound, text.role(subject) == .auxiliary || text.role(subject) == .additional {
            subject -= 1
        }
        if sentence.contains(subject) {
            let isBackward = [.pronoun].contains(text.role(subject)) || isOffice(subject)
            if isBackward { return Source(at: at, claimant: last) }
        }
        // "said Tutaan", «повідомили українські військові»
        if let actor = actor(behind: at, within: text.isCyrillic(at) ? 6 : 3, in: sentence), isInverted(at, sentence) {
            return Source(at: at, claimant: actor)
        }
        return Source(at: at, claimant: nil)
    }

    /// `was accused`, `has been repeatedly accused`.
    private func isAccusedPassively(_ at: Int) -> Bool {
        guard text.isWord(at, "accused") else { return false }
        let verb = isAdverb(at - 1) ? at - 2 : at - 1
        return Self.passives.contains { text.isWord(verb, $0) }
    }

    private func isAdverb(_ at: Int) -> Bool {
        guard text.tokens.indices.contains(at), text.gap(before: at + 1) == .blank else { return false }
        return text.folded[text.tokens[at].foldedStart..<text.tokens[at].foldedEnd].suffix(2).elementsEqual("ly".utf8)
    }

    private static let passives: [StaticString] = ["was", "were", "been", "being", "is", "are", "stands", "stood"]

    /// `officials in Kyiv said`: the state whose officials they are.
    private func seat(before at: Int, in sentence: Range<Int>) -> ConceptID? {
        guard let place = passage.names(.region, in: max(sentence.lowerBound, at - 5)..<at).last,
            (max(sentence.lowerBound, place.tokens.lowerBound - 3)..<at).contains(where: isOfficials)
        else { return nil }
        return sides.state(of: place.concept)
    }

    private func isOfficials(_ at: Int) -> Bool {
        text.isWord(at, "officials") || text.isWord(at, "authorities") || text.isWord(at, "києві")
            || text.isWord(at, "влада") || text.isWord(at, "власти")
    }

    /// Whether a verb of saying stands before the one who speaks: behind a comma or a quotation, or in Slavic.
    private func isInverted(_ at: Int, _ sentence: Range<Int>) -> Bool {
        guard at > sentence.lowerBound else { return text.isCyrillic(at) }
        return text.isCyrillic(at) || text.gap(before: at) != .blank
    }

    private func isParticiple(_ at: Int) -> Bool {
        let token = text.tokens[at]
        let word = text.folded[token.foldedStart..<token.foldedEnd]
        return word.count > 5 && word.suffix(3).elementsEqual("ing".utf8)
    }

    /// `the statement said`, `the ministry added`: who it is has been said before.
    private func isOffice(_ at: Int) -> Bool {
        let token = text.tokens[at]
        return Self.offices.contains(
            UnsafeRawBufferPointer(rebasing: text.folded[token.foldedStart..<token.foldedEnd])
        )
    }

    private static let offices: WordSet = [
        "statement", "ministry", "agency", "force", "military", "report", "summary", "bulletin", "spokesman",
        "spokesperson", "spokeswoman", "tally", "command", "відомстві", "відомство", "ведомстве", "ведомство",
    ]

    private func actor(behind at: Int, within most: Int, in sentence: Range<Int>) -> ConceptID? {
        for next in at + 1..<min(at + 1 + most, max(at + 1, sentence.upperBound)) {
            if let actor = passage.actor(at: next) {
                // "according to Ukrainian President Zelenskyy"
                return narrower(than: actor, in: sentence)
            }
            switch text.gap(before: next) {
            case .comma, .stop, .line: return nil
            default: break
            }
        }
        return nil
    }

    /// The name that follows an adjective or office directly: of `Ukrainian President Zelenskyy` the last.
    private func narrower(than actor: ClaimName, in sentence: Range<Int>) -> ConceptID {
        var best = actor
        var at = actor.tokens.upperBound
        while at < min(sentence.upperBound, best.tokens.upperBound + 4), text.gap(before: at) == .blank {
            if let next = passage.actor(at: at) {
                best = next
                at = next.tokens.upperBound
            } else if [.other, .numbered].contains(text.role(at)) {
                at += 1
            } else {
                break
            }
        }
        return best.concept
    }

    /// The nearest actor before a verb of saying, in its clause; `X, the head of …, said` has two commas.
    private func actor(before at: Int, in sentence: Range<Int>, within most: Int) -> ConceptID? {
        var before = at
        let isApposition = text.gap(before: at) == .comma
        var commas = 0
        while before > sentence.lowerBound, at - before < most {
            switch text.gap(before: before) {
            case .comma:
                commas += 1
                guard isApposition, commas <= 2 else { return nil }
            case .stop, .line: return nil
            default: break
            }
            before -= 1
            if let actor = passage.actor(at: before), actor.tokens.upperBound <= at {
                // Within the apposition stands the office, not the one who holds it.
                if !isApposition || commas == 2 || actor.tokens.upperBound == at { return actor.concept }
            }
            switch text.role(before) {
            case .boundary, .that, .relative: return nil
            case .saying where commas == 0: return nil
            default: break
            }
        }
        return nil
    }
}
