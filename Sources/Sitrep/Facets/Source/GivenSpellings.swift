/// The spellings that a vocabulary's files give a concept, with what they are to it.
enum GivenSpellings {
    /// The name and the aliases, each once.
    ///
    /// A name that stands among the cased or the weak spellings is so itself, and a cased spelling makes the same one
    /// without a case rule give way. A weak spelling is cased: a word without its capital is that word.
    static func of(_ concept: ConceptDefinition) -> [(String, ImageFormat.SpellingFlag)] {
        let cased = Set(concept.aliases.filter { $0.isCased || $0.isWeak }.map { PlainName.of($0.text) })
        let weak = Set(concept.aliases.filter(\.isWeak).map { PlainName.of($0.text) })
        func flags(_ text: String, isCased: Bool) -> ImageFormat.SpellingFlag {
            let isWeak = !weak.isEmpty && weak.contains(PlainName.of(text))
            return isWeak ? [.cased, .weak] : isCased ? [.cased] : []
        }
        var nameFlags: ImageFormat.SpellingFlag = [.name]
        if concept.isLabel { nameFlags.insert(.label) }
        nameFlags.formUnion(flags(concept.name, isCased: cased.contains(PlainName.of(concept.name))))
        var found = [(concept.name, nameFlags)]
        var seen: Set<String> = [concept.name]
        for alias in concept.aliases where seen.insert(alias.text).inserted {
            let isCased = alias.isCased || alias.isWeak
            // A cased alias of the same words has a writing of its own; this one adds nothing to it.
            if !isCased && cased.contains(PlainName.of(alias.text)) { continue }
            found.append((alias.text, flags(alias.text, isCased: isCased)))
        }
        return found
    }

    /// What they stand for, by their folded words.
    static func payloads(of concept: ConceptDefinition, number: Int) -> [String: [SpellingPayload]] {
        var found: [String: [SpellingPayload]] = [:]
        for (text, flags) in of(concept) {
            let rule = flags.contains(.cased) ? CaseRule(Tokenizer.tokenize(text)) : .any
            let payload = SpellingPayload(concept: number, caseRule: rule, flags: flags)
            let folded = PlainName.of(text)
            if !(found[folded] ?? []).contains(where: { $0.makesUnneeded(payload) }) {
                found[folded, default: []].append(payload)
            }
        }
        return found
    }
}
