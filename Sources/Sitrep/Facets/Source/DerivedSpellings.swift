/// The spellings that rules make of the names of places in Cyrillic letters: their case forms, and for places in
/// Ukraine, Russia and Belarus the press's Latin transliterations.
struct DerivedSpellings {
    /// A spelling made by rule; it counts only in its capitals.
    struct Spelling {
        var concept: Int
        var text: String
        /// Made of a weak spelling, or so short that it may be anything.
        var isWeak: Bool

        var flags: ImageFormat.SpellingFlag { isWeak ? [.cased, .derived, .weak] : [.cased, .derived] }
    }

    /// A spelling that rules make for more concepts than this tells nothing, and is left out.
    static let mostConcepts = 8
    /// A single Cyrillic word of so few letters is weak.
    private static let shortest = 4
    private static let transliterated: Set<String> = ["ua", "ru", "by"]

    /// What the rules make of `definitions`, without what is a given spelling of any concept, by folded words; the
    /// concepts' numbers are their places in the array.
    static func all(of definitions: [ConceptDefinition], root: (ConceptDefinition) -> String?) -> [Spelling] {
        var given: Set<String> = []
        for concept in definitions {
            given.insert(PlainName.of(concept.name))
            for alias in concept.aliases { given.insert(PlainName.of(alias.text)) }
        }
        var found: [String: [Spelling]] = [:]
        var order: [String] = []
        for (number, concept) in definitions.enumerated() where concept.facet == .region {
            for made in of(concept, root: root(concept)) where !given.contains(made.folded) {
                if found[made.folded] == nil { order.append(made.folded) }
                found[made.folded, default: []].append(
                    Spelling(concept: number, text: made.text, isWeak: made.isWeak)
                )
            }
        }
        return order.flatMap { folded -> [Spelling] in
            let spellings = found[folded] ?? []
            return spellings.count > mostConcepts ? [] : spellings
        }
    }

    /// A spelling that rules make of a concept, and its folded words.
    struct Made {
        var text: String
        var folded: String
        var isWeak: Bool
    }

    /// What the rules make of one concept's spellings, by folded words each once; nothing for a heading and for another
    /// facet than the regions.
    static func of(_ concept: ConceptDefinition, root: String?) -> [Made] {
        guard concept.facet == .region, !concept.isLabel else { return [] }
        var names: [(text: String, isWeak: Bool)] = []
        for spelling in [ConceptDefinition.Spelling(text: concept.name, isCased: false)] + concept.aliases
        where !CaseForms.languages(of: spelling.text).isEmpty {
            if let at = names.firstIndex(where: { $0.text == spelling.text }) {
                names[at].isWeak = names[at].isWeak || spelling.isWeak
            } else {
                names.append((spelling.text, spelling.isWeak))
            }
        }
        guard !names.isEmpty else { return [] }
        // A given spelling that is a case form of another one is no name to begin with.
        let forms = names.map { CaseForms.forms(of: $0.text) }
        var isForm = Array(repeating: false, count: names.count)
        for (i, name) in names.enumerated() {
            isForm[i] = names.indices.contains { other in
                other != i && !isForm[other] && forms[other].contains(name.text)
                    && (other < i || !forms[i].contains(names[other].text))
            }
        }
        var found: [Made] = []
        var places: [String: Int] = [:]
        func add(_ text: String, isWeak: Bool) {
            let folded = PlainName.of(text)
            if concept.dropped.contains(folded) { return }
            let isWeak = isWeak || isShort(text)
            if let place = places[folded] {
                // Made twice, it is weak only if both say so.
                if !isWeak { found[place].isWeak = false }
            } else {
                places[folded] = found.count
                found.append(Made(text: text, folded: folded, isWeak: isWeak))
            }
        }
        let isTransliterated = root.map(transliterated.contains) ?? false
        for i in names.indices where !isForm[i] {
            for form in forms[i] { add(form, isWeak: names[i].isWeak) }
            guard isTransliterated else { continue }
            for spelling in Transliteration.spellings(of: names[i].text) { add(spelling, isWeak: names[i].isWeak) }
        }
        return found
    }

    /// The id of the uppermost concept above `concept`; `nil` where parents lead nowhere.
    static func root(of concept: ConceptDefinition, parent: (String) -> ConceptDefinition?) -> String? {
        var at = concept
        for _ in 0..<VocabularyDefinitions.deepest {
            guard let id = at.parent, let next = parent(id) else { return at.id }
            at = next
        }
        return nil
    }

    private static func isShort(_ spelling: String) -> Bool { spelling.unicodeScalars.count <= shortest }
}
