/// Reads the names that stand beside a word for a kind of place, alone or in a list.
///
/// A name is a place of the vocabulary, or a run of capitalised words that stand for no actor.
struct PlaceNameReader {
    let image: VocabularyImage
    let passage: MatchedPassage
    let runs: [Range<Int>]

    /// A list of more names is not followed to its end.
    private static let longestList = 16
    private static let longestName = 5

    /// A name before or behind a word for a kind of place.
    struct Name {
        var tokens: Range<Int>
        /// The place of the hit that is exactly the name, a place of the vocabulary.
        var hit: Int?
    }

    // MARK: One name

    /// The name that ends before the token at `end`.
    func name(endingAt end: Int) -> Name? {
        guard end > 0 else { return nil }
        let run = run(containing: end - 1)
        if let hit = place(endingAt: end),
            passage.hits[hit].tokens.lowerBound <= run.lowerBound
                || !isFree(run.lowerBound..<passage.hits[hit].tokens.lowerBound)
        {
            return Name(tokens: passage.hits[hit].tokens, hit: hit)
        }
        guard run.upperBound == end, !run.isEmpty else { return nil }
        return name(in: withParticle(run))
    }

    /// The name that begins at the token at `start`.
    func name(startingAt start: Int) -> Name? {
        guard start < passage.tokens.count else { return nil }
        var run = run(containing: start)
        let touching = passage.hits(touching: start..<start + 1)
        if let first = touching.first, passage.hits[first].tokens.lowerBound == start, isPlace(first),
            !isBeginning(first, of: run)
        {
            return Name(tokens: passage.hits[first].tokens, hit: first)
        }
        guard !run.isEmpty, run.lowerBound <= start else { return nil }
        run = start..<run.upperBound
        // What is possessed, and places, actors and divisions behind the name, are not of it.
        for at in run.dropLast() where passage.tokens[at].flags.contains(.possessive) {
            run = start..<at + 1
            break
        }
        if let other = passage.hits(touching: run).first(where: { passage.hits[$0].tokens.lowerBound > start }),
            passage.hits[other].tokens.upperBound >= run.upperBound
        {
            run = start..<passage.hits[other].tokens.lowerBound
        }
        let found = name(in: run)
        return found?.tokens.lowerBound == start ? found : nil
    }

    /// Whether a place is only the beginning of a longer name: "Jesús María Semprún". Not in Cyrillic letters, where what
    /// a place lies in, and who lives there, stands behind it with nothing between.
    private func isBeginning(_ hit: Int, of run: Range<Int>) -> Bool {
        let end = passage.hits[hit].tokens.upperBound
        return end < run.upperBound && PlaceContext(image: image).isBeforeName(passage.hits[hit], in: passage)
            && !passage.hits[hit].concepts.contains {
                image.kind(of: $0, is: "country") || image.kind(of: $0, is: "admin1")
            }
            && !passage.isCyrillic(end)
    }

    /// The part of a run that may be the name of a place, from behind what only begins a sentence, roles and actors.
    private func name(in run: Range<Int>) -> Name? {
        var start = run.lowerBound
        for index in passage.hits(touching: run) {
            let hit = passage.hits[index]
            let isInside = isPlace(index) && !hit.concepts.contains { image.kind(of: $0, is: "country") }
            if !isInside { start = max(start, hit.tokens.upperBound) }
        }
        for at in run where at >= start {
            let isBefore =
                passage.word(at, isIn: PlaceWords.openers) || passage.word(at, isIn: RoleWords.before)
                || passage.word(at, isIn: RoleWords.titles)
            if isBefore || at + 1 < run.upperBound && passage.tokens[at].flags.contains(.possessive) { start = at + 1 }
        }
        let name = start..<max(start, run.upperBound)
        guard let first = name.first, name.count <= Self.longestName,
            !name.allSatisfy({ passage.word($0, isIn: PlaceWords.general) }), !isShortAcronym(name),
            !(name.count == 1 && passage.tokens[first].flags.contains(.sentenceStart) && isParticiple(first)),
            isFree(name), !isDemonym(name)
        else { return nil }
        return Name(tokens: name, hit: nil)
    }

    /// "Crimean", "Kashmiri": an adjective made of the name of a land that the vocabulary has.
    private func isDemonym(_ name: Range<Int>) -> Bool {
        guard name.count == 1, let first = name.first else { return false }
        let word = passage.word(first)
        for (ending, instead) in Self.demonyms where word.hasSuffix(ending) {
            let stem = word.dropLast(ending.count) + instead
            let isLand = image.concepts(spelled: String(stem), in: .region).contains {
                !["city", "town", "village"].contains(image.kind(of: $0) ?? "")
            }
            if isLand { return true }
        }
        return false
    }

    private static let demonyms = [
        ("n", ""), ("an", ""), ("ian", ""), ("ian", "y"), ("ian", "e"), ("ean", "e"), ("ese", ""), ("i", ""),
        ("ish", ""),
    ]

    /// Whether no hit reaches over the name's ends or fills it.
    private func isFree(_ name: Range<Int>) -> Bool {
        passage.hits(touching: name).allSatisfy {
            let tokens = passage.hits[$0].tokens
            return tokens.lowerBound >= name.lowerBound && tokens.upperBound <= name.upperBound && tokens != name
        }
    }

    private func isShortAcronym(_ name: Range<Int>) -> Bool {
        guard name.count == 1, let first = name.first else { return false }
        let token = passage.tokens[first]
        return token.foldedEnd - token.foldedStart < 3
            || token.flags.contains(.allCapitals) && token.end - token.start < 5
    }

    /// "Burning", "Besieged": the first word of a sentence in an English form that names hardly have.
    private func isParticiple(_ index: Int) -> Bool {
        let word = passage.word(index)
        return word.hasSuffix("ing") || word.hasSuffix("ed") || word.hasSuffix("ly")
    }

    /// "Al-Tanf": the small particle before a hyphen belongs to the name.
    private func withParticle(_ run: Range<Int>) -> Range<Int> {
        let first = run.lowerBound
        guard first > 0, passage.tokens[first].flags.contains(.hyphenated),
            !passage.tokens[first - 1].flags.contains(.number),
            passage.tokens[first - 1].end - passage.tokens[first - 1].start <= 3,
            passage.hits(touching: first - 1..<first).isEmpty
        else { return run }
        return first - 1..<run.upperBound
    }

    // MARK: Lists

    /// The names of the list that ends before the token at `end`, in reverse; a single name is no list.
    func list(endingAt end: Int) -> [Name] {
        guard let last = name(endingAt: end) else { return [] }
        var names = [last]
        while names.count < Self.longestList {
            let start = names[names.count - 1].tokens.lowerBound
            guard start > 1, !passage.tokens[start].flags.contains(.sentenceStart) else { break }
            var before = start
            if passage.word(start - 1, isIn: CapitalWordLists.joiners),
                passage.isClose(start - 1) || passage.followsComma(start - 1)
            {
                before = start - 1
            } else if names.count == 1 || !passage.followsComma(start) {
                // The last name of a list has an "and" before it.
                break
            }
            guard let name = name(endingAt: before) else { break }
            names.append(name)
        }
        return names
    }

    /// The names of the list that begins at the token at `start`: one, or those up to the one behind "and".
    func list(startingAt start: Int) -> [Name] {
        guard let first = name(startingAt: start) else { return [] }
        var names = [first]
        var isJoined = false
        while names.count < Self.longestList {
            var next = names[names.count - 1].tokens.upperBound
            let isComma = passage.followsComma(next)
            guard next + 1 < passage.tokens.count, isComma || passage.isClose(next) else { break }
            let hasJoiner = passage.word(next, isIn: CapitalWordLists.joiners)
            if hasJoiner { next += 1 } else if isJoined || !isComma { break }
            guard hasJoiner ? passage.isClose(next) : true, let name = name(startingAt: next) else { break }
            isJoined = isJoined || hasJoiner
            names.append(name)
        }
        return isJoined ? names : [first]
    }

    // MARK: Runs and hits

    /// The run that a token is part of; an empty range where there is none. Logarithmic.
    private func run(containing index: Int) -> Range<Int> {
        var low = 0
        var high = runs.count
        while low < high {
            let middle = (low + high) / 2
            if runs[middle].upperBound <= index { low = middle + 1 } else { high = middle }
        }
        guard low < runs.count, runs[low].contains(index) else { return index..<index }
        return runs[low]
    }

    private func place(endingAt end: Int) -> Int? {
        passage.hits(touching: end - 1..<end).first { passage.hits[$0].tokens.upperBound == end && isPlace($0) }
    }

    /// Whether a hit is a place of the vocabulary, and of no list of actors.
    private func isPlace(_ hit: Int) -> Bool { passage.hits[hit].concepts.contains { image.facet(of: $0) == .region } }
}
