/// The spellings that rules make of the names of places in Cyrillic letters: their case forms, and for places in
/// Ukraine, Russia and Belarus the press's Latin transliterations.
struct DerivedSpellings {
    /// A spelling made by rule; it counts only in its capitals.
    struct Spelling {
        var concept: Int
        var text: String
        /// Made of a weak spelling, or so short that it may be anything.
        var isWeak: Bool
    }

    /// A spelling that rules make for more concepts than this tells nothing, and is left out.
    static let mostConcepts = 8
    /// A single Cyrillic word of so few letters is weak.
    private static let shortest = 4
    private static let transliterated: Set<String> = ["ua", "ru", "by"]

    /// What the rules make of `definitions`, without what is a given spelling of any concept, by folded words; the
    /// concepts' numbers are their places in the array.
    ///
    /// - Parameter isGiven: whether concepts beside these have a folded spelling as a given one.
    static func all(
        of definitions: [ConceptDefinition],
        root: (ConceptDefinition) -> String?,
        isGiven: (String) -> Bool = { _ in false }
    ) -> [Spelling] {
        var given: Set<String> = []
        for concept in definitions {
            given.insert(PlainName.of(concept.name))
            for alias in concept.aliases { given.insert(PlainName.of(alias.text)) }
        }
        var found: [String: [Spelling]] = [:]
        var order: [String] = []
        for (number, concept) in definitions.enumerated() where concept.facet == .region && !concept.isLabel {
            let isTransliterated = root(concept).map(transliterated.contains) ?? false
            for (text, isWeak) in of(concept, isTransliterated: isTransliterated) {
                let folded = PlainName.of(text)
                guard !given.contains(folded), !isGiven(folded) else { continue }
                let spelling = Spelling(concept: number, text: text, isWeak: isWeak)
                if found[folded] == nil { order.append(folded) }
                if let at = found[folded]?.firstIndex(where: { $0.concept == number }) {
                    // Made twice, it is weak only if both say so.
                    if !isWeak { found[folded]?[at].isWeak = false }
                } else {
                    found[folded, default: []].append(spelling)
                }
            }
        }
        return order.flatMap { folded -> [Spelling] in
            let spellings = found[folded] ?? []
            return spellings.count > mostConcepts ? [] : spellings
        }
    }

    /// What the rules make of one concept's spellings.
    private static func of(_ concept: ConceptDefinition, isTransliterated: Bool) -> [(text: String, isWeak: Bool)] {
        var names: [(text: String, isWeak: Bool)] = []
        for spelling in [ConceptDefinition.Spelling(text: concept.name, isCased: false)] + concept.aliases
        where !CaseForms.languages(of: spelling.text).isEmpty {
            if let at = names.firstIndex(where: { $0.text == spelling.text }) {
                names[at].isWeak = names[at].isWeak || spelling.isWeak
            } else {
                names.append((spelling.text, spelling.isWeak))
            }
        }
        // A given spelling that is a case form of another one is no name to begin with.
        let forms = names.map { CaseForms.forms(of: $0.text) }
        var isForm = Array(repeating: false, count: names.count)
        for (i, name) in names.enumerated() {
            isForm[i] = names.indices.contains { other in
                other != i && !isForm[other] && forms[other].contains(name.text)
                    && (other < i || !forms[i].contains(names[other].text))
            }
        }
        var found: [(text: String, isWeak: Bool)] = []
        for i in names.indices where !isForm[i] {
            for form in forms[i] { found.append((form, names[i].isWeak || isShort(form))) }
            guard isTransliterated else { continue }
            for spelling in Transliteration.spellings(of: names[i].text) {
                found.append((spelling, names[i].isWeak || isShort(spelling)))
            }
        }
        return found
    }

    private static func isShort(_ spelling: String) -> Bool { spelling.unicodeScalars.count <= shortest }
}
