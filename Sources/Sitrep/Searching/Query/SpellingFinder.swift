/// Finds other spellings in a vocabulary: those of the concepts that a word is a name of, and the words of war of its
/// entry.
struct SpellingFinder: Sendable {
    let image: VocabularyImage
    private let terms: TermTable

    /// So many words can be one name.
    static let longestName = 6
    /// The most spellings that are looked up in an index.
    private static let mostCandidates = 256
    /// A place is meant where another one of its name has not a tenth of its people.
    private static let dominance: UInt32 = 10
    /// A name in capitals that is typed in small letters has at least so many.
    private static let fewestLetters = 3
    /// Words that are not meant as names where they are typed in small letters.
    private static let common: Set<String> = [
        "who", "aid", "may", "was", "can", "sea", "arm", "art", "war", "its", "his",
    ]

    init(_ vocabulary: Vocabulary) {
        image = vocabulary.image
        terms = TermTable(vocabulary.image)
    }

    /// What `name` is also written as; `nil` for what is no name of a concept and no word of war.
    func spellings(of name: String) -> OtherSpellings? {
        let text = Tokenizer.tokenize(name)
        guard !text.tokens.isEmpty, text.tokens.count <= ImageFormat.mostTokens else { return nil }
        let folded = PlainName.of(name)
        var found = OtherSpellings()
        let entries = terms.terms(of: folded)
        addConcepts(of: name, text, folded, isTerm: !entries.isEmpty, to: &found)
        for term in entries {
            for word in term.words {
                add(word.text, word.language == .english ? .exact : .stem, beside: folded, to: &found)
            }
        }
        guard !found.spellings.isEmpty || !found.typed.isEmpty else { return nil }
        found.spellings = Self.withoutContained(found.spellings, beside: folded)
        return found
    }

    /// - Parameter isTerm: whether the name is a word of war as well; its entry then says more than a class of weapons.
    private func addConcepts(
        of name: String,
        _ text: TokenizedText,
        _ folded: String,
        isTerm: Bool,
        to found: inout OtherSpellings
    ) {
        var concepts: [Int] = []
        var states: [Int] = []
        var isAcronym = true
        for meaning in image.meanings(of: name) {
            guard meaning.flags.isDisjoint(with: [.weak, .label]), isMeant(meaning, text, folded) else { continue }
            isAcronym = isAcronym && meaning.flags.contains(.cased) && meaning.caseRule.beginsWithAcronym
            // What stands for a state besides its name — adjectives, capitals, palaces — is not written for it.
            if image.facet(of: meaning.concept) == .actor, image.kind(of: meaning.concept, is: "state") {
                states.append(meaning.concept)
            } else if isTerm, image.kind(of: meaning.concept, is: "class") {
                continue
            } else if !concepts.contains(meaning.concept) {
                concepts.append(meaning.concept)
            }
        }
        if isAcronym, text.tokens.count == 1, folded.utf8.count <= 3, !(concepts + states).isEmpty,
            text.tokens[0].flags.contains(.allCapitals)
        {
            found.typed = (concepts + states).compactMap(term)
        }
        concepts = dominant(concepts)
        let isAmbiguous = concepts.count > 1 || hasRival(concepts, of: name)
        for concept in concepts {
            for (spelling, isCased, isDerived) in spellings(of: concept) {
                // Of several concepts only what is the same name in other letters can be meant.
                if isAmbiguous, !SameName.areOne(name, spelling) { continue }
                let demand = isCased ? OtherSpellings.Demand.concepts(bearers(of: spelling, concept, states)) : .stem
                add(spelling, demand, isDerived: isDerived, beside: folded, to: &found)
            }
        }
    }

    /// Whether a word is typed as a spelling with capitals is, or so that it may be meant.
    private func isMeant(_ meaning: SpellingPayload, _ text: TokenizedText, _ folded: String) -> Bool {
        guard meaning.flags.contains(.cased) else { return true }
        if text.tokens.withUnsafeBufferPointer({ meaning.caseRule.accepts($0) }) { return true }
        let isSmall = text.tokens.allSatisfy { $0.flags.isDisjoint(with: [.capitalised, .allCapitals]) }
        return isSmall && folded.unicodeScalars.count >= Self.fewestLetters && !Self.common.contains(folded)
    }

    /// Whether a country or one of its divisions has the name as well, be it with a doubt, and is another place.
    private func hasRival(_ concepts: [Int], of name: String) -> Bool {
        image.meanings(of: name).contains { meaning in
            let other = meaning.concept
            guard image.facet(of: other) == .region, !concepts.contains(other),
                image.kind(of: other, is: "country") || image.kind(of: other, is: "admin1")
            else { return false }
            return !concepts.contains { image.isAncestor(other, of: $0) || image.isAncestor($0, of: other) }
        }
    }

    /// The one place that is meant among others of its name; all concepts where there is none.
    private func dominant(_ concepts: [Int]) -> [Int] {
        guard concepts.count > 1, concepts.allSatisfy({ image.facet(of: $0) == .region }) else { return concepts }
        let sorted = concepts.sorted { image.population(of: $0) > image.population(of: $1) }
        // A place whose people are not known may be large, if it is no town or village.
        let isUnknown = sorted.contains {
            image.population(of: $0) == 0 && !image.kind(of: $0, is: "town") && !image.kind(of: $0, is: "village")
        }
        if isUnknown { return concepts }
        let others = max(1_000, image.population(of: sorted[1]))
        return image.population(of: sorted[0]) / Self.dominance >= others ? [sorted[0]] : concepts
    }

    /// The terms of a concept, and of the states that have the spelling as well: reports write США for the country and
    /// for its government.
    private func bearers(of spelling: String, _ concept: Int, _ states: [Int]) -> [[UInt8]] {
        guard !states.isEmpty else { return [concept].compactMap(term) }
        let meanings = Set(image.meanings(of: spelling).map(\.concept))
        return ([concept] + states.filter(meanings.contains)).compactMap(term)
    }

    private func term(of concept: Int) -> [UInt8]? {
        image.facet(of: concept).map { Schema.field(of: $0).term(image.id(of: concept).rawValue) }
    }

    /// The given spellings, then those that rules make of them, without weak ones.
    private func spellings(of concept: Int) -> [(text: String, isCased: Bool, isDerived: Bool)] {
        var found = image.spellings(of: concept).filter { $0.flags.isDisjoint(with: [.weak, .label]) }
            .map { (text: $0.text, isCased: $0.flags.contains(.cased), isDerived: false) }
        guard image.facet(of: concept) == .region, let definition = image.definition(of: concept) else { return found }
        let root = image.ancestry(of: concept).last.map { image.id(of: $0).rawValue }
        for made in DerivedSpellings.of(definition, root: root) where !made.isWeak {
            // The compiler has left out what is another concept's.
            if image.meanings(of: made.text).contains(where: { $0.concept == concept && !$0.flags.contains(.weak) }) {
                found.append((made.text, true, true))
            }
        }
        return found
    }

    private func add(
        _ text: String,
        _ demand: OtherSpellings.Demand,
        isDerived: Bool = false,
        beside typed: String,
        to found: inout OtherSpellings
    ) {
        guard found.spellings.count < Self.mostCandidates else { return }
        let folded = PlainName.of(text)
        if let known = found.spellings.firstIndex(where: { $0.folded == folded }) {
            // Where a rule or another entry asks for less, that counts.
            if demand == .stem { found.spellings[known].demand = .stem }
            return
        }
        guard folded != typed else { return }
        found.spellings.append(.init(text: text, folded: folded, demand: demand, isDerived: isDerived))
    }

    /// The spellings without the phrases that another one is a part of: what has the phrase has that as well.
    private static func withoutContained(
        _ spellings: [OtherSpellings.Spelling],
        beside typed: String
    ) -> [OtherSpellings.Spelling] {
        let whole = Set(spellings.map(\.folded) + [typed])
        return spellings.filter { spelling in
            let words = spelling.folded.split(separator: " ")
            guard words.count > 1 else { return true }
            for start in words.indices {
                for end in start + 1...words.count where end - start < words.count {
                    if whole.contains(words[start..<end].joined(separator: " ")) { return false }
                }
            }
            return true
        }
    }
}
